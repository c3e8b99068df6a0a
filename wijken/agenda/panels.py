"""What the agenda adds to pages of other nouns."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from gemeente.lib.panels import Panel
from gemeente.lib.prepared import prepared
from gemeente.moderation.models import Hiding, Report
from gemeente.places.models import Wijk
from gemeente.users.models import User
from wijken.agenda.models import Opgave

OF_A_WIJK = 5
MOST = 20  # rows of one's own


@prepared
def top_of(wijk: Any) -> QuerySet[Opgave]:
    """The first of a wijk that people work on."""
    return Opgave.objects.public().in_wijk(wijk).open().in_order()[:OF_A_WIJK]


def agenda_of_wijk(request: HttpRequest, wijk: Wijk) -> dict[str, Any]:
    """What the wijk works on, with how far, and how many points wait for an answer."""
    rows = top_of(wijk.pk)
    for row in rows:
        row.wijk = wijk
    waiting = sum(row.is_waiting for row in rows)
    return {"wijk": wijk, "opgaven": rows, "waiting": waiting}


@prepared
def raised_by(user: Any) -> QuerySet[Opgave]:
    """The newest signals of somebody."""
    rows = Opgave.objects.filter(raised_by=user).select_related("wijk").defer("wijk__boundary")
    return rows.order_by("-created_at", "-pk")[:MOST]


def agenda_of_person(request: HttpRequest, user: User) -> dict[str, Any]:
    """Her signals, and how far they are."""
    return {"opgaven": raised_by(user.pk)}


def reported_opgave(request: HttpRequest, about: Report | Hiding) -> dict[str, Any]:
    """What a moderator judges, as everybody reads it."""
    rows = Opgave.objects.filter(subject=about.subject).select_related("raised_by__profile", "wijk")
    return {"opgave": rows.first() if about.subject.kind == "opgave" else None}


PANELS = (
    Panel("wijk", "agenda", "agenda/panel_wijk.html", agenda_of_wijk, position=40, title=_("Waar wij aan werken")),
    Panel("mine", "agenda", "agenda/panel_mine.html", agenda_of_person, position=30),
    Panel("report", "opgave", "agenda/panel_report.html", reported_opgave),
)
