"""An agenda of before, as it ended."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from gemeente.lib.kept_pages import kept_page
from wijken.agenda.enums import AgendaState
from wijken.agenda.models import Toekomstagenda
from wijken.agenda.views.shortcuts import agenda_crumbs
from wijken.views.shortcuts import get_wijk_or_404


@require_safe
@kept_page
def former(request: HttpRequest, slug: str, agenda_id: int) -> HttpResponse:
    """Its vision, its document and a way to its versions."""
    wijk = get_wijk_or_404(slug)
    rows = Toekomstagenda.objects.filter(wijk=wijk, state=AgendaState.FORMER, subject__is_public=True)
    agenda = get_object_or_404(rows, pk=agenda_id)
    context = {"wijk": wijk, "agenda": agenda, "breadcrumbs": agenda_crumbs(wijk, request, agenda.title)}
    return render(request, "agenda/former.html", context)
