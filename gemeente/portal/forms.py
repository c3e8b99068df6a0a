"""What a manager types. These pages are Dutch only."""

import re
from typing import Any

from django import forms
from django.core import signing
from django.core.validators import RegexValidator
from django.utils import timezone

from gemeente.lib.colours import WHITE, contrast, is_readable
from gemeente.lib.forms import TOO_LONG, LogoField
from gemeente.lib.images import CleanLogo
from gemeente.places.models import Gemeente, Wijk
from gemeente.portal.actions import TOLD, fingerprint
from gemeente.portal.enums import LOCAL_MATTERS, PLACE_OF, Matter, RuleName, TextKey

BAD_DATE = {"invalid": "Dit is geen datum. Schrijf hem als 2026-12-31, of kies hem in de kalender."}
LOGO_SALT = "portal.logo"
is_phone = RegexValidator(r"^[0-9+][0-9 +()-]*$", "Dit is geen telefoonnummer. Gebruik cijfers, zoals 14 010.")
is_link = RegexValidator(
    r"^(https://|/([^/]|$))", "Begin een link met https://, of met / voor een pagina van dit portaal."
)


def words(label: str, most: int, *, required: str = "", help_text: str = "", **more: Any) -> forms.CharField:
    """One line of text; it may stay empty where nothing is said about that."""
    return forms.CharField(
        label=label,
        max_length=most,
        required=bool(required),
        help_text=help_text,
        error_messages={"required": required, **TOO_LONG},
        **more,
    )


def start_day() -> forms.DateField:
    """From which day something counts."""
    return forms.DateField(
        label="Vanaf welke dag?",
        help_text="Vandaag of later. Tot die dag blijft het zoals het nu is.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": "Kies de dag waarop dit ingaat."} | BAD_DATE,
    )


class StartsLaterForm(forms.Form):
    """Something that counts from a day on."""

    def clean_starts_on(self) -> Any:
        """Refuse a day that has passed."""
        day = self.cleaned_data["starts_on"]
        if day < timezone.localdate():
            raise forms.ValidationError("Deze dag is voorbij. Kies vandaag of later.")
        return day


# --- Texts ------------------------------------------------------------------------------------------------------------
class TextForm(forms.Form):
    """A text in both languages, and the version it was made from."""

    dutch = forms.CharField(
        label="Nederlands", widget=forms.Textarea, error_messages={"required": "Schrijf de tekst in het Nederlands."}
    )
    english = forms.CharField(
        label="Engels",
        widget=forms.Textarea(attrs={"lang": "en"}),
        error_messages={"required": "Schrijf de tekst ook in het Engels."},
    )
    based_on = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, key: TextKey, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.place = PLACE_OF[key]
        for name in ("dutch", "english"):
            self.fields[name].widget.attrs["rows"] = 18 if self.place.most > 2_000 else 5

    def clean_dutch(self) -> str:
        """The Dutch text, with plain line ends, not too long."""
        return self._measured("dutch")

    def clean_english(self) -> str:
        """The English text, likewise."""
        return self._measured("english")

    def _measured(self, name: str) -> str:
        text: str = self.cleaned_data[name].replace("\r\n", "\n").replace("\r", "\n")
        if len(text) > self.place.most:
            raise forms.ValidationError(TOO_LONG["max_length"] % {"limit_value": self.place.most})
        return text


# --- Who we are -------------------------------------------------------------------------------------------------------
class GemeenteForm(forms.Form):
    """Who runs the portal, as every page and mail says it, and the house style."""

    portal_name = words("Naam van het portaal", 40, required="Vul de naam van het portaal in.")
    phone = words("Telefoon", 20, required="Vul het telefoonnummer in.", validators=[is_phone])
    email = forms.EmailField(
        label="E-mailadres",
        error_messages={"required": "Vul het e-mailadres in.", "invalid": "Dit is geen e-mailadres."},
    )
    address = words("Adres", 160, required="Vul het adres in.", help_text="Waar mensen kunnen langskomen.")
    opening_hours = words("Openingstijden", 160, required="Vul de openingstijden in.")
    opening_hours_en = words("Openingstijden in het Engels", 160, widget=forms.TextInput(attrs={"lang": "en"}))
    team_name = words(
        "Naam van het team dat inwoners helpt",
        60,
        required="Vul de naam van het team in.",
        help_text="Zoals het in een zin staat, bijvoorbeeld: het team Gebiedsregie.",
    )
    team_name_en = words("Naam van het team in het Engels", 60, widget=forms.TextInput(attrs={"lang": "en"}))
    sender_name = words("Naam van de afzender van mail", 60)
    sender_email = forms.EmailField(
        label="Adres van de afzender van mail",
        required=False,
        help_text="Een adres waarvoor jullie mailserver mag versturen. Leeg: het adres van de installatie.",
        error_messages={"invalid": "Dit is geen e-mailadres."},
    )
    colour = words(
        "Hoofdkleur",
        7,
        help_text="Als #0b4a6f. Laat dit leeg voor de kleur van het thema. Witte tekst moet erop te lezen zijn.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    logo = LogoField(
        label="Logo",
        required=False,
        help_text="Een JPEG, PNG of WebP van minstens 100 bij 100 pixels. De achtergrond wordt wit.",
    )
    drops_logo = forms.BooleanField(label="Haal het logo weg", required=False)
    logo_text = words(
        "Wat staat er op het logo?", 120, help_text="Voor wie het logo niet ziet, bijvoorbeeld: Gemeente Capelle."
    )
    kept_logo = forms.CharField(widget=forms.HiddenInput, required=False)
    based_on = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, gemeente: Gemeente, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.has_logo = bool(gemeente.logo)
        if not self.has_logo:
            del self.fields["drops_logo"]

    @classmethod
    def initial_of(cls, gemeente: Gemeente) -> dict[str, Any]:
        """What the form begins with."""
        told = {name: getattr(gemeente, name) for name in TOLD}
        return told | {"based_on": fingerprint(gemeente)}

    def clean_colour(self) -> str:
        """A colour as #rrggbb, in small letters; refused where white text cannot be read on it."""
        colour: str = self.cleaned_data["colour"].strip().lower()
        if colour and not re.fullmatch(r"#[0-9a-f]{6}", colour):
            raise forms.ValidationError("Schrijf de kleur als # met zes cijfers of letters, zoals #0b4a6f.")
        if colour and not is_readable(colour):
            found = f"{contrast(colour, WHITE):.1f}".replace(".", ",")
            raise forms.ValidationError(
                f"Witte tekst is op deze kleur niet goed te lezen: het contrast is {found} en moet 4,5 zijn. "
                "Kies een donkerdere kleur."
            )
        return colour

    def clean_kept_logo(self) -> CleanLogo | None:
        """The logo of a preview, which a browser does not choose again; only as this portal signed it."""
        token = self.cleaned_data["kept_logo"]
        if not token:
            return None
        try:
            return read_logo(token)
        except signing.BadSignature:
            return None

    def clean(self) -> dict[str, Any]:
        """One logo, with its words; a sender with an address; names on one line, as a mail header must be."""
        told = super().clean() or self.cleaned_data
        told["sender_name"] = " ".join(told.get("sender_name", "").split())
        told["logo"] = told.get("logo") or told.get("kept_logo")
        shows_logo = told["logo"] or (self.has_logo and not told.get("drops_logo"))
        if shows_logo and "logo_text" in told and not told["logo_text"]:
            self.add_error("logo_text", "Schrijf op wat er op het logo staat. Een schermlezer leest dat voor.")
        if told["sender_name"] and "sender_email" in told and not told["sender_email"]:
            self.add_error("sender_email", "Vul ook het adres van de afzender in.")
        return told

    def hold_logo(self) -> None:
        """Put a new logo in the form as it is shown again: a browser forgets which file was chosen."""
        if logo := self.cleaned_data.get("logo"):
            self.data = {**self.data.dict(), self.add_prefix("kept_logo"): sign_logo(logo)}  # type: ignore[attr-defined]

    def to_keep(self) -> dict[str, Any]:
        """What `change_gemeente` takes."""
        told = {name: value for name, value in self.cleaned_data.items() if name not in {"kept_logo", "drops_logo"}}
        return told | {"keeps_logo": not self.cleaned_data.get("drops_logo")}


def sign_logo(logo: CleanLogo) -> str:
    """A clean logo as text that a form can hold between a preview and saving."""
    return signing.dumps([logo.data.hex(), logo.width, logo.height], salt=LOGO_SALT, compress=True)


def read_logo(token: str) -> CleanLogo:
    """The logo of such a text. Raises BadSignature for one we did not make."""
    data, width, height = signing.loads(token, salt=LOGO_SALT)
    return CleanLogo(bytes.fromhex(data), width, height)


# --- Doors and numbers ------------------------------------------------------------------------------------------------
class DoorForm(StartsLaterForm):
    """Another door for a matter, from a day on."""

    matter = forms.ChoiceField(
        label="Waarvoor?",
        choices=[("", "Kies waarvoor"), *Matter.choices],
        error_messages={"required": "Kies waarvoor dit loket is.", "invalid_choice": "Kies er een uit de lijst."},
    )
    wijk = forms.ModelChoiceField(
        label="Voor welke wijk?",
        queryset=Wijk.objects.only("name"),
        required=False,
        empty_label="Alle wijken",
        help_text="Alleen bij geld van de wijk kan een wijk een eigen loket hebben.",
        error_messages={"invalid_choice": "Deze wijk kennen we niet. Kies er een uit de lijst."},
    )
    starts_on = start_day()
    is_here = forms.TypedChoiceField(
        label="Waar is het loket?",
        choices=[("nee", "Ergens anders"), ("ja", "Hier, op dit portaal")],
        coerce=lambda answer: answer == "ja",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies waar het loket is.", "invalid_choice": "Kies waar het loket is."},
    )
    name = words("Naam van het loket", 80, required="Vul de naam in.")
    name_en = words(
        "Naam in het Engels",
        80,
        required="Vul de naam ook in het Engels in.",
        widget=forms.TextInput(attrs={"lang": "en"}),
    )
    url = words(
        "Link", 200, help_text="Begint met https://, of met / voor een pagina van dit portaal.", validators=[is_link]
    )
    phone = words("Telefoon", 20, validators=[is_phone])
    explanation = words("Uitleg in één zin", 200)
    explanation_en = words("Uitleg in het Engels", 200, widget=forms.TextInput(attrs={"lang": "en"}))

    def clean(self) -> dict[str, Any]:
        """Say beside the field what cannot be."""
        told = super().clean() or self.cleaned_data
        if told.get("wijk") and told.get("matter") not in {*LOCAL_MATTERS, None}:
            self.add_error("wijk", "Dit loket is voor alle wijken hetzelfde. Kies Alle wijken.")
        is_somewhere = told.get("is_here") or told.get("url") or told.get("phone")
        if not is_somewhere and not {"url", "phone", "is_here"} & self.errors.keys():
            self.add_error("url", "Vul een link of een telefoonnummer in: anders kan niemand het loket vinden.")
        return told


class RuleForm(StartsLaterForm):
    """Another value for a number of the portal, from a day on."""

    name = forms.ChoiceField(
        label="Welke regel?",
        choices=[("", "Kies een regel"), *RuleName.choices],
        error_messages={"required": "Kies een regel.", "invalid_choice": "Kies een regel uit de lijst."},
    )
    value = forms.IntegerField(
        label="Nieuw getal",
        min_value=1,
        max_value=10_000,
        error_messages={
            "required": "Vul een getal in.",
            "invalid": "Dit is geen heel getal.",
            "min_value": "Kies een getal van 1 of meer.",
            "max_value": "Kies een getal van hooguit 10.000.",
        },
    )
    starts_on = start_day()
