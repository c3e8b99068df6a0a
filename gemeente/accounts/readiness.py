"""Which people there must be before the first wijk can start."""

from django.utils import timezone

from gemeente.accounts.enums import Role
from gemeente.accounts.models import RoleAssignment

INVITE = "/beheer/mensen/uitnodigen/"


def has_two_managers() -> bool:
    """Nobody can stand in for a manager who is alone."""
    return holders(Role.MANAGER) >= 2


def has_team_lead() -> bool:
    """Somebody takes over the work of who is suddenly away."""
    return holders(Role.TEAM_LEAD) >= 1


def has_gebiedsregisseur() -> bool:
    """Somebody looks first at what residents of a wijk put online."""
    return holders(Role.GEBIEDSREGISSEUR) >= 1


def holders(role: Role) -> int:
    """How many people hold a role today."""
    rows = RoleAssignment.objects.on(timezone.localdate()).of_role(role).filter(user__is_active=True)
    return rows.values("user").distinct().count()


READINESS = (
    ("second_manager", "Een tweede beheerder, voor als jij er niet bent", has_two_managers, INVITE),
    ("team_lead", "Een teamleider, die werk overneemt als iemand uitvalt", has_team_lead, INVITE),
    ("gebiedsregisseur", "Een gebiedsregisseur voor de eerste wijk", has_gebiedsregisseur, INVITE),
)
