"""Documents of a wijk: its board keeps them, everybody saves them."""

import uuid

from django.contrib import messages
from django.db.models import Q
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gemeente.accounts.second_factor import has_second_factor
from gemeente.lib.errors import Refused
from gemeente.lib.forms import posted
from gemeente.moderation.models import Hiding
from gemeente.moderation.policies import can_moderate
from gemeente.places.models import Wijk
from gemeente.users.requests import SignedInRequest
from wijken.actions.documents import add_document, remove_document
from wijken.forms.documents import WijkDocumentForm
from wijken.models import WijkDocument
from wijken.parts import document_part, is_hidden
from wijken.policies import can_manage_documents
from wijken.views.shortcuts import room_breadcrumbs, wijk_page

# A document is saved, never shown by us; should a browser show it all the same, nothing in it may act.
DOCUMENT_POLICY = "default-src 'none'; sandbox"


@require_safe
def document(request: HttpRequest, key: uuid.UUID) -> HttpResponseBase:
    """A document to save, for everybody; of what is not public, or hidden, for the board of its wijk alone.

    Who must judge one that was reported (a moderator, after the second step) gets it too.
    """
    found = get_object_or_404(
        WijkDocument.objects.checked().select_related("subject", "wijk__wop__subject").defer("wijk__boundary"), key=key
    )
    judges = can_moderate(request.user) and has_second_factor(request)
    if not is_shown(found) and not judges and not can_manage_documents(request.user, found.wijk_id):
        raise Http404(key)
    try:
        response = FileResponse(
            found.file.open(), as_attachment=True, filename=found.name, content_type="application/pdf"
        )
    except FileNotFoundError:
        raise Http404(key) from None
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = DOCUMENT_POLICY
    patch_cache_control(response, private=True, no_store=True)
    return response


def is_shown(document: WijkDocument) -> bool:
    """Whether everybody may have it: what it lies with is public, and no manager hides it."""
    if is_hidden(document.wijk) if document.subject is None else not document.subject.is_public:
        return False
    wop_id = document.wijk.wop.subject_id if hasattr(document.wijk, "wop") else None
    return document_part(document) not in Hiding.objects.parts_of(document.subject_id or wop_id)


@require_http_methods(["GET", "POST"])
@wijk_page(can_manage_documents)
def documents(request: SignedInRequest, wijk: Wijk) -> HttpResponse:
    """The documents on the page of the wijk, and one more."""
    form = WijkDocumentForm(posted(request), request.FILES or None)
    if form.is_valid():
        told = {name: form.cleaned_data[name] for name in ("document", "title")}
        try:
            add_document(wijk=wijk, actor=request.user, form_key=form.cleaned_data["submission_key"], **told)
        except Refused as refusal:
            form.add_error("document", str(refusal))
        else:
            messages.success(request, _("Het document staat erbij. Iedereen kan het downloaden."))
            return redirect("wijken:documents", wijk.slug)
    context = {
        "wijk": wijk,
        "documents": WijkDocument.objects.checked().of_page().filter(wijk=wijk),
        "form": form,
        "breadcrumbs": room_breadcrumbs(wijk, request, _("Documenten")),
    }
    return render(request, "wijken/documents.html", context)


@require_http_methods(["GET", "POST"])
@wijk_page(can_manage_documents)
def drop_document(request: SignedInRequest, wijk: Wijk, key: uuid.UUID) -> HttpResponse:
    """Take a document away. What lies with something else (a meeting) is taken away there."""
    found = WijkDocument.objects.of_page().filter(Q(wijk=wijk), key=key).select_related("wijk", "subject").first()
    back_url = reverse("wijken:documents", args=[wijk.slug])
    if found is None and request.method == "POST":
        return redirect(back_url)
    if found is None:
        raise Http404(key)
    if request.method == "POST":
        remove_document(document=found, actor=request.user)
        messages.success(request, _("Het document is weg."))
        return redirect(back_url)
    crumbs = room_breadcrumbs(wijk, request, _("Document weghalen"))
    context = {"wijk": wijk, "document": found, "back_url": back_url, "breadcrumbs": crumbs}
    return render(request, "wijken/drop_document.html", context)
