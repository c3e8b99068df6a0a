"""Who may do what with a meeting, and the life of one, as tables."""

import datetime as dt
from itertools import product

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from gemeente.places.models import Wijk
from gemeente.users.models import User
from wijken.meetings.enums import MeetingKind, MeetingStatus
from wijken.meetings.models import ActionPoint, Meeting
from wijken.meetings.policies import (
    POLICIES,
    can_plan_meeting,
    can_plan_office_hours,
    can_see_desk,
    can_tick_action,
)
from wijken.meetings.workflow import TRANSITIONS, available

HOUR = dt.timedelta(hours=1)
WHO = ["anonymous", "fatima", "willem", "wilma", "noor", "petra", "hans", "mona"]
BOARD, MEMBERS, DESK = {"willem"}, {"willem", "wilma"}, {"willem", "noor"}
PEOPLE = set(WHO) - {"anonymous"}
EVERYBODY = set(WHO)
# kind and whether it began, planned unless said otherwise: who may
PUBLIC_TO_COME = {
    "open_desk": MEMBERS,
    "change": BOARD,
    "cancel": BOARD,
    "edit_agenda": MEMBERS,
    "answer_points": BOARD,
    "propose": PEOPLE,
    "sign_up": EVERYBODY,
    "add_documents": MEMBERS,
    "see_who_comes": BOARD,
}
TABLE = {
    (MeetingKind.PUBLIC, MeetingStatus.PLANNED, False): PUBLIC_TO_COME,
    (MeetingKind.OTHER, MeetingStatus.PLANNED, False): PUBLIC_TO_COME,
    (MeetingKind.PUBLIC, MeetingStatus.PLANNED, True): {
        "open_desk": MEMBERS,
        "edit_agenda": MEMBERS,
        "answer_points": BOARD,
        "add_documents": MEMBERS,
        "write_minutes": MEMBERS,
        "publish_minutes": BOARD,
        "see_who_comes": BOARD,
    },
    (MeetingKind.PUBLIC, MeetingStatus.HELD, True): {
        "open_desk": MEMBERS,
        "edit_agenda": MEMBERS,
        "answer_points": BOARD,
        "add_documents": MEMBERS,
        "write_minutes": MEMBERS,
        "publish_minutes": BOARD,
        "see_who_comes": BOARD,
    },
    (MeetingKind.PUBLIC, MeetingStatus.CANCELLED, False): {
        "open_desk": MEMBERS,
        "resume": BOARD,
        "answer_points": BOARD,
        "add_documents": MEMBERS,
        "see_who_comes": BOARD,
    },
    (MeetingKind.OFFICE_HOURS, MeetingStatus.PLANNED, False): {
        "open_desk": DESK,
        "change": DESK,
        "cancel": DESK,
        "take_slot": EVERYBODY,
        "see_who_comes": DESK,
    },
    (MeetingKind.OFFICE_HOURS, MeetingStatus.HELD, True): {"open_desk": DESK, "see_who_comes": DESK},
}


def meeting_of(wijk: Wijk, kind: MeetingKind, status: MeetingStatus, began: bool) -> Meeting:
    """A meeting that no table holds."""
    starts_at = timezone.now() + (-HOUR if began else HOUR)
    return Meeting(pk=1, wijk=wijk, kind=kind, status=status, starts_at=starts_at, ends_at=starts_at + HOUR)


def test_meeting_is_for_whom_the_table_says(cast: dict[str, User | None], oostgaarde: Wijk, schollevaar: Wijk) -> None:
    people = {name: cast[name] or AnonymousUser() for name in WHO}
    for state, expected in TABLE.items():
        here, elsewhere = meeting_of(oostgaarde, *state), meeting_of(schollevaar, *state)
        for name, policy in POLICIES.items():
            may = {who for who, user in people.items() if policy(user, here)}
            there = {who for who, user in people.items() if policy(user, elsewhere)}

            assert (state, name, may) == (state, name, expected.get(name, set()))
            # Of another wijk nobody has more than anybody.
            assert (state, name, there) == (state, name, may if may >= PEOPLE else set())


def test_only_its_wop_plans_meetings_of_a_wijk(
    cast: dict[str, User | None], oostgaarde: Wijk, schollevaar: Wijk
) -> None:
    people = {name: cast[name] or AnonymousUser() for name in WHO}
    table = {can_plan_meeting: BOARD, can_plan_office_hours: DESK, can_see_desk: MEMBERS | DESK}
    for policy, expected in table.items():
        assert {who for who, user in people.items() if policy(user, oostgaarde.pk)} == expected
        assert not any(policy(user, schollevaar.pk) or policy(user, None) for user in people.values())


def test_action_is_ticked_by_who_does_it_and_by_the_wop(cast: dict[str, User | None], oostgaarde: Wijk) -> None:
    meeting = meeting_of(oostgaarde, MeetingKind.PUBLIC, MeetingStatus.HELD, True)
    action = ActionPoint(meeting=meeting, user=cast["fatima"], what="Bellen")
    people = {name: cast[name] or AnonymousUser() for name in WHO}

    assert {who for who, user in people.items() if can_tick_action(user, action)} == {"fatima", "willem", "wilma"}


# --- Workflow ---------------------------------------------------------------------------------------------------------
STEPS = {  # status, whether it began, who: what she may do
    (MeetingStatus.PLANNED, False, "willem"): ["cancel"],
    (MeetingStatus.PLANNED, True, "willem"): ["hold"],
    (MeetingStatus.CANCELLED, False, "willem"): ["resume"],
    (MeetingStatus.CANCELLED, True, "willem"): ["resume"],  # the action says that its moment has passed
}


def test_each_step_is_for_whom_the_table_says(cast: dict[str, User | None], oostgaarde: Wijk) -> None:
    for status, began, who in product(MeetingStatus, (False, True), WHO):
        meeting = meeting_of(oostgaarde, MeetingKind.PUBLIC, status, began)

        found = [step.name for step in available(meeting, cast[who] or AnonymousUser())]
        assert (status, began, who, found) == (status, began, who, STEPS.get((status, began, who), []))


def test_each_step_has_a_name_of_its_own() -> None:
    assert len({step.name for step in TRANSITIONS}) == len(TRANSITIONS)


@pytest.mark.parametrize("status", MeetingStatus)
def test_a_meeting_to_come_did_not_begin(status: MeetingStatus) -> None:
    meeting = meeting_of(Wijk(pk=1), MeetingKind.PUBLIC, status, True)

    assert not meeting.is_to_come
    assert meeting.has_begun == (status != MeetingStatus.CANCELLED)
