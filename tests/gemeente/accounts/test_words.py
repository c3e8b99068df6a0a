"""Our words are ours: no catalogue of another package may turn a Dutch text of ours into something else."""

from django.conf import settings
from django.utils import translation

from gemeente.lib.messages import texts_of


def test_dutch_texts_stay_as_they_are_written() -> None:
    changed = {}
    with translation.override("nl"):
        for message in texts_of(settings.BASE_DIR):
            if isinstance(message.id, str) and message.id and translation.gettext(message.id) != message.id:
                changed[message.id] = translation.gettext(message.id)

    assert changed == {}
