"""Owners say what is still needed, with amounts, and what they do themselves in numbers."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.activity.actions import Changes
from gemeente.activity.verbs import Verb
from gemeente.lib.errors import Refused
from gemeente.users.models import User
from initiatives.actions.bookkeeping import account_for
from initiatives.actions.counts import keep_open_true
from initiatives.actions.locking import locked_for
from initiatives.actions.ordering import trade_places
from initiatives.amounts import MOST_AMOUNT, UNITS
from initiatives.enums import NeedKind, ShareKind
from initiatives.models import Initiative, Need, Share
from initiatives.policies import can_state_needs, can_state_share
from initiatives.verbs import NEED_CHANGED, NEED_STATED, SHARE_STATED

MOST = 20  # rows of each: more of them nobody reads


@transaction.atomic
def state_need(*, initiative: Initiative, actor: User, kind: NeedKind, title: str, amount: int, unit: str = "") -> Need:
    """Say that something is needed, as the last of the list. The same words and amount twice make one need.

    Raises Refused for who does not hold the pen or must be silent, after the end, for a nonsense amount, and for more
    needs than anybody reads.
    """
    initiative = for_needs(initiative, actor)
    refuse_nonsense(amount)
    rows = Need.objects.filter(initiative=initiative)
    same = rows.filter(kind=kind, title=title.strip(), amount=amount, closed_at=None).first()
    if same:
        return same
    if len(rows) >= MOST:
        raise Refused(_("Twintig regels is genoeg. Haal er eerst een weg."))
    need = Need.objects.create(
        initiative=initiative,
        kind=kind,
        title=title.strip(),
        amount=amount,
        unit=unit.strip() or str(UNITS[kind]),
        position=max((row.position for row in rows), default=0) + 1,
    )
    settle(initiative, actor, NEED_STATED, {"kind": (None, kind), "amount": (None, amount)})
    return need


@transaction.atomic
def change_need(*, need: Need, actor: User, title: str, amount: int, unit: str = "") -> Need:
    """Say it otherwise, or another amount: never less than neighbours offered already. Raises as `state_need` does."""
    initiative = for_needs(need.initiative, actor)
    need.refresh_from_db()
    refuse_nonsense(amount)
    if amount < need.filled:
        words = {"filled": need.filled, "unit": need.unit}
        raise Refused(_("Buren boden al %(filled)d %(unit)s aan. Vul dat getal in, of meer.") % words)
    before, need.amount, need.title = need.amount, amount, title.strip()
    need.unit = unit.strip() or str(UNITS[NeedKind(need.kind)])
    need.save(update_fields=["title", "amount", "unit"])
    settle(initiative, actor, NEED_CHANGED, {"amount": (before, amount)} if before != amount else {})
    return need


@transaction.atomic
def close_need(*, need: Need, actor: User) -> Need:
    """Say that it is no longer needed; who offered something stays. Raises as `state_need` does."""
    return close(need, actor, is_closed=True)


@transaction.atomic
def reopen_need(*, need: Need, actor: User) -> Need:
    """Say that it is needed after all. Raises as `state_need` does."""
    return close(need, actor, is_closed=False)


def close(need: Need, actor: User, *, is_closed: bool) -> Need:
    """Write whether it is no longer needed; the same twice changes nothing."""
    initiative = for_needs(need.initiative, actor)
    need.refresh_from_db()
    if (need.closed_at is not None) == is_closed:
        return need
    need.closed_at = timezone.now() if is_closed else None
    need.save(update_fields=["closed_at"])
    settle(initiative, actor, NEED_CHANGED, {"is_closed": (not is_closed, is_closed)})
    return need


@transaction.atomic
def move_need(*, need: Need, actor: User, is_up: bool) -> None:
    """Let it trade places with the one above or below it; the first stays first. Raises as `state_need` does."""
    initiative = for_needs(need.initiative, actor)
    if trade_places(initiative.needed.order_by("position", "pk"), need, is_up=is_up):
        keep_open_true(initiative)


@transaction.atomic
def drop_need(*, need: Need, actor: User) -> None:
    """Take away what nobody ever offered anything for. Refuses (Refused) what somebody did: that can be closed."""
    initiative = for_needs(need.initiative, actor)
    if need.pledges.exists():
        raise Refused(_("Hier bood al iemand iets voor aan. Sluit deze regel, dan zoekt niemand er meer naar."))
    need.delete()
    settle(initiative, actor, NEED_CHANGED, {})


def for_needs(initiative: Initiative, actor: User) -> Initiative:
    """The initiative, locked, for who may say what it needs. Raises Refused for anybody else."""
    sentence = _("Alleen de eigenaar zegt wat er nog nodig is, zolang het initiatief loopt.")
    return locked_for(initiative, actor, can_state_needs, sentence)


def refuse_nonsense(amount: int) -> None:
    """Refuse an amount that no street needs. Raises Refused."""
    if not 0 < amount <= MOST_AMOUNT:
        raise Refused(_("Vul een getal in van 1 of meer."))


def settle(initiative: Initiative, actor: User, verb: Verb, changes: Changes) -> None:
    """Keep what pages show of it, log it, and keep that its owners were heard."""
    keep_open_true(initiative)
    account_for(initiative, actor, verb, changes)


# --- The owners' own share --------------------------------------------------------------------------------------------
@transaction.atomic
def state_share(
    *, initiative: Initiative, actor: User, kind: ShareKind, what: str, planned: int, done: int | None = None
) -> Share:
    """Say in numbers what the owners do themselves. The same words and numbers twice make one row.

    Raises Refused for who does not hold the pen or must be silent, for a nonsense amount, and for too many rows.
    """
    initiative = for_shares(initiative, actor)
    refuse_nonsense(planned)
    rows = Share.objects.filter(initiative=initiative)
    told: dict[str, Any] = {"kind": kind, "what": what.strip(), "planned": planned}
    same = rows.filter(**told).first()
    if same:
        return same
    if len(rows) >= MOST:
        raise Refused(_("Twintig regels is genoeg. Haal er eerst een weg."))
    position = max((row.position for row in rows), default=0) + 1
    share = Share.objects.create(initiative=initiative, done=done, position=position, **told)
    account_for(initiative, actor, SHARE_STATED, {"kind": (None, kind), "planned": (None, planned)})
    return share


@transaction.atomic
def change_share(*, share: Share, actor: User, what: str, planned: int, done: int | None) -> Share:
    """Say it otherwise, or what it became; None for what is not known yet. Raises as `state_share` does."""
    initiative = for_shares(share.initiative, actor)
    refuse_nonsense(planned)
    if done is not None and not 0 <= done <= MOST_AMOUNT:
        raise Refused(_("Vul een getal in van 0 of meer."))
    share.refresh_from_db()
    before = {"planned": (share.planned, planned), "done": (share.done, done)}
    share.what, share.planned, share.done = what.strip(), planned, done
    share.save(update_fields=["what", "planned", "done"])
    account_for(initiative, actor, SHARE_STATED, {name: pair for name, pair in before.items() if pair[0] != pair[1]})
    return share


@transaction.atomic
def drop_share(*, share: Share, actor: User) -> None:
    """Take a row away. Raises as `state_share` does."""
    initiative = for_shares(share.initiative, actor)
    share.delete()
    account_for(initiative, actor, SHARE_STATED)


def write_done(initiative: Initiative, done: Mapping[int, int]) -> None:
    """Write what each share became, by id; ids of elsewhere count for nothing. Expects the initiative locked."""
    for share in Share.objects.filter(initiative=initiative, pk__in=done):
        share.done = done[share.pk]
        share.save(update_fields=["done"])


def for_shares(initiative: Initiative, actor: User) -> Initiative:
    """The initiative, locked, for who may say what its owners do. Raises Refused for anybody else."""
    return locked_for(initiative, actor, can_state_share, _("Alleen de eigenaar zegt wat jullie zelf doen."))
