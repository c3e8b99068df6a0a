"""All photos that stand on the page of an initiative, by their place: one query."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gemeente.moderation.parts import ids_of
from initiatives.enums import PhotoPlace
from initiatives.models import Initiative, Photo

if TYPE_CHECKING:
    from initiatives.models import Update


@dataclass(frozen=True)
class Album:
    """Photos in the order of their owner."""

    photos: list[Photo]

    def at(self, place: PhotoPlace) -> list[Photo]:
        """Those of one place."""
        return [photo for photo in self.photos if photo.place == place]

    @property
    def gallery(self) -> list[Photo]:
        """Those of the page itself; the one on top is among them."""
        return self.at(PhotoPlace.GALLERY)

    @property
    def before(self) -> list[Photo]:
        """How it was."""
        return self.at(PhotoPlace.BEFORE)

    @property
    def after(self) -> list[Photo]:
        """What came of it."""
        return self.at(PhotoPlace.AFTER)

    def of_news(self, update: "Update") -> list[Photo]:
        """Those of one piece of news."""
        return [photo for photo in self.photos if photo.update_id == update.pk]


def album_of(initiative: Initiative, hidden: "frozenset[str]" = frozenset()) -> Album:
    """The photos of an initiative that were checked, without what is hidden (codes of parts, as moderation keeps them).

    A photo of news that is hidden stays away with it.
    """
    photos, news = set(ids_of(hidden, "photo")), set(ids_of(hidden, "news"))
    rows = Photo.objects.checked().filter(initiative=initiative)
    return Album([row for row in rows if str(row.pk) not in photos and str(row.update_id) not in news])
