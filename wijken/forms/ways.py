"""What a board types about the way of working of its wijk."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeente.lib.forms import LENGTHS, OneLineField, rest_on
from wijken.actions.ways import PROMISES, QUESTION, RULE, STAGE, seen
from wijken.models import AskKind, DecisionRule, Werkwijze, WijkQuestion, WijkStage
from wijken.models.ways import LABEL_LENGTH
from wijken.stages import CommonStage
from wijken.voting import Voters
from wijken.ways import asks_for_personal_data

NUMBERS = {"invalid": _("Vul een heel getal in."), "required": _("Vul een getal in.")}
PERSONAL = _("Vraag hier geen gegevens van mensen, zoals een telefoonnummer: iedereen leest het antwoord.")
MOST_CHOICES, CHOICE_LENGTH = 10, 60


class SourceForm(forms.Form):
    """What a draft begins with."""

    source = forms.ChoiceField(
        label=_("Waar begin je mee?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies waar je mee begint."),
            "invalid_choice": _("Dit kan niet meer. Kies uit de lijst."),
        },
    )

    def __init__(self, *args: Any, sources: Iterable[tuple[Werkwijze, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pairs = list(sources)
        self.ways = {str(way.pk): way for way, _label in pairs}
        field = self.fields["source"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(way.pk), label) for way, label in pairs]

    @property
    def chosen(self) -> Werkwijze:
        """The way that was chosen. Expects a valid form."""
        return self.ways[self.cleaned_data["source"]]


class PartForm(forms.Form):
    """A part of a draft; `based_on` is what its writer saw."""

    columns: tuple[str, ...] = ()
    based_on = forms.CharField(widget=forms.HiddenInput, required=False)

    @classmethod
    def initial_of(cls, row: Any) -> dict[str, Any]:
        """What the form shows of what stands there."""
        return {name: getattr(row, name) for name in cls.columns} | {"based_on": seen(row)}

    def told(self) -> dict[str, Any]:
        """What was filled in, as the action takes it."""
        return {name: self.cleaned_data[name] for name in self.columns}

    def look_at(self, row: Any) -> None:
        """Let who was overtaken save what it must become: she has seen now what stands there."""
        rest_on(self, seen(row))


class StageForm(PartForm):
    """A stage: its word, and where it belongs for the whole town."""

    columns = STAGE
    label = OneLineField(
        label=_("Naam van de stap"),
        help_text=_("Een paar woorden, zoals je het tegen een buur zegt. Bijvoorbeeld: Op de agenda."),
        max_length=LABEL_LENGTH,
        error_messages={"required": _("Geef de stap een naam."), **LENGTHS},
    )
    common = forms.ChoiceField(
        label=_("Waar hoort deze stap bij?"),
        help_text=_("Zo telt en zoekt heel Capelle hem mee: in elke wijk kan een plan een idee zijn, of bezig zijn."),
        choices=CommonStage.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies waar de stap bij hoort.")},
    )
    label_en = OneLineField(
        label=_("Naam in het Engels"),
        help_text=_("Mag leeg blijven. Dan staat er ook op Engelse pagina's de Nederlandse naam."),
        max_length=LABEL_LENGTH,
        required=False,
        error_messages=LENGTHS,
    )


class QuestionForm(PartForm):
    """A question to who begins something, with the reason that she reads beside it."""

    columns = QUESTION
    label = OneLineField(
        label=_("Wat vragen jullie?"),
        help_text=_("Iedereen leest het antwoord. Vraag dus niet naar namen, adressen of telefoonnummers."),
        max_length=100,
        error_messages={"required": _("Schrijf de vraag op."), **LENGTHS},
    )
    purpose = OneLineField(
        label=_("Waarom vragen jullie dit?"),
        help_text=_("Dit staat bij de vraag. Weet je het niet goed? Laat de vraag dan weg."),
        max_length=200,
        error_messages={"required": _("Vertel waarom jullie dit vragen. Wie antwoordt, leest dat."), **LENGTHS},
    )
    kind = forms.ChoiceField(
        label=_("Hoe antwoordt iemand?"),
        choices=AskKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe iemand antwoordt.")},
    )
    choices = forms.CharField(
        label=_("Antwoorden om uit te kiezen"),
        help_text=_("Alleen bij een keuze uit een lijst. Elk antwoord op een eigen regel."),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages=LENGTHS,
    )
    help = OneLineField(label=_("Uitleg bij de vraag"), max_length=200, required=False, error_messages=LENGTHS)
    is_required = forms.BooleanField(label=_("Zonder antwoord kan een plan niet online"), required=False)

    @classmethod
    def initial_of(cls, row: Any) -> dict[str, Any]:
        return super().initial_of(row) | {"choices": "\n".join(row.choices)}

    def clean_label(self) -> str:
        """Refuse a question for personal data."""
        return refuse_personal(self.cleaned_data["label"])

    def clean_help(self) -> str:
        """Refuse an explanation that asks for personal data."""
        return refuse_personal(self.cleaned_data["help"])

    def clean(self) -> dict[str, Any]:
        """Choices only where there is something to choose, and then two or more."""
        cleaned = super().clean() or self.cleaned_data
        lines = [" ".join(line.split()) for line in cleaned.get("choices", "").splitlines()]
        choices = list(dict.fromkeys(line for line in lines if line))
        if cleaned.get("kind") != AskKind.CHOICE:
            choices = []
        elif not 2 <= len(choices) <= MOST_CHOICES:
            self.add_error("choices", _("Schrijf minstens twee en hoogstens tien antwoorden op, elk op een regel."))
        elif any(len(choice) > CHOICE_LENGTH for choice in choices):
            self.add_error("choices", _("Een antwoord is te lang. Gebruik niet meer dan 60 tekens per regel."))
        return cleaned | {"choices": choices}


class RuleForm(PartForm):
    """How the WOP decides about a matter, in words instead of percentages."""

    columns = RULE
    voters = forms.ChoiceField(label=_("Wie stemmen er?"), choices=Voters.choices, widget=forms.RadioSelect)
    quorum = forms.TypedChoiceField(
        label=_("Hoeveel van hen moeten er stemmen?"),
        coerce=int,
        choices=[
            (0, _("Dat maakt niet uit")),
            (33, _("Een derde")),
            (50, _("De helft")),
            (67, _("Twee derde")),
            (100, _("Iedereen")),
        ],
        widget=forms.RadioSelect,
    )
    majority = forms.TypedChoiceField(
        label=_("Hoeveel stemmers moeten voor zijn?"),
        help_text=_("Wie blanco stemt, telt hier niet mee. Wie er zelf belang bij heeft, stemt niet."),
        coerce=int,
        choices=[
            (50, _("Meer dan de helft")),
            (67, _("Minstens twee derde")),
            (75, _("Minstens drie kwart")),
            (100, _("Iedereen")),
        ],
        widget=forms.RadioSelect,
    )
    asks_residents = forms.BooleanField(
        label=_("We laten ook zien wat de buurt vindt"),
        help_text=_("Hoeveel buren een plan steunen, staat er dan bij. Het WOP beslist zelf."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, forms.ChoiceField):
                field.error_messages |= {"required": _("Kies er een."), "invalid_choice": _("Kies uit de lijst.")}


class PromisesForm(PartForm):
    """What the WOP promises to residents."""

    columns = PROMISES
    meetings_per_year = forms.IntegerField(
        label=_("Hoe vaak per jaar komt het WOP bij elkaar?"),
        help_text=_("Bijeenkomsten waar iedereen bij mag zijn."),
        min_value=1,
        max_value=52,
        error_messages={**NUMBERS, "min_value": _("Minstens één keer."), "max_value": _("Hoogstens elke week: 52.")},
    )
    answer_days = forms.IntegerField(
        label=_("Binnen hoeveel dagen antwoordt het WOP?"),
        help_text=_("Als een inwoner jullie iets vraagt. Beloof alleen wat lukt."),
        min_value=1,
        max_value=90,
        error_messages={**NUMBERS, "min_value": _("Minstens één dag."), "max_value": _("Hoogstens 90 dagen.")},
    )


def refuse_personal(text: str) -> str:
    """The text, unless it asks for personal data. Raises ValidationError."""
    if asks_for_personal_data(text):
        raise forms.ValidationError(PERSONAL, code="personal")
    return text


FORMS: dict[type[Any], type[PartForm]] = {
    WijkStage: StageForm,
    WijkQuestion: QuestionForm,
    DecisionRule: RuleForm,
    Werkwijze: PromisesForm,
}
