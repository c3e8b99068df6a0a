"""What of the page of a wijk somebody can report and a manager can hide: its documents, and the words of its WOP."""

from django.utils.translation import gettext as _

from gemeente.activity.models import Subject
from gemeente.moderation.parts import Part
from gemeente.places.models import Wijk
from wijken.models import WijkDocument, WijkPage

MOST = 100


def document_part(document: WijkDocument) -> str:
    """The code of a document."""
    return f"document:{document.key}"


def words_part(number: int) -> str:
    """The code of all that a WOP wrote in one version of its page."""
    return f"page:{number}"


def is_hidden(wijk: Wijk) -> bool:
    """Whether a manager hides all that the WOP of a wijk says; expects the wijk with its WOP and its subject."""
    subject = wijk.wop.subject if hasattr(wijk, "wop") else None
    return subject is not None and not subject.is_public


def parts_of_wop(subject: Subject) -> list[Part]:
    """What stands on the page of the wijk now. Who put a version online speaks for its words."""
    papers = WijkDocument.objects.checked().of_page().filter(wijk=subject.wijk_id)[:MOST]
    parts = [Part(document_part(paper), _("Het document “%(title)s”") % {"title": paper.title}) for paper in papers]
    page = WijkPage.objects.of_wijk(subject.wijk_id).published().first() if subject.wijk_id else None
    if page is not None:
        parts.append(Part(words_part(page.number), _("De eigen teksten op de pagina"), page.published_by_id))
    return parts
