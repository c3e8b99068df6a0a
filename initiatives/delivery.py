"""Mails with a link that is its own proof: a neighbour confirms, a helper says yes, an owner says: it still goes on."""

from django.core import signing
from django.urls import reverse
from django.utils import translation

from gemeente.activity.delivery import compose_letter, read_letter
from gemeente.users.models import User
from initiatives.models import Helper, ParticipationRequest, QuietQuestion, ThanksName

CONFIRM_SALT = "initiatives.confirm"
HELPER_SALT = "initiatives.helper"
QUIET_SALT = "initiatives.quiet"
THANKS_SALT = "initiatives.thanks"


def confirm_token(request: ParticipationRequest) -> str:
    """A signed word that stands for one request, without saying whose."""
    return signing.dumps(request.pk, salt=CONFIRM_SALT)


def read_confirm_token(token: str) -> int:
    """The id of the request of a token. Raises BadSignature for a token we did not make."""
    return signing.loads(token, salt=CONFIRM_SALT)


def send_confirmation(request_id: int) -> bool:
    """Mail the link of a request, in the language of the page it came from; says whether there was one.

    None leaves once the initiative is hidden.

    It does not greet by name: anybody can type any name beside somebody else's address, an address of a site too.
    """
    rows = ParticipationRequest.objects.select_related("initiative").filter(initiative__subject__is_public=True)
    request = rows.filter(pk=request_id).first()
    if request is None:
        return False
    with translation.override(request.language):
        path = reverse("initiatives:confirm", args=[confirm_token(request)])
        letter = read_letter("initiatives/confirm_mail.txt", {"request": request}, path)
        compose_letter(letter, request.email).send()
    return True


# --- Helpers ----------------------------------------------------------------------------------------------------------
def helper_token(helper_id: int) -> str:
    """A signed word that stands for one request to help, without saying whose."""
    return signing.dumps(helper_id, salt=HELPER_SALT)


def read_helper_token(token: str) -> int:
    """The id of the row of a token. Raises BadSignature for a token we did not make."""
    return signing.loads(token, salt=HELPER_SALT)


def send_helper_request(helper_id: int) -> bool:
    """Mail somebody the question whether she wants to help; says whether one was waiting.

    It does not greet by name: anybody can type any name beside somebody else's address.
    """
    rows = Helper.objects.open().select_related("initiative__owner__profile")
    helper = rows.filter(pk=helper_id, accepted_at=None).first()
    if helper is None:
        return False
    known = User.objects.filter(email__iexact=helper.email).first()
    with translation.override(known.language if known else "nl"):
        path = reverse("initiatives:help", args=[helper_token(helper.pk)])
        letter = read_letter("initiatives/helper_mail.txt", {"helper": helper}, path)
        compose_letter(letter, helper.email).send()
    return True


# --- Silence ----------------------------------------------------------------------------------------------------------
def quiet_path(question: QuietQuestion, user: User) -> str:
    """Where somebody answers whether it still goes on, without signing in; without language prefix."""
    token = signing.dumps([question.pk, user.pk], salt=QUIET_SALT)
    with translation.override("nl"):
        return reverse("initiatives:quiet", args=[token])


def read_quiet_token(token: str) -> tuple[int, int]:
    """The question and the person of a token. Raises BadSignature for a token we did not make."""
    question_id, user_id = signing.loads(token, salt=QUIET_SALT)
    return question_id, user_id


# --- Named with the result --------------------------------------------------------------------------------------------
def thanks_token(thanks_id: int) -> str:
    """A signed word that stands for one question to one person, without saying whose."""
    return signing.dumps(thanks_id, salt=THANKS_SALT)


def read_thanks_token(token: str) -> int:
    """The id of the question of a token. Raises BadSignature for a token we did not make."""
    return signing.loads(token, salt=THANKS_SALT)


def thanks_path(thanks: ThanksName) -> str:
    """Where somebody says whether her name may be there, without signing in; without language prefix."""
    with translation.override("nl"):
        return reverse("initiatives:thanks", args=[thanks_token(thanks.pk)])
