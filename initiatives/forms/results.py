"""What an owner tells of a result, and whether a neighbour is named with it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeente.accounts.forms import refuse_address
from gemeente.lib.forms import LENGTHS


class ResultForm(forms.Form):
    """The result in short, the whole story, what comes next, and for how many people it was."""

    outcome = forms.CharField(
        label=_("Wat is het resultaat, in een paar zinnen?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Vertel in een paar zinnen wat het heeft opgeleverd."), **LENGTHS},
    )
    story = forms.CharField(
        label=_("Het hele verhaal"),
        help_text=_(
            "Hoe begon het, wat ging er mis en wat ging er goed? Een witte regel maakt een nieuwe alinea. "
            "Begin een regel met ## voor een kopje, of met een streepje voor een lijst."
        ),
        max_length=6000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        error_messages=LENGTHS,
    )
    follow_up = forms.CharField(
        label=_("Hoe gaat het nu verder?"),
        help_text=_("En wat zou je een buur aanraden die ook zoiets wil?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=LENGTHS,
    )
    people_reached = forms.IntegerField(
        label=_("Hoeveel mensen hadden er iets aan?"),
        help_text=_("Schatten mag."),
        min_value=1,
        max_value=1_000_000,
        error_messages={
            "required": _("Vertel hoeveel mensen er iets aan hadden. Schatten mag."),
            "invalid": _("Vul een heel getal in, bijvoorbeeld 40."),
            "min_value": _("Vul een getal in van 1 of meer."),
            "max_value": _("Zoveel mensen wonen hier niet. Vul een kleiner getal in."),
        },
    )
    based_on = forms.CharField(widget=forms.HiddenInput, required=False, max_length=16)


class ThanksForm(forms.Form):
    """May your name stand with the result? A no is as good an answer."""

    answer = forms.ChoiceField(
        label=_("Mag je naam erbij?"),
        choices=[("yes", _("Ja, zet mijn naam erbij")), ("no", _("Nee, liever niet"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies ja of nee."), "invalid_choice": _("Kies ja of nee.")},
    )
    name = forms.CharField(
        label=_("Welke naam?"),
        help_text=_("Je voornaam is genoeg. Een naam die je zelf kiest mag ook."),
        max_length=40,
        required=False,
        validators=[refuse_address],
        error_messages=LENGTHS,
    )

    def clean(self) -> dict[str, Any]:
        """A yes needs a name."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("answer") == "yes" and not cleaned.get("name") and not self.has_error("name"):
            self.add_error("name", _("Vul de naam in die erbij mag staan."))
        return cleaned

    @property
    def chosen(self) -> str:
        """The name to show; empty after a no."""
        return self.cleaned_data["name"] if self.cleaned_data["answer"] == "yes" else ""
