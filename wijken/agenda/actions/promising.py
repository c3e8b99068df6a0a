"""The uitvoeringsplan: answers of organisations, their money, and what the board says of them."""

import uuid
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.activity.actions import record
from gemeente.council.actions import change_promised
from gemeente.lib.errors import Refused, Stale
from gemeente.lib.submissions import submission
from gemeente.moderation.brakes import refuse_paused, slow_down
from gemeente.partners.models import Organisation
from gemeente.partners.policies import can_promise_for
from gemeente.users.models import User
from wijken.agenda.actions.bookkeeping import locked, locked_for, recount
from wijken.agenda.enums import Progress, Side
from wijken.agenda.models import CounterSignature, Opgave, ProgressNote, Promise, PromiseReply, PromiseVersion
from wijken.agenda.notices import ANSWERED, COUNTERSIGNED, PROGRESSED, REPLIED, tell_board, tell_organisation
from wijken.agenda.policies import can_answer, can_change_promise, can_counter_sign, can_reply, can_tell_progress
from wijken.agenda.saying import SAID, Said, checked
from wijken.agenda.verbs import (
    PROMISE_CHANGED,
    PROMISE_MADE,
    PROMISE_PROGRESS,
    PROMISE_REPLIED,
    PROMISE_SIGNED,
    PROMISE_WITHDRAWN,
)
from wijken.policies import is_board, is_member


@transaction.atomic
def answer_opgave(
    *, opgave: Opgave, actor: User, organisation: Organisation, said: Said, submission_key: uuid.UUID | None = None
) -> Promise:
    """Answer a point of an offered agenda for an organisation; the board hears. The same form twice makes one.

    Raises Refused for who may not promise for it, for what was not offered or is closed, for an answer that is not
    whole (`saying.checked`), and where the budget has no room.
    """
    sentence = _("Antwoorden kan op een punt dat is aangeboden, door wie iets mag toezeggen.")
    opgave = locked_for(opgave, actor, can_answer, sentence)
    if not can_promise_for(actor, organisation.pk):
        raise Refused(_("Je hebt geen mandaat om voor deze organisatie iets toe te zeggen."))
    key = submission(submission_key, str(actor.pk), str(organisation.pk))
    if same := Promise.objects.filter(submission_key=key).select_related("opgave__wijk", "organisation").first():
        return same
    said = checked(said)
    promise = Promise(opgave=opgave, organisation=organisation, answer=said.answer, submission_key=key)
    take_money(promise, said)
    promise.version_count = 1
    promise.save(force_insert=True)
    PromiseVersion.objects.create(promise=promise, number=1, author=actor, **said.as_fields())
    recount(opgave)
    changes = {"organisation": (None, organisation.name), "answer": (None, said.answer)}
    entry = record(actor=actor, verb=PROMISE_MADE, subject=opgave.subject, changes=changes)
    tell_board(entry, promise, ANSWERED)
    return promise


@transaction.atomic
def change_promise(*, promise: Promise, actor: User, said: Said, based_on: int) -> Promise:
    """Say an answer anew: the board counter-signs anew, what it signed before stays. The same words change nothing.

    `based_on` is the version that the writer saw. Raises Refused as above and for what was withdrawn; Stale when a
    colleague changed it meanwhile.
    """
    promise = locked_promise(promise)
    if not can_change_promise(actor, promise):
        raise Refused(_("Alleen wie iets mag toezeggen voor deze organisatie, verandert dit."))
    if promise.version_count != based_on:
        raise Stale(_("Een collega veranderde dit net. Lees wat er nu staat."))
    said = checked(said)
    last = promise.versions.get(number=based_on)
    if all(getattr(last, name) == getattr(said, name) for name in SAID):
        return promise
    take_money(promise, said)
    promise.version_count, promise.answer = based_on + 1, said.answer
    promise.save(update_fields=["version_count", "answer", "budget", "taken"])
    PromiseVersion.objects.create(promise=promise, number=promise.version_count, author=actor, **said.as_fields())
    recount(promise.opgave)
    name = promise.organisation.name
    changes = {"organisation": (name, name), "answer": (last.answer, said.answer), "number": (based_on, based_on + 1)}
    entry = record(actor=actor, verb=PROMISE_CHANGED, subject=promise.opgave.subject, changes=changes)
    tell_board(entry, promise, ANSWERED)
    return promise


@transaction.atomic
def withdraw_promise(*, promise: Promise, actor: User, reason: str) -> Promise:
    """Withdraw an answer with a reason that everybody reads; its budget gets its money back. Twice changes nothing.

    Raises Refused for who may not promise for this organisation, and without a reason.
    """
    promise = locked_promise(promise)
    if promise.withdrawn_at and can_promise_for(actor, promise.organisation_id):
        return promise
    if not can_change_promise(actor, promise):
        raise Refused(_("Alleen wie iets mag toezeggen voor deze organisatie, trekt dit in."))
    if not reason.strip():
        raise Refused(_("Schrijf op waarom. Iedereen leest dit."))
    move_money(promise, None, Decimal(0))
    promise.withdrawn_at, promise.withdrawal = timezone.now(), reason.strip()
    promise.save(update_fields=["budget", "taken", "withdrawn_at", "withdrawal"])
    recount(promise.opgave)
    changes = {"organisation": (promise.organisation.name, None)}
    entry = record(actor=actor, verb=PROMISE_WITHDRAWN, subject=promise.opgave.subject, changes=changes)
    tell_board(entry, promise, ANSWERED)
    return promise


def locked_promise(promise: Promise) -> Promise:
    """The promise as it is now, with its locked opgave: all that is said of one opgave waits for each other."""
    opgave = locked(promise.opgave)
    found = Promise.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=promise.pk)
    found.opgave = opgave
    return found


def take_money(promise: Promise, said: Said) -> None:
    """Take from a budget what an answer says, and give back what it took before."""
    move_money(promise, said.budget.pk if said.budget else None, said.takes)


def move_money(promise: Promise, budget_id: int | None, amount: Decimal) -> None:
    """Let a promise rest on this much of this budget: budgets are locked in the order of their ids. Raises Refused."""
    changes: dict[int, Decimal] = {}
    if promise.budget_id:
        changes[promise.budget_id] = -promise.taken
    if budget_id:
        changes[budget_id] = changes.get(budget_id, Decimal(0)) + amount
    for pk in sorted(changes):
        change_promised(budget_id=pk, by=changes[pk])
    promise.budget_id, promise.taken = budget_id, amount


# --- What both sides say ----------------------------------------------------------------------------------------------
@transaction.atomic
def counter_sign(*, promise: Promise, actor: User, number: int) -> Promise:
    """Take an answer as it stands, for the WOP; the organisation hears. Twice changes nothing.

    `number` is the version that the board read. Raises Refused for anybody but the board, for who wrote it herself,
    and for what was withdrawn; Stale when it changed meanwhile.
    """
    promise = locked_promise(promise)
    if number != promise.version_count:
        raise Stale(_("Dit antwoord is intussen veranderd. Lees het opnieuw en teken dan."))
    if promise.is_signed and is_board(actor, promise.opgave.wijk_id):
        return promise
    if not can_counter_sign(actor, promise):
        raise Refused(_("Alleen het bestuur van het WOP tekent mee."))
    version = promise.versions.get(number=number)
    if version.author_id == actor.pk:
        raise Refused(_("Dit antwoord schreef je zelf. Laat een ander van het bestuur tekenen."))
    CounterSignature.objects.create(version=version, user=actor)
    promise.signed_version = number
    promise.save(update_fields=["signed_version"])
    changes = {"number": (None, number)}
    entry = record(actor=actor, verb=PROMISE_SIGNED, subject=promise.opgave.subject, changes=changes)
    tell_organisation(entry, promise, COUNTERSIGNED)
    return promise


def side_of(actor: User, promise: Promise) -> Side:
    """For whom somebody speaks here."""
    return Side.WOP if is_member(actor, promise.opgave.wijk_id) else Side.ORGANISATION


@transaction.atomic
def reply_to_promise(
    *, promise: Promise, actor: User, text: str, submission_key: uuid.UUID | None = None
) -> PromiseReply:
    """Say something back about an answer; the other side hears. The same form posted twice makes one.

    Raises Refused for who is of neither side, without words, and for who must be silent.
    """
    promise = locked_promise(promise)
    if not can_reply(actor, promise):
        raise Refused(_("Alleen het bestuur van het WOP en de organisatie praten hier."))
    if not text.strip():
        raise Refused(_("Schrijf op wat je wilt zeggen."))
    key = submission(submission_key, str(actor.pk), text)
    if same := PromiseReply.objects.filter(submission_key=key).first():
        return same
    refuse_paused(actor)
    slow_down(actor)
    side = side_of(actor, promise)
    made = PromiseReply.objects.create(promise=promise, author=actor, side=side, text=text.strip(), submission_key=key)
    entry = record(actor=actor, verb=PROMISE_REPLIED, subject=promise.opgave.subject, changes={"side": (None, side)})
    (tell_organisation if side == Side.WOP else tell_board)(entry, promise, REPLIED)
    return made


@transaction.atomic
def tell_progress(
    *, promise: Promise, actor: User, state: Progress, text: str, submission_key: uuid.UUID | None = None
) -> ProgressNote:
    """Tell how far a yes is; it counts for the opgave and the agenda at once. The same form posted twice makes one.

    Raises Refused for who is of neither side, without words, for a no and for what was withdrawn.
    """
    promise = locked_promise(promise)
    if not can_tell_progress(actor, promise):
        raise Refused(_("Alleen het WOP en de organisatie vertellen hoe ver een toezegging is."))
    if not text.strip():
        raise Refused(_("Vertel in een paar zinnen hoe het gaat."))
    key = submission(submission_key, str(actor.pk), state, text)
    if same := ProgressNote.objects.filter(submission_key=key).first():
        return same
    refuse_paused(actor)
    side = side_of(actor, promise)
    made = ProgressNote.objects.create(
        promise=promise, author=actor, side=side, state=state, text=text.strip(), submission_key=key
    )
    promise.progress = state
    promise.save(update_fields=["progress"])
    recount(promise.opgave)
    changes = {"side": (None, side), "state": (None, state)}
    entry = record(actor=actor, verb=PROMISE_PROGRESS, subject=promise.opgave.subject, changes=changes)
    (tell_organisation if side == Side.WOP else tell_board)(entry, promise, PROGRESSED)
    return made
