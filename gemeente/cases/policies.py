"""Who may do what with cases."""

from typing import TYPE_CHECKING, Any

from gemeente.accounts.enums import Role
from gemeente.accounts.roles import has_any_role

if TYPE_CHECKING:
    from gemeente.users.models import User


def is_case_worker(user: "User | Any") -> bool:
    """A civil servant who talks with residents: gebiedsregisseur or colleague."""
    return has_any_role(user, Role.CIVIL_SERVANT, Role.GEBIEDSREGISSEUR)


# The policy, to be read as a table.
can_read_worklist = is_case_worker
