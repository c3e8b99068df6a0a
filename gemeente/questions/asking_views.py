"""Asking a question, or to be called; with or without an account, on one page."""

from collections.abc import Callable
from typing import Any

from allauth.core import ratelimit
from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from gemeente.accounts.actions import choose_contact
from gemeente.accounts.enums import ContactWay, DayPart
from gemeente.activity.models import Receipt
from gemeente.cases.models import CaseFile
from gemeente.cases.notices import face_of
from gemeente.lib.errors import Refused
from gemeente.lib.forms import posted
from gemeente.places.pins import pointed
from gemeente.questions.actions import ask_on_paper, ask_question
from gemeente.questions.enums import QuestionKind
from gemeente.questions.forms import REACH, CallMeForm, QuestionForm
from gemeente.questions.models import Question
from gemeente.users.models import User

RECEIVED = "question_received"  # in the session: which question, and when it came in
SHOWN_FOR = 30 * 60  # seconds that its receipt can be opened again: the next reader may sit at the same computer
CRUMB = (_("Vragen"), "questions:list")

TakeIn = Callable[[HttpRequest, dict[str, Any]], Question]


@require_http_methods(["GET", "POST"])
def new_question(request: HttpRequest) -> HttpResponse:
    """Ask what is the matter, where, and how to reach the asker."""
    form = QuestionForm(posted(request), user=request.user, initial=start_from(request))
    is_pointed = pointed(request.POST)
    if form.is_valid() and not is_pointed and (answer := receive(request, form, take_in_question)):
        return answer
    if is_pointed and not form.has_error("pin"):
        form = QuestionForm(initial=form.pointed_at(), user=request.user)
    return render(request, "questions/new.html", {"form": form, "breadcrumbs": crumbs(request, _("Ik zit ergens mee"))})


@require_http_methods(["GET", "POST"])
def call_me(request: HttpRequest) -> HttpResponse:
    """Leave a name and a number: somebody calls."""
    form = CallMeForm(posted(request), user=request.user, initial=start_from(request))
    if form.is_valid() and (answer := receive(request, form, take_in_callback)):
        return answer
    return render(request, "questions/call_me.html", {"form": form, "breadcrumbs": crumbs(request, _("Bel mij"))})


def crumbs(request: HttpRequest, title: Any) -> list[tuple[str, str]]:
    """Where a page of asking stands."""
    return [(str(CRUMB[0]), reverse(CRUMB[1])), (str(title), request.path)]


def start_from(request: HttpRequest) -> dict[str, Any]:
    """What an empty form begins with: the wijk one came from, else her own; and how she said to be reached."""
    wijk = request.GET.get("wijk", "")
    if not request.user.is_authenticated:
        return {"wijk": wijk, "contact_way": ContactWay.PHONE, "day_part": DayPart.ANY}
    profile = request.user.profile
    told = {name: getattr(profile, name) for name in REACH}
    return (
        told
        | {"day_part": profile.day_part or DayPart.ANY}
        | {"wijk": wijk or (profile.wijk.slug if profile.wijk else "")}
    )


def receive(request: HttpRequest, form: forms.Form, take_in: TakeIn) -> HttpResponse | None:
    """Take in what was asked and go to its receipt; None, with the reason on the form, when that is refused."""
    told = form.cleaned_data
    key = str(request.user.pk) if request.user.is_authenticated else (told.get("email") or told.get("phone") or "")
    if not ratelimit.consume(request, action="ask_question", key=(key or told["visit_address"]).lower()):
        form.add_error(None, gettext("Dit gaat te snel achter elkaar. Wacht even en probeer het dan opnieuw."))
        return None
    try:
        question = take_in(request, told)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return None
    request.session[RECEIVED] = [question.pk, int(timezone.now().timestamp())]
    return redirect("questions:received")


def take_in_question(request: HttpRequest, told: dict[str, Any]) -> Question:
    """The question of a visitor or of somebody who signed in."""
    asked = {name: told[name] for name in ("text", "wijk", "place_text", "submission_key")}
    asked |= {"kind": QuestionKind(told["kind"]), "point": told["pin"]}
    reach = {name: told[name] for name in REACH if name in told}
    return take_in(request, asked, reach, told)


def take_in_callback(request: HttpRequest, told: dict[str, Any]) -> Question:
    """A call back: from now on she wants to be called, whatever she said before."""
    asked = {name: told[name] for name in ("text", "wijk", "submission_key")} | {"kind": QuestionKind.CALLBACK}
    reach = {"contact_way": ContactWay.PHONE, "phone": told["phone"], "day_part": told["day_part"]}
    return take_in(request, asked, reach, told)


@transaction.atomic
def take_in(request: HttpRequest, asked: dict[str, Any], reach: dict[str, str], told: dict[str, Any]) -> Question:
    """Let who signed in ask in her own name; a visitor gets a person on paper, whatever address she typed."""
    if not request.user.is_authenticated:
        email = told.get("email", "")
        return ask_on_paper(name=told["name"], email=email, reach=reach, language=get_language() or "nl", **asked)
    if reach:
        change_reach(request.user, reach)
    return ask_question(asker=request.user, **asked)


def change_reach(user: User, reach: dict[str, str]) -> None:
    """Keep how somebody with an account wants to be reached, beside what she did not say now."""
    profile = user.profile
    fields = ("contact_way", "day_part", "phone", "visit_address")
    choose_contact(user=user, **{name: reach.get(name, getattr(profile, name)) for name in fields})


@never_cache
@require_safe
def received(request: HttpRequest) -> HttpResponse:
    """The receipt of what this browser just sent: number, who looks first, and before which day she hears."""
    pk, came_in = request.session.get(RECEIVED, (0, 0))
    is_fresh = timezone.now().timestamp() - came_in < SHOWN_FOR
    question = Question.objects.with_case().filter(pk=pk).first() if is_fresh else None
    if question is None:
        return redirect("questions:new")
    case = CaseFile.objects.with_people().get(pk=question.case_id)
    context = {
        "question": question,
        "case": case,
        "face": face_of(case),
        "way": question.asker.profile.contact_way,
        "receipt": Receipt.objects.filter(subject=question.subject_id).order_by("pk").first(),
        "is_mine": request.user.pk == question.asker_id,
        "breadcrumbs": crumbs(request, _("Ontvangen")),
    }
    return render(request, "questions/received.html", context)
