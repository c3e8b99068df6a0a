"""The page of a result: for everybody to read and share; told by the owners, with the names of who wanted that."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.signing import BadSignature
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gemeente.activity.models import Entry
from gemeente.lib.errors import Refused, Stale
from gemeente.lib.forms import posted
from gemeente.lib.kept_pages import kept_page
from gemeente.lib.markdown import to_html
from gemeente.moderation.models import Hiding
from gemeente.moderation.parts import ids_of
from gemeente.users.requests import SignedInRequest
from initiatives.actions.locking import seen
from initiatives.actions.results import RESULT, tell_result
from initiatives.actions.thanking import answer_thanks
from initiatives.album import Album, album_of
from initiatives.delivery import read_thanks_token
from initiatives.enums import ROAD, Stage
from initiatives.forms.results import ResultForm, ThanksForm
from initiatives.models import Initiative, ThanksName
from initiatives.names import by_line
from initiatives.parts import story_part
from initiatives.policies import can_tell_result, holds_pen, owns
from initiatives.verbs import INITIATIVE_MOVED, INITIATIVE_PUBLISHED
from initiatives.views.inquiries import changed
from initiatives.views.sharing import share_of
from initiatives.views.shortcuts import breadcrumbs, get_initiative_or_404

MOST_NAMES = 200
MOST_PHOTOS = 12  # below the first


@require_safe
@kept_page
def result(request: HttpRequest, slug: str) -> HttpResponse:
    """What came of it, as its owners tell it; only of what is realised."""
    initiative = get_initiative_or_404(request, slug)
    if initiative.stage != Stage.REALISED:
        raise Http404(slug)
    hidden = Hiding.objects.parts_of(initiative.subject_id)
    shows_story = owns(request.user, initiative) or story_part(initiative) not in hidden
    album = album_of(initiative, frozenset() if owns(request.user, initiative) else hidden)
    photos = photos_of(album, initiative)
    context = {
        "initiative": initiative,
        "photos": photos,
        "story": to_html(initiative.story, first_heading=3) if initiative.story and shows_story else "",
        "shares": initiative.shares.order_by("position", "pk"),
        "names": names_of(initiative, hidden),
        "road": road_of(initiative),
        "share": share_of(initiative, request.path, initiative.outcome, photos["lead"]),
        "holds_pen": holds_pen(request.user, initiative),
        "is_owner": owns(request.user, initiative),
        "by_line": by_line(initiative),
        "breadcrumbs": breadcrumbs(initiative, request, _("Resultaat")),
    }
    return render(request, "initiatives/result.html", context)


def photos_of(album: Album, initiative: Initiative) -> dict[str, Any]:
    """Before and after side by side where there are both, one on top else, and the rest below."""
    cover = [photo for photo in album.gallery if photo.pk == initiative.photo_id]
    lead = next(iter((*album.after, *cover, *album.gallery)), None)
    before = album.before[0] if album.before and album.after else None
    shown = {photo.pk for photo in (lead, before) if photo}
    rest = [photo for photo in (*album.before, *album.after, *album.gallery) if photo.pk not in shown]
    return {"lead": lead, "before": before, "rest": rest[:MOST_PHOTOS]}


def names_of(initiative: Initiative, hidden: frozenset[str]) -> list[ThanksName]:
    """Who helped and said yes to being named."""
    rows = initiative.thanks.exclude(name="").exclude(pk__in=ids_of(hidden, "name"))
    return list(rows.order_by("answered_at", "pk")[:MOST_NAMES])


def road_of(initiative: Initiative) -> list[dict[str, Any]]:
    """The stages it went through, each with the last day it came there."""
    verbs = [INITIATIVE_PUBLISHED.name, INITIATIVE_MOVED.name]
    entries = Entry.objects.filter(subject=initiative.subject_id, verb__in=verbs).order_by("pk")
    steps = [(*entry.changes["stage"], entry.created_at) for entry in entries]
    reached = {there: moment for here, there, moment in steps if here != there}
    return [
        {"label": stage.label, "state": "done", "note": date_format(localtime(reached[stage]))}
        for stage in ROAD
        if stage in reached
    ]


@require_http_methods(["GET", "POST"])
@login_required
def tell(request: SignedInRequest, slug: str) -> HttpResponse:
    """The owners tell the story, and change it later; overtaken by somebody else they read what stands there now."""
    initiative = get_initiative_or_404(request, slug)
    if not can_tell_result(request.user, initiative):
        raise PermissionDenied
    initial = {name: getattr(initiative, name) for name in RESULT} | {"based_on": seen(initiative, RESULT)}
    form, standing = ResultForm(posted(request), initial=initial), ""
    if form.is_valid():
        try:
            tell_result(initiative=initiative, actor=request.user, **form.cleaned_data)
        except Stale as stale:
            form.add_error(None, str(stale))
            now = get_initiative_or_404(request, slug)
            standing = "\n\n".join(text for text in (now.outcome, now.story, now.follow_up) if text)
            form.data = changed(request, based_on=seen(now, RESULT))  # from now on she has seen it
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Bewaard. Zo leest iedereen het nu."))
            return redirect("initiatives:result", initiative.slug)
    crumbs = breadcrumbs(initiative, request, _("Vertel het verhaal"))
    context = {"form": form, "initiative": initiative, "standing_text": standing, "breadcrumbs": crumbs}
    return render(request, "initiatives/tell_result.html", context)


# --- May your name be there? ------------------------------------------------------------------------------------------
@require_http_methods(["GET", "POST"])
def thanks(request: HttpRequest, token: str) -> HttpResponse:
    """The page behind the question to who joined in. She can come back here and say something else."""
    asked = thanks_of(token)
    if asked is None:
        return render(request, "initiatives/thanks_unknown.html", status=404)
    answer = {"answer": ("yes" if asked.name else "no") if asked.answered_at else None}
    initial = answer | {"name": asked.name or asked.user.profile.alias or asked.user.first_name}
    form = ThanksForm(posted(request), initial=initial)
    if form.is_valid():
        try:
            answer_thanks(thanks=asked, name=form.chosen)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            named = _("Dank je wel. Je naam staat erbij.")
            messages.success(request, named if form.chosen else _("Goed, je naam staat er niet bij."))
            return redirect("initiatives:result", asked.initiative.slug) if form.chosen else redirect(asked.initiative)
    crumbs = breadcrumbs(asked.initiative, request, _("Mag je naam erbij?"))
    context = {"form": form, "initiative": asked.initiative, "thanks": asked, "breadcrumbs": crumbs}
    return render(request, "initiatives/thanks.html", context)


def thanks_of(token: str) -> ThanksName | None:
    """The question of a link; None for one that we did not make, who left, and what nobody can see any more."""
    try:
        pk = read_thanks_token(token)
    except BadSignature:
        return None
    rows = ThanksName.objects.filter(pk=pk, user__is_active=True, initiative__subject__is_public=True)
    return rows.select_related("initiative__owner__profile", "user__profile").first()
