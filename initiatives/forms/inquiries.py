"""What a neighbour asks the owners, and what they answer."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeente.lib.forms import LENGTHS


class InquiryForm(forms.Form):
    """A question for everybody to read."""

    text = forms.CharField(
        label=_("Wat wil je vragen?"),
        help_text=_("Iedereen kan dit lezen. Zet er geen telefoonnummer of adres in."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Schrijf op wat je wilt vragen."), **LENGTHS},
    )
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class InquiryAnswerForm(forms.Form):
    """The owners' one answer, with what its writer saw before."""

    answer = forms.CharField(
        label=_("Je antwoord"),
        help_text=_("Iedereen kan dit lezen. Wie het vroeg, krijgt bericht."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Schrijf je antwoord op."), **LENGTHS},
    )
    based_on = forms.CharField(widget=forms.HiddenInput, required=False, max_length=16)
