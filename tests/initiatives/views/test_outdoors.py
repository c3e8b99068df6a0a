"""/buiten/: noting, completing, a yes on paper, and putting it online."""

import re
import uuid
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from gemeente.accounts.models import Claim
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.silence import go_quiet
from initiatives.enums import Stage
from initiatives.models import Consent, Helper, Initiative
from tests.factories.outdoors import PLAN, complete, give_helper, noted, online
from tests.factories.photos import upload
from tests.pages import errors, soup

NOTE = {
    "name": "Ria de Bruin",
    "phone": "010-555 0199",
    "summary": PLAN,
    "wijk": "oostgaarde",
    "place_text": "",
    "submission_key": str(uuid.UUID(int=9)),
}
SHARE = {"own_share": "Ik kook en mijn zus dekt de tafel.", "needs": ""}


@pytest.fixture
def outdoors(bas: User, reference: None, client_for: Callable[..., Client]) -> Client:
    """Bas on the galerij, with his phone."""
    return client_for(bas)


def today() -> str:
    return timezone.localdate().isoformat()


# --- From the galerij to the page -------------------------------------------------------------------------------------
def test_plan_goes_online_with_a_signed_card(outdoors: Client, oostgaarde: Wijk) -> None:
    made = outdoors.post("/buiten/", NOTE)
    outdoors.post(f"{made.url}deel/samen/", SHARE)
    outdoors.post(f"{made.url}kaart/foto/", {"photo": upload(), "given_on": today()})
    done = outdoors.post(f"{made.url}online/", {"sure": "on"}, follow=True)

    initiative = Initiative.objects.get()
    page = Client().get(initiative.get_absolute_url()).content.decode()
    assert (initiative.stage, "Bas, namens Ria, zette dit initiatief online" in page) == (Stage.PUBLISHED, True)
    assert "010-555 0199" not in page
    assert "de Bruin" not in page
    assert "Het staat online" in done.content.decode()


def test_plan_goes_online_with_a_call_and_a_letter(outdoors: Client, note: Initiative, thea: User) -> None:
    path = f"/buiten/{note.pk}/"
    outdoors.post(f"{path}bellen/", {"was_read": "on", "given_on": today(), "reader": thea.email})
    too_early = outdoors.get(f"{path}online/").status_code
    letter = soup(outdoors.get(f"{path}brief/")).main.get_text(" ", strip=True)
    outdoors.post(f"{path}brief/verstuurd/", {"sent_on": today()})

    outdoors.post(f"{path}online/", {"sure": "on"})

    assert (too_early, Initiative.objects.get().stage) == (403, Stage.PUBLISHED)
    assert Consent.objects.get().witnessed_by == thea
    assert (note.note_number in letter, note.own_share in letter, "14 010" in letter) == (True, True, True)


def test_card_has_text_rules_helper_and_a_line_to_sign(outdoors: Client, note: Initiative) -> None:
    outdoors.post(f"/buiten/{note.pk}/helper/", {"name": "Wies", "email": "wies@voorbeeld.example"})

    card = soup(outdoors.get(f"/buiten/{note.pk}/kaart/")).main.get_text(" ", strip=True)

    wanted = (note.title, note.summary, note.own_share, "huisregels in het kort", "Wies mag", "Handtekening", "14 010")
    assert [text for text in wanted if text not in card] == []


@pytest.mark.parametrize("page", ["kaart", "kaart/foto", "bellen"])
def test_yes_waits_until_nothing_is_missing(page: str, outdoors: Client, bas: User, oostgaarde: Wijk) -> None:
    initiative = noted(bas, oostgaarde)

    response = outdoors.get(f"/buiten/{initiative.pk}/{page}/")

    assert response.status_code == 302


def test_letter_waits_for_the_call(outdoors: Client, note: Initiative) -> None:
    assert outdoors.get(f"/buiten/{note.pk}/brief/").url == f"/buiten/{note.pk}/"


def test_voided_yes_opens_the_text_again(outdoors: Client, note: Initiative) -> None:
    path = f"/buiten/{note.pk}/"
    outdoors.post(f"{path}bellen/", {"was_read": "on", "given_on": today(), "reader": ""})
    closed = outdoors.get(f"{path}deel/samen/").status_code

    outdoors.post(f"{path}opnieuw/", {"sure": "on"})

    assert (closed, outdoors.get(f"{path}deel/samen/").status_code) == (403, 200)


def test_mail_and_forgetting(outdoors: Client, note: Initiative) -> None:
    outdoors.post(f"/buiten/{note.pk}/mail/", {"email": "ria@voorbeeld.example"})
    mailed = Claim.objects.get()

    outdoors.post(f"/buiten/{note.pk}/wissen/", {"sure": "on"})

    assert (mailed.person, Initiative.objects.count()) == (note.owner, 0)


# --- Bad input --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "ria@voorbeeld.example"}, "name"),
        ({"phone": ""}, "phone"),
        ({"phone": "bel me"}, "phone"),
        ({"email": "ria"}, "email"),
        ({"summary": "Kort."}, "summary"),
        ({"wijk": "rotterdam"}, "wijk"),
        ({"title": "Nee"}, "title"),
    ],
)
def test_note_says_beside_the_field_what_is_wrong(
    change: dict[str, str], field: str, outdoors: Client, oostgaarde: Wijk
) -> None:
    response = outdoors.post("/buiten/", NOTE | change)

    assert (response.status_code, list(errors(response)), Initiative.objects.count()) == (200, [field], 0)


@pytest.mark.parametrize(
    ("page", "told", "field"),
    [
        ("kaart/foto", {"given_on": "2026-01-01"}, "photo"),
        ("kaart/foto", {"photo": "x", "given_on": "ooit"}, "given_on"),
        ("bellen", {"given_on": "2099-01-01", "was_read": "on"}, "given_on"),
        ("bellen", {"given_on": "2026-01-01"}, "was_read"),
        ("bellen", {"given_on": "2026-01-01", "was_read": "on", "reader": "bram@voorbeeld.example"}, "reader"),
        ("helper", {"name": "", "email": "wies@voorbeeld.example"}, "name"),
    ],
)
def test_yes_says_beside_the_field_what_is_wrong(
    page: str, told: dict[str, str], field: str, outdoors: Client, note: Initiative, bram: User
) -> None:
    response = outdoors.post(f"/buiten/{note.pk}/{page}/", told)

    assert field in errors(response)
    assert (Consent.objects.count(), Helper.objects.count()) == (0, 0)


def test_refusal_of_an_action_stands_on_the_page(outdoors: Client, note: Initiative) -> None:
    response = outdoors.post(f"/buiten/{note.pk}/bellen/", {"was_read": "on", "given_on": "2026-01-01"})

    assert "De dag van haar ja ligt tussen" in response.content.decode()
    assert Consent.objects.count() == 0


def test_contact_person_cannot_be_the_helper(outdoors: Client, note: Initiative, noor: User) -> None:
    response = outdoors.post(f"/buiten/{note.pk}/helper/", {"name": "Noor", "email": noor.email})

    assert "werkt bij de gemeente" in response.content.decode()


# --- The list ---------------------------------------------------------------------------------------------------------
def test_list_says_where_each_stands(outdoors: Client, note: Initiative, bas: User, oostgaarde: Wijk) -> None:
    online(bas, oostgaarde, title="Breien voor de straat")
    hers = complete(bas, oostgaarde, title="Geheim-kanarie")
    User.objects.filter(pk=hers.owner_id).update(email="ria@voorbeeld.example")

    text = soup(outdoors.get("/buiten/mijn/")).main.get_text(" ", strip=True)

    now = ("Wacht op het ja van de eigenaar.", "Staat online: idee.", "De eigenaar zei ja en gaat zelf verder.")
    assert [sentence for sentence in now if sentence not in text] == []
    assert "kanarie" not in text


@pytest.mark.parametrize("number", [1, 12])
def test_list_costs_the_same_for_many(
    number: int, outdoors: Client, bas: User, oostgaarde: Wijk, django_assert_max_num_queries: Callable
) -> None:
    for n in range(number):
        complete(bas, oostgaarde, title=f"Plan nummer {n}")
    outdoors.get("/buiten/mijn/")

    with django_assert_max_num_queries(12):
        outdoors.get("/buiten/mijn/")


def test_plan_of_who_left_is_taken_up(
    note: Initiative, bas: User, noor: User, client_for: Callable[..., Client]
) -> None:
    bas.role_assignments.update(ends_on=timezone.localdate())
    client = client_for(noor)
    listed = note.title in client.get("/buiten/mijn/").content.decode()
    hidden = "010-555 0199" not in client.get("/buiten/mijn/").content.decode()

    client.post(f"/buiten/{note.pk}/oppakken/")

    assert (listed, hidden, Initiative.objects.get().noted_by) == (True, True, noor)
    assert "010-555 0199" in client.get(f"/buiten/{note.pk}/").content.decode()


# --- Once it is online ------------------------------------------------------------------------------------------------
def test_helper_answer_and_stopping_are_written_down(
    outdoors: Client, bas: User, wilma: User, oostgaarde: Wijk
) -> None:
    initiative = online(bas, oostgaarde)
    helper = give_helper(initiative, wilma)
    path = f"/buiten/{initiative.pk}/"
    outdoors.post(f"{path}helper/{helper.pk}/stoppen/")
    go_quiet(initiative=initiative)
    outdoors.post(f"{path}loopt-nog/", {"sure": "on"})
    heard = Initiative.objects.get()

    outdoors.post(f"{path}weghalen/", {"sure": "on"})

    assert (heard.has_helpers, heard.quiet_since) == (False, None)
    assert Initiative.objects.public().count() == 0


def test_case_of_an_owner_on_paper_leads_its_contact_to_the_note(
    bas: User, noor: User, oostgaarde: Wijk, reference: None, client_for: Callable[..., Client]
) -> None:
    from gemeente.cases.actions import claim_case

    initiative = online(bas, oostgaarde)
    claim_case(case=initiative.case, actor=noor)
    client = client_for(noor)

    page = client.get(initiative.case.desk_url).content.decode()

    assert f"/buiten/{initiative.pk}/" in page
    assert client.get(f"/buiten/{initiative.pk}/").status_code == 200


# --- The photo of the card --------------------------------------------------------------------------------------------
@pytest.mark.parametrize("who", ["bas", "fatima", "noor", "thea", "mona"])
def test_card_photo_is_for_who_noted_it_and_for_its_owner(
    who: str, cast: dict[str, User], oostgaarde: Wijk, reference: None, client_for: Callable[..., Client]
) -> None:
    initiative = online(cast["bas"], oostgaarde)
    path = f"/buiten/kaart/{initiative.consents.get().pk}.webp"
    Initiative.objects.update(owner=cast["fatima"])

    response = client_for(cast[who]).get(path)

    assert response.status_code == (200 if who in ("bas", "fatima") else 404)
    if response.status_code == 200:
        assert re.search("no-store", response.headers["Cache-Control"])
