"""/beheer/teksten/ and what lies under it."""

from collections.abc import Callable

import pytest
from django.test import Client

from gemeente.portal.actions import save_text
from gemeente.portal.enums import TextKey
from gemeente.portal.models import TextVersion
from gemeente.users.models import User
from tests.pages import errors, soup

LIST, PAGE = "/beheer/teksten/", "/beheer/teksten/dank/"
HISTORY = f"{PAGE}versies/"


def newest() -> TextVersion:
    return TextVersion.objects.of_key(TextKey.THANKS)[0]


def words(**other: object) -> dict[str, object]:
    """What the manager sends."""
    return {"dutch": "**Dank** je wel.", "english": "Thank **you**.", "based_on": newest().pk} | other


# --- The list ---------------------------------------------------------------------------------------------------------
def test_list_names_every_text_and_who_wrote_it(desk: Client, mona: User) -> None:
    save_text(key=TextKey.THANKS, dutch="Dank.", english="Thanks.", based_on=newest().pk, actor=mona)

    page = soup(desk.get(LIST)).main

    assert len(page.select(".portal-row")) == len(TextKey)
    assert ["Mona Jansen" in row.get_text() for row in page.select(".portal-row")].count(True) == 1


def test_list_costs_the_same_with_many_versions(
    desk: Client, mona: User, django_assert_max_num_queries: Callable
) -> None:
    for number in range(30):
        TextVersion.objects.create(key=TextKey.THANKS, dutch=f"{number}.", english="x", author=mona)
    desk.get(LIST)

    with django_assert_max_num_queries(10):
        desk.get(LIST)


# --- Writing ----------------------------------------------------------------------------------------------------------
def test_form_begins_with_the_text_of_now(desk: Client) -> None:
    page = soup(desk.get(PAGE))

    assert page.select_one("[name=dutch]").get_text(strip=True) == newest().dutch
    assert page.select_one("[name=based_on]")["value"] == str(newest().pk)


def test_text_is_saved(desk: Client, mona: User) -> None:
    response = desk.post(PAGE, words())

    assert response.url == LIST
    assert (newest().dutch, newest().english, newest().author) == ("**Dank** je wel.", "Thank **you**.", mona)


def test_preview_shows_both_languages_and_saves_nothing(desk: Client) -> None:
    before = newest()

    page = soup(desk.post(PAGE, words(preview="1")))

    shown = [str(prose) for prose in page.select(".portal-card .portal-prose")]
    assert ["<strong>Dank</strong>" in shown[0], "<strong>you</strong>" in shown[1]] == [True, True]
    assert page.select_one(".portal-prose[lang=en]")
    assert page.select_one("[name=dutch]").get_text(strip=True) == "**Dank** je wel."
    assert newest() == before


def test_preview_shows_nothing_hostile(desk: Client) -> None:
    page = soup(desk.post(PAGE, words(preview="1", dutch="<script>alert(1)</script>[x](javascript:alert(1))")))

    shown = page.select_one(".portal-card .portal-prose")
    assert (shown.find("script"), shown.find("a")) == (None, None)


@pytest.mark.parametrize(
    ("other", "field", "sentence"),
    [
        ({"dutch": ""}, "dutch", "Schrijf de tekst in het Nederlands."),
        ({"english": "  "}, "english", "Schrijf de tekst ook in het Engels."),
        ({"dutch": "x" * 1_001}, "dutch", "Dit is te lang. Gebruik niet meer dan 1000 tekens."),
    ],
)
def test_bad_input_is_told_beside_the_field(other: dict[str, str], field: str, sentence: str, desk: Client) -> None:
    before = newest()

    response = desk.post(PAGE, words(**other))

    assert errors(response) == {field: sentence}
    assert newest() == before


def test_text_as_long_as_allowed_is_saved_whatever_the_line_ends(desk: Client) -> None:
    desk.post(PAGE, words(dutch="x\r\n" * 499 + "xx"))

    assert newest().dutch == "x\n" * 499 + "xx"


def test_second_tab_hears_that_somebody_was_first(desk: Client) -> None:
    opened = words(dutch="Van de tweede tab.")
    desk.post(PAGE, words())

    page = soup(desk.post(PAGE, opened))

    assert "Iemand anders heeft deze tekst net bewaard." in page.select_one("[role=alert]").get_text()
    assert page.select_one("[name=dutch]").get_text(strip=True) == "Van de tweede tab."
    assert newest().dutch == "**Dank** je wel."


# --- History ----------------------------------------------------------------------------------------------------------
def test_history_says_who_and_when_newest_first(desk: Client) -> None:
    desk.post(PAGE, words())

    entries = soup(desk.get(HISTORY)).select(".portal-timeline__entry")

    assert [("Geldt nu" in e.get_text(), "Mona Jansen" in e.get_text()) for e in entries] == [
        (True, True),
        (False, False),
    ]


def test_version_shows_what_changed(desk: Client) -> None:
    first = newest()
    desk.post(PAGE, words(dutch=f"{first.dutch} Tot ziens."))

    page = soup(desk.get(f"{HISTORY}{newest().pk}/"))

    added = page.select_one("section.portal-card ins")
    assert added.get_text("|", strip=True) == "erbij:|Tot ziens.|einde erbij,"
    assert page.select("section.portal-card")[0].select("del") == []


def test_first_version_has_nothing_before_it(desk: Client) -> None:
    page = soup(desk.get(f"{HISTORY}{newest().pk}/"))

    assert "Dit is de eerste versie." in page.main.get_text()
    assert page.select("section.portal-card ins, section.portal-card del, main form") == []


def test_older_version_is_put_back(desk: Client, mona: User) -> None:
    first = newest()
    desk.post(PAGE, words())

    response = desk.post(f"{HISTORY}{first.pk}/")

    assert response.url == HISTORY
    assert (newest().dutch, newest().author, TextVersion.objects.of_key(TextKey.THANKS).count()) == (
        first.dutch,
        mona,
        3,
    )


@pytest.mark.parametrize("path", ["/beheer/teksten/gedicht/", "/beheer/teksten/gedicht/versies/"])
def test_unknown_text_is_404(path: str, desk: Client) -> None:
    assert desk.get(path).status_code == 404


def test_version_of_another_text_is_404(desk: Client) -> None:
    other = TextVersion.objects.of_key(TextKey.URGENT)[0]

    assert [desk.get(f"{HISTORY}{pk}/").status_code for pk in (newest().pk, other.pk)] == [200, 404]


@pytest.mark.parametrize("path", [LIST, HISTORY])
def test_reading_pages_refuse_other_methods(path: str, desk: Client) -> None:
    assert desk.post(path).status_code == 405
