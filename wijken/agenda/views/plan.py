"""The uitvoeringsplan of a wijk for everybody, and the points that wait at the desk of the gemeente."""

from typing import Any

from django.db.models import F, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gemeente.accounts.decorators import desk_page
from gemeente.lib.kept_pages import kept_page
from gemeente.lib.paging import paginate
from gemeente.partners.policies import speaks_for_gemeente
from gemeente.portal.enums import RuleName
from gemeente.portal.models import Rule
from gemeente.portal.rules import rule
from gemeente.users.requests import SignedInRequest
from wijken.agenda.models import Opgave, PromiseVersion
from wijken.agenda.policies import can_read_points
from wijken.agenda.showing import row_of_promise
from wijken.agenda.views.reading import current_agenda, figures_of
from wijken.agenda.views.shortcuts import agenda_crumbs
from wijken.agenda.waiting import waiting_for
from wijken.views.shortcuts import get_wijk_or_404


@require_safe
@kept_page
def plan(request: HttpRequest, slug: str) -> HttpResponse:
    """Each point that was offered, with what was answered; who said nothing yet stands there as well."""
    wijk = get_wijk_or_404(slug)
    in_force = Rule.objects.filter(name=RuleName.AGENDA_ANSWER_DAYS, starts_on__lte=timezone.localdate())
    rows = Opgave.objects.public().in_wijk(wijk).filter(offered_at__isnull=False).in_order()
    rows = rows.annotate(late_after=Subquery(in_force.order_by("-starts_on").values("value")[:1]))
    only_waiting = request.GET.get("toon") == "wacht"
    page = paginate(rows.waiting() if only_waiting else rows, request.GET)
    for row in page.rows:
        row.wijk = wijk
    context = {
        "wijk": wijk,
        "agenda": current_agenda(wijk),
        "page": page,
        "points": points_of(page.rows),
        "figures": figures_of(wijk),
        "only_waiting": only_waiting,
        "breadcrumbs": agenda_crumbs(wijk, request, _("Uitvoeringsplan")),
    }
    return render(request, "agenda/plan.html", context)


def points_of(opgaven: list[Opgave]) -> list[dict[str, Any]]:
    """Opgaven with the answers to each, in one query."""
    by_id = {row.pk: row for row in opgaven}
    versions = PromiseVersion.objects.filter(
        promise__opgave__in=by_id, promise__withdrawn_at=None, number=F("promise__version_count")
    )
    answers: dict[int, list[dict[str, Any]]] = {}
    for version in versions.select_related("promise__organisation").order_by("promise_id"):
        opgave = by_id[version.promise.opgave_id]
        answers.setdefault(opgave.pk, []).append(row_of_promise(version, opgave))
    return [{"opgave": row, "answers": answers.get(row.pk, [])} for row in opgaven]


# --- The desk ---------------------------------------------------------------------------------------------------------
@require_safe
@desk_page(can_read_points)
def points(request: SignedInRequest) -> HttpResponse:
    """What wijken offered and nobody answered, the longest waiting first."""
    rows = waiting_for(request.user).select_related("wijk").defer("wijk__boundary").order_by("offered_at", "pk")
    page = paginate(rows, request.GET, size=50)
    late_after = rule(RuleName.AGENDA_ANSWER_DAYS)
    context = {
        "page": page,
        "rows": [{"opgave": row, "is_late": row.days_waiting > late_after} for row in page.rows],
        "late_after": late_after,
        "may_answer": speaks_for_gemeente(request.user),
        "breadcrumbs": [("Werkbak", "/werkbak/"), ("Punten van wijken", request.path)],
    }
    return render(request, "agenda/points.html", context)
