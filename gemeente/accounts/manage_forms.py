"""What a manager types about people and roles. Dutch only, as the desk is."""

import functools
from typing import Any

from django import forms
from django.utils import timezone

from gemeente.accounts.actions import person_at
from gemeente.accounts.actions.roles import fault_of_dates, fault_of_wijk, refusal_of_role
from gemeente.accounts.enums import Role
from gemeente.accounts.forms import refuse_address
from gemeente.accounts.people import role_choices
from gemeente.lib.forms import DayField, MailField
from gemeente.places.models import Wijk
from gemeente.users.models import User

LAST_DAY = "De eerste dag waarop de rol niet meer geldt. Leeg: tot je de rol stopt."


class RoleForm(forms.Form):
    """A role for somebody who has an account."""

    role = forms.TypedChoiceField(
        label="Rol",
        coerce=Role,
        error_messages={"required": "Kies een rol.", "invalid_choice": "Deze rol kennen we niet. Kies er een uit."},
    )
    wijk: "forms.ModelChoiceField[Wijk]" = forms.ModelChoiceField(
        Wijk.objects.defer("boundary"),
        label="Wijk",
        help_text="Alleen bij een rol die bij één wijk hoort.",
        required=False,
        to_field_name="slug",
        empty_label="Hele stad",
        error_messages={"invalid_choice": "Deze wijk kennen we niet. Kies een wijk uit de lijst."},
    )
    starts_on = DayField(label="Vanaf", initial=timezone.localdate)
    ends_on = DayField(label="Tot", help_text=LAST_DAY, required=False)

    def __init__(self, *args: Any, actor: User, person: User | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor, self.person = actor, person
        self.fields["role"].choices = functools.cache(role_choices)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Say beside the field what cannot be, and above the form what this person cannot have."""
        cleaned = super().clean() or self.cleaned_data
        if self.errors:
            return cleaned
        about = {name: cleaned[name] for name in ("role", "wijk", "starts_on", "ends_on")}
        if fault := fault_of_wijk(about["role"], about["wijk"]):
            self.add_error("wijk", fault)
        if fault := fault_of_dates(about["starts_on"], about["ends_on"]):
            self.add_error("ends_on", fault)
        if self.person and not self.errors and (reason := refusal_of_role(user=self.person, actor=self.actor, **about)):
            self.add_error(None, reason)
        return cleaned


class InviteForm(RoleForm):
    """A role for somebody by her address: `person` is who has an account there, None for a stranger."""

    email = MailField(
        label="E-mailadres",
        autocomplete="off",
        error_messages={"required": "Vul het e-mailadres in."},
    )
    name = forms.CharField(
        label="Naam",
        help_text="Voornaam en achternaam. Heeft deze persoon al een account? Dan blijft de naam die daar staat.",
        max_length=120,
        validators=[refuse_address],
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": "Vul de naam in.",
            "max_length": "Deze naam is te lang. Gebruik niet meer dan %(limit_value)d tekens.",
        },
    )
    field_order = ("email", "name", "role", "wijk", "starts_on", "ends_on")

    def clean(self) -> dict[str, Any]:
        """Look up who has an account at the address before asking whether she can have the role."""
        if email := self.cleaned_data.get("email"):
            self.person = person_at(email)
        return super().clean()


class EndRoleForm(forms.Form):
    """When a role stops."""

    ends_on = DayField(
        label="Vanaf welke dag geldt de rol niet meer?",
        help_text="Kies vandaag om de rol meteen te stoppen.",
        initial=timezone.localdate,
    )


class DayForm(forms.Form):
    """The day of a list of rights."""

    dag = DayField(label="Op welke dag?", required=False, initial=timezone.localdate)
