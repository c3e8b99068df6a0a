"""What a board types that plans a meeting."""

import datetime as dt
import uuid
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gemeente.lib.forms import LENGTHS, DayField, OneLineField, rest_on
from wijken.meetings.enums import MeetingKind
from wijken.meetings.models import Meeting

TWO_YEARS = dt.timedelta(days=730)


class HourField(forms.TimeField):
    """A time of the day, with a clock where the browser has one."""

    default_error_messages = {
        "required": _("Vul een tijd in, zoals 20:00."),
        "invalid": _("Dit is geen tijd. Schrijf hem als 20:00."),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"), **kwargs)


def whole_number(label: Any, help_text: Any, least: int, most: int, *, required: bool) -> forms.IntegerField:
    """A number with bounds that are said in words."""
    words = {
        "required": _("Vul een getal in."),
        "invalid": _("Dit is geen heel getal."),
        "min_value": _("Kies minstens %(limit_value)d."),
        "max_value": _("Kies hooguit %(limit_value)d."),
    }
    bounds = [
        MinValueValidator(least, message=words["min_value"]),
        MaxValueValidator(most, message=words["max_value"]),
    ]
    return forms.IntegerField(
        label=label,
        help_text=help_text,
        required=required,
        validators=bounds,
        error_messages=words,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )


class MeetingForm(forms.Form):
    """When, where and what. A spreekuur has moments, other meetings may have a number of places."""

    kind = forms.ChoiceField(
        label=_("Wat voor bijeenkomst is het?"),
        choices=[(MeetingKind.PUBLIC, MeetingKind.PUBLIC.label), (MeetingKind.OTHER, MeetingKind.OTHER.label)],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat voor bijeenkomst het is."), "invalid_choice": _("Kies een van deze.")},
    )
    title = OneLineField(
        label=_("Hoe heet de bijeenkomst?"),
        max_length=100,
        error_messages={"required": _("Geef de bijeenkomst een naam."), **LENGTHS},
    )
    day = DayField(label=_("Op welke dag?"))
    start = HourField(label=_("Hoe laat begint het?"))
    end = HourField(label=_("Hoe laat is het afgelopen?"))
    place = OneLineField(
        label=_("Waar is het?"),
        help_text=_("Naam en adres, zoals: De Wiekslag, Wiekslag 1."),
        max_length=160,
        error_messages={"required": _("Vul in waar het is."), **LENGTHS},
    )
    is_step_free = forms.BooleanField(label=_("Je komt er binnen zonder drempels of trappen"), required=False)
    has_hearing_loop = forms.BooleanField(label=_("Er is een ringleiding voor wie slecht hoort"), required=False)
    directions = forms.CharField(
        label=_("Hoe kom je er?"),
        help_text=_("Zoals: bus 98, halte Wiekslag. Parkeren kan op het plein."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages=LENGTHS,
    )
    introduction = forms.CharField(
        label=_("Waar gaat het over?"),
        help_text=_("Een paar zinnen. De punten zet je straks op de agenda."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages=LENGTHS,
    )
    room_for = whole_number(
        _("Hoeveel mensen passen erin?"), _("Laat het leeg als iedereen erbij kan."), 1, 2000, required=False
    )
    slot_minutes = whole_number(
        _("Hoeveel minuten duurt één gesprek?"), _("Zo verdelen we het spreekuur."), 5, 120, required=True
    )
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    based_on = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, is_by_appointment: bool, is_new: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_by_appointment or not is_new:
            del self.fields["kind"]
        del self.fields["room_for" if is_by_appointment else "slot_minutes"]

    def clean_day(self) -> dt.date:
        """A day that is not over, and not a slip of the keyboard."""
        day: dt.date = self.cleaned_data["day"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("Deze dag is voorbij. Kies vandaag of later."))
        if day > timezone.localdate() + TWO_YEARS:
            raise forms.ValidationError(_("Deze dag is wel erg ver weg. Klopt het jaar?"))
        return day

    def clean(self) -> dict[str, Any]:
        """It begins later than now, and ends after it began."""
        cleaned = super().clean() or self.cleaned_data
        day, start, end = (cleaned.get(name) for name in ("day", "start", "end"))
        if start and end and end <= start:
            self.add_error("end", _("Dit is niet later dan het begin."))
        if day and start and moment(day, start) <= timezone.now():
            self.add_error("start", _("Dit moment is voorbij. Kies een later moment."))
        return cleaned

    def told(self) -> dict[str, Any]:
        """What the actions ask."""
        data = self.cleaned_data
        asides = ("kind", "day", "start", "end", "submission_key", "based_on")
        words = {name: data[name] for name in self.fields if name not in asides}
        return words | {"starts_at": moment(data["day"], data["start"]), "ends_at": moment(data["day"], data["end"])}

    def look_at(self, meeting: Meeting) -> None:
        """Show what was typed again, now beside the meeting as it is: saving once more writes over it, seen."""
        rest_on(self, meeting.version)

    def texts_of(self, meeting: Meeting) -> list[dict[str, str]]:
        """A meeting as it stands now, in words."""
        texts = self.initial_of(meeting)
        shown = [name for name, field in self.fields.items() if not field.widget.is_hidden]
        said = {True: _("ja"), False: _("nee")}
        return [
            {"label": str(self.fields[name].label), "text": str(said.get(texts[name], texts[name] or "-"))}
            for name in shown
        ]

    @staticmethod
    def initial_of(meeting: Meeting) -> dict[str, Any]:
        """What the form shows of a meeting that exists."""
        names = ("title", "place", "is_step_free", "has_hearing_loop", "directions", "introduction", "room_for")
        starts, ends = timezone.localtime(meeting.starts_at), timezone.localtime(meeting.ends_at)
        return {name: getattr(meeting, name) for name in (*names, "slot_minutes", "submission_key")} | {
            "day": starts.date(),
            "start": starts.time(),
            "end": ends.time(),
            "based_on": meeting.version,
        }


def moment(day: dt.date, hour: dt.time) -> dt.datetime:
    """A moment in Capelle."""
    return timezone.make_aware(dt.datetime.combine(day, hour))


class ReasonForm(forms.Form):
    """Why it does not go on."""

    reason = OneLineField(
        label=_("Waarom gaat de bijeenkomst niet door?"),
        help_text=_("Iedereen leest dit. Wie zich aanmeldde, krijgt bericht."),
        max_length=300,
        error_messages={"required": _("Schrijf op waarom de bijeenkomst niet doorgaat."), **LENGTHS},
    )
