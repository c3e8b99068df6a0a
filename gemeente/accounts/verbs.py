"""What can happen to a person's account, and to the reference tables of the back office."""

from django.utils.translation import gettext_lazy as _

from gemeente.activity.verbs import Verb

ROLE_GIVEN = Verb("role_given", _("gaf iemand een rol"), frozenset({"role", "wijk", "starts_on", "ends_on"}))
ROLE_ENDED = Verb("role_ended", _("beëindigde een rol"), frozenset({"role", "wijk", "ends_on"}))
PROFILE_CHANGED = Verb(
    "profile_changed", _("wijzigde het eigen profiel"), frozenset({"wijk", "language", "contact_way"})
)
ACCOUNT_CLAIMED = Verb("account_claimed", _("zei: dit is van mij"))
ACCOUNT_CLOSED = Verb("account_closed", _("sloot het account"))
SECOND_STEP_RESET = Verb("second_step_reset", _("moet de tweede stap opnieuw instellen"))
REFERENCE_CHANGED = Verb("reference_changed", _("wijzigde een lijst van het portaal"), frozenset({"table", "row"}))

VERBS = (ROLE_GIVEN, ROLE_ENDED, PROFILE_CHANGED, ACCOUNT_CLAIMED, ACCOUNT_CLOSED, SECOND_STEP_RESET, REFERENCE_CHANGED)
