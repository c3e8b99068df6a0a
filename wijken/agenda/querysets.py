"""How opgaven are read."""

from typing import TYPE_CHECKING, Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import F, OuterRef

from gemeente.moderation.models import Hiding
from wijken.agenda.enums import OPEN_STATES

if TYPE_CHECKING:
    from gemeente.places.models import Wijk
    from wijken.agenda.models import Opgave


class OpgaveQuerySet(models.QuerySet["Opgave"]):
    def public(self) -> "OpgaveQuerySet":
        """What everybody reads: all but what a manager hid."""
        return self.filter(subject__is_public=True)

    def visible_to(self, user: Any) -> "OpgaveQuerySet":
        """The same for everybody, signed in or not."""
        return self.public()

    def in_wijk(self, wijk: "Wijk | Any") -> "OpgaveQuerySet":
        """Those of one wijk."""
        return self.filter(wijk=wijk)

    def open(self) -> "OpgaveQuerySet":
        """On which people still work."""
        return self.filter(state__in=OPEN_STATES)

    def on_agenda(self) -> "OpgaveQuerySet":
        """Those that the WOP put on its agenda."""
        return self.filter(position__isnull=False)

    def in_order(self) -> "OpgaveQuerySet":
        """As the WOP ordered them; what is not on the agenda after that, by what residents rank."""
        return self.order_by(F("position").asc(nulls_last=True), "-points", "-pk")

    def waiting(self) -> "OpgaveQuerySet":
        """Offered, open, and nobody said yes or no."""
        return self.open().filter(offered_at__isnull=False, answer_count=0)

    def for_page(self) -> "OpgaveQuerySet":
        """With what the page of one shows, and the codes of what is hidden of it."""
        rows = self.select_related("wijk", "theme", "subject", "organisation", "raised_by__profile", "from_question")
        rows = rows.defer("wijk__boundary", "subject__search", "subject__search_text")
        hidden = Hiding.objects.active().filter(subject=OuterRef("subject_id")).values("part")
        return rows.annotate(hidden_parts=ArraySubquery(hidden))
