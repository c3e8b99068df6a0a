"""Mails with a link that is its own proof: somebody without an account comes, or comes no longer."""

from django.core import signing
from django.urls import reverse
from django.utils import translation

from gemeente.activity.delivery import compose_letter, read_letter
from gemeente.users.models import User
from wijken.following.delivery import compose_for
from wijken.following.models import Watch
from wijken.meetings.enums import MeetingStatus
from wijken.meetings.models import Meeting, SignUpRequest

CONFIRM_SALT = "meetings.confirm"
SIGN_OFF_SALT = "meetings.sign_off"


def confirm_token(request: SignUpRequest) -> str:
    """A signed word that stands for one request, without saying whose."""
    return signing.dumps(request.key.hex, salt=CONFIRM_SALT)


def read_confirm_token(token: str) -> str:
    """The key of the request of a token. Raises BadSignature for a token we did not make."""
    key: str = signing.loads(token, salt=CONFIRM_SALT)
    return key


def sign_off_path(meeting: Meeting, user: User) -> str:
    """Where somebody says that she does not come after all, without signing in; without language prefix."""
    token = signing.dumps([meeting.pk, user.pk], salt=SIGN_OFF_SALT)
    with translation.override("nl"):
        return reverse("meetings:sign_off_by_mail", args=[token])


def read_sign_off_token(token: str) -> tuple[int, int]:
    """The meeting and the person of a token. Raises BadSignature for a token we did not make."""
    meeting_id, user_id = signing.loads(token, salt=SIGN_OFF_SALT)
    return meeting_id, user_id


def send_confirmation(request_id: int) -> bool:
    """Mail the link of a request, in the language of the page it came from; says whether there was one.

    It does not greet by name: anybody can type any name beside somebody else's address.
    """
    rows = SignUpRequest.objects.select_related("meeting__wijk", "slot").filter(meeting__subject__is_public=True)
    request = rows.filter(pk=request_id).first()
    if request is None:
        return False
    with translation.override(request.language):
        path = reverse("meetings:confirm", args=[confirm_token(request)])
        letter = read_letter("meetings/confirm_mail.txt", {"request": request, "meeting": request.meeting}, path)
        compose_letter(letter, request.email).send()
    return True


def send_invitation_to(meeting_id: int, watch_id: int) -> bool:
    """Mail the invitation to who follows the wijk without an account; says whether a mail left.

    None of what is hidden or called off meanwhile, nor to who stopped following.
    """
    meeting = Meeting.objects.public().with_wijk().filter(pk=meeting_id, status=MeetingStatus.PLANNED).first()
    watch = Watch.objects.confirmed().select_related("user", "wijk", "theme").filter(pk=watch_id, user=None).first()
    if meeting is None or watch is None:
        return False
    with translation.override(watch.language):
        context = {"subject": meeting.subject, "is_mail": True}
        meeting.subject.meeting = meeting
        compose_for(watch, "notices/meeting_invitation.txt", context, meeting.get_absolute_url()).send()
    return True
