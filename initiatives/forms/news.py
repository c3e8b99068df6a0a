"""News, as its owner types it."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeente.lib.forms import LENGTHS
from initiatives.forms.photos import PhotosForm


class NewsTextForm(forms.Form):
    """News of the owners, in words."""

    title = forms.CharField(
        label=_("Wat is het nieuws, in een paar woorden?"),
        max_length=80,
        error_messages={"required": _("Geef je nieuws een titel."), **LENGTHS},
    )
    text = forms.CharField(
        label=_("Vertel het"),
        help_text=_("Met **sterretjes** wordt tekst dik. Een regel met - ervoor wordt een lijst, met ## een kopje."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": _("Vertel wat er gebeurd is."), **LENGTHS},
    )


class NewsForm(PhotosForm, NewsTextForm):
    """The same, with photos."""

    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    field_order = ["title", "text", "photos", "photo_people"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["photos"].required = False
