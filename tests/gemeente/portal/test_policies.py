"""Who may set what: every policy of the portal app x everybody."""

import pytest
from django.contrib.auth.models import AnonymousUser

from gemeente.portal.policies import POLICIES
from gemeente.users.models import User

# fmt: off
TABLE = {
    "edit_texts":      {"mona"},
    "change_gemeente": {"mona"},
    "set_doors":       {"mona"},
    "set_rules":       {"mona"},
}
# fmt: on


def test_every_policy_is_in_the_table() -> None:
    assert POLICIES.keys() == TABLE.keys()


@pytest.mark.parametrize("name", sorted(TABLE))
def test_policy_lets_through_whom_the_table_says(name: str, cast: dict[str, User | None]) -> None:
    people = {who: user or AnonymousUser() for who, user in cast.items()}

    assert {who for who, user in people.items() if POLICIES[name](user)} == TABLE[name]
