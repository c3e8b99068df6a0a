"""News as its owner tells it: new, corrected, or taken away."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gemeente.lib.errors import Refused
from gemeente.lib.forms import SentPhotos, posted
from gemeente.users.requests import SignedInRequest
from initiatives.actions.news import remove_news, revise_news, tell_news
from initiatives.forms import NewsForm, NewsTextForm
from initiatives.models import Initiative, Update
from initiatives.policies import can_tell_news
from initiatives.views.shortcuts import breadcrumbs, get_initiative_or_404


def tellable_or_403(request: SignedInRequest, slug: str) -> Initiative:
    """What somebody may tell news about."""
    initiative = get_initiative_or_404(request, slug)
    if not can_tell_news(request.user, initiative):
        raise PermissionDenied
    return initiative


@require_http_methods(["GET", "POST"])
@login_required
def tell(request: SignedInRequest, slug: str) -> HttpResponse:
    """The owner tells news to everybody who follows; with photos she goes on to say what is on them."""
    initiative = tellable_or_403(request, slug)
    form = NewsForm(posted(request), request.FILES or None)
    if form.is_valid():
        told = form.cleaned_data
        sent: SentPhotos = told["photos"]
        words = {name: told[name] for name in ("title", "text", "submission_key")}
        try:
            update = tell_news(initiative=initiative, actor=request.user, photos=sent.clean, **words)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Je nieuws staat erbij. Wie dit volgt, krijgt bericht."))
            for refused in sent.refused:
                messages.warning(request, refused)
            if sent.clean:
                return redirect("initiatives:news_photos", initiative.slug, update.pk)
            return redirect(initiative)
    crumbs = breadcrumbs(initiative, request, _("Nieuws vertellen"))
    return render(request, "initiatives/news.html", {"form": form, "initiative": initiative, "breadcrumbs": crumbs})


@require_http_methods(["GET", "POST"])
@login_required
def revise(request: SignedInRequest, slug: str, update_id: int) -> HttpResponse:
    """The owner corrects news; what comes beside it has pages of its own."""
    initiative = tellable_or_403(request, slug)
    update = get_object_or_404(Update, pk=update_id, initiative=initiative)
    form = NewsTextForm(posted(request), initial={"title": update.title, "text": update.text})
    if form.is_valid():
        try:
            revise_news(update=update, actor=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Je nieuws is veranderd."))
            return redirect(initiative)
    crumbs = breadcrumbs(initiative, request, _("Nieuws veranderen"))
    context = {"form": form, "initiative": initiative, "update": update, "breadcrumbs": crumbs}
    return render(request, "initiatives/news_revise.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def drop(request: SignedInRequest, slug: str, update_id: int) -> HttpResponse:
    """The owner takes news away."""
    initiative = tellable_or_403(request, slug)
    update = get_object_or_404(Update, pk=update_id, initiative=initiative)
    if request.method == "POST":
        remove_news(update=update, actor=request.user)
        messages.success(request, _("Het nieuws is weg."))
        return redirect(initiative)
    crumbs = breadcrumbs(initiative, request, _("Nieuws weghalen"))
    context = {"initiative": initiative, "update": update, "breadcrumbs": crumbs}
    return render(request, "initiatives/drop_news.html", context)
