"""A photo, alone or beside other questions; several at once; and what is on them."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gemeente.lib.forms import LENGTHS, PhotoField, PhotosField
from initiatives.models import Photo

ABOUT = "beschrijving-"  # before the key of a photo, in the name of its field


def people_field() -> forms.ChoiceField:
    """Whether the people on a photo know."""
    return forms.ChoiceField(
        label=_("Staan er mensen op?"),
        choices=[
            ("nobody", _("Nee, niemand is te herkennen")),
            ("agreed", _("Ja, en zij vinden het goed dat iedereen dit ziet")),
        ],
        widget=forms.RadioSelect,
        required=False,
        error_messages={"invalid_choice": _("Kies een van deze twee.")},
    )


def has_photo(sent: Any) -> bool:
    """Whether a photo field got something that can be shown."""
    return bool(sent and getattr(sent, "clean", sent))


class PeopleForm(forms.Form):
    """Asks about the people on the photos that were sent with it."""

    photo_name = "photo"

    def clean(self) -> dict[str, Any]:
        """A photo without a word about the people on it is not shown."""
        cleaned = super().clean() or self.cleaned_data
        if has_photo(cleaned.get(self.photo_name)) and cleaned.get("photo_people") == "":
            self.add_error(
                "photo_people",
                _("Vertel of er mensen op staan, en of zij het goed vinden. Kies je foto daarna nog een keer."),
            )
        return cleaned


class PhotoForm(PeopleForm):
    """A photo, what is on it for who cannot see it, and whether the people on it know."""

    photo = PhotoField(label=_("Kies een foto"), help_text=_("Een foto van de plek of van jullie samen."))
    photo_description = forms.CharField(
        label=_("Wat is er op de foto te zien?"),
        help_text=_("Voor wie de foto niet kan zien."),
        max_length=160,
        required=False,
        error_messages=LENGTHS,
    )
    photo_people = people_field()


class OptionalPhotoForm(PhotoForm):
    """The same, beside other questions."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["photo"].required = False
        self.order_fields([name for name in self.fields if not name.startswith("photo")])


class PhotosForm(PeopleForm):
    """Several photos, and whether the people on them know. What is on them is asked once they are there."""

    photo_name = "photos"
    photos = PhotosField(
        label=_("Kies een of meer foto's"),
        help_text=_("JPEG, PNG of WebP, hooguit 10 MB per foto en zes tegelijk."),
    )
    photo_people = people_field()


class DescriptionsForm(forms.Form):
    """What is on each photo. Photos that were taken away meanwhile are not asked about."""

    def __init__(self, *args: Any, photos: list[Photo], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, photo in enumerate(photos, start=1):
            self.fields[f"{ABOUT}{photo.key}"] = forms.CharField(
                label=gettext("Wat is er op foto %(n)d te zien?") % {"n": number},
                initial=photo.description,
                max_length=160,
                required=False,
                error_messages=LENGTHS,
            )

    @property
    def told(self) -> dict[uuid.UUID, str]:
        """The descriptions that were sent, by photo."""
        return {
            uuid.UUID(name.removeprefix(ABOUT)): self.cleaned_data[name] for name in self.fields if name in self.data
        }
