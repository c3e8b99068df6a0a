"""What residents of the wijk would do first."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gemeente.lib.forms import posted
from gemeente.places.models import Wijk
from gemeente.users.requests import SignedInRequest
from wijken.agenda.actions.ranking import rank_opgaven
from wijken.agenda.forms.agendas import RankingForm
from wijken.agenda.models import Ranking
from wijken.agenda.policies import can_rank
from wijken.agenda.views.shortcuts import agenda_crumbs, saved
from wijken.views.shortcuts import wijk_page


@require_http_methods(["GET", "POST"])
@wijk_page(can_rank)
def rank(request: SignedInRequest, wijk: Wijk) -> HttpResponse:
    """Choose what matters most in one's own wijk, up to three in order."""
    mine = Ranking.objects.filter(user=request.user, wijk=wijk).values_list("rank", "opgave")
    form = RankingForm(posted(request), initial={f"rank_{rank}": pk for rank, pk in mine}, wijk=wijk)
    if form.is_valid() and saved(form, rank_opgaven, wijk=wijk, actor=request.user, chosen=form.chosen):
        messages.success(request, _("Bewaard. Het WOP ziet wat bewoners belangrijk vinden, niet wie wat koos."))
        return redirect("agenda:agenda", wijk.slug)
    context = {"wijk": wijk, "form": form, "breadcrumbs": agenda_crumbs(wijk, request, _("Jouw volgorde"))}
    return render(request, "agenda/rank.html", context)
