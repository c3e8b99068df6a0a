"""What a manager types of ready plans and tips. These pages are Dutch only."""

import datetime as dt
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.validators import RegexValidator
from django.db.models import Field
from django.forms.formsets import BaseFormSet
from django.utils import timezone

from gemeente.lib.drawing import SCENES
from gemeente.lib.forms import DayField
from gemeente.places.models import Theme
from gemeente.portal.forms import is_link, words
from initiatives.enums import UNDER_WAY, CardPage
from initiatives.models import Blueprint, NextStepCard
from initiatives.models.plans import LONGEST_AFTER, LONGEST_AHEAD

is_code = RegexValidator(r"^[a-z0-9]+(-[a-z0-9]+)*$", "Gebruik alleen kleine letters, cijfers en streepjes.")
NUMBER = {"invalid": "Dit is geen heel getal.", "max_value": "Kies een getal van hooguit %(limit_value)d."}
SPARE_STEPS = 3
SCENE_NAMES = {
    "garden": "Tuin",
    "table": "Lange tafel",
    "playground": "Speelplek",
    "repair": "Repareren",
    "sport": "Sport",
    "care": "Samen op een bank",
    "light": "Licht in de avond",
    "water": "Aan het water",
    "meeting": "Praten",
    "art": "Kunst",
    "learning": "Leren",
    "energy": "Zon op het dak",
}
SCENE_CHOICES = [(name, SCENE_NAMES.get(name, name)) for name in SCENES]


def lines(label: str, most: int, *, rows: int = 3, required: str = "", help_text: str = "") -> forms.CharField:
    """A few lines."""
    return words(label, most, required=required, help_text=help_text, widget=forms.Textarea(attrs={"rows": rows}))


class VersionForm(forms.Form):
    """Something that counts from a day on, perhaps until another; it begins as a copy of the newest version."""

    starts_on = DayField(label="Vanaf welke dag?", help_text="Vandaag of later. Tot die dag blijft het zoals het is.")
    ends_on = DayField(label="Tot en met welke dag?", help_text="Leeg: tot er een nieuwe versie is.", required=False)
    based_on = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean_starts_on(self) -> dt.date:
        """Refuse a day that has passed."""
        day: dt.date = self.cleaned_data["starts_on"]
        if day < timezone.localdate():
            raise forms.ValidationError("Deze dag is voorbij. Kies vandaag of later.")
        return day

    def clean(self) -> dict[str, Any]:
        """An end comes after the beginning."""
        told = super().clean() or self.cleaned_data
        starts_on, ends_on = told.get("starts_on"), told.get("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", "De laatste dag ligt voor de eerste.")
        return told


# --- Ready plans ------------------------------------------------------------------------------------------------------
class BlueprintForm(VersionForm):
    """A ready plan, without its steps."""

    code = words(
        "Adres",
        40,
        required="Kies een adres.",
        help_text="Zo komt het in de link, bijvoorbeeld: straatfeest. Dit verandert later niet meer.",
        validators=[is_code],
    )
    title = words("Titel", 80, required="Geef het draaiboek een titel.")
    intro = lines("Inleiding", 600, rows=4, required="Vertel in een paar zinnen wat het is.")
    theme = forms.ModelChoiceField(
        Theme.objects.filter(ends_on=None), label="Thema", required=False, empty_label="Geen thema"
    )
    scene = forms.ChoiceField(
        label="Tekening",
        choices=[("", "Die van het thema"), *SCENE_CHOICES],
        required=False,
    )
    title_hint = words("Voorbeeld van een titel", 80, help_text="Staat als hint bij het formulier.")
    summary_start = lines("Begin van de tekst", 400, help_text="Staat al in het formulier. De bewoner maakt het eigen.")
    needs = lines("Wat je vaak nodig hebt", 600, rows=4, help_text="Elke regel is één ding.")
    field_order = [
        "code", "title", "intro", "theme", "scene", "title_hint", "summary_start", "needs", "starts_on", "ends_on"
    ]  # fmt: skip

    def __init__(self, *args: Any, newest: Blueprint | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if newest:
            del self.fields["code"]

    @staticmethod
    def initial_of(newest: Blueprint) -> dict[str, Any]:
        """What the form begins with."""
        names = ("title", "intro", "theme", "scene", "title_hint", "summary_start", "needs", "ends_on")
        return {name: getattr(newest, name) for name in names} | {"based_on": newest.pk}


class BlueprintStepForm(forms.Form):
    """One step of a ready plan."""

    title = words("Wat moet er gebeuren?", 80, required="Schrijf op wat er moet gebeuren.")
    explanation = lines("Uitleg", 500)
    days_before = forms.IntegerField(
        label="Hoeveel dagen van tevoren?",
        help_text="Leeg: maakt niet uit. Erna: een getal met een min ervoor, zoals -7.",
        required=False,
        min_value=-LONGEST_AFTER,
        max_value=LONGEST_AHEAD,
        error_messages={**NUMBER, "min_value": "Kies een getal van %(limit_value)d of meer."},
    )
    link_url = words("Link", 200, help_text="Begint met https://, of met / voor dit portaal.", validators=[is_link])
    link_label = words("Woorden van de link", 80)
    is_permit = forms.BooleanField(
        label="Hierbij kan een vergunning of melding nodig zijn",
        help_text="Dan staat erbij: vraag het na bij de gemeente.",
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """A link and its words come together."""
        told = super().clean() or self.cleaned_data
        if told.get("link_url") and not told.get("link_label") and "link_label" in told:
            self.add_error("link_label", "Schrijf op waar de link heen gaat.")
        if told.get("link_label") and not told.get("link_url") and "link_url" in told:
            self.add_error("link_url", "Vul de link in, of haal de woorden weg.")
        return told


if TYPE_CHECKING:
    FormSet = BaseFormSet[BlueprintStepForm]
else:
    FormSet = BaseFormSet


class BaseStepFormSet(FormSet):
    """The steps of a ready plan: each with its place, and a box to take it away."""

    def add_fields(self, form: BlueprintStepForm, index: int | None) -> None:
        """In Dutch."""
        super().add_fields(form, index)
        form.fields["ORDER"].label = "Plek in de rij"
        form.fields["DELETE"].label = "Haal deze stap weg"

    def in_order(self) -> list[dict[str, Any]]:
        """What the steps say, in the order that was asked for."""
        told = [form.cleaned_data for form in self.ordered_forms]
        return [{name: row[name] for name in BlueprintStepForm.base_fields} for row in told]


StepFormSet: Any = forms.formset_factory(
    BlueprintStepForm,
    formset=BaseStepFormSet,
    extra=SPARE_STEPS,
    can_order=True,
    can_delete=True,
    max_num=40,
    absolute_max=60,
)


def steps_of(newest: Blueprint | None) -> list[dict[str, Any]]:
    """What the formset begins with."""
    if newest is None:
        return []
    names = list(BlueprintStepForm.base_fields)
    return [{name: getattr(step, name) for name in names} for step in newest.steps.all()]


# --- Tips -------------------------------------------------------------------------------------------------------------
NUMBERS = (
    "min_days",
    "max_days",
    "min_silent_days",
    "min_support",
    "max_support",
    "min_joins",
    "max_joins",
    "days_to_start",
)
CHOICES = ("has_needs", "has_steps", "is_all_done", "has_photo", "has_start")
ANSWERS = {"": None, "yes": True, "no": False}


def name_of(column: str) -> str:
    """A condition in words."""
    field: Field[Any, Any] = NextStepCard._meta.get_field(column)  # type: ignore[assignment]
    return str(field.verbose_name).capitalize()


class CardForm(VersionForm):
    """A tip, where its button leads, and when it shows."""

    code = words("Naam", 40, required="Kies een korte naam.", help_text="Zoals: drie-buren.", validators=[is_code])
    title = words("Titel", 80, required="Geef de tip een titel.")
    text = lines("Tekst", 300, required="Schrijf de tip op.")
    title_en = words("Titel in het Engels", 80)
    text_en = lines("Tekst in het Engels", 300)
    page = forms.ChoiceField(
        label="Waar gaat de knop heen?", choices=[("", "Geen knop"), *CardPage.choices], required=False
    )
    link_label = words("Woorden van de knop", 60)
    link_label_en = words("Woorden van de knop in het Engels", 60)
    stages = forms.MultipleChoiceField(
        label="Bij welke fasen?",
        choices=[(stage.value, stage.label) for stage in UNDER_WAY],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies minstens één fase."},
    )

    def __init__(self, *args: Any, newest: NextStepCard | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if newest:
            del self.fields["code"]
        for name in NUMBERS:
            self.fields[name] = forms.IntegerField(
                label=name_of(name), required=False, min_value=0, max_value=10_000, error_messages=NUMBER
            )
        for name in CHOICES:
            self.fields[name] = forms.TypedChoiceField(
                label=name_of(name),
                choices=[("", "Maakt niet uit"), ("yes", "Ja"), ("no", "Nee")],
                coerce=ANSWERS.__getitem__,
                empty_value=None,
                required=False,
            )
        self.order_fields([*(name for name in self.fields if name not in ("starts_on", "ends_on")), "starts_on"])

    @property
    def conditions(self) -> list[forms.BoundField]:
        """When it shows, narrower than by stage: most tips leave all of these open."""
        return [self[name] for name in (*NUMBERS, *CHOICES)]

    @property
    def has_conditions(self) -> bool:
        """Some are filled in, or went wrong."""
        return any(field.errors or field.value() not in (None, "") for field in self.conditions)

    @property
    def others(self) -> list[forms.BoundField]:
        """What is asked of every tip."""
        return [field for field in self.visible_fields() if field.name not in (*NUMBERS, *CHOICES)]

    def clean(self) -> dict[str, Any]:
        """A button and its words come together."""
        told = super().clean() or self.cleaned_data
        if told.get("page") and not told.get("link_label") and "link_label" in told:
            self.add_error("link_label", "Schrijf op wat er op de knop staat.")
        if told.get("link_label") and not told.get("page") and "page" in told:
            self.add_error("page", "Kies waar de knop heen gaat.")
        self.check_english(told)
        return told

    def check_english(self, told: dict[str, Any]) -> None:
        """All of it in English, or nothing."""
        has_button = bool(told.get("page"))
        if not any(told.get(name) for name in ("title_en", "text_en", "link_label_en")):
            return
        for name in ("title_en", "text_en", *(["link_label_en"] if has_button else [])):
            if not told.get(name) and name in told:
                self.add_error(name, "Vertaal alles of niets: een halve vertaling helpt niemand.")
        if told.get("link_label_en") and not has_button and not told.get("link_label") and "page" in told:
            self.add_error("page", "Kies waar de knop heen gaat.")

    @staticmethod
    def initial_of(newest: NextStepCard) -> dict[str, Any]:
        """What the form begins with."""
        texts = ("title", "text", "title_en", "text_en", "page", "link_label", "link_label_en")
        names = (*texts, "stages", "ends_on", *NUMBERS)
        chosen = {name: {True: "yes", False: "no"}.get(getattr(newest, name), "") for name in CHOICES}
        return {name: getattr(newest, name) for name in names} | chosen | {"based_on": newest.pk}
