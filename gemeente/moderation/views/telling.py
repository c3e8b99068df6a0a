"""Anybody reports something, or tells what worries her; with or without an account."""

from typing import Any

from allauth.core import ratelimit
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gemeente.activity.models import Receipt, Subject
from gemeente.cases.models import CaseFile
from gemeente.lib.errors import Refused
from gemeente.lib.forms import posted
from gemeente.moderation.actions.reporting import report_part
from gemeente.moderation.actions.worrying import tell_worry
from gemeente.moderation.forms import WHOLE_CHOICE, ReportForm, WorryForm
from gemeente.moderation.models import Hiding
from gemeente.moderation.parts import Part, parts_of
from gemeente.moderation.policies import can_worry
from gemeente.users.models import User

MOST = 30  # parts to choose from: what stands on a page, and some more


def get_subject_or_404(subject_id: int) -> Subject:
    """The one door to what can be reported: what anybody may read."""
    return get_object_or_404(Subject.objects.public().defer("search", "search_text"), pk=subject_id)


@require_http_methods(["GET", "POST"])
def report(request: HttpRequest, subject_id: int) -> HttpResponse:
    """Say of a text or photo that it should not be there; `?deel=` chooses the part."""
    subject = get_subject_or_404(subject_id)
    asked = request.GET.get("deel", "")
    parts = visible_parts(subject, asked)
    initial = {"part": asked if asked in {part.code for part in parts} else WHOLE_CHOICE}
    form = ReportForm(posted(request), initial=initial, parts=parts, is_visitor=not request.user.is_authenticated)
    if form.is_valid():
        try:
            count(request, "report")
            made = report_part(subject=subject, actor=actor_of(request), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return received(request, subject, made.receipt, made.email)
    return render(request, "moderation/report_form.html", page_of(subject, request, _("Melden")) | {"form": form})


def visible_parts(subject: Subject, asked: str) -> list[Part]:
    """The parts that anybody can see, the one that the link named for certain; not what is hidden already."""
    hidden = Hiding.objects.parts_of(subject.pk)
    seen = [part for part in parts_of(subject) if part.code not in hidden]
    return [part for place, part in enumerate(seen) if place < MOST or part.code == asked]


@require_http_methods(["GET", "POST"])
def worry(request: HttpRequest, subject_id: int) -> HttpResponse:
    """Tell the owner and the contact person what worries you, and nobody else."""
    subject = get_subject_or_404(subject_id)
    case = CaseFile.objects.filter(subject=subject).with_people().order_by("pk").first()
    if case is None:
        raise Http404(subject_id)
    if not can_worry(request.user, case):
        raise PermissionDenied
    form = WorryForm(posted(request), is_visitor=not request.user.is_authenticated)
    if form.is_valid():
        try:
            count(request, "worry")
            made = tell_worry(case=case, actor=actor_of(request), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return received(request, subject, made.receipt, made.email)
    title = _("Ik maak me zorgen")
    return render(request, "moderation/worry_form.html", page_of(subject, request, title) | {"form": form})


def actor_of(request: HttpRequest) -> User | None:
    """Who is signed in; None for a visitor."""
    return request.user if request.user.is_authenticated else None


def count(request: HttpRequest, action: str) -> None:
    """Count one more message from this address on the web. Raises Refused when there are too many at once."""
    if not ratelimit.consume(request, action=action):
        raise Refused(_("Dit gaat te snel achter elkaar. Wacht even en probeer het dan opnieuw."))


def received(request: HttpRequest, subject: Subject, receipt: Receipt, email: str) -> HttpResponse:
    """The receipt on the page: its number, and where the copy is."""
    more = {"receipt": receipt, "email": email}
    return render(request, "moderation/received.html", page_of(subject, request, _("Aangekomen")) | more)


def page_of(subject: Subject, request: HttpRequest, title: str) -> dict[str, Any]:
    """What each of these pages shows of the subject, and where it stands."""
    crumbs = [(subject.title, subject.get_absolute_url()), (title, request.path)]
    return {"subject": subject, "breadcrumbs": crumbs}
