"""What the brakes add to pages of lower nouns."""

from typing import Any

from django.db.models import Exists
from django.http import HttpRequest

from gemeente.cases.models import CaseFile
from gemeente.lib.panels import Panel
from gemeente.moderation.models import Block, Hiding, Worry
from gemeente.moderation.policies import can_read_worry_at_desk
from gemeente.users.models import User

MOST = 50  # worries on one page


def worries_of_case(request: HttpRequest, case: CaseFile) -> dict[str, Any]:
    """At the desk: what worries neighbours, for the contact person; others see that there is something to read."""
    worries = list(Worry.objects.about(case)[:MOST])
    return {"worries": worries, "may_read": bool(worries) and can_read_worry_at_desk(request.user, case)}


def worries_of_owner(request: HttpRequest, case: CaseFile) -> dict[str, Any]:
    """On the owner's page of her contact: what worries neighbours, without who they are unless they agreed."""
    return {"worries": list(Worry.objects.about(case)[:MOST])}


def brakes_of_person(request: HttpRequest, user: User) -> dict[str, Any]:
    """On one's own page: what of hers is hidden, and whether she is asked to be silent for a while."""
    hidden = Hiding.objects.owned_by(user).active()
    pauses = Block.objects.active().pauses().filter(user=user)
    # One question for almost everybody: is there anything to say?
    found = User.objects.filter(pk=user.pk).values_list(Exists(hidden), Exists(pauses)).get()
    return {
        "hidings": hidden.select_related("subject").order_by("-pk")[:MOST] if found[0] else [],
        "pause": pauses.order_by("-ends_at").first() if found[1] else None,
    }


def nothing(_request: HttpRequest, _user: Any) -> dict[str, Any]:
    """A door needs no data."""
    return {}


PANELS = (
    Panel("case", "worries", "moderation/panel_case.html", worries_of_case, position=50),
    Panel("contact", "worries", "moderation/panel_contact.html", worries_of_owner),
    Panel("mine", "brakes", "moderation/panel_mine.html", brakes_of_person, position=5),
    Panel("manage", "reports", "moderation/manage_tile.html", nothing, position=40),
)
