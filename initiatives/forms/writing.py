"""An initiative as its owner types it, in parts."""

import re
import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeente.lib.forms import LENGTHS, OneLineField
from gemeente.places.forms import WijkField
from gemeente.places.geography import locate
from gemeente.places.models import Theme, Wijk
from gemeente.places.pins import PinField
from initiatives.enums import PlaceKind, Scale
from initiatives.models import Initiative

ORDINAL = re.compile(r"^\d+(e|de|ste)\s")  # as in "1e Dwarsstraat"; every other number of a home is its house number
NUMBER = re.compile(r"\d")


class IdeaForm(forms.Form):
    """The idea. The key makes the same form, posted twice, one initiative; the wijk is where the visitor came from."""

    title = OneLineField(
        label=_("Hoe heet je initiatief?"),
        help_text=_("Kort en herkenbaar, zoals je het aan een buur vertelt."),
        max_length=80,
        min_length=5,
        error_messages={"required": _("Geef je initiatief een naam."), **LENGTHS},
    )
    summary = forms.CharField(
        label=_("Wat wil je doen?"),
        help_text=_("Twee zinnen is genoeg: wat ga je doen en voor wie?"),
        max_length=400,
        min_length=20,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Vertel in twee zinnen wat je wilt doen."), **LENGTHS},
    )
    theme = forms.ModelChoiceField(
        Theme.objects.filter(ends_on=None),
        label=_("Waar gaat het over?"),
        required=False,
        empty_label=_("Weet ik nog niet"),
        error_messages={"invalid_choice": _("Dit thema is er niet meer. Kies een ander.")},
    )
    wijk = forms.CharField(widget=forms.HiddenInput, required=False)
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def clean_wijk(self) -> Wijk | None:
        """The wijk of the page one came from; anything else is nothing, for the place is asked later."""
        return Wijk.objects.defer("boundary").filter(slug=self.cleaned_data["wijk"]).first()

    @staticmethod
    def initial_of(initiative: Initiative) -> dict[str, Any]:
        """What the form shows of an initiative that exists."""
        fields = ("title", "summary", "theme", "submission_key")
        return {name: getattr(initiative, name) for name in fields}


class ShareForm(forms.Form):
    """What the owners do themselves, and what they still need."""

    own_share = forms.CharField(
        label=_("Wat doen jullie zelf?"),
        help_text=_(
            "Bijvoorbeeld: wij planten en geven elke week water. Zo weet iedereen dat jullie er echt voor gaan. "
            "Weet je het nog niet precies? Begin met: ik vraag drie buren mee."
        ),
        max_length=1000,
        min_length=10,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": _("Vertel nog wat jullie zelf doen. Weet je het nog niet precies? Schrijf op wat je wel weet."),
            **LENGTHS,
        },
    )
    needs = forms.CharField(
        label=_("Wat hebben jullie nog nodig?"),
        help_text=_("Bijvoorbeeld: vijf paar handen op zaterdag, een aanhanger, iemand die kan lassen."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=LENGTHS,
    )

    @staticmethod
    def initial_of(initiative: Initiative) -> dict[str, Any]:
        """What the form shows of an initiative that exists."""
        return {"own_share": initiative.own_share, "needs": initiative.needs}


class WhereForm(forms.Form):
    """The wijk, and if it helps a place: in words, with a pin, or both."""

    wijk = WijkField(label=_("In welke wijk?"), help_text=_("Of zet een speld op de kaart: dan zoeken wij de wijk."))
    place_text = forms.CharField(
        label=_("Waar precies?"),
        help_text=_("Bijvoorbeeld: het grasveld achter de Hoven. Is het bij iemand thuis? Dan alleen de straat."),
        max_length=120,
        required=False,
        error_messages=LENGTHS,
    )
    pin = PinField(label=_("Zet een speld op de kaart"))
    place_kind = forms.ChoiceField(
        label=_("Wat voor plek is het?"),
        help_text=_("Nodig als je een plek invult of een speld zet."),
        choices=[
            (PlaceKind.PUBLIC, _("Een plek waar iedereen mag komen: anderen zien precies waar")),
            (PlaceKind.HOME, _("Bij iemand thuis: anderen zien alleen de straat")),
        ],
        widget=forms.RadioSelect,
        required=False,
        error_messages={"invalid_choice": _("Kies een van deze twee.")},
    )
    scale = forms.ChoiceField(
        label=_("Hoe groot is het?"),
        help_text=_("Zo vinden buren wat dichtbij is. Weet je het niet? Laat het leeg."),
        choices=[("", _("Weet ik nog niet")), *Scale.choices],
        required=False,
        error_messages={"invalid_choice": _("Kies een van deze.")},
    )

    def clean(self) -> dict[str, Any]:
        """Find the wijk of the pin, and never let a house number of a home through. Asks for what is missing."""
        cleaned = super().clean() or self.cleaned_data
        pin, text, kind = cleaned.get("pin"), cleaned.get("place_text", ""), cleaned.get("place_kind", "")
        if pin and self.has_error("wijk", "required") and (found := locate(pin).wijk):
            del self.errors["wijk"]
            cleaned["wijk"] = found
        if not (pin or text):
            return cleaned | {"place_kind": PlaceKind.WIJK}
        if not kind and "place_kind" in cleaned:
            self.add_error("place_kind", _("Kies of iedereen er mag komen, of dat het bij iemand thuis is."))
        if kind == PlaceKind.HOME and NUMBER.search(ORDINAL.sub("", text)):
            self.add_error("place_text", _("Laat het huisnummer weg: iedereen kan dit lezen."))
        if kind == PlaceKind.HOME and not text:
            self.add_error("place_text", _("Vul de straat in, zonder huisnummer. Dat is wat anderen zien."))
        return cleaned

    def pointed_at(self) -> dict[str, Any]:
        """What to show again after somebody pointed at the map: all that was typed, the pin, and its wijk."""
        shown = {name: self.data.get(name, "") for name in ("wijk", "place_text", "place_kind", "scale")}
        wijk = self.cleaned_data.get("wijk")
        return shown | {"pin": self.cleaned_data.get("pin"), "wijk": shown["wijk"] or (wijk.slug if wijk else "")}

    @staticmethod
    def initial_of(initiative: Initiative) -> dict[str, Any]:
        """What the form shows of an initiative that exists."""
        is_chosen = bool(initiative.place_kind or initiative.wijk)
        return {
            "wijk": WijkField.value_of(initiative.wijk) if is_chosen else "",
            "place_text": initiative.place_text,
            "pin": initiative.point,
            "place_kind": initiative.place_kind,
            "scale": initiative.scale,
        }
