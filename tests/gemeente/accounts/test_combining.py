"""What one person may not be at once: every pair of roles in one table written by hand, through every door."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from gemeente.accounts.actions import accept_invitation, assign_role, invite_person, register_person
from gemeente.accounts.enums import WIJK_ROLES, Role
from gemeente.accounts.manage_forms import InviteForm, RoleForm
from gemeente.accounts.models import RoleAssignment, RoleExclusion
from gemeente.accounts.reference import EXCLUSIONS, load_roles
from gemeente.lib.errors import Refused
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.factories.accounts import give_role
from tests.factories.users import UserFactory

# fmt: off
# . together   x never together (Gemeentewet 13 lid 1; design.md section 3)   = the same role a second time
TABLE = """
                  ci ge te fu as ma fi co cl ct mg mo pa wb wm bu
civil_servant     =  .  .  .  .  .  .  x  .  .  .  .  .  .  .  .
gebiedsregisseur  .  .  .  .  .  .  .  x  .  .  .  .  .  .  .  .
team_lead         .  .  =  .  .  .  .  x  .  .  .  .  .  .  .  .
fund_coordinator  .  .  .  =  .  .  .  x  .  .  .  .  .  .  .  .
assessor          .  .  .  .  =  .  .  x  .  .  .  .  .  .  .  .
mandate_holder    .  .  .  .  .  =  .  x  .  .  .  .  .  .  .  .
finance           .  .  .  .  .  .  =  x  .  .  .  .  .  .  .  .
council_member    x  x  x  x  x  x  x  =  x  x  x  x  .  .  .  .
clerk             .  .  .  .  .  .  .  x  =  .  .  .  .  .  .  .
controller        .  .  .  .  .  .  .  x  .  =  .  .  .  .  .  .
manager           .  .  .  .  .  .  .  x  .  .  =  .  .  .  .  .
moderator         .  .  .  .  .  .  .  x  .  .  .  =  .  .  .  .
partner           .  .  .  .  .  .  .  .  .  .  .  .  =  .  .  .
wop_board         .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
wop_member        .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
buurtcoach        .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
"""
# fmt: on
ROWS = {line.split()[0]: "".join(line.split()[1:]) for line in TABLE.strip().splitlines()[1:]}
Act = Callable[[User, Role], None]


@pytest.fixture
def wijken(oostgaarde: Wijk, schollevaar: Wijk) -> tuple[Wijk, Wijk]:
    """A wijk for the first role and another for the second."""
    return oostgaarde, schollevaar


def outcome(words: str) -> str:
    """What a refusal means in the table."""
    if "raadslid" in words:
        return "x"
    return "=" if "al in die tijd" in words or "role_assignment_once" in words else words


def row_of(one: Role, wijk: Wijk, act: Act, error: type[Exception]) -> str:
    """A row of the table as one door has it: `act` gives a second role to who has the first."""
    found, user = "", UserFactory()
    give_role(user, one, wijk=wijk if one in WIJK_ROLES else None)
    for two in Role:
        try:
            with transaction.atomic():
                act(user, two)
                transaction.set_rollback(True)
        except error as refusal:
            found += outcome(str(refusal))
        else:
            found += "."
    return found


def test_table_has_every_role_in_order() -> None:
    assert list(ROWS) == Role.values
    assert {len(row) for row in ROWS.values()} == {len(Role)}


def test_table_reads_the_same_both_ways() -> None:
    assert list(ROWS.values()) == ["".join(column) for column in zip(*ROWS.values(), strict=True)]


@pytest.mark.parametrize("one", Role)
def test_action(reference: None, mona: User, wijken: tuple[Wijk, Wijk], one: Role) -> None:
    def act(user: User, two: Role) -> None:
        wijk = wijken[1] if two in WIJK_ROLES else None
        assign_role(user=user, role=two, wijk=wijk, starts_on=timezone.localdate(), actor=mona)

    assert row_of(one, wijken[0], act, Refused) == ROWS[one]


@pytest.mark.parametrize("form_class", [RoleForm, InviteForm])
@pytest.mark.parametrize("one", Role)
def test_form(reference: None, mona: User, wijken: tuple[Wijk, Wijk], one: Role, form_class: type[RoleForm]) -> None:
    def act(user: User, two: Role) -> None:
        typed = {"role": two, "wijk": wijken[1].slug if two in WIJK_ROLES else "", "starts_on": timezone.localdate()}
        person = {"person": user} if form_class is RoleForm else {}
        form = form_class(typed | {"email": user.email, "name": "Iemand"}, actor=mona, **person)
        if not form.is_valid():
            raise Refused(str(dict(form.errors)))

    assert row_of(one, wijken[0], act, Refused) == ROWS[one]


@pytest.mark.parametrize("one", Role)
def test_command(reference: None, wijken: tuple[Wijk, Wijk], one: Role, capsys: object) -> None:
    def act(user: User, two: Role) -> None:
        call_command("give_role", user.email, two.value, **({"wijk": wijken[1].slug} if two in WIJK_ROLES else {}))

    assert row_of(one, wijken[0], act, CommandError) == ROWS[one]


@pytest.mark.parametrize("one", Role)
def test_sql(reference: None, wijken: tuple[Wijk, Wijk], one: Role) -> None:
    def act(user: User, two: Role) -> None:
        first = RoleAssignment.objects.get(user=user)
        wijk = wijken[1].pk if two in WIJK_ROLES else None
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO accounts_roleassignment (user_id, role, wijk_id, starts_on, given_at)"
                " VALUES (%s, %s, %s, %s, now())",
                [user.pk, two.value, wijk, first.starts_on],
            )

    assert row_of(one, wijken[0], act, IntegrityError) == ROWS[one]


@pytest.mark.parametrize("meanwhile", [Role.COUNCIL_MEMBER, Role.PARTNER])
def test_yes_to_an_invitation(reference: None, mona: User, meanwhile: Role) -> None:
    asked = invite_person(
        email="nel@voorbeeld.example",
        name="Nel",
        role=Role.FINANCE,
        wijk=None,
        starts_on=timezone.localdate(),
        ends_on=None,
        actor=mona,
    )
    nel = register_person(email="nel@voorbeeld.example", name="Nel")
    assign_role(user=nel, role=meanwhile, wijk=None, starts_on=timezone.localdate(), actor=mona)

    try:
        accept_invitation(invitation=asked)
        said = "."
    except Refused as refusal:
        said = outcome(str(refusal))

    asked.refresh_from_db()
    assert said == ROWS[Role.FINANCE][list(Role).index(meanwhile)]
    assert (asked.answered_at is None) == (said == "x")


# --- The rows ---------------------------------------------------------------------------------------------------------
def test_reason_names_the_article_for_who_works_for_the_gemeente(reference: None) -> None:
    reasons = dict(RoleExclusion.objects.values_list("role", "reason")) | dict(
        RoleExclusion.objects.values_list("other", "reason")
    )

    assert "Gemeentewet, artikel 13" in reasons[Role.FINANCE]
    assert "Gemeentewet, artikel 13" in reasons[Role.CLERK]
    assert "Gemeentewet" not in reasons[Role.ASSESSOR]


def test_new_pairs_reach_a_portal_that_was_there_before(db: None) -> None:
    old = RoleExclusion.objects.create(
        role=Role.CIVIL_SERVANT, other=Role.COUNCIL_MEMBER, reason="Van vroeger.", starts_on=dt.date(2020, 1, 1)
    )

    load_roles()

    old.refresh_from_db()
    assert RoleExclusion.objects.count() == len(EXCLUSIONS)
    assert "artikel 13" in old.reason
    assert load_roles() == 0
