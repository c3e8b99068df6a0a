"""Who does what in a team: appointing, handing over, laying down and leaving."""

import datetime as dt
from collections.abc import Iterator

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gemeente.accounts.enums import Role
from gemeente.accounts.models import RoleAssignment
from gemeente.accounts.roles import forget_roles
from gemeente.activity.enums import Visibility
from gemeente.activity.models import Entry, Notice
from gemeente.lib import hand_over as registry
from gemeente.lib.errors import Refused, Stale
from gemeente.lib.hand_over import HandOver
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.conftest import SINCE, person, undone
from tests.factories.teams import in_team
from wijken.actions.team import appoint_member, end_membership, hand_over, lay_down, show_own_name
from wijken.enums import Function
from wijken.models import Membership
from wijken.policies import is_board, is_member
from wijken.team import board_of, find_member, groups_in, vacancies_of

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
DAY = NOON.date()
CHAIR, SECRETARY, BOARD, MEMBER, GROUP = (
    Function.CHAIR, Function.SECRETARY, Function.BOARD, Function.MEMBER, Function.GROUP
)  # fmt: skip


@pytest.fixture(autouse=True)
def _monday(reference: None) -> Iterator[None]:
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def chair(willem: User, oostgaarde: Wijk) -> User:
    """Willem, with a row for what he does."""
    return in_team(willem, oostgaarde, CHAIR)


def does(user: User, wijk: Wijk, day: dt.date = DAY) -> list[str]:
    """What somebody does, as pages show it; nothing for who is not in the team."""
    found = find_member(wijk, user.pk, day)
    return [doing.code for doing in found.doings] if found else []


def roles(user: User) -> set[str]:
    return set(RoleAssignment.objects.filter(user=user).on(DAY).values_list("role", flat=True))


def told(template: str) -> set[int]:
    return set(Notice.objects.filter(template=template).values_list("recipient", flat=True))


# --- Appointing -------------------------------------------------------------------------------------------------------
def test_board_appoints_a_member_who_then_is_of_the_board(chair: User, wilma: User, oostgaarde: Wijk) -> None:
    appoint_member(wijk=oostgaarde, user=wilma, actor=chair, function=BOARD)
    appoint_member(wijk=oostgaarde, user=wilma, actor=chair, function=SECRETARY)
    appoint_member(wijk=oostgaarde, user=wilma, actor=chair, function=GROUP, group="Groen")

    assert does(wilma, oostgaarde) == ["secretary", "group:Groen"]
    assert roles(wilma) == {Role.WOP_BOARD, Role.WOP_MEMBER}
    assert told("wop_appointed") == {wilma.pk}
    closed = Membership.objects.filter(user=wilma, ends_on__isnull=False)
    assert sorted(closed.values_list("function", "starts_on", "ends_on")) == [
        ("board", DAY, DAY),
        ("member", SINCE, DAY),
    ]


def test_new_chair_is_told_to_everybody_without_a_name(chair: User, wilma: User, oostgaarde: Wijk) -> None:
    appoint_member(wijk=oostgaarde, user=wilma, actor=chair, function=CHAIR)

    entry = Entry.objects.get(verb="wop_new_chair")
    assert (entry.visibility, entry.actor, entry.person) == (Visibility.PUBLIC, None, None)
    assert entry.subject.path == "/wijken/oostgaarde/team/"
    assert [one.does for one in board_of(oostgaarde, DAY)] == ["Voorzitter", "Voorzitter"]  # two may share it


def test_same_twice_is_one_and_groen_is_groen(chair: User, wilma: User, fatima: User, oostgaarde: Wijk) -> None:
    in_team(fatima, oostgaarde, GROUP, "Groen")
    for name in ("groen", "GROEN "):
        appoint_member(wijk=oostgaarde, user=wilma, actor=chair, function=GROUP, group=name)

    assert does(wilma, oostgaarde) == ["group:Groen"]
    assert groups_in(oostgaarde, DAY) == [{"name": "Groen", "number": 2}]


@pytest.mark.parametrize(
    ("function", "group", "sentence"),
    [(MEMBER, "", "al"), (BOARD, "", "al"), (GROUP, " ", "welke werkgroep")],
)
def test_what_somebody_is_already_is_refused(
    function: Function, group: str, sentence: str, chair: User, oostgaarde: Wijk
) -> None:
    with pytest.raises(Refused, match=sentence):
        appoint_member(wijk=oostgaarde, user=chair, actor=chair, function=function, group=group)


def test_only_the_board_of_this_wijk_appoints_and_only_its_team(
    chair: User, wilma: User, noor: User, fatima: User, oostgaarde: Wijk, schollevaar: Wijk
) -> None:
    other = in_team("Otto", schollevaar, CHAIR)
    for actor in (wilma, noor, fatima, other):
        with pytest.raises(Refused, match="bestuur"):
            appoint_member(wijk=oostgaarde, user=wilma, actor=actor, function=SECRETARY)
    for user in (fatima, noor, other):
        with pytest.raises(Refused, match="niet in het team"):
            appoint_member(wijk=oostgaarde, user=user, actor=chair, function=SECRETARY)

    assert does(wilma, oostgaarde) == ["member"]


def test_who_lost_her_role_a_moment_ago_appoints_nobody(chair: User, wilma: User, oostgaarde: Wijk) -> None:
    assert is_board(chair, oostgaarde.pk)
    RoleAssignment.objects.filter(user=chair).update(ends_on=DAY)

    with pytest.raises(Refused, match="bestuur"):
        appoint_member(wijk=oostgaarde, user=wilma, actor=chair, function=SECRETARY)


# --- Handing over -----------------------------------------------------------------------------------------------------
@pytest.fixture
def moved(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int, int, int]]:
    """What apps were asked to move."""
    found: list[tuple[int, int, int, int]] = []
    monkeypatch.setattr(registry, "_parts", {})
    part = HandOver("acties", lambda *_: 3, lambda *about: found.append(tuple(one.pk for one in about)))
    registry.register_hand_over(part)
    return found


def test_chair_hands_over_in_one_act_with_all_work(
    chair: User, wilma: User, oostgaarde: Wijk, moved: list[tuple[int, ...]]
) -> None:
    hand_over(wijk=oostgaarde, user=chair, successor=wilma, actor=chair, code="chair")

    assert (does(chair, oostgaarde), does(wilma, oostgaarde)) == (["member"], ["chair"])
    assert (roles(chair), roles(wilma)) == ({Role.WOP_MEMBER}, {Role.WOP_BOARD, Role.WOP_MEMBER})
    assert moved == [(chair.pk, wilma.pk, oostgaarde.pk, chair.pk)]
    assert told("wop_handed_over") == {wilma.pk}
    assert does(chair, oostgaarde, DAY - dt.timedelta(days=1)) == ["chair"]
    assert not is_board(chair, oostgaarde.pk)


def test_who_hands_over_may_leave_at_once(chair: User, wilma: User, oostgaarde: Wijk, moved: object) -> None:
    hand_over(wijk=oostgaarde, user=chair, successor=wilma, actor=chair, code="chair", leaves=True)

    assert does(chair, oostgaarde) == []
    assert roles(chair) == set()


def test_board_hands_over_for_another_and_both_hear(chair: User, wilma: User, oostgaarde: Wijk, moved: object) -> None:
    gerda = in_team("Gerda", oostgaarde, GROUP, "Verkeer")
    in_team(gerda, oostgaarde, SECRETARY)
    hand_over(wijk=oostgaarde, user=gerda, successor=wilma, actor=chair, code="group:Verkeer")

    assert does(gerda, oostgaarde) == ["secretary"]
    assert does(wilma, oostgaarde) == ["group:Verkeer"]
    assert told("wop_handed_over") == {gerda.pk, wilma.pk}
    assert roles(gerda) == {Role.WOP_BOARD, Role.WOP_MEMBER}


def test_member_without_function_hands_over_her_work_alone(
    chair: User, wilma: User, oostgaarde: Wijk, moved: list[tuple[int, ...]]
) -> None:
    hand_over(wijk=oostgaarde, user=wilma, successor=chair, actor=wilma, code="member")

    assert len(moved) == 1
    assert (does(wilma, oostgaarde), does(chair, oostgaarde)) == (["member"], ["chair"])


def test_part_that_refuses_stops_the_whole_act(
    chair: User, wilma: User, oostgaarde: Wijk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_about: object) -> None:
        raise Refused("Eerst afronden.")

    monkeypatch.setattr(registry, "_parts", {"x": HandOver("x", lambda *_: 1, refuse)})
    with pytest.raises(Refused, match="Eerst afronden"):
        hand_over(wijk=oostgaarde, user=chair, successor=wilma, actor=chair, code="chair")

    forget_roles(chair)
    assert (does(chair, oostgaarde), does(wilma, oostgaarde)) == (["chair"], ["member"])
    assert not Notice.objects.exists()


def test_hand_over_is_refused_for_others_and_to_others(
    chair: User, wilma: User, fatima: User, noor: User, oostgaarde: Wijk, schollevaar: Wijk
) -> None:
    other = in_team("Otto", schollevaar, CHAIR)
    for actor in (wilma, fatima, noor, other):
        with pytest.raises(Refused, match="Alleen wie het doet"):
            hand_over(wijk=oostgaarde, user=chair, successor=wilma, actor=actor, code="chair")
    for heir in (fatima, noor, other):
        with pytest.raises(Refused, match="niet in het team"):
            hand_over(wijk=oostgaarde, user=chair, successor=heir, actor=chair, code="chair")
    with pytest.raises(Refused, match="iemand anders"):
        hand_over(wijk=oostgaarde, user=chair, successor=chair, actor=chair, code="chair")
    for code in ("secretary", "nonsens", "group:Groen"):
        with pytest.raises(Stale, match="intussen"):
            hand_over(wijk=oostgaarde, user=chair, successor=wilma, actor=chair, code=code)


# --- Stopping ---------------------------------------------------------------------------------------------------------
def test_who_lays_down_her_function_stays_as_a_member(chair: User, wilma: User, mona: User, oostgaarde: Wijk) -> None:
    in_team(wilma, oostgaarde, SECRETARY)
    lay_down(wijk=oostgaarde, user=chair, actor=chair, code="chair")

    assert does(chair, oostgaarde) == ["member"]
    assert roles(chair) == {Role.WOP_MEMBER}
    assert Entry.objects.filter(verb="wop_seeks_chair", visibility=Visibility.PUBLIC, actor=None).count() == 1
    assert told("wop_team_changed") == {wilma.pk}
    assert told("wop_board_gone") == set()
    assert CHAIR in vacancies_of(board_of(oostgaarde, DAY))


def test_last_of_the_board_may_go_and_the_managers_hear(chair: User, mona: User, oostgaarde: Wijk) -> None:
    end_membership(wijk=oostgaarde, user=chair, actor=chair)

    assert does(chair, oostgaarde) == []
    assert roles(chair) == set()
    assert told("wop_board_gone") == {mona.pk}
    assert board_of(oostgaarde, DAY) == []


def test_board_lets_somebody_go_with_a_reason_that_she_reads(chair: User, wilma: User, oostgaarde: Wijk) -> None:
    in_team(wilma, oostgaarde, GROUP, "Groen")
    with pytest.raises(Refused, match="waarom"):
        end_membership(wijk=oostgaarde, user=wilma, actor=chair, reason=" ")
    end_membership(wijk=oostgaarde, user=wilma, actor=chair, reason="Je kwam een jaar niet.")

    assert does(wilma, oostgaarde) == []
    assert set(Membership.objects.filter(user=wilma).values_list("end_reason", flat=True)) == {"Je kwam een jaar niet."}
    assert told("wop_ended_for") == {wilma.pk}
    assert "jaar niet" not in str(list(Entry.objects.values()))


def test_nobody_else_ends_what_somebody_does(
    chair: User, wilma: User, fatima: User, noor: User, mona: User, oostgaarde: Wijk, schollevaar: Wijk
) -> None:
    other = in_team("Otto", schollevaar, CHAIR)
    for actor in (wilma, fatima, noor, mona, other):
        for act, about in ((end_membership, {}), (lay_down, {"code": "chair"})):
            with pytest.raises(Refused, match="Alleen wie het doet"):
                act(wijk=oostgaarde, user=chair, actor=actor, reason="Zomaar.", **about)
    with pytest.raises(Refused, match="geen functie om neer te leggen"):
        lay_down(wijk=oostgaarde, user=wilma, actor=wilma, code="member")

    assert does(chair, oostgaarde) == ["chair"]


# --- What a manager did counts ----------------------------------------------------------------------------------------
def test_roles_of_a_manager_show_without_rows_and_get_them_with_the_first_act(
    willem: User, wilma: User, oostgaarde: Wijk
) -> None:
    assert (does(willem, oostgaarde), does(wilma, oostgaarde)) == (["board"], ["member"])
    hand_over(wijk=oostgaarde, user=willem, successor=wilma, actor=willem, code="board")

    assert (does(willem, oostgaarde), does(wilma, oostgaarde)) == (["member"], ["board"])
    assert Membership.objects.get(user=willem, function=BOARD).starts_on == SINCE


def test_row_whose_role_a_manager_ended_does_not_count(chair: User, wilma: User, oostgaarde: Wijk) -> None:
    in_team(wilma, oostgaarde, SECRETARY)
    gone = DAY - dt.timedelta(days=5)
    RoleAssignment.objects.filter(user=chair, role=Role.WOP_BOARD).update(ends_on=gone)
    assert does(chair, oostgaarde) == ["member"]

    appoint_member(wijk=oostgaarde, user=chair, actor=wilma, function=GROUP, group="Groen")
    assert does(chair, oostgaarde) == ["group:Groen"]
    assert Membership.objects.get(user=chair, function=CHAIR).ends_on == gone


def test_who_works_for_the_gemeente_is_in_no_team_where_she_lives(chair: User, oostgaarde: Wijk) -> None:
    RoleAssignment.objects.create(user=chair, role=Role.CIVIL_SERVANT, starts_on=SINCE)

    assert board_of(oostgaarde, DAY) == []
    assert does(chair, oostgaarde) == []


# --- Names ------------------------------------------------------------------------------------------------------------
def test_name_shows_by_consent_alone_and_goes_along_to_a_new_function(
    chair: User, wilma: User, fatima: User, oostgaarde: Wijk
) -> None:
    assert find_member(oostgaarde, chair.pk, DAY).public_name == "een bestuurslid"
    show_own_name(wijk=oostgaarde, actor=wilma, shows_name=True)
    appoint_member(wijk=oostgaarde, user=wilma, actor=chair, function=SECRETARY)

    assert find_member(oostgaarde, wilma.pk, DAY).public_name == "Wilma"
    show_own_name(wijk=oostgaarde, actor=wilma, shows_name=False)
    show_own_name(wijk=oostgaarde, actor=wilma, shows_name=False)
    assert find_member(oostgaarde, wilma.pk, DAY).public_name == "een bestuurslid"
    assert Entry.objects.filter(verb="wop_name_chosen").count() == 2
    with pytest.raises(Refused, match="niet meer in dit team"):
        show_own_name(wijk=oostgaarde, actor=fatima, shows_name=True)


# --- What the database holds ------------------------------------------------------------------------------------------
def test_database_refuses_the_same_twice_at_once_and_keeps_history(chair: User, oostgaarde: Wijk) -> None:
    row = Membership.objects.get(user=chair)
    about = {"user": chair, "wijk": oostgaarde, "function": CHAIR}
    for days in ({"starts_on": DAY}, {"starts_on": dt.date(2025, 1, 1), "ends_on": SINCE + dt.timedelta(days=1)}):
        with pytest.raises(IntegrityError, match="membership_once_at_a_time"), transaction.atomic():
            Membership.objects.create(**about, **days)
    Membership.objects.create(**about, starts_on=dt.date(2025, 1, 1), ends_on=SINCE)
    for change in ("DELETE FROM wijken_membership", "UPDATE wijken_membership SET starts_on = '2020-01-01'"):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"{change} WHERE id = %s", [row.pk])


ACTS = st.sampled_from(["appoint", "group", "hand_over", "lay_down", "leave", "come_back"])


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(ACTS, st.integers(0, 2), st.sampled_from(["chair", "secretary", "board"])), max_size=7))
def test_rows_and_roles_stay_in_step_whatever_happens(
    steps: list[tuple[str, int, str]], chair: User, wilma: User, oostgaarde: Wijk
) -> None:
    """Who is in the team has a function, who has one is in the team; refusals change nothing."""
    with undone():
        moment = NOON
        for act, days, function in steps:
            moment += dt.timedelta(days=days)
            with time_machine.travel(moment, tick=False):
                try_act(act, Function(function), chair, wilma, oostgaarde)
                for user in (chair, wilma):
                    forget_roles(user)
                    rows = Membership.objects.filter(user=user).on(moment.date())
                    has_role = is_member(user, oostgaarde.pk)
                    assert rows.exists() == has_role or not Membership.objects.filter(user=user).exists()
                    of_board = [row for row in rows if row.is_of_board]
                    assert bool(of_board) == is_board(user, oostgaarde.pk)


def try_act(act: str, function: Function, chair: User, wilma: User, wijk: Wijk) -> None:
    """One step, refused or not."""
    about = {"wijk": wijk, "actor": chair}
    try:
        if act == "appoint":
            appoint_member(**about, user=wilma, function=function)
        elif act == "group":
            appoint_member(**about, user=wilma, function=GROUP, group="Groen")
        elif act == "hand_over":
            hand_over(**about, user=chair, successor=wilma, code="chair")
        elif act == "lay_down":
            lay_down(**about, user=wilma, code=function.value, reason="Zo afgesproken.")
        elif act == "leave":
            end_membership(**about, user=wilma, reason="Zo afgesproken.")
        else:
            hand_over(wijk=wijk, actor=wilma, user=wilma, successor=chair, code="chair")
    except Refused:
        pass


def test_stranger_is_nobody(oostgaarde: Wijk) -> None:
    assert find_member(oostgaarde, person("nobody").pk, DAY) is None
