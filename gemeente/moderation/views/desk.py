"""The desk of moderators and managers: what was reported, and deciding on it. Dutch only."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from gemeente.accounts.decorators import desk_page
from gemeente.cases.models import CaseFile
from gemeente.lib.errors import Refused
from gemeente.lib.forms import posted
from gemeente.lib.paging import paginate
from gemeente.lib.panels import render_panels
from gemeente.moderation.actions.blocking import lift_block, pause_account
from gemeente.moderation.actions.hiding import hide_part, keep_hiding, lift_hiding
from gemeente.moderation.actions.reporting import leave_report, pass_report
from gemeente.moderation.enums import ReportOutcome
from gemeente.moderation.forms import HidingForm, LeaveForm, PassForm, PauseForm, ReasonForm
from gemeente.moderation.models import Block, Hiding, Report
from gemeente.moderation.parts import writer_of
from gemeente.moderation.policies import (
    HIDING_POLICIES,
    REPORT_POLICIES,
    can_handle_report,
    can_hide,
    can_keep_hiding,
    can_lift_block,
    can_lift_hiding,
    can_moderate,
    can_pass_report,
    can_pause_account,
)
from gemeente.moderation.queue import FIRST_TRAY, TRAYS, rows_of, tabs_of
from gemeente.users.models import User
from gemeente.users.requests import SignedInRequest

CRUMB = ("Moderatie", "/moderatie/")
HISTORY = 50  # earlier reports and decisions on the page of one report


def get_report_or_404(request: SignedInRequest, report_id: int) -> Report:
    """The one door to a report: absent, forbidden and one's own look alike."""
    return get_object_or_404(Report.objects.visible_to(request.user).with_subject(), pk=report_id)


def get_hiding_or_404(request: SignedInRequest, hiding_id: int) -> Hiding:
    """The one door to a decision: absent, forbidden and one's own look alike."""
    return get_object_or_404(Hiding.objects.visible_to(request.user).with_subject(), pk=hiding_id)


@require_safe
@desk_page(can_moderate)
def queue(request: SignedInRequest) -> HttpResponse:
    """What waits, oldest first; what a manager must decide, what is hidden, who is silent, and what is done."""
    asked = request.GET.get("bak", "")
    tray = asked if asked in TRAYS else FIRST_TRAY
    page = paginate(TRAYS[tray].query(request.user), request.GET, size=50)
    context = {
        "page": page,
        "rows": rows_of(tray, page.rows),
        "tray": TRAYS[tray],
        "tabs": tabs_of(request.user, tray),
        "breadcrumbs": [CRUMB],
    }
    return render(request, "moderation/queue.html", context)


@require_safe
@desk_page(can_moderate)
def report_page(request: SignedInRequest, report_id: int) -> HttpResponse:
    """One report: what it is about as it stands now, what was said of it, and what was done before."""
    report = get_report_or_404(request, report_id)
    owner = owner_of(report)
    others = list(
        Report.objects.same_part(report).exclude(pk=report.pk).select_related("settled_by").order_by("-pk")[:HISTORY]
    )
    is_open = report.outcome == ReportOutcome.OPEN
    context = {
        "report": report,
        "is_open": is_open,
        "also": [one for one in others if is_open and one.outcome == ReportOutcome.OPEN],
        "earlier": [one for one in others if one.outcome != ReportOutcome.OPEN],
        "hidings": report.subject.hidings.select_related("ground", "by", "lifted_by").order_by("-pk")[:HISTORY],
        "may": {name: policy(request.user, report) for name, policy in REPORT_POLICIES.items()}
        | {"pause": owner is not None and can_pause_account(request.user, owner)},
        "owner": owner,
        "panels": render_panels("report", request, report),
        "breadcrumbs": [CRUMB, (title_of(report), request.path)],
    }
    return render(request, "moderation/report.html", context)


def owner_of(report: Report) -> User | None:
    """Who wrote what was reported: a neighbour who wrote this part, else the owner of its case."""
    if writer_id := writer_of(report.subject, report.part):
        return User.objects.select_related("profile").get(pk=writer_id)
    case = CaseFile.objects.filter(subject=report.subject_id).with_people().order_by("pk").first()
    return case.owner if case else None


def title_of(report: Report) -> str:
    """A report in the crumbs."""
    return f"Melding {report.pk}"


def about(one: Report | Hiding) -> str:
    """Which part of what, above a question about it."""
    return f"{one.subject.title}: {one.part_label}"


def newest_of(report: Report) -> int:
    """The newest report on the same part that is on the page."""
    return Report.objects.same_part(report).open().order_by("-pk").values_list("pk", flat=True).first() or report.pk


# --- Deciding on a report ---------------------------------------------------------------------------------------------
@require_http_methods(["GET", "POST"])
@desk_page(can_moderate)
def leave(request: SignedInRequest, report_id: int) -> HttpResponse:
    """Let it stand, with a reason."""
    report = get_report_or_404(request, report_id)
    may(can_handle_report(request.user, report))
    form = LeaveForm(posted(request), initial={"seen": newest_of(report)}, reader="Wie het meldde")
    words = {
        "title": "Laat het staan",
        "lead": about(report),
        "label": "Laat staan",
        "of": title_of(report),
        "back": report.desk_url,
    }
    return decide(
        request, form, words, lambda told: leave_report(report=report, actor=request.user, **told), "Dit blijft staan."
    )


@require_http_methods(["GET", "POST"])
@desk_page(can_moderate)
def pass_on(request: SignedInRequest, report_id: int) -> HttpResponse:
    """Ask a manager to decide."""
    report = get_report_or_404(request, report_id)
    may(can_pass_report(request.user, report))
    words = {
        "title": "Geef door aan de beheerder",
        "lead": "Alleen een beheerder kan iets verbergen.",
        "label": "Geef door",
        "of": title_of(report),
        "back": report.desk_url,
    }
    form = PassForm(posted(request))
    done = "Doorgegeven. De beheerder heeft bericht."
    return decide(request, form, words, lambda told: pass_report(report=report, actor=request.user, **told), done)


@require_http_methods(["GET", "POST"])
@desk_page(can_moderate)
def hide(request: SignedInRequest, report_id: int) -> HttpResponse:
    """Hide it on a ground of law, with the facts: a manager."""
    report = get_report_or_404(request, report_id)
    may(can_hide(request.user, report))
    form = HidingForm(posted(request), initial={"seen": newest_of(report)}, part=report.part)
    words = {
        "title": "Verberg dit",
        "lead": about(report),
        "label": "Verberg",
        "kind": "danger",
        "of": title_of(report),
        "back": report.desk_url,
        "note": "De tekst zelf verandert niet: die blijft van de eigenaar. De eigenaar krijgt bericht met de grond en "
        "de feiten, en kan antwoorden of een klacht indienen.",
    }
    done = "Verborgen. De eigenaar heeft bericht gekregen."
    return decide(request, form, words, lambda told: hide_part(report=report, actor=request.user, **told), done)


@require_http_methods(["GET", "POST"])
@desk_page(can_moderate)
def pause(request: SignedInRequest, report_id: int) -> HttpResponse:
    """Ask who wrote it to place nothing for a while."""
    report = get_report_or_404(request, report_id)
    owner = owner_of(report)
    may(owner is not None and can_pause_account(request.user, owner))
    assert owner is not None
    words = {
        "title": f"Laat {owner.profile.public_name} even niets plaatsen",
        "lead": "Deze persoon kan dan een tijd niets online zetten. Inloggen en lezen kan wel.",
        "label": "Zet stil",
        "kind": "danger",
        "of": title_of(report),
        "back": report.desk_url,
        "note": "De persoon krijgt bericht met je reden, en kan een klacht indienen.",
    }
    form = PauseForm(posted(request))
    return decide(
        request, form, words, lambda told: pause_account(person=owner, actor=request.user, **told), "Stilgezet."
    )


# --- What is hidden, and who is silent --------------------------------------------------------------------------------
@require_safe
@desk_page(can_moderate)
def hiding_page(request: SignedInRequest, hiding_id: int) -> HttpResponse:
    """One decision to hide: ground and facts, what the owner answered, and what came of that."""
    hiding = get_hiding_or_404(request, hiding_id)
    context = {
        "hiding": hiding,
        "may": {name: policy(request.user, hiding) for name, policy in HIDING_POLICIES.items()},
        "panels": render_panels("report", request, hiding),
        "breadcrumbs": [CRUMB, (f"Verborgen {hiding.pk}", request.path)],
    }
    return render(request, "moderation/hiding.html", context)


@require_http_methods(["GET", "POST"])
@desk_page(can_moderate)
def lift(request: SignedInRequest, hiding_id: int) -> HttpResponse:
    """Show it again: a manager."""
    hiding = get_hiding_or_404(request, hiding_id)
    may(can_lift_hiding(request.user, hiding))
    words = {
        "title": "Laat het weer zien",
        "lead": about(hiding),
        "label": "Laat weer zien",
        "of": f"Verborgen {hiding.pk}",
        "back": hiding.desk_url,
    }
    form = ReasonForm(posted(request), reader="De eigenaar")
    done = "Dit is weer te zien. De eigenaar heeft bericht."
    return decide(request, form, words, lambda told: lift_hiding(hiding=hiding, actor=request.user, **told), done)


@require_http_methods(["GET", "POST"])
@desk_page(can_moderate)
def keep(request: SignedInRequest, hiding_id: int) -> HttpResponse:
    """Say to an owner who answered why it stays hidden: a manager."""
    hiding = get_hiding_or_404(request, hiding_id)
    may(can_keep_hiding(request.user, hiding))
    words = {
        "title": "Houd het verborgen",
        "lead": about(hiding),
        "label": "Houd verborgen",
        "of": f"Verborgen {hiding.pk}",
        "back": hiding.desk_url,
    }
    form = ReasonForm(posted(request), reader="De eigenaar")
    done = "Dit blijft verborgen. De eigenaar heeft bericht."
    return decide(request, form, words, lambda told: keep_hiding(hiding=hiding, actor=request.user, **told), done)


@require_http_methods(["GET", "POST"])
@desk_page(can_moderate)
def end_pause(request: SignedInRequest, block_id: int) -> HttpResponse:
    """Let somebody place again before the time is over."""
    block = get_object_or_404(Block.objects.active().pauses(), pk=block_id)
    may(can_lift_block(request.user, block))
    words = {
        "title": f"Laat {block.label or 'deze persoon'} weer plaatsen",
        "lead": f"Stilgezet omdat: {block.reason}",
        "label": "Laat weer plaatsen",
        "back": reverse("moderation_desk:queue") + "?bak=stil",
    }
    return decide(
        request,
        forms.Form(posted(request)),
        words,
        lambda _told: lift_block(block=block, actor=request.user),
        "Dit mag weer.",
    )


def may(is_allowed: bool) -> None:
    """Raise PermissionDenied (403) for who sees it but may not do this."""
    if not is_allowed:
        raise PermissionDenied


def decide(
    request: SignedInRequest, form: forms.Form, words: dict[str, str], act: Callable[[dict[str, Any]], Any], done: str
) -> HttpResponse:
    """The page of one decision, and what follows on it; back to the queue when it is made."""
    if form.is_valid():
        try:
            act(form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, done)
            return redirect("moderation_desk:queue")
    of = [(words["of"], words["back"])] if "of" in words else []
    crumbs = [CRUMB, *of, (words["title"], request.path)]
    return render(request, "moderation/decide.html", {"form": form, "words": words, "breadcrumbs": crumbs})
