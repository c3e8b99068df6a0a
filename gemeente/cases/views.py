"""The desk of civil servants: who waits, and everything about one case on one page."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gemeente.accounts.decorators import desk_page
from gemeente.accounts.roles import role_label
from gemeente.cases.actions import claim_case, log_contact
from gemeente.cases.forms import ContactMomentForm
from gemeente.cases.models import CaseFile
from gemeente.cases.policies import POLICIES, can_read_worklist
from gemeente.cases.stand_ins import stand_in_of
from gemeente.cases.timeline import changes_of, timeline_of
from gemeente.cases.worklist import FIRST_TRAY, TRAYS, row_of, tabs_of
from gemeente.lib.errors import Refused, Stale
from gemeente.lib.forms import posted
from gemeente.lib.paging import paginate
from gemeente.lib.panels import render_panels
from gemeente.users.requests import SignedInRequest

CRUMB = ("Werkbak", "/werkbak/")


def get_case_or_404(request: HttpRequest, case_id: int) -> CaseFile:
    """The one door to a case: absent and forbidden look alike."""
    return get_object_or_404(CaseFile.objects.visible_to(request.user).with_people(), pk=case_id)


@require_safe
@desk_page(can_read_worklist)
def worklist(request: SignedInRequest) -> HttpResponse:
    """Cases by tray: new, mine, all that are open, and what is done; longest without contact first."""
    asked = request.GET.get("bak", "")
    tray = asked if asked in TRAYS else FIRST_TRAY
    cases = TRAYS[tray].rows(CaseFile.objects.visible_to(request.user), request.user).for_worklist()
    page = paginate(cases, request.GET, size=50)
    rows = [row_of(case, request.user) for case in page.rows]
    context = {
        "page": page,
        "rows": rows,
        "shows_who": any(row["who"] != TRAYS[tray].who for row in rows),
        "tray": TRAYS[tray],
        "tabs": tabs_of(request.user, tray),
        "panels": render_panels("worklist", request, request.user),
        "breadcrumbs": [CRUMB],
    }
    return render(request, "cases/worklist.html", context)


@require_http_methods(["GET", "POST"])
@desk_page(can_read_worklist)
def case_page(request: SignedInRequest, case_id: int) -> HttpResponse:
    """Everything about a case; its contact person writes down here what was said."""
    case = get_case_or_404(request, case_id)
    may = {name: policy(request.user, case) for name, policy in POLICIES.items()}
    if request.method == "POST" and not may["log_contact"]:
        raise PermissionDenied
    form = ContactMomentForm(posted(request), opened_on=timezone.localtime(case.opened_at).date())
    if form.is_valid():
        try:
            log_contact(case=case, actor=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Opgeschreven. De eigenaar kan het lezen."))
            return redirect(case.desk_url)
    return render(request, "cases/case.html", case_context(request, case, may) | {"form": form})


def case_context(request: SignedInRequest, case: CaseFile, may: dict[str, bool]) -> dict[str, Any]:
    """What the page of a case shows; the log and how to reach the owner only to the people of the case."""
    return {
        "case": case,
        "row": row_of(case, request.user),
        "may": may,
        "owner": case.owner,
        "contact_role": role_label(case.contact_role),
        "timeline": timeline_of(case, changes_of(case), is_for_people=may["read_contact"]),
        "stand_in": stand_in_of(case.contact, request.user) if case.contact != request.user else None,
        "panels": render_panels("case", request, case),
        "breadcrumbs": [CRUMB, (case.subject.title, request.path)],
    }


@require_POST
@desk_page(can_read_worklist)
def claim(request: SignedInRequest, case_id: int) -> HttpResponse:
    """Take up a case with one click. Who was a moment too late hears who has it."""
    case = get_case_or_404(request, case_id)
    try:
        claim_case(case=case, actor=request.user)
    except Stale as stale:
        messages.warning(request, str(stale))
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Jij bent nu het vaste contact. Neem snel contact op."))
    return redirect(case.desk_url)
