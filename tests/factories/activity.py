"""Subjects, entries and notices."""

from typing import Any

import factory

from gemeente.activity.actions import notify, record
from gemeente.activity.enums import Visibility
from gemeente.activity.models import Entry, Notice, Subject
from gemeente.activity.verbs import Verb, register_verbs
from gemeente.users.models import User

PLANTED = Verb("test_planted", "plantte een boom", frozenset({"number"}), Visibility.PUBLIC)
register_verbs(PLANTED)
TEMPLATE = "initiative_published"


class SubjectFactory(factory.django.DjangoModelFactory):
    """Something public that people can follow."""

    class Meta:
        model = Subject

    kind = "initiative"
    title = factory.Sequence(lambda n: f"Boomtuin nummer {n}")
    path = factory.Sequence(lambda n: f"/initiatieven/boomtuin-{n}/")
    is_public = True


def make_entry(**fields: Any) -> Entry:
    """Somebody planted a tree."""
    return record(**({"actor": None, "verb": PLANTED, "subject": SubjectFactory()} | fields))


def make_notice(recipient: User, *, template: str = TEMPLATE, **fields: Any) -> Notice:
    """Somebody is told of it."""
    entry = make_entry(**fields)
    notify(entry=entry, recipients=[recipient], template=template)
    return Notice.objects.get(entry=entry, recipient=recipient)
