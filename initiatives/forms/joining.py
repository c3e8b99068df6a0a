"""What a neighbour types who takes part."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeente.accounts.forms import refuse_address
from gemeente.lib.forms import LENGTHS, MailField
from initiatives.enums import ParticipationKind


def visitor_name_field() -> forms.CharField:
    """How the owner may call a visitor who has no account."""
    return forms.CharField(
        label=_("Hoe heet je?"),
        help_text=_("Je voornaam is genoeg. Alleen de eigenaar leest dit."),
        max_length=40,
        validators=[refuse_address],
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
        error_messages={"required": _("Vul je naam in."), **LENGTHS},
    )


class ParticipationForm(forms.Form):
    """Support, or join in. A visitor gives her address; who joins in says what she brings."""

    name = visitor_name_field()
    message = forms.CharField(
        label=_("Wat kun of wil je doen?"),
        help_text=_("Bijvoorbeeld: ik kan zaterdag komen graven. Alleen de eigenaar leest dit."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Vertel in een zin wat je kunt of wilt doen."), **LENGTHS},
    )
    email = MailField()

    def __init__(self, *args: Any, kind: ParticipationKind, is_visitor: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if kind == ParticipationKind.SUPPORT:
            del self.fields["name"], self.fields["message"]
        if not is_visitor:
            self.fields.pop("name", None)
            del self.fields["email"]
