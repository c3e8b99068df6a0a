"""Written down outdoors: nobody sees it, and only its owner's own yes puts it online."""

import datetime as dt
import uuid
from collections.abc import Callable

import pytest
import time_machine
from django.utils import timezone

from gemeente.accounts.actions import answer_claim, ask_claim
from gemeente.accounts.enums import OUTDOOR_ROLES, Role
from gemeente.accounts.models import Claim, Profile
from gemeente.activity.models import Entry
from gemeente.cases.actions import claim_case, report_absence
from gemeente.lib.errors import Refused
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.outdoors import (
    note_outdoors,
    publish_for_owner,
    take_note,
    title_from,
)
from initiatives.actions.writing import revise_contact, revise_idea, revise_share
from initiatives.enums import Stage
from initiatives.models import Consent, Initiative
from initiatives.outdoor_policies import POLICIES, can_note_outdoors, cares_for
from tests.conftest import CAST, person
from tests.factories.outdoors import PLAN, called, noted, online, reread, signed, today

OUTDOORS = {"noor", "willem", "thea", "bas"}  # fatima's town: gebiedsregisseur, WOP board, team lead, buurtcoach


# --- Writing it down --------------------------------------------------------------------------------------------------
def test_note_makes_a_person_on_paper_and_a_concept_of_hers(bas: User, oostgaarde: Wijk, reference: None) -> None:
    initiative = noted(bas, oostgaarde, title="", place_text="het buurthuis")

    assert (initiative.owner.name, initiative.owner.email, initiative.owner.profile.phone) == (
        "Ria de Bruin",
        None,
        "010-555 0199",
    )
    assert (initiative.stage, initiative.noted_by, initiative.title) == (
        Stage.CONCEPT,
        bas,
        "Elke vrijdag soep koken voor wie alleen eet",
    )
    assert Entry.objects.get(verb="initiative_noted").person == initiative.owner


@pytest.mark.parametrize("who", CAST)
def test_note_is_for_who_works_outdoors(who: str, cast: dict[str, User], reference: None) -> None:
    if who in OUTDOORS:
        assert noted(cast[who]).noted_by == cast[who]
        return
    with pytest.raises(Refused):
        noted(cast[who])
    assert Initiative.objects.count() == 0


def test_outdoor_roles_are_those_of_the_list() -> None:
    assert {role.value for role in OUTDOOR_ROLES} == {
        "civil_servant",
        "gebiedsregisseur",
        "team_lead",
        "wop_board",
        "buurtcoach",
    }


def test_note_asks_how_to_reach_her(bas: User, reference: None) -> None:
    with pytest.raises(Refused):
        noted(bas, phone="")

    assert noted(bas, phone="", visit_address="Hoven 3").owner.profile.contact_way == "visit"


def test_note_posted_twice_is_one(bas: User, reference: None) -> None:
    key = uuid.UUID(int=5)

    one, other = noted(bas, submission_key=key), noted(bas, submission_key=key)

    assert one == other
    assert User.objects.filter(name="Ria de Bruin").count() == 1


def test_note_with_an_address_mails_her_the_link(
    bas: User, reference: None, run_jobs: Callable[[], int], mailoutbox: list
) -> None:
    noted(bas, email="Ria@voorbeeld.example")

    run_jobs()

    assert [mail.to for mail in mailoutbox] == [["ria@voorbeeld.example"]]


@pytest.mark.parametrize(
    ("summary", "title"),
    [
        (PLAN, "Elke vrijdag soep koken voor wie alleen eet"),
        ("een bankje bij de sloot, voor wie even wil zitten.", "Een bankje bij de sloot, voor wie even"),
        ("x" * 90, "X" + "x" * 69),
    ],
)
def test_title_is_made_from_the_first_words(summary: str, title: str) -> None:
    assert title_from(summary) == title


@pytest.mark.parametrize("who", [who for who in CAST if who != "bas"])
def test_nobody_else_sees_or_changes_it(who: str, note: Initiative, cast: dict[str, User]) -> None:
    seen = Initiative.objects.visible_to(cast[who]), Initiative.objects.in_the_care_of(cast[who])

    assert [rows.filter(pk=note.pk).exists() for rows in seen] == [False, False]
    with pytest.raises(Refused):
        revise_share(initiative=note, actor=cast[who], own_share="Wij doen alles.", needs="")
    with pytest.raises(Refused):
        revise_contact(
            initiative=note, actor=cast[who], contact_way="phone", day_part="any", phone="1", visit_address=""
        )


def test_scribe_completes_it_until_the_owner_says_yes(note: Initiative, bas: User) -> None:
    reach = {"contact_way": "visit", "day_part": "any", "phone": "", "visit_address": "Hoven 3"}
    revise_share(initiative=note, actor=bas, own_share="Ik kook met mijn zus.", needs="")
    revise_contact(initiative=note, actor=bas, **reach)
    signed(note, bas)

    with pytest.raises(Refused, match="Zij zei al ja"):
        called(note, bas)
    with pytest.raises(Refused):
        revise_contact(initiative=note, actor=bas, **reach | {"visit_address": "Elders 1"})
    with pytest.raises(Refused):
        revise_share(initiative=note, actor=bas, own_share="Iemand anders kookt.", needs="")
    assert Initiative.objects.get().own_share == "Ik kook met mijn zus."
    assert (Profile.objects.get(user=note.owner).visit_address, Consent.objects.count()) == ("Hoven 3", 1)
    entries = Entry.objects.filter(verb="note_revised").order_by("pk")
    assert {entry.actor for entry in entries} == {bas}
    assert [entry.changes["part"] for entry in entries][-2:] == [[None, "needs"], [None, "contact"]]


def test_scribe_stops_once_she_has_an_account(note: Initiative, bas: User) -> None:
    answer_claim(claim=ask_claim(person=note.owner, email="ria@voorbeeld.example"), is_mine=True)

    with pytest.raises(Refused):
        revise_share(initiative=note, actor=bas, own_share="Iemand anders kookt.", needs="")


def test_scribe_stops_with_her_role(note: Initiative, bas: User) -> None:
    with time_machine.travel(timezone.now() + dt.timedelta(days=2)):
        bas.role_assignments.update(ends_on=today())
        bas = User.objects.get(pk=bas.pk)
        with pytest.raises(Refused):
            revise_share(initiative=note, actor=bas, own_share="Iemand anders kookt.", needs="")


# --- Those that wait for somebody -------------------------------------------------------------------------------------
def test_note_of_who_left_waits_for_the_team(note: Initiative, bas: User, thea: User, noor: User, willem: User) -> None:
    assert not Initiative.objects.waiting_for(thea).exists()
    bas.role_assignments.update(ends_on=today())

    waiting = {user.name for user in (thea, noor, willem) if Initiative.objects.waiting_for(user).exists()}
    take_note(initiative=note, actor=noor)

    assert waiting == {thea.name, noor.name}
    assert Initiative.objects.get().noted_by == noor
    with pytest.raises(Refused):
        take_note(initiative=note, actor=thea)


# --- The policy as a table --------------------------------------------------------------------------------------------
MAY = {
    "concept": {"record_yes", "write_down"},
    "yes": {"record_yes", "publish_for_owner"},
    "call": {"record_yes"},
    "online": {"end_helper", "answer", "withdraw"},
    "account": set(),
}


@pytest.mark.parametrize("state", MAY)
def test_policy_of_a_note(
    state: str, note: Initiative, bas: User, cast: dict[str, User], django_assert_num_queries: Callable
) -> None:
    if state == "call":
        called(note, bas)
    if state in ("yes", "online", "account"):
        consent = signed(note, bas)
    if state == "online":
        publish_for_owner(initiative=note, actor=bas, consent=consent)
    if state == "account":
        User.objects.filter(pk=note.owner_id).update(email="ria@voorbeeld.example")
    initiative = reread(note)
    for user in cast.values():
        can_note_outdoors(user) if user else None  # roles are read once a request

    with django_assert_num_queries(0):
        allowed = {
            (who, name)
            for who, user in cast.items()
            if user
            for name, policy in POLICIES.items()
            if policy(user, initiative)
        }

    assert allowed == {("bas", name) for name in MAY[state]}


def test_revise_idea_by_the_scribe_keeps_claims_alone(note: Initiative, bas: User) -> None:
    revise_idea(initiative=note, actor=bas, title="Soep op zaterdag", summary=PLAN, theme=None)

    assert Claim.objects.count() == 0
    assert note_outdoors(actor=bas, name="Piet", summary=PLAN, phone="010-555 0111").slug != note.slug


@pytest.mark.parametrize(("is_away", "may"), [(True, True), (False, False)])
def test_stand_in_cares_for_the_owner_while_her_contact_person_is_away(
    is_away: bool, may: bool, bas: User, noor: User, thea: User, oostgaarde: Wijk, reference: None
) -> None:
    karim = person("Karim", role=Role.CIVIL_SERVANT)
    initiative = online(bas, oostgaarde)
    claim_case(case=initiative.case, actor=noor)
    if is_away:
        report_absence(person=noor, actor=thea, starts_on=today(), ends_on=None, stand_in=karim)

    assert cares_for(karim, reread(initiative)) is may
