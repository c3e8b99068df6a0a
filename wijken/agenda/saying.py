"""What an organisation answers to a point of the agenda, as a form gives it and a version keeps it."""

import datetime as dt
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from gemeente.cases.quarters import quarter_of
from gemeente.council.models import Budget
from gemeente.lib.errors import Refused
from wijken.agenda.enums import Answer, Firmness
from wijken.agenda.models import PromiseVersion


@dataclass(frozen=True)
class Said:
    """Yes with who, what and when, or no with why and what can be done instead."""

    answer: Answer
    function: str
    what: str = ""
    quarter: dt.date | None = None
    amount: Decimal | None = None
    money_from: str = ""
    reason: str = ""
    alternative: str = ""
    firmness: Firmness = Firmness.INTENDED
    body: str = ""
    decided_on: dt.date | None = None
    decision: str = ""
    budget: Budget | None = None

    @property
    def takes(self) -> Decimal:
        """What it takes from its budget."""
        return self.amount if self.budget and self.amount else Decimal(0)

    def as_fields(self) -> dict[str, Any]:
        """The columns of a version."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


SAID = tuple(field.name for field in fields(Said))


def checked(said: Said) -> Said:
    """What was said without what does not belong to it, its decision taken from its budget. Raises Refused."""
    if not said.function.strip():
        raise Refused(_("Zeg welke functie verantwoordelijk is."))
    if said.answer == Answer.NO:
        return checked_no(said)
    if not said.what.strip() or said.quarter is None:
        raise Refused(_("Zeg bij een ja wat jullie doen, en in welk kwartaal."))
    if said.amount is not None and not said.money_from.strip():
        raise Refused(_("Zeg erbij uit welke bron het geld komt."))
    told: dict[str, Any] = {"answer": Answer.YES, "function": said.function.strip(), "what": said.what.strip()}
    told |= {"quarter": quarter_of(said.quarter), "amount": said.amount}
    told |= {"money_from": said.money_from.strip() if said.amount is not None else ""}
    if said.firmness != Firmness.DECIDED:
        return Said(**told)
    return Said(**told, firmness=Firmness.DECIDED, **decision_of(said))


def checked_no(said: Said) -> Said:
    """A no says why, and what can be done instead. Raises Refused."""
    if not said.reason.strip() or not said.alternative.strip():
        raise Refused(_("Zeg bij een nee waarom niet, en wat er wel kan."))
    told: dict[str, Any] = {"reason": said.reason.strip(), "alternative": said.alternative.strip()}
    return Said(answer=Answer.NO, function=said.function.strip(), **told)


def decision_of(said: Said) -> dict[str, Any]:
    """By whom, when and under which number it was decided: of euros this follows from the budget. Raises Refused."""
    if said.amount is not None:
        if said.budget is None:
            raise Refused(_("Een bedrag is pas vastgesteld als er een budget voor is. Kies het budget."))
        found = {"body": said.budget.body, "decided_on": said.budget.decided_on, "decision": said.budget.number}
        return found | {"budget": said.budget}
    if not said.body.strip() or said.decided_on is None or not said.decision.strip():
        raise Refused(_("Zeg wie dit vaststelde, wanneer en onder welk nummer."))
    return {"body": said.body.strip(), "decided_on": said.decided_on, "decision": said.decision.strip()}


def said_of(version: PromiseVersion) -> Said:
    """What a version says."""
    return Said(**{name: getattr(version, name) for name in SAID})
