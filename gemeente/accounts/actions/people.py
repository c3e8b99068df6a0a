"""Making people, and what they tell about themselves."""

import uuid

from allauth.account.models import EmailAddress
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from gemeente.accounts.models import Profile
from gemeente.accounts.personal_data import forget_portrait
from gemeente.accounts.policies import can_edit_own_work_profile
from gemeente.accounts.verbs import PROFILE_CHANGED
from gemeente.activity.actions import record
from gemeente.lib.errors import Refused
from gemeente.places.models import Wijk
from gemeente.users.models import User


@transaction.atomic
def register_person(
    *,
    email: str,
    name: str,
    alias: str = "",
    phone: str = "",
    wijk: Wijk | None = None,
    password: str | None = None,
    language: str = "nl",
) -> User:
    """Make a person with a profile and an e-mail address that counts as confirmed. Without password she uses codes."""
    user = User.objects.create_user(email, password, name=name, language=language)
    profile = open_profile(user=user)
    profile.alias, profile.phone, profile.wijk = alias, phone, wijk
    profile.save(update_fields=["alias", "phone", "wijk"])
    EmailAddress.objects.create(user=user, email=user.email or "", verified=True, primary=True)
    return user


def person_at(email: str) -> User | None:
    """Who has an account at an address: hers to sign in with, or another one she confirmed."""
    if user := User.objects.filter(email__iexact=email).first():
        return user
    other = EmailAddress.objects.filter(email__iexact=email, verified=True).select_related("user").first()
    return other.user if other else None


def open_profile(*, user: User) -> Profile:
    """The profile of a person; made here and nowhere else, so that every person has one."""
    profile, _is_new = Profile.objects.get_or_create(user=user)
    return profile


@transaction.atomic
def change_profile(*, user: User, name: str, alias: str, wijk: Wijk | None, language: str) -> Profile:
    """Change what a person tells about herself. The log keeps wijk and language, never a name."""
    user = User.objects.select_for_update().get(pk=user.pk)
    profile = open_profile(user=user)
    changes = {"wijk": (profile.wijk, wijk), "language": (user.language, language)}
    user.name, user.language = name, language
    user.save(update_fields=["name", "language"])
    profile.alias, profile.wijk = alias, wijk
    profile.save(update_fields=["alias", "wijk"])
    different = {field: pair for field, pair in changes.items() if pair[0] != pair[1]}
    record(actor=user, verb=PROFILE_CHANGED, person=user, changes=different)
    return profile


@transaction.atomic
def choose_alias(*, user: User, alias: str) -> None:
    """Change only the name that strangers see; empty means the first name."""
    profile = open_profile(user=user)
    profile.alias = alias
    profile.save(update_fields=["alias"])
    record(actor=user, verb=PROFILE_CHANGED, person=user)


@transaction.atomic
def choose_contact(
    *, user: User, contact_way: str, day_part: str, phone: str, visit_address: str, actor: User | None = None
) -> Profile:
    """Say how and when the gemeente may reach somebody; only the people of her cases see it.

    The log keeps the way, never a number or an address. `actor` is who writes it down for somebody without an account.
    """
    open_profile(user=user)
    profile = Profile.objects.select_for_update().get(user=user)
    changes = {"contact_way": (profile.contact_way, contact_way)} if profile.contact_way != contact_way else {}
    profile.contact_way, profile.day_part = contact_way, day_part
    profile.phone, profile.visit_address = phone, visit_address
    profile.save(update_fields=["contact_way", "day_part", "phone", "visit_address"])
    record(actor=actor or user, verb=PROFILE_CHANGED, person=user, changes=changes)
    return profile


@transaction.atomic
def change_work_profile(
    *, user: User, work_phone: str, shows_surname: bool, portrait: bytes | None, keeps_portrait: bool
) -> Profile:
    """Change what residents see of their contact person. A new portrait takes the place of the old one.

    `portrait` is a clean picture (lib.images), None for no new one; `keeps_portrait` False takes the old one away.
    Raises Refused for who cannot be a contact person.
    """
    if not can_edit_own_work_profile(user):
        raise Refused(_("Dit is voor wie contactpersoon kan zijn."))
    profile = Profile.objects.select_for_update().get(user=user)
    profile.work_phone, profile.shows_surname = work_phone, shows_surname
    if portrait or not keeps_portrait:
        forget_portrait(profile)
    if portrait:
        profile.portrait.save(f"{uuid.uuid4().hex}.webp", ContentFile(portrait), save=False)
    profile.save(update_fields=["work_phone", "shows_surname", "portrait"])
    record(actor=user, verb=PROFILE_CHANGED, person=user)
    return profile
