"""How initiatives are read."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from initiatives.enums import Stage

if TYPE_CHECKING:
    from gemeente.places.models import Wijk
    from gemeente.users.models import User
    from initiatives.models import Initiative


class InitiativeQuerySet(models.QuerySet["Initiative"]):
    def public(self) -> "InitiativeQuerySet":
        """What anyone may read: no concepts, and nothing that is hidden (moderation)."""
        return self.exclude(stage=Stage.CONCEPT).filter(subject__is_public=True)

    def visible_to(self, user: "User | Any") -> "InitiativeQuerySet":
        """What is public, and of one's own also concepts and what is hidden."""
        if not user.is_authenticated:
            return self.public()
        return self.filter(Q(subject__is_public=True) | Q(owner_id=user.pk))

    def owned_by(self, user: "User") -> "InitiativeQuerySet":
        """Concepts included."""
        return self.filter(owner=user)

    def in_wijk(self, wijk: "Wijk") -> "InitiativeQuerySet":
        """Those of one wijk; initiatives for the whole town are not among them."""
        return self.filter(wijk=wijk)

    def newest_first(self) -> "InitiativeQuerySet":
        """By the day they went public."""
        return self.order_by("-published_at", "-pk")

    def for_cards(self) -> "InitiativeQuerySet":
        """With what a card shows, and without the long texts it does not."""
        rows = self.select_related("wijk", "theme").defer("own_share", "needs", "outcome")
        return rows.defer("wijk__boundary", "wijk__introduction", "wijk__introduction_en", "wijk__area_codes")

    def with_case(self) -> "InitiativeQuerySet":
        """With its case and contact person."""
        return self.select_related("case__contact__profile")
