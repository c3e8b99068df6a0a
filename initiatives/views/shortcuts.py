"""The one way to read an initiative in a view, and where its pages stand."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, prefetch_related_objects
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from gemeente.moderation.models import Hiding
from initiatives.models import Initiative
from initiatives.querysets import open_helpers

Crumbs = list[tuple[str, str]]


def get_initiative_or_404(request: HttpRequest, slug: str) -> Initiative:
    """An initiative with its people, and the codes of what is hidden of it: absent and forbidden look alike."""
    # Case and photos are read on the pages that show them: PostgreSQL plans two small joins faster than one large one.
    rows = Initiative.objects.visible_to(request.user).select_related("owner__profile", "wijk", "theme", "subject")
    rows = rows.defer("wijk__boundary", "subject__search", "subject__search_text")
    hidden = Hiding.objects.active().filter(subject=OuterRef("subject_id")).values("part")
    initiative = get_object_or_404(rows.annotate(hidden_parts=ArraySubquery(hidden)), slug=slug)
    return with_helpers_of(initiative)


def with_helpers_of(initiative: Initiative) -> Initiative:
    """With who acts in its owner's name, as policies read them: a query only where there is somebody."""
    if initiative.has_helpers:
        prefetch_related_objects([initiative], open_helpers())
    return initiative


def breadcrumbs(initiative: Initiative, request: HttpRequest | None = None, title: str = "") -> Crumbs:
    """Where the page of an initiative stands, or a page under it."""
    crumbs = [(_("Initiatieven"), reverse("initiatives:list")), (initiative.title, initiative.get_absolute_url())]
    return [*crumbs, (title, request.path)] if request else crumbs
