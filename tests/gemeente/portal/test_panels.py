"""The tiles on the manager's start page."""

import pytest
from bs4 import BeautifulSoup
from django.test import RequestFactory

from gemeente.lib.panels import render_panels
from gemeente.users.models import User


@pytest.mark.parametrize(
    ("who", "links"),
    [
        ("mona", {"/beheer/teksten/", "/beheer/gemeente/", "/beheer/loketten/", "/beheer/regels/"}),
        ("thea", set()),
        ("fatima", set()),
    ],
)
def test_tiles_are_for_the_manager(who: str, links: set[str], cast: dict[str, User], reference: None) -> None:
    request = RequestFactory().get("/beheer/")
    request.user = cast[who]

    html = "".join(render_panels("manage", request, cast[who]))

    assert {link["href"] for link in BeautifulSoup(html, "html.parser").select("a")} & {
        "/beheer/teksten/", "/beheer/gemeente/", "/beheer/loketten/", "/beheer/regels/",
    } == links  # fmt: skip
