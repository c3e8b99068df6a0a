"""manage.py import_maakcapelle FILE: initiatives that run on Maak Capelle, as concepts that wait for their owner."""

from argparse import RawDescriptionHelpFormatter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from initiatives.actions.importing import Imported, import_initiatives
from initiatives.imports import COLUMNS, FileRefused, read_file

TEXT = "Columns, in any order (* must be filled in):\n" + "\n".join(
    f"  {name}{'*' if is_needed else ''}: {text}" for name, _most, is_needed, text in COLUMNS
)


class Command(BaseCommand):
    help = "Bring initiatives over from a CSV file (UTF-8, commas or semicolons). All or nothing; safe to repeat."

    def create_parser(self, *args: Any, **kwargs: Any) -> CommandParser:
        """Show the columns under the options, one a line."""
        parser = super().create_parser(*args, **kwargs)
        parser.formatter_class = RawDescriptionHelpFormatter
        parser.epilog = TEXT
        return parser

    def add_arguments(self, parser: CommandParser) -> None:
        """The file and what to do with it."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="show what would happen, write nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        """Import and tell; a file that is refused leaves everything as it was."""
        try:
            rows = read_file(options["file"])
        except FileRefused as refused:
            reasons = "".join(f"\n  {problem}" for problem in refused.problems)
            raise CommandError(f"{options['file'].name} is refused, nothing was imported:{reasons}") from None
        with transaction.atomic():
            done = import_initiatives(rows=rows)
            transaction.set_rollback(options["dry_run"])
        self.tell(done, is_dry=options["dry_run"])

    def tell(self, done: Imported, *, is_dry: bool) -> None:
        """What was added, changed and kept, by reference."""
        for title, references in (("Added", done.added), ("Changed", done.changed), ("The same", done.same)):
            self.stdout.write(f"{title}: {len(references)}")
            for reference in references:
                self.stdout.write(f"  {reference}")
        self.stdout.write(f"Kept: {len(done.kept)}")
        for reference, reason in done.kept:
            self.stdout.write(f"  {reference}: {reason}")
        self.stdout.write(f"Owners mailed: {done.mailed}")
        if is_dry:
            self.stdout.write("Dry run: nothing was written.")
