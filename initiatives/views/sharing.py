"""How a page looks where somebody shares its address. No tracker, and nothing of what is not public."""

from dataclasses import dataclass

from django.conf import settings

from initiatives.models import Initiative, Photo
from initiatives.policies import is_concept


@dataclass(frozen=True)
class Share:
    """A page for who gets its address: full addresses, and what to read and see before it is opened."""

    title: str
    text: str
    url: str
    photo: Photo | None

    @property
    def short_url(self) -> str:
        """The address as people read it aloud."""
        return self.url.split("://", 1)[-1]

    @property
    def image(self) -> str:
        """The full address of the photo, cut to a card; empty without one: a drawing is SVG, which no app shows."""
        return f"{settings.PUBLIC_URL}{self.photo.card_url}" if self.photo else ""


def share_of(initiative: Initiative, path: str = "", text: str = "", photo: Photo | None = None) -> Share | None:
    """What others see of a page of an initiative when its address is shared; None as long as only its owner sees it.

    Expects the subject, and a photo that everybody may see.
    """
    if is_concept(initiative) or initiative.subject is None or not initiative.subject.is_public:
        return None
    url = f"{settings.PUBLIC_URL}{path or initiative.get_absolute_url()}"
    return Share(initiative.title, text or initiative.summary, url, photo)
