"""Voting: opening it, one's own vote, and counting."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from gemeente.lib.errors import Refused, Stale
from gemeente.lib.forms import posted
from gemeente.users.requests import SignedInRequest
from wijken.advice.actions.locking import open_round
from wijken.advice.actions.votes import cast_vote, close_vote, move_vote, open_vote
from wijken.advice.enums import Choice
from wijken.advice.forms import MoreTimeForm, OpenVoteForm, VoteForm
from wijken.advice.models import Advice, Ballot
from wijken.advice.policies import can_close_vote, can_open_vote, can_vote_on_advice
from wijken.advice.views.reading import opinions_of
from wijken.advice.views.shortcuts import advice_page, changed, work_crumbs
from wijken.voting import Outcome
from wijken.ways import voters_of


@require_http_methods(["GET", "POST"])
@advice_page(can_open_vote)
def open_voting(request: SignedInRequest, advice: Advice) -> HttpResponse:
    """The board lets the WOP vote on the text as it is."""
    form = OpenVoteForm(posted(request), initial={"version": advice.version_count})
    if form.is_valid():
        try:
            open_vote(advice=advice, actor=request.user, **form.cleaned_data)
        except Stale as stale:
            form.add_error(None, str(stale))
            form.data = changed(request, version=advice.version_count)
        except Refused as refusal:
            form.add_error("closes_on", str(refusal))
        else:
            messages.success(request, _("De stemming is open. Wie mag stemmen, krijgt bericht."))
            return redirect(advice.room_url)
    assert advice.rule is not None
    context = {
        "advice": advice,
        "form": form,
        "rule_words": advice.rule.explained(voters_of(advice.wijk, advice.rule.voters).count()),
        "breadcrumbs": work_crumbs(advice, request, _("Laten stemmen")),
    }
    return render(request, "advice/open_vote.html", context)


@require_http_methods(["GET", "POST"])
@advice_page(can_vote_on_advice)
def vote(request: SignedInRequest, advice: Advice) -> HttpResponse:
    """Vote, or change one's vote."""
    row = open_round(advice)
    mine = Ballot.objects.filter(round=row, voter=request.user).first()
    names = ("choice", "reason", "view", "shows_name")
    form = VoteForm(posted(request), initial={name: getattr(mine, name) for name in names} if mine else {})
    if form.is_valid():
        told: dict[str, Any] = form.cleaned_data | {"choice": Choice(form.cleaned_data["choice"])}
        try:
            cast_vote(advice=advice, actor=request.user, **told)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Je stem telt. Veranderen kan tot de stemming dicht is."))
            return redirect(advice.room_url)
    context = {
        "advice": advice,
        "vote": row,
        "mine": mine,
        "form": form,
        "opinions": opinions_of(advice),
        "breadcrumbs": work_crumbs(advice, request, _("Stemmen")),
    }
    return render(request, "advice/vote.html", context)


@require_http_methods(["GET", "POST"])
@advice_page(can_close_vote)
def close(request: SignedInRequest, advice: Advice) -> HttpResponse:
    """The board counts the votes, and hears what they came to."""
    row = open_round(advice)
    if request.method == "POST":
        try:
            found = close_vote(advice=advice, actor=request.user, round_number=row.number)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect(advice.room_url)
        said = {
            Outcome.POSITIVE: _("Aangenomen. Het advies is nu van iedereen te lezen, en de gemeente moet antwoorden."),
            Outcome.NEGATIVE: _("Niet aangenomen. Jullie kunnen de tekst veranderen en opnieuw stemmen."),
            Outcome.TIE: _("De stemmen staken. Jullie kunnen de tekst veranderen en opnieuw stemmen."),
            Outcome.NO_QUORUM: _("Er stemden te weinig mensen. Geef jullie meer tijd, of trek het advies in."),
        }
        if found:
            level = messages.SUCCESS if found.outcome == Outcome.POSITIVE else messages.WARNING
            messages.add_message(request, level, said[found.outcome])
        return redirect("advice:close" if found and not found.is_valid else "advice:work", advice.wijk.slug, advice.pk)
    return render_close(request, advice, MoreTimeForm())


@require_POST
@advice_page(can_close_vote)
def more_time(request: SignedInRequest, advice: Advice) -> HttpResponse:
    """The board chooses another last day."""
    form = MoreTimeForm(posted(request))
    if form.is_valid():
        try:
            move_vote(advice=advice, actor=request.user, closes_on=form.cleaned_data["closes_on"])
        except Refused as refusal:
            form.add_error("closes_on", str(refusal))
        else:
            messages.success(request, _("Jullie kunnen langer stemmen."))
            return redirect(advice.room_url)
    return render_close(request, advice, form)


def render_close(request: SignedInRequest, advice: Advice, form: MoreTimeForm) -> HttpResponse:
    """What came in, and the two things a board can do."""
    assert advice.rule is not None
    row = open_round(advice)
    context = {
        "advice": advice,
        "vote": row,
        "number": Ballot.objects.filter(round=row).exclude(choice=Choice.RECUSED).count(),
        "recused": Ballot.objects.filter(round=row, choice=Choice.RECUSED).count(),
        "rule_words": advice.rule.explained(voters_of(advice.wijk, advice.rule.voters).count()),
        "form": form,
        "breadcrumbs": work_crumbs(advice, request, _("Stemming sluiten")),
    }
    return render(request, "advice/close.html", context)
