"""Who hears what at the brakes. Nothing here carries what was reported, or by whom."""

from django.urls import reverse
from django.utils import translation

from gemeente.accounts.enums import Role
from gemeente.accounts.policies import can_be_contact
from gemeente.accounts.roles import people_with_role
from gemeente.activity.actions import notify
from gemeente.activity.models import Entry
from gemeente.cases.models import CaseFile
from gemeente.cases.notices import first_responsible
from gemeente.moderation.models import Hiding, Report, Worry
from gemeente.users.models import User

REPORT_RECEIVED = "report_received"
REPORT_WAITS_FOR_MANAGER = "report_for_manager"
REPORT_SETTLED = "report_settled"
SOMETHING_HIDDEN = "something_hidden"
HIDING_WAS_ANSWERED = "hiding_answered"
HIDING_WAS_KEPT = "hiding_kept"
HIDING_WAS_LIFTED = "hiding_lifted"
WORRY_RECEIVED = "worry_received"
WORRY_FOR_DESK = "worry_for_desk"
WORRY_WAS_ANSWERED = "worry_answered"
PAUSED = "account_paused"


def tell_moderators(entry: Entry, report: Report) -> None:
    """Tell who reads the queue: the moderators, else the managers; never who has a part in the case."""
    for role in (Role.MODERATOR, Role.MANAGER):
        if others := list(people_with_role(role).exclude(pk__in=report.involved_ids)):
            notify(entry=entry, recipients=others, template=REPORT_RECEIVED, path=report.desk_url)
            return


def tell_managers(entry: Entry, template: str, about: Report | Hiding) -> None:
    """Tell the managers who have no part in the case."""
    managers = people_with_role(Role.MANAGER).exclude(pk__in=about.involved_ids)
    notify(entry=entry, recipients=managers, template=template, path=about.desk_url)


def tell_reporter(entry: Entry, report: Report) -> None:
    """Tell who reported while signed in that somebody looked at it; a visitor gets a mail of its own."""
    if report.reporter:
        with translation.override("nl"):
            path = report.get_absolute_url()
        notify(entry=entry, recipients=[report.reporter], template=REPORT_SETTLED, path=path)


def tell_owners_of(entry: Entry, hiding: Hiding, template: str) -> None:
    """Tell those whose text it is; the button leads to their page of this decision."""
    owners = User.objects.filter(pk__in=hiding.owner_ids)
    notify(entry=entry, recipients=owners, template=template, path=hiding.path)


def tell_of_worry(entry: Entry, worry: Worry) -> None:
    """Tell the owners, and the contact person or who looks first while there is none."""
    case = worry.case
    owners = [person.user for person in case.voices]
    notify(entry=entry, recipients=owners, template=WORRY_RECEIVED, path=worry.path)
    notify(entry=entry, recipients=desk_of(case), template=WORRY_FOR_DESK, path=worry.desk_url)


def desk_of(case: CaseFile) -> list[User]:
    """The contact person, or whoever looks first."""
    return [case.contact] if case.contact and can_be_contact(case.contact) else first_responsible(case)


def tell_neighbour(entry: Entry, worry: Worry) -> None:
    """Tell who worried while signed in that there is an answer; a visitor gets a mail of its own."""
    if worry.author:
        notify(entry=entry, recipients=[worry.author], template=WORRY_WAS_ANSWERED, path=worry.path)


def tell_paused(entry: Entry, person: User) -> None:
    """Tell somebody that she is asked to be silent for a while, and where the reason is."""
    with translation.override("nl"):
        path = reverse("moderation:blocks")
    notify(entry=entry, recipients=[person], template=PAUSED, path=path)
