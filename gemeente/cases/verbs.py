"""What can happen to a case."""

from django.utils.translation import gettext_lazy as _

from gemeente.activity.enums import Visibility
from gemeente.activity.verbs import Verb

STATE = frozenset({"state"})
DID_OPEN = Verb("case_opened", _("opende een zaak bij de gemeente"), STATE | {"promised_on"}, Visibility.CASE)
DID_CLAIM = Verb("case_claimed", _("is vast contact"), STATE, Visibility.CASE)
DID_CLOSE = Verb("case_closed", _("rondde de hulp van de gemeente af"), STATE, Visibility.CASE)
DID_REOPEN = Verb("case_reopened", _("vroeg de gemeente opnieuw om hulp"), STATE, Visibility.CASE)
DID_LOG = Verb("contact_logged", _("had contact"), frozenset({"means", "was_reached"}), Visibility.CASE)
DID_DISPUTE = Verb("contact_disputed", _("zei van een contact: dit klopt niet"), visibility=Visibility.CASE)
DID_DECLINE = Verb("help_declined", _("redt het zonder de gemeente"), visibility=Visibility.CASE)
DID_ACCEPT = Verb("help_accepted", _("wil toch graag hulp van de gemeente"), visibility=Visibility.CASE)
CASES_WAIT = Verb("cases_wait", _("telde wie er wachten"), frozenset({"waiting", "late"}), Visibility.STAFF)

VERBS = (
    DID_OPEN,
    DID_CLAIM,
    DID_CLOSE,
    DID_REOPEN,
    DID_LOG,
    DID_DISPUTE,
    DID_DECLINE,
    DID_ACCEPT,
    CASES_WAIT,
)
