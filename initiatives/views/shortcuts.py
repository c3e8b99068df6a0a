"""The one way to read an initiative in a view, and where its pages stand."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, prefetch_related_objects
from django.db.models.functions import JSONObject
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from gemeente.lib.prepared import Person, prepared
from gemeente.moderation.models import Hiding
from initiatives.models import Initiative, WijkAnswer
from initiatives.querysets import open_helpers
from wijken.models import WijkStage

STAGE = ("id", "label", "label_en", "common")
ANSWER = {"label": "question__label", "text": "text", "number": "number"}
Crumbs = list[tuple[str, str]]


def get_initiative_or_404(request: HttpRequest, slug: str) -> Initiative:
    """An initiative with its people, and the codes of what is hidden of it: absent and forbidden look alike."""
    user = request.user
    found = readable_at(slug, user.pk) if user.is_authenticated else public_at(slug)
    if not found:
        raise Http404
    return with_helpers_of(found[0])


@prepared
def public_at(slug: Any) -> QuerySet[Initiative]:
    """The initiative of an address, as a visitor reads it."""
    return with_hidden(Initiative.objects.public()).filter(slug=slug)


@prepared
def readable_at(slug: Any, user: Any) -> QuerySet[Initiative]:
    """The same for somebody signed in."""
    return with_hidden(Initiative.objects.visible_to(Person(user))).filter(slug=slug)


def with_hidden(rows: QuerySet[Initiative]) -> QuerySet[Initiative]:
    """With its people, place, way, what its owner told the WOP, and the codes of what is hidden of it."""
    # Case and photos are read on the pages that show them: PostgreSQL plans two small joins faster than one large one.
    rows = rows.select_related("owner__profile", "wijk", "theme", "subject")
    rows = rows.defer("wijk__boundary", "subject__search", "subject__search_text")
    hidden = Hiding.objects.active().filter(subject=OuterRef("subject_id")).values("part")
    stages = WijkStage.objects.filter(werkwijze=OuterRef("werkwijze_id")).order_by("position")
    answers = WijkAnswer.objects.filter(initiative=OuterRef("pk"), question__werkwijze__wijk=OuterRef("wijk_id"))
    return rows.annotate(
        hidden_parts=ArraySubquery(hidden),
        way_stages=ArraySubquery(stages.values(told=JSONObject(**{name: name for name in STAGE}))),
        told_wop=ArraySubquery(
            answers.order_by("question__werkwijze__number", "question__position").values(told=JSONObject(**ANSWER))
        ),
    )


def with_helpers_of(initiative: Initiative) -> Initiative:
    """With who acts in its owner's name, as policies read them: a query only where there is somebody."""
    if initiative.has_helpers:
        prefetch_related_objects([initiative], open_helpers())
    return initiative


def breadcrumbs(initiative: Initiative, request: HttpRequest | None = None, title: str = "") -> Crumbs:
    """Where the page of an initiative stands, or a page under it."""
    crumbs = [(_("Initiatieven"), reverse("initiatives:list")), (initiative.title, initiative.get_absolute_url())]
    return [*crumbs, (title, request.path)] if request else crumbs
