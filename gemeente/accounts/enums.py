"""Parts people play, and how they want to be reached. Labels of roles are rows: the gemeente renames them often."""

from django.db import models
from django.utils.translation import gettext_lazy as _

INVITATION_DAYS = 14  # how long the link of an invitation works
CLAIM_DAYS = 60  # how long somebody can say that what was written down for her is hers
GUARDIAN_DAYS = 60  # how long a parent or youth worker can answer


class Role(models.TextChoices):
    """Codes that policies refer to; design.md section 3."""

    CIVIL_SERVANT = "civil_servant"
    GEBIEDSREGISSEUR = "gebiedsregisseur"
    TEAM_LEAD = "team_lead"
    FUND_COORDINATOR = "fund_coordinator"
    ASSESSOR = "assessor"
    MANDATE_HOLDER = "mandate_holder"
    FINANCE = "finance"
    COUNCIL_MEMBER = "council_member"
    CLERK = "clerk"
    CONTROLLER = "controller"
    MANAGER = "manager"
    MODERATOR = "moderator"
    PARTNER = "partner"
    WOP_BOARD = "wop_board"
    WOP_MEMBER = "wop_member"
    BUURTCOACH = "buurtcoach"


STAFF_ROLES = frozenset(
    {
        Role.CIVIL_SERVANT,
        Role.GEBIEDSREGISSEUR,
        Role.TEAM_LEAD,
        Role.FUND_COORDINATOR,
        Role.MANDATE_HOLDER,
        Role.FINANCE,
        Role.MANAGER,
        Role.MODERATOR,
    }
)
COUNCIL_ROLES = frozenset({Role.COUNCIL_MEMBER, Role.CLERK, Role.CONTROLLER})
SECOND_FACTOR_ROLES = STAFF_ROLES | COUNCIL_ROLES
CONTACT_ROLES = frozenset({Role.CIVIL_SERVANT, Role.GEBIEDSREGISSEUR, Role.TEAM_LEAD})
WIJK_ROLES = frozenset({Role.GEBIEDSREGISSEUR, Role.WOP_BOARD, Role.WOP_MEMBER, Role.BUURTCOACH})
# Residents run their WOP themselves: its own actions give and end these, beside a manager.
SELF_RUN_ROLES = frozenset({Role.WOP_BOARD, Role.WOP_MEMBER})
# Who brings in outdoors what somebody else wants to do: employees and volunteers who go there anyway.
OUTDOOR_ROLES = CONTACT_ROLES | {Role.WOP_BOARD, Role.BUURTCOACH}


class ContactWay(models.TextChoices):
    """How somebody wants to hear from her contact person."""

    PHONE = "phone", _("Bel me")
    VISIT = "visit", _("Kom langs")
    WRITING = "writing", _("Schrijf me liever")


class DayPart(models.TextChoices):
    """When somebody is best reached."""

    ANY = "any", _("Maakt niet uit")
    MORNING = "morning", _("'s Ochtends")
    AFTERNOON = "afternoon", _("'s Middags")
    EVENING = "evening", _("'s Avonds")


class AgeGroup(models.TextChoices):
    """Whether somebody acts for herself; the gemeente sets from which age (portal: RuleName.OWN_AGE)."""

    OWN = "own", _("Oud genoeg om zelf te beginnen")
    YOUNG = "young", _("Jonger")


class GuardianKind(models.TextChoices):
    """Who says yes for a young person."""

    PARENT = "parent", _("Mijn ouder of verzorger")
    YOUTH_WORKER = "youth_worker", _("Een jongerenwerker")
