"""An invitation, as tests begin with it."""

import datetime as dt
from typing import Any

from gemeente.accounts.actions import invite_person
from gemeente.accounts.enums import Role
from gemeente.accounts.models import Invitation
from gemeente.users.models import User

TODAY = dt.date(2026, 6, 15)
NEL = "nel@voorbeeld.example"


def invited(by: User, **fields: Any) -> Invitation:
    """Nel de Wit, asked to be clerk of the council from today."""
    about = {"role": Role.CLERK, "wijk": None, "starts_on": TODAY, "ends_on": None}
    return invite_person(**({"email": NEL, "name": "Nel de Wit", "actor": by} | about | fields))
