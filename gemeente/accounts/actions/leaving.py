"""Saying goodbye."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.accounts.models import RoleAssignment
from gemeente.accounts.verbs import ACCOUNT_CLOSED
from gemeente.activity.actions import record
from gemeente.lib.errors import Refused
from gemeente.lib.open_work import left_behind
from gemeente.lib.personal_data import personal_data_parts
from gemeente.users.models import User


@transaction.atomic
def close_account(*, user: User) -> None:
    """Close somebody's account at her own wish: every app forgets its share and her row keeps no name or address.

    What a law keeps stays, under that emptied row. Closing twice changes nothing. Raises Refused as long as she holds
    a role, today or later, or still has open work from a role of before: that needs a successor first.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    if not user.is_active:
        return
    if RoleAssignment.objects.filter(user=user).overlapping(timezone.localdate(), None).exists():
        raise Refused(_("Je hebt nog een rol op het portaal. Vraag de beheerder om die eerst over te dragen."))
    if left := work_of_ended_roles(user):
        raise Refused(" ".join(left))
    record(actor=user, verb=ACCOUNT_CLOSED, person=user)
    for part in personal_data_parts():
        part.erase(user)
    user.email, user.name, user.is_active, user.last_login = None, "", False, None
    user.set_unusable_password()  # a new hash also ends every session that is still open
    user.save(update_fields=["email", "name", "is_active", "last_login", "password"])


def work_of_ended_roles(user: User) -> list[str]:
    """What is still open from roles somebody no longer has, in sentences."""
    held = RoleAssignment.objects.filter(user=user).select_related("wijk").order_by("pk")
    ended = {(row.role, row.wijk_id): row.wijk for row in held}
    found = [left_behind(user, role, wijk, []) for (role, _wijk_id), wijk in ended.items()]
    return list(dict.fromkeys(one.sentence for left in found for one in left))
