"""What a manager types about organisations and mandates; her pages are in Dutch only."""

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone

from gemeente.lib.forms import LENGTHS, DayField, MailField, OneLineField
from gemeente.partners.enums import OrganisationKind
from gemeente.partners.models import Organisation
from gemeente.users.models import User


class OrganisationForm(forms.Form):
    """Name, kind and website."""

    name = OneLineField(
        label="Hoe heet de organisatie?",
        max_length=80,
        error_messages={"required": "Vul de naam in.", **LENGTHS},
    )
    kind = forms.ChoiceField(
        label="Wat voor organisatie is het?",
        choices=[("", "Kies een soort"), *OrganisationKind.choices],
        error_messages={"required": "Kies een soort.", "invalid_choice": "Kies een van deze soorten."},
    )
    website = forms.URLField(
        label="Website",
        required=False,
        max_length=200,
        assume_scheme="https",
        help_text="Bijvoorbeeld https://www.havensteder.nl",
        error_messages={"invalid": "Dit is geen webadres. Een adres begint met https://.", **LENGTHS},
    )

    @staticmethod
    def initial_of(organisation: Organisation) -> dict[str, Any]:
        """What stands there now."""
        return {"name": organisation.name, "kind": organisation.kind, "website": organisation.website}


class MandateForm(forms.Form):
    """Who, from when, and for what."""

    email = MailField(
        label="E-mailadres van de persoon",
        autocomplete="off",
        help_text="Zij moet al een account hebben. Nodig haar anders eerst uit bij Mensen en rollen.",
    )
    may_sign = forms.BooleanField(label="Mag tekenen", required=False)
    may_promise = forms.BooleanField(label="Mag iets toezeggen", required=False)
    starts_on = DayField(label="Vanaf welke dag?")
    ends_on = DayField(
        label="Tot welke dag?", required=False, help_text="Deze dag telt niet meer mee. Leeg: tot nader order."
    )

    def clean_email(self) -> str:
        """Whose account it is."""
        email = self.cleaned_data["email"]
        self.person = User.objects.filter(email__iexact=email, is_active=True).first()
        if self.person is None:
            raise forms.ValidationError("Met dit adres is er geen account. Nodig deze persoon eerst uit.")
        return str(email)


class EndForm(forms.Form):
    """The first day that no longer counts."""

    ends_on = DayField(label="Vanaf welke dag geldt het mandaat niet meer?")

    def clean_ends_on(self) -> dt.date:
        """A day from today on."""
        day: dt.date = self.cleaned_data["ends_on"]
        if day < timezone.localdate():
            raise forms.ValidationError("Kies vandaag of een latere dag.")
        return day
