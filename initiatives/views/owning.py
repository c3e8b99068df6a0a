"""What owners do once it is online: take a step, tell news, and see who joins in."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gemeente.lib.errors import Refused, Stale
from gemeente.lib.forms import posted
from gemeente.lib.paging import paginate
from gemeente.moderation.links import block_link
from gemeente.users.requests import SignedInRequest
from initiatives.actions.moving import move_initiative
from initiatives.actions.photos import remove_photo
from initiatives.actions.telling import tell_news
from initiatives.enums import ParticipationKind, Stage
from initiatives.forms import NewsForm, StepForm
from initiatives.models import Participation, Photo
from initiatives.policies import (
    can_read_participants,
    can_remove_photo,
    can_tell_news,
    can_thank_helpers,
    holds_pen,
)
from initiatives.showing_needs import pledges_of
from initiatives.views.doors import breadcrumbs, get_initiative_or_404
from initiatives.workflow import available


@require_http_methods(["GET", "POST"])
@login_required
def move(request: SignedInRequest, slug: str) -> HttpResponse:
    """The owner takes the next step."""
    initiative = get_initiative_or_404(request, slug)
    transitions = available(initiative, request.user)
    if not transitions:
        raise PermissionDenied
    shares = initiative.shares.order_by("position", "pk")
    form = StepForm(posted(request), request.FILES or None, transitions=transitions, shares=shares)
    if form.is_valid():
        told = form.cleaned_data
        try:
            move_initiative(
                initiative=initiative,
                actor=request.user,
                transition=told["transition"],
                outcome=told.get("outcome", ""),
                people_reached=told.get("people_reached"),
                photo=told.get("photo"),
                photo_description=told.get("photo_description", ""),
                done=form.done(),
            )
        except Stale as stale:
            messages.warning(request, str(stale))
            return redirect(initiative)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Bewaard. Wie dit volgt, krijgt bericht."))
            is_realised = told["transition"].target == Stage.REALISED
            return redirect("initiatives:tell_result", initiative.slug) if is_realised else redirect(initiative)
    crumbs = breadcrumbs(initiative, request, _("Volgende stap"))
    return render(request, "initiatives/move.html", {"form": form, "initiative": initiative, "breadcrumbs": crumbs})


@require_http_methods(["GET", "POST"])
@login_required
def tell(request: SignedInRequest, slug: str) -> HttpResponse:
    """The owner tells news to everybody who follows."""
    initiative = get_initiative_or_404(request, slug)
    if not can_tell_news(request.user, initiative):
        raise PermissionDenied
    form = NewsForm(posted(request), request.FILES or None)
    if form.is_valid():
        told = {name: value for name, value in form.cleaned_data.items() if name not in ("photo", "photo_people")}
        photos = [form.cleaned_data["photo"]] if form.cleaned_data["photo"] else []
        try:
            tell_news(initiative=initiative, actor=request.user, photos=photos, **told)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Je nieuws staat erbij. Wie dit volgt, krijgt bericht."))
            return redirect(initiative)
    crumbs = breadcrumbs(initiative, request, _("Nieuws vertellen"))
    return render(request, "initiatives/news.html", {"form": form, "initiative": initiative, "breadcrumbs": crumbs})


@require_http_methods(["GET", "POST"])
@login_required
def drop_photo(request: SignedInRequest, slug: str, key: uuid.UUID) -> HttpResponse:
    """The owner takes a photo away."""
    initiative = get_initiative_or_404(request, slug)
    photo = get_object_or_404(Photo.objects.filter(initiative=initiative), key=key)
    if not can_remove_photo(request.user, initiative):
        raise PermissionDenied
    if request.method == "POST":
        remove_photo(photo=photo, actor=request.user)
        messages.success(request, _("De foto is weg."))
        return redirect(initiative)
    crumbs = breadcrumbs(initiative, request, _("Foto weghalen"))
    context = {"initiative": initiative, "photo": photo, "breadcrumbs": crumbs}
    return render(request, "initiatives/drop_photo.html", context)


@require_safe
@login_required
def participants(request: SignedInRequest, slug: str) -> HttpResponse:
    """Who joins in and with what, for the owner. Supporters stay a number."""
    initiative = get_initiative_or_404(request, slug)
    if not can_read_participants(request.user, initiative):
        raise PermissionDenied
    rows = Participation.objects.filter(initiative=initiative, kind=ParticipationKind.JOIN)
    page = paginate(rows.select_related("user__profile").order_by("-created_at", "-pk"), request.GET, size=50)
    may_block = holds_pen(request.user, initiative)
    offered = pledges_of(initiative, [row.user_id for row in page.rows])
    links = [
        (
            row,
            block_link(owner=request.user, person=row.user) if may_block else "",
            offered.get(row.user_id, []),
        )
        for row in page.rows
    ]
    crumbs = breadcrumbs(initiative, request, _("Wie doet er mee?"))
    can = {"thank_helpers": can_thank_helpers, "tell_news": can_tell_news}
    may = {name: policy(request.user, initiative) for name, policy in can.items()}
    context = {"initiative": initiative, "page": page, "rows": links, "may": may, "breadcrumbs": crumbs}
    return render(request, "initiatives/participants.html", context)
