"""Who hears what about cases."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils import timezone, translation

from gemeente.accounts.enums import CONTACT_ROLES, Role
from gemeente.accounts.models import RoleAssignment
from gemeente.accounts.policies import can_be_contact
from gemeente.accounts.roles import people_with_role
from gemeente.activity.actions import notify
from gemeente.activity.models import Entry
from gemeente.cases.models import CaseFile
from gemeente.cases.stand_ins import absences_today, away_today
from gemeente.users.models import User

NEW_CASE = "new_case"
CASES_WAITING = "cases_waiting"


def first_responsible(case: CaseFile) -> list[User]:
    """Who looks first: the gebiedsregisseurs of the wijk, else the team of civil servants, else a manager.

    The managers come last so that nothing a resident publishes ever reaches nobody. Never an owner: it is her own.
    """
    groups: dict[str, list[User]] = {Role.GEBIEDSREGISSEUR: [], Role.CIVIL_SERVANT: [], Role.MANAGER: []}
    roles = RoleAssignment.objects.on(timezone.localdate()).filter(role__in=groups, user__is_active=True)
    for held in roles.select_related("user").order_by("user_id"):
        if held.role != Role.GEBIEDSREGISSEUR or held.wijk_id == case.subject.wijk_id:
            groups[held.role].append(held.user)
    nobody_again = case.involved_ids | {case.unwanted_contact_id}
    for people in groups.values():
        if others := [user for user in who_are_there(people) if user.pk not in nobody_again]:
            return others
    return []


def who_are_there(people: Iterable[User]) -> list[User]:
    """These people, and for each who is away today her stand-in if she has one."""
    people = list(people)
    if not people:
        return []
    away = {row.person_id: row.stand_in for row in absences_today().select_related("stand_in")}
    acting = (away.get(user.pk, user) for user in people)
    return list(dict.fromkeys(user for user in acting if user is not None))


def face_of(case: CaseFile) -> User | None:
    """Whom the owner may expect to hear: her contact person, else the gebiedsregisseur of the wijk; None: the team."""
    if case.contact or not case.is_open or case.subject.wijk is None:
        return case.contact
    in_wijk = people_with_role(Role.GEBIEDSREGISSEUR, wijk=case.subject.wijk).select_related("profile")
    there = who_are_there(in_wijk.exclude(pk__in=case.involved_ids))
    return there[0] if there else None


def people_of_team() -> "QuerySet[User]":
    """Everybody whom residents may get as contact person, by name."""
    rows = RoleAssignment.objects.on(timezone.localdate()).filter(role__in=CONTACT_ROLES)
    return User.objects.filter(pk__in=rows.values("user"), is_active=True).order_by("name", "pk")


def team() -> list[User]:
    """The same people in a fixed order."""
    return list(people_of_team().order_by("pk"))


def colleagues_of(case: CaseFile) -> "QuerySet[User]":
    """Who could have a case instead of its contact person: not on the owner's side, wanted, and there today."""
    nobody = {*case.involved_ids, *away_today(), case.contact_id or 0, case.unwanted_contact_id or 0}
    return people_of_team().exclude(pk__in=nobody)


def tell_desk(entry: Entry, case: CaseFile, template: str) -> None:
    """Tell the contact person, or whoever looks first while nobody has the case or who had it left."""
    if case.contact and can_be_contact(case.contact):
        recipients = who_are_there([case.contact]) or [case.contact]
    else:
        recipients = first_responsible(case)
    notify(entry=entry, recipients=recipients, template=template, path=case.desk_url)


def tell_owners(entry: Entry, case: CaseFile, template: str) -> None:
    """Tell those whose case it is; the button leads to their own page of it."""
    with translation.override("nl"):
        path = case.get_absolute_url()
    notify(entry=entry, recipients=[person.user for person in case.voices], template=template, path=path)
