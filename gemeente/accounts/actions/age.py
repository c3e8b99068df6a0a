"""Whether somebody acts for herself, and who says yes for a young person."""

import datetime as dt

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from gemeente.accounts.actions.people import open_profile
from gemeente.accounts.enums import AgeGroup, GuardianKind
from gemeente.accounts.models import GuardianConsent, Profile
from gemeente.accounts.notices import GUARDIAN_CONFIRMED_NOTICE, GUARDIAN_REFUSED_NOTICE, tell_young_person
from gemeente.accounts.policies import can_state_age
from gemeente.accounts.verbs import AGE_STATED, GUARDIAN_ASKED, GUARDIAN_CONFIRMED, GUARDIAN_REFUSED
from gemeente.activity.actions import record
from gemeente.lib.errors import Refused
from gemeente.users.models import User

GUARDIANS_AT_ONCE = 3


@transaction.atomic
def state_age(*, person: User, age_group: AgeGroup, actor: User) -> Profile:
    """Say whether somebody is old enough to act for herself. The log keeps that it was said, not what.

    She says it herself; of somebody on paper, who writes things down for her does. Raises Refused for anybody else.
    """
    if not can_state_age(actor, person):
        raise Refused(_("Dit zegt iemand alleen zelf."))
    open_profile(user=person)
    profile = Profile.objects.select_for_update().get(user=person)
    if profile.age_group == age_group:
        return profile
    profile.age_group = age_group
    profile.save(update_fields=["age_group"])
    record(actor=actor, verb=AGE_STATED, person=person)
    return profile


@transaction.atomic
def ask_guardian(*, person: User, email: str, name: str, kind: GuardianKind, language: str = "") -> GuardianConsent:
    """Mail a parent or youth worker the link that says yes for a young person; asking again renews it.

    Raises Refused for who needs nobody's yes, her own address, an address that said yes already or was mailed within
    the hour, and for a fourth person while three did not answer.
    """
    profile = Profile.objects.select_for_update().get(user=person)
    if not profile.is_young:
        raise Refused(_("Dit is alleen nodig voor jonge inwoners."))
    if person.email and email.lower() == person.email.lower():
        raise Refused(_("Dit is je eigen adres. Vul het adres in van de ander."))
    asked_before = GuardianConsent.objects.filter(person=person)
    known = asked_before.filter(email=email.lower()).first()
    if known and known.confirmed_at:
        raise Refused(_("Deze persoon zei al ja."))
    if known and known.created_at > timezone.now() - dt.timedelta(hours=1):
        raise Refused(_("We mailden deze persoon net al. Wacht een uur, dan kun je het opnieuw vragen."))
    if known is None and asked_before.filter(confirmed_at=None).count() >= GUARDIANS_AT_ONCE:
        raise Refused(_("Je vroeg het al aan drie mensen. Wacht eerst op hun antwoord."))
    asked, _is_new = GuardianConsent.objects.update_or_create(
        person=person,
        email=email.lower(),
        defaults={
            "name": name,
            "kind": kind,
            "language": language or get_language() or "nl",
            "created_at": timezone.now(),
        },
    )
    record(actor=person, verb=GUARDIAN_ASKED, person=person, changes={"kind": (None, kind)})
    app.configure_task("gemeente.accounts.tasks.mail_guardian").defer(consent_id=asked.pk)
    return asked


@transaction.atomic
def confirm_guardian(*, consent: GuardianConsent, agrees: bool) -> GuardianConsent | None:
    """Let the mailed link count. A yes stays until it is taken back; a no, also a later one, forgets who was asked.

    Returns the consent, None after a no. Saying yes twice changes nothing. Raises Refused for a link that no longer is.
    """
    rows = GuardianConsent.objects.select_for_update(of=["self"]).select_related("person")
    asked = rows.filter(pk=consent.pk).first()
    if asked is None:
        raise Refused(_("Deze link werkt niet meer."))
    changes = {"kind": (None, asked.kind)}
    if not agrees:
        asked.delete()
        entry = record(actor=None, verb=GUARDIAN_REFUSED, person=asked.person, changes=changes)
        tell_young_person(entry, GUARDIAN_REFUSED_NOTICE)
        return None
    if asked.confirmed_at is None:
        asked.confirmed_at = timezone.now()
        asked.save(update_fields=["confirmed_at"])
        entry = record(actor=None, verb=GUARDIAN_CONFIRMED, person=asked.person, changes=changes)
        tell_young_person(entry, GUARDIAN_CONFIRMED_NOTICE)
    return asked
