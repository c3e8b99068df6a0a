"""Written down outdoors: the form, one's own notes, and completing one. Dutch only, behind the desk's door."""

import datetime as dt
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gemeente.accounts.decorators import desk_page
from gemeente.accounts.roles import held_roles
from gemeente.lib.errors import Refused
from gemeente.lib.forms import posted
from gemeente.lib.paging import paginate
from gemeente.places.models import Wijk
from gemeente.portal.enums import RuleName
from gemeente.portal.rules import rule
from gemeente.users.requests import SignedInRequest
from initiatives.actions.outdoors import note_outdoors, take_note
from initiatives.forms.outdoors import NoteForm
from initiatives.models import Initiative
from initiatives.outdoor_notes import last_mail, now_of, row_of
from initiatives.outdoor_policies import POLICIES, can_note_outdoors
from initiatives.views.writing import is_answered, shown_again, step_or_404
from initiatives.writing_steps import first_missing

CRUMB = ("Buiten opgehaald", "/buiten/mijn/")
TITLES = {
    "idee": "Het plan",
    "samen": "Wat zij zelf doen",
    "plek": "Waar het is",
    "bereikbaar": "Hoe we de eigenaar bereiken",
}


def get_note_or_404(request: HttpRequest, note_id: int) -> Initiative:
    """The one door to a note: for who wrote it down, and once it is public for its contact person."""
    assert request.user.is_authenticated
    return get_object_or_404(Initiative.objects.in_the_care_of(request.user).with_yes(), pk=note_id)


def breadcrumbs(initiative: Initiative, request: HttpRequest | None = None, title: str = "") -> list[tuple[str, str]]:
    """Where the page of a note stands, or a page under it."""
    crumbs = [CRUMB, (initiative.title, reverse("outdoors:note", args=[initiative.pk]))]
    return [*crumbs, (title, request.path)] if request else crumbs


@require_http_methods(["GET", "POST"])
@desk_page(can_note_outdoors)
def new_note(request: SignedInRequest) -> HttpResponse:
    """Write down what somebody wants to do, on a phone, in less than a minute."""
    form = NoteForm(posted(request), initial={"wijk": wijk_of_work(request)})
    if form.is_valid():
        try:
            initiative = note_outdoors(actor=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Opgeschreven. Niemand ziet dit, tot de eigenaar zelf ja zegt.")
            return redirect("outdoors:note", initiative.pk)
    context = {"form": form, "breadcrumbs": [CRUMB, ("Opschrijven", request.path)]}
    return render(request, "outdoors/new.html", context)


def wijk_of_work(request: SignedInRequest) -> str:
    """The wijk in which somebody works, where that is one."""
    ids = {role.wijk_id for role in held_roles(request.user) if role.wijk_id}
    wijk = Wijk.objects.only("slug").filter(pk__in=ids).first() if len(ids) == 1 else None
    return wijk.slug if wijk else ""


@require_safe
@desk_page(can_note_outdoors)
def notes(request: SignedInRequest) -> HttpResponse:
    """One's own notes with where each stands, and those that wait for somebody to go after them."""
    mine = Initiative.objects.notes_of(request.user).with_yes().order_by("-created_at", "-pk")
    page = paginate(mine, request.GET, size=50)
    waiting = Initiative.objects.waiting_for(request.user).with_yes().order_by("created_at", "pk")[:50]
    context = {
        "page": page,
        "rows": [row_of(row) for row in page.rows],
        "waiting": waiting,
        "keep_days": rule(RuleName.NOTE_DAYS),
        "breadcrumbs": [CRUMB],
    }
    return render(request, "outdoors/notes.html", context)


@require_safe
@desk_page(can_note_outdoors)
def note(request: SignedInRequest, note_id: int) -> HttpResponse:
    """One note: what is there, what is missing, and the three ways in which its owner says yes."""
    return render(request, "outdoors/note.html", note_context(request, get_note_or_404(request, note_id)))


def note_context(request: SignedInRequest, initiative: Initiative) -> dict[str, Any]:
    """What the page of a note shows."""
    return {
        "initiative": initiative,
        "owner": initiative.owner,
        "now": now_of(initiative),
        "missing": first_missing(initiative),
        "missing_title": TITLES.get(getattr(first_missing(initiative), "slug", ""), ""),
        "parts": TITLES.items(),
        "yes": initiative.standing_yes,
        "mail": last_mail(initiative),
        "kept_until": initiative.created_at + dt.timedelta(days=rule(RuleName.NOTE_DAYS)),
        "helpers": initiative.helpers.all(),
        "may": {name: policy(request.user, initiative) for name, policy in POLICIES.items()},
        "breadcrumbs": breadcrumbs(initiative),
    }


@require_POST
@desk_page(can_note_outdoors)
def take(request: SignedInRequest, note_id: int) -> HttpResponse:
    """Go after a plan that waits for somebody."""
    waiting = Initiative.objects.waiting_for(request.user) | Initiative.objects.notes_of(request.user)
    initiative = get_object_or_404(waiting, pk=note_id)
    try:
        take_note(initiative=initiative, actor=request.user)
    except Refused as refusal:
        messages.warning(request, str(refusal))
        return redirect("outdoors:notes")
    messages.success(request, "Jij gaat hierachteraan. Bel of ga langs.")
    return redirect("outdoors:note", initiative.pk)


@require_http_methods(["GET", "POST"])
@desk_page(can_note_outdoors)
def write_part(request: SignedInRequest, note_id: int, part: str) -> HttpResponse:
    """Complete one part as a scribe: read the question aloud and type the answer."""
    initiative = get_note_or_404(request, note_id)
    if not POLICIES["write_down"](request.user, initiative):
        raise PermissionDenied
    step = step_or_404(part)
    form = step.form(posted(request), initial=step.read(initiative))
    if is_answered(request, form):
        step.write(initiative, request.user, form.cleaned_data)
        messages.success(request, "Bewaard.")
        return redirect("outdoors:note", initiative.pk)
    title = TITLES[part]
    context = {
        "initiative": initiative,
        "form": shown_again(request, form),
        "title": title,
        "breadcrumbs": breadcrumbs(initiative, request, title),
    }
    return render(request, "outdoors/part.html", context)
