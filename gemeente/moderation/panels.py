"""What the brakes add to pages of lower nouns."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from gemeente.cases.models import CaseFile
from gemeente.lib.panels import Panel, manage_door
from gemeente.lib.prepared import Asked, Person, prepared
from gemeente.lib.together import moment_of
from gemeente.moderation.models import Block, Hiding, Worry
from gemeente.moderation.policies import can_read_worry_at_desk
from gemeente.users.models import User

MOST = 50  # worries or hidings on one page


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
    hidings, pauses = (asked() for asked in brakes_ask(request, user))
    return {"hidings": hidings, "pause": pauses[0] if pauses else None}


def brakes_ask(request: HttpRequest, user: User) -> list[Asked]:
    """What `brakes_of_person` asks."""
    return [hidden_of.later(user.pk), pauses_of.later(user.pk, moment_of(request))]


def with_brakes(user: Any) -> tuple[QuerySet[Any], ...]:
    """Without one of these there is nothing to say, as to almost everybody."""
    return Hiding.objects.owned_by(Person(user)).active(), Block.objects.pauses().filter(user=user)


@prepared
def hidden_of(user: Any) -> QuerySet[Hiding]:
    """What of somebody's is hidden, with where it stood."""
    rows = Hiding.objects.owned_by(Person(user)).active().select_related("subject").order_by("-pk")
    return rows.defer("subject__search", "subject__search_text")[:MOST]


@prepared
def pauses_of(user: Any, now: Any) -> QuerySet[Block]:
    """How long somebody is asked to be silent: the longest."""
    return Block.objects.active(now).pauses().filter(user=user).order_by("-ends_at")[:1]


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
    Panel("mine", "brakes", "moderation/panel_mine.html", brakes_of_person, 5, rows=with_brakes, asks=brakes_ask),
    manage_door(
        "reports",
        title="Meldingen",
        text="Wat bewoners meldden, en wat er verborgen is. Jij verbergt, een tekst verander je nooit.",
        url_name="moderation_desk:queue",
        link_label="Naar de meldingen",
        position=40,
    ),
)
