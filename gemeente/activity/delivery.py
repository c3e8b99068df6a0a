"""Mail of notices: text from a template, one-click unsubscribe, never twice."""

from dataclasses import dataclass

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from gemeente.activity.models import MailRefusal, Notice

UNSUBSCRIBE_SALT = "activity.unsubscribe"


@dataclass(frozen=True)
class Letter:
    """A notice in words: the first line of its template is the title, the rest the message; and where to look."""

    title: str
    body: str
    link: str


def write_letter(notice: Notice) -> Letter:
    """Put a notice in words, in the active language."""
    subject = notice.entry.subject
    context = {"notice": notice, "entry": notice.entry, "subject": subject}
    title, _newline, body = render_to_string(f"notices/{notice.template}.txt", context).strip().partition("\n")
    return Letter(title.strip(), body.strip(), absolute(subject.get_absolute_url() if subject else "/"))


def absolute(path: str) -> str:
    """A path as an address that works in a mail."""
    return f"{settings.PUBLIC_URL}{path}"


def unsubscribe_token(notice: Notice) -> str:
    """A signed word that stands for "this person, this kind of mail", without saying who."""
    return signing.dumps([notice.recipient_id, notice.template], salt=UNSUBSCRIBE_SALT, compress=True)


def read_unsubscribe_token(token: str) -> tuple[int, str]:
    """The person and kind of mail of a token. Raises BadSignature for a token we did not make."""
    user_id, template = signing.loads(token, salt=UNSUBSCRIBE_SALT)
    return user_id, template


@transaction.atomic
def send_notice(notice_id: int) -> bool:
    """Mail a notice unless that was done, or the person has no address or refused; says whether a mail left.

    The row stays locked while sending: a second worker waits and then sees that the mail is out.
    """
    notice = (
        Notice.objects.select_for_update(of=["self"])
        .select_related("recipient", "entry__subject")
        .filter(pk=notice_id, mailed_at=None)
        .first()
    )
    if notice is None or not notice.recipient.email or not notice.recipient.is_active:
        return False
    if MailRefusal.objects.filter(user=notice.recipient, template=notice.template).exists():
        return False
    with translation.override(notice.recipient.language):
        compose(notice).send()
    notice.mailed_at = timezone.now()
    notice.save(update_fields=["mailed_at"])
    return True


def compose(notice: Notice) -> EmailMultiAlternatives:
    """The mail of a notice, with the headers for one-click unsubscribe (RFC 8058)."""
    letter = write_letter(notice)
    unsubscribe = absolute(reverse("activity:unsubscribe", args=[unsubscribe_token(notice)]))
    text = render_to_string("notices/mail.txt", {"letter": letter, "notice": notice, "unsubscribe": unsubscribe})
    return EmailMultiAlternatives(
        subject=letter.title,
        body=text,
        to=[notice.recipient.email or ""],
        headers={
            "List-Unsubscribe": f"<{unsubscribe}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
        },
    )
