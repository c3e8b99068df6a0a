"""What people type at the brakes."""

import uuid
from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gemeente.accounts.forms import refuse_address
from gemeente.lib.forms import TOO_LONG, MailField
from gemeente.moderation.enums import PAUSE_DAYS, ReportReason
from gemeente.moderation.models import HidingGround
from gemeente.moderation.parts import WHOLE, Part

WHOLE_CHOICE = "alles"  # a radio button needs a value; the whole page has none


def words(label: Any, required: Any = "", *, help_text: Any = "", rows: int = 4, most: int = 1000) -> forms.CharField:
    """A field for a few sentences; one that may stay empty has no sentence for that."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=most,
        required=bool(required),
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": required or ""} | TOO_LONG,
    )


def key() -> forms.UUIDField:
    """What makes the same form, posted twice, one message."""
    return forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


# --- Everybody --------------------------------------------------------------------------------------------------------
class ReportForm(forms.Form):
    """What should not be there, and why."""

    part = forms.ChoiceField(
        label=_("Waar gaat het om?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies waar het om gaat."),
            "invalid_choice": _("Dit staat niet meer op de pagina. Kies iets anders."),
        },
    )
    reason = forms.ChoiceField(
        label=_("Wat is er mis mee?"),
        choices=ReportReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat er mis mee is."), "invalid_choice": _("Kies een van deze redenen.")},
    )
    text = words(_("Wil je er iets bij vertellen?"), help_text=_("Bijvoorbeeld welke zin je bedoelt."))
    email = MailField(
        help_text=_("Dan krijg je een bewijs, en hoor je wat we ermee doen."),
        required=False,
    )
    submission_key = key()

    def __init__(self, *args: Any, parts: list[Part], is_visitor: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["part"]
        assert isinstance(field, forms.ChoiceField)
        whole = (WHOLE_CHOICE, _("De tekst, of iets anders op deze pagina"))
        field.choices = [whole, *((part.code, part.label) for part in parts)]
        if not is_visitor:
            del self.fields["email"]

    def clean_part(self) -> str:
        """The code of a part."""
        part = self.cleaned_data["part"]
        return WHOLE if part == WHOLE_CHOICE else part

    def clean_reason(self) -> ReportReason:
        """One of our reasons."""
        return ReportReason(self.cleaned_data["reason"])


class WorryForm(forms.Form):
    """What worries a neighbour, and how she can be answered."""

    text = words(
        _("Waar maak je je zorgen over?"),
        _("Vertel waar je je zorgen over maakt."),
        help_text=_("Bijvoorbeeld: ik ben bang voor geluid in de avond."),
        rows=5,
        most=2000,
    )
    name = forms.CharField(
        label=_("Hoe heet je?"),
        max_length=120,
        required=False,
        validators=[refuse_address],
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages=TOO_LONG,
    )
    email = MailField(
        help_text=_("Dan krijg je een bewijs en een antwoord."),
        required=False,
    )
    phone = forms.CharField(
        label=_("Je telefoonnummer"),
        help_text=_("Alleen als je liever wordt gebeld. Alleen iemand van de gemeente ziet dit."),
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
        error_messages=TOO_LONG,
    )
    owner_sees_name = forms.BooleanField(
        label=_("De eigenaar mag mijn naam zien"),
        help_text=_("Anders staat er: een buur. Je e-mailadres en telefoonnummer ziet de eigenaar nooit."),
        required=False,
    )
    submission_key = key()

    def __init__(self, *args: Any, is_visitor: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_visitor:
            del self.fields["name"], self.fields["email"]


class AnswerForm(forms.Form):
    """An answer in words."""

    answer = words(_("Je antwoord"), _("Schrijf je antwoord op."), rows=6, most=2000)

    def __init__(self, *args: Any, label: Any = "", help_text: Any = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"].label = label or self.fields["answer"].label
        self.fields["answer"].help_text = help_text


# --- The desk: Dutch only ---------------------------------------------------------------------------------------------
class ReasonForm(forms.Form):
    """Why something is decided; who it is about reads it."""

    reason = words("Waarom?", "Schrijf op waarom.")

    def __init__(self, *args: Any, reader: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = f"{reader} leest dit. Schrijf het zoals je het zou vertellen."


class LeaveForm(ReasonForm):
    """Why it stays. `seen` is the newest report that was on the page: what came in since stays open."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)


class PassForm(forms.Form):
    """A word for the manager."""

    note = words("Wat moet de beheerder weten?", help_text="Alleen de beheerder en de moderatoren lezen dit.")


class HidingForm(forms.Form):
    """On which law something is hidden, and the facts."""

    ground: "forms.ModelChoiceField[HidingGround]" = forms.ModelChoiceField(
        HidingGround.objects.none(),
        label="Op welke grond?",
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={
            "required": "Kies de wet waarop dit rust. Zonder grond mag je niets verbergen.",
            "invalid_choice": "Deze grond geldt niet meer. Kies een andere.",
        },
    )
    facts = words(
        "Wat staat er, en waarom mag dat niet?",
        "Schrijf op wat er staat en waarom dat niet mag. De eigenaar leest dit.",
        help_text="De eigenaar leest dit. Noem de zin of de foto, en noem nooit wie het meldde.",
        rows=6,
        most=2000,
    )
    whole = forms.BooleanField(
        label="Verberg de hele pagina, niet alleen dit deel",
        help_text="Doe dit alleen als het deel weghalen niet genoeg is.",
        required=False,
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, part: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["ground"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = HidingGround.objects.filter(Q(ends_on=None) | Q(ends_on__gt=timezone.localdate()))
        if part == WHOLE:
            del self.fields["whole"]


class PauseForm(forms.Form):
    """How long somebody is asked to be silent in public, and why."""

    days = forms.TypedChoiceField(
        label="Hoe lang?",
        choices=[(days, f"{days} dagen") for days in PAUSE_DAYS],
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe lang.", "invalid_choice": "Kies een van deze tijden."},
    )
    reason = words("Waarom?", "Schrijf op waarom.", help_text="De persoon leest dit.")
