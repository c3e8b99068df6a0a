"""Who runs this portal, as every page and mail says it: the gemeente's row, read at most once a minute."""

from email.utils import formataddr

from django.conf import settings
from django.core.cache import caches

from gemeente.places.models import Gemeente

KEY, SECONDS = "gemeente", 60


def current_gemeente() -> Gemeente:
    """The gemeente; before `load_reference` made its row one that is not saved, with all that a setting can tell."""
    kept: Gemeente | None = caches["pages"].get_or_set(KEY, Gemeente.objects.first, SECONDS)
    return kept or Gemeente(portal_name="Buitenkans", phone=settings.HELP_PHONE)


def forget_gemeente() -> None:
    """Let this process read the row anew; another one does so within a minute."""
    caches["pages"].delete(KEY)


def mail_sender() -> str:
    """From whom all mail comes: what a manager set, else MAIL_SENDER."""
    gemeente = current_gemeente()
    if not gemeente.sender_email:
        return settings.DEFAULT_FROM_EMAIL
    return formataddr((gemeente.sender_name or gemeente.portal_name, gemeente.sender_email))
