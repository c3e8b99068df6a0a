"""Questions as people read them: the page of one, showing it to everybody, and the list of what is shown."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gemeente.cases.models import CaseFile
from gemeente.lib.errors import Refused
from gemeente.lib.forms import posted
from gemeente.lib.kept_pages import kept_page
from gemeente.lib.paging import paginate
from gemeente.lib.panels import render_panels
from gemeente.moderation.models import Hiding
from gemeente.places.maps import point_map
from gemeente.questions.actions import publish_question, unpublish_question
from gemeente.questions.forms import PublishForm
from gemeente.questions.models import Question
from gemeente.questions.policies import POLICIES, can_publish_question, can_unpublish_question
from gemeente.users.requests import SignedInRequest

MOST_LETTERS = 100  # of what somebody searches for


def get_question_or_404(request: HttpRequest, question_id: int) -> Question:
    """The one door to a question: absent and forbidden look alike."""
    return get_object_or_404(Question.objects.visible_to(request.user).with_case(), pk=question_id)


def breadcrumbs(question: Question, request: HttpRequest | None = None, title: str = "") -> list[tuple[str, str]]:
    """Where the page of a question stands, or a page under it."""
    shown = question.public_title if question.published_at else question.subject.title
    crumbs = [(_("Vragen"), reverse("questions:list")), (shown, question.get_absolute_url())]
    return [*crumbs, (title, request.path)] if request else crumbs


@require_safe
@kept_page
def question_list(request: HttpRequest) -> HttpResponse:
    """What people asked and show to everybody, newest first, by words if somebody searches."""
    words = request.GET.get("zoek", "").replace("\x00", "").strip()[:MOST_LETTERS]
    rows = Question.objects.public().for_rows().newest_first()
    page = paginate(rows.matching(words) if words else rows, request.GET)
    context = {"page": page, "words": words, "breadcrumbs": [(_("Vragen"), request.path)]}
    return render(request, "questions/list.html", context)


@require_safe
@kept_page
def question_page(request: HttpRequest, question_id: int) -> HttpResponseBase:
    """A question: all of it for its asker and who helps her, for others what she shows. A visitor may sign in first."""
    question = Question.objects.visible_to(request.user).with_case().filter(pk=question_id).first()
    if question is None and not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())  # whether or not there is one
    if question is None:
        question = get_question_or_404(request, question_id)
    may = {name: policy(request.user, question) for name, policy in POLICIES.items()}
    context = {
        "question": question,
        "may": may,
        "panels": render_panels("question", request, question),
        "breadcrumbs": breadcrumbs(question),
    }
    if not may["read"]:
        return render(request, "questions/public.html", context)
    return render(request, "questions/question.html", context | private_context(question))


def private_context(question: Question) -> dict[str, Any]:
    """Where it stands at the gemeente, and the exact place."""
    case = CaseFile.objects.with_people().get(pk=question.case_id)
    return {
        "case": case,
        "last_change": case.changes.order_by("-pk").first(),
        "hidings": Hiding.objects.active().filter(subject=question.subject) if question.subject.hidden_at else [],
        "point_map": point_map(question.point, is_exact=True) if question.point else None,
    }


@require_http_methods(["GET", "POST"])
@login_required
def publish(request: SignedInRequest, question_id: int) -> HttpResponse:
    """The asker writes what everybody may read, and shows it."""
    question = get_question_or_404(request, question_id)
    if not can_publish_question(request.user, question):
        raise PermissionDenied
    form = PublishForm(posted(request), initial=PublishForm.initial_of(question), question=question)
    if form.is_valid():
        title, text = form.cleaned_data["public_title"], form.cleaned_data["public_text"]
        try:
            publish_question(question=question, actor=request.user, title=title, text=text)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Iedereen kan dit nu lezen. Weghalen kan altijd."))
            return redirect(question)
    context = {"question": question, "form": form, "breadcrumbs": breadcrumbs(question, request, _("Laten zien"))}
    return render(request, "questions/publish.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def unpublish(request: SignedInRequest, question_id: int) -> HttpResponse:
    """The asker takes it off again."""
    question = get_question_or_404(request, question_id)
    if not can_unpublish_question(request.user, question):
        raise PermissionDenied
    if request.method == "POST":
        unpublish_question(question=question, actor=request.user)
        messages.success(request, _("Weggehaald. Alleen jij en je contactpersoon lezen dit nog."))
        return redirect(question)
    context = {"question": question, "breadcrumbs": breadcrumbs(question, request, _("Weghalen"))}
    return render(request, "questions/unpublish.html", context)
