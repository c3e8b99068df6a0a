"""The first term of each kind of case; a manager adds later ones."""

import datetime as dt

from gemeente.cases.enums import CaseKind
from gemeente.cases.models import FirstContactTerm

IN_FORCE_SINCE = dt.date(2020, 1, 1)
WORKING_DAYS = {CaseKind.INITIATIVE: 3, CaseKind.QUESTION: 2}


def load_terms() -> int:
    """Make the terms of kinds that have none; returns how many."""
    made = 0
    for kind, days in WORKING_DAYS.items():
        if not FirstContactTerm.objects.filter(kind=kind).exists():
            FirstContactTerm.objects.create(kind=kind, working_days=days, starts_on=IN_FORCE_SINCE)
            made += 1
    return made
