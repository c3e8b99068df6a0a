"""Every write on the way of working of a wijk: its board changes a draft, and lets a version take effect."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.accounts.enums import Role
from gemeente.accounts.models import RoleAssignment
from gemeente.accounts.roles import people_in
from gemeente.activity.actions import notify, record
from gemeente.lib.errors import Refused, Stale
from gemeente.moderation.brakes import refuse_paused
from gemeente.places.models import Wijk
from gemeente.users.models import User
from wijken.actions.documents import subject_of_wop
from wijken.models import DecisionRule, WayKind, WayState, Werkwijze, WijkQuestion, WijkStage
from wijken.policies import can_write_way
from wijken.stages import MOST_QUESTIONS, MOST_STAGES, CommonStage
from wijken.verbs import WAY_DROPPED, WAY_PUBLISHED, WAY_STARTED
from wijken.ways import asks_for_personal_data

Row = TypeVar("Row", WijkStage, WijkQuestion)
WAY_IN_FORCE = "way_published"  # the notice
STAGE = ("label", "label_en", "common")
QUESTION = ("kind", "label", "help", "purpose", "choices", "is_required")
RULE = ("voters", "quorum", "majority", "asks_residents")
PROMISES = ("meetings_per_year", "answer_days")
PARTS: dict[type[Any], tuple[str, ...]] = {
    WijkStage: STAGE,
    WijkQuestion: QUESTION,
    DecisionRule: RULE,
    Werkwijze: PROMISES,
}


# --- A draft ----------------------------------------------------------------------------------------------------------
@transaction.atomic
def start_draft(*, wijk: Wijk, actor: User, source: Werkwijze) -> Werkwijze:
    """Begin a draft as a copy of a published way: one's own, of another wijk, an example or the common one.

    The same again gives the draft there is. Raises Refused for who is not on the board, for a draft as source, and
    where there is a draft already that began with another.
    """
    refuse_others(actor, wijk)
    Wijk.objects.select_for_update(no_key=True).only("pk").get(pk=wijk.pk)
    rows = Werkwijze.objects.of_wijk(wijk.pk)
    if draft := rows.filter(state=WayState.DRAFT).first():
        if draft.based_on_id == source.pk:
            return draft
        raise Refused(_("Jullie hebben al een concept. Ga daarmee verder, of gooi het eerst weg."))
    if not source.is_published:
        raise Refused(_("Kies een werkwijze die al vastgesteld is."))
    number = (rows.aggregate(last=Max("number"))["last"] or 0) + 1
    promises = {name: getattr(source, name) for name in PROMISES}
    draft = Werkwijze.objects.create(wijk=wijk, number=number, based_on=source, **promises)
    copy_parts(source, draft)
    record(actor=actor, verb=WAY_STARTED, subject=subject_of_wop(wijk), changes=changes_of(draft))
    return draft


def copy_parts(source: Werkwijze, draft: Werkwijze) -> None:
    """Give a draft the stages, questions and rules of another."""
    rows: list[Any] = [*source.stages.all(), *source.questions.all(), *source.rules.all()]
    for row in rows:
        row.pk, row.werkwijze = None, draft
        row._state.adding = True
        row.save(force_insert=True)


@transaction.atomic
def drop_draft(*, draft: Werkwijze, actor: User) -> None:
    """Throw a draft away. Raises Refused for who is not on the board, Stale for what is in force by now."""
    draft = locked(draft, actor)
    record(actor=actor, verb=WAY_DROPPED, subject=subject_of_wop(wijk_of(draft)), changes=changes_of(draft))
    draft.delete()


@transaction.atomic
def publish_way(*, draft: Werkwijze, actor: User) -> Werkwijze:
    """Let a draft take effect, for what begins from now on; its WOP hears of it. What runs keeps the version it has.

    Raises Refused for who is not on the board, for who must be silent, and for a draft that lacks something
    (`lacking`); Stale for what is in force by now.
    """
    Wijk.objects.select_for_update(no_key=True).only("pk").get(pk=wijk_of(draft).pk)  # before what is moved to it
    draft = locked(draft, actor)
    refuse_paused(actor)
    if missing := lacking(draft):
        raise Refused(missing[0])
    wijk = wijk_of(draft)
    draft.state, draft.published_at, draft.published_by = WayState.PUBLISHED, timezone.now(), actor
    draft.save(update_fields=["state", "published_at", "published_by"])
    entry = record(actor=actor, verb=WAY_PUBLISHED, subject=subject_of_wop(wijk), changes=changes_of(draft))
    told = RoleAssignment.objects.filter(role__in=(Role.WOP_BOARD, Role.WOP_MEMBER, Role.GEBIEDSREGISSEUR), wijk=wijk)
    people = people_in(told).exclude(pk=actor.pk)
    notify(entry=entry, recipients=people, template=WAY_IN_FORCE, path=f"/wijken/{wijk.slug}/werkwijze/")
    return draft


def lacking(draft: Werkwijze) -> list[str]:
    """What a draft lacks before it can take effect, each as a sentence; nothing when it is whole."""
    stages = list(draft.stages.all())
    absent = [common for common in CommonStage if not any(stage.common == common for stage in stages)]
    found = [_("Er is nog geen stap die hoort bij “%(stage)s”.") % {"stage": common.label} for common in absent]
    places = [list(CommonStage).index(CommonStage(stage.common)) for stage in stages]
    if places != sorted(places):
        found.append(_("Zet de stappen in de goede volgorde: eerst idee, dan voorbereiding, dan uitvoering."))
    if len(stages) > MOST_STAGES:
        found.append(_("Er zijn hoogstens %(most)d stappen.") % {"most": MOST_STAGES})
    return found


# --- Its parts --------------------------------------------------------------------------------------------------------
@transaction.atomic
def add_stage(*, draft: Werkwijze, actor: User, label: str, common: str, label_en: str = "") -> WijkStage:
    """Add a stage, behind the last of the same common one. The same twice adds one.

    Raises Refused for who is not on the board, for another with that name, and where no more fit; Stale for what is
    in force by now.
    """
    draft = locked(draft, actor)
    told = {"label": label.strip(), "label_en": label_en.strip(), "common": common}
    stages = list(draft.stages.all())
    if same := next((stage for stage in stages if stage.label.lower() == told["label"].lower()), None):
        if same.common == common:
            return same
        raise Refused(_("Er is al een stap met deze naam. Kies een ander woord."))
    if len(stages) >= MOST_STAGES:
        raise Refused(_("Er zijn hoogstens %(most)d stappen. Haal er eerst een weg.") % {"most": MOST_STAGES})
    order = list(CommonStage)
    before = [stage for stage in stages if order.index(CommonStage(stage.common)) <= order.index(CommonStage(common))]
    made = WijkStage.objects.create(werkwijze=draft, position=len(stages) + 1, **told)
    place_in_order([*stages[: len(before)], made, *stages[len(before) :]])
    return made


@transaction.atomic
def change_stage(*, stage: WijkStage, actor: User, based_on: str = "", **told: Any) -> WijkStage:
    """Change a stage: label, label_en, common. Raises as `add_stage`; Stale when somebody else changed it meanwhile."""
    draft = locked(stage.werkwijze, actor)
    others = draft.stages.exclude(pk=stage.pk)
    if any(other.label.lower() == str(told["label"]).lower() for other in others):
        raise Refused(_("Er is al een stap met deze naam. Kies een ander woord."))
    return write(WijkStage, stage.pk, draft, based_on, told)


@transaction.atomic
def add_question(*, draft: Werkwijze, actor: User, **told: Any) -> WijkQuestion:
    """Add a question behind the others: kind, label, help, purpose, choices, is_required. The same twice adds one.

    Raises Refused for who is not on the board, for one that asks for personal data, and where there are enough; Stale
    for what is in force by now.
    """
    draft = locked(draft, actor)
    refuse_personal(told)
    questions = list(draft.questions.all())
    if same := next((one for one in questions if one.label.lower() == str(told["label"]).lower()), None):
        return same
    if len(questions) >= MOST_QUESTIONS:
        most = {"most": MOST_QUESTIONS}
        raise Refused(_("Hoogstens %(most)d vragen: anders haakt iemand af. Haal er eerst een weg.") % most)
    return WijkQuestion.objects.create(werkwijze=draft, position=len(questions) + 1, **told)


@transaction.atomic
def change_question(*, question: WijkQuestion, actor: User, based_on: str = "", **told: Any) -> WijkQuestion:
    """Change a question. Raises as `add_question`; Stale when somebody else changed it meanwhile."""
    draft = locked(question.werkwijze, actor)
    refuse_personal(told)
    return write(WijkQuestion, question.pk, draft, based_on, told)


@transaction.atomic
def change_rule(*, rule: DecisionRule, actor: User, based_on: str = "", **told: Any) -> DecisionRule:
    """Change how the WOP decides: voters, quorum, majority, asks_residents. Raises as `change_stage`."""
    return write(DecisionRule, rule.pk, locked(rule.werkwijze, actor), based_on, told)


@transaction.atomic
def change_promises(*, draft: Werkwijze, actor: User, based_on: str = "", **told: Any) -> Werkwijze:
    """Change what the WOP promises: meetings_per_year, answer_days. Raises as `change_stage`."""
    draft = locked(draft, actor)
    return write(Werkwijze, draft.pk, draft, based_on, told)


@transaction.atomic
def shift_row(*, row: Row, actor: User, is_up: bool) -> None:
    """Let a stage or question trade places with the one before or behind it; the first stays first, the last last.

    Raises Refused for who is not on the board, Stale for what is in force by now.
    """
    draft = locked(row.werkwijze, actor)
    rows: list[Any] = list(type(row).objects.filter(werkwijze=draft))
    here = next((place for place, one in enumerate(rows) if one.pk == row.pk), None)
    there = -1 if here is None else here - 1 if is_up else here + 1
    if here is not None and 0 <= there < len(rows):
        rows[here], rows[there] = rows[there], rows[here]
        place_in_order(rows)


@transaction.atomic
def drop_row(*, row: Row, actor: User) -> None:
    """Take a stage or question away; twice changes nothing. Raises as `shift_row`."""
    draft = locked(row.werkwijze, actor)
    type(row).objects.filter(pk=row.pk, werkwijze=draft).delete()
    place_in_order(list(type(row).objects.filter(werkwijze=draft)))


# --- Used above -------------------------------------------------------------------------------------------------------
def locked(draft: Werkwijze, actor: User) -> Werkwijze:
    """The draft as it is now, nobody else's until this transaction ends.

    Raises Refused for who is not on the board of its wijk, Stale when it is gone or in force by now.
    """
    refuse_others(actor, wijk_of(draft))
    found = Werkwijze.objects.select_for_update(of=("self",)).select_related("wijk").filter(pk=draft.pk).first()
    if found is None or found.is_published:
        raise Stale(_("Dit concept is er niet meer: iemand heeft het vastgesteld of weggegooid."))
    return found


def refuse_others(actor: User, wijk: Wijk) -> None:
    """Raises Refused for who is not on the board of a wijk."""
    if not can_write_way(actor, wijk.pk):
        raise Refused(_("Alleen het bestuur van dit WOP kan de werkwijze veranderen."))


def wijk_of(way: Werkwijze) -> Wijk:
    """The wijk of a way. Raises Refused for one of no wijk: nobody changes that."""
    if way.wijk is None:
        raise Refused(_("Dit is een voorbeeld. Dat verandert niemand."))
    return way.wijk


def refuse_personal(told: dict[str, Any]) -> None:
    """Raises Refused for a question that asks for personal data: everybody reads the answers."""
    if any(asks_for_personal_data(str(told.get(name, ""))) for name in ("label", "help")):
        raise Refused(_("Vraag hier geen gegevens van mensen, zoals een telefoonnummer: iedereen leest het antwoord."))


def write(model: type[Any], pk: int, draft: Werkwijze, based_on: str, told: dict[str, Any]) -> Any:
    """Write a part of a draft. Raises Stale when it is gone, or says something else than its writer saw."""
    mine = {"pk": pk} if model is Werkwijze else {"pk": pk, "werkwijze": draft}
    row = model.objects.filter(**mine).first()
    is_same = row is not None and all(getattr(row, name) == value for name, value in told.items())
    if row is None or (based_on and based_on != seen(row) and not is_same):
        raise Stale(_("Iemand anders, of jij in een ander tabblad, heeft dit net veranderd."))
    for name, value in told.items():
        setattr(row, name, value)
    row.save(update_fields=list(told))
    return row


def seen(row: WijkStage | WijkQuestion | DecisionRule | Werkwijze) -> str:
    """What somebody sees of a part, as a word that a form can carry: another word, another text."""
    values = [getattr(row, name) for name in PARTS[type(row)]]
    return hashlib.sha256(json.dumps(values, default=str).encode()).hexdigest()[:16]


def place_in_order(rows: Iterable[Any]) -> None:
    """Number rows by their order."""
    for position, row in enumerate(rows, start=1):
        if row.position != position:
            row.position = position
            row.save(update_fields=["position"])


def changes_of(way: Werkwijze) -> dict[str, tuple[Any, Any]]:
    """What the log keeps of a version."""
    source = way.based_on
    began_with = "" if source is None else source.code or (source.wijk.slug if source.wijk else WayKind.WIJK.value)
    return {"wijk": (None, wijk_of(way).name), "number": (None, way.number), "based_on": (None, began_with)}
