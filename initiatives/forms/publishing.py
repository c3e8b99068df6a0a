"""What an owner answers before it goes online."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gemeente.accounts.forms import AgeForm, refuse_address
from gemeente.lib.forms import LENGTHS


class RulesForm(forms.Form):
    """The owner's word that she keeps to the house rules."""

    rules = forms.BooleanField(
        label=_("Ik houd me aan de huisregels"),
        error_messages={"required": _("Lees de huisregels en zet een vinkje. Dan kun je het online zetten.")},
    )


class PublicNameForm(RulesForm):
    """The same, and the name under which neighbours see her."""

    alias = forms.CharField(
        label=_("Met welke naam sta je erbij?"),
        help_text=_("Je voornaam, of een naam die je zelf kiest. Meer zien anderen niet van je."),
        max_length=40,
        required=False,
        validators=[refuse_address],
        error_messages=LENGTHS,
    )
    field_order = ["alias", "rules"]


class FirstTimeForm(AgeForm, PublicNameForm):
    """The same, and how old she is, which is asked once."""

    field_order = ["age_group", "alias", "rules"]

    def __init__(self, *args: Any, own_age: int, **kwargs: Any) -> None:
        super().__init__(*args, own_age=own_age, **kwargs)
        self.fields["age_group"].help_text = gettext(
            "Ben je jonger dan %(age)d? Dan zegt een ouder of jongerenwerker eerst ja. "
            "We bewaren alleen of je oud genoeg bent. Anderen zien dit niet."
        ) % {"age": own_age}
