"""Pages of initiatives: the list, the page of one, and the owner's steps."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gemeente.accounts.actions import choose_alias
from gemeente.activity.models import Entry, Follow
from gemeente.lib.errors import Refused, Stale
from gemeente.lib.forms import posted
from gemeente.lib.paging import paginate
from gemeente.users.requests import SignedInRequest
from initiatives.actions import move_initiative, publish_initiative, revise_initiative, start_initiative
from initiatives.cards import cards_of
from initiatives.enums import ROAD, Stage
from initiatives.filters import InitiativeFilter
from initiatives.forms import InitiativeForm, PublicNameForm, StepForm, initial_of
from initiatives.models import Initiative
from initiatives.policies import POLICIES, can_publish_initiative, can_revise_initiative, is_owner
from initiatives.verbs import INITIATIVE_MOVED
from initiatives.workflow import available

DRAFT = "initiative_draft"  # what a visitor typed before she signed in; her own session keeps it, as text only


def get_initiative_or_404(request: HttpRequest, slug: str) -> Initiative:
    """The one door to an initiative: absent and forbidden look alike."""
    rows = Initiative.objects.visible_to(request.user).select_related("owner__profile", "wijk", "theme", "subject")
    return get_object_or_404(rows.defer("wijk__boundary"), slug=slug)


@require_safe
def initiative_list(request: HttpRequest) -> HttpResponse:
    """Everything residents undertake, newest first, filtered by the URL."""
    filters = InitiativeFilter(request.GET, Initiative.objects.public().for_cards().newest_first())
    page = paginate(filters.qs, request.GET)
    is_filtered = any(request.GET.get(name) for name in filters.filters)
    context = {
        "filters": filters,
        "page": page,
        "cards": cards_of(page.rows),
        "is_filtered": is_filtered,
        "breadcrumbs": [(_("Initiatieven"), request.path)],
    }
    return render(request, "initiatives/initiative_list.html", context)


@require_safe
def initiative_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """What it is, where it stands, and what the reader can do."""
    initiative = get_initiative_or_404(request, slug)
    user = request.user
    context = {
        "initiative": initiative,
        "road": steps_of(initiative),
        "timeline": timeline_of(initiative),
        "may": {name: policy(user, initiative) for name, policy in POLICIES.items()},
        "is_owner": is_owner(user, initiative),
        "is_following": user.is_authenticated and Follow.objects.filter(user=user, subject=initiative.subject).exists(),
        "breadcrumbs": breadcrumbs(initiative),
    }
    return render(request, "initiatives/initiative_detail.html", context)


@require_http_methods(["GET", "POST"])
def new_initiative(request: HttpRequest) -> HttpResponse:
    """Begin a concept. A visitor's text waits in her session while she signs in or up."""
    if request.method == "GET":
        form = InitiativeForm(initial=request.session.get(DRAFT) or start_from(request))
        return render_form(request, form)
    form = InitiativeForm(request.POST)
    if not form.is_valid():
        return render_form(request, form)
    if not request.user.is_authenticated:
        request.session[DRAFT] = form.typed()
        messages.info(request, _("Je tekst is bewaard. Vul je e-mailadres in, dan gaan we zo verder."))
        return redirect_to_login(reverse("initiatives:new"), reverse("account_signup"))
    try:
        initiative = start_initiative(actor=request.user, **form.cleaned_data)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return render_form(request, form)
    request.session.pop(DRAFT, None)
    return redirect("initiatives:publish", slug=initiative.slug)


def start_from(request: HttpRequest) -> dict[str, Any]:
    """What the form begins with: the wijk whose page the visitor came from."""
    return {"wijk": request.GET.get("wijk", "")}


def render_form(request: HttpRequest, form: InitiativeForm, initiative: Initiative | None = None) -> HttpResponse:
    """The form, new or of an initiative that exists."""
    crumbs = breadcrumbs(initiative) if initiative else [(_("Initiatieven"), reverse("initiatives:list"))]
    title = _("Tekst aanpassen") if initiative else _("Nieuw initiatief")
    has_draft = not initiative and request.method == "GET" and bool(request.session.get(DRAFT))
    context = {
        "form": form,
        "initiative": initiative,
        "has_draft": has_draft,
        "breadcrumbs": [*crumbs, (title, request.path)],
    }
    return render(request, "initiatives/initiative_form.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def revise(request: SignedInRequest, slug: str) -> HttpResponse:
    """The owner changes the text."""
    initiative = get_initiative_or_404(request, slug)
    if not can_revise_initiative(request.user, initiative):
        raise PermissionDenied
    form = InitiativeForm(posted(request), initial=initial_of(initiative))
    if not form.is_valid():
        return render_form(request, form, initiative)
    texts = {name: value for name, value in form.cleaned_data.items() if name != "submission_key"}
    initiative = revise_initiative(initiative=initiative, actor=request.user, **texts)
    messages.success(request, _("Je tekst is bewaard."))
    return redirect(initiative)


@require_http_methods(["GET", "POST"])
@login_required
def publish(request: SignedInRequest, slug: str) -> HttpResponse:
    """The owner checks how it looks and puts it online."""
    initiative = get_initiative_or_404(request, slug)
    if not is_owner(request.user, initiative):
        raise PermissionDenied
    if not can_publish_initiative(request.user, initiative):
        return redirect(initiative)
    profile = initiative.owner.profile
    form = PublicNameForm(posted(request), initial={"alias": profile.alias or initiative.owner.first_name})
    if form.is_valid():
        with transaction.atomic():
            if form.has_changed():
                choose_alias(user=initiative.owner, alias=form.cleaned_data["alias"])
            publish_initiative(initiative=initiative, actor=request.user)
        messages.success(request, _("Je initiatief staat online. De gemeente heeft bericht gekregen."))
        return redirect(initiative)
    crumbs = [*breadcrumbs(initiative), (_("Nakijken"), request.path)]
    context = {"initiative": initiative, "form": form, "breadcrumbs": crumbs}
    return render(request, "initiatives/initiative_publish.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def move(request: SignedInRequest, slug: str) -> HttpResponse:
    """The owner takes the next step."""
    initiative = get_initiative_or_404(request, slug)
    transitions = available(initiative, request.user)
    if not transitions:
        raise PermissionDenied
    form = StepForm(posted(request), transitions=transitions)
    if form.is_valid():
        try:
            move_initiative(
                initiative=initiative,
                actor=request.user,
                transition=form.cleaned_data["transition"],
                outcome=form.cleaned_data["outcome"],
            )
        except Stale as stale:
            messages.warning(request, str(stale))
        else:
            messages.success(request, _("Bewaard. Wie dit volgt, krijgt bericht."))
        return redirect(initiative)
    crumbs = [*breadcrumbs(initiative), (_("Volgende stap"), request.path)]
    context = {"form": form, "initiative": initiative, "breadcrumbs": crumbs}
    return render(request, "initiatives/initiative_move.html", context)


def breadcrumbs(initiative: Initiative) -> list[tuple[str, str]]:
    """Where the page of an initiative stands."""
    return [(_("Initiatieven"), reverse("initiatives:list")), (initiative.title, initiative.get_absolute_url())]


def steps_of(initiative: Initiative) -> list[dict[str, Any]]:
    """The road as a row of steps, the last of them done when it is realised; none for what stopped."""
    if initiative.stage not in ROAD:
        return []
    here = ROAD.index(Stage(initiative.stage))
    now = "done" if initiative.stage == Stage.REALISED else "current"
    states = ["done"] * here + [now] + ["todo"] * (len(ROAD) - here - 1)
    return [{"label": stage.label, "state": state} for stage, state in zip(ROAD, states, strict=True)]


def timeline_of(initiative: Initiative) -> list[dict[str, Any]]:
    """What happened, newest first, in words for everybody: who, by the name she chose, did what and when."""
    if initiative.subject is None:
        return []
    entries = Entry.objects.about([initiative.subject]).public().newest_first().select_related("actor__profile")
    return [
        {
            "text": sentence_of(entry),
            "moment": entry.created_at.isoformat(timespec="seconds"),
            "when": date_format(localtime(entry.created_at)),
        }
        for entry in entries[:20]
    ]


def sentence_of(entry: Entry) -> str:
    """One entry as a sentence; a step says where it led."""
    name = entry.actor.profile.public_name if entry.actor else _("Het portaal")
    sentence = f"{name} {entry.sentence}"
    return f"{sentence}: {Stage(entry.changes['stage'][1]).label}" if entry.verb == INITIATIVE_MOVED.name else sentence
