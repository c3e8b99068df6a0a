"""What can happen at the brakes. All of it is for staff: nobody else learns that something was reported or blocked."""

from django.utils.translation import gettext_lazy as _

from gemeente.activity.verbs import Verb

PART = frozenset({"part"})
REPORTED = Verb("reported", _("meldde iets"), PART)
REPORT_PASSED = Verb("report_passed", _("gaf een melding door aan de beheerder"), PART)
REPORT_LEFT = Verb("report_left", _("liet staan wat gemeld was"), PART)
HIDDEN = Verb("hidden", _("verborg iets"), frozenset({"part", "ground"}))
HIDING_ANSWERED = Verb("hiding_answered", _("antwoordde op een verberging"), PART)
HIDING_KEPT = Verb("hiding_kept", _("hield het verborgen"), PART)
HIDING_LIFTED = Verb("hiding_lifted", _("liet het weer zien"), PART)
WORRIED = Verb("worried", _("maakt zich zorgen"))
WORRY_ANSWERED = Verb("worry_answered", _("antwoordde op een zorg"))
BLOCKED = Verb("blocked", _("blokkeerde iemand"))
UNBLOCKED = Verb("unblocked", _("hief een blokkade op"))
ACCOUNT_PAUSED = Verb("account_paused", _("mag even niets plaatsen"), frozenset({"ends_at"}))
PAUSE_ENDED = Verb("pause_ended", _("mag weer plaatsen"))

VERBS = (
    REPORTED,
    REPORT_PASSED,
    REPORT_LEFT,
    HIDDEN,
    HIDING_ANSWERED,
    HIDING_KEPT,
    HIDING_LIFTED,
    WORRIED,
    WORRY_ANSWERED,
    BLOCKED,
    UNBLOCKED,
    ACCOUNT_PAUSED,
    PAUSE_ENDED,
)
