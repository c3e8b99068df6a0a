"""How activity is read."""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.contrib.postgres.search import SearchQuery, TrigramSimilarity
from django.db import models
from django.db.models import Exists, OuterRef, Q, Value
from django.db.models.functions import Greatest

from gemeente.activity.enums import Visibility
from gemeente.activity.points import distance_to, lies_in
from gemeente.activity.searching import CONFIG, query_of, says

if TYPE_CHECKING:
    from gemeente.activity.models import Entry, Notice, Receipt, Subject, TitleWord
    from gemeente.places.geography import Box, Place
    from gemeente.users.models import User

LIKEST = 5  # words that are looked at for each that may be a typing error


class SubjectQuerySet(models.QuerySet["Subject"]):
    def public(self) -> "SubjectQuerySet":
        """What anyone may find."""
        return self.filter(is_public=True)

    def matching(self, words: str) -> "SubjectQuerySet":
        """Subjects whose title or text holds the words, as `query_of` reads them; of public rows."""
        return self.filter(says(query_of(words)))

    def within(self, box: "Box") -> "SubjectQuerySet":
        """What has a point in a box. A home's is the middle of its cell (`geography.blur`)."""
        return self.filter(lies_in(box), longitude__isnull=False)

    def nearest_first(self, place: "Place") -> "SubjectQuerySet":
        """By distance, as the index measures it."""
        return self.order_by(distance_to(place), "pk")


class TitleWordQuerySet(models.QuerySet["TitleWord"]):
    def meant_by(self, words: list[str], kind: str) -> "models.QuerySet[TitleWord, str]":
        """What somebody may have meant who typed words that nothing holds.

        Only what a public subject of that kind says right now: nothing of what is hidden or taken away is suggested.
        """
        alike = reduce(or_, (Q(word__trigram_similar=word) for word in words))
        likeness = Greatest(*(TrigramSimilarity("word", word) for word in words), Value(0.0))
        likest = self.filter(alike).order_by(likeness.desc(), "word").values("pk")[: LIKEST * len(words)]
        subjects = apps.get_model("activity", "Subject")._default_manager
        says_it = subjects.filter(is_public=True, kind=kind, search=SearchQuery(OuterRef("word"), config=CONFIG))
        return self.filter(Exists(says_it), pk__in=likest).values_list("word", flat=True)


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
