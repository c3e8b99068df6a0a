"""Mail to somebody who has no account yet."""

from django.core import signing
from django.urls import reverse
from django.utils import translation

from gemeente.accounts.models import Claim
from gemeente.activity.delivery import compose_letter, read_letter

CLAIM_SALT = "accounts.claim"


def claim_token(claim: Claim) -> str:
    """A signed word that stands for one claim, without saying whose. A renewed claim gets another word."""
    return signing.dumps([claim.pk, int(claim.created_at.timestamp())], salt=CLAIM_SALT)


def read_claim_token(token: str) -> Claim | None:
    """The claim of a link; None for one that was answered or renewed. Raises BadSignature for a word of others."""
    pk, moment = signing.loads(token, salt=CLAIM_SALT)
    claim = Claim.objects.select_related("person__profile").filter(pk=pk, answered_at=None).first()
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
