"""Initiatives, dull by default: made through the actions people use."""

from typing import Any

import factory

from gemeente.accounts.enums import ContactWay, DayPart
from gemeente.accounts.models import Profile
from gemeente.portal.reference import load_rules
from gemeente.users.models import User
from initiatives.actions.writing import publish_initiative
from initiatives.enums import PlaceKind
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
    place_kind = PlaceKind.WIJK
    theme = factory.SubFactory(ThemeFactory)


def reachable(user: User) -> None:
    """Let somebody be ready to publish: called by phone unless she said so before, in a portal that has its rules."""
    load_rules()
    told = {"contact_way": ContactWay.PHONE, "day_part": DayPart.ANY, "phone": "010-555 0123"}
    Profile.objects.filter(user=user, contact_way="").update(**told)


def published(**fields: Any) -> Initiative:
    """An initiative that everybody can read."""
    initiative = InitiativeFactory(**fields)
    reachable(initiative.owner)
    return publish_initiative(initiative=initiative, actor=initiative.owner)
