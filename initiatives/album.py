"""All photos and documents that stand on the page of an initiative: one query."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet, Value

from gemeente.lib.prepared import prepared
from gemeente.moderation.parts import ids_of
from initiatives.enums import PhotoPlace
from initiatives.models import Document, Initiative, Photo

if TYPE_CHECKING:
    from initiatives.models import Update

BOTH = ("key", "update_id", "created_at")
OURS = ("place", "description", "phone", "position", "width", "height", "people_agreed")


@dataclass(frozen=True)
class Album:
    """Photos and documents in the order of their owner."""

    photos: list[Photo]
    documents: list[Document]

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
    """What was checked of an initiative, without what is hidden (codes of parts, as moderation keeps them).

    What stands with news that is hidden stays away with it. Documents for the people of the case are among them: whom
    they are shown to is for the view to say.
    """
    photos, documents = _kept(initiative)
    gone = {*ids_of(hidden, "photo"), *ids_of(hidden, "document")}
    news = set(ids_of(hidden, "news"))
    return Album(
        [photo for photo in photos if str(photo.pk) not in gone and str(photo.update_id) not in news],
        [paper for paper in documents if str(paper.pk) not in gone and str(paper.update_id) not in news],
    )


def _kept(initiative: Initiative) -> tuple[list[Photo], list[Document]]:
    """The rows of both tables with what pages show of them."""
    found = sorted(_rows(initiative.pk), key=lambda row: (row[7], row[3], row[1]))
    names = {"photo": OURS, "document": ("title", "name", "file", "", "size", "", "is_public")}
    made = [(row[0], _fields(row, BOTH, names[row[0]]) | {"initiative": initiative}) for row in found]
    photos = [Photo(**fields) for kind, fields in made if kind == "photo"]
    return photos, [Document(**fields) for kind, fields in made if kind == "document"]


@prepared
def _rows(initiative: Any) -> QuerySet[Any, Any]:
    """The photos and documents as plain rows."""
    shots = Photo.objects.checked().filter(initiative=initiative).order_by()
    papers = Document.objects.checked().filter(initiative=initiative).order_by()
    theirs = ("title", "name", "file", Value(0), "size", Value(0), "is_public")
    return shots.values_list(Value("photo"), *BOTH, *OURS).union(
        papers.values_list(Value("document"), *BOTH, *theirs), all=True
    )


def _fields(row: "tuple[Any, ...]", *names: "tuple[str, ...]") -> dict[str, Any]:
    """A row by the names of its fields; those without a name are there to make both tables alike."""
    every = [name for group in names for name in group]
    return {name: value for name, value in zip(every, row[1:], strict=True) if name}
