"""Who hears what about initiatives."""

from django.db.models import Q

from gemeente.accounts.enums import Role
from gemeente.accounts.models import RoleAssignment
from gemeente.accounts.roles import people_in
from gemeente.users.models import User
from initiatives.enums import ParticipationKind
from initiatives.models import Initiative

PUBLISHED = "initiative_published"
IN_YOUR_WIJK = "initiative_in_your_wijk"
MOVED = "initiative_moved"
NEWS = "initiative_news"
JOINED = "initiative_joined"
ASKED = "inquiry_received"
ANSWERED = "inquiry_answered"
THANKS = "thanks_asked"
HELP_OFFERED = "initiative_help_offered"
THANKED = "initiative_thanked"
QUIET = "initiative_quiet"
QUIET_VISIT = "initiative_quiet_visit"
HELPER_SAID_YES = "helper_accepted"
HELPER_STOPPED = "helper_ended"
STEPS_DUE = "initiative_steps_due"
RIGHT_CHANGED = "helper_right"
OFFERED = "initiative_offered"
OFFER_DECLINED = "offer_declined"
TAKEN_OVER = "initiative_taken_over"
PAUSED = "initiative_paused"
RESUMED = "initiative_resumed"
PAUSE_OVER = "pause_over"
REVISED = "initiative_revised"
HANDED_TO_YOU = "initiative_handed_over"
REMAPPED = "way_remapped"


def pen_holders(initiative: Initiative) -> list[User]:
    """The owner, co-owners and who acts in her name. Expects `with_helpers()`."""
    named = (*initiative.co_owners, *initiative.helpers_in_name)
    return [initiative.owner, *(helper.user for helper in named if helper.user)]


def followers(initiative: Initiative, but: User) -> list[User]:
    """Who follows the initiative, and its contact person, without the person who acts herself."""
    told = Q(follows__subject=initiative.subject)
    if initiative.case and initiative.case.contact_id:
        told |= Q(pk=initiative.case.contact_id)
    return list(User.objects.filter(told, is_active=True).exclude(pk=but.pk).distinct().order_by("pk"))


def followers_and_joiners(initiative: Initiative, but: User | None) -> list[User]:
    """Who follows, the contact person, and who joins in: those heard what it would be when they said yes."""
    told = Q(follows__subject=initiative.subject)
    told |= Q(participations__initiative=initiative, participations__kind=ParticipationKind.JOIN)
    if initiative.case and initiative.case.contact_id:
        told |= Q(pk=initiative.case.contact_id)
    rows = User.objects.filter(told, is_active=True).distinct().order_by("pk")
    return [user for user in rows if user != but]


def wop_of(initiative: Initiative) -> list[User]:
    """The residents who speak for its wijk, without the owner."""
    if initiative.wijk_id is None:
        return []
    rows = RoleAssignment.objects.filter(role__in=(Role.WOP_BOARD, Role.WOP_MEMBER), wijk=initiative.wijk_id)
    return list(people_in(rows).exclude(pk=initiative.owner_id))
