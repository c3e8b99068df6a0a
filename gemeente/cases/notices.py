"""Who hears what about cases."""

from django.utils import translation

from gemeente.accounts.enums import CONTACT_ROLES, Role
from gemeente.accounts.policies import can_be_contact
from gemeente.accounts.roles import people_with_role
from gemeente.activity.actions import notify
from gemeente.activity.models import Entry
from gemeente.cases.models import CaseFile
from gemeente.users.models import User

NEW_CASE = "new_case"
CASES_WAITING = "cases_waiting"


def first_responsible(case: CaseFile) -> list[User]:
    """Who looks first: the gebiedsregisseurs of the wijk, else the team of civil servants, else a manager.

    The managers come last so that nothing a resident publishes ever reaches nobody. Never an owner: it is her own.
    """
    groups = [people_with_role(Role.CIVIL_SERVANT), people_with_role(Role.MANAGER)]
    if case.subject.wijk:
        groups.insert(0, people_with_role(Role.GEBIEDSREGISSEUR, wijk=case.subject.wijk))
    for people in groups:
        if others := list(people.exclude(pk__in=case.owner_ids)):
            return others
    return []


def face_of(case: CaseFile) -> User | None:
    """Whom the owner may expect to hear: her contact person, else the gebiedsregisseur of the wijk; None: the team."""
    if case.contact or not case.is_open or case.subject.wijk is None:
        return case.contact
    in_wijk = people_with_role(Role.GEBIEDSREGISSEUR, wijk=case.subject.wijk).exclude(pk__in=case.owner_ids)
    return in_wijk.select_related("profile").first()


def team() -> list[User]:
    """Everybody whom residents may get as contact person."""
    by_role = (people_with_role(role) for role in sorted(CONTACT_ROLES))
    return sorted({user for people in by_role for user in people}, key=lambda user: user.pk)


def tell_desk(entry: Entry, case: CaseFile, template: str) -> None:
    """Tell the contact person, or whoever looks first while nobody has the case or who had it left."""
    recipients = [case.contact] if case.contact and can_be_contact(case.contact) else first_responsible(case)
    notify(entry=entry, recipients=recipients, template=template, path=case.desk_url)


def tell_owners(entry: Entry, case: CaseFile, template: str) -> None:
    """Tell those whose case it is; the button leads to their own page of it."""
    with translation.override("nl"):
        path = case.get_absolute_url()
    notify(entry=entry, recipients=[person.user for person in case.people.all()], template=template, path=path)
