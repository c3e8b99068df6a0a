"""Names of roles and the pairs that exclude each other, as design.md section 3 states them."""

import datetime as dt

from gemeente.accounts.enums import STAFF_ROLES, Role
from gemeente.accounts.models import RoleExclusion, RoleType

ROLE_NAMES = {
    Role.CIVIL_SERVANT: ("ambtenaar", "civil servant"),
    Role.GEBIEDSREGISSEUR: ("gebiedsregisseur", "area manager"),
    Role.TEAM_LEAD: ("teamleider gebiedsregie", "team lead"),
    Role.FUND_COORDINATOR: ("fondscoördinator", "fund coordinator"),
    Role.ASSESSOR: ("lid van het Denk & Doe mee!-team", "member of the Denk & Doe mee! team"),
    Role.MANDATE_HOLDER: ("beslisser met mandaat", "mandate holder"),
    Role.FINANCE: ("medewerker financiën", "finance officer"),
    Role.COUNCIL_MEMBER: ("raadslid", "council member"),
    Role.CLERK: ("griffier", "clerk of the council"),
    Role.CONTROLLER: ("controller", "controller"),
    Role.MANAGER: ("functioneel beheerder", "manager of the portal"),
    Role.MODERATOR: ("moderator", "moderator"),
    Role.PARTNER: ("partner", "partner"),
    Role.WOP_BOARD: ("bestuurslid van het WOP", "board member of the WOP"),
    Role.WOP_MEMBER: ("lid van het WOP", "member of the WOP"),
    Role.BUURTCOACH: ("buurtcoach", "neighbourhood coach"),
}
COUNCIL_APART = "Een raadslid stelt kaders en controleert; wie uitvoert, adviseert of beslist kan dat niet ook zijn."
NO_EMPLOYEE = "Een raadslid stelt kaders en is geen ambtenaar van dezelfde gemeente (Gemeentewet, artikel 13 lid 1)."
EMPLOYEES = (*sorted(STAFF_ROLES), Role.CLERK, Role.CONTROLLER)
EXCLUSIONS = [
    *((Role.COUNCIL_MEMBER, role, NO_EMPLOYEE) for role in EMPLOYEES),
    (Role.COUNCIL_MEMBER, Role.ASSESSOR, COUNCIL_APART),
]
IN_FORCE_SINCE = dt.date(2020, 1, 1)


def load_roles() -> int:
    """Make the rows that are missing, and give each exclusion its reason of today; returns how many changed."""
    made = 0
    for role, (label, label_en) in ROLE_NAMES.items():
        made += RoleType.objects.get_or_create(role=role, defaults={"label": label, "label_en": label_en})[1]
    for one, two, reason in EXCLUSIONS:
        first, second = sorted([one.value, two.value])
        rule, is_new = RoleExclusion.objects.get_or_create(
            role=first, other=second, starts_on=IN_FORCE_SINCE, defaults={"reason": reason}
        )
        made += is_new
        if rule.reason != reason:
            RoleExclusion.objects.filter(pk=rule.pk).update(reason=reason)
            made += 1
    return made
