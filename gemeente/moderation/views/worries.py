"""A worry as the contact person reads and answers it. Dutch only."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from gemeente.accounts.decorators import desk_page
from gemeente.cases.policies import can_read_worklist
from gemeente.lib.errors import Refused
from gemeente.lib.forms import posted
from gemeente.moderation.actions.worrying import answer_worry
from gemeente.moderation.forms import AnswerForm
from gemeente.moderation.models import Worry
from gemeente.moderation.policies import can_answer_worry, can_read_worry_at_desk
from gemeente.users.requests import SignedInRequest


@require_http_methods(["GET", "POST"])
@desk_page(can_read_worklist)
def worry_page(request: SignedInRequest, worry_id: int) -> HttpResponse:
    """A neighbour's worry with how to reach her, and the answer. Who looks first takes up the case to read it."""
    worry = get_object_or_404(Worry.objects.with_case(), pk=worry_id)
    may_read = can_read_worry_at_desk(request.user, worry.case)
    if request.method == "POST" and not may_read:
        raise PermissionDenied
    written = "De buur krijgt je antwoord per mail, of leest het op het portaal."
    called = "Deze buur liet geen e-mailadres achter. Bel, en schrijf hier op wat jullie bespraken."
    form = AnswerForm(posted(request), help_text=written if worry.has_address else called)
    if form.is_valid():
        try:
            answer_worry(worry=worry, actor=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Je antwoord is bewaard.")
            return redirect(worry.desk_url)
    context = {
        "worry": worry,
        "form": form,
        "may_read": may_read,
        "may_answer": can_answer_worry(request.user, worry),
        "breadcrumbs": [
            ("Werkbak", "/werkbak/"),
            (worry.case.subject.title, worry.case.desk_url),
            ("Een zorg van een buur", request.path),
        ],
    }
    return render(request, "moderation/desk_worry.html", context)
