"""Every write of a manager about ready plans and tips: versions by date, which never change once they began."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.activity.actions import record
from gemeente.lib.errors import Refused, Stale
from gemeente.users.models import User
from initiatives.blueprint_policies import can_write_blueprints, can_write_cards
from initiatives.coaching import forget_cards_in_force
from initiatives.models import Blueprint, BlueprintStep, NextStepCard
from initiatives.verbs import BLUEPRINT_ADDED, BLUEPRINT_WITHDRAWN, CARD_ADDED, CARD_WITHDRAWN

MOST_STEPS = 25  # of one ready plan: an initiative may take two
NEVER_A_CODE = frozenset({"nieuw"})  # an address of the pages of a manager


@transaction.atomic
def add_blueprint(
    *,
    actor: User,
    code: str,
    starts_on: dt.date,
    steps: Iterable[dict[str, Any]],
    based_on: int | None,
    ends_on: dt.date | None = None,
    **told: Any,
) -> Blueprint:
    """Add a version of a ready plan, with its steps in order, which counts from a day on.

    `told` is title, intro, scene, theme, title_hint, summary_start and needs; `based_on` the newest version the writer
    saw, None for a new one. Raises Refused for who is no manager, a day that has passed, an end before the beginning,
    a plan without steps or with too many, and a code that another one has; Stale when somebody added a version
    meanwhile.
    """
    if not can_write_blueprints(actor):
        raise Refused(_("Alleen een beheerder kan dit veranderen."))
    refuse_days(starts_on, ends_on)
    steps = list(steps)
    if not steps:
        raise Refused(_("Schrijf minstens één stap."))
    if len(steps) > MOST_STEPS:
        raise Refused(_("Een draaiboek heeft hoogstens %(most)d stappen.") % {"most": MOST_STEPS})
    one_at_a_time("blueprints")
    newest = Blueprint.objects.filter(code=code).order_by("-pk").first()
    if code in NEVER_A_CODE or (based_on is None and newest):
        raise Refused(_("Er is al een draaiboek met dit adres. Kies een ander adres."))
    if newest and newest.pk != based_on:
        raise Stale(_("Iemand anders heeft dit draaiboek net bewaard. Bekijk eerst wat er nu staat."))
    position = newest.position if newest else Blueprint.objects.values("code").distinct().count() + 1
    version = Blueprint.objects.create(
        code=code, position=position, starts_on=starts_on, ends_on=ends_on, author=actor, **told
    )
    rows = (BlueprintStep(blueprint=version, position=n, **step) for n, step in enumerate(steps, start=1))
    BlueprintStep.objects.bulk_create(rows)
    changes = {"code": (None, code), "starts_on": (None, starts_on), "ends_on": (None, ends_on)}
    record(actor=actor, verb=BLUEPRINT_ADDED, changes=changes)
    return version


@transaction.atomic
def withdraw_blueprint(*, blueprint: Blueprint, actor: User) -> None:
    """Take away a version that has not begun. Raises Refused for who is no manager, and for one that has."""
    if not can_write_blueprints(actor):
        raise Refused(_("Alleen een beheerder kan dit veranderen."))
    row = Blueprint.objects.select_for_update().filter(pk=blueprint.pk).first()
    if row is None:
        return
    refuse_what_began(row.starts_on)
    changes = {"code": (row.code, None), "starts_on": (row.starts_on, None)}
    record(actor=actor, verb=BLUEPRINT_WITHDRAWN, changes=changes)
    row.delete()


@transaction.atomic
def add_card(
    *, actor: User, code: str, starts_on: dt.date, ends_on: dt.date | None, based_on: int | None, **told: Any
) -> NextStepCard:
    """Add a version of a tip, which counts from a day on. `told` is its words, its page and its conditions.

    Raises Refused for who is no manager, a day that has passed and an end before the beginning; Stale when somebody
    added a version meanwhile.
    """
    if not can_write_cards(actor):
        raise Refused(_("Alleen een beheerder kan dit veranderen."))
    refuse_days(starts_on, ends_on)
    one_at_a_time("cards")
    newest = NextStepCard.objects.filter(code=code).order_by("-pk").first()
    if code in NEVER_A_CODE or (based_on is None and newest):
        raise Refused(_("Er is al een tip met deze naam. Kies een andere naam."))
    if newest and newest.pk != based_on:
        raise Stale(_("Iemand anders heeft deze tip net bewaard. Bekijk eerst wat er nu staat."))
    position = newest.position if newest else NextStepCard.objects.values("code").distinct().count() + 1
    version = NextStepCard.objects.create(
        code=code, position=position, starts_on=starts_on, ends_on=ends_on, author=actor, **told
    )
    changes = {"code": (None, code), "starts_on": (None, starts_on), "ends_on": (None, ends_on)}
    record(actor=actor, verb=CARD_ADDED, changes=changes)
    transaction.on_commit(forget_cards_in_force)
    return version


@transaction.atomic
def withdraw_card(*, card: NextStepCard, actor: User) -> None:
    """Take away a version that has not begun. Raises Refused for who is no manager, and for one that has."""
    if not can_write_cards(actor):
        raise Refused(_("Alleen een beheerder kan dit veranderen."))
    row = NextStepCard.objects.select_for_update().filter(pk=card.pk).first()
    if row is None:
        return
    refuse_what_began(row.starts_on)
    record(actor=actor, verb=CARD_WITHDRAWN, changes={"code": (row.code, None), "starts_on": (row.starts_on, None)})
    row.delete()
    transaction.on_commit(forget_cards_in_force)


def refuse_days(starts_on: dt.date, ends_on: dt.date | None) -> None:
    """Raises Refused for a beginning that has passed, and for an end before it."""
    if starts_on < timezone.localdate():
        raise Refused(_("Deze dag is voorbij. Kies vandaag of later."))
    if ends_on and ends_on < starts_on:
        raise Refused(_("De laatste dag ligt voor de eerste."))


def refuse_what_began(starts_on: dt.date) -> None:
    """Raises Refused for what counts already."""
    if starts_on <= timezone.localdate():
        raise Refused(_("Dit geldt al. Zet iets nieuws klaar in plaats daarvan."))


def one_at_a_time(what: str) -> None:
    """Let the next who writes the same wait until this transaction ends: there may be no row yet to lock."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"initiatives {what}"])
