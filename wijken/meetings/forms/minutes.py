"""What the WOP types after a meeting: papers, minutes with decisions, and who does what."""

import datetime as dt
import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeente.accounts.forms import refuse_address
from gemeente.lib.forms import LENGTHS, DayField, DocumentField, OneLineField, rest_on
from gemeente.users.models import User
from wijken.meetings.models import ActionPoint, Meeting, Point
from wijken.meetings.notices import members_of


class PaperForm(forms.Form):
    """A PDF and what it is."""

    document = DocumentField(
        label=_("Kies een PDF"), help_text=_("Hooguit 10 MB. Iedereen kan hem lezen."), max_length=200
    )
    title = OneLineField(
        label=_("Wat is het?"),
        help_text=_("Bijvoorbeeld: Tekening van het plein."),
        max_length=80,
        error_messages={"required": _("Vertel in een paar woorden wat het is."), **LENGTHS},
    )


class MinutesForm(forms.Form):
    """The minutes, and for each point of the agenda what was decided."""

    text = forms.CharField(
        label=_("Wat is er besproken?"),
        help_text=_("Noem geen namen van bewoners. Begin een regel met ## voor een tussenkop en met - voor een lijst."),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 16}),
        error_messages=LENGTHS,
    )
    based_on = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, points: list[Point], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.points = points
        for number, point in enumerate(points, start=1):
            self.fields[f"besluit_{point.pk}"] = forms.CharField(
                label=_("Besluit bij punt %(number)d: %(title)s") % {"number": number, "title": point.title},
                max_length=1000,
                required=False,
                initial=point.draft_decision,
                widget=forms.Textarea(attrs={"rows": 2}),
                error_messages=LENGTHS,
            )

    @property
    def decisions(self) -> dict[int, str]:
        """What was decided, by the id of its point."""
        return {point.pk: self.cleaned_data[f"besluit_{point.pk}"] for point in self.points}

    def look_at(self, number: int) -> None:
        """Show what was typed again, now on top of the newest version: saving once more writes over it, seen."""
        rest_on(self, number)


class ActionForm(forms.Form):
    """What somebody does: a member of the WOP, or words for who has no account."""

    what = OneLineField(
        label=_("Wat moet er gebeuren?"),
        help_text=_("Kort, zoals: de gemeente vragen naar de lantaarns."),
        max_length=200,
        error_messages={"required": _("Schrijf op wat er moet gebeuren."), **LENGTHS},
    )
    member = forms.ModelChoiceField(
        User.objects.none(),
        label=_("Wie van het WOP doet het?"),
        required=False,
        empty_label=_("Iemand anders, of nog niemand"),
        error_messages={"invalid_choice": _("Kies iemand uit de lijst.")},
    )
    who = OneLineField(
        label=_("Of wie anders?"),
        help_text=_("Zoals: Havensteder, of de gebiedsregisseur. Iedereen kan dit lezen."),
        max_length=60,
        required=False,
        validators=[refuse_address],
        error_messages=LENGTHS,
    )
    due_on = DayField(label=_("Voor welke dag?"), required=False)
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        members: Any = self.fields["member"]
        members.queryset = members_of(meeting.wijk)
        members.label_from_instance = lambda user: user.name or user.first_name

    def clean_due_on(self) -> dt.date | None:
        """A day in this century: a slip of the keyboard makes the year 202."""
        day: dt.date | None = self.cleaned_data["due_on"]
        if day and not 2000 <= day.year <= 2100:
            raise forms.ValidationError(_("Klopt het jaar?"))
        return day

    def told(self) -> dict[str, Any]:
        """What the actions ask."""
        data = self.cleaned_data
        return {"what": data["what"], "user": data["member"], "who": data["who"], "due_on": data["due_on"]}

    @staticmethod
    def initial_of(action: ActionPoint) -> dict[str, Any]:
        """What the form shows of an action that exists."""
        names = ("what", "who", "due_on", "submission_key")
        return {name: getattr(action, name) for name in names} | {"member": action.user_id}
