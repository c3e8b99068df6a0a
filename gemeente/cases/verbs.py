"""What can happen to a case."""

from django.utils.translation import gettext_lazy as _

from gemeente.activity.enums import Visibility
from gemeente.activity.verbs import Verb

CASE_OPENED = Verb("case_opened", _("opende een zaak bij de gemeente"), frozenset({"state"}), Visibility.CASE)

VERBS = (CASE_OPENED,)
