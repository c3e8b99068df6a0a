"""Load the rows that rules stand in: themes, roles, and what later apps add. Safe to run at every start."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from gemeente.lib.reference import reference_loaders


class Command(BaseCommand):
    help = "Load reference rows; rows that a manager changed are left as they are."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        for name, loader in reference_loaders().items():
            self.stdout.write(f"{name}: {loader()} new")
