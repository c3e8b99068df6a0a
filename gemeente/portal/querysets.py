"""How texts are read."""

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from gemeente.portal.models import TextVersion


class TextVersionQuerySet(models.QuerySet["TextVersion"]):
    def of_key(self, key: str) -> "TextVersionQuerySet":
        """The versions of one text, the one that counts first."""
        return self.filter(key=key).order_by("-pk")

    def newest_of_each(self) -> "TextVersionQuerySet":
        """The version of each text that counts."""
        return self.order_by("key", "-pk").distinct("key")
