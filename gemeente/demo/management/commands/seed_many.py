"""Add many initiatives to the demo."""

import time
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from gemeente.demo.many.town import seed_many
from gemeente.places.models import Wijk

MOST = 5_000_000


class Command(BaseCommand):
    help = "Add many plausible initiatives to the demo (DEMO=1), with owners, neighbours, news and cases."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("count", type=int, help=f"how many, 1 to {MOST:,}")
        parser.add_argument("--seed", type=int, default=1, help="another number makes others")

    def handle(self, *args: Any, count: int, seed: int, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("Many made-up initiatives are for a demo only: set DEMO=1.")
        if not 1 <= count <= MOST:
            raise CommandError(f"N must be a number from 1 to {MOST}, not {count}.")
        if Wijk._meta.db_table not in connection.introspection.table_names() or not Wijk.objects.exists():
            raise CommandError("There is no town to put them in: start the portal once with `make run`.")
        begun = time.monotonic()
        rows = seed_many(count, seed, lambda line: self.stdout.write(f"  {line}"))
        seconds = time.monotonic() - begun
        self.stdout.write(f"Added {count:,} initiatives ({rows:,} rows) in {seconds:.0f} seconds.")
