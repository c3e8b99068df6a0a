"""Initiatives, dull by default: made through the actions people use."""

from typing import Any

import factory

from initiatives.actions import publish_initiative
from initiatives.models import Initiative
from tests.factories.places import ThemeFactory, WijkFactory
from tests.factories.users import UserFactory


class InitiativeFactory(factory.django.DjangoModelFactory):
    """A concept."""

    class Meta:
        model = Initiative

    owner = factory.SubFactory(UserFactory)
    title = factory.Sequence(lambda n: f"Buurttuin nummer {n}")
    slug = factory.Sequence(lambda n: f"buurttuin-nummer-{n}")
    summary = "We maken van het grasveld een tuin. Iedereen uit de straat mag oogsten."
    own_share = "Zes gezinnen geven elke week water."
    wijk = factory.SubFactory(WijkFactory)
    theme = factory.SubFactory(ThemeFactory)


def published(**fields: Any) -> Initiative:
    """An initiative that everybody can read."""
    initiative = InitiativeFactory(**fields)
    return publish_initiative(initiative=initiative, actor=initiative.owner)
