"""How those who follow are read."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Exists, ExpressionWrapper, F, FloatField, OuterRef, Q, Value
from django.db.models.functions import Abs

from gemeente.activity.points import SQUEEZE

if TYPE_CHECKING:
    from gemeente.activity.models import Entry
    from gemeente.places.models import Wijk
    from wijken.following.models import Watch

METRES_A_DEGREE = 111_000.0  # of latitude, a little short, so that the box around a circle is rather too wide


def degrees(expression: Any) -> ExpressionWrapper:
    """What columns of two queries make together, as a number: Django cannot tell by itself."""
    return ExpressionWrapper(expression, FloatField())


class WatchQuerySet(models.QuerySet["Watch"]):
    def confirmed(self) -> "WatchQuerySet":
        """Those that count: of an account, or of an address whose link was pressed."""
        return self.filter(Q(user=None) | Q(user__is_active=True), confirmed_at__isnull=False)

    def of(self, user: Any) -> "WatchQuerySet":
        """Somebody's own, the newest first."""
        rows = self.filter(user_id=user.pk).select_related("wijk", "theme").defer("wijk__boundary")
        return rows.order_by("-pk")

    def of_wijk(self, wijk: "Wijk") -> "WatchQuerySet":
        """Who follows all of a wijk, and gets its mail."""
        return self.confirmed().filter(wijk=wijk, theme=None)

    def with_news_in(self, entries: "models.QuerySet[Entry]") -> "WatchQuerySet":
        """Those about whose wijk, theme or surroundings one of these entries is (a little more than that)."""
        about = entries.filter(pk__gt=OuterRef("told_up_to"))
        of_wijk = about.filter(subject__wijk=OuterRef("wijk"))
        of_theme = Q(theme=None) | Exists(of_wijk.filter(subject__theme=OuterRef("theme")))
        near = about.filter(subject__longitude__isnull=False).annotate(
            north=Abs(degrees(F("subject__latitude") - OuterRef("latitude"))),
            east=Abs(degrees(F("subject__longitude") - OuterRef("longitude"))),
            reach=degrees(OuterRef("metres") / Value(METRES_A_DEGREE)),
        )
        near = near.filter(north__lte=F("reach"), east__lte=F("reach") / SQUEEZE)
        return self.confirmed().filter((Q(Exists(of_wijk)) & of_theme) | Exists(near))
