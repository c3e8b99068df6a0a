"""Reading the texts that a manager wrote: all of them at once, kept until a setting changes."""

from dataclasses import dataclass

from django.utils.html import linebreaks
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from gemeente.lib.markdown import to_html
from gemeente.lib.site_version import kept_setting
from gemeente.places.models import in_language
from gemeente.portal.enums import PLACE_OF, TextKey
from gemeente.portal.first_texts import first_text
from gemeente.portal.models import TextVersion


@dataclass(frozen=True)
class Text:
    """One text in both languages, as it is written; `plain` and `html` follow the language of the page."""

    key: TextKey
    dutch: str
    english: str

    @property
    def plain(self) -> str:
        """As it was typed."""
        return in_language(self.dutch, self.english)

    @property
    def lines(self) -> list[str]:
        """The lines that are not empty."""
        return [line.strip() for line in self.plain.splitlines() if line.strip()]

    @property
    def html(self) -> SafeString:
        """As a page shows it; its headings come under an h1."""
        return self.shown(get_language() or "nl")

    def shown(self, language: str, first_heading: int = 2) -> SafeString:
        """As a page in that language shows it. A text without markup is paragraphs and lines."""
        words = self.english if language == "en" else self.dutch
        if PLACE_OF[self.key].has_markup:
            return to_html(words, first_heading)
        return SafeString(linebreaks(words, autoescape=True))


def portal_text(key: TextKey) -> Text:
    """The text that counts now; where a manager wrote none, the first one."""
    texts = kept_setting("texts", _written_texts)
    return Text(key, *(texts.get(key) or first_text(key)))


def version_of(key: TextKey) -> int | None:
    """The version of a text that counts now; None while nobody wrote one."""
    return TextVersion.objects.of_key(key).values_list("pk", flat=True).first()


def _written_texts() -> dict[str, tuple[str, str]]:
    rows = TextVersion.objects.newest_of_each().values_list("key", "dutch", "english")
    return {key: (dutch, english) for key, dutch, english in rows}
