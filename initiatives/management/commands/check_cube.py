"""manage.py check_cube: whether the kept counts of public initiatives are true."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from initiatives.actions.cube import COLUMNS, cube_differences, recount_cube


class Command(BaseCommand):
    help = "Compare the kept counts of public initiatives with what there is; --repair counts them anew."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whether to mend what is wrong."""
        parser.add_argument("--repair", action="store_true", help="count everything anew")

    def handle(self, *args: Any, **options: Any) -> None:
        """Say what differs. Ends with an error when something does, and was not mended."""
        found = cube_differences()
        for key, (kept, true) in sorted(found.items(), key=str):
            named = ", ".join(f"{name}={value}" for name, value in zip(COLUMNS, key, strict=True))
            self.stdout.write(f"{named}: kept {kept}, there are {true}")
        if found and options["repair"]:
            recount_cube()
            self.stdout.write("Counted anew.")
        elif found:
            raise CommandError(f"{len(found)} cells are wrong; --repair counts them anew.")
        else:
            self.stdout.write("All counts are true.")
