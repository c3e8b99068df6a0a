"""A photo, alone or beside other questions."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeente.lib.forms import PhotoField

LENGTHS = {
    "min_length": _("Dit is wel erg kort. Gebruik minstens %(limit_value)d tekens."),
    "max_length": _("Dit is te lang. Gebruik niet meer dan %(limit_value)d tekens; het zijn er nu %(show_value)d."),
}


class PhotoForm(forms.Form):
    """A photo, what is on it for who cannot see it, and whether the people on it know."""

    photo = PhotoField(label=_("Kies een foto"), help_text=_("Een foto van de plek of van jullie samen."))
    photo_description = forms.CharField(
        label=_("Wat is er op de foto te zien?"),
        help_text=_("Voor wie de foto niet kan zien."),
        max_length=160,
        required=False,
        error_messages=LENGTHS,
    )
    photo_people = forms.ChoiceField(
        label=_("Staan er mensen op?"),
        choices=[
            ("nobody", _("Nee, niemand is te herkennen")),
            ("agreed", _("Ja, en zij vinden het goed dat iedereen dit ziet")),
        ],
        widget=forms.RadioSelect,
        required=False,
        error_messages={"invalid_choice": _("Kies een van deze twee.")},
    )

    def clean(self) -> dict[str, Any]:
        """A photo without a word about the people on it is not shown."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("photo") and not cleaned.get("photo_people") and "photo_people" in cleaned:
            self.add_error(
                "photo_people",
                _("Vertel of er mensen op staan, en of zij het goed vinden. Kies je foto daarna nog een keer."),
            )
        return cleaned


class OptionalPhotoForm(PhotoForm):
    """The same, beside other questions."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["photo"].required = False
        self.order_fields([name for name in self.fields if not name.startswith("photo")])
