"""manage.py import_wijken FILE: wijken and CBS areas from GeoJSON in longitude and latitude."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from gemeente.places.actions import import_wijken
from gemeente.places.imports import FileRefused, read_file
from gemeente.places.models import Gemeente, PlaceImport

CAPELLE = "GM0502"


class Command(BaseCommand):
    help = "Import the town's own wijken, or the CBS wijken that PDOK serves, from a GeoJSON file. Safe to repeat."

    def add_arguments(self, parser: CommandParser) -> None:
        """The file and what to do with it."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--create", action="store_true", help="make a wijk of each CBS area that belongs to none")
        parser.add_argument("--year", type=int, help="the year of the file, where its features have no jaar")
        parser.add_argument("--dry-run", action="store_true", help="show what would happen, write nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        """Import and tell; a file that is refused leaves everything as it was."""
        gemeente = Gemeente.objects.first()
        code = gemeente.code if gemeente else CAPELLE
        try:
            file = read_file(options["file"], gemeente_code=code, year=options["year"])
        except FileRefused as refused:
            reasons = "".join(f"\n  {problem}" for problem in refused.problems)
            raise CommandError(f"{options['file'].name} is refused, nothing was imported:{reasons}") from None
        with transaction.atomic():
            done = import_wijken(file=file, create=options["create"])
            transaction.set_rollback(options["dry_run"])
        self.tell(done, is_dry=options["dry_run"])

    def tell(self, done: PlaceImport, *, is_dry: bool) -> None:
        """What was added, changed and kept, by name."""
        for title, names in (("Added", done.added), ("Changed", done.changed), ("Kept", done.kept)):
            self.stdout.write(f"{title}: {len(names)}")
            for name in names:
                self.stdout.write(f"  {name}")
        if is_dry:
            self.stdout.write("Dry run: nothing was written.")
