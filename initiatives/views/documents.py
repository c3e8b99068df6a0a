"""Documents as their owner keeps them: more of them, for whom each is, and taking one away."""

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gemeente.lib.errors import Refused
from gemeente.lib.forms import posted
from gemeente.users.requests import SignedInRequest
from initiatives.actions.documents import add_document, remove_document
from initiatives.forms import DocumentForm
from initiatives.models import Document, Initiative, Update
from initiatives.policies import can_remove_photo
from initiatives.views.photos import writable_or_403
from initiatives.views.shortcuts import breadcrumbs, get_initiative_or_404


@require_http_methods(["GET", "POST"])
@login_required
def documents(request: SignedInRequest, slug: str, update_id: int | None = None) -> HttpResponse:
    """The documents of the page, or of a piece of news, and one more."""
    initiative = writable_or_403(request, slug)
    update = get_object_or_404(initiative.updates, pk=update_id) if update_id is not None else None
    form = DocumentForm(posted(request), request.FILES or None)
    if form.is_valid():
        try:
            made = add_document(initiative=initiative, actor=request.user, update=update, **form.told)
        except Refused as refusal:
            form.add_error("document", str(refusal))
        else:
            everybody = _("Je document staat erbij. Iedereen kan het downloaden.")
            few = _("Je document staat erbij. Alleen jij, wie je helpt en je contactpersoon kunnen het downloaden.")
            messages.success(request, everybody if made.is_public else few)
            return redirect(page_of(initiative, update))
    context = {
        "initiative": initiative,
        "update": update,
        "documents": Document.objects.checked().filter(initiative=initiative, update=update),
        "form": form,
        "breadcrumbs": breadcrumbs(initiative, request, _("Documenten")),
    }
    return render(request, "initiatives/documents.html", context)


def page_of(initiative: Initiative, update: Update | None) -> str:
    """Where the documents of the page, or of news, are kept."""
    if update:
        return reverse("initiatives:news_documents", args=[initiative.slug, update.pk])
    return reverse("initiatives:documents", args=[initiative.slug])


@require_http_methods(["GET", "POST"])
@login_required
def drop_document(request: SignedInRequest, slug: str, key: uuid.UUID) -> HttpResponse:
    """Take a document away."""
    initiative = get_initiative_or_404(request, slug)
    if not can_remove_photo(request.user, initiative):
        raise PermissionDenied
    document = get_object_or_404(initiative.documents.select_related("update"), key=key)
    back_url = page_of(initiative, document.update)
    if request.method == "POST":
        remove_document(document=document, actor=request.user)
        messages.success(request, _("Het document is weg."))
        return redirect(back_url)
    crumbs = breadcrumbs(initiative, request, _("Document weghalen"))
    context = {"initiative": initiative, "document": document, "back_url": back_url, "breadcrumbs": crumbs}
    return render(request, "initiatives/drop_document.html", context)
