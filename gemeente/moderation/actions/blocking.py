"""An owner who keeps somebody away from what is hers, and a moderator who asks an account to be silent for a while."""

import datetime as dt

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.activity.actions import record
from gemeente.lib.errors import Refused
from gemeente.moderation.enums import PAUSE_DAYS
from gemeente.moderation.models import Block
from gemeente.moderation.notices import tell_paused
from gemeente.moderation.policies import can_lift_block, can_pause_account
from gemeente.moderation.verbs import ACCOUNT_PAUSED, BLOCKED, PAUSE_ENDED, UNBLOCKED
from gemeente.users.models import User


@transaction.atomic
def block_person(*, owner: User, label: str, user: User | None = None, email: str = "") -> Block:
    """Let somebody no longer take part in what is an owner's, or write to her. Blocking twice changes nothing.

    An address that we know stands for its account. `label` is the name the owner knew her by: her own list shows
    that and no more. Raises Refused for the owner herself, and without account or address.
    """
    User.objects.select_for_update().get(pk=owner.pk)
    if user is None and email:
        user = User.objects.filter(email__iexact=email).first()
    if user == owner or not (user or email):
        raise Refused(_("Deze persoon kun je niet blokkeren."))
    same = Block.objects.active().made_by(owner).against(user, "" if user else email).first()
    if same:
        return same
    block = Block.objects.create(
        owner=owner, by=owner, user=user, email="" if user else email.lower(), label=label[:120]
    )
    record(actor=owner, verb=BLOCKED)  # not about whom: what is about her, she finds in her own data
    return block


@transaction.atomic
def pause_account(*, person: User, actor: User, days: int, reason: str) -> Block:
    """Ask an account to place nothing in public for a number of days, with a reason that she reads.

    A new pause takes the place of the one before. Raises Refused for who may not, without a reason, and for another
    number of days than the portal knows.
    """
    person = User.objects.select_for_update().get(pk=person.pk)
    if not can_pause_account(actor, person):
        raise Refused(_("Dit account kun jij niet stilzetten."))
    if not reason.strip() or days not in PAUSE_DAYS:
        raise Refused(_("Kies hoe lang, en schrijf op waarom. De persoon leest dit."))
    now = timezone.now()
    Block.objects.active().pauses().filter(user=person).update(lifted_at=now)
    block = Block.objects.create(
        user=person,
        by=actor,
        label=person.profile.public_name,
        reason=reason.strip(),
        starts_at=now,
        ends_at=now + dt.timedelta(days=days),
    )
    entry = record(
        actor=actor,
        verb=ACCOUNT_PAUSED,
        person=person,
        changes={"ends_at": (None, timezone.localtime(block.ends_at).date())},
    )
    tell_paused(entry, person)
    return block


@transaction.atomic
def lift_block(*, block: Block, actor: User) -> Block:
    """Take a block or a pause away; twice changes nothing. Raises Refused for who may not."""
    block = Block.objects.select_for_update(of=["self"]).get(pk=block.pk)
    if block.lifted_at:
        return block
    if not can_lift_block(actor, block):
        raise Refused(_("Deze blokkade kun jij niet opheffen."))
    block.lifted_at = timezone.now()
    block.save(update_fields=["lifted_at"])
    is_pause = block.owner_id is None
    record(actor=actor, verb=PAUSE_ENDED if is_pause else UNBLOCKED, person=block.user if is_pause else None)
    return block
