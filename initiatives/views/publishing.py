"""The last look before an initiative goes online, and the receipt after it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gemeente.accounts.actions import choose_alias, state_age
from gemeente.accounts.age import lacks_consent
from gemeente.accounts.enums import AgeGroup
from gemeente.cases.notices import face_of
from gemeente.lib.errors import Refused
from gemeente.lib.forms import posted
from gemeente.portal.enums import RuleName
from gemeente.portal.rules import rule
from gemeente.users.models import User
from gemeente.users.requests import SignedInRequest
from initiatives.actions.publishing import publish_initiative
from initiatives.asking import asked_of
from initiatives.forms import FirstTimeForm, PublicNameForm, RulesForm
from initiatives.models import Initiative
from initiatives.policies import can_publish_initiative, is_concept, is_owner
from initiatives.views.shortcuts import breadcrumbs, get_initiative_or_404
from initiatives.writing_steps import TOTAL, first_missing


@require_http_methods(["GET", "POST"])
@login_required
def publish(request: SignedInRequest, slug: str) -> HttpResponse:
    """The owner checks how it looks and puts it online."""
    initiative = get_initiative_or_404(request, slug)
    if not is_owner(request.user, initiative):
        raise PermissionDenied
    if not can_publish_initiative(request.user, initiative):
        return redirect("initiatives:receipt", initiative.slug)
    ask_guardian_url = f"{reverse('age:age')}?{urlencode({'next': request.path})}"
    if lacks_consent(initiative.owner):
        return redirect(ask_guardian_url)
    if missing := first_missing(initiative):
        messages.info(request, _("Hier ontbreekt nog iets. Vul het in, dan kun je het online zetten."))
        return redirect("initiatives:revise", initiative.slug, missing.slug)
    form = last_questions(request)
    if form.is_valid():
        try:
            is_online = answer_and_publish(initiative, request.user, form)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("initiatives:receipt", initiative.slug) if is_online else redirect(ask_guardian_url)
    crumbs = breadcrumbs(initiative, request, _("Nakijken"))
    told = [{"label": one.question.label, "text": one.answer or "-"} for one in asked_of(initiative)]
    context = {"initiative": initiative, "form": form, "told_wop": told, "number": TOTAL, "total": TOTAL}
    context["breadcrumbs"] = crumbs
    return render(request, "initiatives/publish.html", context)


def last_questions(request: SignedInRequest) -> RulesForm:
    """What an owner answers before it goes online: the house rules, her name there, and once how old she is."""
    profile = request.user.profile
    if profile.is_young:  # who has one name in public: a young resident
        return RulesForm(posted(request))
    initial = {"alias": profile.alias or request.user.first_name}
    if profile.age_group:
        return PublicNameForm(posted(request), initial=initial)
    return FirstTimeForm(posted(request), initial=initial, own_age=rule(RuleName.OWN_AGE))


@transaction.atomic
def answer_and_publish(initiative: Initiative, owner: User, form: RulesForm) -> bool:
    """Keep what the owner answered and put it online; False where somebody else says yes first, as she is young."""
    told = form.cleaned_data
    if group := told.get("age_group"):
        state_age(person=owner, age_group=AgeGroup(group), actor=owner)
        if group == AgeGroup.YOUNG:
            return False
    if "alias" in form.changed_data:
        choose_alias(user=owner, alias=told["alias"])
    publish_initiative(initiative=initiative, actor=owner)
    return True


@require_safe
@login_required
def receipt(request: SignedInRequest, slug: str) -> HttpResponse:
    """The owner's receipt: number, who looks first, and before which day she hears from the gemeente."""
    initiative = get_initiative_or_404(request, slug)
    if not is_owner(request.user, initiative):
        raise PermissionDenied
    if is_concept(initiative):
        return redirect("initiatives:publish", initiative.slug)
    case = initiative.case
    assert case is not None
    context = {
        "initiative": initiative,
        "case": case,
        "face": face_of(case),
        "breadcrumbs": breadcrumbs(initiative, request, _("Ontvangen")),
    }
    return render(request, "initiatives/receipt.html", context)
