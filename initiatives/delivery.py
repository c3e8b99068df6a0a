"""The mail with which a visitor confirms her address."""

from django.core import signing
from django.urls import reverse
from django.utils import translation

from gemeente.activity.delivery import compose_letter, read_letter
from initiatives.models import ParticipationRequest

CONFIRM_SALT = "initiatives.confirm"


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
