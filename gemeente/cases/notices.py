"""Who hears what about cases."""

from gemeente.accounts.enums import Role
from gemeente.accounts.roles import people_with_role
from gemeente.activity.models import Subject
from gemeente.users.models import User

NEW_CASE = "new_case"


def first_responsible(subject: Subject) -> list[User]:
    """Who looks first: the gebiedsregisseurs of the wijk, else the team of civil servants, else a manager.

    The managers come last so that nothing a resident publishes ever reaches nobody.
    """
    in_wijk = list(people_with_role(Role.GEBIEDSREGISSEUR, wijk=subject.wijk)) if subject.wijk else []
    return in_wijk or list(people_with_role(Role.CIVIL_SERVANT)) or list(people_with_role(Role.MANAGER))
