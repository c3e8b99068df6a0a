"""What can happen to a case."""

from django.utils.translation import gettext_lazy as _

from gemeente.activity.enums import Visibility
from gemeente.activity.verbs import Verb

STATE = frozenset({"state"})
DID_OPEN = Verb("case_opened", _("opende een zaak bij de gemeente"), STATE | {"promised_on"}, Visibility.CASE)
DID_CLAIM = Verb("case_claimed", _("is vast contact"), STATE, Visibility.CASE)
DID_PLAN = Verb("case_planned", _("plande dit in"), STATE, Visibility.CASE)
DID_RESUME = Verb("case_resumed", _("haalde dit uit de planning"), STATE, Visibility.CASE)
DID_HAND_OVER = Verb("case_handed_over", _("droeg dit over aan een collega"), visibility=Visibility.CASE)
DID_WRITE = Verb("message_sent", _("schreef een bericht"), visibility=Visibility.CASE)
DID_CLOSE = Verb("case_closed", _("rondde de hulp van de gemeente af"), STATE, Visibility.CASE)
DID_REOPEN = Verb("case_reopened", _("vroeg de gemeente opnieuw om hulp"), STATE, Visibility.CASE)
DID_LOG = Verb("contact_logged", _("had contact"), frozenset({"means", "was_reached"}), Visibility.CASE)
DID_DISPUTE = Verb("contact_disputed", _("zei van een contact: dit klopt niet"), visibility=Visibility.CASE)
DID_DECLINE = Verb("help_declined", _("redt het zonder de gemeente"), visibility=Visibility.CASE)
DID_ACCEPT = Verb("help_accepted", _("wil toch graag hulp van de gemeente"), visibility=Visibility.CASE)
DID_PASS_ON = Verb("cases_passed_on", _("gaf zaken door"), frozenset({"number"}), Visibility.STAFF)
WAS_AWAY = Verb("was_away", _("is afwezig"), frozenset({"starts_on"}), Visibility.STAFF)
IS_BACK = Verb("is_back", _("is er weer"), frozenset({"ends_on"}), Visibility.STAFF)
CASES_WAIT = Verb("cases_wait", _("telde wie er wachten"), frozenset({"waiting", "late"}), Visibility.STAFF)

VERBS = (
    DID_OPEN,
    DID_CLAIM,
    DID_PLAN,
    DID_RESUME,
    DID_HAND_OVER,
    DID_WRITE,
    DID_PASS_ON,
    WAS_AWAY,
    IS_BACK,
    DID_CLOSE,
    DID_REOPEN,
    DID_LOG,
    DID_DISPUTE,
    DID_DECLINE,
    DID_ACCEPT,
    CASES_WAIT,
)
