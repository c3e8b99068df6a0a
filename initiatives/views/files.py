"""Photos and documents as files: given to who may have them, and only what was checked."""

import uuid

from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from gemeente.accounts.second_factor import has_second_factor
from gemeente.cases.models import CaseFile
from gemeente.moderation.models import Hiding
from gemeente.moderation.policies import can_moderate
from initiatives.enums import Stage
from initiatives.models import Document, Initiative, Photo
from initiatives.parts import document_part, news_part, photo_part
from initiatives.policies import can_read_private_document, owns
from initiatives.views.shortcuts import with_helpers_of

SIZES = {"card", "large", "phone"}
PHOTO_SECONDS = 60  # how long others may keep a photo: what is hidden is gone within a minute
# A document is saved, never shown by us; should a browser show it all the same, nothing in it may act.
DOCUMENT_POLICY = "default-src 'none'; sandbox"


@require_safe
def photo(request: HttpRequest, key: uuid.UUID, size: str) -> HttpResponseBase:
    """A photo, for whoever may read its initiative. Of a concept, and of what is hidden, that is its owner alone.

    Where only the photo is hidden, others get the drawing: a list that was open a moment ago keeps its picture. Who
    must judge it (a moderator, after the second step) sees it too.
    """
    if size not in SIZES:
        raise Http404(size)
    return photo_in(request, key, size)


@require_safe
def photo_jpeg(request: HttpRequest, key: uuid.UUID) -> HttpResponseBase:
    """The same for browsers that know no WebP, as wide as a phone shows it."""
    return photo_in(request, key, "jpeg")


def photo_in(request: HttpRequest, key: uuid.UUID, size: str) -> HttpResponseBase:
    """One file of a photo, as its view promises."""
    judges = can_moderate(request.user) and has_second_factor(request)
    photos = Photo.objects.checked().select_related("initiative__theme", "initiative__subject", "update")
    found = get_object_or_404(photos, key=key, initiative__in=readable_by(request, judges))
    is_hidden = is_photo_hidden(found)
    if is_hidden and not judges and not owns(request.user, with_helpers_of(found.initiative)):
        return drawing_instead(found.initiative)
    file = getattr(found, size) or found.large  # photos of before there were more sizes
    try:
        response = FileResponse(file.open(), content_type="image/jpeg" if file == found.jpeg else "image/webp")
    except FileNotFoundError:
        raise Http404(key) from None
    if is_hidden or found.initiative.subject is None or not found.initiative.subject.is_public:
        patch_cache_control(response, private=True, no_store=True)
    else:
        patch_cache_control(response, public=True, max_age=PHOTO_SECONDS)
    return response


def is_photo_hidden(photo: Photo) -> bool:
    """Whether a manager hid a photo, or the news it belongs to."""
    hidden = Hiding.objects.parts_of(photo.initiative.subject_id)
    return photo_part(photo) in hidden or (photo.update is not None and news_part(photo.update) in hidden)


def drawing_instead(initiative: Initiative) -> HttpResponse:
    """Where the drawing is; kept as shortly as a photo, so that the photo comes back as fast as it went."""
    response = redirect(initiative.drawing)
    patch_cache_control(response, public=True, max_age=PHOTO_SECONDS)
    return response


@require_safe
def document(request: HttpRequest, key: uuid.UUID) -> HttpResponseBase:
    """A document to save, for whoever may have it: a private one is for the owner's side and the people of the case.

    Who must judge one that was reported (a moderator, after the second step) gets it too, if it is a public one.
    """
    judges = can_moderate(request.user) and has_second_factor(request)
    rows = Document.objects.checked().select_related("initiative__subject", "update")
    found = get_object_or_404(rows, key=key, initiative__in=readable_by(request, judges))
    if not may_have(request, found, judges):
        raise Http404(key)
    try:
        response = FileResponse(
            found.file.open(), as_attachment=True, filename=found.name, content_type="application/pdf"
        )
    except FileNotFoundError:
        raise Http404(key) from None
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = DOCUMENT_POLICY
    patch_cache_control(response, private=True, no_store=True)
    return response


def may_have(request: HttpRequest, document: Document, judges: bool) -> bool:
    """Whether a document is for the reader: what is hidden is for the owner's side alone, and for who judges it."""
    initiative = with_helpers_of(document.initiative)
    if initiative.case_id:
        initiative.case = CaseFile.objects.with_people().filter(pk=initiative.case_id).first()
    if can_read_private_document(request.user, initiative):
        return True
    if not document.is_public:
        return False
    hidden = Hiding.objects.parts_of(initiative.subject_id)
    parts = {document_part(document)} | ({news_part(document.update)} if document.update else set())
    return judges or not parts & hidden


def readable_by(request: HttpRequest, judges: bool) -> QuerySet[Initiative]:
    """What somebody may read; for who judges also what is hidden."""
    if judges:
        return Initiative.objects.exclude(stage=Stage.CONCEPT)
    return Initiative.objects.visible_to(request.user)
