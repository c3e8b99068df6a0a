"""A saved search as its owner names it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeente.activity.enums import Pace
from gemeente.lib.forms import LENGTHS, OneLineField


class SaveSearchForm(forms.Form):
    """Its name, and how soon she hears of what is new."""

    name = OneLineField(
        label=_("Naam van je zoekopdracht"),
        help_text=_("Zo heet hij in je mail. Alleen jij ziet dit."),
        max_length=80,
        error_messages={"required": _("Geef je zoekopdracht een naam."), **LENGTHS},
    )
    pace = forms.ChoiceField(
        label=_("Hoe vaak wil je het horen?"),
        help_text=_("Is er niets nieuws? Dan krijg je geen mail."),
        choices=Pace.choices,
        initial=Pace.DAILY,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe vaak."), "invalid_choice": _("Kies een van deze drie.")},
    )


class ChangeSearchForm(SaveSearchForm):
    """The same, and whether it is silent for a while."""

    is_paused = forms.BooleanField(label=_("Even geen mail"), required=False)
