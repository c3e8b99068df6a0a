"""The team: who is away, who stands in, and many cases that change hands at once."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from gemeente.accounts.decorators import desk_page
from gemeente.cases.actions import end_absence, hand_over_cases, report_absence
from gemeente.cases.forms import AbsenceForm, HandOverManyForm
from gemeente.cases.models import Absence, CaseFile
from gemeente.cases.notices import people_of_team
from gemeente.cases.policies import can_read_absences, can_read_worklist, can_report_absence, may_report_others
from gemeente.cases.views import CRUMB
from gemeente.lib.errors import Refused
from gemeente.lib.forms import posted
from gemeente.users.models import User
from gemeente.users.requests import SignedInRequest

MOST = 100  # cases on one page: who has more, does it in two times


@require_http_methods(["GET", "POST"])
@desk_page(can_read_worklist)
def hand_over_many(request: SignedInRequest) -> HttpResponse:
    """Pass on several of one's cases at once, to one colleague."""
    longest = CaseFile.objects.held_by(request.user).longest_silent_first().values_list("pk", flat=True)[:MOST]
    mine = CaseFile.objects.filter(pk__in=list(longest)).select_related("subject").order_by("pk")
    colleagues = people_of_team().exclude(pk=request.user.pk)
    form = HandOverManyForm(posted(request), cases=mine, colleagues=colleagues)
    if form.is_valid():
        try:
            moved = hand_over_cases(actor=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            name = form.cleaned_data["to"].name
            messages.success(request, f"{len(moved)} {'zaak is' if len(moved) == 1 else 'zaken zijn'} nu van {name}.")
            return redirect("cases:worklist")
    crumbs = [CRUMB, ("Zaken overdragen", request.path)]
    context = {"form": form, "has_cases": mine.exists(), "breadcrumbs": crumbs}
    return render(request, "cases/hand_over_many.html", context)


@require_http_methods(["GET", "POST"])
@desk_page(can_read_absences)
def absences(request: SignedInRequest) -> HttpResponse:
    """Who is away, now and later, and a form to say so."""
    form = absence_form(request)
    if form.is_valid():
        try:
            report_absence(actor=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Opgeschreven. Alle zaken hebben iemand.")
            return redirect("cases:absences")
    context = {
        "form": form,
        "rows": rows_of(request.user),
        "breadcrumbs": [CRUMB, ("Wie is er niet?", request.path)],
    }
    return render(request, "cases/absences.html", context)


def absence_form(request: SignedInRequest) -> AbsenceForm:
    """Everybody reports herself; team lead and manager report others too."""
    everybody = people_of_team()
    people = everybody if may_report_others(request.user) else everybody.filter(pk=request.user.pk)
    initial = {"person": request.user} if can_report_absence(request.user, request.user) else {}
    return AbsenceForm(posted(request), initial=initial, people=people, colleagues=everybody)


def rows_of(user: User) -> list[dict[str, Any]]:
    """Absences from today on, the first to begin on top."""
    rows = Absence.objects.from_day(timezone.localdate()).select_related("person", "stand_in")
    return [
        {"absence": row, "may_end": may_report_others(user) or row.person_id == user.pk}
        for row in rows.order_by("starts_on", "pk")[:MOST]
    ]


@require_POST
@desk_page(can_read_absences)
def back(request: SignedInRequest, absence_id: int) -> HttpResponse:
    """Somebody is there again."""
    absence = get_object_or_404(Absence.objects.select_related("person"), pk=absence_id)
    if not (may_report_others(request.user) or absence.person_id == request.user.pk):
        raise PermissionDenied
    end_absence(absence=absence, actor=request.user)
    messages.success(request, f"{absence.person.first_name} is er weer.")
    return redirect("cases:absences")
