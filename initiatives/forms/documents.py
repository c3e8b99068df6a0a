"""A document, and for whom it is."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeente.lib.forms import LENGTHS, DocumentField

EVERYBODY, FEW = "everybody", "few"


class DocumentForm(forms.Form):
    """A PDF with a title."""

    document = DocumentField(
        label=_("Kies een PDF"),
        help_text=_("Hooguit 10 MB. Kijk eerst of er geen adressen of telefoonnummers van buren in staan."),
    )
    title = forms.CharField(
        label=_("Wat is het?"),
        help_text=_("Bijvoorbeeld: Tekening van de moestuin."),
        max_length=80,
        error_messages={"required": _("Vertel in een paar woorden wat het is."), **LENGTHS},
    )
    audience = forms.ChoiceField(
        label=_("Voor wie is het?"),
        choices=[
            (EVERYBODY, _("Voor iedereen")),
            (FEW, _("Alleen voor mij, wie mij helpt en mijn contactpersoon bij de gemeente")),
        ],
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies voor wie het document is."),
            "invalid_choice": _("Kies een van deze twee."),
        },
    )

    @property
    def told(self) -> dict[str, Any]:
        """What the action asks."""
        is_public = self.cleaned_data["audience"] == EVERYBODY
        return {
            "document": self.cleaned_data["document"],
            "title": self.cleaned_data["title"],
            "is_public": is_public,
        }
