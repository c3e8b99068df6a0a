"""The first value of each rule; a manager adds later ones."""

import datetime as dt

from gemeente.portal.enums import RuleName
from gemeente.portal.models import Rule

IN_FORCE_SINCE = dt.date(2020, 1, 1)
FIRST_VALUES = {
    RuleName.UNREACHED_DAYS: 3,
    RuleName.UNREACHED_WAYS: 2,
    RuleName.QUIET_ASK_DAYS: 365,
    RuleName.QUIET_QUESTIONS: 2,
    RuleName.QUIET_REPLY_DAYS: 30,
    RuleName.NEW_ACCOUNT_DAYS: 7,
    RuleName.NEW_ACCOUNT_ACTS: 6,
    RuleName.OWN_AGE: 16,
}


def load_rules() -> int:
    """Make the first row of rules that have none; returns how many."""
    known = set(Rule.objects.values_list("name", flat=True))
    missing = [name for name in FIRST_VALUES if name not in known]
    Rule.objects.bulk_create(Rule(name=name, value=FIRST_VALUES[name], starts_on=IN_FORCE_SINCE) for name in missing)
    return len(missing)
