"""Let somebody set up her second step anew, who lost both her phone and her spare codes."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, CommandError

from gemeente.accounts.actions import reset_second_step
from gemeente.users.models import User


class Command(BaseCommand):
    help = "Forget somebody's app and spare codes. See the person first: this opens the door for who reads her mail."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            reset_second_step(user=User.objects.get(email__iexact=options["email"]))
        except User.DoesNotExist as fault:
            raise CommandError(str(fault)) from fault
        self.stdout.write(f"{options['email']} sets up a new second step at the next visit.")
