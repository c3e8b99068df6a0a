"""Neighbours offer help with an amount and take it back; owners thank them, and count what really came."""

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from gemeente.activity.actions import follow, notify, record
from gemeente.activity.models import Subject
from gemeente.lib.errors import Refused
from gemeente.moderation.brakes import refuse_blocked, refuse_paused, slow_down
from gemeente.users.models import User
from initiatives.actions.bookkeeping import hear, in_name_of
from initiatives.actions.counts import count_again, count_given, keep_needs_true
from initiatives.actions.locking import locked
from initiatives.amounts import MOST_AMOUNT
from initiatives.enums import ParticipationKind
from initiatives.models import Initiative, Need, Participation, Pledge
from initiatives.notices import HELP_OFFERED as OFFERED
from initiatives.notices import THANKED, pen_holders
from initiatives.policies import can_participate, can_thank_helpers
from initiatives.verbs import HELP_COUNTED, HELP_OFFERED, HELP_THANKED, HELP_WITHDRAWN, JOINED_IN


@transaction.atomic
def offer_help(
    *, initiative: Initiative, actor: User, need: Need | None = None, amount: int = 1, message: str = ""
) -> Pledge:
    """Offer so much for a need, or something else; it joins the initiative and follows it. Again changes the offer.

    For a need that was closed meanwhile it becomes an offer of something else: her effort is not lost. Raises Refused
    for who holds the pen, once it has ended or is hidden, for whom the owner blocked, for a paused account, for a new
    account that goes too fast, for a nonsense amount, and for an offer that was counted already.
    """
    initiative = locked(initiative)
    subject = refuse_outsiders(initiative, actor)
    refuse_paused(actor)
    message = message.strip()
    if need is not None:
        need = Need.objects.get(pk=need.pk, initiative=initiative)
        if need.closed_at:
            amount, message = 1, message or need.title
            need = None
    if not 0 < amount <= (need.amount if need else MOST_AMOUNT):
        raise Refused(_("Zoveel is er niet nodig. Vul een kleiner getal in."))
    pledge = Pledge.objects.filter(initiative=initiative, need=need, user=actor, withdrawn_at=None).first()
    if pledge and pledge.delivered is not None:
        raise Refused(_("Wat je hier gaf, is al geteld. Dank je wel!"))
    if pledge:
        pledge.amount, pledge.message = amount, message or pledge.message
        pledge.save(update_fields=["amount", "message"])
    else:
        pledge = begin_pledge(initiative, actor, subject, need, amount, message)
    keep_needs_true(initiative, [need] if need else [])
    return pledge


def refuse_outsiders(initiative: Initiative, actor: User) -> Subject:
    """Refuse who cannot take part (see `participate`); gives what the others follow. Expects the initiative locked."""
    subject = initiative.subject
    if subject is None or not subject.is_public or not can_participate(actor, initiative):
        raise Refused(_("Meedoen kan hier niet meer."))
    refuse_blocked(by=initiative.owner, user=actor)
    slow_down(actor)
    return subject


def begin_pledge(
    initiative: Initiative, actor: User, subject: Subject, need: Need | None, amount: int, message: str
) -> Pledge:
    """A first offer: one join a person, however much she offers, and one notice for each offer."""
    _row, is_new = Participation.objects.get_or_create(initiative=initiative, user=actor, kind=ParticipationKind.JOIN)
    if is_new:
        count_again(initiative)
        record(actor=actor, verb=JOINED_IN, subject=subject)
        follow(user=actor, subject=subject)
    earlier = Pledge.objects.filter(initiative=initiative, user=actor).first()
    giver = {"giver": earlier.giver} if earlier else {}
    told = {"initiative": initiative, "user": actor, "need": need, "amount": amount, "message": message}
    pledge = Pledge.objects.create(**told, **giver)
    entry = record(actor=actor, verb=HELP_OFFERED, subject=subject, changes={"amount": (None, amount)})
    notify(entry=entry, recipients=pen_holders(initiative), template=OFFERED, path=initiative.participants_path)
    return pledge


@transaction.atomic
def withdraw_help(*, pledge: Pledge, actor: User) -> None:
    """Take an offer back; joining in is a matter of its own. Twice changes nothing.

    Raises Refused for an offer of somebody else, and for what was counted already.
    """
    initiative = locked(pledge.initiative)
    pledge.refresh_from_db()
    if pledge.user_id != actor.pk:
        raise Refused(_("Dit aanbod is van iemand anders."))
    if pledge.delivered is not None:
        raise Refused(_("Wat je hier gaf, is al geteld. Dank je wel!"))
    if pledge.withdrawn_at:
        return
    end_pledges(initiative, actor, pledge.pk)
    record(actor=actor, verb=HELP_WITHDRAWN, subject=initiative.subject)


def end_pledges(initiative: Initiative, user: User, *only: int) -> None:
    """Take back what somebody offers and was not counted yet: all of it, or only some. Her words go at once."""
    rows = Pledge.objects.filter(initiative=initiative, user=user, withdrawn_at=None, delivered=None)
    rows = rows.filter(pk__in=only) if only else rows
    needs = list(Need.objects.filter(pledges__in=rows).distinct())
    rows.update(withdrawn_at=timezone.now(), message="")
    keep_needs_true(initiative, needs)


@transaction.atomic
def thank_helper(*, pledge: Pledge, actor: User, word: str) -> Pledge:
    """Thank a neighbour with a personal word, for her eyes alone; once for each offer.

    Raises Refused for who does not hold the pen or must be silent, without a word, for an offer that was taken back,
    and for a second time.
    """
    initiative, pledge = for_thanks(pledge, actor)
    refuse_paused(actor)
    if pledge.thanked_at:
        raise Refused(_("Je hebt al bedankt. Eén keer is genoeg: je buur heeft het gelezen."))
    if not word.strip() or pledge.user is None:
        raise Refused(_("Schrijf een paar woorden, dan is het een echt bedankje."))
    pledge.thanked_at, pledge.thanks = timezone.now(), word.strip()
    pledge.save(update_fields=["thanked_at", "thanks"])
    hear(initiative)
    with translation.override("nl"):
        path = pledge.own_path
    entry = record(actor=actor, verb=HELP_THANKED, subject=initiative.subject, person=in_name_of(initiative, actor))
    notify(entry=entry, recipients=[pledge.user], template=THANKED, path=path)
    return pledge


@transaction.atomic
def count_delivered(*, pledge: Pledge, actor: User, delivered: int | None) -> Pledge:
    """Write how much of an offer really came: 0 for who could not come, None for not known yet.

    Raises Refused for who does not hold the pen, for a nonsense amount, and for an offer that was taken back.
    """
    initiative, pledge = for_thanks(pledge, actor)
    if delivered is not None and not 0 <= delivered <= MOST_AMOUNT:
        raise Refused(_("Vul een getal in van 0 of meer."))
    before, pledge.delivered = pledge.delivered, delivered
    pledge.save(update_fields=["delivered"])
    count_given(initiative)
    hear(initiative)
    changes = {"delivered": (before, delivered)} if before != delivered else {}
    person = in_name_of(initiative, actor)
    record(actor=actor, verb=HELP_COUNTED, subject=initiative.subject, person=person, changes=changes)
    return pledge


def for_thanks(pledge: Pledge, actor: User) -> tuple[Initiative, Pledge]:
    """An open offer with its initiative, locked, for who may thank and count. Raises Refused for anybody else."""
    initiative = locked(pledge.initiative)
    pledge = Pledge.objects.select_related("user", "need", "initiative").get(pk=pledge.pk)
    if not can_thank_helpers(actor, initiative):
        raise Refused(_("Alleen de eigenaar kan hier bedanken en tellen."))
    if pledge.withdrawn_at:
        raise Refused(_("Dit aanbod is intussen ingetrokken."))
    return initiative, pledge


# --- Saying goodbye ---------------------------------------------------------------------------------------------------
def forget_pledges(user: User) -> None:
    """Let go of what somebody offered. What was counted stays as a figure: without her, her words and her thanks.

    Expects that she joins in nowhere any more: with that (`withdraw`) ended what was not counted yet.
    """
    rows = Pledge.objects.filter(user=user)
    rows.filter(delivered=None).delete()
    rows.update(user=None, message="", thanks="")


def move_pledges(old: User, new: User) -> None:
    """What somebody offered becomes another's: of two for one need the other's stays, with both counts."""
    for pledge in Pledge.objects.filter(user=old).select_related("initiative", "need"):
        theirs = Pledge.objects.filter(initiative=pledge.initiative, user=new).order_by("pk")
        giver = next((one.giver for one in theirs), pledge.giver)
        same = theirs.filter(need=pledge.need, withdrawn_at=None).first()
        if same and pledge.withdrawn_at is None:
            if pledge.delivered is not None:
                same.delivered = (same.delivered or 0) + pledge.delivered
                same.save(update_fields=["delivered"])
            pledge.delete()
        else:
            Pledge.objects.filter(pk=pledge.pk).update(user=new, giver=giver)
        keep_needs_true(pledge.initiative, [pledge.need] if pledge.need else [])
        count_given(pledge.initiative)
