"""Choosing a wijk from the list, and pointing at a place."""

import functools
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from gemeente.places.geography import Place
from gemeente.places.maps import point_of, town_map
from gemeente.places.models import Wijk

WHOLE_TOWN = "heel-capelle"
POINT_WIDTH = 264  # pixels: fits a screen of 320, and 27 metres a pixel is finer than the boundaries are drawn


def wijk_choices() -> list[tuple[str, Any]]:
    """The wijken as the options of a list, between an empty one and the whole town."""
    wijken = [(slug, name) for slug, name in Wijk.objects.values_list("slug", "name")]
    return [("", _("Kies een wijk")), *wijken, (WHOLE_TOWN, _("Heel Capelle"))]


class WijkField(forms.ChoiceField):
    """A wijk, or None for the whole town. The list is read at most once for each form."""

    default_error_messages = {
        "required": _("Kies een wijk. Is het voor iedereen in Capelle? Kies dan Heel Capelle."),
        "invalid_choice": _("Deze wijk kennen we niet. Kies een wijk uit de lijst."),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=wijk_choices, **kwargs)

    def __deepcopy__(self, memo: dict[int, Any]) -> "WijkField":
        result = super().__deepcopy__(memo)
        result.choices = functools.cache(wijk_choices)
        return result

    @staticmethod
    def value_of(wijk: Wijk | None) -> str:
        """How the form writes a wijk, or the whole town."""
        return wijk.slug if wijk else WHOLE_TOWN

    def prepare_value(self, value: Any) -> Any:
        """Show a wijk by its slug."""
        return value.slug if isinstance(value, Wijk) else value

    def clean(self, value: Any) -> Wijk | None:
        """The wijk that was chosen; None for the whole town. Raises ValidationError for no choice or an unknown one."""
        slug = super().clean(value)
        if slug == WHOLE_TOWN:
            return None
        try:
            return Wijk.objects.defer("boundary").get(slug=slug)
        except Wijk.DoesNotExist:
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice") from None


class PlaceInput(forms.Widget):
    """The town map as a picture to point at, and a position that a script may fill in.

    A browser posts the pixel that was pointed at as `punt.x` and `punt.y`, so it works without JavaScript. It counts
    the pixels of the picture as shown, so the picture has one fixed size.
    """

    template_name = "places/place_input.html"
    use_fieldset = True

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The map and its size in pixels. Nothing that was posted is shown again."""
        shown = town_map()
        context: dict[str, Any] = super().get_context(name, None, attrs)
        size = {"width": POINT_WIDTH, "height": round(shown.height * POINT_WIDTH / shown.width)}
        return context | size | {"map": shown}

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> dict[str, str]:
        """What was posted of a place, by name."""
        return {part: data[part] for part in ("punt.x", "punt.y", "longitude", "latitude") if data.get(part)}


class PlaceField(forms.Field):
    """A place, pointed at or measured."""

    widget = PlaceInput
    default_error_messages = {
        "required": _("Wijs je plek aan op de kaart, of kies je wijk in de lijst."),
        "keyboard": _("De kaart werkt alleen met een muis of met je vinger. Kies je wijk in de lijst."),
        "invalid": _("Deze plek kunnen we niet lezen. Wijs je plek aan op de kaart, of kies je wijk in de lijst."),
    }

    def clean(self, value: dict[str, str]) -> Place:
        """The place. Raises ValidationError for none, for what is no place, and for a map pressed by keyboard."""
        if not value:
            raise self.refusal("required")
        try:
            numbers = {part: float(text) for part, text in value.items()}
            if (numbers.get("punt.x"), numbers.get("punt.y")) == (0, 0):  # what browsers post for the Enter key
                raise self.refusal("keyboard")
            place = self.to_place(numbers)
        except (KeyError, ValueError):
            raise self.refusal("invalid") from None
        if not place.is_in_netherlands:
            raise self.refusal("invalid")
        return place

    def to_place(self, numbers: dict[str, float]) -> Place:
        """The pixel that was pointed at, else the position. Raises KeyError for half a place."""
        if "punt.x" in numbers:
            return point_of(numbers["punt.x"], numbers["punt.y"], POINT_WIDTH)
        return Place(numbers["longitude"], numbers["latitude"])

    def refusal(self, code: str) -> ValidationError:
        """One of the sentences above."""
        return ValidationError(self.error_messages[code], code=code)


class PlaceForm(forms.Form):
    """A place pointed at; `cleaned_data["place"]` is a Place. Nothing of it is kept."""

    place = PlaceField(label=_("Wijs je plek aan"))
