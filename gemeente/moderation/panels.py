"""What the brakes add to pages of lower nouns."""

from typing import Any

from django.db.models import Exists, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from gemeente.cases.models import CaseFile
from gemeente.lib.panels import Panel, manage_door
from gemeente.lib.prepared import Person, prepared
from gemeente.moderation.models import Block, Hiding, Worry
from gemeente.moderation.policies import can_read_worry_at_desk
from gemeente.users.models import User

MOST = 50  # worries on one page


def worries_of_case(request: HttpRequest, case: CaseFile) -> dict[str, Any]:
    """At the desk: what worries neighbours, for the contact person; others see that there is something to read."""
    worries = worries_about(case.pk)
    return {"worries": worries, "may_read": bool(worries) and can_read_worry_at_desk(request.user, case)}


def worries_of_owner(request: HttpRequest, case: CaseFile) -> dict[str, Any]:
    """On the owner's page of her contact: what worries neighbours, without who they are unless they agreed."""
    return {"worries": worries_about(case.pk)}


@prepared
def worries_about(case: Any) -> QuerySet[Worry]:
    """The newest."""
    return Worry.objects.about(case)[:MOST]


def brakes_of_person(request: HttpRequest, user: User) -> dict[str, Any]:
    """On one's own page: what of hers is hidden, and whether she is asked to be silent for a while."""
    # One question for almost everybody: is there anything to say?
    [(has_hidden, has_pause)] = has_brakes(user.pk, timezone.now())
    return {
        "hidings": newest_hidings(user) if has_hidden else [],
        "pause": Block.objects.active().pauses().filter(user=user).order_by("-ends_at").first() if has_pause else None,
    }


def newest_hidings(user: User) -> QuerySet[Hiding]:
    """What of somebody's is hidden, with where it stood."""
    return Hiding.objects.owned_by(user).active().select_related("subject").order_by("-pk")[:MOST]


@prepared
def has_brakes(user: Any, now: Any) -> QuerySet[Any, Any]:
    """Whether something of somebody is hidden, and whether she is asked to be silent."""
    hidden = Hiding.objects.owned_by(Person(user)).active()
    pauses = Block.objects.active(now).pauses().filter(user=user)
    return User.objects.filter(pk=user).values_list(Exists(hidden), Exists(pauses))


PANELS = (
    Panel(
        "case",
        "worries",
        "moderation/panel_case.html",
        worries_of_case,
        position=50,
        asks=lambda _request, case: [worries_about.later(case.pk)],
    ),
    Panel("contact", "worries", "moderation/panel_contact.html", worries_of_owner),
    Panel("mine", "brakes", "moderation/panel_mine.html", brakes_of_person, position=5),
    manage_door(
        "reports",
        title="Meldingen",
        text="Wat bewoners meldden, en wat er verborgen is. Jij verbergt, een tekst verander je nooit.",
        url_name="moderation_desk:queue",
        link_label="Naar de meldingen",
        position=40,
    ),
)
