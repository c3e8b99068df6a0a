"""What people type about a plan of the gemeente. Those of the desk are in Dutch only."""

import uuid
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from gemeente.lib.forms import LENGTHS, DayField, DocumentField, OneLineField
from gemeente.places.models import Wijk
from gemeente.places.pins import PinField
from wijken.advice.enums import PlanKind, Treatment
from wijken.advice.forms import long_text

if TYPE_CHECKING:
    from wijken.advice.models import Reaction


class ReactForm(forms.Form):
    """What somebody says of a plan."""

    text = long_text(
        _("Jouw reactie"),
        2000,
        rows=6,
        required=_("Schrijf op wat je van het plan vindt."),
        help_text=_("Iedereen kan dit lezen. Laat weg wat anderen niet van jou of je buren hoeven te weten."),
    )
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


# --- The desk ---------------------------------------------------------------------------------------------------------
def one_line(label: str, most: int, required: str = "", help_text: str = "") -> OneLineField:
    """A text on one line; `required` is the sentence for who leaves it empty."""
    words: dict[str, Any] = {"required": required, **LENGTHS}
    return OneLineField(
        label=label, max_length=most, required=bool(required), help_text=help_text, error_messages=words
    )


class LayForm(forms.Form):
    """A plan, with what is fixed and what is open."""

    kind = forms.ChoiceField(
        label="Wat leg je voor?",
        choices=PlanKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat je voorlegt.", "invalid_choice": "Kies een van deze twee."},
    )
    wijken = forms.ModelMultipleChoiceField(
        Wijk.objects.defer("boundary"),
        label="Aan welke wijk?",
        to_field_name="slug",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies een wijk.", "invalid_choice": "Deze wijk kennen we niet."},
    )
    title = one_line("Titel", 100, "Geef het een titel.", "Bijvoorbeeld: groenonderhoud 2027.")
    text = long_text("Wat willen we doen, en waarom?", 4000, required="Schrijf op wat we willen doen.")
    fixed = long_text(
        "Wat staat vast?", 1500, rows=4, required="Schrijf op wat vaststaat, of dat er nog niets vaststaat."
    )
    undecided = long_text(
        "Waar kunnen mensen over meedenken?",
        1500,
        rows=4,
        required="Schrijf op wat nog open is. Is niets meer open? Dan is dit te laat.",
    )
    place_text = one_line("Waar is het?", 160, help_text="Bijvoorbeeld: langs de Bermweg, tussen de flat en de school.")
    pin = PinField(label="Zet een speld op de kaart")
    decides = one_line("Wie beslist?", 160, "Schrijf op wie beslist.", "Bijvoorbeeld: het college, in maart.")
    react_until = DayField(label="Tot en met welke dag kan iedereen reageren?")
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def pointed_at(self) -> dict[str, Any]:
        """What to show again after somebody pointed at the map: all that was typed, and the pin."""
        shown = {name: self.data.get(name, "") for name in self.fields if name not in ("pin", "wijken")}
        wijken = self.data.getlist("wijken") if isinstance(self.data, QueryDict) else []
        return shown | {"pin": self.cleaned_data.get("pin"), "wijken": wijken}


class PlanDocumentForm(forms.Form):
    """A PDF with its title."""

    title = one_line("Titel van het document", 80, "Geef het document een titel.")
    document = DocumentField(label="Document", help_text="Een PDF van hooguit 10 MB. Iedereen kan hem downloaden.")


class TermForm(forms.Form):
    """A later last day."""

    react_until = DayField(label="Tot en met welke dag kan iedereen reageren?")


class TreatForm(forms.Form):
    """What was done with one or more reactions, and why."""

    everything = forms.BooleanField(label="Bij alle reacties op deze bladzijde", required=False)
    reactions = forms.MultipleChoiceField(
        label="Of bij een paar",
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": "Een van deze reacties staat hier niet meer. Kijk wat er nu staat."},
    )
    outcome = forms.ChoiceField(
        label="Wat deden we ermee?",
        choices=Treatment.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat we ermee deden.", "invalid_choice": "Kies een van deze drie."},
    )
    text = long_text(
        "Waarom?",
        2000,
        rows=4,
        required="Schrijf op waarom. Wie reageerde, leest dit.",
        help_text="Zeggen meer mensen hetzelfde? Kies die reacties samen; dit komt dan bij elk te staan.",
    )

    def __init__(self, *args: Any, rows: "list[Reaction]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = {str(row.pk): row for row in rows}
        labels = [(key, self.label_of(row)) for key, row in self.rows.items()]
        self.fields["reactions"].choices = labels  # type: ignore[attr-defined]

    @staticmethod
    def label_of(row: "Reaction") -> str:
        """Who says what, and what was done with it so far. Expects `told`."""
        told = getattr(row, "told", [])
        so_far = f"{told[-1].get_outcome_display()}: {told[-1].text}" if told else "Nog niet behandeld"
        return f"{row.author.profile.public_name}: {row.text} ({so_far})"

    def clean(self) -> dict[str, Any]:
        """Which rows were meant."""
        cleaned = super().clean() or self.cleaned_data
        keys = self.rows.keys() if cleaned.get("everything") else cleaned.get("reactions", [])
        cleaned["chosen"] = [self.rows[key] for key in keys if key in self.rows]
        if not cleaned["chosen"] and not self.has_error("reactions"):
            self.add_error("reactions", "Kies een of meer reacties.")
        return cleaned


class DecideForm(forms.Form):
    """What is decided."""

    decision = long_text(
        "Wat besluiten we, en hoe gaat het verder?",
        4000,
        required="Schrijf op wat jullie besluiten.",
        help_text="Iedereen leest dit, met wat we met elke reactie deden.",
    )


class CancelForm(forms.Form):
    """Why it does not go on."""

    reason = one_line("Waarom gaat het niet door?", 600, "Schrijf op waarom het niet doorgaat.", "Iedereen leest dit.")
