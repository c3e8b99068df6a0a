"""Make the first manager of an empty portal: the one command after the migrations. She does the rest in pages."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError, call_command
from django.core.validators import validate_email
from django.db import transaction
from django.urls import reverse

from gemeente.accounts.actions import make_first_manager
from gemeente.lib.errors import Refused


class Command(BaseCommand):
    help = "Load the reference rows and make somebody the first manager; refused once there is a manager."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")
        parser.add_argument("name", help="first name and surname, between quotes")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        email, name = options["email"], options["name"].strip()
        try:
            validate_email(email)
            if not name or "@" in name:
                raise CommandError("The name is what colleagues see: first name and surname.")
            call_command("load_reference", stdout=self.stdout, verbosity=0)
            make_first_manager(email=email, name=name)
        except (ValidationError, Refused) as fault:
            raise CommandError(" ".join(getattr(fault, "messages", [str(fault)]))) from fault
        self.stdout.write(
            f"{email} is manager from today. Next, in a browser:\n"
            f"1. Sign in at {settings.PUBLIC_URL}{reverse('account_login')} with a code that comes by mail.\n"
            f"2. Set up the second step; the portal asks for it.\n"
            f"3. Go on at {settings.PUBLIC_URL}{reverse('manage:start')}: it says what is still missing."
        )
