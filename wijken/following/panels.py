"""What following adds to pages of other nouns."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from gemeente.lib.panels import Panel
from gemeente.lib.prepared import prepared
from gemeente.users.models import User
from wijken.doors import board_door
from wijken.following.models import Watch


def watches_of_person(request: HttpRequest, user: User) -> dict[str, Any]:
    """What somebody follows, in a line."""
    return {"watches": list(watched_by(user.pk))}


@prepared
def watched_by(user: Any) -> QuerySet[Watch]:
    """The rows, with the names of wijk and theme."""
    rows = Watch.objects.filter(user=user).select_related("wijk", "theme")
    rows = rows.only("pace", "metres", "wijk__name", "theme__name", "theme__name_en")
    return rows.order_by("-pk")[:20]


PANELS = (
    Panel("mine", "following", "following/panel_mine.html", watches_of_person, position=60),
    board_door(
        "following",
        title=_("Volgers en eigen site"),
        text=_("Zie hoeveel mensen de wijk volgen, nodig jullie maillijst uit en zet het nieuws op jullie eigen site."),
        url_name="following:followers",
        link_label=_("Naar volgers en site"),
        position=90,
    ),
)
