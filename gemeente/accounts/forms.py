"""Forms of accounts. Those of allauth keep their checks and get our words (settings: ACCOUNT_FORMS and MFA_FORMS)."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from allauth.account import forms as account_forms
from allauth.mfa.base import forms as factor_forms
from allauth.mfa.totp import forms as totp_forms
from django import forms
from django.conf import settings
from django.core.validators import RegexValidator
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gemeente.accounts.enums import AgeGroup, ContactWay, DayPart, GuardianKind
from gemeente.lib.forms import MailField, PortraitField
from gemeente.places.models import Wijk
from gemeente.users.models import User

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Text
else:
    Text = str | Promise


@dataclass(frozen=True)
class Words:
    """What a field says: its label, what it asks when it is empty, and help."""

    label: Text
    required: Text
    help_text: Text = ""


EMAIL = Words(_("Je e-mailadres"), _("Vul je e-mailadres in."))
NEW_EMAIL = Words(_("Je nieuwe e-mailadres"), _("Vul je nieuwe e-mailadres in."))
MAILED_CODE = Words(_("Code uit je mail"), _("Vul de code uit je mail in."), _("Bijvoorbeeld 1234-5678."))
APP_CODE = Words(_("Code uit je app"), _("Vul de code uit je app in."), _("Zes cijfers."))
ANY_CODE = Words(
    _("Code uit je app"),
    _("Vul de code uit je app in."),
    _("Zes cijfers. Heb je je telefoon niet bij je? Vul dan een reservecode in."),
)
PASSWORD = Words(_("Je wachtwoord"), _("Vul je wachtwoord in."))
OLD_PASSWORD = Words(_("Je wachtwoord van nu"), _("Vul je wachtwoord van nu in."))
NEW_PASSWORD = Words(
    _("Je nieuwe wachtwoord"),
    _("Kies een wachtwoord."),
    _("12 tekens of meer. Een zin die alleen jij kent, werkt goed."),
)
AGAIN = Words(_("Nog een keer hetzelfde wachtwoord"), _("Vul het wachtwoord nog een keer in."))


class OwnWords:
    """Mix into a form of allauth: each field gets the words of `words`, and no placeholder."""

    words: ClassVar[dict[str, Words]] = {}
    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, words in self.words.items():
            field = self.fields[name]
            field.label, field.help_text = words.label, words.help_text
            field.error_messages |= {"required": words.required, "invalid": MailField.default_error_messages["invalid"]}
            field.widget.attrs.pop("placeholder", None)
            if "code" in str(field.widget.attrs.get("autocomplete")):
                field.widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}


class SamePassword(OwnWords):
    """Two fields for one new password."""

    words = {"password1": NEW_PASSWORD, "password2": AGAIN}

    def add_error(self, field: str | None, error: Any) -> None:
        """Say in our words that the two differ: it is the only fault allauth adds to the second field."""
        if field == "password2" and isinstance(error, str | Promise):
            error = _("De twee wachtwoorden zijn niet hetzelfde.")
        super().add_error(field, error)  # type: ignore[misc]


# --- Signing in and up ------------------------------------------------------------------------------------------------
class SignInForm(OwnWords, account_forms.LoginForm):
    """An e-mail address, and a password for who has one; without it we mail a code."""

    words = {
        "login": EMAIL,
        "password": Words(
            PASSWORD.label, PASSWORD.required, _("Geen wachtwoord? Laat dit leeg. Je krijgt dan een code.")
        ),
    }

    def _setup_password_field(self) -> None:
        """Keep the password, as a choice: allauth drops it where signing up asks for none."""
        self.fields["password"].required = False


class SignUpForm(OwnWords, account_forms.SignupForm):
    words = {"email": EMAIL}


class RequestCodeForm(OwnWords, account_forms.RequestLoginCodeForm):
    words = {"email": EMAIL}


class SignInCodeForm(OwnWords, account_forms.ConfirmLoginCodeForm):
    words = {"code": MAILED_CODE}


class EmailCodeForm(OwnWords, account_forms.ConfirmEmailVerificationCodeForm):
    words = {"code": MAILED_CODE}


class ReauthenticateForm(OwnWords, account_forms.ReauthenticateForm):
    words = {"password": PASSWORD}


# --- E-mail address and password --------------------------------------------------------------------------------------
class NewEmailForm(OwnWords, account_forms.AddEmailForm):
    words = {"email": NEW_EMAIL}


class SetPasswordForm(SamePassword, account_forms.SetPasswordForm):
    pass


class ChangePasswordForm(SamePassword, account_forms.ChangePasswordForm):
    words = SamePassword.words | {"oldpassword": OLD_PASSWORD}


class ForgottenPasswordForm(OwnWords, account_forms.ResetPasswordForm):
    words = {"email": EMAIL}


class ForgottenPasswordCodeForm(OwnWords, account_forms.ConfirmPasswordResetCodeForm):
    words = {"code": MAILED_CODE}


class ForgottenPasswordNewForm(SamePassword, account_forms.ResetPasswordKeyForm):
    pass


# --- Second step ------------------------------------------------------------------------------------------------------
class SecondStepForm(OwnWords, factor_forms.AuthenticateForm):
    words = {"code": ANY_CODE}


class SecondStepAgainForm(OwnWords, factor_forms.ReauthenticateForm):
    words = {"code": ANY_CODE}


class ActivateSecondStepForm(OwnWords, totp_forms.ActivateTOTPForm):
    words = {"code": APP_CODE}


# --- One's own data ---------------------------------------------------------------------------------------------------
NUMBER_IN_NAME = re.compile(r"(?:\d[\s().+/-]*){8}")  # eight digits or more: no name, and no year in one


def refuse_address(value: str) -> None:
    """Keep e-mail addresses and phone numbers out of names, which others see."""
    if "@" in value:
        raise forms.ValidationError(_("Zet hier geen e-mailadres: anderen kunnen dit lezen."))
    if NUMBER_IN_NAME.search(value):
        raise forms.ValidationError(_("Zet hier geen telefoonnummer: anderen kunnen dit lezen."))


class ProfileForm(forms.Form):
    """What a person tells about herself."""

    name = forms.CharField(
        label=_("Je naam"),
        help_text=_("Je voornaam en achternaam. Anderen zien alleen je voornaam."),
        max_length=120,
        validators=[refuse_address],
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={
            "required": _("Vul je naam in."),
            "max_length": _("Deze naam is te lang. Gebruik niet meer dan %(limit_value)d tekens."),
        },
    )
    alias = forms.CharField(
        label=_("Een andere naam op het portaal"),
        help_text=_("Vul dit in als je niet met je voornaam op het portaal wilt staan."),
        max_length=40,
        required=False,
        validators=[refuse_address],
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
        error_messages={"max_length": _("Deze naam is te lang. Gebruik niet meer dan %(limit_value)d tekens.")},
    )
    wijk: "forms.ModelChoiceField[Wijk]" = forms.ModelChoiceField(
        Wijk.objects.defer("boundary"),
        label=_("Je wijk"),
        required=False,
        to_field_name="slug",
        empty_label=_("Zeg ik liever niet"),
        error_messages={"invalid_choice": _("Deze wijk kennen we niet. Kies een wijk uit de lijst.")},
    )
    language = forms.ChoiceField(
        label=_("In welke taal wil je onze mail?"),
        choices=settings.LANGUAGES,
        error_messages={
            "required": _("Kies een taal."),
            "invalid_choice": _("Deze taal hebben we niet. Kies een taal uit de lijst."),
        },
    )

    @staticmethod
    def initial_of(user: User) -> dict[str, Any]:
        """What the form begins with."""
        profile = user.profile
        wijk = profile.wijk.slug if profile.wijk else None
        return {
            "name": user.name,
            "alias": profile.alias,
            "wijk": wijk,
            "language": user.language,
        }


PHONE = RegexValidator(r"^\+?[0-9 ()-]{8,}$", _("Dit is geen telefoonnummer. Gebruik alleen cijfers."))


class PhoneField(forms.CharField):
    """A telephone number as people write it. Always optional to the field itself; the form says when it is not."""

    def __init__(self, **kwargs: Any) -> None:
        too_long = {"max_length": _("Dit is geen telefoonnummer. Gebruik alleen cijfers.")}
        widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"})
        super().__init__(
            max_length=20, required=False, validators=[PHONE], widget=widget, error_messages=too_long, **kwargs
        )


def day_part_field() -> forms.ChoiceField:
    """When somebody may be called or visited."""
    return forms.ChoiceField(
        label=_("Wanneer komt het je het beste uit?"),
        choices=DayPart.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies wanneer het je uitkomt."),
            "invalid_choice": _("Kies een van deze momenten."),
        },
    )


class ContactForm(forms.Form):
    """How and when the gemeente may reach somebody."""

    contact_way = forms.ChoiceField(
        label=_("Hoe wil je contact?"),
        choices=ContactWay.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies hoe we contact mogen opnemen."),
            "invalid_choice": _("Kies een van deze manieren."),
        },
    )
    day_part = day_part_field()
    phone = PhoneField(
        label=_("Je telefoonnummer"), help_text=_("Nodig als we je mogen bellen. Alleen je contactpersoon ziet het.")
    )
    visit_address = forms.CharField(
        label=_("Waar kunnen we langskomen?"),
        help_text=_("Je adres, of een plek in de buurt waar je wilt afspreken. Alleen je contactpersoon ziet het."),
        max_length=160,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "address-line1"}),
        error_messages={"max_length": _("Dit is te lang. Gebruik niet meer dan %(limit_value)d tekens.")},
    )

    def clean(self) -> dict[str, Any]:
        """Ask for the number or the place that the chosen way needs."""
        cleaned = super().clean() or self.cleaned_data
        way = cleaned.get("contact_way")
        if way == ContactWay.PHONE and "phone" in cleaned and not cleaned["phone"]:
            self.add_error("phone", _("Vul je telefoonnummer in, dan kunnen we je bellen."))
        if way == ContactWay.VISIT and "visit_address" in cleaned and not cleaned["visit_address"]:
            self.add_error("visit_address", _("Vul in waar we kunnen langskomen."))
        return cleaned

    @staticmethod
    def initial_of(user: User) -> dict[str, Any]:
        """What somebody said before."""
        fields = ("contact_way", "day_part", "phone", "visit_address")
        return {name: getattr(user.profile, name) for name in fields}


class WorkProfileForm(forms.Form):
    """What residents see of their contact person."""

    work_phone = PhoneField(
        label=_("Je telefoonnummer op het werk"),
        help_text=_("Dit nummer ziet de inwoner van wie jij de contactpersoon bent. Leeg: het nummer van de gemeente."),
    )
    shows_surname = forms.BooleanField(label=_("Laat ook mijn achternaam zien"), required=False)
    portrait = PortraitField(
        label=_("Een foto van jou"), help_text=_("Inwoners herkennen je dan op straat."), required=False
    )
    drops_portrait = forms.BooleanField(label=_("Haal mijn foto weg"), required=False)


class AgeForm(forms.Form):
    """Old enough to act for oneself, or younger."""

    age_group = forms.ChoiceField(
        label=_("Hoe oud ben je?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat bij je past."), "invalid_choice": _("Kies wat bij je past.")},
    )

    def __init__(self, *args: Any, own_age: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["age_group"].choices = [  # type: ignore[attr-defined]
            (AgeGroup.OWN, _("%(age)d jaar of ouder") % {"age": own_age}),
            (AgeGroup.YOUNG, _("Jonger dan %(age)d") % {"age": own_age}),
        ]


class GuardianForm(forms.Form):
    """Who may say yes for a young person."""

    kind = forms.TypedChoiceField(
        label=_("Wie vraag je?"),
        choices=GuardianKind.choices,
        coerce=GuardianKind,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wie je vraagt."), "invalid_choice": _("Kies wie je vraagt.")},
    )
    name = forms.CharField(
        label=_("Hoe heet die persoon?"),
        max_length=120,
        validators=[refuse_address],
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": _("Vul de naam in."),
            "max_length": _("Deze naam is te lang. Gebruik niet meer dan %(limit_value)d tekens."),
        },
    )
    email = MailField(
        label=_("Op welk e-mailadres?"),
        help_text=_("Daar sturen we een link heen. Je ouder of jongerenwerker zegt daar ja of nee."),
        autocomplete="off",
        error_messages={"required": _("Vul het e-mailadres in.")},
    )


class CloseForm(forms.Form):
    """A last yes."""

    sure = forms.BooleanField(
        label=_("Ja, sluit mijn account. Ik weet dat dit niet terug te draaien is."),
        error_messages={"required": _("Zet een vinkje als je het zeker weet.")},
    )
