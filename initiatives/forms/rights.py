"""What an owner types to give somebody a right, and under which names it stands there."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeente.accounts.forms import refuse_address
from gemeente.lib.forms import LENGTHS, MailField
from initiatives.enums import Right


def right_choices() -> list[tuple[str, str]]:
    """The rights, each with what it means."""
    return [(right.value, f"{right.label}. {right.explanation}") for right in Right]


class RightForm(forms.Form):
    """What somebody may."""

    right = forms.ChoiceField(
        label=_("Wat mag deze persoon?"),
        choices=right_choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies wat deze persoon mag."),
            "invalid_choice": _("Kies een van deze vier."),
        },
    )

    def clean_right(self) -> Right:
        """As a right."""
        return Right(self.cleaned_data["right"])


class HelperForm(forms.Form):
    """Who acts in the owner's name."""

    name = forms.CharField(
        label=_("Hoe heet deze persoon?"),
        max_length=80,
        validators=[refuse_address],
        error_messages={"required": _("Vul de naam in."), **LENGTHS},
    )
    email = MailField(
        label=_("Het e-mailadres"),
        help_text=_("We vragen in een mail of deze persoon dat wil."),
        autocomplete="off",
        error_messages={"required": _("Vul het e-mailadres in.")},
    )


class NamingForm(HelperForm, RightForm):
    """Whom the owner asks, and for what."""

    field_order = ["name", "email", "right"]


class NamesForm(forms.Form):
    """How somebody is called here, and for which organisation it is. A field that is not hers is left out."""

    name = forms.CharField(
        label=_("Jouw naam bij dit initiatief"),
        max_length=40,
        required=False,
        validators=[refuse_address],
        error_messages=LENGTHS,
    )
    organisation = forms.CharField(
        label=_("Voor welke vereniging of groep is dit?"),
        help_text=_("Bijvoorbeeld: Vereniging Tuindorp. Doe je het als bewoner? Laat het dan leeg."),
        max_length=80,
        required=False,
        validators=[refuse_address],
        error_messages=LENGTHS,
    )

    def __init__(self, *args: Any, usual_name: str, asks: frozenset[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        help_text = _("Alleen hier. Laat het leeg en er staat wat er overal staat: %(name)s.") % {"name": usual_name}
        self.fields["name"].help_text = help_text
        for name in set(self.fields) - asks:
            del self.fields[name]
