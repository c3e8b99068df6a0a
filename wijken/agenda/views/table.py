"""The worktable of the agenda: its members order, sum up, write and name parties; its board offers."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gemeente.lib.errors import Refused, Stale
from gemeente.lib.forms import posted, rest_on
from gemeente.lib.paging import paginate
from gemeente.places.models import Wijk
from gemeente.users.requests import SignedInRequest
from wijken.agenda.actions.agendas import (
    choose_theme,
    current_of,
    freeze_agenda,
    offer_agenda,
    put_on_agenda,
    shift_opgave,
    write_agenda,
)
from wijken.agenda.actions.agreeing import drop_party, name_party, parties_of, signed_parties, write_text
from wijken.agenda.actions.exploring import shift_contribution, sum_up
from wijken.agenda.actions.opgaven import move_opgave
from wijken.agenda.enums import ContributionKind
from wijken.agenda.forms.agendas import AgendaForm, ThemeForm
from wijken.agenda.forms.exploring import ClosingForm, PartyForm, SummaryForm, TextForm
from wijken.agenda.heard import people_heard
from wijken.agenda.models import Opgave, Summary
from wijken.agenda.policies import can_edit_agenda, can_offer_agenda, can_sign_party
from wijken.agenda.showing import headings_of, text_of
from wijken.agenda.views.shortcuts import get_opgave_or_404, saved, work_crumbs
from wijken.agenda.workflow import available
from wijken.policies import is_board
from wijken.views.shortcuts import wijk_page

PER_PAGE = 50


def opgave_of(request: HttpRequest, wijk: Wijk, slug: str) -> Opgave:
    """One of this wijk, hidden or not absent alike."""
    return get_opgave_or_404(request, wijk.slug, slug)


@require_safe
@wijk_page(can_edit_agenda)
def table(request: SignedInRequest, wijk: Wijk) -> HttpResponse:
    """The agenda in order with buttons, and what is not on it yet, by what residents rank."""
    rows = Opgave.objects.public().in_wijk(wijk).select_related("theme").in_order()
    page = paginate(rows, request.GET, size=PER_PAGE)
    for row in page.rows:
        row.wijk = wijk
    agenda = current_of(wijk)
    context = {
        "wijk": wijk,
        "agenda": agenda,
        "page": page,
        "is_board": is_board(request.user, wijk.pk),
        "has_new": agenda and Opgave.objects.public().in_wijk(wijk).open().on_agenda().filter(offered_at=None).exists(),
        "breadcrumbs": work_crumbs(wijk, request),
    }
    return render(request, "agenda/table.html", context)


@require_http_methods(["GET", "POST"])
@wijk_page(can_edit_agenda)
def edit_agenda(request: SignedInRequest, wijk: Wijk) -> HttpResponse:
    """Write the agenda, or keep a document of one."""
    agenda = current_of(wijk)
    files = request.FILES if request.method == "POST" else None
    form = AgendaForm(posted(request), files, initial=AgendaForm.initial_of(agenda), agenda=agenda)
    standing = ""
    if form.is_valid():
        try:
            write_agenda(wijk=wijk, actor=request.user, **form.cleaned_data)
        except Stale as stale:
            form.add_error(None, str(stale))
            rest_on(form, agenda.edits if agenda else 0)
            standing = agenda.vision if agenda else ""
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Bewaard. Iedereen kan de agenda lezen."))
            return redirect("agenda:table", wijk.slug)
    crumbs = work_crumbs(wijk, request, _("De agenda schrijven"))
    context = {"wijk": wijk, "agenda": agenda, "form": form, "standing_text": standing, "breadcrumbs": crumbs}
    return render(request, "agenda/edit_agenda.html", context)


@require_POST
@wijk_page(can_edit_agenda)
def freeze(request: SignedInRequest, wijk: Wijk) -> HttpResponse:
    """Keep the agenda as it stands now."""
    version = freeze_agenda(wijk=wijk, actor=request.user)
    messages.success(request, _("Vastgelegd als versie %(number)s.") % {"number": version.number})
    return redirect("agenda:table", wijk.slug)


@require_http_methods(["GET", "POST"])
@wijk_page(can_offer_agenda)
def offer(request: SignedInRequest, wijk: Wijk) -> HttpResponse:
    """Offer the agenda to the gemeente, after a look at what that means."""
    agenda = current_of(wijk)
    rows = list(Opgave.objects.public().in_wijk(wijk).open().on_agenda().filter(offered_at=None).in_order()[:PER_PAGE])
    if request.method == "POST":
        offer_agenda(wijk=wijk, actor=request.user)
        messages.success(request, _("Aangeboden. Vanaf vandaag wacht elk punt op antwoord."))
        return redirect("agenda:plan", wijk.slug)
    crumbs = work_crumbs(wijk, request, _("Aanbieden"))
    return render(
        request, "agenda/offer_agenda.html", {"wijk": wijk, "agenda": agenda, "rows": rows, "breadcrumbs": crumbs}
    )


# --- One opgave -------------------------------------------------------------------------------------------------------
def on_page(request: HttpRequest, opgave: Opgave, template: str, title: str = "", **more: Any) -> HttpResponse:
    """A page of the worktable about one opgave."""
    crumbs = work_crumbs(opgave.wijk, request, title, opgave)
    context = {"opgave": opgave, "wijk": opgave.wijk, "breadcrumbs": crumbs, "title": title}
    return render(request, template, context | more)


@require_http_methods(["GET", "POST"])
@wijk_page(can_edit_agenda)
def work(request: SignedInRequest, wijk: Wijk, opgave: str) -> HttpResponse:
    """Everything a member can do with one opgave; the form is the one of its theme."""
    row = opgave_of(request, wijk, opgave)
    form = ThemeForm(posted(request), initial={"theme": row.theme_id}, wijk=wijk)
    if form.is_valid() and saved(form, choose_theme, opgave=row, actor=request.user, **form.cleaned_data):
        messages.success(request, _("Bewaard."))
        return redirect(row.work_url)
    parties = parties_of(row)
    more: dict[str, Any] = {
        "form": form,
        "headings": headings_of(row),
        "kinds": ContributionKind,
        "text": text_of(row),
        "parties": parties,
        "may_sign": any(can_sign_party(request.user, party) for party in parties),
        "signed": signed_parties(row),
        "transitions": available(row, request.user),
    }
    return on_page(request, row, "agenda/work.html", **more)


@require_POST
@wijk_page(can_edit_agenda)
def place(request: SignedInRequest, wijk: Wijk, opgave: str) -> HttpResponse:
    """Put it on the agenda, take it off, or move it a place up or down."""
    row = opgave_of(request, wijk, opgave)
    choice = request.POST.get("choice", "")
    if choice in ("on", "off"):
        put_on_agenda(opgave=row, actor=request.user, is_on=choice == "on")
    elif choice in ("up", "down"):
        shift_opgave(opgave=row, actor=request.user, is_up=choice == "up")
    page = request.POST.get("pagina", "")
    query = f"?pagina={page}" if page.isascii() and page.isdigit() else ""
    response = redirect("agenda:table", wijk.slug)
    response["Location"] += f"{query}#opgave-{row.pk}"
    return response


@require_http_methods(["GET", "POST"])
@wijk_page(can_edit_agenda)
def step(request: SignedInRequest, wijk: Wijk, opgave: str, name: str) -> HttpResponse:
    """Move it on; stopping and reaching it ask for words."""
    row = opgave_of(request, wijk, opgave)
    found = next((one for one in available(row, request.user) if one.name == name), None)
    if found is None:
        raise Http404
    form = ClosingForm(posted(request)) if found.needs_text else None
    if request.method == "POST" and (form is None or form.is_valid()):
        text = form.cleaned_data["text"] if form else ""
        move_opgave(opgave=row, actor=request.user, name=name, text=text)
        messages.success(request, _("Bewaard. Iedereen ziet hoe het er nu voor staat."))
        return redirect(row.work_url)
    return on_page(request, row, "agenda/step.html", str(found.label), form=form, step=found)


@require_http_methods(["GET", "POST"])
@wijk_page(can_edit_agenda)
def summarise(request: SignedInRequest, wijk: Wijk, opgave: str, kind: str) -> HttpResponse:
    """Say what the contributions under a heading come to."""
    row = opgave_of(request, wijk, opgave)
    if kind not in ContributionKind.values:
        raise Http404
    last = Summary.objects.filter(opgave=row, kind=kind).first()
    initial = {"text": last.text if last else "", "based_on": last.number if last else 0}
    form, standing = SummaryForm(posted(request), initial=initial), ""
    if form.is_valid():
        try:
            sum_up(opgave=row, actor=request.user, kind=ContributionKind(kind), **form.cleaned_data)
        except Stale as stale:
            form.add_error(None, str(stale))
            rest_on(form, last.number if last else 0)
            standing = str(initial["text"])
        else:
            messages.success(request, _("Bewaard."))
            return redirect(row.work_url)
    heading = next((one for one in headings_of(row) if one["kind"] == kind), None)
    label = str(ContributionKind(kind).label)
    more = {"form": form, "heading": heading, "label": label, "standing_text": standing}
    return on_page(request, row, "agenda/summarise.html", label, **more)


@require_http_methods(["GET", "POST"])
@wijk_page(can_edit_agenda)
def edit_text(request: SignedInRequest, wijk: Wijk, opgave: str) -> HttpResponse:
    """Write the text that parties sign."""
    row = opgave_of(request, wijk, opgave)
    text = text_of(row)
    form = TextForm(posted(request), initial=TextForm.initial_of(text))
    standing: list[dict[str, Any]] = []
    if form.is_valid():
        try:
            write_text(opgave=row, actor=request.user, **form.cleaned_data)
        except Stale as stale:
            form.add_error(None, str(stale))
            rest_on(form, row.text_count)
            names = ("statement", "outcome", "evidence")
            standing = (
                [{"label": form.fields[name].label, "text": getattr(text, name)} for name in names] if text else []
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Bewaard. Wie moet tekenen, krijgt bericht."))
            return redirect(row.work_url)
    more = {"form": form, "text": text, "standing": standing}
    return on_page(request, row, "agenda/edit_text.html", _("De tekst"), **more)


@require_http_methods(["GET", "POST"])
@wijk_page(can_edit_agenda)
def new_party(request: SignedInRequest, wijk: Wijk, opgave: str) -> HttpResponse:
    """Name who sets it with the others."""
    row = opgave_of(request, wijk, opgave)
    form = PartyForm(posted(request), people=people_heard(row))
    if form.is_valid() and saved(form, name_party, opgave=row, actor=request.user, **form.told()):
        messages.success(request, _("De partij staat erbij."))
        return redirect(row.work_url)
    return on_page(request, row, "agenda/new_party.html", _("Een partij erbij"), form=form)


@require_http_methods(["GET", "POST"])
@wijk_page(can_edit_agenda)
def remove_party(request: SignedInRequest, wijk: Wijk, opgave: str, party_id: int) -> HttpResponse:
    """Take a party off the list."""
    row = opgave_of(request, wijk, opgave)
    rows = row.parties.filter(dropped_at=None).select_related("organisation", "opgave__wijk")
    party = get_object_or_404(rows, pk=party_id)
    if request.method == "POST":
        drop_party(party=party, actor=request.user)
        messages.success(request, _("De partij is van de lijst."))
        return redirect(row.work_url)
    title, label = _("Haal deze partij van de lijst"), _("Haal van de lijst")
    more = {"text": party.title, "submit_label": label, "cancel_url": row.work_url}
    return on_page(request, row, "agenda/ask.html", title, **more)


@require_POST
@wijk_page(can_edit_agenda)
def shift(request: SignedInRequest, wijk: Wijk, opgave: str, contribution_id: int) -> HttpResponse:
    """Move a contribution one place up or down."""
    row = opgave_of(request, wijk, opgave)
    contribution = get_object_or_404(row.contributions.select_related("opgave"), pk=contribution_id)
    shift_contribution(contribution=contribution, actor=request.user, is_up=request.POST.get("choice") != "down")
    return redirect(f"{row.work_url}#bijdrage-{contribution.pk}")
