"""What an owner types to let her initiative rest."""

import datetime as dt

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gemeente.lib.forms import LENGTHS, DayField


class PauseForm(forms.Form):
    """Why it rests, and perhaps until when."""

    reason = forms.CharField(
        label=_("Waarom ligt het even stil?"),
        help_text=_("Bijvoorbeeld: in de winter groeit er niets. Iedereen kan dit lezen."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Vertel in een paar woorden waarom het even stilligt."), **LENGTHS},
    )
    until = DayField(
        label=_("Wanneer gaan jullie verder?"),
        help_text=_("Dan krijg je bericht. Weet je het nog niet? Laat het leeg."),
        required=False,
    )

    def clean_until(self) -> dt.date | None:
        """A day that still comes."""
        until: dt.date | None = self.cleaned_data["until"]
        if until and until <= timezone.localdate():
            raise forms.ValidationError(_("Kies een dag die nog komt."))
        return until
