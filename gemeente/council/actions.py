"""Every write on a budget. What is promised of it never passes its amount, however many promise at once."""

import datetime as dt
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from gemeente.activity.actions import record
from gemeente.council.models import Budget
from gemeente.council.policies import can_record_budget
from gemeente.council.verbs import BUDGET_RECORDED
from gemeente.lib.errors import Refused
from gemeente.users.models import User


@transaction.atomic
def record_budget(
    *, name: str, year: int, amount: Decimal, body: str, decided_on: dt.date, number: str, actor: User
) -> Budget:
    """Write down what was set aside, by whom, when and under which number.

    Raises Refused for anybody but the clerk, for no amount, a decision of later, and a name that the year has already.
    """
    if not can_record_budget(actor):
        raise Refused("Alleen de griffie schrijft een budget op.")
    if amount <= 0:
        raise Refused("Een budget is meer dan nul euro.")
    if decided_on > timezone.localdate():
        raise Refused("Dit besluit ligt nog in de toekomst. Schrijf het op als het genomen is.")
    if Budget.objects.filter(year=year, name__iexact=name.strip()).exists():
        raise Refused("Dit budget staat er al voor dit jaar.")
    made = Budget.objects.create(
        name=name.strip(),
        year=year,
        amount=amount,
        body=body.strip(),
        decided_on=decided_on,
        number=number.strip(),
        recorded_by=actor,
    )
    told = {"budget": made.name, "year": year, "amount": amount, "body": made.body, "number": made.number}
    record(actor=actor, verb=BUDGET_RECORDED, changes={field: (None, value) for field, value in told.items()})
    return made


def change_promised(*, budget_id: int, by: Decimal) -> Budget:
    """Take room from a budget for a promise, or with a negative amount give it back; only in a transaction.

    The row is locked until the end of that transaction, so of two at once the second sees what the first took. Who
    takes from several budgets does so in the order of their ids. Raises Refused where there is no room.
    """
    budget = Budget.objects.select_for_update().get(pk=budget_id)
    if budget.promised + by > budget.amount:
        words = {"name": str(budget), "room": number_format(budget.room, 2, force_grouping=True)}
        raise Refused(_("In het budget %(name)s is nog € %(room)s over. Dat is te weinig.") % words)
    budget.promised += by
    budget.save(update_fields=["promised"])
    return budget
