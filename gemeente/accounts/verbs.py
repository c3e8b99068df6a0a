"""What can happen to a person's account, and to the reference tables of the back office."""

from django.utils.translation import gettext_lazy as _

from gemeente.activity.verbs import Verb

ROLE_GIVEN = Verb("role_given", _("gaf iemand een rol"), frozenset({"role", "wijk", "starts_on", "ends_on"}))
ROLE_ENDED = Verb("role_ended", _("beëindigde een rol"), frozenset({"role", "wijk", "ends_on"}))
PERSON_INVITED = Verb(
    "person_invited", _("nodigde iemand uit voor een rol"), frozenset({"role", "wijk", "starts_on", "ends_on"})
)
INVITATION_WITHDRAWN = Verb("invitation_withdrawn", _("trok een uitnodiging in"), frozenset({"role", "wijk"}))
INVITATION_DECLINED = Verb("invitation_declined", _("zei nee tegen een uitnodiging"), frozenset({"role", "wijk"}))
AGE_STATED = Verb("age_stated", _("zei of er een ouder of jongerenwerker nodig is"))
GUARDIAN_ASKED = Verb("guardian_asked", _("vroeg een ouder of jongerenwerker om ja te zeggen"), frozenset({"kind"}))
GUARDIAN_CONFIRMED = Verb("guardian_confirmed", _("kreeg een ja van een ouder of jongerenwerker"), frozenset({"kind"}))
GUARDIAN_REFUSED = Verb("guardian_refused", _("kreeg een nee van een ouder of jongerenwerker"), frozenset({"kind"}))
PROFILE_CHANGED = Verb(
    "profile_changed", _("wijzigde het eigen profiel"), frozenset({"wijk", "language", "contact_way"})
)
ACCOUNT_CLAIMED = Verb("account_claimed", _("zei: dit is van mij"))
ACCOUNT_CLOSED = Verb("account_closed", _("sloot het account"))
SECOND_STEP_RESET = Verb("second_step_reset", _("moet de tweede stap opnieuw instellen"))
REFERENCE_CHANGED = Verb("reference_changed", _("wijzigde een lijst van het portaal"), frozenset({"table", "row"}))

VERBS = (
    ROLE_GIVEN,
    ROLE_ENDED,
    PERSON_INVITED,
    INVITATION_WITHDRAWN,
    INVITATION_DECLINED,
    AGE_STATED,
    GUARDIAN_ASKED,
    GUARDIAN_CONFIRMED,
    GUARDIAN_REFUSED,
    PROFILE_CHANGED,
    ACCOUNT_CLAIMED,
    ACCOUNT_CLOSED,
    SECOND_STEP_RESET,
    REFERENCE_CHANGED,
)
