"""Mail of notices: text from a template, one-click unsubscribe, never twice."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gemeente.activity.models import MailRefusal, Notice, Receipt
from gemeente.places.identity import mail_sender

UNSUBSCRIBE_SALT = "activity.unsubscribe"


@dataclass(frozen=True)
class Letter:
    """A message in words: a title, paragraphs, and one button with where it leads."""

    title: str
    body: str
    link: str
    label: str

    @property
    def paragraphs(self) -> list[str]:
        """The body, cut at its empty lines."""
        return self.body.split("\n\n")


def write_letter(notice: Notice, *, is_mail: bool = False) -> Letter:
    """Put a notice in words, in the active language. A mail has room for what a list of notices leaves out."""
    entry = notice.entry
    context = {"notice": notice, "entry": entry, "subject": entry.subject, "actor": entry.actor, "is_mail": is_mail}
    return read_letter(f"notices/{notice.template}.txt", context, notice.get_absolute_url())


def read_letter(template: str, context: dict[str, Any], path: str) -> Letter:
    """A letter from its template: the first line is the title, a last line that begins with ">" names the button."""
    title, _newline, rest = render_to_string(template, context).strip().partition("\n")
    body, has_label, label = rest.rpartition("\n>")
    if not has_label:
        body, label = rest, _("Bekijk het op Buitenkans")
    return Letter(title.strip(), body.strip(), absolute(path), label.strip())


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
        .select_related("recipient", "entry__subject__wijk", "entry__actor__profile", "entry__person__profile")
        .filter(pk=notice_id, mailed_at=None)
        .first()
    )
    if notice is None or not notice.recipient.email or not notice.recipient.is_active:
        return False
    if MailRefusal.objects.filter(user=notice.recipient, template=notice.template).exists():
        return False
    if notice.entry.subject and notice.entry.subject.hidden_at and not notice.path:
        return False  # it leads to a page that was hidden since: not even its title leaves
    with translation.override(notice.recipient.language):
        compose(notice).send()
    notice.mailed_at = timezone.now()
    notice.save(update_fields=["mailed_at"])
    return True


@transaction.atomic
def send_receipt(receipt_id: int) -> bool:
    """Mail a receipt with its copy, once; says whether a mail left. Nobody can refuse these: they are her proof."""
    rows = Receipt.objects.select_for_update(of=["self"]).select_related("person", "subject")
    receipt = rows.filter(pk=receipt_id, mailed_at=None).first()
    if receipt is None:
        return False
    to = receipt.email or (receipt.person.email if receipt.person and receipt.person.is_active else None)
    if not to:
        return False
    name = receipt.person.first_name if receipt.person else ""
    with translation.override(receipt.language):
        path = reverse("activity:receipts") if receipt.person else reverse("home")
        # An address that nobody proved to be hers gets number and time: it may be a stranger's.
        is_hers = not receipt.email
        letter = read_letter("notices/receipt.txt", {"receipt": receipt, "is_hers": is_hers}, path)
        compose_letter(letter, to, name).send()
    receipt.mailed_at = timezone.now()
    receipt.save(update_fields=["mailed_at"])
    return True


def compose(notice: Notice) -> EmailMultiAlternatives:
    """The mail of a notice, with the headers for one-click unsubscribe (RFC 8058)."""
    unsubscribe = absolute(reverse("activity:unsubscribe", args=[unsubscribe_token(notice)]))
    letter = write_letter(notice, is_mail=True)
    mail = compose_letter(letter, notice.recipient.email or "", notice.recipient.first_name, unsubscribe)
    mail.extra_headers |= {
        "List-Unsubscribe": f"<{unsubscribe}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    return mail


def compose_letter(letter: Letter, to: str, name: str = "", unsubscribe: str = "") -> EmailMultiAlternatives:
    """A letter as mail: as plain text, and as a page with one button for who reads it that way."""
    context = {"letter": letter, "name": name, "unsubscribe": unsubscribe, "language": get_language()}
    text = render_to_string("notices/mail.txt", context)
    mail = EmailMultiAlternatives(
        subject=" ".join(letter.title.split()),
        body=text,
        from_email=mail_sender(),
        to=[to],
        headers={"Auto-Submitted": "auto-generated"},
    )
    mail.attach_alternative(render_to_string("notices/mail.html", context), "text/html")
    return mail
