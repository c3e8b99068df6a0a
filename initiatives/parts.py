"""What of an initiative somebody can report and a manager can hide: photos, news, questions, names, texts of before."""

import uuid

from django.db.models import Exists, OuterRef
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from gemeente.activity.models import Subject
from gemeente.moderation.parts import Part
from initiatives.album import album_of
from initiatives.enums import Stage
from initiatives.models import Document, Initiative, Inquiry, Photo, ThanksName, Update, Version, WijkAnswer

MOST = 500  # pieces of news and questions: also of what is old a moderator reads what it is


def photo_part(photo: Photo) -> str:
    """The code of a photo."""
    return f"photo:{photo.key}"


def news_part(update: Update) -> str:
    """The code of a piece of news."""
    return f"news:{update.pk}"


def question_part(inquiry: Inquiry) -> str:
    """The code of a neighbour's question, its answer included."""
    return f"ask:{inquiry.pk}"


def answer_part(inquiry: Inquiry) -> str:
    """The code of the owners' answer alone."""
    return f"answer:{inquiry.pk}"


def name_part(thanks: ThanksName) -> str:
    """The code of a name that somebody chose to stand with a result."""
    return f"name:{thanks.pk}"


def story_part(initiative: Initiative) -> str:
    """The code of the story of a result."""
    return f"story:{initiative.pk}"


def document_part(document: Document) -> str:
    """The code of a document."""
    return f"document:{document.key}"


def version_part(version: Version) -> str:
    """The code of a text of before."""
    return f"version:{version.number}"


def plan_part(initiative: Initiative) -> str:
    """The code of the steps of a plan, all together."""
    return f"plan:{initiative.pk}"


def wop_part(initiative: Initiative) -> str:
    """The code of what its owner answered to the WOP, all together."""
    return f"wop:{initiative.pk}"


def parts_of_initiative(subject: Subject) -> list[Part]:
    """Photos, documents, news with its photos, what neighbours asked, the story with the names, texts of before."""
    answers = Exists(WijkAnswer.objects.filter(initiative=OuterRef("pk")))
    initiative = Initiative.objects.filter(subject=subject).annotate(told_wop=answers).first()
    if initiative is None:
        return []
    album = album_of(initiative)
    parts = [
        *photo_parts(album.gallery, _("Foto %(n)d op de pagina"), cover=initiative.photo_id),
        *photo_parts(album.before, _("Foto %(n)d van hoe het was")),
        *photo_parts(album.after, _("Foto %(n)d bij het resultaat")),
    ]
    parts.extend(
        Part(document_part(document), _("Het document “%(title)s”") % {"title": document.title})
        for document in album.documents
        if document.is_public
    )
    for update in initiative.updates.order_by("-created_at", "-pk")[:MOST]:
        title = {"title": update.title}
        parts.append(Part(news_part(update), _("Het nieuws “%(title)s”") % title))
        sentence = _("Foto %(n)d bij “%(title)s”")
        parts.extend(
            Part(photo_part(photo), sentence % ({"n": number} | title))
            for number, photo in enumerate(album.of_news(update), start=1)
        )
    if initiative.step_count:
        parts.append(Part(plan_part(initiative), _("De planning")))
    if initiative.told_wop:
        parts.append(Part(wop_part(initiative), _("De antwoorden aan het WOP")))
    return [*parts, *parts_of_talk(initiative), *parts_of_result(initiative), *parts_of_history(initiative)]


def parts_of_history(initiative: Initiative) -> list[Part]:
    """Its texts of before; the text of now is the page itself."""
    if initiative.version_count < 2:
        return []
    before = initiative.versions.filter(number__lt=initiative.version_count).newest_first()[:MOST]
    label = _("De tekst van versie %(number)s")
    return [Part(version_part(version), label % {"number": version.number}) for version in before]


def photo_parts(photos: list[Photo], sentence: str, cover: uuid.UUID | None = None) -> list[Part]:
    """Photos by their turn; the one on top has a name of its own."""
    return [
        Part(photo_part(photo), _("De foto bovenaan") if photo.pk == cover else sentence % {"n": number})
        for number, photo in enumerate(photos, start=1)
    ]


def parts_of_talk(initiative: Initiative) -> list[Part]:
    """What neighbours asked, theirs, and what the owners answered."""
    if not initiative.inquiry_count:
        return []
    parts = []
    for inquiry in initiative.inquiries.newest_first()[:MOST]:
        words = {"question": Truncator(inquiry.text).chars(60)}
        parts.append(Part(question_part(inquiry), _("De vraag “%(question)s”") % words, inquiry.asker_id))
        if inquiry.is_answered:
            parts.append(Part(answer_part(inquiry), _("Het antwoord op “%(question)s”") % words))
    return parts


def parts_of_result(initiative: Initiative) -> list[Part]:
    """The story of a result, and the names of who helped and wanted to be named."""
    if initiative.stage != Stage.REALISED:
        return []
    parts = [Part(story_part(initiative), _("Het verhaal bij het resultaat"))] if initiative.story else []
    named = initiative.thanks.exclude(name="").order_by("name", "pk")[:MOST]
    names = [Part(name_part(row), _("De naam “%(name)s”") % {"name": row.name}, row.user_id) for row in named]
    return [*parts, *names]
