"""What accounts keeps about a person."""

from functools import partial
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from gemeente.accounts.models import GuardianConsent, Invitation, Profile, RoleAssignment
from gemeente.lib.personal_data import PersonalData
from gemeente.users.models import User


def export_account(user: User) -> dict[str, Any]:
    """Who she is to the portal, her e-mail addresses, how she signs in, and the roles she was given."""
    told = ("alias", "phone", "wijk__name", "contact_way", "day_part", "visit_address", "work_phone", "shows_surname")
    profile = Profile.objects.filter(user=user).values(*told, "age_group", "portrait").first()
    addresses = EmailAddress.objects.filter(user=user).order_by("pk").values("email", "verified", "primary")
    devices = Authenticator.objects.filter(user=user).order_by("pk").values("type", "created_at", "last_used_at")
    roles = RoleAssignment.objects.filter(user=user).order_by("starts_on", "pk")
    invitations = Invitation.objects.filter(Q(accepted_by=user) | Q(email=user.email or "-")).order_by("pk")
    guardians = GuardianConsent.objects.filter(person=user).order_by("pk")
    return {
        "person": {
            "name": user.name,
            "email": user.email,
            "language": user.language,
            "created_at": user.created_at,
            "last_login": user.last_login,
            "has_password": user.has_usable_password(),
        },
        "profile": profile,
        "email_addresses": list(addresses),
        "second_step": list(devices),
        "roles": list(roles.values("role", "wijk__name", "starts_on", "ends_on", "given_at")),
        "invitations": list(invitations.values("role", "wijk__name", "starts_on", "ends_on", "created_at")),
        "guardians": list(guardians.values("name", "email", "kind", "created_at", "confirmed_at")),
    }


def forget_portrait(profile: Profile) -> None:
    """Take the photo off a profile; its file goes once the transaction is committed."""
    if name := profile.portrait.name:
        transaction.on_commit(partial(profile.portrait.storage.delete, name))
    profile.portrait = ""
    profile.save(update_fields=["portrait"])


def erase_account(user: User) -> None:
    """Empty the profile, forget addresses and devices. Roles stay: who decided what must remain known (Archiefwet)."""
    profile = Profile.objects.get(user=user)
    forget_portrait(profile)
    Profile.objects.filter(user=user).update(
        alias="",
        phone="",
        wijk=None,
        contact_way="",
        day_part="",
        visit_address="",
        age_group="",
        work_phone="",
        shows_surname=False,
    )
    GuardianConsent.objects.filter(person=user).delete()
    if user.email:
        waiting = Invitation.objects.open().filter(email=user.email.lower())
        waiting.update(email="", name="", withdrawn_at=timezone.now())
    EmailAddress.objects.filter(user=user).delete()
    Authenticator.objects.filter(user=user).delete()


def move_account(old: User, new: User) -> None:
    """How she is reached goes along, as far as she did not say it herself."""
    told, kept = Profile.objects.get(user=old), Profile.objects.get(user=new)
    fields = ("phone", "wijk", "contact_way", "day_part", "visit_address", "age_group")
    for name in fields:
        if not getattr(kept, name):
            setattr(kept, name, getattr(told, name))
    kept.save(update_fields=fields)
    known = GuardianConsent.objects.filter(person=new).values("email")
    GuardianConsent.objects.filter(person=old).exclude(email__in=known).update(person=new)
    Invitation.objects.filter(accepted_by=old).update(accepted_by=new)


ACCOUNTS_DATA = PersonalData("accounts", export_account, erase_account, move_account)
