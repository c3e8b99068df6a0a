"""What the board writes on the page of its wijk."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeente.lib.forms import LENGTHS, OneLineField

TITLE_LENGTH, TEXT_LENGTH, WELCOME_LENGTH = 60, 2_000, 1_000
MARKUP = _("Een lege regel maakt een alinea. Een regel die met - begint, wordt een punt van een lijst.")


class SeenForm(forms.Form):
    """A click on something of the page, with the version that was seen."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=30, required=False)


class MoveForm(SeenForm):
    """A section at another place."""

    place = forms.IntegerField(min_value=1, max_value=200)


class ShowForm(SeenForm):
    """A section on the page, or not."""

    choice = forms.ChoiceField(choices=[("show", ""), ("hide", "")])


class WelcomeForm(SeenForm):
    """What stands on top."""

    text = forms.CharField(
        label=_("Jullie welkom"),
        help_text=_("Staat groot bovenaan de pagina. Laat het leeg voor de gewone inleiding van de wijk."),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=WELCOME_LENGTH,
        required=False,
        error_messages=LENGTHS,
    )


class SectionForm(SeenForm):
    """Another heading for a section, and a text under it."""

    title = OneLineField(
        label=_("Kop"),
        max_length=TITLE_LENGTH,
        required=False,
        error_messages=LENGTHS,
    )
    text = forms.CharField(
        label=_("Jullie tekst onder de kop"),
        help_text=MARKUP,
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=TEXT_LENGTH,
        required=False,
        error_messages=LENGTHS,
    )

    def __init__(self, *args: Any, common_title: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = _("Leeg is de gewone kop: “%(title)s”.")
        self.fields["title"].help_text = words % {"title": common_title} if common_title else ""


class TextForm(SectionForm):
    """A text of one's own: it says something, with or without a heading."""

    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"].help_text = _("Mag leeg blijven.")
        text = self.fields["text"]
        text.label, text.required = _("Jullie tekst"), True
        text.error_messages["required"] = _("Schrijf wat er moet staan.")
