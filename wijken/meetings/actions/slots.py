"""The moments of a spreekuur."""

import datetime as dt

from django.utils.translation import gettext as _

from gemeente.lib.errors import Refused
from wijken.meetings.models import Meeting, Slot

MOST_SLOTS = 100


def lay_out_slots(meeting: Meeting, before: dt.datetime | None = None) -> None:
    """Cut a spreekuur into moments. When it moved, what was taken moves along; the rest is cut anew.

    Expects the meeting locked. Raises Refused where a moment that somebody took would fall outside, and for more than
    MOST_SLOTS.
    """
    if not meeting.is_by_appointment:
        return
    assert meeting.slot_minutes is not None
    step = dt.timedelta(minutes=meeting.slot_minutes)
    moments, moment = [], meeting.starts_at
    while moment + step <= meeting.ends_at:
        moments.append(moment)
        moment += step
    if not 1 <= len(moments) <= MOST_SLOTS:
        raise Refused(_("Zo past er geen gesprek in. Kies een langere tijd of kortere gesprekken."))
    shift = meeting.starts_at - before if before else dt.timedelta(0)
    meeting.slots.filter(appointment=None).delete()
    taken = list(meeting.slots.order_by("-starts_at" if shift > dt.timedelta(0) else "starts_at"))
    if any(slot.starts_at + shift not in moments for slot in taken):
        raise Refused(
            _("Iemand heeft al een moment gekozen dat zo wegvalt. Gelast het spreekuur af, of houd die tijd.")
        )
    if shift:
        for slot in taken:  # the last one first where they move up: no two at one moment
            slot.starts_at += shift
            slot.save(update_fields=["starts_at"])
    missing = set(moments) - {slot.starts_at for slot in taken}
    Slot.objects.bulk_create(Slot(meeting=meeting, starts_at=one) for one in sorted(missing))
