"""What can happen to an advice. Who voted what is in no log."""

from django.utils.translation import gettext_lazy as _

from gemeente.activity.enums import Visibility
from gemeente.activity.verbs import Verb

PUBLIC = Visibility.PUBLIC
ADVICE_ASKED = Verb(
    "advice_asked",
    _("vroeg het WOP om advies"),
    frozenset({"asker", "answer_by", "wijk"}),
    PUBLIC,
    news=_("Het WOP is om advies gevraagd"),
)
ADVICE_BEGUN = Verb(
    "advice_begun", _("begon aan een advies"), frozenset({"wijk"}), PUBLIC, news=_("Het WOP schrijft een advies")
)
ADVICE_WRITTEN = Verb("advice_written", _("schreef aan het advies"), frozenset({"version", "stance"}))
VOTE_OPENED = Verb(
    "advice_vote_opened", _("liet het WOP stemmen"), frozenset({"round", "version", "closes_on"}), PUBLIC
)
VOTE_MOVED = Verb("advice_vote_moved", _("gaf meer tijd om te stemmen"), frozenset({"round", "closes_on"}), PUBLIC)
VOTE_SHORT = Verb("advice_vote_short", _("kreeg te weinig stemmen"), frozenset({"round", "cast", "quorum"}), PUBLIC)
VOTE_CLOSED = Verb(
    "advice_vote_closed",
    _("telde de stemmen"),
    frozenset({"round", "outcome", "in_favour", "against", "blank", "recused", "eligible"}),
    PUBLIC,
)
ADVICE_GIVEN = Verb(
    "advice_given",
    _("gaf het advies"),
    frozenset({"stance", "reply_by", "responsible"}),
    PUBLIC,
    news=_("Nieuw advies van het WOP"),
)
ADVICE_WITHDRAWN = Verb("advice_withdrawn", _("trok het advies in"), frozenset({"state"}), PUBLIC)
ADVICE_REPLIED = Verb(
    "advice_replied",
    _("gaf antwoord op het advies"),
    frozenset({"outcome", "number"}),
    PUBLIC,
    news=_("De gemeente antwoordde op een advies"),
)
ADVICE_HANDED_OVER = Verb("advice_handed_over", _("droeg het antwoord over"), frozenset({"responsible"}))
ADVICE_REMINDED = Verb("advice_reminded", _("vroeg om een antwoord op het advies"), frozenset({"days_late"}))
OPINION_SAID = Verb("advice_opinion_said", _("gaf een mening over het advies"))

# --- Plans of the gemeente --------------------------------------------------------------------------------------------
PLAN_LAID = Verb(
    "voornemen_laid",
    _("legde een plan voor aan de wijk"),
    frozenset({"kind", "react_until"}),
    PUBLIC,
    news=_("Plan van de gemeente: je kunt reageren"),
)
PLAN_EXTENDED = Verb("voornemen_extended", _("gaf meer tijd om te reageren"), frozenset({"react_until"}), PUBLIC)
PLAN_DOCUMENT = Verb("voornemen_document", _("zette een document bij het plan"), visibility=PUBLIC)
PLAN_REACTED = Verb("voornemen_reacted", _("reageerde op het plan"))
PLAN_TAKEN_BACK = Verb("voornemen_taken_back", _("haalde een reactie op het plan weg"))
PLAN_TERM_OVER = Verb("voornemen_term_over", _("sloot de reacties op het plan"), frozenset({"state"}), PUBLIC)
PLAN_TREATED = Verb("voornemen_treated", _("behandelde reacties op het plan"), frozenset({"number", "outcome"}))
PLAN_DECIDED = Verb(
    "voornemen_decided",
    _("besloot over het plan"),
    frozenset({"state", "reactions"}),
    PUBLIC,
    news=_("Besluit over een plan van de gemeente"),
)
PLAN_CANCELLED = Verb(
    "voornemen_cancelled", _("trok het plan in"), frozenset({"state"}), PUBLIC, news=_("Een plan gaat niet door")
)
PLAN_HANDED_OVER = Verb("voornemen_handed_over", _("droeg het plan over"), frozenset({"responsible"}))

ACTS = (ADVICE_ASKED, OPINION_SAID, PLAN_REACTED)
VERBS = (
    *(ADVICE_ASKED, ADVICE_BEGUN, ADVICE_WRITTEN, VOTE_OPENED, VOTE_MOVED, VOTE_SHORT, VOTE_CLOSED, ADVICE_GIVEN),
    *(ADVICE_WITHDRAWN, ADVICE_REPLIED, ADVICE_HANDED_OVER, ADVICE_REMINDED, OPINION_SAID),
    *(PLAN_LAID, PLAN_EXTENDED, PLAN_DOCUMENT, PLAN_REACTED, PLAN_TAKEN_BACK, PLAN_TERM_OVER, PLAN_TREATED),
    *(PLAN_DECIDED, PLAN_CANCELLED, PLAN_HANDED_OVER),
)
