"""/initiatieven/nieuw/: four short pages, for a visitor in her session and for who is signed in as a concept."""

import uuid
from collections.abc import Callable

import pytest
from django.test import Client

from gemeente.accounts.models import Profile
from gemeente.places.models import Theme, Wijk
from gemeente.users.models import User
from initiatives.models import Initiative
from tests.drafts import ANSWERS, CONTACT, IDEA, KEEP, NEW, PLACE, SHARE, type_draft
from tests.pages import errors, soup

BAD = [
    ("idee", "title", ""),
    ("idee", "title", "x"),
    ("idee", "title", "t" * 81),
    ("idee", "title", "tuin\x00tuin"),
    ("idee", "summary", ""),
    ("idee", "summary", "kort"),
    ("idee", "summary", "s" * 401),
    ("idee", "theme", "999999"),
    ("idee", "theme", "abc"),
    ("samen", "own_share", ""),
    ("samen", "own_share", "o" * 1001),
    ("samen", "needs", "n" * 1001),
    ("plek", "wijk", ""),
    ("plek", "wijk", "rotterdam"),
    ("plek", "place_text", "p" * 121),
    ("bereikbaar", "contact_way", ""),
    ("bereikbaar", "day_part", ""),
    ("bereikbaar", "phone", ""),
]


@pytest.fixture(autouse=True)
def town(reference: None, oostgaarde: Wijk) -> None:
    """Themes and a wijk to choose from."""


def address(page: str, initiative: Initiative | None = None) -> str:
    """Where a question is asked: for a visitor, or of a concept."""
    if initiative:
        return f"/initiatieven/{initiative.slug}/bewerken/{page}/"
    return NEW if page == "idee" else f"{NEW}{page}/"


# --- A visitor --------------------------------------------------------------------------------------------------------
def test_visitor_keeps_her_answers_in_her_session_only(client: Client) -> None:
    type_draft(client)

    assert Initiative.objects.count() == 0
    for page, answers in ANSWERS.items():
        form = soup(client.get(address(page))).select_one("main form")
        kept = {name: value_of(form, name) for name in answers}
        assert (page, kept) == (page, answers)


def value_of(form: object, name: str) -> str:
    """What a field of a form shows."""
    field = form.select(f"[name={name}]")
    if field[0].get("type") == "radio":
        return next((one["value"] for one in field if one.has_attr("checked")), "")
    if field[0].name == "select":
        return next((one["value"] for one in field[0].select("[selected]")), "")
    return field[0].get_text(strip=True) if field[0].name == "textarea" else field[0].get("value", "")


def test_visitor_who_jumps_ahead_is_brought_back(client: Client) -> None:
    client.post(NEW, IDEA)

    assert client.get(address("bereikbaar")).headers["Location"] == address("samen")
    assert client.get(KEEP).status_code == 302


@pytest.mark.parametrize("page", ["onzin", "foto"])
def test_question_that_is_not_there_is_404(page: str, client: Client) -> None:
    assert client.get(address(page)).status_code == 404


@pytest.mark.parametrize(("page", "field", "value"), BAD)
def test_visitor_hears_beside_the_field_what_is_wrong(page: str, field: str, value: str, client: Client) -> None:
    for before in list(ANSWERS)[: list(ANSWERS).index(page)]:
        client.post(address(before), ANSWERS[before])

    response = client.post(address(page), ANSWERS[page] | {field: value})

    assert response.status_code == 200
    assert list(errors(response)) == [field]
    assert page not in str(client.session.get("initiative_draft", {}).keys())


def test_draft_becomes_a_concept_once_she_has_signed_in(client: Client, fatima: User) -> None:
    type_draft(client)
    client.force_login(fatima)

    shown = client.get(NEW)
    assert shown.headers["Location"] == KEEP
    assert IDEA["title"] in client.get(KEEP).content.decode()
    assert Initiative.objects.count() == 0
    done = client.post(KEEP)

    initiative = Initiative.objects.get()
    assert done.headers["Location"] == address("foto", initiative)
    assert (initiative.owner, initiative.title, initiative.own_share) == (fatima, IDEA["title"], SHARE["own_share"])
    assert (initiative.needs, initiative.wijk.slug, initiative.place_kind) == (SHARE["needs"], "oostgaarde", "wijk")
    profile = Profile.objects.get(user=fatima)
    assert {name: getattr(profile, name) for name in CONTACT} == CONTACT
    assert client.get(KEEP).status_code == 302
    assert "initiative_draft" not in client.session


def test_whole_draft_goes_on_without_a_photo_at_once(client: Client, fatima: User) -> None:
    type_draft(client)
    client.force_login(fatima)
    assert [one.get_text() for one in soup(client.get(KEEP)).main.select("button")] == [
        "Verder zonder foto",
        "Kies een foto",
    ]

    done = client.post(KEEP, {"photo": "no"})

    assert done.headers["Location"] == f"/initiatieven/{Initiative.objects.get().slug}/publiceren/"


def test_half_a_draft_goes_on_where_it_was(client: Client, fatima: User) -> None:
    client.post(NEW, IDEA)
    client.post(address("samen"), SHARE)
    client.force_login(fatima)
    assert [one.get_text() for one in soup(client.get(KEEP)).main.select("button")] == ["Ga verder"]

    done = client.post(KEEP, {"photo": "no"})

    assert done.headers["Location"] == address("plek", Initiative.objects.get())


def test_draft_with_a_theme_that_ended_is_asked_again(client: Client, fatima: User, garden_theme: Theme) -> None:
    type_draft(client, idee={"theme": str(garden_theme.pk)})
    Theme.objects.update(ends_on="2026-01-01")
    client.force_login(fatima)

    page = client.get(KEEP, follow=True)

    assert page.redirect_chain[-1][0] == NEW
    assert soup(page).select_one("[name=title]")["value"] == IDEA["title"]


def test_draft_of_one_visitor_is_not_shown_to_another(client: Client) -> None:
    type_draft(client)

    other = Client().get(NEW).content.decode()

    assert IDEA["title"] not in other


# --- Signed in --------------------------------------------------------------------------------------------------------
def test_each_answer_of_who_is_signed_in_is_saved(client_for: Callable[..., Client], fatima: User) -> None:
    client = client_for(fatima)
    way = []
    for page, answers in ANSWERS.items():
        initiative = Initiative.objects.first()
        way.append(client.post(address(page, initiative), answers).headers["Location"].split("/")[-2])
        assert Initiative.objects.count() == 1

    initiative = Initiative.objects.get()
    assert way == ["samen", "plek", "bereikbaar", "foto"]
    assert (initiative.title, initiative.own_share, initiative.wijk.slug) == (
        IDEA["title"],
        SHARE["own_share"],
        PLACE["wijk"],
    )
    assert Profile.objects.get(user=fatima).phone == CONTACT["phone"]


@pytest.mark.parametrize("again", [{}, {"submission_key": str(uuid.uuid4())}], ids=["same form", "back and again"])
def test_new_posted_twice_makes_one(again: dict[str, str], client_for: Callable[..., Client], fatima: User) -> None:
    client = client_for(fatima)
    client.post(NEW, IDEA)

    second = client.post(NEW, IDEA | again)

    assert Initiative.objects.count() == 1
    assert second.status_code == 302


def test_new_sent_again_with_other_words_keeps_those(client_for: Callable[..., Client], fatima: User) -> None:
    client = client_for(fatima)
    client.post(NEW, IDEA)

    client.post(NEW, IDEA | {"title": "Pluktuin achter de Hoven", "summary": "Bessen voor iedereen."})

    initiative = Initiative.objects.get()
    assert (initiative.title, initiative.summary) == ("Pluktuin achter de Hoven", "Bessen voor iedereen.")


def test_new_for_the_whole_town_has_no_wijk(client_for: Callable[..., Client], fatima: User) -> None:
    client = client_for(fatima)
    client.post(NEW, IDEA)

    client.post(address("plek", Initiative.objects.get()), PLACE | {"wijk": "heel-capelle"})

    assert Initiative.objects.get().wijk is None
    assert Initiative.objects.get().place_kind == "wijk"


@pytest.mark.parametrize(("page", "field", "value"), BAD)
def test_new_refuses_nonsense_beside_the_field(
    page: str, field: str, value: str, client_for: Callable[..., Client], fatima: User
) -> None:
    client = client_for(fatima)
    if page != "idee":
        client.post(NEW, IDEA)
    before = list(Initiative.objects.values())

    response = client.post(address(page, Initiative.objects.first()), ANSWERS[page] | {field: value})

    assert response.status_code == 200
    assert list(errors(response)) == [field]
    assert list(Initiative.objects.values()) == before


def test_new_with_the_key_of_another_is_refused(client_for: Callable[..., Client], fatima: User, bram: User) -> None:
    client_for(fatima).post(NEW, IDEA)

    response = client_for(bram).post(NEW, IDEA | {"title": "Iets heel anders"})

    assert "hoort bij iemand anders" in response.content.decode()
    assert Initiative.objects.get().owner == fatima


def test_new_shows_hostile_text_as_text(client_for: Callable[..., Client], fatima: User) -> None:
    client = client_for(fatima)
    client.post(NEW, IDEA | {"title": "<script>alert(1)</script> & co"})

    page = client.get(Initiative.objects.get().get_absolute_url()).content.decode()

    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


@pytest.mark.parametrize("is_visitor", [True, False])
def test_new_begins_with_the_wijk_one_came_from(
    is_visitor: bool, client_for: Callable[..., Client], fatima: User
) -> None:
    client = client_for(None if is_visitor else fatima)
    begun = soup(client.get(f"{NEW}?wijk=oostgaarde")).select_one("[name=wijk]")["value"]
    client.post(NEW, IDEA | {"wijk": begun})
    client.post(address("samen", Initiative.objects.first()), SHARE)

    page = soup(client.get(address("plek", Initiative.objects.first())))

    assert page.select_one("select[name=wijk] option[selected]")["value"] == "oostgaarde"


@pytest.mark.parametrize("wijk", ["rotterdam", "<script>", "x" * 300])
def test_new_from_nowhere_asks_the_wijk(wijk: str, client_for: Callable[..., Client], fatima: User) -> None:
    client_for(fatima).post(NEW, IDEA | {"wijk": wijk})

    assert Initiative.objects.get().wijk is None


def test_new_with_a_stale_token_says_what_to_do(fatima: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(fatima)

    response = client.post(NEW, IDEA)

    assert response.status_code == 403
    assert "opnieuw" in response.content.decode()
    assert Initiative.objects.count() == 0
