"""Refuse a catalogue that is not complete."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from gemeente.lib.messages import faults_of, read_catalogue, texts_of


class Command(BaseCommand):
    help = "Check that every Dutch text has its English one, with the same placeholders."

    def handle(self, *args: Any, **options: Any) -> None:
        path = settings.BASE_DIR / "locale" / "en" / "LC_MESSAGES" / "django.po"
        faults = faults_of(read_catalogue(path), texts_of(settings.BASE_DIR))
        if faults:
            raise CommandError("\n".join([f"{len(faults)} faults in {path.name}:", *faults]))
        self.stdout.write("translations: complete")
