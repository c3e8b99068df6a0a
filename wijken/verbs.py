"""What the log can say of a wijk and its WOP."""

from django.utils.translation import gettext_lazy as _

from gemeente.activity.enums import Visibility
from gemeente.activity.verbs import Verb
from wijken.enums import Function

DOCUMENT_ADDED = Verb(
    "wijk_document_added",
    _("zette een document op de pagina van de wijk"),
    frozenset({"wijk"}),
    Visibility.PUBLIC,
    news=_("Nieuw document"),
)
DOCUMENT_REMOVED = Verb("wijk_document_removed", _("haalde een document van de wijk weg"), frozenset({"wijk"}))
OF_PAGE = frozenset({"wijk", "number"})
PAGE_DRAFTED = Verb("wijk_page_drafted", _("begon de pagina van de wijk te veranderen"), OF_PAGE)
PAGE_PUBLISHED = Verb("wijk_page_published", _("zette een nieuwe pagina van de wijk online"), OF_PAGE)
PAGE_DISCARDED = Verb("wijk_page_discarded", _("gooide een concept van de pagina weg"), OF_PAGE)

WHAT = frozenset({"function", "wijk"})
PUBLIC = Visibility.PUBLIC

JOIN_ASKED = Verb("wop_join_asked", _("vroeg om mee te doen"))
JOIN_WITHDRAWN = Verb("wop_join_withdrawn", _("trok de vraag om mee te doen in"))
JOIN_ACCEPTED = Verb("wop_join_accepted", _("zei ja tegen een nieuw lid"), WHAT)
JOIN_DECLINED = Verb("wop_join_declined", _("zei nee tegen een nieuw lid"))
APPOINTED = Verb("wop_appointed", _("gaf een lid een functie"), WHAT)
HANDED_OVER = Verb("wop_handed_over", _("droeg een functie over"), WHAT)
LAID_DOWN = Verb("wop_laid_down", _("legde een functie neer"), WHAT)
LEFT_TEAM = Verb("wop_left", _("stopte met het team"), WHAT)
ENDED_FOR = Verb("wop_ended_for", _("beëindigde de functie van een lid"), WHAT)
BOARD_GONE = Verb("wop_board_gone", _("heeft geen bestuur meer"))
NAME_CHOSEN = Verb("wop_name_chosen", _("koos of de eigen naam te zien is"), frozenset({"shows_name"}))
WOP_CHANGED = Verb("wop_changed", _("veranderde de gegevens van het WOP"))
ATTENDEE_ADDED = Verb("wop_attendee_added", _("schreef op wie er ook bij komt"))
ATTENDEE_CHANGED = Verb("wop_attendee_changed", _("veranderde wie er ook bij komt"))
ATTENDEE_ENDED = Verb("wop_attendee_ended", _("haalde weg wie er ook bij kwam"))
# For everybody, and so without anybody's name.
SEEKS_CHAIR = Verb(
    "wop_seeks_chair", _("zoekt een voorzitter"), visibility=PUBLIC, news=_("Het WOP zoekt een voorzitter")
)
NEW_HOLDER = {
    Function.CHAIR: Verb(
        "wop_new_chair",
        _("heeft een nieuwe voorzitter"),
        visibility=PUBLIC,
        news=_("Het WOP heeft een nieuwe voorzitter"),
    ),
    Function.SECRETARY: Verb("wop_new_secretary", _("heeft een nieuwe secretaris"), visibility=PUBLIC),
    Function.TREASURER: Verb("wop_new_treasurer", _("heeft een nieuwe penningmeester"), visibility=PUBLIC),
}

WAY = frozenset({"wijk", "number", "based_on"})
WAY_STARTED = Verb("way_started", _("begon aan een nieuwe werkwijze"), WAY)
WAY_DROPPED = Verb("way_dropped", _("gooide een concept van de werkwijze weg"), WAY)
WAY_PUBLISHED = Verb(
    "way_published", _("stelde een nieuwe werkwijze vast"), WAY, Visibility.PUBLIC, news=_("Nieuwe werkwijze")
)

VERBS: tuple[Verb, ...] = (
    DOCUMENT_ADDED,
    DOCUMENT_REMOVED,
    PAGE_DRAFTED,
    PAGE_PUBLISHED,
    PAGE_DISCARDED,
    JOIN_ASKED,
    JOIN_WITHDRAWN,
    JOIN_ACCEPTED,
    JOIN_DECLINED,
    APPOINTED,
    HANDED_OVER,
    LAID_DOWN,
    LEFT_TEAM,
    ENDED_FOR,
    BOARD_GONE,
    NAME_CHOSEN,
    WOP_CHANGED,
    ATTENDEE_ADDED,
    ATTENDEE_CHANGED,
    ATTENDEE_ENDED,
    SEEKS_CHAIR,
    WAY_STARTED,
    WAY_DROPPED,
    WAY_PUBLISHED,
    *NEW_HOLDER.values(),
)
ACTS: tuple[Verb, ...] = (JOIN_ASKED,)  # what a new account cannot do many times an hour
