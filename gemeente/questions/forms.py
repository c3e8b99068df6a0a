"""What somebody types who comes with a question, or would rather be called."""

import re
import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeente.accounts.enums import ContactWay
from gemeente.accounts.forms import PhoneField, day_part_field, refuse_address
from gemeente.accounts.models import Profile
from gemeente.lib.forms import LENGTHS, MailField, OneLineField
from gemeente.places.geography import locate
from gemeente.places.models import Wijk
from gemeente.places.pins import PinField
from gemeente.questions.enums import QuestionKind
from gemeente.questions.models import Question

REACH = ("contact_way", "phone", "visit_address")
# Eight digits or more, however people space them: nobody's house number or year.
PHONE_IN_TEXT = re.compile(r"\d(?:[ ().-]?\d){7,}")


def is_reachable(profile: Profile) -> bool:
    """Whether somebody with an account said before how she wants to hear, with what that needs."""
    needs = {ContactWay.PHONE: profile.phone, ContactWay.VISIT: profile.visit_address, ContactWay.WRITING: "her mail"}
    return bool(profile.contact_way and needs[ContactWay(profile.contact_way)])


def name_field() -> forms.CharField:
    """Who it is, for the contact person only."""
    return OneLineField(
        label=_("Hoe heet je?"),
        max_length=80,
        validators=[refuse_address],
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Vul je naam in."), **LENGTHS},
    )


def wijk_field() -> "forms.ModelChoiceField[Wijk]":
    """A wijk, or none."""
    return forms.ModelChoiceField(
        Wijk.objects.defer("boundary"),
        label=_("In welke wijk?"),
        required=False,
        to_field_name="slug",
        empty_label=_("Weet ik niet"),
        error_messages={"invalid_choice": _("Deze wijk kennen we niet. Kies een wijk uit de lijst.")},
    )


class QuestionForm(forms.Form):
    """What is the matter, where, and how to reach the asker; what her profile knows is not asked again."""

    kind = forms.ChoiceField(
        label=_("Waar gaat het over?"),
        choices=[
            (QuestionKind.QUESTION, _("Ik heb een vraag")),
            (QuestionKind.PLACE, _("Er klopt iets niet op een plek buiten")),
            (QuestionKind.STUCK, _("Ik loop vast, bijvoorbeeld met een regel of een formulier")),
        ],
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies waar het over gaat."),
            "invalid_choice": _("Kies een van deze drie."),
        },
    )
    text = forms.CharField(
        label=_("Wat is er aan de hand?"),
        help_text=_("Een paar zinnen is genoeg. De rest vertel je als we bellen of langskomen."),
        max_length=2000,
        min_length=10,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Vertel in een paar zinnen wat er is."), **LENGTHS},
    )
    wijk = wijk_field()
    place_text = forms.CharField(
        label=_("Op welke plek?"),
        help_text=_("Bijvoorbeeld: de lantaarn op de hoek van de Reigerlaan."),
        max_length=120,
        required=False,
        error_messages=LENGTHS,
    )
    pin = PinField(label=_("Zet een speld op de kaart"))
    name = name_field()
    contact_way = forms.ChoiceField(
        label=_("Hoe wil je van ons horen?"),
        help_text=_("Praten werkt het snelst: dan snappen we meteen wat er is."),
        choices=ContactWay.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies hoe we contact mogen opnemen."),
            "invalid_choice": _("Kies een van deze manieren."),
        },
    )
    phone = PhoneField(label=_("Je telefoonnummer"), help_text=_("Nodig als we je mogen bellen."))
    visit_address = forms.CharField(
        label=_("Je adres"),
        help_text=_("Nodig als we mogen langskomen. Een plek in de buurt mag ook."),
        max_length=160,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "address-line1"}),
        error_messages=LENGTHS,
    )
    email = MailField(
        help_text=_("Vul je het in? Dan mailen we je een nummer, en een link waar je ziet hoe het gaat."),
        required=False,
    )
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not user.is_authenticated:
            return
        known = is_reachable(user.profile)
        for name in ("name", "email", *(REACH if known else ())):
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Find the wijk of the pin, and ask for what the chosen way of contact needs."""
        cleaned = super().clean() or self.cleaned_data
        pin = cleaned.get("pin")
        if pin and not cleaned.get("wijk") and not self.has_error("wijk"):
            cleaned["wijk"] = locate(pin).wijk
        if "contact_way" in self.fields:
            self.ask_for_reach(cleaned)
        return cleaned

    def ask_for_reach(self, cleaned: dict[str, Any]) -> None:
        """A call needs a number, a visit an address, and writing either of two addresses."""
        way = cleaned.get("contact_way")
        if way == ContactWay.PHONE and "phone" in cleaned and not cleaned["phone"]:
            self.add_error("phone", _("Vul je telefoonnummer in, dan kunnen we je bellen."))
        if way == ContactWay.VISIT and "visit_address" in cleaned and not cleaned["visit_address"]:
            self.add_error("visit_address", _("Vul in waar we kunnen langskomen."))
        is_faulty = self.has_error("email") or self.has_error("visit_address")
        can_be_written_to = "email" not in self.fields or cleaned.get("email") or cleaned.get("visit_address")
        if way == ContactWay.WRITING and not can_be_written_to and not is_faulty:
            self.add_error("email", _("Vul je e-mailadres in, of het adres waar we een brief kunnen sturen."))

    def pointed_at(self) -> dict[str, Any]:
        """What to show again after somebody pointed at the map: all that was typed, the pin, and its wijk."""
        shown = {name: self.data.get(name, "") for name in self.fields if name != "pin"}
        wijk = self.cleaned_data.get("wijk")
        return shown | {"pin": self.cleaned_data.get("pin"), "wijk": shown["wijk"] or (wijk.slug if wijk else "")}


class CallMeForm(forms.Form):
    """A name and a number: the rest is for the call."""

    name = name_field()
    phone = PhoneField(label=_("Op welk nummer bellen we je?"))
    day_part = day_part_field()
    text = OneLineField(
        label=_("Waar gaat het over, in één zin?"), max_length=200, required=False, error_messages=LENGTHS
    )
    wijk = wijk_field()
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["phone"].required = True
        self.fields["phone"].error_messages["required"] = _("Vul je telefoonnummer in, dan kunnen we je bellen.")
        if user.is_authenticated:
            del self.fields["name"]


class PublishForm(forms.Form):
    """The question in words for everybody: without what would tell how to reach the asker."""

    public_title = OneLineField(
        label=_("Een titel"),
        help_text=_("Kort en herkenbaar, zoals je het aan een buur vertelt."),
        max_length=80,
        min_length=5,
        error_messages={"required": _("Geef je vraag een titel."), **LENGTHS},
    )
    public_text = forms.CharField(
        label=_("Wat mag iedereen lezen?"),
        help_text=_("Laat weg wat anderen niet van jou of je buren hoeven te weten."),
        max_length=1000,
        min_length=10,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Vertel het in een paar zinnen."), **LENGTHS},
    )

    def __init__(self, *args: Any, question: Question, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        profile = question.asker.profile
        self.private = [words for words in (profile.visit_address, question.asker.email) if words]

    def clean_public_title(self) -> str:
        """Nothing in it that tells how to reach her."""
        return self.without_reach(self.cleaned_data["public_title"])

    def clean_public_text(self) -> str:
        """Nothing in it that tells how to reach her."""
        return self.without_reach(self.cleaned_data["public_text"])

    def without_reach(self, text: str) -> str:
        """The text, unless a mail address, a telephone number or her own address stands in it."""
        if "@" in text:
            raise forms.ValidationError(_("Haal het e-mailadres weg: iedereen kan dit lezen."))
        if PHONE_IN_TEXT.search(text):
            raise forms.ValidationError(_("Haal het telefoonnummer weg: iedereen kan dit lezen."))
        if any(words.casefold() in text.casefold() for words in self.private):
            raise forms.ValidationError(_("Haal je adres weg: iedereen kan dit lezen."))
        return text

    @staticmethod
    def initial_of(question: Question) -> dict[str, str]:
        """What she wrote for everybody before, else her own first words."""
        return {"public_title": question.public_title, "public_text": question.public_text or question.text}
