"""What people type about a case."""

import datetime as dt
import uuid
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gemeente.cases.enums import Means
from gemeente.cases.models import CaseFile
from gemeente.cases.quarters import quarters_from, words_of_quarter
from gemeente.lib.forms import TOO_LONG, DayField
from gemeente.users.models import User


class ContactMomentForm(forms.Form):
    """One contact, in three answers; the rest can stay empty."""

    means = forms.ChoiceField(
        label=_("Hoe had je contact?"),
        choices=Means.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies hoe je contact had."),
            "invalid_choice": _("Kies een van deze manieren."),
        },
    )
    was_reached = forms.TypedChoiceField(
        label=_("Heb je elkaar bereikt?"),
        help_text=_("Een voicemail of een mail zonder antwoord is een poging."),
        choices=[
            ("ja", _("Ja, we hebben elkaar gesproken of geschreven")),
            ("nee", _("Nee, het bleef bij een poging")),
        ],
        coerce=lambda answer: answer == "ja",
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies ja of nee."), "invalid_choice": _("Kies ja of nee.")},
    )
    note = forms.CharField(
        label=_("Wat spraken jullie af?"),
        help_text=_("De eigenaar leest mee."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=TOO_LONG,
    )
    happened_on = DayField(label=_("Wanneer was het?"), initial=timezone.localdate)
    next_on = DayField(label=_("Wanneer is het volgende contact?"), required=False)
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args: Any, opened_on: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.opened_on = opened_on

    def clean(self) -> dict[str, Any]:
        """Say beside the field which days make no sense."""
        cleaned = super().clean() or self.cleaned_data
        today, day, later = timezone.localdate(), cleaned.get("happened_on"), cleaned.get("next_on")
        if day and day > today:
            self.add_error("happened_on", _("Deze dag moet nog komen. Kies vandaag of eerder."))
        if day and day < self.opened_on:
            self.add_error("happened_on", _("Deze dag is van voor het begin van de zaak."))
        if later and later < today:
            self.add_error("next_on", _("Deze dag is voorbij. Kies vandaag of later."))
        return cleaned


class ResultForm(forms.Form):
    """How a case ended."""

    result = forms.CharField(
        label=_("Wat is het resultaat?"),
        help_text=_("Schrijf het op zoals je het de eigenaar zou vertellen. Die leest dit."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Schrijf op wat het resultaat is. De eigenaar leest dit.")} | TOO_LONG,
    )


class MessageForm(forms.Form):
    """A few lines to the other side of a case."""

    text = forms.CharField(
        label=_("Je bericht"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Schrijf je bericht op.")} | TOO_LONG,
    )
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class PlanForm(forms.Form):
    """What is done later, by whom and when."""

    what = forms.CharField(
        label=_("Wat gebeurt er?"),
        help_text=_("In gewone woorden. De eigenaar leest dit."),
        max_length=200,
        error_messages={"required": _("Schrijf op wat er gebeurt.")} | TOO_LONG,
    )
    by = forms.CharField(
        label=_("Wie doet dat?"),
        help_text=_("Een team of een organisatie, bijvoorbeeld: Stadsbeheer."),
        max_length=80,
        error_messages={"required": _("Schrijf op wie het doet.")} | TOO_LONG,
    )
    quarter = forms.TypedChoiceField(
        label=_("Wanneer is het klaar?"),
        coerce=dt.date.fromisoformat,
        error_messages={"required": _("Kies een kwartaal."), "invalid_choice": _("Kies een kwartaal uit de lijst.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        quarter = self.fields["quarter"]
        assert isinstance(quarter, forms.ChoiceField)
        quarters = quarters_from(timezone.localdate())
        quarter.choices = [("", _("Kies een kwartaal")), *((q.isoformat(), words_of_quarter(q)) for q in quarters)]

    @staticmethod
    def initial_of(case: CaseFile) -> dict[str, Any]:
        """The plan there is."""
        quarter = case.planned_quarter.isoformat() if case.planned_quarter else ""
        return {"what": case.planned_what, "by": case.planned_by, "quarter": quarter}


class WhyForm(forms.Form):
    """Why something changes; the owner reads it."""

    reason = forms.CharField(
        label=_("Waarom gaat het niet door?"),
        help_text=_("De eigenaar leest dit."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Schrijf op waarom het niet doorgaat. De eigenaar leest dit.")} | TOO_LONG,
    )


class UnreachedForm(forms.Form):
    """The words with which a case ends that reached nobody."""

    result = forms.CharField(
        label=_("Wat moet de eigenaar weten?"),
        help_text=_("Leest de eigenaar dit later? Schrijf op wat je deed, en hoe het contact weer open kan."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Schrijf op wat de eigenaar moet weten.")} | TOO_LONG,
    )


class ColleagueField(forms.ModelChoiceField):
    """Somebody of the team, by name."""

    def __init__(self, **kwargs: Any) -> None:
        words = {
            "required": _("Kies een collega."),
            "invalid_choice": _("Deze collega kan dit nu niet overnemen. Kies iemand anders."),
        }
        super().__init__(User.objects.none(), error_messages=words, **kwargs)

    def label_from_instance(self, user: Any) -> str:
        return user.name or user.email


class HandOverForm(forms.Form):
    """Who takes over, and a warm word for the owner."""

    to = ColleagueField(label=_("Wie neemt het over?"), empty_label=_("Kies een collega"))
    note = forms.CharField(
        label=_("Een paar woorden voor de eigenaar"),
        help_text=_("Bijvoorbeeld: ik ga iets anders doen. Joost kent je plan en belt je deze week."),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf een paar woorden voor de eigenaar.")} | TOO_LONG,
    )

    def __init__(self, *args: Any, colleagues: "QuerySet[User]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["to"], colleagues)


def offer(field: forms.Field, rows: "QuerySet[Any]") -> None:
    """Let a field choose from these rows."""
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = rows


class CasesField(forms.ModelMultipleChoiceField):
    """Some of one's cases, by title."""

    def __init__(self, **kwargs: Any) -> None:
        words = {
            "required": _("Kies een of meer zaken."),
            "invalid_choice": _("Een van deze zaken is niet meer van jou. Kijk opnieuw."),
            "invalid_pk_value": _("Een van deze zaken is niet meer van jou. Kijk opnieuw."),
        }
        super().__init__(CaseFile.objects.none(), widget=forms.CheckboxSelectMultiple, error_messages=words, **kwargs)

    def label_from_instance(self, case: Any) -> str:
        return f"{case.subject.title} ({case.number})"


class HandOverManyForm(HandOverForm):
    """The same for many cases at once."""

    cases = CasesField(label=_("Welke zaken?"))
    field_order = ["cases", "to", "note"]

    def __init__(self, *args: Any, cases: "QuerySet[CaseFile]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["cases"], cases)


class AbsenceForm(forms.Form):
    """Who is away, from when until when, and who stands in."""

    person = ColleagueField(label=_("Wie is er niet?"), empty_label=_("Kies een collega"))
    starts_on = DayField(label=_("Vanaf welke dag?"), initial=timezone.localdate)
    ends_on = DayField(
        label=_("Wanneer weer terug?"), help_text=_("Weet je het nog niet? Laat dit leeg."), required=False
    )
    stand_in = ColleagueField(
        label=_("Wie neemt waar?"),
        help_text=_("De zaken blijven dan van wie er niet is. Kies je niemand? Dan krijgt de teamleider ze meteen."),
        empty_label=_("Niemand: naar de teamleider"),
        required=False,
    )

    def __init__(self, *args: Any, people: "QuerySet[User]", colleagues: "QuerySet[User]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["person"], people)
        offer(self.fields["stand_in"], colleagues)

    def clean(self) -> dict[str, Any]:
        """Say beside the field which days make no sense."""
        cleaned = super().clean() or self.cleaned_data
        first, last = cleaned.get("starts_on"), cleaned.get("ends_on")
        if first and first < timezone.localdate():
            self.add_error("starts_on", _("Deze dag is voorbij. Kies vandaag of later."))
        if first and last and last <= first:
            self.add_error("ends_on", _("Deze dag moet na de eerste dag liggen."))
        if cleaned.get("person") and cleaned.get("person") == cleaned.get("stand_in"):
            self.add_error("stand_in", _("Kies iemand anders dan wie er niet is."))
        return cleaned


class ReasonForm(forms.Form):
    """A few words from the owner, which she may leave out."""

    reason = forms.CharField(
        label=_("Wil je er iets bij vertellen?"),
        help_text=_("Alleen je contactpersoon leest dit."),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=TOO_LONG,
    )


class ReopenForm(ReasonForm):
    """Open it again, if she wants with somebody else; she need not say why."""

    wants_other = forms.BooleanField(label=_("Ik wil graag iemand anders als contactpersoon"), required=False)
    field_order = ["wants_other", "reason"]
