"""What a manager must have arranged in pages before the first wijk can start."""

from gemeente.places.models import Gemeente, Wijk
from gemeente.portal.enums import TextKey
from gemeente.portal.models import TextVersion

UNSET = ".example"  # how the first e-mail address ends, which nobody reads


def has_wijken() -> bool:
    """There is a wijk with a boundary (import_wijken)."""
    return Wijk.objects.filter(boundary__isnull=False).exists()


def has_address() -> bool:
    """Residents can reach the gemeente at an address that somebody reads."""
    return Gemeente.objects.exclude(email__endswith=UNSET).exists()


def has_sender() -> bool:
    """Mail leaves under the gemeente's own address."""
    return Gemeente.objects.exclude(sender_email="").exists()


def has_house_rules() -> bool:
    """Somebody of this gemeente read the house rules and saved them."""
    return TextVersion.objects.filter(key=TextKey.HOUSE_RULES, author__isnull=False).exists()


READINESS = (
    ("wijken", "De wijken met hun grenzen", has_wijken, ""),
    ("address", "Het e-mailadres en telefoonnummer van de gemeente", has_address, "/beheer/gemeente/"),
    ("sender", "De afzender van onze mail", has_sender, "/beheer/gemeente/"),
    (
        "house_rules",
        "De huisregels: gelezen en bewaard door jullie zelf",
        has_house_rules,
        "/beheer/teksten/huisregels/",
    ),
)
