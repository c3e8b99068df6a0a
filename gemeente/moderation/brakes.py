"""What actions ask before they let somebody act: is she blocked here, silent for a while, or going too fast?

Each raises Refused with a polite sentence that names nobody, or does nothing.
"""

import datetime as dt

from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.activity.models import Entry
from gemeente.activity.verbs import Verb
from gemeente.lib.errors import Refused
from gemeente.moderation.models import Block
from gemeente.portal.enums import RuleName
from gemeente.portal.rules import rule
from gemeente.users.models import User

HOUR = dt.timedelta(hours=1)
_acts: set[str] = set()


def count_as_act(*verbs: Verb) -> None:
    """Let acts of these verbs count when a new account is asked to slow down; each app says so in its `apps.py`."""
    _acts.update(verb.name for verb in verbs)


def is_blocked(*, by: User, user: User | None = None, email: str = "") -> bool:
    """Whether an owner blocked somebody, known by her account or by the address she gives: one query."""
    return Block.objects.active().made_by(by).against(user, email).exists()


def refuse_blocked(*, by: User, user: User | None = None, email: str = "") -> None:
    """Refuse somebody whom the owner blocked; the sentence does not say so. Raises Refused."""
    if is_blocked(by=by, user=user, email=email):
        raise Refused(_("Dit kan hier niet. Heb je een vraag? Bel dan de gemeente."))


def refuse_paused(actor: User) -> None:
    """Refuse an account that a moderator asked to be silent in public for a while. Raises Refused."""
    pause = Block.objects.active().pauses().filter(user=actor).order_by("-ends_at").first()
    if pause:
        raise Refused(_("Je kunt nu even niets plaatsen. Op je eigen pagina lees je waarom, en tot wanneer."))


def slow_down(actor: User | None) -> None:
    """Ask a new account that does much in an hour to wait. A visitor is counted by her address on the web instead.

    How new is new, and how much is much, are rules of the portal. Raises Refused.
    """
    if actor is None:
        return
    now = timezone.now()
    if actor.created_at <= now - dt.timedelta(days=rule(RuleName.NEW_ACCOUNT_DAYS)):
        return
    most = rule(RuleName.NEW_ACCOUNT_ACTS)
    lately = Entry.objects.filter(actor=actor, verb__in=sorted(_acts), created_at__gt=now - HOUR)
    if lately[:most].count() >= most:
        raise Refused(_("Rustig aan: probeer het over een uur weer."))
