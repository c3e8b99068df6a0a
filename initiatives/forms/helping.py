"""What an owner types to name a helper."""

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeente.accounts.forms import BAD_EMAIL, refuse_address
from initiatives.forms.photos import LENGTHS


class HelperForm(forms.Form):
    """Who acts in the owner's name."""

    name = forms.CharField(
        label=_("Hoe heet je helper?"),
        max_length=80,
        validators=[refuse_address],
        error_messages={"required": _("Vul de naam in."), **LENGTHS},
    )
    email = forms.EmailField(
        label=_("Het e-mailadres van je helper"),
        help_text=_("We sturen een mail met de vraag of zij of hij dat wil."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Vul het e-mailadres in."), "invalid": BAD_EMAIL},
    )
