"""What questions add to pages of other nouns."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gemeente.accounts.models import Claim
from gemeente.cases.enums import CaseKind
from gemeente.cases.models import CaseFile
from gemeente.cases.policies import can_read_contact
from gemeente.lib.panels import Panel
from gemeente.lib.prepared import Person, prepared
from gemeente.moderation.models import Hiding, Report
from gemeente.places.maps import point_map
from gemeente.places.models import Wijk
from gemeente.questions.models import Question
from gemeente.questions.policies import can_read_words
from gemeente.users.models import User

MOST = 50  # rows of one's own
OF_A_WIJK = 5


def questions_of_person(request: HttpRequest, user: User) -> dict[str, Any]:
    """What somebody asked, newest first, with where it stands and the next date."""
    return {"items": [{"question": row, "now": now_of(row.case)} for row in asked_by(user.pk)]}


@prepared
def asked_by(user: Any) -> QuerySet[Question]:
    """The newest questions of somebody with their cases."""
    rows = Question.objects.asked_by(Person(user)).select_related("case__contact__profile")
    return rows.order_by("-created_at", "-pk")[:MOST]


def now_of(case: CaseFile) -> str:
    """The next date, in a sentence: a promise is kept before its day, an appointment on it."""
    if not case.is_open or case.due_on is None:
        return ""
    words = {"day": date_format(case.due_on)}
    if case.days_late:
        return _("We zijn te laat: je had al van ons moeten horen. Bel ons gerust.")
    if case.due_on == case.promised_on:
        return _("Je hoort uiterlijk op %(day)s van ons.") % words
    return _("Jullie volgende contact is op %(day)s.") % words


def question_of_case(request: HttpRequest, case: CaseFile) -> dict[str, Any]:
    """What the resident asked, beside her case; her words and the place for the people of the case only.

    As long as nobody has it, who may take it up reads the words too: without them nobody could choose.
    """
    if case.kind != CaseKind.QUESTION:
        return {"question": None}
    question = Question.objects.select_related("wijk").filter(case=case).first()
    if question is None:
        return {"question": None}
    is_of_case = can_read_contact(request.user, case)
    point = question.point if is_of_case else None
    waiting = Claim.objects.filter(person=question.asker_id, answered_at=None) if is_of_case else Claim.objects.none()
    return {
        "question": question,
        "may_read": can_read_words(request.user, case),
        "point_map": point_map(point, is_exact=True) if point else None,
        "unconfirmed": waiting.values_list("email", flat=True).first(),
    }


def questions_of_wijk(request: HttpRequest, wijk: Wijk) -> dict[str, Any]:
    """What people of a wijk asked and show to everybody."""
    return {"wijk": wijk, "questions": newest_in(wijk.pk)}


@prepared
def newest_in(wijk: Any) -> QuerySet[Question]:
    """The first of its list."""
    return Question.objects.public().in_wijk(wijk).for_rows().newest_first()[:OF_A_WIJK]


def questions_to_claim(request: HttpRequest, person: User) -> dict[str, Any]:
    """What somebody on paper asked, behind the link in her mail."""
    return {"questions": list(Question.objects.asked_by(person).select_related("wijk").order_by("pk"))}


def reported_question(request: HttpRequest, about: Report | Hiding) -> dict[str, Any]:
    """What a moderator judges, as everybody reads it."""
    rows = Question.objects.filter(subject=about.subject, published_at__isnull=False)
    return {"question": rows.select_related("asker__profile", "wijk", "subject").first()}


PANELS = (
    Panel(
        "mine",
        "questions",
        "questions/panel_mine.html",
        questions_of_person,
        position=15,
        asks=lambda _request, user: [asked_by.later(user.pk)],
    ),
    Panel("case", "question", "questions/panel_case.html", question_of_case),
    Panel(
        "wijk",
        "questions",
        "questions/panel_wijk.html",
        questions_of_wijk,
        position=200,
        title=gettext_lazy("Waar mensen mee zitten"),
        asks=lambda _request, wijk: [newest_in.later(wijk.pk)],
    ),
    Panel("claim", "questions", "questions/panel_claim.html", questions_to_claim),
    Panel("report", "question", "questions/panel_report.html", reported_question),
)
