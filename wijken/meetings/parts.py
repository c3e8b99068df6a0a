"""What of a meeting somebody can report and a manager can hide: points, papers and minutes."""

from django.utils.translation import gettext as _

from gemeente.activity.models import Subject
from gemeente.moderation.parts import Part
from wijken.meetings.models import Meeting, Minutes

MOST = 100


def parts_of_meeting(subject: Subject) -> list[Part]:
    """What is public beside the page itself. Who proposed a point wrote it."""
    meeting = Meeting.objects.filter(subject=subject).first()
    if meeting is None:
        return []
    parts = [
        Part(f"point:{point.pk}", _("Het punt “%(title)s”") % {"title": point.title}, point.proposed_by_id)
        for point in meeting.points.accepted()[:MOST]
    ]
    parts += [
        Part(f"document:{paper.key}", _("Het stuk “%(title)s”") % {"title": paper.title})
        for paper in meeting.documents.checked()[:MOST]
    ]
    minutes = Minutes.objects.filter(meeting=meeting, published__isnull=False).first()
    return [*parts, *([Part(f"minutes:{minutes.pk}", _("Het verslag"))] if minutes else [])]
