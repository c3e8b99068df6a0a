"""The team of a WOP: for everybody, and inside for its own people."""

from typing import Any

from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gemeente.accounts.enums import Role
from gemeente.accounts.models import RoleAssignment
from gemeente.accounts.roles import role_label
from gemeente.lib.forms import posted
from gemeente.lib.kept_pages import kept_page
from gemeente.lib.paging import paginate
from gemeente.places.models import Wijk
from gemeente.users.requests import SignedInRequest
from wijken.actions.team import show_own_name
from wijken.enums import Function
from wijken.forms.team import NameForm
from wijken.models import Attendee, JoinRequest, Membership, Wop
from wijken.policies import can_see_team, can_show_own_name, is_board, is_member
from wijken.team import board_of, find_member, groups_in, in_team, member_of, vacancies_of, with_doings
from wijken.views.shortcuts import breadcrumbs, get_wijk_or_404, room_breadcrumbs, saved, wijk_page

PAGE_SIZE = 50
COME_FOR_WORK = (Role.GEBIEDSREGISSEUR, Role.BUURTCOACH)
MOST_WAITING = 50


@require_safe
@kept_page
def team(request: HttpRequest, slug: str) -> HttpResponse:
    """Who runs the WOP, by name where they agreed, how many take part, what it still seeks, and who else comes."""
    wijk, today = get_wijk_or_404(slug), timezone.localdate()
    board = board_of(wijk, today)
    context = {
        "wijk": wijk,
        "wop": Wop.objects.filter(wijk=wijk).select_related("subject").first(),
        "board": board,
        **sought(board),
        "number": in_team(wijk.pk, today).count(),
        "groups": groups_in(wijk, today),
        **come_along(wijk),
        "is_member": is_member(request.user, wijk.pk),
        "breadcrumbs": breadcrumbs(wijk, request, _("Team van het WOP")),
    }
    return render(request, "wijken/team.html", context)


def sought(board: list[Any]) -> dict[str, Any]:
    """What a WOP still seeks: loudly a chair, more quietly the other offices."""
    vacancies = vacancies_of(board)
    return {
        "seeks_chair": Function.CHAIR in vacancies,
        "seeks": [one.label.lower() for one in vacancies if one != Function.CHAIR],
    }


def come_along(wijk: Wijk) -> dict[str, Any]:
    """Who else comes to a WOP: by their role at the portal, and whom the board wrote down."""
    held = RoleAssignment.objects.filter(wijk=wijk, role__in=COME_FOR_WORK).on(timezone.localdate())
    rows = held.filter(user__is_active=True).select_related("user__profile").order_by("role", "pk")
    attendees = Attendee.objects.on(timezone.localdate()).filter(wijk=wijk).order_by("label", "pk")
    return {
        "professionals": [{"label": role_label(row.role), "name": row.user.profile.work_name} for row in rows],
        "attendees": list(attendees),
    }


@require_safe
@wijk_page(can_see_team)
def team_inside(request: SignedInRequest, wijk: Wijk) -> HttpResponse:
    """Everybody in the team; the board sees here who asks to join, and has a door to each act."""
    today = timezone.localdate()
    board = board_of(wijk, today)
    runs = is_board(request.user, wijk.pk)
    held = RoleAssignment.objects.filter(user=OuterRef("pk"), wijk=wijk, role=Role.WOP_BOARD).on(today)
    others = with_doings(in_team(wijk.pk, today).exclude(Exists(held)), wijk.pk, today)
    page = paginate(others.order_by("name", "pk"), request.GET, PAGE_SIZE)
    context = {
        "wijk": wijk,
        "runs": runs,
        "board": board,
        "others": [member_of(user) for user in page.rows],
        "page": page,
        **sought(board),
        "waiting": waiting_in(wijk) if runs else [],
        **come_along(wijk),
        "breadcrumbs": room_breadcrumbs(wijk, request, _("Team")),
    }
    return render(request, "wijken/team_inside.html", context)


def waiting_in(wijk: Wijk) -> list[JoinRequest]:
    """Who asks to join and has no answer, longest first."""
    rows = JoinRequest.objects.open().in_wijk(wijk).select_related("user__profile")
    return list(rows.order_by("created_at", "pk")[:MOST_WAITING])


@require_safe
@wijk_page(can_see_team)
def team_history(request: SignedInRequest, wijk: Wijk) -> HttpResponse:
    """Who did what in earlier days."""
    rows = Membership.objects.in_wijk(wijk).over(timezone.localdate()).select_related("user__profile")
    context = {
        "wijk": wijk,
        "page": paginate(rows, request.GET, PAGE_SIZE),
        "breadcrumbs": room_breadcrumbs(wijk, request, _("Wie het eerder deed")),
    }
    return render(request, "wijken/team_history.html", context)


@require_http_methods(["GET", "POST"])
@wijk_page(can_show_own_name)
def own_name(request: SignedInRequest, wijk: Wijk) -> HttpResponse:
    """Choose whether others read one's name beside what one does."""
    me = find_member(wijk, request.user.pk, timezone.localdate())
    form = NameForm(posted(request), initial={"shows_name": bool(me and me.shows_name)})
    if form.is_valid():
        shows = form.cleaned_data["shows_name"]
        show_own_name(wijk=wijk, actor=request.user, shows_name=shows)
        sentence = _("Je naam is nu te zien.") if shows else _("Je naam is nu niet te zien.")
        return saved(request, sentence, "wijken:team_inside", wijk)
    context = {"wijk": wijk, "me": me, "form": form, "breadcrumbs": room_breadcrumbs(wijk, request, _("Je naam"))}
    return render(request, "wijken/own_name.html", context)
