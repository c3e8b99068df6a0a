"""What somebody with a mandate answers, and what both sides say of it."""

import uuid
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gemeente.cases.quarters import quarters_from, words_of_quarter
from gemeente.council.models import Budget
from gemeente.lib.forms import LENGTHS, DayField, OneLineField
from gemeente.partners.models import Organisation
from wijken.agenda.enums import Answer, Firmness, Progress
from wijken.agenda.forms.exploring import text_field
from wijken.agenda.models import PromiseVersion
from wijken.agenda.saying import SAID, Said

MONEY = {
    "invalid": _("Schrijf een bedrag in cijfers, zoals 2500 of 2500,50."),
    "min_value": _("Schrijf een bedrag van minstens één euro, of laat dit leeg."),
    "max_digits": _("Dit bedrag is te groot."),
    "max_whole_digits": _("Dit bedrag is te groot."),
    "max_decimal_places": _("Schrijf hooguit twee cijfers achter de komma."),
}


class BudgetField(forms.ModelChoiceField):
    """A budget, with what is left of it."""

    def label_from_instance(self, obj: Any) -> str:
        return gettext("%(name)s (nog € %(room)s)") % {
            "name": obj,
            "room": number_format(obj.room, 0, force_grouping=True),
        }


class PromiseForm(forms.Form):
    """Yes with who, what and when; or no with why, and what can be done instead."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=_("Namens welke organisatie?"),
        empty_label=_("Kies een organisatie"),
        error_messages={"required": _("Kies een organisatie."), "invalid_choice": _("Kies uit de lijst.")},
    )
    answer = forms.ChoiceField(
        label=_("Wat is jullie antwoord?"),
        choices=[(Answer.YES, _("Ja, dit doen we")), (Answer.NO, _("Nee, dit doen we niet"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies ja of nee."), "invalid_choice": _("Kies ja of nee.")},
    )
    function = OneLineField(
        label=_("Welke functie is verantwoordelijk?"),
        max_length=80,
        help_text=_("Een functie, geen naam. Bijvoorbeeld: teamleider buitenruimte."),
        error_messages={"required": _("Zeg wie verantwoordelijk is: een functie."), **LENGTHS},
    )
    what = forms.CharField(
        label=_("Bij een ja: wat doen jullie?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages=LENGTHS,
    )
    quarter = forms.TypedChoiceField(
        label=_("Bij een ja: in welk kwartaal is het klaar?"),
        required=False,
        empty_value=None,
        error_messages={"invalid_choice": _("Kies een kwartaal uit de lijst.")},
    )
    amount = forms.DecimalField(
        label=_("Hoeveel euro?"),
        help_text=_("Alleen als er geld bij hoort."),
        required=False,
        min_value=1,
        max_digits=12,
        decimal_places=2,
        localize=True,
        error_messages=MONEY,
    )
    money_from = OneLineField(
        label=_("Uit welke bron komt het geld?"), required=False, max_length=120, error_messages=LENGTHS
    )
    reason = forms.CharField(
        label=_("Bij een nee: waarom niet?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages=LENGTHS,
    )
    alternative = forms.CharField(
        label=_("Bij een nee: wat kan er wel?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages=LENGTHS,
    )
    firmness = forms.ChoiceField(
        label=_("Hoe vast is dit?"),
        choices=[(Firmness.INTENDED, _("Een voornemen")), (Firmness.DECIDED, _("Vastgesteld"))],
        initial=Firmness.INTENDED,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe vast dit is."), "invalid_choice": _("Kies een van deze twee.")},
    )
    budget = BudgetField(
        Budget.objects.all(),
        label=_("Vastgesteld met geld: uit welk budget?"),
        help_text=_("Het bedrag gaat dan van dit budget af. Besluit, datum en nummer nemen we over."),
        required=False,
        empty_label=_("Geen budget"),
        error_messages={"invalid_choice": _("Kies een budget uit de lijst.")},
    )
    body = OneLineField(
        label=_("Vastgesteld zonder geld: door wie?"), required=False, max_length=80, error_messages=LENGTHS
    )
    decided_on = DayField(label=_("Vastgesteld zonder geld: op welke dag?"), required=False)
    decision = OneLineField(
        label=_("Vastgesteld zonder geld: onder welk nummer?"), required=False, max_length=40, error_messages=LENGTHS
    )
    based_on = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args: Any, ids: list[int], keeps: PromiseVersion | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        organisation = self.fields["organisation"]
        assert isinstance(organisation, forms.ModelChoiceField)
        organisation.queryset = Organisation.objects.filter(pk__in=ids)
        if keeps:
            del self.fields["organisation"]
        elif len(ids) == 1:
            organisation.initial = ids[0]
        first = timezone.localdate()
        quarters = quarters_from(first)
        if keeps and keeps.quarter and keeps.quarter not in quarters:
            quarters.insert(0, keeps.quarter)
        quarter = self.fields["quarter"]
        assert isinstance(quarter, forms.TypedChoiceField)
        days = {str(day): day for day in quarters}
        quarter.choices = [("", _("Kies een kwartaal")), *((key, words_of_quarter(day)) for key, day in days.items())]
        quarter.coerce = lambda key: days.get(key)

    def clean(self) -> dict[str, Any]:
        """Ask for what the answer needs."""
        cleaned = super().clean() or self.cleaned_data
        for name, words in needs_of(cleaned):
            if not cleaned.get(name) and not self.has_error(name):
                self.add_error(name, words)
        return cleaned

    def told(self) -> Said:
        """What was said."""
        told = {name: self.cleaned_data[name] for name in SAID}
        return Said(**told | {"answer": Answer(told["answer"]), "firmness": Firmness(told["firmness"])})

    @staticmethod
    def initial_of(version: PromiseVersion) -> dict[str, Any]:
        """What it says now."""
        return {name: getattr(version, name) for name in SAID} | {"based_on": version.number}


def needs_of(cleaned: dict[str, Any]) -> list[tuple[str, Any]]:
    """Which fields an answer needs, with what to say where one is empty."""
    if cleaned.get("answer") == Answer.NO:
        return [("reason", _("Zeg waarom niet.")), ("alternative", _("Zeg wat er wel kan."))]
    if cleaned.get("answer") != Answer.YES:
        return []
    needs = [("what", _("Zeg wat jullie doen.")), ("quarter", _("Kies in welk kwartaal het klaar is."))]
    if cleaned.get("amount"):
        needs.append(("money_from", _("Zeg uit welke bron het geld komt.")))
    if cleaned.get("firmness") != Firmness.DECIDED:
        return needs
    if cleaned.get("amount"):
        return [*needs, ("budget", _("Kies het budget. Zonder budget is een bedrag een voornemen."))]
    return [
        *needs,
        ("body", _("Zeg wie dit vaststelde.")),
        ("decided_on", _("Zeg wanneer dit is vastgesteld.")),
        ("decision", _("Zeg onder welk nummer.")),
    ]


class ReasonForm(forms.Form):
    """Why an answer is withdrawn."""

    reason = text_field(_("Waarom trekken jullie dit in?"), 600, _("Schrijf op waarom. Iedereen leest dit."))


class ReplyForm(forms.Form):
    """What one side says back."""

    text = text_field(_("Wat wil je zeggen?"), 1000, _("Schrijf op wat je wilt zeggen."))
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class ProgressForm(forms.Form):
    """How far it is."""

    state = forms.ChoiceField(
        label=_("Hoe ver is het?"),
        choices=Progress.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe ver het is."), "invalid_choice": _("Kies een van deze.")},
    )
    text = text_field(_("Vertel erbij"), 600, _("Vertel in een paar zinnen hoe het gaat."))
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
