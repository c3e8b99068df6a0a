"""What somebody types for the agenda: a point, what it is about, and the answer of the board."""

import uuid
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeente.activity.models import Subject
from gemeente.lib.forms import LENGTHS, OneLineField, rest_on
from wijken.meetings.forms.meetings import whole_number
from wijken.meetings.models import Point

MOST_FOUND = 8
NONE = "geen"
# What a point can be about; a person's question or a meeting is nothing to decide about.
KINDS_NOT = ("callback", "meeting")


class PointForm(forms.Form):
    """A point. What it is about is found by its address or by words; where more is found, one chooses."""

    title = OneLineField(
        label=_("Wat wil je bespreken?"),
        help_text=_("Kort, zoals: De verlichting op het pad langs de Terp."),
        max_length=120,
        error_messages={"required": _("Schrijf in een paar woorden op waar het over gaat."), **LENGTHS},
    )
    explanation = forms.CharField(
        label=_("Uitleg"),
        help_text=_("Wat moeten anderen weten? Iedereen kan dit lezen als het op de agenda komt."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages=LENGTHS,
    )
    minutes = whole_number(_("Hoeveel minuten?"), _("Laat het leeg als je het niet weet."), 1, 240, required=False)
    search = OneLineField(
        label=_("Hoort het bij iets op dit portaal?"),
        help_text=_("Plak het adres van een initiatief of opgave, of zoek op een paar woorden uit de titel."),
        max_length=250,
        required=False,
        error_messages=LENGTHS,
    )
    chosen = forms.ChoiceField(label=_("Welke bedoel je?"), required=False, widget=forms.RadioSelect)
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    based_on = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, is_proposal: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found: list[Subject] = []
        if is_proposal:
            del self.fields["minutes"]
        words = (self.data.get("search") or "").strip() if self.is_bound else ""
        if words:
            self.found = find_subjects(words)
        if len(self.found) > 1:
            choices = [(str(one.pk), one.title) for one in self.found] + [(NONE, _("Geen van deze"))]
            self.fields["chosen"].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields["chosen"]

    def clean(self) -> dict[str, Any]:
        """The one that is meant. Of several one must be chosen; of none one searches on, or leaves it."""
        cleaned = super().clean() or self.cleaned_data
        cleaned["about"] = None
        if not cleaned.get("search"):
            return cleaned
        if not self.found:
            self.add_error("search", _("We vonden niets. Probeer andere woorden, of laat dit leeg."))
        elif len(self.found) == 1:
            cleaned["about"] = self.found[0]
        elif not cleaned.get("chosen"):
            if not self.has_error("chosen"):
                self.add_error("chosen", _("We vonden er meer. Kies welke je bedoelt."))
        elif cleaned["chosen"] != NONE:
            cleaned["about"] = next(one for one in self.found if str(one.pk) == cleaned["chosen"])
        return cleaned

    def look_at(self, point: Point) -> None:
        """Show what was typed again, now beside the point as it is: saving once more writes over it, seen."""
        rest_on(self, point.version)

    def told(self) -> dict[str, Any]:
        """What the actions ask."""
        names = ("title", "explanation", "minutes", "about")
        return {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}

    @staticmethod
    def initial_of(point: Point) -> dict[str, Any]:
        """What the form shows of a point that exists."""
        names = ("title", "explanation", "minutes", "submission_key")
        about = point.about.path if point.about and point.about.is_public else ""
        return {name: getattr(point, name) for name in names} | {"search": about, "based_on": point.version}


def find_subjects(words: str) -> list[Subject]:
    """Public things of an address that was pasted, or with these words."""
    rows = Subject.objects.public().exclude(kind__in=KINDS_NOT).defer("search", "search_text")
    path = urlsplit(words).path if "/" in words else ""
    if path:
        path = f"/{path.strip('/')}/".removeprefix("/en")
        return list(rows.filter(path=path)[:1])
    return list(rows.matching(words).order_by("-pk")[:MOST_FOUND])


class AnswerForm(forms.Form):
    """Yes or no to a proposed point, with a word."""

    choice = forms.ChoiceField(
        label=_("Komt dit punt op de agenda?"),
        choices=[("yes", _("Ja, zet het op de agenda")), ("no", _("Nee, niet op deze agenda"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies ja of nee."), "invalid_choice": _("Kies ja of nee.")},
    )
    answer = forms.CharField(
        label=_("Een woord aan wie het voorstelde"),
        help_text=_("Bij nee: waarom niet, en wat ze wel kan doen."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=LENGTHS,
    )

    def clean(self) -> dict[str, Any]:
        """A no comes with its reason."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("choice") == "no" and "answer" in cleaned and not cleaned["answer"].strip():
            self.add_error("answer", _("Schrijf op waarom niet. Wie het voorstelde, leest dit."))
        return cleaned
