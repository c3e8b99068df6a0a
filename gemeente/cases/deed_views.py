"""What a contact person does with a case on a page of its own: plan it, write, hand it over, close it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from gemeente.accounts.decorators import desk_page
from gemeente.cases.actions import (
    close_case,
    close_unreached,
    hand_over_cases,
    plan_case,
    real_contacts,
    resume_case,
    send_message,
)
from gemeente.cases.forms import HandOverForm, MessageForm, PlanForm, ResultForm, UnreachedForm, WhyForm
from gemeente.cases.models import CaseFile
from gemeente.cases.notices import colleagues_of
from gemeente.cases.policies import POLICIES, can_read_worklist
from gemeente.cases.reaching import what_is_missing
from gemeente.cases.views import CRUMB, get_case_or_404
from gemeente.lib.errors import Refused
from gemeente.lib.forms import posted
from gemeente.users.models import User
from gemeente.users.requests import SignedInRequest


@dataclass(frozen=True)
class Deed:
    """One thing a contact person does with a case: who may, how the page asks it, and what it does.

    `hurdle` says why it cannot be done yet, with a link that leads on and its words; None when nothing is in the way.
    """

    policy: str
    title: str
    lead: str
    label: str
    done: str
    make_form: Callable[[HttpRequest, CaseFile], forms.Form]
    act: Callable[[CaseFile, User, dict[str, Any]], Any]
    hurdle: Callable[[CaseFile], tuple[str, str, str] | None] = lambda _case: None
    leaves: bool = False  # the case is no work any more: on to the next


def log_first(case: CaseFile, why: str) -> tuple[str, str, str]:
    """A contact must come before this deed."""
    return why, f"{case.desk_url}#opschrijven", "Schrijf eerst een contact op"


def before_closing(case: CaseFile) -> tuple[str, str, str] | None:
    """Without a real contact there is nothing to close."""
    why = "Er is nog geen echt contact geweest op de manier die de eigenaar koos. Daarna kun je afronden."
    return None if real_contacts(case).exists() else log_first(case, why)


def before_giving_up(case: CaseFile) -> tuple[str, str, str] | None:
    """What must still be tried; or who was reached after all can be told the result."""
    missing = what_is_missing(case)
    if missing and real_contacts(case).exists():
        return missing, reverse("cases:close", args=[case.pk]), CLOSE.title
    return log_first(case, missing) if missing else None


PLAN = Deed(
    "plan",
    "Plan dit in",
    "Komt het later, of in een onderhoudsprogramma? De zaak blijft open, en de eigenaar ziet wanneer het komt.",
    "Plan het in",
    "Ingepland. De eigenaar ziet wat er gebeurt, wie het doet en wanneer.",
    lambda request, case: PlanForm(posted(request), initial=PlanForm.initial_of(case)),
    lambda case, actor, told: plan_case(case=case, actor=actor, **told),
)
RESUME = Deed(
    "resume",
    "Haal dit uit de planning",
    "Gaat het toch niet door? Vertel de eigenaar waarom. De zaak blijft open en is weer van jou.",
    "Haal het uit de planning",
    "Uit de planning gehaald. De eigenaar heeft bericht gekregen.",
    lambda request, _case: WhyForm(posted(request)),
    lambda case, actor, told: resume_case(case=case, actor=actor, **told),
)
UNREACHED = Deed(
    "unreached",
    "Niemand bereikt",
    "Lukte het niet, ook niet op andere dagen, op andere manieren en met een brief? Dan mag je de zaak sluiten.",
    "Sluit als niet bereikt",
    "Gesloten. De eigenaar kan het contact altijd weer openen.",
    lambda request, _case: UnreachedForm(posted(request)),
    lambda case, actor, told: close_unreached(case=case, actor=actor, **told),
    before_giving_up,
)
CLOSE = Deed(
    "close",
    "Rond deze zaak af",
    "De eigenaar krijgt bericht en kan de zaak weer openen. Wat de eigenaar zelf schreef, verandert niet.",
    "Rond af",
    "Afgerond. De eigenaar heeft bericht gekregen en kan de zaak weer openen.",
    lambda request, _case: ResultForm(posted(request)),
    lambda case, actor, told: close_case(case=case, actor=actor, **told),
    before_closing,
    leaves=True,
)
WRITE = Deed(
    "send_message",
    "Schrijf de eigenaar",
    "Dit leest alleen de eigenaar, en wie haar helpt. Het staat niet op het portaal. Bellen mag ook.",
    "Verstuur",
    "Verstuurd.",
    lambda request, _case: MessageForm(posted(request)),
    lambda case, actor, told: send_message(case=case, actor=actor, **told),
)
HAND_OVER = Deed(
    "hand_over",
    "Draag deze zaak over",
    "De eigenaar krijgt bericht, met jouw woorden erbij. Je collega wordt meteen het vaste contact.",
    "Draag over",
    "Overgedragen. De eigenaar weet wie het nu doet.",
    lambda request, case: HandOverForm(posted(request), colleagues=colleagues_of(case)),
    lambda case, actor, told: hand_over_cases(cases=[case], actor=actor, **told),
)


@require_http_methods(["GET", "POST"])
@desk_page(can_read_worklist)
def do(request: SignedInRequest, case_id: int, deed: Deed) -> HttpResponse:
    """The page of a deed, and what follows when it is sent."""
    case = get_case_or_404(request, case_id)
    if not POLICIES[deed.policy](request.user, case):
        raise PermissionDenied
    form = deed.make_form(request, case)
    if form.is_valid():
        try:
            deed.act(case, request.user, form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, deed.done)
            return redirect(reverse("cases:worklist") + "?bak=mijn" if deed.leaves else case.desk_url)
    crumbs = [CRUMB, (case.subject.title, case.desk_url), (deed.title, request.path)]
    context = {"case": case, "deed": deed, "form": form, "hurdle": deed.hurdle(case), "breadcrumbs": crumbs}
    return render(request, "cases/deed.html", context)
