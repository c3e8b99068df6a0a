"""How activity is read."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.search import SearchQuery
from django.db import models

from gemeente.activity.enums import Visibility

if TYPE_CHECKING:
    from gemeente.activity.models import Entry, Notice, Receipt, Subject
    from gemeente.users.models import User


class SubjectQuerySet(models.QuerySet["Subject"]):
    def public(self) -> "SubjectQuerySet":
        """What anyone may find."""
        return self.filter(is_public=True)

    def matching(self, words: str) -> "SubjectQuerySet":
        """Subjects whose title or text holds the words, in Dutch."""
        return self.filter(search=SearchQuery(words, config="dutch", search_type="websearch"))


class EntryQuerySet(models.QuerySet["Entry"]):
    def public(self) -> "EntryQuerySet":
        """What anyone may read."""
        return self.filter(visibility=Visibility.PUBLIC)

    def about(self, subjects: "Iterable[Subject | int]") -> "EntryQuerySet":
        """Everything that happened to these subjects, or those of these ids."""
        return self.filter(subject__in=subjects)

    def newest_first(self) -> "EntryQuerySet":
        """As a timeline reads."""
        return self.select_related("actor").order_by("-created_at", "-pk")


class NoticeQuerySet(models.QuerySet["Notice"]):
    def visible_to(self, user: "User | Any") -> "NoticeQuerySet":
        """One's own notices only, without those that lead to a page which a manager has hidden meanwhile."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(recipient_id=user.pk).exclude(entry__subject__hidden_at__isnull=False, path="")

    def unread(self) -> "NoticeQuerySet":
        """Not yet seen in the portal."""
        return self.filter(read_at=None)

    def newest_first(self) -> "NoticeQuerySet":
        """As an inbox reads, with what each row shows."""
        rows = self.select_related("entry__subject__wijk", "entry__actor__profile", "entry__person__profile").order_by(
            "-created_at", "-pk"
        )
        return rows.defer("entry__subject__search", "entry__subject__search_text", "entry__subject__wijk__boundary")


class ReceiptQuerySet(models.QuerySet["Receipt"]):
    def visible_to(self, user: "User | Any") -> "ReceiptQuerySet":
        """One's own receipts only."""
        return self.filter(person_id=user.pk) if user.is_authenticated else self.none()

    def newest_first(self) -> "ReceiptQuerySet":
        """As a folder of letters reads."""
        return self.select_related("subject").defer("subject__search", "subject__search_text").order_by("-pk")
