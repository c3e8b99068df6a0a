"""Writing an initiative in short steps, as a visitor in her session or as its owner."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gemeente.lib.errors import Refused, Stale
from gemeente.lib.forms import posted
from gemeente.places.pins import pointed
from gemeente.questions.models import Question
from gemeente.questions.policies import can_grow_question
from gemeente.users.requests import SignedInRequest
from initiatives.actions.photos import set_photo
from initiatives.actions.planning import take_blueprint
from initiatives.actions.writing import start_initiative
from initiatives.asking import asked_of
from initiatives.blueprints import asked_blueprint, hint_at, offered_blueprint, start_of
from initiatives.drafts import (
    answer_of,
    draft_of,
    first_open,
    forget_draft,
    forms_of_draft,
    keep_answer,
    keep_blueprint,
    kept_blueprint,
)
from initiatives.forms import PhotoForm, WhereForm
from initiatives.models import Initiative
from initiatives.policies import can_publish_initiative, can_revise_initiative, is_concept, is_owner
from initiatives.views.answering import revise_answers
from initiatives.views.shortcuts import breadcrumbs, get_initiative_or_404
from initiatives.writing_steps import BY_SLUG, STEPS, TOTAL, WOP, Step, first_missing, step_after


# --- Before there is an initiative ------------------------------------------------------------------------------------
@require_http_methods(["GET", "POST"])
def new_initiative(request: HttpRequest, slug: str = STEPS[0].slug) -> HttpResponse:
    """Ask for one part. A visitor's answers wait in her session; who is signed in has a concept after the first."""
    step = step_or_404(slug)
    if request.user.is_authenticated and STEPS[0] in forms_of_draft(request):
        return redirect("initiatives:keep")
    if earlier := first_open(request, before=step):
        return redirect("initiatives:new") if earlier == STEPS[0] else redirect("initiatives:new_step", earlier.slug)
    form = step.form(posted(request), initial=answer_of(request, step) or start_from(request, step))
    if step == STEPS[0]:
        hint_at(form, asked_blueprint(request))
    if not is_answered(request, form):
        return render_step(request, step, shown_again(request, form))
    if request.user.is_authenticated:
        return begin(request, step, form)
    keep_answer(request, step, form)
    if step == STEPS[0] and (blueprint := asked_blueprint(request)):
        keep_blueprint(request, blueprint.code)
    following = step_after(step)
    if following:
        return redirect("initiatives:new_step", following.slug)
    messages.info(request, _("Je tekst is bewaard. Vul je e-mailadres in, dan gaan we zo verder."))
    return redirect_to_login(reverse("initiatives:keep"), reverse("account_signup"))


def step_or_404(slug: str) -> Step:
    """A part by its place in the address."""
    if slug not in BY_SLUG:
        raise Http404(slug)
    return BY_SLUG[slug]


def start_from(request: HttpRequest, step: Step) -> dict[str, Any]:
    """What an empty form begins with: the wijk whose page the visitor came from, or the words of a question of hers."""
    wijk = request.GET.get("wijk") or (draft_of(request) or {}).get(STEPS[0].name, {}).get("wijk", "")
    start = {"wijk": wijk} if "wijk" in step.form.base_fields else {}
    question = question_of(request) if step == STEPS[0] else None
    return start | (words_of(question) if question else start_of(asked_blueprint(request)) if step == STEPS[0] else {})


def question_of(request: HttpRequest) -> Question | None:
    """The question of hers that `?vraag=` names, as long as no initiative came of it; anything else is nothing."""
    asked = request.GET.get("vraag", "")
    if not (request.user.is_authenticated and asked.isascii() and asked.isdigit() and len(asked) < 10):
        return None
    mine = Question.objects.asked_by(request.user).filter(pk=int(asked), initiative=None)
    question = mine.select_related("wijk").first()
    return question if question and can_grow_question(request.user, question) else None


def words_of(question: Question) -> dict[str, str]:
    """What a form begins with when it grows out of a question: her words, as far as they fit."""
    summary = Truncator(question.public_text or question.text).chars(400)
    return {
        "title": question.public_title,
        "summary": summary,
        "wijk": question.wijk.slug if question.wijk else "",
    }


def is_answered(request: HttpRequest, form: forms.Form) -> bool:
    """Whether a form was filled in well, and sent to go on rather than to point at the map."""
    return form.is_valid() and not pointed(request.POST)


def shown_again(request: HttpRequest, form: forms.Form) -> forms.Form:
    """The form with its faults, or after pointing at the map without them: that was no answer yet."""
    if isinstance(form, WhereForm) and pointed(request.POST) and not form.has_error("pin"):
        return WhereForm(initial=form.pointed_at())
    return form


def begin(request: HttpRequest, step: Step, form: forms.Form) -> HttpResponse:
    """Make the concept of who is signed in, after the first part."""
    assert request.user.is_authenticated
    blueprint, told = asked_blueprint(request), form.cleaned_data
    try:
        with transaction.atomic():
            initiative = start_initiative(
                actor=request.user, question=question_of(request), scene=blueprint.scene if blueprint else "", **told
            )
            if blueprint:
                take_blueprint(initiative=initiative, actor=request.user, blueprint=blueprint)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return render_step(request, step, form)
    forget_draft(request)
    return redirect("initiatives:revise", initiative.slug, STEPS[1].slug)


def render_step(
    request: HttpRequest,
    step: Step,
    form: forms.Form,
    initiative: Initiative | None = None,
    *,
    is_overtaken: bool = False,
) -> HttpResponse:
    """One part on a page: as a step of a new initiative, or of one that is online as a part to change.

    Who was overtaken by another text reads that one beside her own, and may then save what it must become.
    """
    is_new = initiative is None or is_concept(initiative)
    crumbs = breadcrumbs(initiative) if initiative else [(_("Initiatieven"), reverse("initiatives:list"))]
    number = STEPS.index(step) + 1
    now = step.seen(initiative) if initiative else ""
    context = {
        "step": step,
        "based_on": now if is_overtaken else request.POST.get("based_on", now),
        "standing": step.texts(initiative) if initiative and is_overtaken else [],
        "form": form,
        "initiative": initiative,
        "blueprint": asked_blueprint(request) if initiative is None and number == 1 else None,
        "is_new": is_new,
        "number": number,
        "total": TOTAL,
        "back_url": back_url(step, initiative) if is_new else "",
        "parts": [] if is_new or initiative is None else parts_of(initiative, step.slug),
        "breadcrumbs": [*crumbs, (str(step.title), request.path)],
    }
    return render(request, "initiatives/step.html", context)


def back_url(step: Step, initiative: Initiative | None) -> str:
    """The question before; none before the first."""
    number = STEPS.index(step)
    if number == 0:
        return ""
    before = STEPS[number - 1].slug
    if initiative:
        return reverse("initiatives:revise", args=[initiative.slug, before])
    return reverse("initiatives:new_step", args=[before])


def parts_of(initiative: Initiative, current: str) -> list[dict[str, Any]]:
    """The parts of an initiative that is online, as tabs. How to reach the owner is not one of them: it is her own."""
    shown = [step for step in STEPS if step.name != "contact"] + ([WOP] if asked_of(initiative) else [])
    pairs = [(str(step.title), step.slug) for step in shown] + [(_("Foto"), "foto")]
    return [
        {
            "label": label,
            "url": reverse("initiatives:revise", args=[initiative.slug, slug]),
            "is_current": slug == current,
        }
        for label, slug in pairs
    ]


@require_http_methods(["GET", "POST"])
@login_required
def keep(request: SignedInRequest) -> HttpResponse:
    """The draft of a visitor who has signed in: here it becomes a concept of hers, with all the answers so far."""
    answered = forms_of_draft(request)
    if STEPS[0] not in answered:
        return redirect("initiatives:new")
    if request.method == "POST":
        with transaction.atomic():
            blueprint, told = offered_blueprint(kept_blueprint(request)), answered[STEPS[0]].cleaned_data
            scene = blueprint.scene if blueprint else ""
            initiative = start_initiative(actor=request.user, scene=scene, **told)
            if blueprint:
                take_blueprint(initiative=initiative, actor=request.user, blueprint=blueprint)
            for step, form in answered.items():
                if step != STEPS[0]:
                    step.write(initiative, request.user, form.cleaned_data)
        forget_draft(request)
        made = Initiative.objects.select_related("owner__profile").get(pk=initiative.pk)
        missing = first_missing(made)
        if missing is None and request.POST.get("photo") == "no":
            return redirect("initiatives:publish", initiative.slug)
        part = missing.slug if missing else WOP.slug if asked_of(made) else "foto"
        return redirect("initiatives:revise", initiative.slug, part)
    context = {
        "idea": answered[STEPS[0]].cleaned_data,
        "is_whole": len(answered) == len(STEPS),
        "breadcrumbs": [(_("Initiatieven"), reverse("initiatives:list")), (_("Je tekst staat er nog"), request.path)],
    }
    return render(request, "initiatives/keep.html", context)


# --- Its owner --------------------------------------------------------------------------------------------------------
@require_http_methods(["GET", "POST"])
@login_required
def revise(request: SignedInRequest, slug: str, part: str) -> HttpResponse:
    """The owner writes one part; each is saved by itself."""
    initiative = get_initiative_or_404(request, slug)
    if not can_revise_initiative(request.user, initiative):
        raise PermissionDenied
    if part == "foto":
        return revise_photo(request, initiative)
    if part == WOP.slug:
        return revise_answers(request, initiative, parts_of(initiative, part))
    step = step_or_404(part)
    if step.name == "contact" and not is_owner(request.user, initiative):  # how to reach her is her own
        raise PermissionDenied
    form = step.form(posted(request), initial=step.read(initiative))
    if not is_answered(request, form):
        return render_step(request, step, shown_again(request, form), initiative)
    based_on = {"based_on": request.POST.get("based_on", "")} if step.columns else {}
    try:
        step.write(initiative, request.user, form.cleaned_data | based_on)
    except Stale as stale:
        form.add_error(None, str(stale))
        return render_step(request, step, form, get_initiative_or_404(request, slug), is_overtaken=True)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return render_step(request, step, form, initiative)
    return after_part(request, initiative, step)


def after_part(request: SignedInRequest, initiative: Initiative, step: Step) -> HttpResponse:
    """On to the next part of a concept; back to what is online."""
    if not is_concept(initiative):
        messages.success(request, _("Bewaard."))
        return redirect(initiative)
    if step.name == "place" and asked_of(get_initiative_or_404(request, initiative.slug)):
        return redirect("initiatives:revise", initiative.slug, WOP.slug)
    following = step_after(step)
    if following and following.name == "contact" and not is_owner(request.user, initiative):
        following = None
    return redirect("initiatives:revise", initiative.slug, following.slug if following else "foto")


def revise_photo(request: SignedInRequest, initiative: Initiative) -> HttpResponse:
    """The owner shows a photo instead of the drawing, or the drawing again."""
    form = PhotoForm(posted(request), request.FILES or None)
    is_new = is_concept(initiative)
    if form.is_valid():
        told = form.cleaned_data
        set_photo(
            initiative=initiative,
            actor=request.user,
            photo=told["photo"],
            description=told["photo_description"],
        )
        messages.success(request, _("Je foto staat erbij."))
        may_publish = can_publish_initiative(request.user, initiative)
        return redirect("initiatives:publish", initiative.slug) if may_publish else redirect(initiative)
    context = {
        "form": form,
        "initiative": initiative,
        "is_new": is_new,
        "may_publish": can_publish_initiative(request.user, initiative),
        "number": TOTAL - 1,
        "total": TOTAL,
        "back_url": reverse("initiatives:revise", args=[initiative.slug, STEPS[-1].slug]),
        "parts": [] if is_new else parts_of(initiative, "foto"),
        "breadcrumbs": breadcrumbs(initiative, request, _("Foto")),
    }
    return render(request, "initiatives/photo.html", context)
