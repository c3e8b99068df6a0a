"""The agenda of a wijk and its opgaven, as everybody reads them."""

from typing import Any

from django.contrib import messages
from django.db.models import Count, Q, Sum
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gemeente.lib.forms import posted
from gemeente.lib.kept_pages import kept_page
from gemeente.lib.paging import paginate
from gemeente.places.models import Wijk
from gemeente.questions.models import Question
from gemeente.users.requests import SignedInRequest
from wijken.agenda.actions.opgaven import raise_signal
from wijken.agenda.enums import OPEN_STATES, AgendaState
from wijken.agenda.forms.choosing import AgendaFilter
from wijken.agenda.forms.signals import SignalForm
from wijken.agenda.models import Opgave, Toekomstagenda
from wijken.agenda.policies import can_edit_agenda, can_rank, can_signal
from wijken.agenda.views.shortcuts import agenda_crumbs, agenda_url, saved
from wijken.views.shortcuts import get_wijk_or_404, wijk_page


@require_safe
@kept_page
def agenda(request: HttpRequest, slug: str) -> HttpResponse:
    """What the wijk works on: its vision, its opgaven in order, and how far they are."""
    wijk = get_wijk_or_404(slug)
    form = AgendaFilter(request.GET, wijk=wijk)
    rows = Opgave.objects.public().in_wijk(wijk).select_related("theme").in_order()
    page = paginate(form.narrow(rows), request.GET)
    for row in page.rows:
        row.wijk = wijk
    context = {
        "wijk": wijk,
        "agenda": current_agenda(wijk),
        "form": form,
        "page": page,
        "figures": figures_of(wijk),
        "may_edit": can_edit_agenda(request.user, wijk.pk),
        "may_rank": can_rank(request.user, wijk.pk),
        "clear_url": agenda_url(wijk) if form.is_narrowed else "",
        "breadcrumbs": agenda_crumbs(wijk, request),
    }
    return render(request, "agenda/agenda.html", context)


def current_agenda(wijk: Wijk) -> Toekomstagenda | None:
    """The agenda that counts now, if the wijk wrote one and nobody hid it."""
    rows = Toekomstagenda.objects.filter(wijk=wijk, state=AgendaState.CURRENT, subject__is_public=True)
    return rows.first()


def figures_of(wijk: Wijk) -> dict[str, int]:
    """What was offered, promised and done in a wijk: one query."""
    waiting = Q(offered_at__isnull=False, answer_count=0, state__in=OPEN_STATES)
    return (
        Opgave.objects.public()
        .in_wijk(wijk)
        .aggregate(
            promised=Coalesce(Sum("promise_count"), 0),
            done=Coalesce(Sum("done_count"), 0),
            offered=Count("pk", filter=Q(offered_at__isnull=False)),
            waiting=Count("pk", filter=waiting),
        )
    )


@require_http_methods(["GET", "POST"])
@wijk_page(can_signal)
def new_signal(request: SignedInRequest, wijk: Wijk) -> HttpResponse:
    """Bring something up: nobody needs a solution for it."""
    question = question_of(request)
    initial = {"title": question.public_title, "signal": question.public_text} if question else {}
    form = SignalForm(posted(request), initial=initial, user=request.user, wijk=wijk, question=question)
    if form.is_valid() and saved(form, raise_signal, wijk=wijk, actor=request.user, **form.told()):
        messages.success(request, _("Dank je wel. Iedereen kan je signaal nu lezen, steunen en aanvullen."))
        made = Opgave.objects.select_related("wijk").get(submission_key=form.cleaned_data["submission_key"])
        return redirect(made)
    context: dict[str, Any] = {
        "wijk": wijk,
        "form": form,
        "question": question,
        "breadcrumbs": agenda_crumbs(wijk, request, _("Een signaal geven")),
    }
    return render(request, "agenda/new_signal.html", context)


def question_of(request: SignedInRequest) -> Question | None:
    """The question of hers that she wants to go on with; only one that everybody reads."""
    asked = request.GET.get("vraag", "")
    if not (asked.isascii() and asked.isdigit() and len(asked) < 10):
        return None
    return Question.objects.public().asked_by(request.user).filter(pk=asked, opgave=None).first()
