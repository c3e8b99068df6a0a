"""What each text says until a manager writes her own: Dutch at level B1, and English, one file each in content/."""

from functools import cache
from pathlib import Path

from gemeente.portal.enums import TextKey

FOLDER = Path(__file__).parent / "content"


@cache
def first_text(key: TextKey) -> tuple[str, str]:
    """The first words of a text, in Dutch and in English."""
    dutch, english = ((FOLDER / f"{key}.{language}.md").read_text(encoding="utf-8") for language in ("nl", "en"))
    return dutch.strip(), english.strip()
