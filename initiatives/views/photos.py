"""Photos as their owner keeps them: several at once, in order, each with what is on it; and the page of one photo."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gemeente.lib.errors import Refused
from gemeente.lib.forms import SentPhotos, posted
from gemeente.moderation.models import Hiding
from gemeente.users.requests import SignedInRequest
from initiatives.actions.photos import (
    add_photos,
    choose_cover,
    describe_photos,
    no_room,
    remove_photo,
    room_for,
    shift_photo,
)
from initiatives.album import album_of
from initiatives.enums import PhotoPlace
from initiatives.forms import DescriptionsForm, PhotosForm
from initiatives.models import Initiative, Photo, Update
from initiatives.policies import can_remove_photo, can_show_photo, may_read
from initiatives.views.shortcuts import breadcrumbs, get_initiative_or_404


@dataclass(frozen=True)
class Shelf:
    """Where photos of one place are kept: of the page, of its result, or of a piece of news."""

    initiative: Initiative
    place: PhotoPlace
    update: Update | None = None

    @property
    def url(self) -> str:
        """Its page."""
        slug = self.initiative.slug
        if self.update:
            return reverse("initiatives:news_photos", args=[slug, self.update.pk])
        names = {PhotoPlace.BEFORE: "photos_before", PhotoPlace.AFTER: "photos_after"}
        return reverse(f"initiatives:{names.get(self.place, 'photos')}", args=[slug])

    @property
    def title(self) -> str:
        """What its page is about."""
        titles = {
            PhotoPlace.GALLERY: _("Foto's op je pagina"),
            PhotoPlace.BEFORE: _("Foto's van hoe het was"),
            PhotoPlace.AFTER: _("Foto's van hoe het nu is"),
        }
        return _("Foto's bij “%(title)s”") % {"title": self.update.title} if self.update else titles[self.place]

    @property
    def photos(self) -> list[Photo]:
        """In the order of their owner."""
        return list(self.initiative.photos.checked().filter(place=self.place, update=self.update))


def shelf_of(photo: Photo) -> Shelf:
    """Where a photo is kept."""
    return Shelf(photo.initiative, PhotoPlace(photo.place), photo.update)


def writable_or_403(request: SignedInRequest, slug: str) -> Initiative:
    """What somebody may show photos on."""
    initiative = get_initiative_or_404(request, slug)
    if not can_show_photo(request.user, initiative):
        raise PermissionDenied
    return initiative


def photo_or_404(initiative: Initiative, key: uuid.UUID) -> Photo:
    """One of its photos that was checked; the initiative comes along with its people."""
    photo = get_object_or_404(initiative.photos.checked().select_related("update"), key=key)
    photo.initiative = initiative
    return photo


# --- Everybody --------------------------------------------------------------------------------------------------------
@require_safe
def photo_page(request: HttpRequest, slug: str, key: uuid.UUID) -> HttpResponse:
    """One photo, as large as we keep it, between those beside it; what is hidden has no page but for who may write."""
    initiative = get_initiative_or_404(request, slug)
    is_shown_all = may_read(request.user, initiative)
    hidden = frozenset() if is_shown_all else Hiding.objects.parts_of(initiative.subject_id)
    photos = album_of(initiative, hidden).photos
    shown = next((photo for photo in photos if photo.pk == key), None)
    if shown is None:
        raise Http404(key)
    row = [photo for photo in photos if (photo.place, photo.update_id) == (shown.place, shown.update_id)]
    turn = row.index(shown)
    context = {
        "initiative": initiative,
        "photo": shown,
        "number": turn + 1,
        "total": len(row),
        "earlier": row[turn - 1] if turn else None,
        "later": row[turn + 1] if turn + 1 < len(row) else None,
        "may_report": not is_shown_all and initiative.subject_id is not None,
        "may_change": can_show_photo(request.user, initiative),
        "breadcrumbs": breadcrumbs(initiative, request, _("Foto")),
    }
    return render(request, "initiatives/photo_page.html", context)


# --- Who writes -------------------------------------------------------------------------------------------------------
@require_http_methods(["GET", "POST"])
@login_required
def gallery(request: SignedInRequest, slug: str, place: PhotoPlace = PhotoPlace.GALLERY) -> HttpResponse:
    """The photos of the page or of its result: more of them, their order, and what is on them."""
    return shelf_page(request, Shelf(writable_or_403(request, slug), place))


@require_http_methods(["GET", "POST"])
@login_required
def news_photos(request: SignedInRequest, slug: str, update_id: int) -> HttpResponse:
    """The same for a piece of news."""
    initiative = writable_or_403(request, slug)
    update = get_object_or_404(initiative.updates, pk=update_id)
    return shelf_page(request, Shelf(initiative, PhotoPlace.NEWS, update))


def shelf_page(request: SignedInRequest, shelf: Shelf) -> HttpResponse:
    """Add the photos that were sent, or show the page."""
    form = PhotosForm(posted(request), request.FILES or None)
    if form.is_valid():
        sent: SentPhotos = form.cleaned_data["photos"]
        try:
            made = add_photos(
                initiative=shelf.initiative,
                actor=request.user,
                photos=sent.clean,
                place=shelf.place,
                update=shelf.update,
            )
        except Refused as refusal:
            form.add_error("photos", str(refusal))
        else:
            tell_sent(request, made, sent)
            return redirect(f"{shelf.url}#foto-{made[0].key}")
    return render_shelf(request, shelf, form)


def tell_sent(request: HttpRequest, made: list[Photo], sent: SentPhotos) -> None:
    """Say what came of the photos that were sent."""
    number = len(made)
    sentence = ngettext("Je foto staat erbij.", "Je %(n)d foto's staan erbij.", number) % {"n": number}
    messages.success(request, sentence + " " + _("Vertel er nog bij wat erop te zien is."))
    for refused in sent.refused:
        messages.warning(request, refused)


def render_shelf(
    request: SignedInRequest, shelf: Shelf, form: PhotosForm, descriptions: DescriptionsForm | None = None
) -> HttpResponse:
    """The photos with their fields, and room for more."""
    photos = shelf.photos
    descriptions = descriptions or DescriptionsForm(photos=photos)
    room = room_for(shelf.initiative, shelf.place, shelf.update)
    context = {
        "initiative": shelf.initiative,
        "shelf": shelf,
        "rows": rows_of(photos, descriptions),
        "without_words": sum(not photo.description for photo in photos),
        "form": form,
        "descriptions": descriptions,
        "room": room,
        "no_room": no_room(room),
        "is_page": shelf.place == PhotoPlace.GALLERY,
        "breadcrumbs": breadcrumbs(shelf.initiative, request, shelf.title),
    }
    return render(request, "initiatives/photos.html", context)


def rows_of(photos: list[Photo], descriptions: DescriptionsForm) -> list[dict[str, Any]]:
    """Each photo with its field, and whether it can go up or down."""
    fields = {name.removeprefix("beschrijving-"): descriptions[name] for name in descriptions.fields}
    return [
        {
            "photo": photo,
            "field": fields.get(str(photo.key)),
            "is_first": number == 0,
            "is_last": number == len(photos) - 1,
        }
        for number, photo in enumerate(photos)
    ]


@require_POST
@login_required
def describe(request: SignedInRequest, slug: str, key: uuid.UUID) -> HttpResponse:
    """Keep what is on the photos of the page on which this photo stands."""
    photo = photo_or_404(writable_or_403(request, slug), key)
    if wrong := keep_descriptions(request, photo):
        return wrong
    messages.success(request, _("De beschrijvingen zijn bewaard."))
    return redirect(shelf_of(photo).url)


@require_POST
@login_required
def shift(request: SignedInRequest, slug: str, key: uuid.UUID, *, earlier: bool) -> HttpResponse:
    """One turn earlier or later; what was typed beside it is kept too."""
    photo = photo_or_404(writable_or_403(request, slug), key)
    if wrong := keep_descriptions(request, photo):
        return wrong
    shift_photo(photo=photo, actor=request.user, earlier=earlier)
    return redirect(f"{shelf_of(photo).url}#foto-{photo.key}")


@require_POST
@login_required
def cover(request: SignedInRequest, slug: str, key: uuid.UUID) -> HttpResponse:
    """Show a photo on top; what was typed beside it is kept too."""
    photo = photo_or_404(writable_or_403(request, slug), key)
    if wrong := keep_descriptions(request, photo):
        return wrong
    choose_cover(photo=photo, actor=request.user)
    messages.success(request, _("Deze foto staat nu bovenaan."))
    return redirect(f"{shelf_of(photo).url}#foto-{photo.key}")


def keep_descriptions(request: SignedInRequest, photo: Photo) -> HttpResponse | None:
    """Keep what was typed on the page of this photo; the page again where that cannot be."""
    shelf = shelf_of(photo)
    form = DescriptionsForm(request.POST, photos=shelf.photos)
    if not form.is_valid():
        return render_shelf(request, shelf, PhotosForm(), form)
    describe_photos(initiative=shelf.initiative, actor=request.user, descriptions=form.told)
    return None


@require_http_methods(["GET", "POST"])
@login_required
def drop_photo(request: SignedInRequest, slug: str, key: uuid.UUID) -> HttpResponse:
    """Take a photo away."""
    initiative = get_initiative_or_404(request, slug)
    photo = photo_or_404(initiative, key)
    if not can_remove_photo(request.user, initiative):
        raise PermissionDenied
    shelf = shelf_of(photo)
    if request.method == "POST":
        remove_photo(photo=photo, actor=request.user)
        messages.success(request, _("De foto is weg."))
        return redirect(shelf.url)
    crumbs = breadcrumbs(initiative, request, _("Foto weghalen"))
    context = {"initiative": initiative, "photo": photo, "back_url": shelf.url, "breadcrumbs": crumbs}
    return render(request, "initiatives/drop_photo.html", context)
