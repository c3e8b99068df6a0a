"""Who keeps the organisations, and who speaks for them. Pure: mandates load once per request onto the user."""

from typing import Any

from gemeente.accounts.policies import is_manager
from gemeente.partners.mandates import held_mandates

can_keep_partners = is_manager


def can_sign_for(user: Any, organisation_id: int | None) -> bool:
    """Put a signature in the name of an organisation: who holds its mandate for that today."""
    return any(held.organisation_id == organisation_id and held.may_sign for held in held_mandates(user))


def can_promise_for(user: Any, organisation_id: int | None) -> bool:
    """Promise something in the name of an organisation: who holds its mandate for that today."""
    return any(held.organisation_id == organisation_id and held.may_promise for held in held_mandates(user))


def can_promise(user: Any) -> bool:
    """Promise something in the name of any organisation."""
    return any(held.may_promise for held in held_mandates(user))


def speaks_for_gemeente(user: Any) -> bool:
    """Hold a mandate for the gemeente today."""
    return any(held.is_gemeente for held in held_mandates(user))


def speaks_for(user: Any, organisation_id: int | None) -> bool:
    """Hold any mandate for an organisation today."""
    return any(held.organisation_id == organisation_id for held in held_mandates(user))


# The policy, to be read as a table.
POLICIES = {"keep_partners": can_keep_partners, "promise": can_promise}
