"""What of an opgave somebody can report and a manager can hide."""

from django.db.models import Model
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from gemeente.activity.models import Subject
from gemeente.moderation.parts import Part
from wijken.agenda.models import Contribution, OpgaveOffer, ProgressNote, PromiseReply, Summary

MOST = 500


def contribution_part(row: Contribution) -> str:
    """The code of a contribution."""
    return f"contribution:{row.pk}"


def offer_part(row: OpgaveOffer) -> str:
    """The code of what an organisation puts in."""
    return f"offer:{row.pk}"


def reply_part(row: PromiseReply) -> str:
    """The code of a reply to a promise."""
    return f"reply:{row.pk}"


def note_part(row: ProgressNote) -> str:
    """The code of a note of progress."""
    return f"progress:{row.pk}"


def summary_part(row: Summary) -> str:
    """The code of a summary."""
    return f"summary:{row.pk}"


def words_of_part(code: str) -> str:
    """What stands in a part, for who judges it; nothing for what is gone."""
    kind, _colon, number = code.partition(":")
    found = WORDS.get(kind)
    if found is None:
        return ""
    model, field = found
    return str(model._default_manager.filter(pk=number).values_list(field, flat=True).first() or "")


WORDS: dict[str, tuple[type[Model], str]] = {
    "contribution": (Contribution, "text"),
    "summary": (Summary, "text"),
    "offer": (OpgaveOffer, "what"),
    "reply": (PromiseReply, "text"),
    "progress": (ProgressNote, "text"),
}


def parts_of_opgave(subject: Subject) -> list[Part]:
    """What people wrote beside the signal itself, which is the page."""
    parts = []
    about = {"opgave__subject": subject}
    for contribution in Contribution.objects.filter(**about, forgotten_at=None).order_by("pk")[:MOST]:
        words = {"text": Truncator(contribution.text).chars(60)}
        parts.append(Part(contribution_part(contribution), _("De bijdrage “%(text)s”") % words, contribution.author_id))
    for summary in Summary.objects.filter(**about).order_by("pk")[:MOST]:
        words = {"text": Truncator(summary.text).chars(60)}
        parts.append(Part(summary_part(summary), _("De samenvatting “%(text)s”") % words, summary.author_id))
    for offer in OpgaveOffer.objects.filter(**about, withdrawn_at=None).order_by("pk")[:MOST]:
        words = {"text": Truncator(offer.what).chars(60)}
        parts.append(Part(offer_part(offer), _("Het aanbod “%(text)s”") % words, offer.made_by_id))
    of_promise = {"promise__opgave__subject": subject}
    for reply in PromiseReply.objects.filter(**of_promise).order_by("pk")[:MOST]:
        words = {"text": Truncator(reply.text).chars(60)}
        parts.append(Part(reply_part(reply), _("De reactie “%(text)s”") % words, reply.author_id))
    for note in ProgressNote.objects.filter(**of_promise).order_by("pk")[:MOST]:
        words = {"text": Truncator(note.text).chars(60)}
        parts.append(Part(note_part(note), _("Het bericht over voortgang “%(text)s”") % words, note.author_id))
    return parts
