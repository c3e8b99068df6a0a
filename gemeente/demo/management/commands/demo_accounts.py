"""Print who can sign in to the demo."""

from typing import Any

from django.core.management.base import BaseCommand

from gemeente.demo.accounts import PASSWORD, demo_accounts


class Command(BaseCommand):
    help = "Print the accounts of the demo."

    def handle(self, *args: Any, **options: Any) -> None:
        for email, who in demo_accounts():
            self.stdout.write(f"  {email:28} {who}")
        self.stdout.write(f"  password for all: {PASSWORD}")
