"""Saying goodbye: to a helper, away, or on without a name."""

from collections.abc import Callable

import pytest
from django.core.files.storage import Storage
from django.test import Client
from django.utils import timezone

from gemeente.accounts.actions import close_account
from gemeente.activity.models import Notice, Subject
from gemeente.cases.enums import CaseState
from gemeente.cases.models import CaseFile, CasePerson
from gemeente.lib.errors import Refused
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.documents import add_document
from initiatives.actions.inquiries import ask_owner
from initiatives.actions.joining import participate
from initiatives.actions.leaving import EMPTY_TITLE, hand_over, withdraw_initiative
from initiatives.actions.news import tell_news
from initiatives.actions.photos import set_photo
from initiatives.actions.rights import end_helper
from initiatives.enums import ParticipationKind, PlaceKind
from initiatives.models import Consent, Document, Helper, Initiative, Inquiry, Participation, Photo, Update
from initiatives.personal_data import export_initiatives, move_initiatives
from tests.conftest import undone
from tests.factories.documents import a_document
from tests.factories.initiatives import published
from tests.factories.outdoors import complete, give_helper, noted, online
from tests.factories.photos import a_photo
from tests.pages import soup

PAGE = "/mijn/afscheid/"


@pytest.fixture
def initiative(fatima: User, bram: User, oostgaarde: Wijk, reference: None) -> Initiative:
    """Fatima's, with everything somebody can hang on it."""
    initiative = published(owner=fatima, wijk=oostgaarde, title="Moestuin achter de Hoven", needs="Handen")
    Initiative.objects.update(place_kind=PlaceKind.HOME, place_text="Hovenstraat", longitude=4.505, latitude=51.905)
    set_photo(initiative=initiative, actor=fatima, photo=a_photo(), description="Tuin-kanarie")
    tell_news(initiative=initiative, actor=fatima, title="Nieuws-kanarie", text="Zaterdag.", photos=[a_photo()])
    for title, is_public in (("Tekening-kanarie", True), ("Begroting-kanarie", False)):
        paper = {"document": a_document(), "title": title, "is_public": is_public}
        add_document(initiative=initiative, actor=fatima, **paper)
    participate(initiative=initiative, actor=bram, kind=ParticipationKind.JOIN, message="Ik heb een schop.")
    ask_owner(initiative=initiative, actor=bram, text="Vraag-kanarie?")
    return Initiative.objects.get()


def say(client: Client, initiative: Initiative, choice: str | None) -> None:
    """Send in the page of goodbye."""
    told = {"sure": "on"} | ({f"farewell-initiative_{initiative.pk}": choice} if choice else {})
    response = client.post(PAGE, told)
    assert b"Je account is gesloten" in response.content or response.status_code == 200


@pytest.mark.parametrize("choice", [None, "keep"])
def test_text_stays_without_a_name_by_itself(
    choice: str | None, initiative: Initiative, fatima: User, client_for: Callable[..., Client]
) -> None:
    say(client_for(fatima, second_factor=False), initiative, choice)

    page = Client().get(initiative.get_absolute_url()).content.decode()
    assert (initiative.title in page, "van een inwoner" in page, "Fatima" in page) == (True, True, False)
    assert Initiative.objects.get().point is None
    assert [document.title for document in Document.objects.all()] == ["Tekening-kanarie"]


def test_who_stopped_meanwhile_becomes_no_owner(fatima: User, wilma: User, oostgaarde: Wijk) -> None:
    initiative = published(owner=fatima, wijk=oostgaarde)
    helper = give_helper(initiative, wilma)
    with undone():
        assert hand_over(initiative=initiative, actor=fatima, helper=helper).owner == wilma
    end_helper(helper=helper, actor=wilma)

    with pytest.raises(Refused, match="helpt hier niet meer"):
        hand_over(initiative=initiative, actor=fatima, helper=helper)

    assert Initiative.objects.get().owner == fatima


def test_helper_becomes_the_owner(
    initiative: Initiative, fatima: User, wilma: User, client_for: Callable[..., Client]
) -> None:
    helper = give_helper(initiative, wilma)

    say(client_for(fatima, second_factor=False), initiative, f"hand_over_{helper.pk}")

    row = Initiative.objects.get()
    people = CasePerson.objects.filter(case=row.case_id).values_list("user__name", "part")
    assert (row.owner, row.has_helpers, list(people)) == (wilma, False, [("Wilma Jansen", "owner")])
    assert CaseFile.objects.get().state == CaseState.NEW
    assert Notice.objects.filter(recipient=wilma, template="initiative_handed_over").exists()
    assert not User.objects.get(pk=fatima.pk).is_active


def test_withdrawing_empties_it(
    initiative: Initiative, fatima: User, wilma: User, client_for: Callable[..., Client], store: Storage
) -> None:
    give_helper(initiative, wilma)

    say(client_for(fatima, second_factor=False), initiative, "withdraw")

    row = Initiative.objects.get()
    assert (row.title, row.summary, row.own_share, row.needs, row.place_text, row.longitude) == (
        EMPTY_TITLE,
        "",
        "",
        "",
        "",
        None,
    )
    assert [rows.objects.count() for rows in (Photo, Update, Participation, Inquiry)] == [0, 0, 0, 0]
    assert Subject.objects.values_list("title", "is_public", "search_text", "longitude").get() == (
        EMPTY_TITLE,
        False,
        "\n\n\n",
        None,
    )
    assert (CaseFile.objects.get().state, Helper.objects.open().count()) == (CaseState.CLOSED, 0)
    assert Client().get(initiative.get_absolute_url()).status_code == 404
    assert client_for(wilma).get(initiative.get_absolute_url()).status_code == 404
    assert b"Moestuin" not in Client().get("/initiatieven/?zoek=moestuin").content.split(b"<main")[1].split(b"form")[-1]


def test_page_asks_about_each_and_offers_accepted_helpers_only(
    initiative: Initiative, fatima: User, wilma: User, bram: User, client_for: Callable[..., Client]
) -> None:
    give_helper(initiative, wilma)
    give_helper(initiative, bram, ended_at=timezone.now())
    Helper.objects.create(initiative=initiative, email="wies@voorbeeld.example", named_by=fatima)

    page = soup(client_for(fatima).get(PAGE))

    choices = [label.get_text(strip=True) for label in page.select("fieldset label")]
    assert choices == [
        "Geef het aan Wilma",
        "Laat de tekst staan, zonder mijn naam",
        "Haal alles weg: tekst, foto's en nieuws",
    ]
    assert page.select_one("fieldset input[checked]")["value"] == "keep"


def test_helper_who_stopped_meanwhile_keeps_everything_as_it_was(
    initiative: Initiative, fatima: User, wilma: User, client_for: Callable[..., Client]
) -> None:
    helper = give_helper(initiative, wilma)
    Helper.objects.update(ended_at=timezone.now())

    response = client_for(fatima, second_factor=False).post(
        PAGE, {"sure": "on", f"farewell-initiative_{initiative.pk}": f"hand_over_{helper.pk}"}
    )

    assert "Deze keuze kan niet meer" in response.content.decode()
    assert User.objects.get(pk=fatima.pk).is_active


def test_refused_goodbye_does_nothing_at_all(
    willem: User, oostgaarde: Wijk, reference: None, client_for: Callable[..., Client]
) -> None:
    initiative = published(owner=willem, wijk=oostgaarde)

    client_for(willem).post(PAGE, {"sure": "on", f"farewell-initiative_{initiative.pk}": "withdraw"})

    assert Initiative.objects.get().withdrawn_at is None


@pytest.mark.parametrize("who", ["bram", "wilma", "noor", "mona"])
def test_nobody_else_hands_over_or_withdraws(who: str, initiative: Initiative, cast: dict[str, User]) -> None:
    helper = give_helper(initiative, cast["wilma"])

    with pytest.raises(Refused):
        hand_over(initiative=initiative, actor=cast[who], helper=helper)
    with pytest.raises(Refused):
        withdraw_initiative(initiative=initiative, actor=cast[who])


@pytest.mark.parametrize(("who", "may"), [("bas", True), ("thea", False), ("mona", False)])
def test_owner_on_paper_withdraws_by_phone(
    who: str, may: bool, cast: dict[str, User], oostgaarde: Wijk, reference: None, store: Storage
) -> None:
    initiative = online(cast["bas"], oostgaarde)

    if may:
        withdraw_initiative(initiative=initiative, actor=cast[who])
    else:
        with pytest.raises(Refused):
            withdraw_initiative(initiative=initiative, actor=cast[who])

    assert (Initiative.objects.public().count(), Consent.objects.get().card_photo.name == "") == (0 if may else 1, may)


# --- The other rows of somebody who leaves ----------------------------------------------------------------------------
def test_helping_and_being_asked_end_with_the_account(initiative: Initiative, wilma: User, bram: User) -> None:
    give_helper(initiative, bram)
    Helper.objects.create(initiative=initiative, email="bram2@voorbeeld.example", named_by=initiative.owner)
    User.objects.filter(pk=bram.pk).update(email="bram2@voorbeeld.example")

    close_account(user=User.objects.get(pk=bram.pk))

    assert list(Helper.objects.values_list("email", "name")) == [("", "")] * 2
    assert Helper.objects.open().count() == 0
    assert (Participation.objects.count(), Initiative.objects.get().has_helpers) == (0, False)
    assert CasePerson.objects.filter(user=bram).count() == 0


def test_owner_who_leaves_takes_her_helpers_pen(initiative: Initiative, fatima: User, wilma: User) -> None:
    give_helper(initiative, wilma)

    close_account(user=fatima)

    assert Helper.objects.open().count() == 0


def test_signed_card_goes_with_its_owner(bas: User, oostgaarde: Wijk, reference: None, store: Storage) -> None:
    initiative = online(bas, oostgaarde)

    close_account(user=initiative.owner)

    assert Consent.objects.get().card_photo.name == ""


# --- What she takes along and reads -----------------------------------------------------------------------------------
def test_export_tells_who_helps_whom_and_what_she_said_yes_to(
    bas: User, wilma: User, oostgaarde: Wijk, reference: None
) -> None:
    initiative = online(bas, oostgaarde)
    give_helper(initiative, wilma)
    noted(bas, title="Bankje-kanarie")

    hers, helpers, noters = (export_initiatives(user) for user in (initiative.owner, wilma, bas))

    assert [(row["way"], row["letter_sent_on"]) for row in hers["said_yes"]] == [("card", None)]
    assert [row["name"] for row in hers["helped_by"]] == ["Wilma"]
    assert [row["initiative__title"] for row in helpers["helps"]] == [initiative.title]
    assert (len(noters["wrote_down_for_others"]), len(noters["witnessed"])) == (2, 1)
    assert "kanarie" not in str(noters)
    assert initiative.title not in str(noters)


def test_move_takes_everything_to_the_account_she_had(
    bas: User, wilma: User, oostgaarde: Wijk, reference: None
) -> None:
    initiative = online(bas, oostgaarde)
    give_helper(initiative, wilma)
    tell_news(initiative=initiative, actor=wilma, title="Soep", text="Vrijdag.")
    complete(bas, oostgaarde, title="Een tweede plan")

    move_initiatives(initiative.owner, wilma)

    row = Initiative.objects.get(pk=initiative.pk)
    assert (row.owner, row.has_helpers, Update.objects.get().in_name_of) == (wilma, False, wilma)
    assert list(CasePerson.objects.filter(case=row.case_id).values_list("user", "part")) == [(wilma.pk, "owner")]
