"""To which opgave of the wijk an initiative belongs."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from initiatives.models import Initiative
from wijken.agenda.models import Opgave


class OpgaveForm(forms.Form):
    """One of the opgaven of its wijk, or none."""

    opgave = forms.ModelChoiceField(
        Opgave.objects.none(),
        label=_("Bij welke opgave hoort jullie initiatief?"),
        required=False,
        empty_label=_("Bij geen"),
        error_messages={"invalid_choice": _("Deze opgave is er niet meer. Kies een andere.")},
    )

    def __init__(self, *args: Any, initiative: Initiative, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["opgave"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Opgave.objects.public().in_wijk(initiative.wijk_id).in_order()
