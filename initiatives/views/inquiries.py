"""What neighbours ask the owners, and what the owners answer, for everybody to read."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import Count, F, Q, Window
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gemeente.accounts.age import must_tell_age
from gemeente.lib.errors import Refused, Stale
from gemeente.lib.forms import posted
from gemeente.lib.kept_pages import kept_page
from gemeente.lib.paging import paginate
from gemeente.moderation.links import block_link
from gemeente.moderation.models import Hiding
from gemeente.moderation.parts import ids_of
from gemeente.users.requests import SignedInRequest
from initiatives.actions.inquiries import answer_inquiry, ask_owner, seen_answer, withdraw_inquiry
from initiatives.forms.inquiries import InquiryAnswerForm, InquiryForm
from initiatives.models import Initiative, Inquiry
from initiatives.parts import answer_part, question_part
from initiatives.policies import POLICIES, can_answer_inquiry, can_ask_owner, can_withdraw_inquiry, holds_pen, is_owner
from initiatives.querysets import InquiryQuerySet
from initiatives.views.shortcuts import breadcrumbs, get_initiative_or_404

if TYPE_CHECKING:
    from gemeente.users.models import User

LATEST = 3  # answers on the page of the initiative


@dataclass(frozen=True)
class Asked:
    """One question as a reader sees it: who asked, who answered (in whose name), and what only they still see."""

    inquiry: Inquiry
    name: str
    answer_name: str
    owner_name: str
    is_hidden: bool
    is_answer_hidden: bool
    shows_answer: bool
    may_answer: bool
    may_withdraw: bool


@dataclass(frozen=True)
class Talk:
    """What stands on the page of the initiative: the latest answers, and how many questions there are and wait."""

    latest: list[Asked]
    total: int
    waiting: int


@kept_page
@require_safe
def inquiries(request: HttpRequest, slug: str) -> HttpResponse:
    """Everything neighbours asked, newest first, with the answer or since when it waits."""
    initiative = get_initiative_or_404(request, slug)
    if initiative.subject_id is None:
        return redirect(initiative)
    hidden = Hiding.objects.parts_of(initiative.subject_id)
    rows = readable(initiative, hidden, request.user).with_people().newest_first()
    page = paginate(rows, request.GET)
    own = Hiding.objects.active().filter(subject=initiative.subject_id, writer_id=request.user.pk or 0)
    context = {
        "initiative": initiative,
        "page": page,
        "items": [asked_as(row, initiative, hidden, request.user) for row in page.rows],
        "hidings": own.select_related("subject") if hidden and request.user.is_authenticated else [],
        "may": {name: POLICIES[name](request.user, initiative) for name in ("ask", "answer_inquiry")},
        "holds_pen": holds_pen(request.user, initiative),
        "breadcrumbs": breadcrumbs(initiative, request, _("Vragen en antwoorden")),
    }
    return render(request, "initiatives/inquiries.html", context)


def readable(initiative: Initiative, hidden: frozenset[str], user: "User | Any") -> InquiryQuerySet:
    """The questions a reader sees: what is hidden is there for who asked it and for the owners alone."""
    rows = initiative.inquiries.all()
    asks = ids_of(hidden, "ask")
    return rows if not asks or holds_pen(user, initiative) else rows.exclude(Q(pk__in=asks) & ~Q(asker=user.pk or 0))


def asked_as(inquiry: Inquiry, initiative: Initiative, hidden: frozenset[str], user: "User | Any") -> Asked:
    """One question for one reader. A neighbour who left is a neighbour."""
    has_pen, is_answer_hidden = holds_pen(user, initiative), answer_part(inquiry) in hidden
    return Asked(
        inquiry,
        initiative.name_of(inquiry.asker) if inquiry.asker.is_active else _("een buur"),
        initiative.name_of(inquiry.answered_by) if inquiry.answered_by else "",
        initiative.name_of(inquiry.in_name_of) if inquiry.in_name_of else "",
        question_part(inquiry) in hidden,
        is_answer_hidden,
        inquiry.is_answered and (has_pen or not is_answer_hidden),
        can_answer_inquiry(user, initiative),
        can_withdraw_inquiry(user, inquiry),
    )


def talk_of(initiative: Initiative, hidden: frozenset[str], user: "User | Any") -> Talk:
    """What the page of the initiative shows of it: one query, none where nobody asked anything."""
    if not initiative.inquiry_count:
        return Talk([], 0, 0)
    rows = readable(initiative, hidden, user).with_people()
    numbers = {
        "total": Window(Count("pk")),
        "waiting": Window(Count("pk", filter=Q(answered_at=None))),
    }
    found = list(rows.annotate(**numbers).order_by(F("answered_at").desc(nulls_last=True), "-pk")[:LATEST])
    items = [asked_as(row, initiative, hidden, user) for row in found]
    latest = [item for item in items if item.shows_answer]
    counted: Any = found[0] if found else None
    return Talk(latest, counted.total, counted.waiting) if counted else Talk([], 0, 0)


@require_http_methods(["GET", "POST"])
@login_required
def ask(request: SignedInRequest, slug: str) -> HttpResponse:
    """A neighbour asks the owners something."""
    initiative = get_initiative_or_404(request, slug)
    if not can_ask_owner(request.user, initiative):
        raise PermissionDenied
    if must_tell_age(request.user):
        return redirect(f"{reverse('age:age')}?{urlencode({'next': request.path})}")
    form = InquiryForm(posted(request))
    if form.is_valid():
        try:
            made = ask_owner(initiative=initiative, actor=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Je vraag staat erbij. Is er antwoord? Dan krijg je bericht."))
            return to_inquiry(made)
    crumbs = breadcrumbs(initiative, request, _("Stel een vraag"))
    return render(request, "initiatives/ask.html", {"form": form, "initiative": initiative, "breadcrumbs": crumbs})


@require_http_methods(["GET", "POST"])
@login_required
def answer(request: SignedInRequest, slug: str, inquiry_id: int) -> HttpResponse:
    """An owner answers, or changes her answer; overtaken by somebody else she reads what stands there now."""
    initiative = get_initiative_or_404(request, slug)
    if not can_answer_inquiry(request.user, initiative):
        raise PermissionDenied
    inquiry = get_inquiry_or_404(initiative, inquiry_id)
    initial = {"answer": inquiry.answer, "based_on": seen_answer(inquiry)}
    form = InquiryAnswerForm(posted(request), initial=initial)
    standing = ""
    if form.is_valid():
        try:
            answer_inquiry(inquiry=inquiry, actor=request.user, **form.cleaned_data)
        except Stale as stale:
            form.add_error(None, str(stale))
            standing = (inquiry := get_inquiry_or_404(initiative, inquiry_id)).answer
            form.data = changed(request, based_on=seen_answer(inquiry))  # from now on she has seen it
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Je antwoord staat erbij."))
            return to_inquiry(inquiry)
    context = {
        "form": form,
        "initiative": initiative,
        "inquiry": inquiry,
        "standing_text": standing,
        "block_url": block_link(owner=request.user, person=inquiry.asker) if is_owner(request.user, initiative) else "",
        "breadcrumbs": breadcrumbs(initiative, request, _("Antwoord")),
    }
    return render(request, "initiatives/answer.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def withdraw(request: SignedInRequest, slug: str, inquiry_id: int) -> HttpResponse:
    """Who asked takes her question away."""
    initiative = get_initiative_or_404(request, slug)
    inquiry = get_inquiry_or_404(initiative, inquiry_id)
    if not can_withdraw_inquiry(request.user, inquiry):
        raise PermissionDenied
    if request.method == "POST":
        withdraw_inquiry(inquiry=inquiry, actor=request.user)
        messages.success(request, _("Je vraag is weg."))
        return redirect("initiatives:inquiries", initiative.slug)
    crumbs = breadcrumbs(initiative, request, _("Vraag weghalen"))
    context = {"initiative": initiative, "inquiry": inquiry, "breadcrumbs": crumbs}
    return render(request, "initiatives/withdraw_inquiry.html", context)


def changed(request: HttpRequest, **values: str) -> QueryDict:
    """What was posted, with some of it replaced: for a form that comes back."""
    data = request.POST.copy()
    for name, value in values.items():
        data[name] = value
    return data


def get_inquiry_or_404(initiative: Initiative, inquiry_id: int) -> Inquiry:
    """One question of an initiative, with the names around it."""
    return get_object_or_404(initiative.inquiries.all().with_people(), pk=inquiry_id)


def to_inquiry(inquiry: Inquiry) -> HttpResponse:
    """Back to the page, at this question."""
    return redirect(f"{reverse('initiatives:inquiries', args=[inquiry.initiative.slug])}#{inquiry.anchor}")
