"""What the agenda adds to pages of other nouns."""

from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gemeente.lib.panels import Panel
from gemeente.lib.prepared import Asked, prepared
from gemeente.moderation.models import Hiding, Report
from gemeente.partners.models import Mandate
from gemeente.places.models import Wijk
from gemeente.questions.models import Question
from gemeente.questions.policies import can_grow_question
from gemeente.users.models import User
from wijken.agenda.enums import OPEN_STATES, PartyKind
from wijken.agenda.models import Opgave, Party, Promise, Signature
from wijken.agenda.parts import words_of_part
from wijken.agenda.policies import can_read_points
from wijken.agenda.waiting import waiting_for
from wijken.doors import room_door
from wijken.policies import is_board

OF_A_WIJK = 5
MOST = 20  # rows of one's own


@prepared
def top_of(wijk: Any) -> QuerySet[Opgave]:
    """The first of a wijk that people work on."""
    return Opgave.objects.public().in_wijk(wijk).open().in_order()[:OF_A_WIJK]


def agenda_of_wijk(request: HttpRequest, wijk: Wijk) -> dict[str, Any]:
    """What the wijk works on, with how far, and how many points wait for an answer."""
    rows = top_of(wijk.pk)
    for row in rows:
        row.wijk = wijk
    waiting = sum(row.is_waiting for row in rows)
    return {"wijk": wijk, "opgaven": rows, "waiting": waiting}


@prepared
def of_person(user: Any, mine: Any, same: Any, day: Any, last: Any) -> QuerySet[Opgave]:
    """The newest signals of somebody, and what waits for her signature (`waits`): first that, then the newest."""
    mandates = Mandate.objects.filter(user=mine, may_sign=True, starts_on__lte=day)
    held = mandates.filter(Q(ends_on=None) | Q(ends_on__gt=last)).values("organisation")
    parties = unsigned().filter(opgave=OuterRef("pk")).filter(Q(person=same) | Q(organisation__in=held))
    rows = Opgave.objects.annotate(waits=Exists(parties)).filter(Q(raised_by=user) | Q(waits=True))
    rows = rows.select_related("wijk").defer("wijk__boundary")
    return rows.order_by("-waits", "-created_at", "-pk")[:MOST]


def on_agendas(user: Any) -> tuple[QuerySet[Any], ...]:
    """Without one of these somebody raised nothing and has nothing to sign."""
    return (
        Opgave.objects.filter(raised_by=user),
        Party.objects.filter(person=user),
        Mandate.objects.filter(user=user, may_sign=True),
    )


def agenda_asks(request: HttpRequest, user: User) -> list[Asked]:
    """What `agenda_of_person` asks."""
    today = timezone.localdate()
    return [of_person.later(user.pk, user.pk, user.pk, today, today)]


def agenda_of_person(request: HttpRequest, user: User) -> dict[str, Any]:
    """Her signals and how far they are, and what waits for her signature: one query."""
    rows = agenda_asks(request, user)[0]()
    return {"opgaven": [row for row in rows if not row.waits], "waiting": [row for row in rows if row.waits]}


def reported_opgave(request: HttpRequest, about: Report | Hiding) -> dict[str, Any]:
    """What a moderator judges, as everybody reads it: the signal, or the words of one part."""
    if about.subject.kind != "opgave":
        return {"opgave": None}
    rows = Opgave.objects.filter(subject=about.subject).select_related("raised_by__profile", "wijk")
    return {"opgave": rows.first(), "words": words_of_part(about.part), "is_part": bool(about.part)}


def waits_for_wop(request: HttpRequest, wijk: Wijk) -> dict[str, Any]:
    """For the board: answers to counter-sign, texts to sign."""
    promises, parties = [asked() for asked in wop_asks(request, wijk)] or ([], [])
    for row in (*promises, *parties):
        row.opgave.wijk = wijk
    return {"promises": promises, "parties": parties, "wijk": wijk}


def wop_asks(request: HttpRequest, wijk: Wijk) -> list[Asked]:
    """What `waits_for_wop` asks."""
    return [answers_unsigned.later(wijk.pk), texts_unsigned.later(wijk.pk)] if is_board(request.user, wijk.pk) else []


@prepared
def answers_unsigned(wijk: Any) -> QuerySet[Promise]:
    """Answers that stand and were not counter-signed as they are now."""
    rows = Promise.objects.filter(opgave__wijk=wijk, opgave__subject__is_public=True, withdrawn_at=None)
    rows = rows.exclude(signed_version=F("version_count")).select_related("organisation", "opgave")
    return rows.order_by("pk")[:MOST]


@prepared
def texts_unsigned(wijk: Any) -> QuerySet[Party]:
    """Where the WOP is a party and did not sign the text of now."""
    return unsigned().filter(kind=PartyKind.WOP, opgave__wijk=wijk)[:MOST]


def unsigned() -> QuerySet[Party]:
    """Parties of whom a text waits."""
    signed = Signature.objects.filter(party=OuterRef("pk"), text__number=OuterRef("opgave__text_count"))
    rows = Party.objects.filter(dropped_at=None, opgave__text_count__gte=1, opgave__subject__is_public=True)
    rows = rows.filter(~Exists(signed), opgave__state__in=sorted(OPEN_STATES))
    return rows.select_related("organisation", "opgave__wijk").defer("opgave__wijk__boundary").order_by("pk")


def points_at_desk(request: HttpRequest, user: User) -> dict[str, Any]:
    """How many points wait for the gemeente, to who sees them."""
    if not can_read_points(user):
        return {"number": 0}
    return {"number": waiting_for(user).count()}


def signal_of_question(request: HttpRequest, question: Question) -> dict[str, Any]:
    """The signal that a question became; to its asker the way to make one."""
    grown = Opgave.objects.public().filter(from_question=question).select_related("wijk").defer("wijk__boundary")
    may_grow = can_grow_question(request.user, question) and question.published_at and question.wijk_id
    return {"opgave": grown.first(), "may_grow": may_grow, "question": question}


PANELS = (
    Panel(
        "wijk",
        "agenda",
        "agenda/panel_wijk.html",
        agenda_of_wijk,
        position=40,
        title=_("Waar wij aan werken"),
        asks=lambda _request, wijk: [top_of.later(wijk.pk)],
    ),
    Panel("room", "agenda", "agenda/panel_room.html", waits_for_wop, position=20, asks=wop_asks),
    room_door(
        "agenda",
        title=_("De agenda"),
        text=_("Signalen, opgaven en hun volgorde. Vat samen, laat tekenen en bied aan."),
        url_name="agenda:table",
        link_label=_("Naar de agenda"),
        position=15,
    ),
    Panel("mine", "agenda", "agenda/panel_mine.html", agenda_of_person, 30, rows=on_agendas, asks=agenda_asks),
    Panel("worklist", "agenda", "agenda/panel_worklist.html", points_at_desk),
    Panel("question", "agenda", "agenda/panel_question.html", signal_of_question, position=110),
    Panel("report", "opgave", "agenda/panel_report.html", reported_opgave),
)
