"""Where a row with a longitude and a latitude lies, for PostgreSQL's own index of points (GiST).

PostgreSQL measures as on a flat map. A degree of longitude is squeezed to what it is in the middle of the Netherlands,
which is right to 4 % anywhere in the country: enough to find what is near. Who needs metres measures what was found.
"""

from django.db.models import BooleanField, F, FloatField, Func, Value
from django.db.models.expressions import Combinable

from gemeente.places.geography import Box, Place

SQUEEZE = 0.6157  # the cosine of 52 degrees; the index has this number too


def point(longitude: Combinable, latitude: Combinable) -> Func:
    """A point of PostgreSQL. Its type is for the database alone, so Django is told it is a number."""
    return Func(longitude, latitude, function="point", output_field=FloatField())


def ground() -> Func:
    """Where a row lies, as the index has it."""
    return point(F("longitude") * Value(SQUEEZE), F("latitude"))


def constant(longitude: float, latitude: float) -> Func:
    """A fixed point."""
    return point(Value(longitude * SQUEEZE), Value(latitude))


def lies_in(box: Box) -> Func:
    """Whether a row lies in a box, its borders included."""
    corners = (constant(box.west, box.south), constant(box.east, box.north))
    bounds = Func(*corners, function="box", output_field=FloatField())
    return Func(ground(), bounds, template="(%(expressions)s)", arg_joiner=" <@ ", output_field=BooleanField())


def distance_to(place: Place) -> Func:
    """How far a row is, to order by."""
    here = constant(place.longitude, place.latitude)
    return Func(ground(), here, template="(%(expressions)s)", arg_joiner=" <-> ", output_field=FloatField())
