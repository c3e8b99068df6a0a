"""A plan that the gemeente lays before a wijk: laying it, documents, more time, deciding and cancelling."""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from gemeente.accounts.policies import can_be_contact
from gemeente.activity.actions import record
from gemeente.activity.models import Subject
from gemeente.lib.documents import CleanDocument
from gemeente.lib.errors import Refused
from gemeente.places.geography import Place
from gemeente.places.models import Wijk
from gemeente.portal.enums import RuleName
from gemeente.portal.rules import rule
from gemeente.users.models import User
from wijken.advice import verbs
from wijken.advice.actions.asking import wait_for
from wijken.advice.enums import AdviceState, PlanKind, PlanState
from wijken.advice.models import Advice, PlanDocument, Voornemen
from wijken.advice.notices import (
    PLAN_CANCELLED,
    PLAN_DECIDED,
    PLAN_LAID,
    PLAN_TERM_OVER,
    PLAN_TO_YOU,
    tell_planner,
    tell_who_reacted,
    tell_wops_of_plan,
)
from wijken.advice.policies import can_hand_over_voornemen, can_lay_voornemen, can_work_on_voornemen

MOST_DAYS = 365


def locked_plan(voornemen: Voornemen) -> Voornemen:
    """The plan as it is now, and nobody else's until this transaction ends."""
    Voornemen.objects.select_for_update().only("pk").get(pk=voornemen.pk)
    return Voornemen.objects.whole().get(pk=voornemen.pk)


def plan_of(voornemen: Voornemen, actor: User) -> Voornemen:
    """The same, for who works on it. Raises Refused for anybody else, and once it is decided or cancelled."""
    voornemen = locked_plan(voornemen)
    if not can_work_on_voornemen(actor, voornemen):
        raise Refused(_("Dit plan is van een collega, of het is al klaar."))
    return voornemen


@transaction.atomic
def lay_voornemen(
    *,
    actor: User,
    wijken: Iterable[Wijk],
    kind: PlanKind,
    react_until: dt.date,
    point: Place | None = None,
    submission_key: uuid.UUID | None = None,
    **words: str,
) -> Voornemen:
    """Lay a plan before one or more wijken; their WOPs hear it.

    `words`: title, text, fixed, undecided, decides and place_text. The same form posted twice makes one. Raises Refused
    for who has no contact with residents, without a wijk, and for a term shorter than the rule (REACT_DAYS) or longer
    than a year.
    """
    key = wait_for(submission_key)
    if not can_lay_voornemen(actor):
        raise Refused(_("Alleen wie bij de gemeente contact heeft met inwoners, legt een plan voor."))
    if same := Voornemen.objects.filter(submission_key=key).first():
        return same
    places = sorted(wijken, key=lambda wijk: wijk.slug)
    if not places:
        raise Refused(_("Kies een wijk."))
    refuse_term(react_until)
    subject = subject_for(words, places, point, key)
    told = {name: value.strip() for name, value in words.items()}
    made = Voornemen.objects.create(
        subject=subject,
        kind=kind,
        react_until=react_until,
        responsible=actor,
        longitude=subject.longitude,
        latitude=subject.latitude,
        submission_key=key,
        **told,
    )
    made.wijken.set(places)
    with translation.override("nl"):
        subject.path = reverse("voornemens:plan", args=[places[0].slug, made.pk])
    subject.save(update_fields=["path"])
    changes = {"kind": (None, kind), "react_until": (None, react_until)}
    tell_wops_of_plan(record(actor=actor, verb=verbs.PLAN_LAID, subject=subject, changes=changes), made, PLAN_LAID)
    return made


def subject_for(words: Mapping[str, str], wijken: list[Wijk], point: Place | None, key: uuid.UUID) -> Subject:
    """By what people find a plan; of a wijk where it is for one alone. Its path follows when its row has a number."""
    return Subject.objects.create(
        kind="voornemen",
        title=words["title"].strip(),
        path=f"/voornemens/{key}/",
        wijk=wijken[0] if len(wijken) == 1 else None,
        is_public=True,
        longitude=point.longitude if point else None,
        latitude=point.latitude if point else None,
        search_text="\n".join(words[name] for name in ("text", "fixed", "undecided")),
    )


def refuse_term(day: dt.date) -> None:
    """Refuse a last day that leaves people too little time, or is far away. Raises Refused."""
    days = rule(RuleName.REACT_DAYS)
    today = timezone.localdate()
    if day < today + dt.timedelta(days=days):
        raise Refused(_("Geef iedereen minstens %(days)d dagen om te reageren.") % {"days": days})
    if day > today + dt.timedelta(days=MOST_DAYS):
        raise Refused(_("Kies een dag binnen een jaar."))


@transaction.atomic
def add_plan_document(*, voornemen: Voornemen, actor: User, document: CleanDocument, title: str) -> PlanDocument:
    """Put a checked PDF with it. Raises Refused for who does not work on it, and where there is no room."""
    voornemen = plan_of(voornemen, actor)
    if voornemen.documents.count() >= rule(RuleName.DOCUMENTS):
        raise Refused(_("Er is geen plek meer voor documenten."))
    made = PlanDocument(voornemen=voornemen, title=title, name=document.name, size=len(document.data))
    made.file.save(f"{made.key.hex}.pdf", ContentFile(document.data), save=False)
    made.save(force_insert=True)
    record(actor=actor, verb=verbs.PLAN_DOCUMENT, subject=voornemen.subject)
    return made


@transaction.atomic
def extend_term(*, voornemen: Voornemen, actor: User, react_until: dt.date) -> Voornemen:
    """Give more time to react; also once the term is over. Raises Refused for less time, and for who may not."""
    voornemen = plan_of(voornemen, actor)
    if react_until == voornemen.react_until:
        return voornemen
    if react_until < max(voornemen.react_until, timezone.localdate()):
        raise Refused(_("Korter kan niet: mensen rekenen op deze dag."))
    if react_until > timezone.localdate() + dt.timedelta(days=MOST_DAYS):
        raise Refused(_("Kies een dag binnen een jaar."))
    changes = {"react_until": (voornemen.react_until, react_until)}
    voornemen.react_until, voornemen.state = react_until, PlanState.OPEN
    voornemen.save(update_fields=["react_until", "state"])
    record(actor=actor, verb=verbs.PLAN_EXTENDED, subject=voornemen.subject, changes=changes)
    return voornemen


def what_is_missing(voornemen: Voornemen) -> str:
    """Why it cannot be decided yet, in a sentence; empty where nothing is missing."""
    if voornemen.takes_reactions:
        return _("Mensen kunnen nog reageren. Besluiten kan als de termijn voorbij is.")
    if number := voornemen.reactions.filter(outcome="").count():
        return _("Bij zoveel reacties staat nog niet wat jullie ermee deden: %(number)d.") % {"number": number}
    if Advice.objects.filter(about=voornemen.subject_id, state=AdviceState.GIVEN).exists():
        return _("Een WOP gaf advies over dit plan. Geef daar eerst antwoord op.")
    return ""


@transaction.atomic
def decide_voornemen(*, voornemen: Voornemen, actor: User, decision: str) -> Voornemen:
    """Decide, and publish what was done with each reaction; who reacted and the WOPs hear it.

    Raises Refused for who does not work on it, without words, and as long as something is missing: the term runs, a
    reaction has no treatment, or an advice no answer.
    """
    voornemen = plan_of(voornemen, actor)
    if not decision.strip():
        raise Refused(_("Schrijf op wat jullie besluiten."))
    if missing := what_is_missing(voornemen):
        raise Refused(missing)
    changes: dict[str, tuple[Any, Any]] = {"state": (voornemen.state, PlanState.DECIDED)}
    changes["reactions"] = (None, voornemen.reactions.count())
    voornemen.state, voornemen.decision, voornemen.ended_at = PlanState.DECIDED, decision.strip(), timezone.now()
    voornemen.save(update_fields=["state", "decision", "ended_at"])
    entry = record(actor=actor, verb=verbs.PLAN_DECIDED, subject=voornemen.subject, changes=changes)
    tell_who_reacted(entry, voornemen, PLAN_DECIDED)
    return voornemen


@transaction.atomic
def cancel_voornemen(*, voornemen: Voornemen, actor: User, reason: str) -> Voornemen:
    """Say that it does not go on, and why; who reacted and the WOPs hear it. Raises Refused for others."""
    voornemen = plan_of(voornemen, actor)
    if not reason.strip():
        raise Refused(_("Schrijf op waarom het niet doorgaat. Iedereen kan dit lezen."))
    changes = {"state": (voornemen.state, PlanState.CANCELLED)}
    voornemen.state, voornemen.cancel_reason = PlanState.CANCELLED, reason.strip()
    voornemen.ended_at = timezone.now()
    voornemen.save(update_fields=["state", "cancel_reason", "ended_at"])
    entry = record(actor=actor, verb=verbs.PLAN_CANCELLED, subject=voornemen.subject, changes=changes)
    tell_who_reacted(entry, voornemen, PLAN_CANCELLED)
    return voornemen


@transaction.atomic
def hand_over_voornemen(*, voornemen: Voornemen, actor: User, to: User) -> Voornemen:
    """Make a colleague responsible; she hears it. To who is so already changes nothing. Raises Refused."""
    voornemen = locked_plan(voornemen)
    if not can_hand_over_voornemen(actor, voornemen):
        raise Refused(_("Dit plan kun je niet overdragen."))
    if voornemen.responsible_id == to.pk:
        return voornemen
    if not can_be_contact(to):
        raise Refused(_("Kies een collega die contact heeft met inwoners."))
    changes = {"responsible": (voornemen.responsible_id, to.pk)}
    voornemen.responsible = to
    voornemen.save(update_fields=["responsible"])
    entry = record(actor=actor, verb=verbs.PLAN_HANDED_OVER, subject=voornemen.subject, person=to, changes=changes)
    tell_planner(entry, voornemen, PLAN_TO_YOU)
    return voornemen


def close_terms_that_are_over() -> int:
    """Close the reactions on each plan whose last day is past; returns how many. Again changes nothing."""
    rows = Voornemen.objects.filter(state=PlanState.OPEN, react_until__lt=timezone.localdate()).order_by("pk")
    return sum(close_term(voornemen=row) for row in rows)


@transaction.atomic
def close_term(*, voornemen: Voornemen) -> bool:
    """Close the reactions on one plan; who is responsible hears it. Says whether there was anything to close."""
    voornemen = locked_plan(voornemen)
    if voornemen.state != PlanState.OPEN or voornemen.takes_reactions:
        return False
    voornemen.state = PlanState.WEIGHING
    voornemen.save(update_fields=["state"])
    changes = {"state": (PlanState.OPEN, PlanState.WEIGHING)}
    entry = record(actor=None, verb=verbs.PLAN_TERM_OVER, subject=voornemen.subject, changes=changes)
    tell_planner(entry, voornemen, PLAN_TERM_OVER)
    return True
