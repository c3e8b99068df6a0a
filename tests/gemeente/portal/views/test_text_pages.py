"""/huisregels/ and /klacht/"""

import pytest
from django.test import Client

from gemeente.portal.enums import TextKey
from gemeente.portal.models import TextVersion
from tests.pages import soup

PAGES = [("/huisregels/", TextKey.HOUSE_RULES), ("/klacht/", TextKey.COMPLAINT)]


@pytest.mark.parametrize(
    ("path", "title", "words"),
    [
        ("/huisregels/", "Huisregels", "Jij houdt de pen"),
        ("/klacht/", "Een klacht over de gemeente", "Binnen 6 weken"),
    ],
)
def test_page_shows_the_text_and_how_to_reach_us(
    path: str, title: str, words: str, client: Client, reference: None
) -> None:
    page = soup(client.get(path))

    assert page.h1.get_text(strip=True) == title
    assert words in page.main.get_text()
    assert page.select("main a[href='tel:14010']")


def test_complaint_page_tells_of_the_ombudsman(client: Client, reference: None) -> None:
    page = soup(client.get("/klacht/"))

    assert page.select("main a[href='https://www.nationaleombudsman.nl/']")
    assert [heading.name for heading in page.main.select("h1, h2, h3")][:3] == ["h1", "h2", "h2"]


@pytest.mark.parametrize(("path", "key"), PAGES)
def test_page_in_english_shows_the_english_text(path: str, key: TextKey, client: Client, reference: None) -> None:
    TextVersion.objects.create(key=key, dutch="Nederlands.", english="In **English**.")

    text = soup(client.get(f"/en{path}")).main.get_text()

    assert ("In English." in text, "Nederlands." in text) == (True, False)


@pytest.mark.parametrize(("path", "key"), PAGES)
def test_page_says_whether_it_changed(path: str, key: TextKey, client: Client, reference: None) -> None:
    seen = client.get(path).headers["ETag"]
    same = client.get(path, headers={"if-none-match": seen}).status_code
    TextVersion.objects.create(key=key, dutch="Anders.", english="Other.")

    assert (same, client.get(path, headers={"if-none-match": seen}).status_code) == (304, 200)


@pytest.mark.parametrize(("path", "key"), PAGES)
def test_page_costs_few_queries(
    path: str, key: TextKey, client: Client, reference: None, django_assert_num_queries: object
) -> None:
    client.get(path)

    with django_assert_num_queries(1):  # the version of the site
        client.get(path)


@pytest.mark.parametrize("path", ["/", "/initiatieven/", "/privacy/"])
def test_every_page_leads_to_rules_and_complaint(path: str, client: Client, reference: None) -> None:
    links = {link["href"] for link in soup(client.get(path)).select("footer a")}

    assert {"/huisregels/", "/klacht/"} <= links


@pytest.mark.parametrize(("path", "key"), PAGES)
def test_page_refuses_other_methods(path: str, key: TextKey, client: Client, reference: None) -> None:
    assert client.post(path).status_code == 405
