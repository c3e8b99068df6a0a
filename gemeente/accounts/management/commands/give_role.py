"""Give somebody a role from the command line: the way to the first manager."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from gemeente.accounts.actions import assign_role
from gemeente.accounts.enums import Role
from gemeente.lib.errors import Refused
from gemeente.places.models import Wijk
from gemeente.users.models import User


class Command(BaseCommand):
    help = "Give somebody who has an account a role, from today."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")
        parser.add_argument("role", choices=Role.values)
        parser.add_argument("--wijk", help="slug of the wijk, for roles that belong to one")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            user = User.objects.get(email__iexact=options["email"])
            wijk = Wijk.objects.get(slug=options["wijk"]) if options["wijk"] else None
            assign_role(user=user, role=Role(options["role"]), wijk=wijk, starts_on=timezone.localdate(), actor=None)
        except (User.DoesNotExist, Wijk.DoesNotExist, Refused) as fault:
            raise CommandError(str(fault)) from fault
        self.stdout.write(f"{options['email']} is {options['role']} from today.")
