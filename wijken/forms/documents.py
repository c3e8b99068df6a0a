"""A document of a wijk."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeente.lib.forms import LENGTHS, DocumentField


class WijkDocumentForm(forms.Form):
    """A PDF with a title, for everybody."""

    document = DocumentField(
        label=_("Kies een PDF"),
        help_text=_("Hooguit 10 MB. Kijk eerst of er geen adressen of telefoonnummers van buren in staan."),
    )
    title = forms.CharField(
        label=_("Wat is het?"),
        help_text=_("Bijvoorbeeld: Jaarverslag 2026."),
        max_length=80,
        error_messages={"required": _("Vertel in een paar woorden wat het is."), **LENGTHS},
    )
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
