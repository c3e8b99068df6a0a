"""The town: dull by default, each wijk a square of about 700 metres beside the one before."""

from typing import Any

import factory

from gemeente.places.models import CbsArea, Gemeente, Theme, Wijk

SIDE = 0.01  # degrees


def square(west: float, south: float, side: float = SIDE) -> dict[str, Any]:
    """A GeoJSON square, by its corner."""
    east, north = round(west + side, 6), round(south + side, 6)
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def nth_square(n: int) -> dict[str, Any]:
    """The nth square, in rows of eight inside the Netherlands."""
    return square(round(4.5 + n % 8 * SIDE, 6), round(51.9 + n // 8 % 100 * SIDE, 6))


class GemeenteFactory(factory.django.DjangoModelFactory):
    """Capelle."""

    class Meta:
        model = Gemeente
        django_get_or_create = ["code"]

    code = "GM0502"
    name = "Capelle aan den IJssel"
    portal_name = "Buitenkans"
    phone = "14 010"
    email = "buitenkans@capelle.example"
    address = "Rivierweg 111"
    opening_hours = "maandag tot en met vrijdag, 8.30 tot 17.00 uur"


class ThemeFactory(factory.django.DjangoModelFactory):
    """A theme."""

    class Meta:
        model = Theme

    code = factory.Sequence(lambda n: f"theme-{n}")
    name = factory.Sequence(lambda n: f"Thema {n}")
    name_en = factory.Sequence(lambda n: f"Theme {n}")
    scene = "garden"
    position = factory.Sequence(lambda n: n % 30_000 + 100)


class WijkFactory(factory.django.DjangoModelFactory):
    """A wijk."""

    class Meta:
        model = Wijk

    name = factory.Sequence(lambda n: f"Wijk {n}")
    slug = factory.Sequence(lambda n: f"wijk-{n}")
    boundary = factory.Sequence(nth_square)


class CbsAreaFactory(factory.django.DjangoModelFactory):
    """A CBS area of 2024."""

    class Meta:
        model = CbsArea

    code = factory.Sequence(lambda n: f"WK05{n % 10_000:04}")
    year = 2024
    name = factory.Sequence(lambda n: f"Gebied {n}")
    boundary = factory.Sequence(nth_square)
    inhabitants = 1000
    source = "CBS"
