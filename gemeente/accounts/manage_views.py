"""The desk of managers: where they begin, and people with their roles."""

import datetime as dt
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gemeente.accounts.actions import assign_role, end_role, invite_person
from gemeente.accounts.actions.invitations import send_invitation_again, withdraw_invitation
from gemeente.accounts.actions.roles import work_left
from gemeente.accounts.decorators import desk_page
from gemeente.accounts.enums import INVITATION_DAYS
from gemeente.accounts.filters import PeopleFilter
from gemeente.accounts.manage_forms import DayForm, EndRoleForm, InviteForm, RoleForm
from gemeente.accounts.models import Invitation, RoleAssignment
from gemeente.accounts.people import (
    RIGHTS_HEADER,
    assignments_visible_to,
    has_ended,
    invitation_row,
    invitations_visible_to,
    name_of,
    people_visible_to,
    person_row,
    rights_cells,
    rights_on,
    rights_row,
    role_names,
    role_row,
    with_roles,
    words_of,
)
from gemeente.accounts.policies import (
    can_assign_role,
    can_end_role,
    can_invite_person,
    can_read_people,
    can_use_admin,
)
from gemeente.accounts.second_factor import has_device
from gemeente.lib.csv_files import csv_response
from gemeente.lib.errors import Refused
from gemeente.lib.forms import posted
from gemeente.lib.paging import paginate
from gemeente.lib.panels import render_panels
from gemeente.lib.readiness import run_checks
from gemeente.users.models import User
from gemeente.users.requests import SignedInRequest

CRUMBS = [("Beheer", "/beheer/")]
PEOPLE_CRUMBS = [*CRUMBS, ("Mensen", "/beheer/mensen/")]
PAGE_SIZE = 50


@require_safe
@desk_page(can_use_admin)
def start(request: SignedInRequest) -> HttpResponse:
    """Where a manager begins: what must still be arranged, and a door to each part."""
    checks = run_checks()
    missing = [check for check, is_done in checks if not is_done]
    context = {
        "tiles": render_panels("manage", request, request.user),
        "missing": missing,
        "done": [check for check, is_done in checks if is_done],
        "breadcrumbs": CRUMBS,
    }
    return render(request, "manage/start.html", context)


def get_person_or_404(request: HttpRequest, person_id: int) -> User:
    """The one door to a person: a resident without a role and a number that is nobody look alike."""
    return get_object_or_404(people_visible_to(request.user), pk=person_id)


def get_invitation_or_404(request: HttpRequest, invitation_id: int) -> Invitation:
    """The one door to an invitation."""
    return get_object_or_404(invitations_visible_to(request.user), pk=invitation_id)


def tabs(current: str) -> list[dict[str, Any]]:
    """The parts of the pages about people."""
    parts = [("manage:people", "Mensen"), ("manage:invitations", "Uitnodigingen"), ("manage:rights", "Rechten")]
    return [{"label": label, "url": reverse(name), "is_current": name == current} for name, label in parts]


# --- People -----------------------------------------------------------------------------------------------------------
@require_safe
@desk_page(can_read_people)
def people(request: SignedInRequest) -> HttpResponse:
    """Who holds or held a role."""
    filters = PeopleFilter(request.GET, queryset=people_visible_to(request.user))
    page = paginate(with_roles(filters.qs), request.GET, size=PAGE_SIZE)
    names = role_names()
    context = {
        "page": page,
        "rows": [person_row(person, names) for person in page.rows],
        "filters": filters,
        "is_filtered": any(request.GET.get(name) for name in ("zoek", "rol", "wijk")),
        "tabs": tabs("manage:people"),
        "breadcrumbs": PEOPLE_CRUMBS,
    }
    return render(request, "manage/people.html", context)


@require_safe
@desk_page(can_read_people)
def person(request: SignedInRequest, person_id: int) -> HttpResponse:
    """The roles of somebody, now and before."""
    somebody = get_person_or_404(request, person_id)
    names = role_names()
    rows = assignments_visible_to(request.user).filter(user=somebody).order_by("-starts_on", "-pk")
    roles = [role_row(row, names) for row in rows]
    context = {
        "person": somebody,
        "name": name_of(somebody),
        "now": [row for row in roles if not row["has_ended"]],
        "before": [row for row in roles if row["has_ended"]],
        "has_device": has_device(somebody),
        "may_assign": can_assign_role(request.user) and somebody.is_active and somebody != request.user,
        "breadcrumbs": [*PEOPLE_CRUMBS, (name_of(somebody), request.path)],
    }
    return render(request, "manage/person.html", context)


@require_http_methods(["GET", "POST"])
@desk_page(can_assign_role)
def give_role(request: SignedInRequest, person_id: int) -> HttpResponse:
    """Give somebody another role."""
    somebody = get_person_or_404(request, person_id)
    form = RoleForm(posted(request), actor=request.user, person=somebody)
    if form.is_valid():
        try:
            assign_role(user=somebody, actor=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"{name_of(somebody)} heeft de rol en krijgt bericht.")
            return redirect("manage:person", somebody.pk)
    crumbs = [*PEOPLE_CRUMBS, (name_of(somebody), person_url(somebody)), ("Geef een rol", request.path)]
    context = {"form": form, "name": name_of(somebody), "back_url": person_url(somebody), "breadcrumbs": crumbs}
    return render(request, "manage/give_role.html", context)


def person_url(somebody: User) -> str:
    """Where the page of somebody is."""
    return reverse("manage:person", args=[somebody.pk])


@require_http_methods(["GET", "POST"])
@desk_page(can_end_role)
def stop_role(request: SignedInRequest, assignment_id: int) -> HttpResponse:
    """Let a role end on a day; what its holder would leave behind is handed over first."""
    assignment = get_object_or_404(assignments_visible_to(request.user), pk=assignment_id)
    if has_ended(assignment):
        return redirect(person_url(assignment.user))
    form = EndRoleForm(posted(request))
    if form.is_valid():
        try:
            end_role(assignment=assignment, actor=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Vastgelegd. {name_of(assignment.user)} krijgt bericht.")
            return redirect(person_url(assignment.user))
    return render(request, "manage/stop_role.html", stop_context(request, assignment) | {"form": form})


def stop_context(request: SignedInRequest, assignment: RoleAssignment) -> dict[str, Any]:
    """What the page says of a role that is about to stop."""
    name, back_url = name_of(assignment.user), person_url(assignment.user)
    return {
        "name": name,
        "role": words_of(assignment, role_names()),
        "left": work_left(assignment),
        "back_url": back_url,
        "breadcrumbs": [*PEOPLE_CRUMBS, (name, back_url), ("Stop een rol", request.path)],
    }


# --- Invitations ------------------------------------------------------------------------------------------------------
@require_http_methods(["GET", "POST"])
@desk_page(can_invite_person)
def invite(request: SignedInRequest) -> HttpResponse:
    """Give a role to who has an account, else mail an invitation."""
    form = InviteForm(posted(request), actor=request.user)
    if form.is_valid():
        try:
            return welcome(request, form)
        except Refused as refusal:
            form.add_error(None, str(refusal))
    crumbs = [*PEOPLE_CRUMBS, ("Nodig iemand uit", request.path)]
    return render(request, "manage/invite.html", {"form": form, "days": INVITATION_DAYS, "breadcrumbs": crumbs})


def welcome(request: SignedInRequest, form: InviteForm) -> HttpResponse:
    """Do what the form of an invitation asks. Raises Refused."""
    told = dict(form.cleaned_data)
    email, name = told.pop("email"), told.pop("name")
    if form.person:
        assign_role(user=form.person, actor=request.user, **told)
        messages.success(request, f"{name_of(form.person)} had al een account, heeft nu de rol en krijgt bericht.")
        return redirect(person_url(form.person))
    invite_person(email=email, name=name, actor=request.user, **told)
    messages.success(request, f"De uitnodiging is op weg naar {email}.")
    return redirect("manage:invitations")


@require_safe
@desk_page(can_invite_person)
def invitations(request: SignedInRequest) -> HttpResponse:
    """Who was invited, and what she said."""
    page = paginate(invitations_visible_to(request.user), request.GET, size=PAGE_SIZE)
    names = role_names()
    context = {
        "page": page,
        "rows": [invitation_row(row, names) for row in page.rows],
        "tabs": tabs("manage:invitations"),
        "breadcrumbs": [*PEOPLE_CRUMBS, ("Uitnodigingen", request.path)],
    }
    return render(request, "manage/invitations.html", context)


@require_POST
@desk_page(can_invite_person)
def invite_again(request: SignedInRequest, invitation_id: int) -> HttpResponse:
    """Mail a fresh link."""
    invitation = get_invitation_or_404(request, invitation_id)
    try:
        send_invitation_again(invitation=invitation, actor=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"De uitnodiging is opnieuw op weg naar {invitation.email}.")
    return redirect("manage:invitations")


@require_POST
@desk_page(can_invite_person)
def withdraw(request: SignedInRequest, invitation_id: int) -> HttpResponse:
    """Take an invitation back."""
    try:
        withdraw_invitation(invitation=get_invitation_or_404(request, invitation_id), actor=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Ingetrokken. Het e-mailadres is gewist.")
    return redirect("manage:invitations")


# --- Rights -----------------------------------------------------------------------------------------------------------
@require_safe
@desk_page(can_read_people)
def rights(request: SignedInRequest) -> HttpResponse:
    """Every role in force on a day, for the yearly review."""
    day = day_asked(request)
    page = paginate(rights_on(day, request.user), request.GET, size=PAGE_SIZE)
    names = role_names()
    context = {
        "form": DayForm({"dag": day}),
        "day": day,
        "page": page,
        "rows": [rights_row(row, names) for row in page.rows],
        "csv_url": f"{reverse('manage:rights_csv')}?dag={day.isoformat()}",
        "tabs": tabs("manage:rights"),
        "breadcrumbs": [*PEOPLE_CRUMBS, ("Rechten", request.path)],
    }
    return render(request, "manage/rights.html", context)


@require_safe
@desk_page(can_read_people)
def rights_csv(request: SignedInRequest) -> HttpResponse:
    """The same as a file, whole."""
    day, names = day_asked(request), role_names()
    rows = (rights_cells(row, names) for row in rights_on(day, request.user))
    return csv_response(f"rechten-{day.isoformat()}.csv", RIGHTS_HEADER, rows)


def day_asked(request: HttpRequest) -> dt.date:
    """The day in the address; today for none and for what is no day."""
    form = DayForm(request.GET)
    return (form.cleaned_data["dag"] if form.is_valid() else None) or timezone.localdate()
