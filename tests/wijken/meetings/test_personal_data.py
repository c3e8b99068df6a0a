"""What somebody takes along, what is forgotten when she leaves, and what moves from a row on paper."""

import pytest

from gemeente.accounts.actions import close_account
from gemeente.lib.personal_data import personal_data_parts
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.factories.meetings import acted, noted, planned, pointed, proposed
from wijken.meetings.actions.agenda import answer_point, ask_to_speak
from wijken.meetings.actions.attending import request_sign_up, sign_up, take_slot
from wijken.meetings.enums import MeetingKind
from wijken.meetings.models import ActionPoint, Appointment, Meeting, Point, SignUp, SignUpRequest, Speaker
from wijken.meetings.personal_data import MEETINGS_DATA


@pytest.fixture
def meeting(oostgaarde: Wijk, willem: User, fatima: User) -> Meeting:
    """Something of everything that is Fatima's."""
    held = planned(oostgaarde, willem, days=-9)
    acted(held, willem, what="De sleutel", user=fatima)
    noted(held, willem)
    meeting = planned(oostgaarde, willem)
    sign_up(meeting=meeting, actor=fatima)
    ask_to_speak(point=pointed(meeting, willem), actor=fatima)
    proposed(meeting, fatima, title="Wacht nog")
    answer_point(point=proposed(meeting, fatima, title="Licht"), actor=willem, is_accepted=True, answer="Ja.")
    hours = planned(oostgaarde, willem, kind=MeetingKind.OFFICE_HOURS)
    take_slot(slot=hours.slots.first(), actor=fatima, topic="De buren")
    request_sign_up(meeting=planned(oostgaarde, willem, days=50), email=fatima.email, name="F", language="nl")
    return meeting


def test_export_tells_all_of_it(meeting: Meeting, fatima: User, willem: User) -> None:
    told = MEETINGS_DATA.export(fatima)

    assert {name: len(rows) for name, rows in told.items()} == {
        "comes": 1,
        "appointments": 1,
        "points": 2,
        "speaks": 1,
        "actions": 1,
        "minutes": 0,
        "requests": 1,
    }
    assert told["appointments"][0]["topic"] == "De buren"
    assert [row["text"] for row in MEETINGS_DATA.export(willem)["minutes"]] == ["We spraken over het groen."]
    assert "meetings" in {part.name for part in personal_data_parts()}


def test_who_leaves_comes_nowhere_and_what_was_discussed_stays(meeting: Meeting, fatima: User) -> None:
    close_account(user=fatima)

    assert not any(rows.objects.exists() for rows in (SignUp, SignUpRequest, Appointment, Speaker))
    meeting.refresh_from_db()
    assert meeting.sign_up_count == 0
    assert list(Point.objects.filter(meeting=meeting).values_list("title", "proposed_by").order_by("pk")) == [
        ("Het groen", None),
        ("Licht", None),
    ]
    assert ActionPoint.objects.get().user is None


def test_what_was_written_down_for_somebody_becomes_hers(meeting: Meeting, fatima: User, bram: User) -> None:
    sign_up(meeting=meeting, actor=bram)

    MEETINGS_DATA.move(fatima, bram)

    assert list(SignUp.objects.filter(user=bram).values_list("meeting", flat=True)) == [meeting.pk]
    assert Appointment.objects.get().user == bram
    assert ActionPoint.objects.get().user == bram
    assert set(Point.objects.exclude(proposed_by=None).values_list("proposed_by", flat=True)) == {bram.pk}
