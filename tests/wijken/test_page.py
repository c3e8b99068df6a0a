"""The page of a wijk as its WOP arranges it: a draft, a preview, and versions that stand."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from gemeente.activity.models import Entry
from gemeente.lib.errors import Refused, Stale
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.factories.initiatives import published
from tests.factories.pages import TEXT_BLOCK, page, row
from tests.pages import errors, soup
from wijken.actions import page as actions
from wijken.actions.page import arrangement_of, current_page, token_of
from wijken.models import PageState, WijkPage
from wijken.sections import MOST_TEXTS, arrange, moved, to_stored

HOME = "/wijken/oostgaarde/"
PAGE = f"{HOME}wop/pagina/"


def keys_of(wijk: Wijk) -> list[str]:
    return [section.key for section in arrangement_of(current_page(wijk)).sections]


def headings(response: object) -> list[str]:
    return [one.get_text() for one in soup(response).select("main section[aria-labelledby^=deel-] > h2")]


# --- Sections ---------------------------------------------------------------------------------------------------------
def test_every_section_can_be_called_otherwise() -> None:
    assert [section.key for section in arrange([]) if not section.common_title or not section.panel.title] == []


def test_what_was_never_placed_stands_behind_its_neighbour_of_the_common_order() -> None:
    common = [section.key for section in arrange([])]
    second, rest = common[1], [row(key) for key in common if key != common[1]]

    assert [section.key for section in arrange(rest)] == common
    assert [section.key for section in arrange(rest[::-1])] == [*common[:1:-1], common[0], second]


def test_what_is_gone_from_the_portal_is_left_out() -> None:
    assert "old" not in [section.key for section in arrange([row("old")])]


@pytest.mark.parametrize(("place", "expected"), [(1, "cab"), (2, "acb"), (3, "abc"), (0, "cab"), (9, "abc")])
def test_section_moves_no_further_than_the_ends(place: int, expected: str) -> None:
    sections = [section for section in arrange([row(f"text-{name}") for name in "abc"]) if section.is_text]

    assert "".join(section.key[-1] for section in moved(sections, "text-c", place)) == expected


# --- The draft --------------------------------------------------------------------------------------------------------
def test_wop_makes_its_own_page(
    client: Client,
    client_for: Callable[..., Client],
    willem: User,
    oostgaarde: Wijk,
    reference: None,
) -> None:
    published(wijk=oostgaarde)
    board = client_for(willem)
    seen = soup(board.get(PAGE)).select_one("input[name=seen]")["value"]
    assert seen == "1.0"

    first = keys_of(oostgaarde).index("initiatives") + 1
    board.post(f"{PAGE}deel/initiatives/plaats/", {"seen": seen, "place": 1})
    board.post(f"{PAGE}deel/initiatives/plaats/", {"seen": seen, "place": 1})  # a double click
    board.post(f"{PAGE}deel/agenda/tonen/", {"seen": "1.1", "choice": "hide"})
    board.post(f"{PAGE}welkom/", {"seen": "1.2", "text": "Welkom in *ons* Oostgaarde."})
    board.post(f"{PAGE}deel/initiatives/", {"seen": "1.3", "title": "Wat wij doen", "text": "Doe mee!"})
    told = {"seen": "1.4", "title": "Spreekuur", "text": "Elke dinsdag.", "submission_key": "0" * 32}
    board.post(f"{PAGE}tekst/", told)
    board.post(f"{PAGE}tekst/", told)

    assert first > 1
    assert current_page(oostgaarde).version == 5
    online = client.get(HOME)
    assert "Wat wij doen" not in headings(online)
    preview = board.get(f"{PAGE}voorbeeld/")
    assert headings(preview)[:2] == ["Spreekuur", "Wat wij doen"]

    board.post(f"{PAGE}online/", {"seen": "1.5"})
    response = board.post(f"{PAGE}online/", {"seen": "1.5"})

    assert response.status_code == 302
    online = client.get(f"{HOME}?x")
    assert headings(online)[:2] == ["Spreekuur", "Wat wij doen"]
    assert "Waar wij aan werken" not in headings(online)
    assert soup(online).select_one("main em").get_text() == "ons"
    assert list(Entry.objects.filter(verb__startswith="wijk_page").order_by("pk").values_list("verb", flat=True)) == [
        "wijk_page_drafted",
        "wijk_page_published",
    ]


def test_stale_click_is_refused_and_what_was_typed_stays(
    client_for: Callable[..., Client], willem: User, oostgaarde: Wijk, reference: None
) -> None:
    page(oostgaarde, welcome="Van een ander", is_draft=True)
    board = client_for(willem)

    click = board.post(f"{PAGE}deel/agenda/tonen/", {"seen": "1.0", "choice": "hide"})
    typed = board.post(f"{PAGE}welkom/", {"seen": "1.0", "text": "Van mij"})

    assert click.status_code == 409
    shown = soup(typed)
    assert "net veranderd" in shown.main.get_text()
    assert "Van een ander" in shown.main.get_text()
    assert shown.select_one("textarea").get_text().strip() == "Van mij"
    again = {"text": "Van mij", "seen": shown.select_one("input[name=seen]")["value"]}
    assert board.post(f"{PAGE}welkom/", again).status_code == 302
    assert current_page(oostgaarde).welcome == "Van mij"


@pytest.mark.parametrize("who", ["bram", "wilma", "noor", "mona"])
def test_nobody_else_changes_it(cast: dict[str, User], oostgaarde: Wijk, reference: None, who: str) -> None:
    draft = page(oostgaarde, TEXT_BLOCK, is_draft=True)
    told = {"wijk": oostgaarde, "actor": cast[who], "seen": token_of(draft)}

    for act in (
        lambda: actions.move_section(**told, key="agenda", place=1),
        lambda: actions.show_section(**told, key="agenda", is_shown=False),
        lambda: actions.word_section(**told, key="agenda", title="Ander", text=""),
        lambda: actions.write_welcome(**told, text="Ander"),
        lambda: actions.add_text(**told, key="text-2", title="", text="Ander"),
        lambda: actions.drop_text(**told, key="text-1"),
        lambda: actions.put_back(**told, page=draft),
        lambda: actions.publish_page(**told),
        lambda: actions.discard_page(**told),
    ):
        with pytest.raises(Refused, match="Alleen het bestuur"):
            act()
    assert current_page(oostgaarde) == draft


def test_draft_is_thrown_away_and_an_earlier_version_put_back(
    client_for: Callable[..., Client], willem: User, oostgaarde: Wijk, reference: None
) -> None:
    page(oostgaarde, row("agenda"), TEXT_BLOCK, welcome="Het eerste")
    page(oostgaarde, welcome="Het tweede")
    page(oostgaarde, welcome="Half af", is_draft=True)
    board = client_for(willem)

    board.post(f"{PAGE}weggooien/", {"seen": "3.1"})
    board.post(f"{PAGE}weggooien/", {"seen": "3.1"})
    assert current_page(oostgaarde).welcome == "Het tweede"
    assert "Het eerste" in soup(board.get(f"{PAGE}versies/1/")).main.get_text()
    board.post(f"{PAGE}versies/1/", {"seen": "3.0"})
    board.post(f"{PAGE}versies/1/", {"seen": "3.0"})

    back = current_page(oostgaarde)
    assert (back.number, back.state, back.welcome) == (3, PageState.DRAFT, "Het eerste")
    assert "text-1" in keys_of(oostgaarde)
    assert len(soup(board.get(f"{PAGE}versies/")).select(".portal-row")) == 2


def test_draft_that_somebody_changed_is_not_put_online_or_thrown_away_unseen(
    willem: User, oostgaarde: Wijk, reference: None
) -> None:
    page(oostgaarde, welcome="Net anders", is_draft=True)

    for act in (actions.publish_page, actions.discard_page):
        with pytest.raises(Stale):
            act(wijk=oostgaarde, actor=willem, seen="1.0")
    with pytest.raises(Stale):
        actions.publish_page(wijk=oostgaarde, actor=willem, seen="9.1")


def test_text_of_its_own_is_bounded_and_goes_away(
    client_for: Callable[..., Client], willem: User, oostgaarde: Wijk, reference: None
) -> None:
    page(oostgaarde, *(row(f"text-{n}", text="Iets") for n in range(MOST_TEXTS)), is_draft=True)
    board = client_for(willem)
    told = {"seen": "1.1", "title": "Nog een", "text": "Te veel", "submission_key": "0" * 32}

    assert "Haal er eerst een weg" in soup(board.post(f"{PAGE}tekst/", told)).main.get_text()
    assert "Schrijf wat er moet staan" in errors(board.post(f"{PAGE}tekst/", told | {"text": " "}))["text"]
    assert board.get(f"{PAGE}deel/agenda/weg/").status_code == 404
    assert board.get(f"{PAGE}deel/unknown/").status_code == 404
    board.post(f"{PAGE}deel/text-3/weg/", {"seen": "1.1"})
    board.post(f"{PAGE}deel/text-3/weg/", {"seen": "1.1"})
    assert "text-3" not in keys_of(oostgaarde)


def test_what_was_online_never_changes(oostgaarde: Wijk) -> None:
    stands = page(oostgaarde)

    for act in (stands.delete, lambda: WijkPage.objects.update(welcome="Anders")):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()


# --- What visitors see ------------------------------------------------------------------------------------------------
def test_words_of_a_wop_do_nothing_but_be_read(client: Client, oostgaarde: Wijk, reference: None) -> None:
    evil = "<script>alert(1)</script> [klik](javascript:alert(1))"
    page(oostgaarde, row("text-1", title="<b>Kop</b>", text=evil), welcome=evil)

    main = soup(client.get(HOME)).main

    assert not main.select("section[aria-labelledby=deel-text-1] a, main script")
    assert "<b>Kop</b>" in headings(client.get(HOME))


def test_words_of_a_wop_are_dutch_on_an_english_page(client: Client, oostgaarde: Wijk, reference: None) -> None:
    page(oostgaarde, row("initiatives", title="Wat wij doen"), TEXT_BLOCK, welcome="Welkom")

    main = soup(client.get(f"/en{HOME}")).main

    dutch = {one.get_text(strip=True) for one in main.select("[lang=nl]")}
    assert {"Welkom", "Wat wij doen", "Van ons"} <= dutch


def test_sections_that_are_left_out_are_not_asked(
    client: Client, oostgaarde: Wijk, reference: None, django_assert_max_num_queries: object
) -> None:
    hidden = [row(section.key, is_shown=False) for section in arrange([])]
    page(oostgaarde, *hidden)
    client.get(HOME)

    with django_assert_max_num_queries(4):
        response = client.get(f"{HOME}?x")

    assert headings(response) == []
    assert to_stored(arrange(hidden)) == hidden
