"""What residents type."""

import re
import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeente.accounts.forms import refuse_address
from gemeente.lib.forms import PhotoField
from gemeente.places.forms import WijkField
from gemeente.places.geography import locate
from gemeente.places.models import Theme, Wijk
from gemeente.places.pins import PinField
from initiatives.enums import ParticipationKind, PlaceKind, Stage
from initiatives.models import Initiative
from initiatives.workflow import Transition

LENGTHS = {
    "min_length": _("Dit is wel erg kort. Gebruik minstens %(limit_value)d tekens."),
    "max_length": _("Dit is te lang. Gebruik niet meer dan %(limit_value)d tekens; het zijn er nu %(show_value)d."),
}
ORDINAL = re.compile(r"^\d+(e|de|ste)\s")  # as in "1e Dwarsstraat"; every other number of a home is its house number
NUMBER = re.compile(r"\d")


# --- An initiative, in parts ------------------------------------------------------------------------------------------
class IdeaForm(forms.Form):
    """The idea. The key makes the same form, posted twice, one initiative; the wijk is where the visitor came from."""

    title = forms.CharField(
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

    def clean_title(self) -> str:
        """One line: it is also the subject of mails, which would not leave with a broken one."""
        return " ".join(self.cleaned_data["title"].split())

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
        shown = {name: self.data.get(name, "") for name in ("wijk", "place_text", "place_kind")}
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
        }


# --- Photos -----------------------------------------------------------------------------------------------------------
class PhotoForm(forms.Form):
    """A photo, what is on it for who cannot see it, and whether the people on it know."""

    photo = PhotoField(label=_("Kies een foto"), help_text=_("Een foto van de plek of van jullie samen."))
    photo_description = forms.CharField(
        label=_("Wat is er op de foto te zien?"),
        help_text=_("Voor wie de foto niet kan zien."),
        max_length=160,
        required=False,
        error_messages=LENGTHS,
    )
    photo_people = forms.ChoiceField(
        label=_("Staan er mensen op?"),
        choices=[
            ("nobody", _("Nee, niemand is te herkennen")),
            ("agreed", _("Ja, en zij vinden het goed dat iedereen dit ziet")),
        ],
        widget=forms.RadioSelect,
        required=False,
        error_messages={"invalid_choice": _("Kies een van deze twee.")},
    )

    def clean(self) -> dict[str, Any]:
        """A photo without a word about the people on it is not shown."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("photo") and not cleaned.get("photo_people") and "photo_people" in cleaned:
            self.add_error(
                "photo_people",
                _("Vertel of er mensen op staan, en of zij het goed vinden. Kies je foto daarna nog een keer."),
            )
        return cleaned


class OptionalPhotoForm(PhotoForm):
    """The same, beside other questions."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["photo"].required = False
        self.order_fields([name for name in self.fields if not name.startswith("photo")])


# --- The owner's other pages ------------------------------------------------------------------------------------------
class PublicNameForm(forms.Form):
    """The name under which neighbours see the owner."""

    alias = forms.CharField(
        label=_("Met welke naam sta je erbij?"),
        help_text=_("Je voornaam, of een naam die je zelf kiest. Meer zien anderen niet van je."),
        max_length=40,
        required=False,
        validators=[refuse_address],
        error_messages=LENGTHS,
    )


class StepForm(OptionalPhotoForm):
    """The next step, and what came of it where the step is an end."""

    step = forms.ChoiceField(
        label=_("Wat is er gebeurd?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies wat er gebeurd is."),
            "invalid_choice": _("Deze stap kan nu niet meer. Kies een stap uit de lijst."),
        },
    )
    outcome = forms.CharField(
        label=_("Wat heeft het opgeleverd, of waarom stoppen jullie?"),
        help_text=_("Alleen nodig als het gelukt is of als jullie stoppen. Vertel het zoals je het een buur vertelt."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages=LENGTHS,
    )
    people_reached = forms.IntegerField(
        label=_("Hoeveel mensen hadden er iets aan?"),
        help_text=_("Alleen nodig als het gelukt is. Schatten mag."),
        min_value=1,
        max_value=1_000_000,
        required=False,
        error_messages={
            "invalid": _("Vul een heel getal in, bijvoorbeeld 40."),
            "min_value": _("Vul een getal in van 1 of meer."),
            "max_value": _("Zoveel mensen wonen hier niet. Vul een kleiner getal in."),
        },
    )

    def __init__(self, *args: Any, transitions: list[Transition], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.transitions = {f"{t.source}-{t.name}": t for t in transitions}
        step = self.fields["step"]
        assert isinstance(step, forms.ChoiceField)
        step.choices = [(key, t.label) for key, t in self.transitions.items()]
        if not any(t.target == Stage.REALISED for t in transitions):
            for name in ("people_reached", "photo", "photo_description", "photo_people"):
                del self.fields[name]
        if not any(t.needs_outcome for t in transitions):
            del self.fields["outcome"]

    def clean(self) -> dict[str, Any]:
        """Ask for the outcome where an end needs one, and for the people it reached where it is a result."""
        cleaned = super().clean() or self.cleaned_data
        transition = self.transitions.get(cleaned.get("step", ""))
        if transition and transition.needs_outcome and not cleaned.get("outcome") and not self.has_error("outcome"):
            self.add_error(
                "outcome", _("Vertel in een paar zinnen wat het heeft opgeleverd, of waarom jullie stoppen.")
            )
        is_realised = transition and transition.target == Stage.REALISED
        if is_realised and not cleaned.get("people_reached") and not self.has_error("people_reached"):
            self.add_error("people_reached", _("Vertel hoeveel mensen er iets aan hadden. Schatten mag."))
        return cleaned | {"transition": transition}


class NewsForm(OptionalPhotoForm):
    """News of the owners."""

    title = forms.CharField(
        label=_("Wat is het nieuws, in een paar woorden?"),
        max_length=80,
        error_messages={"required": _("Geef je nieuws een titel."), **LENGTHS},
    )
    text = forms.CharField(
        label=_("Vertel het"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Vertel wat er gebeurd is."), **LENGTHS},
    )
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


# --- Neighbours -------------------------------------------------------------------------------------------------------
class ParticipationForm(forms.Form):
    """Support, or join in. A visitor gives her address; who joins in says what she brings."""

    name = forms.CharField(
        label=_("Hoe heet je?"),
        help_text=_("Je voornaam is genoeg. Alleen de eigenaar leest dit."),
        max_length=40,
        validators=[refuse_address],
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
        error_messages={"required": _("Vul je naam in."), **LENGTHS},
    )
    message = forms.CharField(
        label=_("Wat kun of wil je doen?"),
        help_text=_("Bijvoorbeeld: ik kan zaterdag komen graven. Alleen de eigenaar leest dit."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Vertel in een zin wat je kunt of wilt doen."), **LENGTHS},
    )
    email = forms.EmailField(
        label=_("Je e-mailadres"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Vul je e-mailadres in."),
            "invalid": _("Dit is geen e-mailadres. Een adres ziet eruit als naam@voorbeeld.nl."),
        },
    )

    def __init__(self, *args: Any, kind: ParticipationKind, is_visitor: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if kind == ParticipationKind.SUPPORT:
            del self.fields["name"], self.fields["message"]
        if not is_visitor:
            self.fields.pop("name", None)
            del self.fields["email"]
