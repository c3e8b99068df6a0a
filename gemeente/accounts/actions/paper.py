"""People on paper: they own what somebody wrote down for them, and can get an account later."""

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from gemeente.accounts.actions.leaving import close_account
from gemeente.accounts.actions.people import open_profile, person_at
from gemeente.accounts.enums import AgeGroup
from gemeente.accounts.models import Claim, Profile
from gemeente.accounts.verbs import ACCOUNT_CLAIMED
from gemeente.activity.actions import record
from gemeente.lib.errors import Refused
from gemeente.lib.personal_data import personal_data_parts
from gemeente.places.models import Wijk
from gemeente.users.models import User


@transaction.atomic
def register_on_paper(*, name: str, wijk: Wijk | None = None, language: str = "nl", **reach: str) -> User:
    """Make a person without an account: she is named and reached, and owns what is written down for her.

    She counts as old enough to act for herself, unless `state_age` says otherwise.
    `reach` is any of contact_way, day_part, phone and visit_address. She gets an account through `answer_claim`.
    """
    user = User.objects.create_user(None, name=name, language=language)
    profile = open_profile(user=user)
    for field in ("contact_way", "day_part", "phone", "visit_address"):
        setattr(profile, field, reach.pop(field, ""))
    assert not reach, f"unknown: {sorted(reach)}"
    profile.wijk, profile.age_group = wijk, AgeGroup.OWN
    profile.save()
    return user


@transaction.atomic
def ask_claim(*, person: User, email: str, language: str = "nl") -> Claim:
    """Mail somebody on paper the link with which she says that what was written down is hers; asking again renews it.

    Raises Refused for a person who has an account.
    """
    if person.email or not person.is_active:
        raise Refused(_("Deze persoon heeft al een account."))
    claim, _is_new = Claim.objects.update_or_create(
        person=person,
        email=email.lower(),
        defaults={"language": language, "created_at": timezone.now(), "answered_at": None},
    )
    app.configure_task("gemeente.accounts.tasks.mail_claim").defer(claim_id=claim.pk)
    return claim


@transaction.atomic
def answer_claim(*, claim: Claim, is_mine: bool) -> User | None:
    """Let the mailed link count. Yes: she has an account at that address from now on, with all that is hers.

    Had she one already, every app moves its share to it. No: the address is forgotten, and what was written down too
    when it was the only way to reach her: an address can be mistyped, and a stranger must not end somebody's case.
    Returns who she is now, None after a no. She is not signed in by it. Raises Refused when it was answered before.
    """
    asked = Claim.objects.select_for_update().filter(pk=claim.pk, answered_at=None).first()
    if asked is None:
        raise Refused(_("Deze link is al gebruikt."))
    person = User.objects.select_for_update().get(pk=asked.person_id)
    if person.email or not person.is_active:
        raise Refused(_("Deze link is al gebruikt."))
    asked.answered_at = timezone.now()
    asked.save(update_fields=["answered_at"])
    if not is_mine:
        forget_address(asked, person)
        return None
    known = person_at(asked.email)
    if known is None:
        person.email = asked.email
        person.save(update_fields=["email"])
        EmailAddress.objects.create(user=person, email=asked.email, verified=True, primary=True)
        record(actor=person, verb=ACCOUNT_CLAIMED, person=person)
        return person
    for part in personal_data_parts():
        part.move(person, known)
    record(actor=known, verb=ACCOUNT_CLAIMED, person=known)
    close_account(user=person)
    return known


def forget_address(claim: Claim, person: User) -> None:
    """Forget an address whose holder said no; and the person on paper, when nothing else leads to her."""
    profile = Profile.objects.get(user=person)
    claim.delete()
    if not (profile.phone or profile.visit_address):
        close_account(user=person)
