"""A pin on the map: how a resident says where something is, with or without JavaScript."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from gemeente.places.forms import POINT_WIDTH
from gemeente.places.geography import Place, is_elsewhere
from gemeente.places.maps import point_map, point_of, town_map

# What a browser posts, behind the name of the field: the pixel pointed at, the pin as it was, and the button.
PARTS = {"x": ".x", "y": ".y", "longitude": "_longitude", "latitude": "_latitude", "remove": "_remove"}


def pointed(data: Mapping[str, Any], name: str = "pin") -> bool:
    """Whether a form was sent by pointing at the map or taking the pin away: then it is shown again, not acted upon.

    `name` is the field's name in the form, with the form's prefix if it has one.
    """
    return bool(parts_of(data, name).keys() - {"longitude", "latitude"})


def parts_of(data: Mapping[str, Any], name: str) -> dict[str, str]:
    """What was posted of a pin, by part."""
    return {part: data[name + end] for part, end in PARTS.items() if data.get(name + end)}


def read_pin(parts: dict[str, str]) -> Place | None:
    """The pin after what was posted: taken away, else pointed at, else where it was. Raises ValueError for nonsense."""
    if not parts or "remove" in parts:
        return None
    if ("x" in parts or "y" in parts) and not is_key_press(parts):
        place = point_of(float(parts.get("x", "")), float(parts.get("y", "")), POINT_WIDTH)
    elif "longitude" in parts or "latitude" in parts:
        place = Place(float(parts.get("longitude", "")), float(parts.get("latitude", "")))
    else:
        return None
    if not place.is_in_netherlands:
        raise ValueError(place)
    return Place(round(place.longitude, 6), round(place.latitude, 6))


def is_key_press(parts: dict[str, str]) -> bool:
    """Whether the map was pressed with the Enter key: browsers then post its corner."""
    return (parts.get("x"), parts.get("y")) == ("0", "0") and "remove" not in parts


class PinInput(forms.Widget):
    """The town map to point at with the pin on it, and a larger map that a script opens.

    The picture has one fixed size, because a browser posts the pixel of the picture as shown.
    """

    template_name = "places/pin_input.html"
    use_fieldset = True

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The map, its size in pixels, and the pin on it. `value` is a Place, or what was posted."""
        town = town_map()
        pin = value if isinstance(value, Place) or not value else self.pin_of(value)
        context: dict[str, Any] = super().get_context(name, None, attrs)
        size = {"width": POINT_WIDTH, "height": round(town.height * POINT_WIDTH / town.width)}
        return context | size | {"town": town, "pin": pin, "point": pin and point_map(pin, is_exact=True)}

    def pin_of(self, parts: dict[str, str]) -> Place | None:
        """The pin to show after what was posted; nothing where that was nonsense."""
        try:
            return read_pin(parts)
        except ValueError:
            return None

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> dict[str, str]:
        """What was posted of the pin."""
        return parts_of(data, name)


class PinField(forms.Field):
    """A place, or None. A place outside the town is refused, unless no boundary was imported to tell by."""

    widget = PinInput
    default_error_messages = {
        "required": _("Zet een speld op de kaart."),
        "keyboard": _("De kaart werkt alleen met een muis of met je vinger. Je kunt ook verder zonder speld."),
        "invalid": _("Deze plek kunnen we niet lezen. Wijs de plek opnieuw aan op de kaart."),
        "outside": _("Deze plek ligt buiten Capelle. Zet de speld op een plek in Capelle, of haal hem weg."),
    }

    def __init__(self, *, required: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("Wijs op de kaart aan waar het is."))
        super().__init__(required=required, **kwargs)

    def to_python(self, value: dict[str, str] | None) -> Place | None:
        """The pin that was posted. Raises ValidationError for nonsense, and for a map pressed by keyboard."""
        if is_key_press(value or {}):
            raise self.refusal("keyboard")
        try:
            return read_pin(value or {})
        except ValueError:
            raise self.refusal("invalid") from None

    def validate(self, value: Place | None) -> None:
        """Raises ValidationError for no pin where there must be one, and for a place outside the town."""
        super().validate(value)
        if value is not None and is_elsewhere(value):
            raise self.refusal("outside")

    def refusal(self, code: str) -> ValidationError:
        """One of the sentences above."""
        return ValidationError(self.error_messages[code], code=code)


class PinForm(forms.Form):
    """A pin by itself."""

    pin = PinField(label=_("Waar is het?"))


class HereInput(PinInput):
    """A pin, or where the visitor is now once she presses a button."""

    template_name = "places/here_input.html"


class HereField(PinField):
    """Where somebody looks around: also outside the town, for the border is no wall."""

    widget = HereInput
    default_error_messages = {
        "required": _("Wijs je plek aan op de kaart, of kies je wijk in de lijst."),
        "keyboard": _("De kaart werkt alleen met een muis of met je vinger. Kies je wijk in de lijst."),
        "invalid": _("Deze plek kunnen we niet lezen. Wijs je plek aan op de kaart, of kies je wijk in de lijst."),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("We bewaren deze plek niet."))
        super().__init__(required=True, **kwargs)

    def validate(self, value: Place | None) -> None:
        """Any place in the country will do; whether there has to be one, the form says: it may have another way."""
