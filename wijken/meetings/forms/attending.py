"""What somebody types who comes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeente.accounts.forms import refuse_address
from gemeente.lib.forms import LENGTHS, MailField, OneLineField


class SignUpForm(forms.Form):
    """Come to a meeting, or take a moment of a spreekuur. A visitor gives her address and a first name."""

    topic = OneLineField(
        label=_("Waar wil je het over hebben?"),
        help_text=_("In een paar woorden. Alleen jij, het bestuur van het WOP en de gebiedsregisseur lezen dit."),
        max_length=120,
        error_messages={"required": _("Schrijf in een paar woorden op waar het over gaat."), **LENGTHS},
    )
    name = OneLineField(
        label=_("Hoe heet je?"),
        help_text=_("Je voornaam is genoeg. Alleen het bestuur van het WOP leest dit."),
        max_length=40,
        validators=[refuse_address],
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
        error_messages={"required": _("Vul je naam in."), **LENGTHS},
    )
    email = MailField()

    def __init__(self, *args: Any, is_by_appointment: bool, is_visitor: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_by_appointment:
            del self.fields["topic"]
        if not is_visitor:
            del self.fields["name"], self.fields["email"]
