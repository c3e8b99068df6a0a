"""Every policy of accounts x every role, in one table written by hand."""

import pytest
from django.contrib.auth.models import AnonymousUser

from gemeente.accounts.actions import register_on_paper
from gemeente.accounts.enums import COUNCIL_ROLES, SECOND_FACTOR_ROLES, STAFF_ROLES, Role
from gemeente.accounts.policies import POLICIES, can_state_age, needs_second_factor
from tests.factories.accounts import give_role
from tests.factories.users import UserFactory

PERSON = {"edit_own_profile", "download_own_data"}
KEEPER = {"use_admin", "assign_role", "end_role", "read_people", "invite_person", "change_reference"}
TABLE: dict[str, set[str]] = {
    "visitor": set(),
    "resident": PERSON | {"close_own_account"},
    "civil_servant": PERSON | {"edit_own_work_profile"},
    "gebiedsregisseur": PERSON | {"edit_own_work_profile"},
    "fund_coordinator": PERSON,
    "assessor": PERSON,
    "mandate_holder": PERSON,
    "finance": PERSON,
    "council_member": PERSON,
    "clerk": PERSON,
    "controller": PERSON,
    "manager": PERSON | KEEPER,
    "partner": PERSON,
    "wop_board": PERSON | {"close_own_account"},  # what she does there she hands over, or it ends
    "wop_member": PERSON | {"close_own_account"},
    "team_lead": PERSON | {"edit_own_work_profile"},
    "moderator": PERSON,
    "buurtcoach": PERSON,
}
SECOND_FACTOR = {
    "civil_servant",
    "gebiedsregisseur",
    "team_lead",
    "moderator",
    "fund_coordinator",
    "mandate_holder",
    "finance",
    "council_member",
    "clerk",
    "controller",
    "manager",
}


def somebody(who: str) -> object:
    """A visitor, a resident, or somebody with one role."""
    if who == "visitor":
        return AnonymousUser()
    user = UserFactory()
    if who != "resident":
        give_role(user, Role(who))
    return user


@pytest.mark.parametrize("who", TABLE)
def test_policy_table(db: None, who: str) -> None:
    user = somebody(who)

    allowed = {name for name, policy in POLICIES.items() if policy(user)}

    assert allowed == TABLE[who]


def test_table_has_every_role() -> None:
    assert set(TABLE) == {"visitor", "resident"} | set(Role.values)


@pytest.mark.parametrize("who", TABLE)
def test_staff_and_council_need_a_second_factor(db: None, who: str) -> None:
    assert needs_second_factor(somebody(who)) == (who in SECOND_FACTOR)


def test_second_factor_covers_staff_and_council() -> None:
    assert SECOND_FACTOR_ROLES == STAFF_ROLES | COUNCIL_ROLES


def test_closed_account_may_nothing(db: None) -> None:
    user = UserFactory()
    give_role(user, Role.MANAGER)
    user.is_active = False

    allowed = {name for name, policy in POLICIES.items() if policy(user)}

    assert allowed == set()


OUTDOORS = {"civil_servant", "gebiedsregisseur", "team_lead", "wop_board", "buurtcoach"}


@pytest.mark.parametrize("who", TABLE)
def test_who_says_whether_somebody_is_old_enough(db: None, who: str) -> None:
    user, on_paper, with_account = somebody(who), register_on_paper(name="Ria"), UserFactory()

    assert can_state_age(user, on_paper) == (who in OUTDOORS)
    assert not can_state_age(user, with_account)
    assert can_state_age(user, user) == (who != "visitor")
