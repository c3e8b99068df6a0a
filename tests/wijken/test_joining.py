"""Asking to join a team, and its answer; and who else comes."""

import pytest
from django.db import IntegrityError, transaction

from gemeente.accounts.actions import close_account
from gemeente.accounts.enums import Role
from gemeente.activity.models import Entry, Notice
from gemeente.lib.errors import Refused, Stale
from gemeente.lib.personal_data import personal_data_parts
from gemeente.moderation.actions.blocking import pause_account
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.conftest import person
from tests.factories.teams import asks, comes, in_team
from wijken.actions.joining import accept_request, ask_to_join, decline_request, withdraw_request
from wijken.actions.team import end_membership
from wijken.actions.wops import add_attendee, change_attendee, change_wop, end_attendee
from wijken.enums import Function, RequestState
from wijken.models import Attendee, JoinRequest, Membership, Wop
from wijken.policies import attends_only, is_board, is_member
from wijken.workflow import TRANSITIONS, available

OPEN, ACCEPTED, DECLINED, WITHDRAWN = RequestState
WORDS = {"words": "Ik woon hier dertig jaar.", "likes": "Schrijven"}


@pytest.fixture(autouse=True)
def _rules(reference: None) -> None:
    """Who goes too fast is a rule."""


def told(template: str) -> set[int]:
    return set(Notice.objects.filter(template=template).values_list("recipient", flat=True))


# --- Asking -----------------------------------------------------------------------------------------------------------
def test_board_hears_once_however_often_somebody_asks(fatima: User, willem: User, mona: User, oostgaarde: Wijk) -> None:
    ask_to_join(wijk=oostgaarde, actor=fatima, **WORDS)
    request = ask_to_join(wijk=oostgaarde, actor=fatima, words="Ik woon hier veertig jaar.", likes="")

    assert JoinRequest.objects.get() == request
    assert (request.words, request.likes) == ("Ik woon hier veertig jaar.", "")
    notice = Notice.objects.get()
    assert (notice.recipient, notice.path) == (willem, "/wijken/oostgaarde/wop/team/")


def test_without_a_board_the_managers_hear(fatima: User, mona: User, oostgaarde: Wijk) -> None:
    ask_to_join(wijk=oostgaarde, actor=fatima, **WORDS)

    assert told("wop_join_without_board") == {mona.pk}


@pytest.mark.parametrize("who", ["noor", "petra", "bas", "griet", "chris", "mona", "willem", "wilma"])
def test_who_comes_for_her_work_and_who_is_in_it_does_not_ask(
    cast: dict[str, User], oostgaarde: Wijk, who: str
) -> None:
    with pytest.raises(Refused, match=r"welkom bij een WOP|Je zit al in dit team"):
        ask_to_join(wijk=oostgaarde, actor=cast[who], **WORDS)


def test_who_must_be_silent_does_not_ask(fatima: User, milan: User, oostgaarde: Wijk) -> None:
    pause_account(person=fatima, actor=milan, days=7, reason="Schelden.")

    with pytest.raises(Refused, match="even niets plaatsen"):
        ask_to_join(wijk=oostgaarde, actor=fatima, **WORDS)


# --- Answering --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("function", "group", "label"), [(Function.MEMBER, "", "Lid"), (Function.GROUP, "Groen", "Werkgroep Groen")]
)
def test_yes_lets_her_in_and_her_words_go(
    function: Function, group: str, label: str, fatima: User, willem: User, oostgaarde: Wijk
) -> None:
    request = asks(fatima, oostgaarde)
    accept_request(request=request, actor=willem, function=function, group=group, answer="Wat fijn!")

    request.refresh_from_db()
    assert (request.state, request.words, request.likes, request.answer) == (ACCEPTED, "", "", "Wat fijn!")
    assert [row.label for row in Membership.objects.filter(user=fatima)] == [label]
    assert is_member(fatima, oostgaarde.pk)
    assert not is_board(fatima, oostgaarde.pk)
    assert told("wop_join_accepted") == {fatima.pk}
    assert "fijn" not in str(list(Entry.objects.values()))


def test_no_needs_a_kind_word_that_she_reads(fatima: User, willem: User, oostgaarde: Wijk) -> None:
    request = asks(fatima, oostgaarde)
    with pytest.raises(Refused, match="vriendelijke woorden"):
        decline_request(request=request, actor=willem, answer=" ")
    decline_request(request=request, actor=willem, answer="In het najaar zoeken we weer mensen.")

    assert not is_member(fatima, oostgaarde.pk)
    assert told("wop_join_declined") == {fatima.pk}
    assert ask_to_join(wijk=oostgaarde, actor=fatima, **WORDS).pk != request.pk  # she may ask again


def test_board_functions_and_who_turned_civil_servant_are_refused(
    fatima: User, willem: User, joost: User, oostgaarde: Wijk
) -> None:
    with pytest.raises(Refused, match="begint als lid"):
        accept_request(request=asks(fatima, oostgaarde), actor=willem, function=Function.CHAIR)
    with pytest.raises(Refused, match="werkt voor de gemeente"):
        accept_request(request=asks(joost, oostgaarde), actor=willem, function=Function.MEMBER)


def test_yes_to_who_got_in_meanwhile_changes_nothing_else(fatima: User, willem: User, oostgaarde: Wijk) -> None:
    request = asks(fatima, oostgaarde)
    in_team(fatima, oostgaarde, Function.GROUP, "Groen")
    accept_request(request=request, actor=willem, function=Function.GROUP, group="groen")

    assert Membership.objects.filter(user=fatima).count() == 1


# Everybody x each state: which steps are open. Wilma is a member, Otto on the board of another wijk.
STEPS = {"fatima": {"withdraw"}, "willem": {"accept", "decline"}}
DO = {
    "accept": lambda request, actor: accept_request(request=request, actor=actor, function=Function.MEMBER),
    "decline": lambda request, actor: decline_request(request=request, actor=actor, answer="Nu niet."),
    "withdraw": lambda request, actor: withdraw_request(request=request, actor=actor),
}


@pytest.mark.parametrize("state", RequestState)
def test_table_of_steps_says_who_may_do_what(
    state: RequestState, cast: dict[str, User | None], oostgaarde: Wijk, schollevaar: Wijk
) -> None:
    otto = in_team("Otto", schollevaar, Function.CHAIR)
    request = asks(cast["fatima"], oostgaarde)
    if state in (ACCEPTED, DECLINED):
        DO["accept" if state == ACCEPTED else "decline"](request, cast["willem"])
    elif state == WITHDRAWN:
        DO["withdraw"](request, cast["fatima"])
    request.refresh_from_db()
    for name, user in ({"otto": otto} | {who: one for who, one in cast.items() if one}).items():
        expected = STEPS.get(name, set()) if state == OPEN else set()
        assert set(available(request, user)) == expected, name
        for step in sorted(DO.keys() - expected):
            with pytest.raises(Stale if state != OPEN else Refused):
                DO[step](request, user)
    assert {(step.name, step.source) for step in TRANSITIONS} == {(name, OPEN) for name in DO}


def test_database_keeps_one_open_request_and_answers_with_somebody(fatima: User, oostgaarde: Wijk) -> None:
    asks(fatima, oostgaarde)
    for wrong in ({}, {"state": ACCEPTED}, {"state": DECLINED, "answered_by": fatima}):
        with pytest.raises(IntegrityError), transaction.atomic():
            JoinRequest.objects.create(user=fatima, wijk=oostgaarde, **wrong)


# --- What the WOP tells -----------------------------------------------------------------------------------------------
TOLD = {
    "introduction": "Wij zijn er.",
    "introduction_en": "We are here.",
    "email": "wop@voorbeeld.example",
    "phone": "010 123",
    "website": "https://wop.example",
}


def test_board_changes_what_its_wop_tells_and_keeps_its_name(willem: User, oostgaarde: Wijk) -> None:
    Wop.objects.create(wijk=oostgaarde, name="WOP Oost")
    change_wop(wijk=oostgaarde, actor=willem, version=1, **TOLD)

    wop = Wop.objects.get()
    assert (wop.name, wop.version, wop.website) == ("WOP Oost", 2, "https://wop.example")
    assert (wop.subject.title, wop.subject.search_text) == ("WOP Oost", "Wij zijn er.")
    with pytest.raises(Stale, match="Iemand anders"):
        change_wop(wijk=oostgaarde, actor=willem, version=1, **TOLD | {"phone": "0"})


def test_wop_that_nobody_wrote_down_gets_its_row(willem: User, oostgaarde: Wijk) -> None:
    assert change_wop(wijk=oostgaarde, actor=willem, version=1, **TOLD).name == "WOP Oostgaarde"
    with pytest.raises(IntegrityError), transaction.atomic():
        Wop.objects.update(website="javascript:alert(1)")


def test_only_the_board_keeps_details_and_who_comes(cast: dict[str, User], oostgaarde: Wijk, schollevaar: Wijk) -> None:
    otto, attendee = in_team("Otto", schollevaar, Function.CHAIR), comes(oostgaarde)
    row = {"label": "wijkagent", "organisation": "", "name": "", "is_named": False}
    for actor in (otto, *(cast[name] for name in ("wilma", "fatima", "noor", "mona", "bas"))):
        for act in (
            lambda actor=actor: change_wop(wijk=oostgaarde, actor=actor, version=1, **TOLD),
            lambda actor=actor: add_attendee(wijk=oostgaarde, actor=actor, **row),
            lambda actor=actor: change_attendee(attendee=attendee, actor=actor, **row),
            lambda actor=actor: end_attendee(attendee=attendee, actor=actor),
        ):
            with pytest.raises(Refused, match="Alleen het bestuur"):
                act()


def test_attendee_has_a_name_by_consent_alone_and_loses_it_at_the_end(willem: User, oostgaarde: Wijk) -> None:
    row = {"label": " Wijkagent", "organisation": "politie", "name": "Piet"}
    first = add_attendee(wijk=oostgaarde, actor=willem, **row, is_named=False)
    assert add_attendee(wijk=oostgaarde, actor=willem, **row, is_named=False) == first
    assert (first.label, first.name) == ("Wijkagent", "")
    assert change_attendee(attendee=first, actor=willem, **row, is_named=True).name == "Piet"
    end_attendee(attendee=first, actor=willem)
    end_attendee(attendee=first, actor=willem)

    first.refresh_from_db()
    assert (first.name, first.ends_on is None) == ("", False)
    assert Entry.objects.filter(verb="wop_attendee_ended").count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        Attendee.objects.create(wijk=oostgaarde, label="x", name="Piet", starts_on=first.starts_on)


# --- What is hers -----------------------------------------------------------------------------------------------------
def test_person_takes_along_all_that_is_hers_and_closing_forgets_her_words(
    fatima: User, willem: User, oostgaarde: Wijk, schollevaar: Wijk
) -> None:
    part = next(part for part in personal_data_parts() if part.name == "teams")
    in_team(fatima, oostgaarde, shows_name=True)
    end_membership(wijk=oostgaarde, user=fatima, actor=willem, reason="Je verhuisde.")
    asks(fatima, schollevaar)
    found = part.export(fatima)
    assert [row["end_reason"] for row in found["functions"]] == ["Je verhuisde."]
    assert [row["likes"] for row in found["requests"]] == ["Schrijven"]

    close_account(user=fatima)

    row, request = Membership.objects.get(user=fatima), JoinRequest.objects.get(user=fatima)
    assert (row.end_reason, row.shows_name) == ("", False)
    assert (request.words, request.likes, request.state) == ("", "", WITHDRAWN)


def test_what_was_hers_moves_to_her_account(fatima: User, oostgaarde: Wijk, schollevaar: Wijk) -> None:
    part = next(part for part in personal_data_parts() if part.name == "teams")
    old = in_team("Papier", schollevaar)
    in_team(old, oostgaarde)
    in_team(fatima, oostgaarde)
    for user in (old, fatima):
        asks(user, oostgaarde)
    asks(old, schollevaar)
    part.move(old, fatima)

    assert set(Membership.objects.filter(user=fatima).values_list("wijk", flat=True)) == {oostgaarde.pk, schollevaar.pk}
    assert JoinRequest.objects.open().filter(user=fatima).count() == 2


def test_only_roles_of_work_attend(fatima: User) -> None:
    assert not attends_only(fatima)
    assert attends_only(person("bea", None, Role.CIVIL_SERVANT))
