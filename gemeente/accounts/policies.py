"""Who may do what with accounts, roles and the back office."""

from typing import TYPE_CHECKING, Any

from gemeente.accounts.enums import CONTACT_ROLES, OUTDOOR_ROLES, SECOND_FACTOR_ROLES, SELF_RUN_ROLES, Role
from gemeente.accounts.roles import has_any_role, held_roles

if TYPE_CHECKING:
    from gemeente.users.models import User


def is_signed_in(user: "User | Any") -> bool:
    """Somebody we know, whose account is open."""
    return bool(user.is_authenticated and user.is_active)


def is_manager(user: "User | Any") -> bool:
    """Somebody who keeps the portal: roles, texts, regelingen."""
    return has_any_role(user, Role.MANAGER)


def needs_second_factor(user: "User | Any") -> bool:
    """Somebody whose pages show more than her own: they open after a second step only."""
    return has_any_role(user, *SECOND_FACTOR_ROLES)


def can_be_contact(user: "User | Any") -> bool:
    """Somebody whom residents may get as their contact person."""
    return has_any_role(user, *CONTACT_ROLES)


def holds_no_role(user: "User | Any") -> bool:
    """Somebody without work that would be left behind. What she does in a WOP she hands over herself, or it ends."""
    return is_signed_in(user) and all(held.role in SELF_RUN_ROLES for held in held_roles(user))


def can_state_age(user: "User | Any", person: "User") -> bool:
    """Say whether somebody is old enough: she herself; of somebody on paper, who goes there for the gemeente."""
    if not is_signed_in(user):
        return False
    return bool(user.pk == person.pk or (not person.email and has_any_role(user, *OUTDOOR_ROLES)))


# The policy, to be read as a table.
can_use_admin = is_manager
can_assign_role = is_manager
can_end_role = is_manager
can_read_people = is_manager
can_invite_person = is_manager
can_change_reference = is_manager
can_edit_own_profile = is_signed_in
can_edit_own_work_profile = can_be_contact
can_download_own_data = is_signed_in
can_close_own_account = holds_no_role

POLICIES = {
    "use_admin": can_use_admin,
    "assign_role": can_assign_role,
    "end_role": can_end_role,
    "read_people": can_read_people,
    "invite_person": can_invite_person,
    "change_reference": can_change_reference,
    "edit_own_profile": can_edit_own_profile,
    "edit_own_work_profile": can_edit_own_work_profile,
    "download_own_data": can_download_own_data,
    "close_own_account": can_close_own_account,
}
