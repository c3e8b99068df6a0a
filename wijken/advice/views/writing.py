"""What the WOP has on its table: beginning an advice, writing it in versions, and comparing those."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gemeente.lib.differences import differences
from gemeente.lib.errors import Refused, Stale
from gemeente.lib.forms import posted
from gemeente.lib.paging import paginate
from gemeente.places.models import Wijk
from gemeente.users.requests import SignedInRequest
from wijken.advice.actions.asking import begin_advice, take_up_advice
from wijken.advice.actions.writing import write_advice
from wijken.advice.enums import Stance
from wijken.advice.forms import AboutForm, WriteForm
from wijken.advice.models import Advice, Ballot
from wijken.advice.policies import POLICIES, can_see_work, can_take_up_advice, can_write_advice
from wijken.advice.views.reading import opinions_of, road_of, vote_of
from wijken.advice.views.shortcuts import (
    advice_page,
    changed,
    get_advice_or_404,
    room_crumbs,
    subjects_to_advise_on,
    work_crumbs,
)
from wijken.policies import is_board, is_member
from wijken.views.shortcuts import wijk_page

MOST_WORDS = 100  # of neighbours, on one page


@require_safe
@wijk_page(is_member)
def room_list(request: SignedInRequest, wijk: Wijk) -> HttpResponse:
    """All advice of the WOP, what waits for the gemeente on top, then what it works on."""
    rows = Advice.objects.public().in_wijk(wijk).for_rows().open_first()
    context = {
        "wijk": wijk,
        "page": paginate(rows, request.GET),
        "is_board": is_board(request.user, wijk.pk),
        "breadcrumbs": room_crumbs(wijk, request),
    }
    return render(request, "advice/room_list.html", context)


@require_http_methods(["GET", "POST"])
@wijk_page(is_board)
def begin(request: SignedInRequest, wijk: Wijk) -> HttpResponse:
    """The board begins an advice that nobody asked for."""
    initial = {"about": request.GET.get("over", "")}
    form = AboutForm(posted(request), subjects=subjects_to_advise_on(wijk), initial=initial)
    if form.is_valid():
        try:
            advice = begin_advice(wijk=wijk, actor=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("advice:write", wijk.slug, advice.pk)
    crumbs = room_crumbs(wijk, request, _("Een advies beginnen"))
    return render(request, "advice/begin.html", {"wijk": wijk, "form": form, "breadcrumbs": crumbs})


@require_safe
@advice_page(can_see_work)
def work(request: SignedInRequest, advice: Advice) -> HttpResponse:
    """Where the WOP works on an advice: its text, what neighbours say, who voted what, and what to do next."""
    votes = (
        Ballot.objects.filter(round__advice=advice).select_related("round", "voter").order_by("-round", "voter__name")
    )
    vote = vote_of(advice)
    context = {
        "advice": advice,
        "may": {name: policy(request.user, advice) for name, policy in POLICIES.items()},
        "vote": vote,
        "ballots": [one for one in votes if vote and one.round_id == vote.pk],
        "failed": advice.rounds.exclude(outcome__in=["", "positive"]).first(),
        "opinions": opinions_of(advice),
        "says": advice.says.exclude(words="").order_by("-said_at")[:MOST_WORDS],
        "road": road_of(advice),
        "breadcrumbs": work_crumbs(advice, request),
    }
    return render(request, "advice/work.html", context)


@require_POST
@advice_page(can_take_up_advice)
def take_up(request: SignedInRequest, advice: Advice) -> HttpResponse:
    """The board begins with what was asked."""
    take_up_advice(advice=advice, actor=request.user)
    messages.success(request, _("Jullie zijn begonnen. Wie erom vroeg, hoort dat."))
    return redirect(advice.room_url)


@require_http_methods(["GET", "POST"])
@advice_page(can_write_advice)
def write(request: SignedInRequest, advice: Advice) -> HttpResponse:
    """Write the text; overtaken by somebody else one reads what stands there now, and keeps one's own words."""
    initial = {"stance": advice.stance, "text": advice.text, "based_on": advice.version_count}
    form = WriteForm(posted(request), initial=initial)
    standing, status = "", 200
    if form.is_valid():
        told = form.cleaned_data | {"stance": Stance(form.cleaned_data["stance"])}
        try:
            write_advice(advice=advice, actor=request.user, **told)
        except Stale as stale:
            advice = get_advice_or_404(advice.wijk.slug, advice.pk)
            form.add_error(None, str(stale))
            form.data, standing, status = changed(request, based_on=advice.version_count), advice.text, 409
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Bewaard. Iedereen van het WOP kan verder schrijven."))
            return redirect(advice.room_url)
    context = {
        "advice": advice,
        "form": form,
        "standing_text": standing,
        "breadcrumbs": work_crumbs(advice, request, _("Schrijven")),
    }
    return render(request, "advice/write.html", context, status=status)


@require_safe
@advice_page(can_see_work)
def versions(request: SignedInRequest, advice: Advice) -> HttpResponse:
    """Each version beside the one before it, the newest first."""
    page = paginate(advice.versions.select_related("author"), request.GET, size=10)
    older = advice.versions.filter(number=page.rows[-1].number - 1).first() if page.rows else None
    pairs = zip(page.rows, [*page.rows[1:], older], strict=True)
    context = {
        "advice": advice,
        "page": page,
        "rows": [(one, differences(before.text if before else "", one.text)) for one, before in pairs],
        "breadcrumbs": work_crumbs(advice, request, _("Versies")),
    }
    return render(request, "advice/versions.html", context)
