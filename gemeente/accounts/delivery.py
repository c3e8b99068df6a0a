"""Mail to somebody who has no account yet, with a link that is her proof."""

import datetime as dt

from django.core import signing
from django.urls import reverse
from django.utils import timezone, translation

from gemeente.accounts.enums import CLAIM_DAYS, GUARDIAN_DAYS, INVITATION_DAYS
from gemeente.accounts.models import Claim, GuardianConsent, Invitation, RoleType
from gemeente.activity.delivery import compose_letter, read_letter

CLAIM_SALT = "accounts.claim"
INVITATION_SALT = "accounts.invitation"
GUARDIAN_SALT = "accounts.guardian"


def claim_token(claim: Claim) -> str:
    """A signed word that stands for one claim, without saying whose. A renewed claim gets another word."""
    return signing.dumps([claim.pk, int(claim.created_at.timestamp())], salt=CLAIM_SALT)


def read_claim_token(token: str) -> Claim | None:
    """The claim of a link; None for one that was answered or renewed, or is too old.

    Raises BadSignature for a word of others.
    """
    pk, moment = signing.loads(token, salt=CLAIM_SALT)
    rows = Claim.objects.select_related("person__profile").filter(created_at__gt=days_ago(CLAIM_DAYS))
    claim = rows.filter(pk=pk, answered_at=None).first()
    return claim if claim and int(claim.created_at.timestamp()) == moment else None


def send_claim(claim_id: int) -> bool:
    """Mail the link of a claim; says whether there was one to mail."""
    claim = Claim.objects.select_related("person").filter(pk=claim_id, answered_at=None).first()
    if claim is None:
        return False
    with translation.override(claim.language):
        path = reverse("accounts:claim", args=[claim_token(claim)])
        letter = read_letter("accounts/claim_mail.txt", {"claim": claim}, path)
        compose_letter(letter, claim.email).send()
    return True


# --- Invitations ------------------------------------------------------------------------------------------------------
def invitation_token(invitation: Invitation) -> str:
    """A signed word that stands for one invitation; sent again it gets another word."""
    return signing.dumps([invitation.pk, int(invitation.sent_at.timestamp())], salt=INVITATION_SALT)


def read_invitation_token(token: str) -> Invitation | None:
    """The invitation of a link that still counts, else None. Raises BadSignature for a word of others."""
    pk, moment = signing.loads(token, salt=INVITATION_SALT)
    rows = Invitation.objects.open().select_related("wijk", "invited_by__profile")
    invitation = rows.filter(pk=pk, sent_at__gt=days_ago(INVITATION_DAYS)).first()
    return invitation if invitation and int(invitation.sent_at.timestamp()) == moment else None


def send_invitation(invitation_id: int) -> bool:
    """Mail the link of an invitation; says whether there was one to mail."""
    rows = Invitation.objects.open().select_related("wijk", "invited_by__profile")
    invitation = rows.filter(pk=invitation_id).first()
    if invitation is None:
        return False
    with translation.override("nl"):
        context = {"invitation": invitation, "role": role_name(invitation.role), "days": INVITATION_DAYS}
        path = reverse("accounts:invitation", args=[invitation_token(invitation)])
        letter = read_letter("accounts/invitation_mail.txt", context, path)
        compose_letter(letter, invitation.email, invitation.name.split(" ")[0]).send()
    return True


def role_name(role: str) -> str:
    """The name of a role as the gemeente uses it now, in the language of the reader."""
    return str(RoleType.objects.filter(role=role).first() or role)


# --- Young people -----------------------------------------------------------------------------------------------------
def guardian_token(consent: GuardianConsent) -> str:
    """A signed word that stands for one question to a parent or youth worker; asked again it gets another word."""
    return signing.dumps([consent.pk, int(consent.created_at.timestamp())], salt=GUARDIAN_SALT)


def read_guardian_token(token: str) -> GuardianConsent | None:
    """The question of a link: open and not too old, or answered with a yes that can be taken back. Else None.

    Raises BadSignature for a word of others.
    """
    pk, moment = signing.loads(token, salt=GUARDIAN_SALT)
    consent = GuardianConsent.objects.select_related("person__profile").filter(pk=pk).first()
    if consent is None or int(consent.created_at.timestamp()) != moment:
        return None
    return consent if consent.confirmed_at or consent.created_at > days_ago(GUARDIAN_DAYS) else None


def send_guardian(consent_id: int) -> bool:
    """Mail the link of a question to a parent or youth worker; says whether there was one to mail."""
    rows = GuardianConsent.objects.select_related("person__profile")
    consent = rows.filter(pk=consent_id, confirmed_at=None).first()
    if consent is None:
        return False
    with translation.override(consent.language):
        path = reverse("age:guardian", args=[guardian_token(consent)])
        letter = read_letter("accounts/guardian_mail.txt", {"consent": consent, "days": GUARDIAN_DAYS}, path)
        compose_letter(letter, consent.email, consent.name.split(" ")[0]).send()
    return True


def days_ago(count: int) -> dt.datetime:
    """The moment from which a link still counts."""
    return timezone.now() - dt.timedelta(days=count)
