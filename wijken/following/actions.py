"""Following a wijk or a place: asking, confirming, changing, stopping; and inviting a list that a WOP has already."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from gemeente.activity.actions import record
from gemeente.activity.enums import Pace
from gemeente.activity.models import Entry
from gemeente.lib.errors import Refused
from gemeente.places.geography import Place, blur
from gemeente.places.models import Theme, Wijk
from gemeente.portal.enums import RuleName
from gemeente.portal.rules import rule
from gemeente.users.models import User
from wijken.following.models import Watch
from wijken.following.verbs import ADDRESSES_INVITED
from wijken.policies import is_board

CONFIRM_DAYS = 7  # how long the link in a mail works: what nobody confirms is forgotten
ASK_AGAIN = dt.timedelta(minutes=10)  # the same address gets no second link sooner


def columns_of(
    *, wijk: Wijk | None = None, theme: Theme | None = None, place: Place | None = None, metres: int | None = None
) -> dict[str, Any]:
    """What is followed, as columns; a place as the middle of its cell."""
    if place is None:
        return {"wijk": wijk, "theme": theme, "longitude": None, "latitude": None, "metres": None}
    cell = blur(place)
    return {
        "wijk": None,
        "theme": None,
        "longitude": cell.longitude,
        "latitude": cell.latitude,
        "metres": metres,
    }


def last_entry() -> int:
    """Where the log is now: what happened before somebody followed is no news to her."""
    return Entry.objects.aggregate(last=Max("pk"))["last"] or 0


@transaction.atomic
def watch(*, actor: User, pace: Pace, **followed: Any) -> Watch:
    """Follow as somebody with an account: `wijk` (and `theme`), or `place` and `metres`. Again only changes the pace.

    Raises Refused for who follows as much as one person can.
    """
    User.objects.select_for_update().only("pk").get(pk=actor.pk)
    columns = columns_of(**followed)
    key = {name: value for name, value in columns.items() if name != "metres"}
    if same := Watch.objects.filter(user=actor, **key).first():
        return change_watch(watch=same, pace=pace, metres=columns["metres"])
    if Watch.objects.filter(user=actor).count() >= rule(RuleName.WATCHES):
        raise Refused(_("Je volgt al heel veel. Stop eerst met iets anders."))
    return Watch.objects.create(
        user=actor,
        language=actor.language,
        pace=pace,
        confirmed_at=timezone.now(),
        told_up_to=last_entry(),
        **columns,
    )


@transaction.atomic
def ask_watch(*, email: str, language: str, pace: Pace, invited_by: User | None = None, **followed: Any) -> bool:
    """Keep what somebody without an account wants to follow, and mail her a link; only that link makes it count.

    Says whether a mail leaves: not where that address follows this already, nor twice within a few minutes. The page
    tells nobody which it was.
    """
    columns = columns_of(**followed)
    key = {name: value for name, value in columns.items() if name != "metres"}
    with_account = Watch.objects.confirmed().filter(user__email__iexact=email, **key)
    same = Watch.objects.select_for_update().filter(email=email.lower(), **key).first()
    if with_account.exists() or (same and same.confirmed_at):
        return False
    if same and (invited_by or same.asked_at > timezone.now() - ASK_AGAIN):
        return False
    told = {"pace": pace, "language": language, "asked_at": timezone.now(), **columns}
    made, _is_new = Watch.objects.update_or_create(
        email=email.lower(), **key, defaults=told, create_defaults=told | {"invited_by": invited_by}
    )
    app.configure_task("wijken.following.tasks.mail_confirmation").defer(watch_id=made.pk)
    return True


@transaction.atomic
def confirm_watch(*, watch: Watch) -> Watch:
    """Let it count: the link proves the address. Who turns out to have an account has it there from now on.

    Confirming twice changes nothing.
    """
    watch = Watch.objects.select_for_update(of=["self"]).select_related("user", "wijk", "theme").get(pk=watch.pk)
    if watch.confirmed_at:
        return watch
    watch.confirmed_at, watch.told_up_to = timezone.now(), last_entry()
    person = User.objects.filter(email__iexact=watch.email, is_active=True).first()
    if person is None:
        watch.save(update_fields=["confirmed_at", "told_up_to"])
        return watch
    key = {name: getattr(watch, name) for name in ("wijk", "theme", "longitude", "latitude")}
    if same := Watch.objects.filter(user=person, **key).first():
        watch.delete()
        return same
    watch.user, watch.email = person, ""
    watch.save(update_fields=["user", "email", "confirmed_at", "told_up_to"])
    return watch


@transaction.atomic
def change_watch(*, watch: Watch, pace: Pace, metres: int | None = None) -> Watch:
    """Hear of it at another pace, or within another distance."""
    watch.pace, watch.metres = pace, metres or watch.metres
    watch.save(update_fields=["pace", "metres"])
    return watch


@transaction.atomic
def stop_watch(*, watch: Watch) -> None:
    """Follow it no longer; nothing of it stays."""
    watch.delete()


@transaction.atomic
def invite_addresses(*, wijk: Wijk, actor: User, emails: Iterable[str]) -> int:
    """Ask every address of a list that a WOP keeps whether it wants to follow here; returns how many were asked.

    Nobody follows without her own yes, and nobody is asked again who was asked before. Raises Refused for who is not on
    the board of that wijk.
    """
    if not is_board(actor, wijk.pk):
        raise Refused(_("Alleen het bestuur van dit WOP kan mensen uitnodigen."))
    asked = [
        ask_watch(email=email, language="nl", pace=Pace.WEEKLY, invited_by=actor, wijk=wijk)
        for email in sorted({email.lower() for email in emails})
    ]
    record(actor=actor, verb=ADDRESSES_INVITED, changes={"wijk": (None, wijk), "number": (None, sum(asked))})
    return sum(asked)


def purge_unconfirmed() -> int:
    """Forget what nobody confirmed in time; returns how many."""
    limit = timezone.now() - dt.timedelta(days=CONFIRM_DAYS)
    return Watch.objects.filter(confirmed_at=None, asked_at__lt=limit).delete()[0]
