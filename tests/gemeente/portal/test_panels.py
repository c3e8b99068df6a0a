"""The tiles on the manager's start page. Who may open that page is in tests/test_access.py."""

from collections.abc import Callable

from bs4 import BeautifulSoup
from django.test import Client

from gemeente.users.models import User


def test_start_page_leads_to_what_she_sets(mona: User, client_for: Callable[..., Client], reference: None) -> None:
    html = client_for(mona).get("/beheer/").content

    links = {link["href"] for link in BeautifulSoup(html, "html.parser").select("main a")}
    assert links >= {"/beheer/teksten/", "/beheer/gemeente/", "/beheer/loketten/", "/beheer/regels/"}
