"""What stood there before: versions of the agenda, of the text of an opgave and of its summaries, each compared."""

from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from gemeente.lib.differences import differences
from gemeente.lib.kept_pages import kept_page
from wijken.agenda.enums import AgendaState, ContributionKind
from wijken.agenda.models import AgendaVersion, Opgave, OpgaveText, Signature, Summary, Toekomstagenda
from wijken.agenda.showing import hidden
from wijken.agenda.views.exploring import on_page
from wijken.agenda.views.shortcuts import agenda_crumbs, get_opgave_or_404
from wijken.views.documents import DOCUMENT_POLICY
from wijken.views.shortcuts import get_wijk_or_404

MOST = 50
PARTS = {
    "statement": _("De opgave"),
    "outcome": _("Dit willen we bereiken"),
    "evidence": _("Daaraan zien we het"),
}


@require_safe
@kept_page
def agenda_versions(request: HttpRequest, slug: str) -> HttpResponse:
    """Every version of every agenda of the wijk, newest first."""
    wijk = get_wijk_or_404(slug)
    rows = AgendaVersion.objects.filter(agenda__wijk=wijk, agenda__subject__is_public=True)
    rows = rows.select_related("agenda").order_by("-made_at", "-pk")
    former = Toekomstagenda.objects.filter(wijk=wijk, state=AgendaState.FORMER, subject__is_public=True)
    context = {
        "wijk": wijk,
        "versions": list(rows[:MOST]),
        "former": list(former.order_by("-pk")[:MOST]),
        "breadcrumbs": agenda_crumbs(wijk, request, gettext("Eerdere versies")),
    }
    return render(request, "agenda/agenda_versions.html", context)


@require_safe
@kept_page
def agenda_version(request: HttpRequest, slug: str, version_id: int) -> HttpResponse:
    """One version, and what changed since the one before it or another (`?met=`)."""
    wijk = get_wijk_or_404(slug)
    rows = AgendaVersion.objects.filter(agenda__wijk=wijk, agenda__subject__is_public=True).select_related("agenda")
    version = get_object_or_404(rows, pk=version_id)
    others = list(rows.exclude(pk=version.pk).order_by("-made_at", "-pk")[:MOST])
    asked = request.GET.get("met", "")
    before = next((row for row in others if str(row.pk) == asked), None)
    before = before or next((row for row in others if row.made_at <= version.made_at), None)
    context = {
        "wijk": wijk,
        "version": version,
        "others": others,
        "before": before,
        "pieces": differences((before or version).as_text, version.as_text),
        "breadcrumbs": agenda_crumbs(wijk, request, gettext("Versie")),
    }
    return render(request, "agenda/agenda_version.html", context)


@require_safe
def document(request: HttpRequest, slug: str, agenda_id: int) -> HttpResponseBase:
    """The document of an agenda, to download."""
    wijk = get_wijk_or_404(slug)
    agenda = get_object_or_404(Toekomstagenda, pk=agenda_id, wijk=wijk, subject__is_public=True)
    if not agenda.file:
        raise Http404
    response = FileResponse(
        agenda.file.open(), as_attachment=True, filename=agenda.file_name, content_type="application/pdf"
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = DOCUMENT_POLICY
    return response


@require_safe
@kept_page
def texts(request: HttpRequest, slug: str, opgave: str) -> HttpResponse:
    """Every text of an opgave with who signed it, and every summary, each beside the one before."""
    row = get_opgave_or_404(request, slug, opgave)
    more = {"texts": texts_of(row), "summaries": summaries_of(row)}
    return on_page(request, row, "agenda/texts.html", gettext("Eerdere teksten"), **more)


def texts_of(opgave: Opgave) -> list[dict[str, Any]]:
    """The texts, newest first, compared part by part."""
    rows = list(OpgaveText.objects.filter(opgave=opgave)[: MOST + 1])
    signed: dict[int, list[str]] = {}
    signatures = Signature.objects.filter(text__opgave=opgave).select_related("party__organisation")
    for signature in signatures:
        signature.party.opgave = opgave
        signed.setdefault(signature.text_id, []).append(signature.party.title)
    befores = [*rows[1:], None][: len(rows)]
    return [
        {
            "text": text,
            "signers": signed.get(text.pk, []),
            "parts": [
                {
                    "label": label,
                    "pieces": differences(getattr(before or text, name), getattr(text, name)),
                }
                for name, label in PARTS.items()
            ],
        }
        for text, before in zip(rows, befores, strict=True)
    ][:MOST]


def summaries_of(opgave: Opgave) -> list[dict[str, Any]]:
    """The summaries of each heading, newest first, compared."""
    rows = list(Summary.objects.filter(opgave=opgave).exclude(pk__in=hidden(opgave, "summary"))[: MOST * 2])
    found = []
    for kind in ContributionKind:
        of_kind = [row for row in rows if row.kind == kind]
        befores = [*of_kind[1:], None][: len(of_kind)]
        for row, before in zip(of_kind, befores, strict=True):
            pieces = differences((before or row).text, row.text)
            found.append({"label": kind.label, "summary": row, "pieces": pieces})
    return found
