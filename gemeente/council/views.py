"""The budgets: everybody reads them, the clerk writes them down."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gemeente.accounts.decorators import desk_page
from gemeente.council.actions import record_budget
from gemeente.council.forms import BudgetForm
from gemeente.council.models import Budget
from gemeente.council.policies import can_record_budget
from gemeente.lib.errors import Refused
from gemeente.lib.forms import posted
from gemeente.lib.kept_pages import kept_page
from gemeente.lib.paging import paginate
from gemeente.users.requests import SignedInRequest


@require_safe
@kept_page
def budgets(request: HttpRequest) -> HttpResponse:
    """What was set aside, by which decision, and how much of it is promised."""
    context = {
        "page": paginate(Budget.objects.all(), request.GET),
        "may_record": can_record_budget(request.user),
        "breadcrumbs": [(_("Budgetten"), request.path)],
    }
    return render(request, "council/budgets.html", context)


@require_http_methods(["GET", "POST"])
@desk_page(can_record_budget)
def new_budget(request: SignedInRequest) -> HttpResponse:
    """Write a budget down."""
    form = BudgetForm(posted(request))
    if form.is_valid():
        try:
            record_budget(actor=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Het budget staat erbij. Iedereen kan het lezen.")
            return redirect("council:budgets")
    crumbs = [("Budgetten", "/raad/budgetten/"), ("Een budget erbij", request.path)]
    return render(request, "council/new_budget.html", {"form": form, "breadcrumbs": crumbs})
