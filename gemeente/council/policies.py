"""Who records what the council decided about money."""

from typing import Any

from gemeente.accounts.enums import Role
from gemeente.accounts.roles import has_any_role


def can_record_budget(user: Any) -> bool:
    """Write a budget down: the clerk of the council."""
    return has_any_role(user, Role.CLERK)


# The policy, to be read as a table.
POLICIES = {"record_budget": can_record_budget}
