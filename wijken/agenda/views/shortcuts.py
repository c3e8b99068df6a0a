"""The one way to read an opgave in a view, and where the pages of an agenda stand."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from gemeente.accounts.policies import needs_second_factor
from gemeente.accounts.second_factor import ask_second_factor, has_second_factor
from gemeente.lib.errors import Refused
from gemeente.places.models import Wijk
from wijken.agenda.models import Opgave, Support
from wijken.agenda.showing import with_parts
from wijken.views.shortcuts import Crumbs
from wijken.views.shortcuts import breadcrumbs as wijk_breadcrumbs
from wijken.views.shortcuts import room_breadcrumbs as wop_breadcrumbs


def get_opgave_or_404(request: HttpRequest, slug: str, opgave: str, *, is_whole: bool = False) -> Opgave:
    """An opgave of a wijk with what its pages show, or all its own page shows: absent and hidden look alike."""
    rows = Opgave.objects.visible_to(request.user).for_page()
    rows = with_parts(rows) if is_whole else rows
    if request.user.is_authenticated:
        mine = Support.objects.filter(opgave=OuterRef("pk"), user=request.user.pk)
        rows = rows.annotate(is_supported=Exists(mine))
    found = rows.filter(wijk__slug=slug, slug=opgave).first()
    if found is None:
        raise Http404
    return found


def agenda_url(wijk: Wijk) -> str:
    """Where the agenda of a wijk stands."""
    return reverse("agenda:agenda", args=[wijk.slug])


def agenda_crumbs(wijk: Wijk, request: HttpRequest, title: str = "") -> Crumbs:
    """Where the agenda stands, or a page under it."""
    crumbs = [*wijk_breadcrumbs(wijk), (_("Agenda"), agenda_url(wijk))]
    return [*crumbs, (title, request.path)] if title else crumbs


def opgave_crumbs(opgave: Opgave, request: HttpRequest, title: str = "") -> Crumbs:
    """Where the page of an opgave stands, or a page under it."""
    crumbs = [*agenda_crumbs(opgave.wijk, request), (opgave.title, opgave.get_absolute_url())]
    return [*crumbs, (title, request.path)] if title else crumbs


def work_crumbs(wijk: Wijk, request: HttpRequest, title: str = "", opgave: Opgave | None = None) -> Crumbs:
    """Where the worktable of the agenda stands, or a page under it."""
    crumbs = [*wop_breadcrumbs(wijk, request), (_("Agenda"), reverse("agenda:table", args=[wijk.slug]))]
    if opgave:
        crumbs.append((opgave.title, opgave.work_url))
    return [*crumbs, (title, request.path)] if title else crumbs


def saved(form: forms.Form, action: Callable[..., object], **told: Any) -> bool:
    """Do what a form asks; what the action refuses stands above the form."""
    try:
        action(**told)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def second_step(request: HttpRequest) -> HttpResponse | None:
    """The question for a second step, to whoever needs one before she acts in the name of the gemeente or another."""
    if needs_second_factor(request.user) and not has_second_factor(request):
        return ask_second_factor(request)
    return None
