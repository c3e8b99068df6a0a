"""Who runs this portal, as every page and mail says it: the gemeente's row, kept until a setting changes."""

from email.utils import formataddr

from django.conf import settings

from gemeente.lib.site_version import kept_setting
from gemeente.places.models import Gemeente


def current_gemeente() -> Gemeente:
    """The gemeente; before `load_reference` made its row one that is not saved, with all that a setting can tell."""
    kept: Gemeente | None = kept_setting("gemeente", Gemeente.objects.first)
    return kept or Gemeente(portal_name="Buitenkans", phone=settings.HELP_PHONE)


def mail_sender() -> str:
    """From whom all mail comes: what a manager set, else MAIL_SENDER."""
    gemeente = current_gemeente()
    if not gemeente.sender_email:
        return settings.DEFAULT_FROM_EMAIL
    return formataddr((gemeente.sender_name or gemeente.portal_name, gemeente.sender_email))
