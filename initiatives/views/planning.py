"""The planning of an initiative: everybody reads what comes when; who holds the pen writes it and ticks it off."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gemeente.lib.errors import Refused, Stale
from gemeente.lib.forms import posted
from gemeente.lib.kept_pages import kept_page
from gemeente.moderation.models import Hiding
from gemeente.portal.doors import door
from gemeente.portal.enums import Matter
from gemeente.users.requests import SignedInRequest
from initiatives.actions.planning import (
    MOST_STEPS,
    add_step,
    change_step,
    choose_start,
    dismiss_card,
    drop_step,
    resume_reminders,
    shift_step,
    stop_reminders,
    take_blueprint,
    tick_step,
)
from initiatives.blueprints import offered_blueprints, taken_codes
from initiatives.coaching import cards_in_force, tip_of
from initiatives.enums import ParticipationKind
from initiatives.forms.planning import PlanStepForm, StartForm, TakeForm
from initiatives.models import Initiative, Participation, PlanStep, ReminderStop
from initiatives.parts import plan_part
from initiatives.policies import can_plan_initiative, can_read_who, can_stop_reminders
from initiatives.views.shortcuts import breadcrumbs, get_initiative_or_404


@require_safe
@kept_page
def planning(request: HttpRequest, slug: str) -> HttpResponse:
    """The steps, in order. Who does them is for those who take part; buttons are for who holds the pen."""
    initiative = get_initiative_or_404(request, slug)
    may_plan = can_plan_initiative(request.user, initiative)
    is_hidden = not may_plan and plan_part(initiative) in Hiding.objects.parts_of(initiative.subject_id)
    steps = [] if is_hidden else list(initiative.plan_steps.in_order())
    stops = ReminderStop.objects.filter(initiative=initiative, user=request.user.pk)
    gets_reminders = can_stop_reminders(request.user, initiative)
    context = {
        "initiative": initiative,
        "steps": steps,
        "shows_who": can_read_who(request.user, initiative) or joins_in(request, initiative),
        "gets_reminders": gets_reminders,
        "may_plan": may_plan,
        "is_hidden": is_hidden,
        "may_add": may_plan and len(steps) < MOST_STEPS,
        "most": MOST_STEPS,
        "has_stopped": gets_reminders and stops.exists(),
        "permit_door": door(Matter.PERMIT) if any(step.is_permit for step in steps) else None,
        "breadcrumbs": breadcrumbs(initiative, request, _("Planning")),
    }
    return render(request, "initiatives/planning.html", context)


def joins_in(request: HttpRequest, initiative: Initiative) -> bool:
    """Whether the reader takes part: a query only for who is signed in."""
    rows = Participation.objects.filter(initiative=initiative, user=request.user.pk, kind=ParticipationKind.JOIN)
    return request.user.is_authenticated and rows.exists()


# --- For who holds the pen --------------------------------------------------------------------------------------------
def plannable_or_403(request: SignedInRequest, slug: str) -> Initiative:
    """An initiative that the reader may plan. Raises Http404, PermissionDenied."""
    initiative = get_initiative_or_404(request, slug)
    if not can_plan_initiative(request.user, initiative):
        raise PermissionDenied
    return initiative


def step_or_404(initiative: Initiative, step_id: int) -> PlanStep:
    """One of its steps."""
    return get_object_or_404(initiative.plan_steps.select_related("initiative"), pk=step_id)


def saved(form: Any, action: Callable[..., object], **told: Any) -> bool:
    """Do what a form asks; what the action refuses stands above the form."""
    try:
        action(**told)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def on_page(request: HttpRequest, initiative: Initiative, template: str, title: str, **more: Any) -> HttpResponse:
    """A page under the planning."""
    crumbs = breadcrumbs(initiative, request, title)
    crumbs.insert(2, (_("Planning"), initiative.planning_url))
    return render(request, template, {"initiative": initiative, "breadcrumbs": crumbs, **more})


@require_http_methods(["GET", "POST"])
@login_required
def new_step(request: SignedInRequest, slug: str) -> HttpResponse:
    """Add a step of one's own."""
    initiative = plannable_or_403(request, slug)
    form = PlanStepForm(posted(request))
    if form.is_valid():
        told = form.told() | {"submission_key": form.cleaned_data["submission_key"]}
        if saved(form, add_step, initiative=initiative, actor=request.user, **told):
            messages.success(request, _("De stap staat in je planning."))
            return redirect("initiatives:planning", slug)
    return on_page(request, initiative, "initiatives/plan_step.html", _("Een stap erbij"), form=form, step=None)


@require_http_methods(["GET", "POST"])
@login_required
def edit_step(request: SignedInRequest, slug: str, step_id: int) -> HttpResponse:
    """Change a step, with who does it and when."""
    initiative = plannable_or_403(request, slug)
    step = step_or_404(initiative, step_id)
    form, standing = PlanStepForm(posted(request), initial=PlanStepForm.initial_of(step)), []
    if form.is_valid():
        try:
            change_step(step=step, actor=request.user, based_on=form.cleaned_data["based_on"], **form.told())
        except Stale as stale:
            form.add_error(None, str(stale))
            form.look_at(step)
            standing = form.texts_of(step)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Bewaard."))
            return redirect("initiatives:planning", slug)
    more = {"form": form, "step": step, "standing": standing}
    return on_page(request, initiative, "initiatives/plan_step.html", step.title, **more)


@require_http_methods(["GET", "POST"])
@login_required
def remove_step(request: SignedInRequest, slug: str, step_id: int) -> HttpResponse:
    """Take a step away."""
    initiative = plannable_or_403(request, slug)
    step = step_or_404(initiative, step_id)
    if request.method == "POST":
        drop_step(step=step, actor=request.user)
        messages.success(request, _("De stap is weg."))
        return redirect("initiatives:planning", slug)
    return on_page(request, initiative, "initiatives/drop_step.html", _("Stap weghalen"), step=step)


@require_POST
@login_required
def tick(request: SignedInRequest, slug: str, step_id: int) -> HttpResponse:
    """Tick a step off, or take the tick away."""
    step = step_or_404(plannable_or_403(request, slug), step_id)
    tick_step(step=step, actor=request.user, is_done=request.POST.get("choice") != "undo")
    return redirect(f"{step.initiative.planning_url}#stap-{step.pk}")


@require_POST
@login_required
def shift(request: SignedInRequest, slug: str, step_id: int) -> HttpResponse:
    """Move a step one place up or down."""
    step = step_or_404(plannable_or_403(request, slug), step_id)
    shift_step(step=step, actor=request.user, is_up=request.POST.get("choice") != "down")
    return redirect(f"{step.initiative.planning_url}#stap-{step.pk}")


@require_http_methods(["GET", "POST"])
@login_required
def start(request: SignedInRequest, slug: str) -> HttpResponse:
    """Say when it is; steps of a ready plan get their dates from it."""
    initiative = plannable_or_403(request, slug)
    form = StartForm(posted(request), initial={"starts_on": initiative.starts_on})
    if form.is_valid() and saved(form, choose_start, initiative=initiative, actor=request.user, **form.cleaned_data):
        messages.success(request, _("Bewaard. Kijk of de datums van je stappen kloppen."))
        return redirect("initiatives:planning", slug)
    return on_page(request, initiative, "initiatives/plan_start.html", _("Wanneer is het?"), form=form)


@require_http_methods(["GET", "POST"])
@login_required
def take(request: SignedInRequest, slug: str) -> HttpResponse:
    """Put the steps of a ready plan behind those there are."""
    initiative = plannable_or_403(request, slug)
    known = taken_codes(initiative)
    offered = [row for row in offered_blueprints() if row.code not in known]
    form = TakeForm(posted(request), blueprints=offered)
    if form.is_valid() and saved(
        form, take_blueprint, initiative=initiative, actor=request.user, blueprint=form.chosen
    ):
        messages.success(request, _("Het draaiboek staat in je planning. Pas de stappen aan zoals jij wilt."))
        return redirect("initiatives:planning", slug)
    more = {"form": form, "offered": offered}
    return on_page(request, initiative, "initiatives/take_blueprint.html", _("Draaiboek erbij"), **more)


@require_POST
@login_required
def reminders(request: SignedInRequest, slug: str) -> HttpResponse:
    """Stop the reminders of this initiative for oneself, or let them come again."""
    initiative = get_initiative_or_404(request, slug)
    if not can_stop_reminders(request.user, initiative):
        raise PermissionDenied
    if request.POST.get("choice") == "start":
        resume_reminders(initiative=initiative, actor=request.user)
        messages.success(request, _("Je krijgt weer een herinnering als een stap eraan komt."))
    else:
        stop_reminders(initiative=initiative, actor=request.user)
        messages.success(request, _("Je krijgt geen herinneringen meer voor dit initiatief."))
    return redirect("initiatives:planning", slug)


@require_http_methods(["GET", "POST"])
@login_required
def put_away(request: SignedInRequest, slug: str, code: str) -> HttpResponse:
    """Show a tip no more."""
    initiative = plannable_or_403(request, slug)
    card = next((card for card in cards_in_force() if card.code == code), None)
    if request.method == "POST":
        if card:
            dismiss_card(initiative=initiative, actor=request.user, code=code)
            messages.success(request, _("Deze tip zie je hier niet meer."))
        return redirect(initiative)
    tip = tip_of(card, initiative) if card else None
    return on_page(request, initiative, "initiatives/put_away.html", _("Tip"), tip=tip)
