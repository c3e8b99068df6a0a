"""Giving a function, handing it over and stopping with it."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gemeente.lib.errors import Refused
from gemeente.lib.forms import posted
from gemeente.lib.hand_over import what_goes_along
from gemeente.places.models import Wijk
from gemeente.users.requests import SignedInRequest
from wijken.actions.team import appoint_member, end_membership, hand_over, lay_down
from wijken.enums import BOARD_FUNCTIONS, Function
from wijken.forms.team import ALL, AppointForm, HandOverForm, StopForm
from wijken.policies import can_appoint_member, can_change_function, is_member
from wijken.team import TeamMember, board_of, find_member, groups_in, in_team, member_of, with_doings
from wijken.views.shortcuts import room_breadcrumbs, saved, wijk_page

MOST_CHOICES = 60  # people to hand over to on one page: more are found by name
MOST_LETTERS = 60


def get_member_or_404(wijk: Wijk, user_id: int) -> TeamMember:
    """Somebody of the team."""
    member = find_member(wijk, user_id, timezone.localdate())
    if member is None:
        raise Http404
    return member


def changeable(request: SignedInRequest, wijk: Wijk, user_id: int) -> TeamMember:
    """Somebody of the team whose function this person may change. Raises PermissionDenied, Http404."""
    if not can_change_function(request.user, wijk.pk, user_id):
        raise PermissionDenied
    return get_member_or_404(wijk, user_id)


@require_http_methods(["GET", "POST"])
@wijk_page(can_appoint_member)
def appoint(request: SignedInRequest, wijk: Wijk, user_id: int) -> HttpResponse:
    """The board gives somebody of the team another function."""
    member = get_member_or_404(wijk, user_id)
    groups = [group["name"] for group in groups_in(wijk, timezone.localdate())]
    form = AppointForm(posted(request), member=member, groups=groups)
    if form.is_valid():
        function = Function(form.cleaned_data["function"])
        group = form.cleaned_data["group"] if function == Function.GROUP else ""
        try:
            appoint_member(wijk=wijk, user=member.user, actor=request.user, function=function, group=group)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            sentence = _("%(name)s is nu %(function)s.") % {"name": member.name, "function": function.label.lower()}
            return saved(request, sentence, "wijken:team_inside", wijk)
    crumbs = room_breadcrumbs(wijk, request, _("Functie geven"))
    context = {"wijk": wijk, "member": member, "form": form, "breadcrumbs": crumbs}
    return render(request, "wijken/appoint.html", context)


@require_http_methods(["GET", "POST"])
@wijk_page(is_member)
def give_away(request: SignedInRequest, wijk: Wijk, user_id: int) -> HttpResponse:
    """Hand what somebody does over to another of the team, with her work, in one act."""
    member = changeable(request, wijk, user_id)
    is_own = member.user.pk == request.user.pk
    words = request.GET.get("zoek", "").replace("\x00", "").strip()[:MOST_LETTERS]
    candidates = candidates_for(wijk, member, words, request.POST.get("successor", ""))
    form = HandOverForm(posted(request), member=member, candidates=candidates, is_own=is_own)
    if form.is_valid():
        heir = form.candidates[form.cleaned_data["successor"]]
        leaves = form.cleaned_data["leaves"] == "yes"
        try:
            hand_over(
                wijk=wijk, user=member.user, successor=heir.user, actor=request.user, code=form.code, leaves=leaves
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            sentence = _("Overgedragen aan %(name)s.") % {"name": heir.name}
            return saved(request, sentence, "wijken:team" if is_own and leaves else "wijken:team_inside", wijk)
    context = {
        "wijk": wijk,
        "member": member,
        "is_own": is_own,
        "form": form,
        "words": words,
        "may_search": words or len(candidates) >= MOST_CHOICES,
        "along": what_goes_along(member.user, wijk),
        "breadcrumbs": room_breadcrumbs(wijk, request, _("Overdragen")),
    }
    return render(request, "wijken/hand_over.html", context)


def candidates_for(wijk: Wijk, member: TeamMember, words: str, chosen: str) -> list[TeamMember]:
    """To whom somebody can hand over: her team, or those of it whose name has these words; and who was chosen."""
    today = timezone.localdate()
    people = in_team(wijk.pk, today).exclude(pk=member.user.pk)
    named = people.filter(Q(profile__alias__icontains=words) | Q(name__icontains=words)) if words else people
    rows = list(with_doings(named, wijk.pk, today).order_by("name", "pk")[:MOST_CHOICES])
    found = {row.pk: member_of(row) for row in rows}
    first = [one for one in board_of(wijk, today) if one.user != member.user] if not words else []
    if chosen.isascii() and chosen.isdigit() and len(chosen) < 19 and int(chosen) not in found:
        found |= {row.pk: member_of(row) for row in with_doings(people.filter(pk=int(chosen)), wijk.pk, today)}
    return list(({one.user.pk: one for one in first} | found).values())


@require_http_methods(["GET", "POST"])
@wijk_page(is_member)
def stop(request: SignedInRequest, wijk: Wijk, user_id: int) -> HttpResponse:
    """Stop with a function or with the team: oneself at any time, another by the board with a reason."""
    member = changeable(request, wijk, user_id)
    is_own = member.user.pk == request.user.pk
    form = StopForm(posted(request), member=member, is_own=is_own)
    if form.is_valid():
        what, reason = form.cleaned_data["what"], form.cleaned_data.get("reason", "")
        told = {"wijk": wijk, "user": member.user, "actor": request.user, "reason": reason}
        try:
            end_membership(**told) if what == ALL else lay_down(**told, code=what)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            sentence = _("Gestopt. Dank je wel voor alles wat je deed.") if is_own else _("Beëindigd.")
            return saved(request, sentence, "wijken:team" if is_own and what == ALL else "wijken:team_inside", wijk)
    board = board_of(wijk, timezone.localdate())
    context = {
        "wijk": wijk,
        "member": member,
        "is_own": is_own,
        "form": form,
        "is_last": [one.user.pk for one in board] == [member.user.pk],
        "has_office": any(doing.function in BOARD_FUNCTIONS for doing in member.doings),
        "along": what_goes_along(member.user, wijk),
        "breadcrumbs": room_breadcrumbs(wijk, request, _("Stoppen")),
    }
    return render(request, "wijken/stop.html", context)
