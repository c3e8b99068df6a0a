"""What somebody wants to follow, and how soon she hears of it."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gemeente.activity.enums import Pace
from gemeente.lib.forms import MailField
from gemeente.places.models import Theme
from gemeente.places.pins import PinField
from wijken.following.enums import Reach

MOST_ADDRESSES = 500  # in one go: a list of a wijk, not of a town
BETWEEN = re.compile(r"[\s,;<>]+")


def pace_field() -> forms.ChoiceField:
    """How soon somebody hears of what is new."""
    return forms.ChoiceField(
        label=_("Hoe vaak wil je het horen?"),
        help_text=_("Is er niets nieuws? Dan krijg je geen mail."),
        choices=Pace.choices,
        initial=Pace.WEEKLY,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe vaak."), "invalid_choice": _("Kies een van deze drie.")},
    )


class FollowForm(forms.Form):
    """How soon, and for a visitor the address where it goes."""

    pace = pace_field()
    email = MailField(help_text=_("We sturen eerst een link. Pas als je daarop klikt, volg je."))
    field_order: list[str] | None = ["theme", "pin", "metres", "pace", "email"]

    def __init__(self, *args: Any, is_visitor: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_visitor:
            del self.fields["email"]

    @property
    def told(self) -> dict[str, Any]:
        """What the actions ask."""
        return self.cleaned_data | {"pace": Pace(self.cleaned_data["pace"])}


class FollowWijkForm(FollowForm):
    """All of a wijk, or one theme there."""

    theme = forms.ModelChoiceField(
        Theme.objects.filter(ends_on=None),
        label=_("Waar wil je over horen?"),
        required=False,
        empty_label=_("Alles in deze wijk"),
        error_messages={"invalid_choice": _("Dit thema is er niet meer. Kies een ander.")},
    )


class FollowPlaceForm(FollowForm):
    """What happens within a distance of a place."""

    pin = PinField(
        label=_("Rond welke plek?"),
        help_text=_("We bewaren niet de plek zelf, maar een vak van ongeveer 200 meter waar die in ligt."),
        required=True,
    )
    metres = forms.TypedChoiceField(
        label=_("Hoe ver eromheen?"),
        choices=Reach.choices,
        coerce=int,
        initial=Reach.BUURT,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe ver."), "invalid_choice": _("Kies een van deze afstanden.")},
    )

    @property
    def told(self) -> dict[str, Any]:
        """The same, with the pin as a place."""
        told = super().told
        return told | {"place": told.pop("pin")}


class ChangeForm(forms.Form):
    """Another pace."""

    pace = pace_field()


class AddressesForm(forms.Form):
    """The addresses of a list that a WOP keeps."""

    addresses = forms.CharField(
        label=_("E-mailadressen"),
        help_text=_(
            "Plak ze hier, met een komma, een spatie of op een nieuwe regel ertussen. "
            "Iedereen krijgt een uitnodiging. Pas wie ja zegt, krijgt daarna mail."
        ),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=40_000,
        error_messages={"required": _("Plak hier de adressen."), "max_length": _("Dit is te lang. Doe het in delen.")},
    )
    agreed = forms.BooleanField(
        label=_("Deze mensen gaven hun adres aan het WOP om nieuws te krijgen"),
        error_messages={"required": _("Nodig alleen mensen uit die hun adres zelf aan jullie gaven.")},
    )

    def clean_addresses(self) -> list[str]:
        """The addresses, each once. Raises ValidationError that names the first few which are none."""
        found = list(dict.fromkeys(part.lower() for part in BETWEEN.split(self.cleaned_data["addresses"]) if part))
        wrong = [part for part in found if not is_address(part)]
        if wrong:
            words = {"few": ", ".join(wrong[:3])}
            raise ValidationError(gettext("Dit zijn geen e-mailadressen: %(few)s. Verbeter ze of haal ze weg.") % words)
        if len(found) > MOST_ADDRESSES:
            words = {"most": str(MOST_ADDRESSES)}
            raise ValidationError(gettext("Dat zijn er meer dan %(most)s. Doe het in delen.") % words)
        return found


def is_address(text: str) -> bool:
    """Whether it looks like an e-mail address."""
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True
