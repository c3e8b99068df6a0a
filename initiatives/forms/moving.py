"""The next step, as its owner types it, and what came of it at an end."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeente.lib.forms import LENGTHS
from initiatives.amounts import MOST_AMOUNT, UNIT_OF
from initiatives.enums import ShareKind, Stage
from initiatives.forms.needs import NUMBERS
from initiatives.forms.photos import OptionalPhotoForm
from initiatives.models import Share
from initiatives.next_steps import NextStep

TOLD = ("transition", "wijk_stage", "outcome", "people_reached", "photo", "photo_description")


class StepForm(OptionalPhotoForm):
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
        help_text=_("Alleen nodig als het gelukt is of als jullie stoppen. Vertel het zoals je het een buur vertelt."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages=LENGTHS,
    )
    people_reached = forms.IntegerField(
        label=_("Hoeveel mensen hadden er iets aan?"),
        help_text=_("Alleen nodig als het gelukt is. Schatten mag."),
        min_value=1,
        max_value=1_000_000,
        required=False,
        error_messages={
            "invalid": _("Vul een heel getal in, bijvoorbeeld 40."),
            "min_value": _("Vul een getal in van 1 of meer."),
            "max_value": _("Zoveel mensen wonen hier niet. Vul een kleiner getal in."),
        },
    )

    def __init__(self, *args: Any, steps: list[NextStep], shares: Iterable[Share] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.steps = {one.key: one for one in steps}
        transitions = [one.transition for one in steps]
        step = self.fields["step"]
        assert isinstance(step, forms.ChoiceField)
        step.choices = [(one.key, one.label) for one in steps]
        if not any(t.target == Stage.REALISED for t in transitions):
            for name in ("people_reached", "photo", "photo_description", "photo_people"):
                del self.fields[name]
        if not any(t.needs_outcome for t in transitions):
            del self.fields["outcome"]
        self.shares = list(shares) if any(t.needs_outcome for t in transitions) else []
        for share in self.shares:
            self.fields[f"done_{share.pk}"] = done_field(share)

    def told(self) -> dict[str, Any]:
        """What was filled in, as the action takes it; of the own share what each row became, by id."""
        told = {name: self.cleaned_data[name] for name in TOLD if name in self.cleaned_data}
        done = {share.pk: self.cleaned_data.get(f"done_{share.pk}") for share in self.shares}
        return told | {"done": {pk: number for pk, number in done.items() if number is not None}}

    def clean(self) -> dict[str, Any]:
        """Ask for the outcome where an end needs one, and for the people it reached where it is a result."""
        cleaned = super().clean() or self.cleaned_data
        step = self.steps.get(cleaned.get("step", ""))
        transition = step.transition if step else None
        if transition and transition.needs_outcome and not cleaned.get("outcome") and not self.has_error("outcome"):
            self.add_error(
                "outcome", _("Vertel in een paar zinnen wat het heeft opgeleverd, of waarom jullie stoppen.")
            )
        is_realised = transition and transition.target == Stage.REALISED
        if is_realised and not cleaned.get("people_reached") and not self.has_error("people_reached"):
            self.add_error("people_reached", _("Vertel hoeveel mensen er iets aan hadden. Schatten mag."))
        return cleaned | {"transition": transition, "wijk_stage": step.wijk_stage if step else None}


def done_field(share: Share) -> forms.IntegerField:
    """Asks what a row of the own share became."""
    words = {"what": share.what, "unit": UNIT_OF[ShareKind(share.kind)], "planned": share.planned}
    return forms.IntegerField(
        label=_("%(what)s: hoeveel %(unit)s is het geworden?") % words,
        help_text=_("Gepland: %(planned)d. Schatten mag.") % words,
        min_value=0,
        max_value=MOST_AMOUNT,
        initial=share.done,
        required=False,
        error_messages=NUMBERS,
    )
