"""The one door to an initiative, and where its pages stand."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from initiatives.models import Initiative

Crumbs = list[tuple[str, str]]


def get_initiative_or_404(request: HttpRequest, slug: str) -> Initiative:
    """An initiative with its people: absent and forbidden look alike."""
    # Case and photos are read on the pages that show them: PostgreSQL plans two small joins faster than one large one.
    rows = Initiative.objects.visible_to(request.user).select_related("owner__profile", "wijk", "theme")
    return get_object_or_404(rows.defer("wijk__boundary").with_helpers(), slug=slug)


def breadcrumbs(initiative: Initiative, request: HttpRequest | None = None, title: str = "") -> Crumbs:
    """Where the page of an initiative stands, or a page under it."""
    crumbs = [(_("Initiatieven"), reverse("initiatives:list")), (initiative.title, initiative.get_absolute_url())]
    return [*crumbs, (title, request.path)] if request else crumbs
