"""What initiatives add to pages of lower nouns."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from gemeente.lib.panels import Panel
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.cards import cards_of
from initiatives.enums import Stage
from initiatives.models import Initiative

CARDS_A_STAGE = 6
GROUPS = (
    ("running", (Stage.RUNNING,)),
    ("preparing", (Stage.PUBLISHED, Stage.PREPARING)),
    ("ended", (Stage.REALISED, Stage.STOPPED)),
)


def initiatives_of_wijk(request: HttpRequest, wijk: Wijk) -> dict[str, Any]:
    """What happens in a wijk, by stage: one query, a handful of cards for each group."""
    headings = {
        "running": _("Hier wordt aan gewerkt"),
        "preparing": _("Hier zijn plannen voor"),
        "ended": _("Dit is afgelopen"),
    }
    rows = list(Initiative.objects.public().in_wijk(wijk).for_cards().newest_first()[:60])
    groups = [
        (headings[name], cards_of([row for row in rows if row.stage in stages][:CARDS_A_STAGE], with_place=False))
        for name, stages in GROUPS
    ]
    return {"wijk": wijk, "groups": [(heading, cards) for heading, cards in groups if cards]}


def initiatives_of_person(request: HttpRequest, user: User) -> dict[str, Any]:
    """One's own initiatives, concepts first."""
    rows = Initiative.objects.owned_by(user).for_cards().order_by("published_at", "-pk")
    return {"initiatives": rows[:50]}


PANELS = (
    Panel("wijk", "initiatives", "initiatives/panel_wijk.html", initiatives_of_wijk),
    Panel("mine", "initiatives", "initiatives/panel_mine.html", initiatives_of_person, position=10),
)
