"""What somebody types in the planning of her initiative: a step, the day itself, and which ready plan she takes."""

import datetime as dt
import uuid
from typing import Any

from django import forms
from django.core.validators import URLValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gemeente.accounts.forms import refuse_address
from gemeente.lib.forms import LENGTHS, DayField, OneLineField, rest_on
from initiatives.models import Blueprint, PlanStep

YEARS_AHEAD = 5
is_web_address = URLValidator(schemes=["https"])


def refuse_far_away(day: dt.date | None) -> None:
    """Refuse a day that no plan looks ahead to: a slip of the keyboard."""
    if day and day > timezone.localdate() + dt.timedelta(days=365 * YEARS_AHEAD):
        raise forms.ValidationError(_("Deze dag is wel erg ver weg. Klopt het jaar?"))


def refuse_past(day: dt.date | None, before: dt.date | None) -> None:
    """Refuse a day that has passed, unless it stood there already."""
    if day and day != before and day < timezone.localdate():
        raise forms.ValidationError(_("Deze dag is voorbij. Kies vandaag of later."))


class PlanStepForm(forms.Form):
    """One step: what, who and when; and where to look."""

    title = OneLineField(
        label=_("Wat moet er gebeuren?"),
        help_text=_("Kort, zoals: tafels lenen bij het buurthuis."),
        max_length=80,
        error_messages={"required": _("Schrijf op wat er moet gebeuren."), **LENGTHS},
    )
    who = OneLineField(
        label=_("Wie doet het?"),
        help_text=_("Alleen voornamen, zoals: Anna en Bas. Alleen jij en wie meedoet zien dit."),
        max_length=60,
        required=False,
        validators=[refuse_address],
        error_messages=LENGTHS,
    )
    due_on = DayField(label=_("Wanneer moet het klaar zijn?"), required=False)
    explanation = forms.CharField(
        label=_("Uitleg"),
        help_text=_("Iedereen kan dit lezen."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=LENGTHS,
    )
    link_url = forms.CharField(
        label=_("Link"),
        help_text=_("Begint met https://"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
        error_messages=LENGTHS,
    )
    link_label = forms.CharField(
        label=_("Waar gaat de link heen?"),
        help_text=_("Zoals: de website van het buurthuis."),
        max_length=80,
        required=False,
        error_messages=LENGTHS,
    )
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    based_on = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_due_on(self) -> dt.date | None:
        """A day that is not over, and not a slip."""
        day: dt.date | None = self.cleaned_data["due_on"]
        refuse_past(day, self.initial.get("due_on"))
        refuse_far_away(day)
        return day

    def clean_link_url(self) -> str:
        """A safe address; one of the portal itself may stay where a ready plan gave it."""
        url: str = self.cleaned_data["link_url"].strip()
        if not url or url == self.initial.get("link_url"):
            return url
        try:
            is_web_address(url)
        except forms.ValidationError:
            raise forms.ValidationError(_("Dit is geen adres van een website. Begin met https://")) from None
        return url

    def clean(self) -> dict[str, Any]:
        """A link and its words come together."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("link_url") and not cleaned.get("link_label") and "link_label" in cleaned:
            self.add_error("link_label", _("Schrijf op waar de link heen gaat. Een schermlezer leest dat voor."))
        if cleaned.get("link_label") and not cleaned.get("link_url") and "link_url" in cleaned:
            self.add_error("link_url", _("Vul de link in, of haal de woorden ernaast weg."))
        return cleaned

    def told(self) -> dict[str, Any]:
        """What a step keeps of it."""
        return {name: self.cleaned_data[name] for name in self.fields if name not in ("submission_key", "based_on")}

    def look_at(self, step: PlanStep) -> None:
        """Show what was typed again, now beside the step as it is: saving once more writes over it, seen."""
        rest_on(self, step.version)

    def texts_of(self, step: PlanStep) -> list[dict[str, str]]:
        """A step as it stands now, in words."""
        texts = self.initial_of(step)
        shown = [name for name, field in self.fields.items() if not field.widget.is_hidden]
        return [{"label": str(self.fields[name].label), "text": str(texts[name] or "-")} for name in shown]

    @staticmethod
    def initial_of(step: PlanStep) -> dict[str, Any]:
        """What the form shows of a step that exists."""
        names = ("title", "who", "due_on", "explanation", "link_url", "link_label", "submission_key")
        return {name: getattr(step, name) for name in names} | {"based_on": step.version}


class StartForm(forms.Form):
    """The day itself."""

    starts_on = DayField(
        label=_("Wanneer is het?"),
        help_text=_("De dag van het feest, de plantdag of de eerste keer. Weet je het nog niet? Laat het leeg."),
        required=False,
    )

    def clean_starts_on(self) -> dt.date | None:
        """A day that is not over, and not a slip."""
        day: dt.date | None = self.cleaned_data["starts_on"]
        refuse_past(day, self.initial.get("starts_on"))
        refuse_far_away(day)
        return day


class TakeForm(forms.Form):
    """Which ready plan to take."""

    blueprint = forms.ChoiceField(
        label=_("Welk draaiboek past bij je?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies een draaiboek."),
            "invalid_choice": _("Dit draaiboek is er niet meer. Kies een ander."),
        },
    )

    def __init__(self, *args: Any, blueprints: list[Blueprint], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.blueprints = {row.code: row for row in blueprints}
        field = self.fields["blueprint"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(row.code, row.title) for row in blueprints]

    @property
    def chosen(self) -> Blueprint:
        """The ready plan she chose."""
        return self.blueprints[self.cleaned_data["blueprint"]]
