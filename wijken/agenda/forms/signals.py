"""What somebody types who brings something up in a wijk."""

import uuid
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gemeente.lib.forms import LENGTHS, OneLineField
from gemeente.partners.mandates import held_mandates
from gemeente.partners.models import Organisation
from gemeente.places.models import Wijk
from gemeente.questions.models import Question
from wijken.agenda.enums import Origin
from wijken.agenda.policies import works_for_gemeente
from wijken.models import WijkTheme
from wijken.policies import is_member

FIRST_YEAR = 1950


def theme_field(wijk: Wijk) -> "forms.ModelChoiceField[WijkTheme]":
    """A theme of the wijk, or none."""
    return forms.ModelChoiceField(
        WijkTheme.objects.of(wijk).on(timezone.localdate()),
        label=_("Bij welk thema hoort het?"),
        required=False,
        empty_label=_("Weet ik niet"),
        error_messages={"invalid_choice": _("Dit thema is er niet meer. Kies een ander.")},
    )


def link_field(label: Any, **more: Any) -> forms.URLField:
    """An address on the web."""
    wrong = {"invalid": _("Dit is geen webadres. Een adres begint met https://."), **LENGTHS}
    return forms.URLField(
        label=label, max_length=300, assume_scheme="https", **{"error_messages": wrong, "required": False, **more}
    )


class SignalForm(forms.Form):
    """What is the matter, who says so, and a figure that shows it."""

    origin = forms.ChoiceField(
        label=_("Wie zegt dit?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wie dit zegt."), "invalid_choice": _("Kies een van deze.")},
    )
    title = OneLineField(
        label=_("Waar gaat het over?"),
        help_text=_("Kort, zoals je het aan een buur vertelt. Bijvoorbeeld: Oversteken bij de school."),
        max_length=80,
        min_length=5,
        error_messages={"required": _("Zeg in een paar woorden waar het over gaat."), **LENGTHS},
    )
    signal = forms.CharField(
        label=_("Wat zie of merk je?"),
        help_text=_("Je hoeft nog geen oplossing te hebben. Die zoeken we samen."),
        max_length=2000,
        min_length=10,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Vertel in een paar zinnen wat er speelt."), **LENGTHS},
    )
    source = OneLineField(
        label=_("Waar komt het cijfer vandaan?"),
        help_text=_("Bijvoorbeeld: CBS, of de bewonersenquête van de gemeente."),
        max_length=120,
        required=False,
        error_messages=LENGTHS,
    )
    source_year = forms.IntegerField(
        label=_("Uit welk jaar is het?"),
        required=False,
        min_value=FIRST_YEAR,
        error_messages={
            "invalid": _("Schrijf het jaar in vier cijfers, zoals 2024."),
            "min_value": _("Schrijf het jaar in vier cijfers, zoals 2024."),
            "max_value": _("Dit jaar moet nog komen."),
        },
    )
    source_url = link_field(_("Waar staat het?"), help_text=_("Een link, zodat anderen het kunnen nalezen."))
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    field_order = ("origin", "title", "signal", "theme")

    def __init__(self, *args: Any, user: Any, wijk: Wijk, question: Question | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["theme"] = theme_field(wijk)
        if not WijkTheme.objects.of(wijk).on(timezone.localdate()).exists():
            del self.fields["theme"]
        self.fields["source_year"].max_value = timezone.localdate().year  # type: ignore[attr-defined]
        self.question = question
        origin = self.fields["origin"]
        assert isinstance(origin, forms.ChoiceField)
        origin.choices = origins_of(user, wijk)
        origin.initial = origin.choices[0][0]
        if question:
            del self.fields["origin"]
        self.order_fields(self.field_order)

    def clean_source_year(self) -> int | None:
        """Not a year that is still to come."""
        year: int | None = self.cleaned_data["source_year"]
        if year and year > timezone.localdate().year:
            raise forms.ValidationError(_("Dit jaar moet nog komen."))
        return year

    def clean(self) -> dict[str, Any]:
        """A figure says where it is from, of which year, and where one reads it."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("origin") == Origin.FIGURE:
            for name, words in (
                ("source", _("Vul in waar het cijfer vandaan komt.")),
                ("source_year", _("Vul in uit welk jaar het is.")),
                ("source_url", _("Vul de link in, zodat anderen het kunnen nalezen.")),
            ):
                if not cleaned.get(name) and not self.has_error(name):
                    self.add_error(name, words)
        return cleaned

    def told(self) -> dict[str, Any]:
        """What the action takes."""
        told = {name: value for name, value in self.cleaned_data.items() if name != "origin"}
        kind, _colon, number = self.cleaned_data.get("origin", Origin.RESIDENT).partition(":")
        organisation = Organisation.objects.get(pk=number) if number else None
        return told | {"origin": Origin(kind), "organisation": organisation, "question": self.question}


def origins_of(user: Any, wijk: Wijk) -> list[tuple[str, Any]]:
    """In whose name somebody may bring something up here."""
    choices: list[tuple[str, Any]] = [(Origin.RESIDENT, _("Ik zie of merk dit zelf"))]
    if is_member(user, wijk.pk):
        choices.append((Origin.WOP, _("Wij van het WOP")))
    choices += [(f"{Origin.PARTNER}:{held.organisation_id}", held.name) for held in held_mandates(user)]
    if works_for_gemeente(user):
        choices.append((Origin.GEMEENTE, _("De gemeente ziet dit")))
    return [*choices, (Origin.FIGURE, _("Een cijfer laat dit zien"))]
