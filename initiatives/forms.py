"""What residents type."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeente.accounts.forms import refuse_address
from gemeente.places.forms import WijkField
from gemeente.places.models import Theme
from initiatives.models import Initiative
from initiatives.workflow import Transition

LENGTHS = {
    "min_length": _("Dit is wel erg kort. Gebruik minstens %(limit_value)d tekens."),
    "max_length": _("Dit is te lang. Gebruik niet meer dan %(limit_value)d tekens; het zijn er nu %(show_value)d."),
}


class InitiativeForm(forms.Form):
    """A plan in five answers. The key makes the same form, posted twice, one initiative."""

    title = forms.CharField(
        label=_("Hoe heet je initiatief?"),
        max_length=80,
        min_length=5,
        error_messages={"required": _("Geef je initiatief een naam."), **LENGTHS},
    )
    summary = forms.CharField(
        label=_("Wat wil je doen?"),
        help_text=_("Twee zinnen is genoeg: wat ga je doen en voor wie?"),
        max_length=400,
        min_length=20,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Vertel in twee zinnen wat je wilt doen."), **LENGTHS},
    )
    own_share = forms.CharField(
        label=_("Wat doen jullie zelf?"),
        help_text=_(
            "Bijvoorbeeld: wij planten en geven elke week water. Zo weet iedereen dat jullie er echt voor gaan."
        ),
        max_length=1000,
        min_length=10,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": _("Vertel nog wat jullie zelf doen. Weet je het nog niet precies? Schrijf op wat je wel weet."),
            **LENGTHS,
        },
    )
    wijk = WijkField(label=_("In welke wijk?"))
    theme = forms.ModelChoiceField(
        Theme.objects.filter(ends_on=None),
        label=_("Waar gaat het over?"),
        empty_label=_("Kies een thema"),
        error_messages={
            "required": _("Kies een thema."),
            "invalid_choice": _("Dit thema is er niet meer. Kies een ander."),
        },
    )
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def typed(self) -> dict[str, Any]:
        """What was typed, as a session can keep it."""
        return {name: self.data.get(name, "") for name in self.fields}


def initial_of(initiative: Initiative) -> dict[str, Any]:
    """What the form shows for an initiative that exists."""
    fields = ("title", "summary", "own_share", "theme", "submission_key")
    return {name: getattr(initiative, name) for name in fields} | {"wijk": WijkField.value_of(initiative.wijk)}


class PublicNameForm(forms.Form):
    """The name under which neighbours see the owner."""

    alias = forms.CharField(
        label=_("Met welke naam sta je erbij?"),
        help_text=_("Je voornaam, of een naam die je zelf kiest. Meer zien anderen niet van je."),
        max_length=40,
        required=False,
        validators=[refuse_address],
    )


class StepForm(forms.Form):
    """The next step, and what came of it where the step is an end."""

    step = forms.ChoiceField(
        label=_("Wat is er gebeurd?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies wat er gebeurd is."),
            "invalid_choice": _("Deze stap kan nu niet meer. Kies een stap uit de lijst."),
        },
    )
    outcome = forms.CharField(
        label=_("Wat heeft het opgeleverd, of waarom stoppen jullie?"),
        help_text=_("Alleen nodig als het gelukt is of als jullie stoppen."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, transitions: list[Transition], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.transitions = {f"{t.source}-{t.name}": t for t in transitions}
        step = self.fields["step"]
        assert isinstance(step, forms.ChoiceField)
        step.choices = [(key, t.label) for key, t in self.transitions.items()]

    def clean(self) -> dict[str, Any]:
        """Ask for the outcome where an end needs one."""
        cleaned = super().clean() or self.cleaned_data
        transition = self.transitions.get(cleaned.get("step", ""))
        if transition and transition.needs_outcome and not cleaned.get("outcome"):
            self.add_error(
                "outcome", _("Vertel in een paar zinnen wat het heeft opgeleverd, of waarom jullie stoppen.")
            )
        return cleaned | {"transition": transition}
