"""The desk of civil servants."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from gemeente.accounts.decorators import desk_page
from gemeente.cases.models import CaseFile
from gemeente.cases.policies import can_read_worklist
from gemeente.lib.paging import paginate


@require_safe
@desk_page(can_read_worklist)
def worklist(request: HttpRequest) -> HttpResponse:
    """Cases that wait for a first contact, longest waiting first."""
    cases = CaseFile.objects.visible_to(request.user).longest_waiting_first()
    page = paginate(cases, request.GET, size=50)
    return render(request, "cases/worklist.html", {"page": page, "breadcrumbs": [("Werkbak", request.path)]})
