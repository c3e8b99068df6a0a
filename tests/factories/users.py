"""People: dull by default, with a profile and a confirmed address, made through the action that makes people."""

import datetime as dt
from typing import Any

import factory

from gemeente.accounts.actions import register_person
from gemeente.users.models import User


class UserFactory(factory.django.DjangoModelFactory):
    """A resident; takes what `register_person` takes."""

    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"buur{n}@voorbeeld.example")
    name = factory.Sequence(lambda n: f"Buur{n} Jansen")

    @classmethod
    def _create(cls, _model: type[User], *_args: Any, **fields: Any) -> User:
        user = register_person(**fields)
        user.created_at -= dt.timedelta(days=90)  # not new: nobody asks her to slow down
        user.save(update_fields=["created_at"])
        return user
