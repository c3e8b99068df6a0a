"""A case as its owner sees it: who her contact is, what was said, and what she can do."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from gemeente.accounts.roles import role_label
from gemeente.cases.actions import accept_help, decline_help, dispute_contact, end_case, reopen_case, send_message
from gemeente.cases.forms import MessageForm, ReasonForm, ReopenForm
from gemeente.cases.models import CaseFile, ContactMoment
from gemeente.cases.policies import (
    POLICIES,
    Policy,
    can_accept_help,
    can_decline_help,
    can_dispute_contact,
    can_end_case,
    can_reopen_case,
    can_send_message,
)
from gemeente.cases.stand_ins import stand_in_of
from gemeente.cases.timeline import changes_of, timeline_of
from gemeente.lib.errors import Refused
from gemeente.lib.forms import posted
from gemeente.lib.panels import render_panels
from gemeente.users.requests import SignedInRequest

Text = str | Promise


def get_own_case_or_404(request: HttpRequest, case_id: int) -> CaseFile:
    """The one door to one's own case: absent and somebody else's look alike, also for staff."""
    return get_object_or_404(CaseFile.objects.owned_by(request.user).with_people(), pk=case_id)


@require_safe
@login_required
def case_page(request: SignedInRequest, case_id: int) -> HttpResponse:
    """Contact person with phone and mail, the contact log, and the owner's buttons."""
    case = get_own_case_or_404(request, case_id)
    changes = changes_of(case)
    context = {
        "case": case,
        "may": {name: policy(request.user, case) for name, policy in POLICIES.items()},
        "contact_role": role_label(case.contact_role),
        "timeline": timeline_of(case, changes, is_for_people=True),
        "stand_in": stand_in_of(case.contact, request.user),
        "panels": render_panels("contact", request, case),
        "last_change": changes[0] if changes else None,
        "breadcrumbs": breadcrumbs(case),
    }
    return render(request, "contact/case.html", context)


def breadcrumbs(case: CaseFile) -> list[tuple[str, str]]:
    """Where the page of a case stands."""
    return [(str(_("Mijn pagina")), reverse("accounts:mine")), (case.subject.title, case.get_absolute_url())]


@dataclass(frozen=True)
class Ask:
    """One thing the owner can do with her case, asked on a page of its own with room for a few words."""

    policy: Policy
    act: Callable[..., Any]
    title: Text
    lead: Text
    label: Text
    done: Text
    form: type[ReasonForm] = ReasonForm


DECLINE = Ask(
    can_decline_help,
    decline_help,
    _("Heb je de gemeente niet nodig?"),
    _("Dan laten we je je gang gaan. Je hoort nog één keer van ons, om kennis te maken. Van gedachten veranderen kan."),
    _("Ik heb de gemeente niet nodig"),
    _("Veel succes! Heb je ons toch nodig? Dan zijn we er."),
)
ACCEPT = Ask(
    can_accept_help,
    accept_help,
    _("Wil je toch hulp van de gemeente?"),
    _("Goed dat je het zegt. Je contactpersoon krijgt meteen bericht."),
    _("Ja, help me"),
    _("We weten het. Je hoort van ons."),
)
END = Ask(
    can_end_case,
    end_case,
    _("Ben je klaar met de gemeente?"),
    _("Dan ronden we de hulp af. Wat je schreef, blijft van jou. Heb je ons later nodig? Open het contact dan weer."),
    _("Het is klaar"),
    _("De hulp van de gemeente is afgerond. Je kunt het contact altijd weer openen."),
)
REOPEN = Ask(
    can_reopen_case,
    reopen_case,
    _("Wil je weer contact met de gemeente?"),
    _("Je komt bij dezelfde contactpersoon terug als die er nog is."),
    _("Open het contact weer"),
    _("Het contact is weer open. We nemen snel contact met je op."),
    ReopenForm,
)
DISPUTE = Ask(
    can_dispute_contact,
    dispute_contact,
    _("Klopt dit contact niet?"),
    _("Dan telt het niet meer mee. Je contactpersoon krijgt bericht en neemt opnieuw contact op."),
    _("Dit klopt niet"),
    _("Dit contact telt niet meer mee. Je contactpersoon weet het."),
)


@require_http_methods(["GET", "POST"])
@login_required
def ask(request: SignedInRequest, case_id: int, question: Ask) -> HttpResponse:
    """Ask the owner whether she is sure, and do it."""
    case = get_own_case_or_404(request, case_id)
    return answer(request, case, question, case=case)


@require_http_methods(["GET", "POST"])
@login_required
def message(request: SignedInRequest, case_id: int) -> HttpResponse:
    """The owner's side writes to the contact person, and gets a receipt."""
    case = get_own_case_or_404(request, case_id)
    if not can_send_message(request.user, case):
        raise PermissionDenied
    form = MessageForm(posted(request))
    if form.is_valid():
        try:
            sent = send_message(case=case, actor=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            number = sent.receipt.number if sent.receipt else ""
            done = _("Je bericht is aangekomen. Je ontvangstbewijs: %(number)s.") % {"number": number}
            messages.success(request, str(done))
            return redirect(case)
    context = {"case": case, "form": form, "breadcrumbs": [*breadcrumbs(case), (str(_("Bericht")), request.path)]}
    return render(request, "contact/message.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def dispute(request: SignedInRequest, case_id: int, moment_id: int) -> HttpResponse:
    """The owner says of a contact: this is not so."""
    case = get_own_case_or_404(request, case_id)
    moment = get_object_or_404(ContactMoment.objects.filter(case=case, voided_at=None), pk=moment_id)
    return answer(request, case, DISPUTE, moment=moment)


def answer(request: SignedInRequest, about: CaseFile, question: Ask, **target: Any) -> HttpResponse:
    """The page of a question, and what follows on yes; `target` is what the act is done to.

    Raises PermissionDenied (403).
    """
    if not question.policy(request.user, about):
        raise PermissionDenied
    form = question.form(posted(request))
    if form.is_valid():
        try:
            question.act(actor=request.user, **form.cleaned_data, **target)
        except Refused as refusal:
            messages.warning(request, str(refusal))
        else:
            messages.success(request, str(question.done))
        return redirect(about)
    crumbs = [*breadcrumbs(about), (str(question.title), request.path)]
    context = {"case": about, "form": form, "question": question, "breadcrumbs": crumbs}
    return render(request, "contact/ask.html", context)
