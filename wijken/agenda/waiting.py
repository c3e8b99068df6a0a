"""Which points wait for the gemeente, as its people see them."""

from typing import Any

from gemeente.accounts.enums import Role
from gemeente.accounts.roles import held_roles
from gemeente.partners.policies import speaks_for_gemeente
from wijken.agenda.models import Opgave
from wijken.agenda.querysets import OpgaveQuerySet


def waiting_for(user: Any) -> OpgaveQuerySet:
    """The points that wait for the gemeente: of the whole town for who holds its mandate, else of one's own wijken."""
    rows = Opgave.objects.public().waiting()
    if speaks_for_gemeente(user):
        return rows
    wijken = {held.wijk_id for held in held_roles(user) if held.role == Role.GEBIEDSREGISSEUR}
    return rows.filter(wijk__in=wijken)
