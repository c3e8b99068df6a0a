"""What somebody types outdoors, for somebody else. These pages are Dutch only."""

import uuid
from typing import Any

from django import forms
from django.utils import timezone

from gemeente.accounts.forms import PhoneField, refuse_address
from gemeente.lib.forms import LENGTHS, DayField, MailField, OneLineField, PhotoField
from gemeente.places.forms import WijkField
from gemeente.users.models import User
from initiatives.outdoor_policies import can_note_outdoors


class PastDayField(DayField):
    """A day in the past, today by itself."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(initial=timezone.localdate, **kwargs)

    def clean(self, value: Any) -> Any:
        """The day. Raises ValidationError for one that has yet to come."""
        day = super().clean(value)
        if day and day > timezone.localdate():
            raise forms.ValidationError("Deze dag moet nog komen.")
        return day


class NoteForm(forms.Form):
    """Somebody's plan in less than a minute: who, how to reach her, two sentences, and where."""

    name = forms.CharField(
        label="Hoe heet zij of hij?",
        max_length=80,
        validators=[refuse_address],
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Vul de naam in.", **LENGTHS},
    )
    phone = PhoneField(label="Telefoon", help_text="Eén manier om te bereiken is genoeg.")
    email = MailField(
        label="E-mail",
        help_text="Dan gaat er meteen een mail heen met de vraag: klopt dit?",
        required=False,
        autocomplete="off",
    )
    visit_address = forms.CharField(
        label="Adres",
        max_length=160,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages=LENGTHS,
    )
    summary = forms.CharField(
        label="Wat is het plan?",
        help_text="Twee zinnen, zoals zij of hij het zegt.",
        max_length=400,
        min_length=20,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Schrijf in twee zinnen op wat het plan is.", **LENGTHS},
    )
    wijk = WijkField(label="In welke wijk?")
    place_text = forms.CharField(
        label="Waar precies?",
        help_text="In woorden, zonder huisnummer.",
        max_length=120,
        required=False,
        error_messages=LENGTHS,
    )
    title = OneLineField(
        label="Een titel",
        help_text="Laat je dit leeg? Dan nemen we de eerste woorden van het plan.",
        max_length=80,
        min_length=5,
        required=False,
        error_messages=LENGTHS,
    )
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["phone"].widget.attrs["autocomplete"] = "off"  # hers, not that of who holds the phone

    def clean(self) -> dict[str, Any]:
        """Ask for one way to reach her."""
        cleaned = super().clean() or self.cleaned_data
        ways = ("phone", "email", "visit_address")
        if not any(cleaned.get(name) for name in ways) and not any(self.has_error(name) for name in ways):
            self.add_error("phone", "Vul in hoe we deze persoon bereiken: telefoon, e-mail of adres.")
        return cleaned


class MailForm(forms.Form):
    """Where the owner reads her mail."""

    email = MailField(
        label="Het e-mailadres van de eigenaar",
        autocomplete="off",
        error_messages={"required": "Vul het e-mailadres in."},
    )


class CardForm(forms.Form):
    """A photo or scan of the card that the owner signed."""

    photo = PhotoField(
        label="Foto of scan van de kaart", help_text="De hele kaart, met de handtekening. Alleen jij ziet hem."
    )
    given_on = PastDayField(label="Wanneer tekende zij of hij?")


class CallForm(forms.Form):
    """The text was read aloud on the phone, and the owner said yes."""

    was_read = forms.BooleanField(
        label="De hele tekst is voorgelezen, en zij of hij zei ja",
        error_messages={"required": "Lees de hele tekst voor. Zet daarna een vinkje."},
    )
    given_on = PastDayField(label="Wanneer was dat?")
    reader = MailField(
        label="Belde een collega? Vul haar of zijn werkadres in",
        required=False,
        autocomplete="off",
    )

    def clean_reader(self) -> User | None:
        """The colleague. Raises ValidationError for who does not work outdoors."""
        email = self.cleaned_data["reader"]
        if not email:
            return None
        found = User.objects.filter(email__iexact=email, is_active=True).first()
        if found is None or not can_note_outdoors(found):
            raise forms.ValidationError("We kennen geen collega met dit adres die in de wijk werkt.")
        return found


class LetterForm(forms.Form):
    """The letter that confirms a call is on its way."""

    sent_on = PastDayField(label="Wanneer ging de brief op de post?")


class SureForm(forms.Form):
    """A last yes, with the words of the page."""

    sure = forms.BooleanField(error_messages={"required": "Zet een vinkje als het zo is."})

    def __init__(self, *args: Any, label: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sure"].label = label
