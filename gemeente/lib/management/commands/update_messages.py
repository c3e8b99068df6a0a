"""Bring the English catalogue in step with the Dutch texts."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from gemeente.lib.messages import read_catalogue, texts_of, write_catalogue


class Command(BaseCommand):
    help = "Add new texts to the English catalogue and take out those no longer used."

    def handle(self, *args: Any, **options: Any) -> None:
        path = settings.BASE_DIR / "locale" / "en" / "LC_MESSAGES" / "django.po"
        catalogue, texts = read_catalogue(path), texts_of(settings.BASE_DIR)
        catalogue.update(texts, no_fuzzy_matching=True, update_header_comment=False, keep_user_comments=False)
        catalogue.obsolete.clear()
        write_catalogue(path, catalogue)
        empty = sum(1 for m in catalogue if m.id and not any(m.string if isinstance(m.string, tuple) else [m.string]))
        self.stdout.write(f"{len(catalogue)} texts, {empty} to translate")
