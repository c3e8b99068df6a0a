"""How allauth behaves here: our words, a profile for everybody, the language of the page."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from gemeente.accounts.actions import open_profile
from gemeente.accounts.policies import can_be_contact
from gemeente.places.identity import mail_sender
from gemeente.users.models import User

PASSWORD_FAULTS = {
    "password_too_short": _("Dit wachtwoord is te kort. Kies er een van 12 tekens of meer."),
    "password_too_common": _("Dit wachtwoord is te makkelijk te raden. Kies een ander."),
    "password_too_similar": _("Dit wachtwoord lijkt te veel op je naam of je e-mailadres. Kies een ander."),
}


class AccountAdapter(DefaultAccountAdapter):
    """Accounts in our own words."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("Dit account is gesloten."),
        "cannot_remove_primary_email": _("Dit is het adres waarmee je inlogt. Je kunt het niet weghalen."),
        "duplicate_email": _("Dit adres heb je al."),
        "email_password_mismatch": _("Dit adres en dit wachtwoord horen niet bij elkaar."),
        "email_taken": _("Iemand anders gebruikt dit e-mailadres al."),
        "enter_current_password": _("Dit is niet je wachtwoord van nu."),
        "incorrect_code": _("Deze code klopt niet. Kijk hem nog eens na."),
        "incorrect_password": _("Dit wachtwoord klopt niet."),
        "invalid_login": _("Inloggen lukt zo niet."),
        "max_email_addresses": _("Je kunt niet meer dan %d e-mailadressen hebben."),
        "too_many_login_attempts": _("Dit was te vaak mis. Wacht een paar minuten en begin opnieuw."),
        "unverified_primary_email": _("Bevestig eerst je e-mailadres."),
        "same_as_current": _("Dit is je adres van nu."),
        "rate_limited": _("Dit gaat te snel achter elkaar. Wacht even en probeer het dan opnieuw."),
    }

    def get_from_email(self) -> str:
        """From whom codes and the like come: as all our mail."""
        return mail_sender()

    @transaction.atomic
    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        """Make the person who signs up: she speaks the language of the page and has a profile from the start."""
        user.language = get_language() or "nl"
        user = super().save_user(request, user, form, commit)
        if commit:
            open_profile(user=user)
        return user

    def login(self, request: HttpRequest, user: User) -> None:
        """Sign in, and leave a record of how: allauth leaves none where a code confirmed a new address."""
        super().login(request, user)
        if not get_authentication_records(request, user):
            record_authentication(request, user, "code")

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Where somebody goes who came for no page in particular: a civil servant to who waits for her."""
        begins_at_desk = can_be_contact(request.user)
        return reverse(settings.DESK_REDIRECT_URL if begins_at_desk else settings.LOGIN_REDIRECT_URL)

    def clean_password(self, password: str, user: Any = None) -> str:
        """Refuse a password that is easy to guess, in our words."""
        try:
            return super().clean_password(password, user)
        except ValidationError as faults:
            raise ValidationError(
                [ValidationError(PASSWORD_FAULTS.get(f.code or "") or f.message, f.code) for f in faults.error_list]
            ) from None

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """Ways to say once more who you are, in our words."""
        words = {"reauthenticate": _("Gebruik je wachtwoord"), "mfa_reauthenticate": _("Gebruik een code uit je app")}
        return [way | {"description": words[way["id"]]} for way in super().get_reauthentication_methods(user)]

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Where somebody goes who has a new password."""
        return reverse("accounts:mine")


class SecondFactorAdapter(DefaultMFAAdapter):
    """The second step in our own words, with a picture that a phone can also read from a dark page."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "add_email_blocked": _("Zet eerst de tweede stap uit. Daarna kun je een e-mailadres toevoegen."),
        "cannot_delete_authenticator": _("Je kunt de tweede stap niet uitzetten."),
        "cannot_generate_recovery_codes": _("Reservecodes krijg je als de tweede stap aan staat."),
        "incorrect_code": _("Deze code klopt niet. Wacht op de volgende code in je app en vul die in."),
        "unverified_email": _("Bevestig eerst je e-mailadres. Daarna kun je de tweede stap aanzetten."),
    }

    def build_totp_svg(self, url: str) -> str:
        """The address of the device as a QR code on a white ground."""
        import qrcode
        from qrcode.image.svg import SvgPathFillImage

        svg: bytes = qrcode.make(url, image_factory=SvgPathFillImage).to_string()
        return svg.decode()
