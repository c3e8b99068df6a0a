"""Fill the demo."""

from typing import Any

from django.core.management.base import BaseCommand

from gemeente.activity.site_changes import tidy_changes
from gemeente.demo.seed import seed


class Command(BaseCommand):
    help = "Fill an empty portal with the demo's town."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(seed())
        tidy_changes()
