"""Parts people play. Labels are rows (RoleType): the gemeente renames its roles often."""

from django.db import models


class Role(models.TextChoices):
    """Codes that policies refer to; design.md section 3."""

    CIVIL_SERVANT = "civil_servant"
    GEBIEDSREGISSEUR = "gebiedsregisseur"
    FUND_COORDINATOR = "fund_coordinator"
    ASSESSOR = "assessor"
    MANDATE_HOLDER = "mandate_holder"
    FINANCE = "finance"
    COUNCIL_MEMBER = "council_member"
    CLERK = "clerk"
    CONTROLLER = "controller"
    MANAGER = "manager"
    PARTNER = "partner"
    WOP_BOARD = "wop_board"
    WOP_MEMBER = "wop_member"


STAFF_ROLES = frozenset(
    {
        Role.CIVIL_SERVANT,
        Role.GEBIEDSREGISSEUR,
        Role.FUND_COORDINATOR,
        Role.MANDATE_HOLDER,
        Role.FINANCE,
        Role.MANAGER,
    }
)
COUNCIL_ROLES = frozenset({Role.COUNCIL_MEMBER, Role.CLERK, Role.CONTROLLER})
SECOND_FACTOR_ROLES = STAFF_ROLES | COUNCIL_ROLES
WIJK_ROLES = frozenset({Role.GEBIEDSREGISSEUR, Role.WOP_BOARD, Role.WOP_MEMBER})
