"""What people type about advice."""

import uuid
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeente.activity.models import Subject
from gemeente.cases.forms import ColleagueField, offer
from gemeente.lib.forms import LENGTHS, DayField, OneLineField
from wijken.advice.enums import Choice, Opinion, ReplyOutcome, Stance

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from gemeente.users.models import User

KINDS = {"initiative": _("Initiatieven"), "opgave": _("Opgaven"), "voornemen": _("Plannen van de gemeente")}


def long_text(
    label: Any, most: int, *, rows: int = 8, required: str | Any = "", help_text: Any = ""
) -> forms.CharField:
    """A text of some sentences; `required` is the sentence for who leaves it empty."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=most,
        required=bool(required),
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": required, **LENGTHS},
    )


class AboutForm(forms.Form):
    """What an advice is about: something that stands on the portal, or a matter in one's own words."""

    about = forms.ChoiceField(
        label=_("Gaat het over iets dat hier al staat?"),
        required=False,
        error_messages={"invalid_choice": _("Kies iets uit de lijst.")},
    )
    title = OneLineField(
        label=_("Of schrijf in een paar woorden waar het over gaat"),
        help_text=_("Bijvoorbeeld: de inrichting van het winkelplein."),
        max_length=120,
        required=False,
        error_messages=LENGTHS,
    )
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args: Any, subjects: Iterable[Subject], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.subjects = {str(one.pk): one for one in subjects}
        groups = [
            (label, [(key, one.title) for key, one in self.subjects.items() if one.kind == kind])
            for kind, label in KINDS.items()
        ]
        chosen = [("", _("Nee, iets anders")), *((label, rows) for label, rows in groups if rows)]
        self.fields["about"].choices = chosen  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """One of both: the thing itself, or words."""
        cleaned = super().clean() or self.cleaned_data
        subject = self.subjects.get(cleaned.get("about") or "")
        if subject is None and not cleaned.get("title") and not self.errors:
            self.add_error("title", _("Schrijf op waar het over gaat, of kies iets uit de lijst."))
        if subject is not None and cleaned.get("title"):
            self.add_error("title", _("Kies iets uit de lijst, of schrijf het zelf op. Niet allebei."))
        cleaned["about"] = subject
        return cleaned


class AskForm(AboutForm):
    """The same, with what one wants to know and by when."""

    question = long_text(
        _("Wat wil je van het WOP weten?"), 1000, rows=5, required=_("Schrijf op wat je van het WOP wilt weten.")
    )
    answer_by = DayField(
        label=_("Wanneer heb je het advies nodig?"),
        help_text=_("Geef ze de tijd: het zijn buren, die dit naast hun werk doen. Zes weken is gewoon."),
    )
    field_order = ["about", "title", "question", "answer_by", "submission_key"]


class WriteForm(forms.Form):
    """The advice, in one sentence and in full."""

    stance = forms.ChoiceField(
        label=_("Kort gezegd"),
        choices=Stance.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies waar jullie advies op neerkomt."),
            "invalid_choice": _("Kies een van deze."),
        },
    )
    text = long_text(
        _("Jullie advies"),
        6000,
        rows=14,
        required=_("Schrijf op wat jullie adviseren."),
        help_text=_("Wat vinden jullie, waarom, en wat vragen jullie de gemeente? Gewone woorden zijn het best."),
    )
    based_on = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class OpenVoteForm(forms.Form):
    """Until when people vote."""

    closes_on = DayField(label=_("Tot en met welke dag kunnen jullie stemmen?"))
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)


class MoreTimeForm(forms.Form):
    """Another last day."""

    closes_on = DayField(label=_("Een andere laatste dag"))


class VoteForm(forms.Form):
    """One's vote."""

    choice = forms.ChoiceField(
        label=_("Wat stem je?"),
        choices=Choice.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat je stemt."), "invalid_choice": _("Kies een van deze.")},
    )
    reason = OneLineField(
        label=_("Stem je niet mee? Welk belang heb je?"),
        help_text=_("Bijvoorbeeld: het is mijn eigen plan. Alleen mensen van het WOP lezen dit."),
        max_length=300,
        required=False,
        error_messages=LENGTHS,
    )
    view = long_text(
        _("Stem je tegen? Schrijf op wat jij anders ziet"),
        1500,
        rows=5,
        help_text=_("Dit komt bij het advies te staan, als het wordt gegeven. Iedereen leest het."),
    )
    shows_name = forms.BooleanField(label=_("Zet mijn naam daarbij"), required=False)

    def clean(self) -> dict[str, Any]:
        """Who keeps out says why; only who is against writes what she sees otherwise."""
        cleaned = super().clean() or self.cleaned_data
        choice = cleaned.get("choice")
        if choice == Choice.RECUSED and not cleaned.get("reason") and not self.has_error("reason"):
            self.add_error("reason", _("Schrijf op welk belang je hebt. Alleen het WOP leest dit."))
        if choice and choice != Choice.AGAINST and cleaned.get("view"):
            self.add_error("view", _("Dit hoort bij een stem tegen. Kies Tegen, of maak dit leeg."))
        return cleaned


class WithdrawForm(forms.Form):
    """Why one stops."""

    reason = OneLineField(
        label=_("Waarom stopt dit?"),
        help_text=_("Iedereen kan dit lezen."),
        max_length=500,
        error_messages={"required": _("Schrijf op waarom het stopt."), **LENGTHS},
    )


class OpinionForm(forms.Form):
    """What a neighbour thinks of it."""

    opinion = forms.ChoiceField(
        label=_("Wat vind je van dit advies?"),
        choices=Opinion.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat je vindt."), "invalid_choice": _("Kies een van deze drie.")},
    )
    words = long_text(
        _("Wil je er iets bij zeggen?"), 500, rows=4, help_text=_("Alleen de mensen van het WOP lezen dit.")
    )


# --- The desk; in Dutch only ------------------------------------------------------------------------------------------
class ReplyForm(forms.Form):
    """What the gemeente does with an advice, and why."""

    outcome = forms.ChoiceField(
        label="Wat doen we met dit advies?",
        choices=ReplyOutcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat we met het advies doen.", "invalid_choice": "Kies een van deze drie."},
    )
    text = long_text(
        "Waarom, en wat gebeurt er nu?",
        4000,
        rows=8,
        help_text="Nemen we het niet of maar deels over? Dan moet hier staan waarom. Iedereen leest dit.",
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def clean(self) -> dict[str, Any]:
        """Reasons, unless the whole advice is followed."""
        cleaned = super().clean() or self.cleaned_data
        needs_reasons = cleaned.get("outcome") != ReplyOutcome.FOLLOWED or cleaned.get("seen")
        if cleaned.get("outcome") and needs_reasons and not cleaned.get("text") and not self.has_error("text"):
            self.add_error("text", "Schrijf op waarom. Zonder reden kunnen we dit antwoord niet geven.")
        return cleaned


class HandOverForm(forms.Form):
    """Who gives the answer instead."""

    to = ColleagueField(label="Wie geeft het antwoord?", empty_label="Kies een collega")

    def __init__(self, *args: Any, colleagues: "QuerySet[User]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["to"], colleagues)
