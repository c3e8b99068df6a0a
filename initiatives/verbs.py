"""What can happen to an initiative."""

from django.utils.translation import gettext_lazy as _

from gemeente.activity.enums import Visibility
from gemeente.activity.verbs import Verb

INITIATIVE_STARTED = Verb("initiative_started", _("begon een initiatief"), visibility=Visibility.CASE)
INITIATIVE_PUBLISHED = Verb(
    "initiative_published",
    _("zette dit initiatief online"),
    frozenset({"stage", "number", "promised_on"}),
    Visibility.PUBLIC,
)
INITIATIVE_REVISED = Verb(
    "initiative_revised", _("paste de tekst aan"), frozenset({"wijk", "theme"}), Visibility.PUBLIC
)
INITIATIVE_MOVED = Verb("initiative_moved", _("zette de fase op"), frozenset({"stage"}), Visibility.PUBLIC)
NEWS_TOLD = Verb("news_told", _("vertelde nieuws"), visibility=Visibility.STAFF)
SUPPORTED = Verb("supported", _("steunt dit initiatief"), visibility=Visibility.STAFF)
JOINED_IN = Verb("joined_in", _("doet mee"), visibility=Visibility.STAFF)
WITHDREW = Verb("withdrew", _("doet niet meer mee"), visibility=Visibility.STAFF)

VERBS = (
    INITIATIVE_STARTED,
    INITIATIVE_PUBLISHED,
    INITIATIVE_REVISED,
    INITIATIVE_MOVED,
    NEWS_TOLD,
    SUPPORTED,
    JOINED_IN,
    WITHDREW,
)

# What counts when a new account is asked to slow down (moderation).
ACTS = (INITIATIVE_PUBLISHED, NEWS_TOLD, SUPPORTED, JOINED_IN)
