"""Who hears what about advice."""

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone, translation

from gemeente.accounts.enums import CONTACT_ROLES, Role
from gemeente.accounts.models import RoleAssignment
from gemeente.accounts.policies import can_be_contact
from gemeente.accounts.roles import people_with_role
from gemeente.activity.actions import notify
from gemeente.activity.models import Entry
from gemeente.cases.notices import people_of_team, who_are_there
from gemeente.partners.enums import OrganisationKind
from gemeente.partners.models import Mandate
from gemeente.places.models import Wijk
from gemeente.users.models import User
from wijken.advice.models import Advice, Voornemen
from wijken.voting import Voters
from wijken.ways import voters_of

ASKED = "advice_asked"
TAKEN_UP = "advice_taken_up"
VOTE = "advice_vote"
SHORT = "advice_vote_short"
NOT_ADOPTED = "advice_not_adopted"
GIVEN = "advice_given"
TO_REPLY = "advice_to_reply"
REPLIED = "advice_replied"
DUE = "advice_reply_due"
LATE = "advice_reply_late"
WITHDRAWN = "advice_withdrawn"
PLAN_LAID = "voornemen_laid"
PLAN_TERM_OVER = "voornemen_term_over"
PLAN_DECIDED = "voornemen_decided"
PLAN_CANCELLED = "voornemen_cancelled"
PLAN_TO_YOU = "voornemen_to_you"


def board_of(wijk: Wijk) -> QuerySet[User]:
    """Who runs the WOP of a wijk today."""
    return voters_of(wijk, Voters.BOARD)


def members_of(wijk: Wijk) -> QuerySet[User]:
    """Everybody of the WOP of a wijk today."""
    return voters_of(wijk, Voters.MEMBERS)


def who_answers(wijk: Wijk, asked_by: User | None = None) -> User | None:
    """Who at the gemeente owes the answer on an advice. This is the one place that decides it.

    Who asked, if she works there; else the gebiedsregisseur of the wijk; else who has contact with residents: first who
    has a mandate to promise for the gemeente, then whoever does it longest. None where there is nobody: then the whole
    team may answer.
    """
    if asked_by is not None and asked_by.is_active and can_be_contact(asked_by):
        return asked_by
    in_wijk = people_with_role(Role.GEBIEDSREGISSEUR, wijk)
    if found := who_are_there(in_wijk):
        return found[0]
    rows = RoleAssignment.objects.on(timezone.localdate()).filter(role__in=CONTACT_ROLES - {Role.GEBIEDSREGISSEUR})
    rows = rows.filter(user__is_active=True).select_related("user").order_by("starts_on", "user_id")
    mandates = Mandate.objects.filter(organisation__kind=OrganisationKind.GEMEENTE, may_promise=True)
    promises = set(mandates.on(timezone.localdate()).values_list("user_id", flat=True))
    found = who_are_there(sorted((row.user for row in rows), key=lambda user: user.pk not in promises))
    return found[0] if found else None


def path_of(advice: Advice, name: str = "") -> str:
    """Where a notice leads, without language prefix."""
    with translation.override("nl"):
        return reverse(f"advice:{name}", args=[advice.wijk.slug, advice.pk]) if name else advice.get_absolute_url()


def tell_responsible(entry: Entry, advice: Advice, template: str) -> None:
    """Tell who owes the answer, or the whole team where nobody does."""
    people = who_are_there([advice.responsible]) or [advice.responsible] if advice.responsible else people_of_team()
    notify(entry=entry, recipients=people, template=template, path=advice.desk_url)


def tell_asker(entry: Entry, advice: Advice, template: str) -> None:
    """Tell who asked for the advice."""
    if advice.asked_by and advice.asked_by != advice.responsible:
        notify(entry=entry, recipients=[advice.asked_by], template=template, path=path_of(advice))


def tell_wop(entry: Entry, advice: Advice, template: str, *, without: User | None = None) -> None:
    """Tell everybody of the WOP, but who did it."""
    people = members_of(advice.wijk).exclude(pk=without.pk if without else 0)
    notify(entry=entry, recipients=people, template=template, path=path_of(advice))


# --- Plans of the gemeente --------------------------------------------------------------------------------------------
def tell_wops_of_plan(entry: Entry, voornemen: Voornemen, template: str) -> None:
    """Tell everybody of the WOPs before which a plan lies."""
    people = {user.pk: user for wijk in voornemen.wijken.defer("boundary") for user in members_of(wijk)}
    notify(entry=entry, recipients=people.values(), template=template)


def tell_who_reacted(entry: Entry, voornemen: Voornemen, template: str) -> None:
    """Tell everybody who reacted, and the WOPs."""
    authors = User.objects.filter(pk__in=voornemen.reactions.values("author_id"))
    notify(entry=entry, recipients=authors, template=template)
    tell_wops_of_plan(entry, voornemen, template)


def tell_planner(entry: Entry, voornemen: Voornemen, template: str) -> None:
    """Tell who is responsible for a plan, or who stands in for her."""
    people = who_are_there([voornemen.responsible]) or [voornemen.responsible]
    notify(entry=entry, recipients=people, template=template, path=voornemen.desk_url)
