"""How questions are read."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from gemeente.activity.models import Subject
from gemeente.cases.models import CasePerson

if TYPE_CHECKING:
    from gemeente.places.models import Wijk
    from gemeente.questions.models import Question
    from gemeente.users.models import User

PUBLIC = Q(published_at__isnull=False, subject__is_public=True)


class QuestionQuerySet(models.QuerySet["Question"]):
    def public(self) -> "QuestionQuerySet":
        """What its asker shows to everybody."""
        return self.filter(PUBLIC)

    def visible_to(self, user: "User | Any") -> "QuestionQuerySet":
        """What is public, one's own, and those one helps with. Not the gemeente: it reads a question in its case."""
        if not user.is_authenticated:
            return self.public()
        return self.filter(PUBLIC | Q(case__in=CasePerson.objects.filter(user_id=user.pk).values("case")))

    def asked_by(self, user: "User | Any") -> "QuestionQuerySet":
        """One's own."""
        return self.filter(asker_id=user.pk)

    def in_wijk(self, wijk: "Wijk") -> "QuestionQuerySet":
        """Those of one wijk."""
        return self.filter(wijk=wijk)

    def matching(self, words: str) -> "QuestionQuerySet":
        """Those whose public title or text holds the words, in Dutch."""
        return self.filter(subject__in=Subject.objects.public().matching(words))

    def newest_first(self) -> "QuestionQuerySet":
        """By the day they went public."""
        return self.order_by("-published_at", "-pk")

    def for_rows(self) -> "QuestionQuerySet":
        """With no more than a public row shows."""
        rows = self.select_related("wijk", "asker__profile").defer("text", "place_text")
        return rows.defer("wijk__boundary", "wijk__introduction", "wijk__introduction_en", "wijk__area_codes")

    def with_case(self) -> "QuestionQuerySet":
        """With its wijk, its case and the people of that, as pages and policies of one question read them."""
        rows = self.select_related("wijk", "subject", "asker__profile", "case__contact__profile", "case__subject__wijk")
        return rows.defer("wijk__boundary", "case__subject__wijk__boundary").prefetch_related("case__people")
