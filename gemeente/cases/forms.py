"""What people type about a case."""

import uuid
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gemeente.cases.enums import Means

TOO_LONG = {"max_length": _("Dit is te lang. Gebruik niet meer dan %(limit_value)d tekens.")}
BAD_DATE = {"invalid": _("Dit is geen datum. Schrijf hem als 2026-12-31, of kies hem in de kalender.")}


def day_input() -> forms.DateInput:
    """A calendar where the browser has one."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class ContactMomentForm(forms.Form):
    """One contact, in three answers; the rest can stay empty."""

    means = forms.ChoiceField(
        label=_("Hoe had je contact?"),
        choices=Means.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies hoe je contact had."),
            "invalid_choice": _("Kies een van deze manieren."),
        },
    )
    was_reached = forms.TypedChoiceField(
        label=_("Heb je elkaar bereikt?"),
        help_text=_("Een voicemail of een mail zonder antwoord is een poging."),
        choices=[
            ("ja", _("Ja, we hebben elkaar gesproken of geschreven")),
            ("nee", _("Nee, het bleef bij een poging")),
        ],
        coerce=lambda answer: answer == "ja",
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies ja of nee."), "invalid_choice": _("Kies ja of nee.")},
    )
    note = forms.CharField(
        label=_("Wat spraken jullie af?"),
        help_text=_("De eigenaar leest mee."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=TOO_LONG,
    )
    happened_on = forms.DateField(
        label=_("Wanneer was het?"),
        widget=day_input(),
        initial=timezone.localdate,
        error_messages={"required": _("Vul de dag in.")} | BAD_DATE,
    )
    next_on = forms.DateField(
        label=_("Wanneer is het volgende contact?"), required=False, widget=day_input(), error_messages=BAD_DATE
    )
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args: Any, opened_on: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.opened_on = opened_on

    def clean(self) -> dict[str, Any]:
        """Say beside the field which days make no sense."""
        cleaned = super().clean() or self.cleaned_data
        today, day, later = timezone.localdate(), cleaned.get("happened_on"), cleaned.get("next_on")
        if day and day > today:
            self.add_error("happened_on", _("Deze dag moet nog komen. Kies vandaag of eerder."))
        if day and day < self.opened_on:
            self.add_error("happened_on", _("Deze dag is van voor het begin van de zaak."))
        if later and later < today:
            self.add_error("next_on", _("Deze dag is voorbij. Kies vandaag of later."))
        return cleaned


class ResultForm(forms.Form):
    """How a case ended."""

    result = forms.CharField(
        label=_("Wat is het resultaat?"),
        help_text=_("Schrijf het op zoals je het de eigenaar zou vertellen. Die leest dit."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Schrijf op wat het resultaat is. De eigenaar leest dit.")} | TOO_LONG,
    )


class ReasonForm(forms.Form):
    """A few words from the owner, which she may leave out."""

    reason = forms.CharField(
        label=_("Wil je er iets bij vertellen?"),
        help_text=_("Alleen je contactpersoon leest dit."),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=TOO_LONG,
    )
