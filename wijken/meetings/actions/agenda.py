"""The agenda: points of the WOP, points that residents propose, their order, and who wants to speak."""

import uuid

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from gemeente.activity.actions import notify, record
from gemeente.activity.models import Subject
from gemeente.lib.errors import Refused, Stale
from gemeente.moderation.brakes import refuse_paused, slow_down
from gemeente.users.models import User
from wijken.meetings.actions.meetings import locked
from wijken.meetings.enums import PointState
from wijken.meetings.models import Meeting, Point, Speaker
from wijken.meetings.notices import POINT_ANSWER, POINT_WAITS, board_of, path_of
from wijken.meetings.policies import can_answer_points, can_edit_agenda, can_propose_point
from wijken.meetings.proposing import is_open_for_points
from wijken.meetings.verbs import (
    POINT_ADDED,
    POINT_ANSWERED,
    POINT_CHANGED,
    POINT_DROPPED,
    POINT_MOVED,
    POINT_PROPOSED,
    POINT_WITHDRAWN,
    SPEAKING_ASKED,
    SPEAKING_ENDED,
)

MOST_POINTS = 50
MOST_OF_ONE = 5  # that wait of one person for one meeting


# --- Of residents -----------------------------------------------------------------------------------------------------
@transaction.atomic
def propose_point(
    *,
    meeting: Meeting,
    actor: User,
    title: str,
    submission_key: uuid.UUID,
    explanation: str = "",
    about: Subject | None = None,
) -> Point:
    """Propose a point; the board hears of it and answers. The same form posted twice makes one.

    Raises Refused without an account, when it is too late, for who must be silent, goes too fast or proposed enough.
    """
    meeting = locked(meeting)
    if same := same_as(meeting, submission_key):
        return same
    if not can_propose_point(actor, meeting) or not is_open_for_points(meeting):
        raise Refused(_("Voor deze bijeenkomst kun je geen punt meer voorstellen."))
    refuse_paused(actor)
    slow_down(actor)
    if meeting.points.waiting().filter(proposed_by=actor).count() >= MOST_OF_ONE:
        raise Refused(_("Je hebt al genoeg punten voorgesteld. Wacht op het antwoord van het bestuur."))
    point = Point.objects.create(
        meeting=meeting,
        title=title.strip(),
        explanation=explanation.strip(),
        about=about,
        state=PointState.PROPOSED,
        proposed_by=actor,
        submission_key=submission_key,
    )
    entry = record(actor=actor, verb=POINT_PROPOSED, subject=meeting.subject)
    notify(entry=entry, recipients=board_of(meeting.wijk), template=POINT_WAITS, path=path_of(meeting, desk=True))
    return point


@transaction.atomic
def withdraw_point(*, point: Point, actor: User) -> None:
    """Take away what one proposed, as long as there is no answer. Raises Refused for anybody else."""
    meeting, point = locked_point(point)
    if point.proposed_by_id != actor.pk or point.state != PointState.PROPOSED:
        raise Refused(_("Dit punt kun je niet meer weghalen."))
    point.delete()
    record(actor=actor, verb=POINT_WITHDRAWN, subject=meeting.subject)


@transaction.atomic
def answer_point(*, point: Point, actor: User, is_accepted: bool, answer: str) -> Point:
    """Say yes or no to a proposed point, with a word to who proposed it. The same answer twice changes nothing.

    Raises Refused for anybody but the board, for a no without a word, and for a full agenda; Stale when it was
    answered otherwise.
    """
    meeting, point = locked_point(point)
    if not can_answer_points(actor, meeting):
        raise Refused(_("Alleen het bestuur van het WOP zegt ja of nee."))
    state = PointState.ACCEPTED if is_accepted else PointState.DECLINED
    if point.state != PointState.PROPOSED:
        if point.state == state:
            return point
        raise Stale(_("Iemand anders gaf al antwoord op dit punt."))
    if not is_accepted and not answer.strip():
        raise Refused(_("Schrijf op waarom niet. Wie het voorstelde, leest dit."))
    if is_accepted:
        refuse_full(meeting)
        point.position = last_position(meeting) + 1
    point.state, point.answer = state, answer.strip()
    point.save(update_fields=["state", "answer", "position"])
    entry = record(actor=actor, verb=POINT_ANSWERED, subject=meeting.subject, changes={"state": (None, state)})
    if point.proposed_by:
        notify(entry=entry, recipients=[point.proposed_by], template=POINT_ANSWER)
    return point


@transaction.atomic
def ask_to_speak(*, point: Point, actor: User) -> Speaker:
    """Say that one wants to speak at a point. Twice changes nothing. Raises Refused without an account, or too late."""
    meeting, point = locked_point(point)
    if not can_propose_point(actor, meeting) or point.state != PointState.ACCEPTED:
        raise Refused(_("Bij dit punt kun je nu geen spreektijd vragen."))
    slow_down(actor)
    speaker, is_new = Speaker.objects.get_or_create(point=point, user=actor)
    if is_new:
        record(actor=actor, verb=SPEAKING_ASKED, subject=meeting.subject)
    return speaker


@transaction.atomic
def stop_speaking(*, point: Point, actor: User) -> None:
    """Want to say nothing after all. Twice changes nothing."""
    meeting, point = locked_point(point)
    gone, _rows = Speaker.objects.filter(point=point, user=actor).delete()
    if gone:
        record(actor=actor, verb=SPEAKING_ENDED, subject=meeting.subject)


# --- Of the WOP -------------------------------------------------------------------------------------------------------
@transaction.atomic
def add_point(
    *,
    meeting: Meeting,
    actor: User,
    title: str,
    submission_key: uuid.UUID,
    explanation: str = "",
    minutes: int | None = None,
    about: Subject | None = None,
) -> Point:
    """Put a point at the end of the agenda. The same form posted twice makes one.

    Raises Refused for who is not of the WOP, for what is called off, and for a full agenda.
    """
    meeting = editable(meeting, actor)
    if same := same_as(meeting, submission_key):
        return same
    refuse_full(meeting)
    point = Point.objects.create(
        meeting=meeting,
        position=last_position(meeting) + 1,
        title=title.strip(),
        explanation=explanation.strip(),
        minutes=minutes,
        about=about,
        submission_key=submission_key,
    )
    record(actor=actor, verb=POINT_ADDED, subject=meeting.subject)
    return point


@transaction.atomic
def change_point(
    *,
    point: Point,
    actor: User,
    based_on: int,
    title: str,
    explanation: str = "",
    minutes: int | None = None,
    about: Subject | None = None,
) -> Point:
    """Change a point of the agenda. What a resident proposed and nobody answered stays hers.

    Raises Refused for who is not of the WOP; Stale when somebody changed it meanwhile.
    """
    meeting, point = locked_point(point)
    editable(meeting, actor)
    if point.state != PointState.ACCEPTED:
        raise Refused(_("Geef eerst antwoord op dit punt."))
    if based_on != point.version:
        raise Stale(_("Iemand anders heeft dit punt intussen aangepast. Kijk wat er nu staat."))
    point.title, point.explanation, point.minutes, point.about = title.strip(), explanation.strip(), minutes, about
    point.version += 1
    point.save(update_fields=["title", "explanation", "minutes", "about", "version"])
    record(actor=actor, verb=POINT_CHANGED, subject=meeting.subject)
    return point


@transaction.atomic
def drop_point(*, point: Point, actor: User) -> None:
    """Take a point off the agenda. Raises Refused for who is not of the WOP, and for what was decided about."""
    meeting, point = locked_point(point)
    editable(meeting, actor)
    if point.decision:
        raise Refused(_("Over dit punt is een besluit openbaar. Het blijft dus staan."))
    if point.state == PointState.PROPOSED:
        raise Refused(_("Geef eerst antwoord op dit punt."))
    point.delete()
    record(actor=actor, verb=POINT_DROPPED, subject=meeting.subject)


@transaction.atomic
def shift_point(*, point: Point, actor: User, is_up: bool) -> None:
    """Let a point trade places with the one before or behind it. Raises Refused for who is not of the WOP."""
    meeting, point = locked_point(point)
    editable(meeting, actor)
    ordered = list(meeting.points.accepted())
    here = next((place for place, one in enumerate(ordered) if one.pk == point.pk), None)
    there = -1 if here is None else here - 1 if is_up else here + 1
    if here is None or not 0 <= there < len(ordered):
        return
    ordered[here], ordered[there] = ordered[there], ordered[here]
    for position, one in enumerate(ordered, start=1):
        if one.position != position:
            one.position = position
            one.save(update_fields=["position"])
    record(actor=actor, verb=POINT_MOVED, subject=meeting.subject)


def editable(meeting: Meeting, actor: User) -> Meeting:
    """The meeting, locked, of which somebody may write the agenda. Raises Refused."""
    meeting = locked(meeting)
    if not can_edit_agenda(actor, meeting):
        raise Refused(_("Alleen het WOP van deze wijk schrijft aan de agenda."))
    return meeting


def locked_point(point: Point) -> tuple[Meeting, Point]:
    """A point as it is now, with its meeting locked. Raises Refused where it is gone."""
    meeting = locked(point.meeting)
    found = Point.objects.select_related("proposed_by").filter(pk=point.pk).first()
    if found is None:
        raise Stale(_("Dit punt is er niet meer. Kijk wat er nu staat."))
    found.meeting = meeting
    return meeting, found


def same_as(meeting: Meeting, key: uuid.UUID) -> Point | None:
    """What the same form made before."""
    return Point.objects.filter(submission_key=key, meeting=meeting).first()


def last_position(meeting: Meeting) -> int:
    """The last place on the agenda that is taken."""
    return meeting.points.aggregate(last=Max("position"))["last"] or 0


def refuse_full(meeting: Meeting) -> None:
    """Refuse more points than anybody sits through. Raises Refused."""
    if meeting.points.accepted().count() >= MOST_POINTS:
        raise Refused(_("De agenda is vol."))
