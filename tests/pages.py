"""Reading pages as people do."""

from bs4 import BeautifulSoup
from django.http import HttpResponse


def soup(response: HttpResponse) -> BeautifulSoup:
    """A page as a tree."""
    return BeautifulSoup(response.content, "html.parser")


def titles(response: HttpResponse) -> list[str]:
    """The titles of the initiative cards on a page, in order."""
    cards = soup(response).select(".portal-card--picture .portal-card__title")
    return [card.get_text(strip=True) for card in cards]


def errors(response: HttpResponse) -> dict[str, str]:
    """The message beside each field that has one, by name of the field."""
    wrong = soup(response).select(".utrecht-form-field--invalid")
    return {
        field.select_one("[name]")["name"]: field.select_one("[id$=_error]").get_text(" ", strip=True)
        for field in wrong
    }
