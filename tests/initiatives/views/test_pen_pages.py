"""/initiatieven/<slug>/ with rights, namen/, helper/<id>/recht/, pauze/, verder/, overdragen/ and overnemen/."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from gemeente.accounts.enums import AgeGroup
from gemeente.accounts.models import Profile
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.handover import offer_initiative
from initiatives.actions.joining import participate
from initiatives.actions.naming import choose_name, name_organisation
from initiatives.actions.news import tell_news
from initiatives.actions.pausing import pause_initiative
from initiatives.delivery import helper_token
from initiatives.enums import ParticipationKind, Right
from initiatives.models import Helper, Initiative, Offer
from tests.factories.initiatives import published
from tests.factories.outdoors import give_helper
from tests.pages import errors, soup

REASON = "In de winter groeit er niets."


@pytest.fixture
def initiative(fatima: User, oostgaarde: Wijk, reference: None) -> Initiative:
    return published(owner=fatima, wijk=oostgaarde, title="Moestuin achter de Hoven")


@pytest.fixture
def path(initiative: Initiative) -> str:
    return initiative.get_absolute_url()


def words(client: Client, path: str) -> str:
    return soup(client.get(path)).main.get_text(" ", strip=True)


# --- Who may what -----------------------------------------------------------------------------------------------------
def test_public_page_names_owners_by_the_names_they_chose(
    initiative: Initiative, fatima: User, bram: User, wilma: User, petra: User, path: str, client: Client
) -> None:
    for who, right in ((bram, Right.OWNER), (wilma, Right.IN_NAME), (petra, Right.WRITER)):
        give_helper(initiative, who, right=right)
    choose_name(initiative=initiative, actor=bram, name="Bram van de hoek")
    choose_name(initiative=initiative, actor=petra, name="Pen")
    name_organisation(initiative=initiative, actor=fatima, organisation="Vereniging Tuindorp")
    tell_news(initiative=initiative, actor=petra, title="Water", text="Er is water.")

    page = words(client, path)

    assert "van Fatima en Bram van de hoek, voor Vereniging Tuindorp, met hulp van Wilma" in page
    assert ("· Pen" in page, "Petra" in page) == (True, False)


@pytest.mark.parametrize(
    ("right", "shown", "hidden"),
    [
        (Right.OWNER, ["Dit is ook van jou", "Zet een stap verder", "Neem pauze"], ["Wie mag wat?", "Ik doe mee"]),
        (Right.IN_NAME, ["Je helpt Fatima", "Zet een stap verder"], ["Wie mag wat?", "Ik doe mee"]),
        (Right.WRITER, ["Je schrijft mee", "Pas de tekst aan", "Ik doe mee"], ["Zet een stap verder", "Neem pauze"]),
        (Right.READER, ["Je leest mee", "Stop hiermee", "Ik doe mee"], ["Pas de tekst aan", "Welke namen"]),
    ],
)
def test_page_offers_each_what_her_right_allows(
    right: Right,
    shown: list[str],
    hidden: list[str],
    initiative: Initiative,
    bram: User,
    path: str,
    client_for: Callable[..., Client],
) -> None:
    give_helper(initiative, bram, right=right)

    page = words(client_for(bram), path)

    assert ([one for one in shown if one not in page], [one for one in hidden if one in page]) == ([], [])


def test_owner_changes_a_right(initiative: Initiative, wilma: User, path: str, client_for: Callable) -> None:
    helper = give_helper(initiative, wilma, right=Right.READER)
    client = client_for(initiative.owner)

    wrong = client.post(f"{path}helper/{helper.pk}/recht/", {"right": "boss"})
    page = client.post(f"{path}helper/{helper.pk}/recht/", {"right": "owner"}, follow=True)

    assert errors(wrong) == {"right": "Kies een van deze vier."}
    assert "Mede-eigenaar" in soup(page).select_one(".portal-row").get_text()
    assert "mede-eigenaar, met Fatima" in words(client_for(wilma), "/mijn/")


@pytest.mark.parametrize("right", Right)
def test_mailed_link_says_for_what_she_is_asked(
    right: Right, initiative: Initiative, wilma: User, client: Client, client_for: Callable
) -> None:
    asked = Helper.objects.create(
        initiative=initiative, email=wilma.email, name="Wilma", named_by=initiative.owner, right=right
    )

    page = words(client, f"/helpen/{helper_token(asked.pk)}/")
    client.post(f"/helpen/{helper_token(asked.pk)}/", {"answer": "yes"})

    title = {
        Right.IN_NAME: "Wil je Fatima helpen?",
        Right.OWNER: "mede-eigenaar, samen met Fatima?",
        Right.WRITER: "Schrijf je mee met Fatima?",
        Right.READER: "Lees je mee met Fatima?",
    }[right]
    assert title in page
    assert Helper.objects.active().get().right == right


def test_reader_sees_who_joins_in_and_not_how_to_reach_them(
    initiative: Initiative, bram: User, wilma: User, path: str, client_for: Callable
) -> None:
    participate(initiative=initiative, actor=bram, kind=ParticipationKind.JOIN, message="Ik heb een schop.")
    give_helper(initiative, wilma, right=Right.READER)

    pages = [client_for(who).get(f"{path}meedoeners/").content.decode() for who in (initiative.owner, wilma)]

    assert ["Ik heb een schop." in page for page in pages] == [True, True]
    assert [bram.email in page for page in pages] == [True, False]
    assert ["Blokkeer" in page for page in pages] == [True, False]


def test_page_costs_the_same_for_one_and_for_many(
    initiative: Initiative, cast: dict[str, User], path: str, client_for: Callable
) -> None:
    client = client_for(cast["willem"])  # of a visitor the page is kept
    give_helper(initiative, cast["bram"], right=Right.OWNER)
    tell_news(initiative=initiative, actor=cast["bram"], title="Nieuws", text="Er is water.")
    client.get(path)
    with CaptureQueriesContext(connection) as one:
        client.get(path)

    for who in ("petra", "hans", "griet", "dirk", "els"):
        give_helper(initiative, cast[who], right=Right.OWNER)
        choose_name(initiative=initiative, actor=cast[who], name=f"Naam {who}")
        tell_news(initiative=initiative, actor=cast[who], title="Nieuws", text="Er is water.")
    with CaptureQueriesContext(connection) as many:
        client.get(path)

    assert len(many) == len(one) <= 14


# --- Names ------------------------------------------------------------------------------------------------------------
def test_owner_chooses_names(initiative: Initiative, path: str, client_for: Callable, client: Client) -> None:
    told = {"name": "Faat", "organisation": "Vereniging Tuindorp"}

    client_for(initiative.owner).post(f"{path}namen/", told)

    assert "van Faat, voor Vereniging Tuindorp" in words(client, path)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "f@voorbeeld.example"),
        ("name", "Bel 06 1234 5678"),
        ("name", "f" * 41),
        ("organisation", "info@tuindorp.example"),
        ("organisation", "Tuindorp 010-555 0123"),
        ("organisation", "T" * 81),
    ],
)
def test_address_is_no_name(field: str, value: str, initiative: Initiative, path: str, client_for: Callable) -> None:
    response = client_for(initiative.owner).post(f"{path}namen/", {"name": "Faat", "organisation": "", field: value})

    assert (list(errors(response)), Initiative.objects.get().shown_names) == ([field], {})
    assert soup(response).select_one(f"[name={field}]")["value"] == value


def test_year_in_a_name_is_no_phone_number(initiative: Initiative, path: str, client_for: Callable) -> None:
    client_for(initiative.owner).post(f"{path}namen/", {"organisation": "Tuindorp 1923-2023"[:14]})

    assert Initiative.objects.get().organisation == "Tuindorp 1923-"[:14].strip()


def test_writer_chooses_her_own_name_only(initiative: Initiative, wilma: User, path: str, client_for: Callable) -> None:
    give_helper(initiative, wilma, right=Right.WRITER)

    client_for(wilma).post(f"{path}namen/", {"name": "Wil", "organisation": "Van mij"})

    row = Initiative.objects.get()
    assert (row.shown_names, row.organisation) == ({str(wilma.pk): "Wil"}, "")


def test_child_is_asked_for_the_organisation_only(initiative: Initiative, path: str, client_for: Callable) -> None:
    Profile.objects.filter(user=initiative.owner).update(age_group=AgeGroup.YOUNG)

    page = soup(client_for(initiative.owner).get(f"{path}namen/"))

    assert [field["name"] for field in page.select("main form input[type=text]")] == ["organisation"]


def test_two_tabs_do_not_write_over_each_other(
    initiative: Initiative, fatima: User, path: str, client_for: Callable
) -> None:
    client = client_for(fatima)
    based_on = soup(client.get(f"{path}namen/")).select_one("[name=based_on]")["value"]
    name_organisation(initiative=initiative, actor=fatima, organisation="Vereniging Tuindorp")

    page = soup(client.post(f"{path}namen/", {"organisation": "De Hoven", "based_on": based_on}))
    fresh = page.select_one("[name=based_on]")["value"]
    client.post(f"{path}namen/", {"organisation": "De Hoven in Tuindorp", "based_on": fresh})

    assert ("Iemand was je net voor" in page.get_text(), "Vereniging Tuindorp" in page.main.get_text()) == (True, True)
    assert Initiative.objects.get().organisation == "De Hoven in Tuindorp"


# --- Pause ------------------------------------------------------------------------------------------------------------
def test_owner_pauses_and_everybody_sees_why_and_until_when(
    initiative: Initiative, path: str, client_for: Callable, client: Client
) -> None:
    until = timezone.localdate() + dt.timedelta(days=40)

    client_for(initiative.owner).post(f"{path}pauze/", {"reason": REASON, "until": until.isoformat()})

    page = words(client, path)
    assert (REASON in page, "Gepauzeerd" in page, "weer verder" in page) == (True, True, True)
    assert "Ik doe mee" in page
    for listed in ("/initiatieven/", "/wijken/oostgaarde/"):
        card = soup(client.get(listed)).select_one(".portal-card--picture")
        assert card.select_one(".portal-badge").get_text(strip=True) == "Gepauzeerd"


def test_owner_changes_the_day(initiative: Initiative, fatima: User, path: str, client_for: Callable) -> None:
    days = [timezone.localdate() + dt.timedelta(days=number) for number in (20, 40)]
    pause_initiative(initiative=initiative, actor=fatima, reason=REASON, until=days[0])
    client = client_for(fatima)
    form = soup(client.get(f"{path}pauze/")).select_one("main form")
    shown = {name: form.select_one(f"[name={name}]") for name in ("until", "based_on")}

    told = {"reason": REASON, "until": days[1].isoformat(), "based_on": shown["based_on"]["value"]}
    client.post(f"{path}pauze/", told)

    assert (shown["until"]["value"], Initiative.objects.get().paused_until) == (days[0].isoformat(), days[1])


@pytest.mark.parametrize(
    ("told", "fields"),
    [
        ({}, ["reason"]),
        ({"reason": REASON, "until": "gisteren"}, ["until"]),
        ({"reason": REASON, "until": "2020-01-01"}, ["until"]),
        ({"reason": "r" * 301}, ["reason"]),
    ],
)
def test_owner_hears_beside_the_field_what_is_wrong(
    told: dict[str, str], fields: list[str], initiative: Initiative, path: str, client_for: Callable
) -> None:
    response = client_for(initiative.owner).post(f"{path}pauze/", told)

    assert (list(errors(response)), Initiative.objects.get().is_paused) == (fields, False)


def test_one_click_goes_on(initiative: Initiative, fatima: User, path: str, client_for: Callable) -> None:
    pause_initiative(initiative=initiative, actor=fatima, reason=REASON)
    client = client_for(fatima)
    shown = [f"{path}verder/" in client.get(page).content.decode() for page in (path, "/mijn/")]

    page = client.post(f"{path}verder/", follow=True)

    assert (shown, Initiative.objects.get().is_paused) == ([True, True], False)
    assert "Mooi, jullie gaan verder" in page.content.decode()


def test_pause_written_in_another_tab_is_shown(
    initiative: Initiative, fatima: User, path: str, client_for: Callable
) -> None:
    client = client_for(fatima)
    based_on = soup(client.get(f"{path}pauze/")).select_one("[name=based_on]")["value"]
    pause_initiative(initiative=initiative, actor=fatima, reason=REASON)

    page = soup(client.post(f"{path}pauze/", {"reason": "Het vriest.", "based_on": based_on}))

    assert ("Iemand was je net voor" in page.get_text(), REASON in page.main.get_text()) == (True, True)
    assert Initiative.objects.get().pause_reason == REASON


def test_running_does_not_list_what_rests(initiative: Initiative, fatima: User, client: Client) -> None:
    Initiative.objects.update(stage="running")
    pause_initiative(initiative=initiative, actor=fatima, reason=REASON)

    page = words(client, "/initiatieven/?fase=running")

    assert initiative.title not in page


# --- Handing over -----------------------------------------------------------------------------------------------------
def test_owner_offers_it_and_the_other_takes_it_over(
    initiative: Initiative, fatima: User, wilma: User, path: str, client_for: Callable, client: Client
) -> None:
    helper = give_helper(initiative, wilma, right=Right.WRITER)
    page = client_for(fatima).post(f"{path}overdragen/", {"helper": helper.pk, "stays_on": "yes"}, follow=True)
    asked = words(client_for(wilma), "/mijn/")

    client_for(wilma).post(f"{path}overnemen/", {"answer": "yes"})

    assert "Je aanbod wacht op antwoord" in page.content.decode()
    assert "Fatima wil dit aan jou overdragen" in asked
    assert "van Wilma en Fatima" in words(client, path)


@pytest.mark.parametrize(("told", "fields"), [({}, ["helper", "stays_on"]), ({"helper": "0", "stays_on": "?"}, None)])
def test_owner_chooses_somebody_who_is_there(
    told: dict[str, str], fields: list[str] | None, initiative: Initiative, wilma: User, path: str, client_for: Callable
) -> None:
    give_helper(initiative, wilma)

    response = client_for(initiative.owner).post(f"{path}overdragen/", told)

    assert (list(errors(response)), Offer.objects.count()) == (fields or ["helper", "stays_on"], 0)


def test_owner_without_anybody_is_told_what_to_do(initiative: Initiative, path: str, client_for: Callable) -> None:
    page = soup(client_for(initiative.owner).get(f"{path}overdragen/"))

    assert page.select_one(f"main a[href='{path}helper/']")


@pytest.mark.parametrize("answer", ["no", "", "misschien"])
def test_anything_but_yes_is_no_yes(
    answer: str, initiative: Initiative, fatima: User, wilma: User, path: str, client_for: Callable
) -> None:
    offer_initiative(initiative=initiative, actor=fatima, helper=give_helper(initiative, wilma), stays_on=True)

    client_for(wilma).post(f"{path}overnemen/", {"answer": answer})

    assert (Initiative.objects.get().owner, Offer.objects.open().count()) == (fatima, 0)


def test_owner_takes_it_back_and_the_page_is_gone(
    initiative: Initiative, fatima: User, wilma: User, path: str, client_for: Callable
) -> None:
    offer_initiative(initiative=initiative, actor=fatima, helper=give_helper(initiative, wilma), stays_on=True)

    page = client_for(fatima).post(f"{path}overdragen/terug/", follow=True)

    assert "blijft van jou" in page.content.decode()
    assert client_for(wilma).get(f"{path}overnemen/").status_code == 404


@pytest.mark.parametrize("who", ["bram", "fatima", "noor"])
def test_offer_of_somebody_else_is_not_there(
    who: str, initiative: Initiative, cast: dict[str, User], path: str, client_for: Callable
) -> None:
    helper = give_helper(initiative, cast["wilma"])
    offer_initiative(initiative=initiative, actor=cast["fatima"], helper=helper, stays_on=True)

    client = client_for(cast[who])

    assert (client.get(f"{path}overnemen/").status_code, client.post(f"{path}overnemen/").status_code) == (404, 404)


def test_goodbye_goes_on_with_a_co_owner_by_itself(
    initiative: Initiative, fatima: User, wilma: User, client_for: Callable
) -> None:
    helper = give_helper(initiative, wilma, right=Right.OWNER)

    page = soup(client_for(fatima, second_factor=False).get("/mijn/afscheid/"))

    chosen = page.select_one("input[type=radio][checked]")
    assert chosen["value"] == f"hand_over_{helper.pk}"
