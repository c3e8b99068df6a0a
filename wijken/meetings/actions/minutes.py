"""Minutes: the WOP writes them and the decisions, its board makes them public. Each text stays as a version."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.activity.actions import notify, record
from gemeente.lib.errors import Refused, Stale
from gemeente.moderation.brakes import refuse_paused
from gemeente.users.models import User
from wijken.meetings.actions.action_points import tell_of_actions
from wijken.meetings.actions.meetings import hold, locked
from wijken.meetings.models import Meeting, Minutes, MinutesVersion
from wijken.meetings.notices import MINUTES, path_of, reading_minutes_of
from wijken.meetings.policies import can_publish_minutes, can_write_minutes
from wijken.meetings.verbs import MINUTES_PUBLISHED, MINUTES_WRITTEN


@transaction.atomic
def write_minutes(
    *, meeting: Meeting, actor: User, based_on: int, text: str, decisions: dict[int, str] | None = None
) -> Minutes:
    """Write the minutes and the decisions by the id of their point. Nobody else sees them yet; each is a version.

    Raises Refused for who is not of the WOP and before it began; Stale when somebody wrote meanwhile.
    """
    meeting = locked(meeting)
    if not can_write_minutes(actor, meeting):
        raise Refused(_("Alleen het WOP schrijft het verslag, als de bijeenkomst begonnen is."))
    refuse_paused(actor)
    minutes, _is_new = Minutes.objects.get_or_create(meeting=meeting)
    if based_on != minutes.number:
        raise Stale(_("Iemand anders heeft intussen aan het verslag geschreven. Kijk wat er nu staat."))
    before = newest_of(minutes)
    points = list(meeting.points.accepted())
    for point in points:
        words = (decisions or {}).get(point.pk, point.draft_decision).strip()
        if words != point.draft_decision:
            point.draft_decision = words
            point.save(update_fields=["draft_decision"])
    decided = [{"title": one.title, "text": one.draft_decision} for one in points if one.draft_decision]
    if before and (before.text, before.decisions) == (text.strip(), decided):
        return minutes
    minutes.number += 1
    minutes.save(update_fields=["number"])
    MinutesVersion.objects.create(
        minutes=minutes, number=minutes.number, text=text.strip(), decisions=decided, author=actor
    )
    record(actor=actor, verb=MINUTES_WRITTEN, subject=meeting.subject, changes={"number": (None, minutes.number)})
    return minutes


@transaction.atomic
def publish_minutes(*, meeting: Meeting, actor: User, number: int) -> Minutes:
    """Make the newest text public, with its decisions and actions; who came and who must do something hears of it.

    Again does so with a newer text; the older ones stay to be read. Raises Refused for anybody but the board and
    where nothing is written; Stale when the text is newer than the one she read.
    """
    meeting = locked(meeting)
    if not can_publish_minutes(actor, meeting):
        raise Refused(_("Alleen het bestuur maakt het verslag openbaar."))
    minutes = Minutes.objects.filter(meeting=meeting).first()
    newest = newest_of(minutes) if minutes else None
    if minutes is None or newest is None or not (newest.text or newest.decisions):
        raise Refused(_("Er is nog geen verslag. Schrijf het eerst."))
    if number != newest.number:
        raise Stale(_("Het verslag is intussen aangepast. Lees eerst wat er nu staat."))
    if minutes.published_id == newest.pk:
        return minutes
    is_first = minutes.published_id is None
    MinutesVersion.objects.filter(pk=newest.pk).update(is_public=True)
    minutes.published, minutes.published_at = newest, timezone.now()
    minutes.save(update_fields=["published", "published_at"])
    for point in meeting.points.accepted():
        if point.decision != point.draft_decision:
            point.decision = point.draft_decision
            point.save(update_fields=["decision"])
    hold(meeting, actor)
    entry = record(
        actor=actor, verb=MINUTES_PUBLISHED, subject=meeting.subject, changes={"number": (None, newest.number)}
    )
    if is_first:
        notify(entry=entry, recipients=reading_minutes_of(meeting), template=MINUTES, path=path_of(meeting))
    tell_of_actions(meeting, actor)
    return minutes


def newest_of(minutes: Minutes) -> MinutesVersion | None:
    """The last text that was written."""
    return MinutesVersion.objects.filter(minutes=minutes, number=minutes.number).first()
