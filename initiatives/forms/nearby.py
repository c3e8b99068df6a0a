"""Where somebody looks around."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeente.places.geography import Place, shifted
from gemeente.places.maps import town_map
from gemeente.places.pins import HereField
from initiatives.nearby import FIRST_RADIUS, RADII

# Which way a button moves the circle: metres to the east and to the north, as parts of its radius.
WAYS = {"north": (0, 0.5), "east": (0.5, 0), "south": (0, -0.5), "west": (-0.5, 0)}


def wijk_choices() -> list[tuple[str, Any]]:
    """The wijken of the map, which have a middle to look around from."""
    return [("", _("Geen wijk")), *((area.wijk.slug, area.wijk.name) for area in town_map().areas if area.path)]


class NearbyForm(forms.Form):
    """A place and how far to look; `cleaned_data["place"]` is a Place. Nothing of it is kept."""

    metres = forms.TypedChoiceField(
        label=_("Hoe ver wil je kijken?"),
        choices=zip(RADII, (_("100 meter"), _("500 meter"), _("1.000 meter")), strict=True),
        coerce=int,
        initial=FIRST_RADIUS,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies hoe ver je wilt kijken."),
            "invalid_choice": _("Kies 100, 500 of 1.000 meter."),
        },
    )
    pin = HereField(label=_("Waar is je huis?"))
    wijk = forms.ChoiceField(
        label=_("Of kijk rond het midden van een wijk"),
        choices=wijk_choices,
        required=False,
        error_messages={"invalid_choice": _("Deze wijk kennen we niet. Kies een wijk uit de lijst.")},
    )

    def clean(self) -> dict[str, Any]:
        """Take the middle of the wijk where there is no pin, and move the place where a button asked so."""
        cleaned: dict[str, Any] = super().clean() or {}
        place = cleaned.get("pin") or self.middle_of(cleaned.get("wijk"))
        if place and "pin" in self.errors:
            del self.errors["pin"]  # the map pressed by keyboard, with a wijk chosen below
        if place is None and not self.errors:
            self.add_error("pin", HereField.default_error_messages["required"])
        east, north = WAYS.get(self.data.get("move", ""), (0, 0))
        if place and (metres := cleaned.get("metres")) and (east or north):
            place = shifted(place, east=east * metres, north=north * metres)
        return cleaned | {"place": place}

    @staticmethod
    def middle_of(slug: str | None) -> Place | None:
        """Where the number of a wijk stands on the map."""
        if not slug:
            return None
        town = town_map()
        found = [area for area in town.areas if area.wijk.slug == slug]
        return town.projection.to_place(found[0].label_x, found[0].label_y) if found else None
