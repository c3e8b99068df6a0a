"""What can happen to an initiative."""

from django.utils.translation import gettext_lazy as _

from gemeente.activity.enums import Visibility
from gemeente.activity.verbs import Verb

INITIATIVE_STARTED = Verb("initiative_started", _("begon een initiatief"), visibility=Visibility.CASE)
INITIATIVE_PUBLISHED = Verb(
    "initiative_published",
    _("zette dit initiatief online"),
    frozenset({"stage", "number", "promised_on", "rules_version", "way"}),
    Visibility.PUBLIC,
    news=_("Nieuw initiatief"),
)
INITIATIVE_REVISED = Verb(
    "initiative_revised", _("paste de tekst aan"), frozenset({"wijk", "theme"}), Visibility.PUBLIC
)
INITIATIVE_MOVED = Verb(
    "initiative_moved",
    _("zette een stap"),
    frozenset({"stage", "stage_words"}),
    Visibility.PUBLIC,
    news=_("Een stap verder"),
)
OPGAVE_CHOSEN = Verb(
    "initiative_opgave_chosen",
    _("koos bij welke opgave van de wijk dit hoort"),
    frozenset({"opgave"}),
    Visibility.PUBLIC,
)
WOP_ANSWERED = Verb("wop_answered", _("beantwoordde wat het WOP vroeg"), visibility=Visibility.CASE)
WAY_REMAPPED = Verb(
    "way_remapped",
    _("zette plannen over naar de nieuwe werkwijze"),
    frozenset({"wijk", "number", "count"}),
    Visibility.PUBLIC,
)
NEWS_TOLD = Verb("news_told", _("vertelde nieuws"), visibility=Visibility.STAFF, news=_("Nieuws"))
INQUIRED = Verb("owner_asked", _("vroeg de eigenaar iets"), visibility=Visibility.STAFF)
INQUIRY_ANSWERED = Verb("owner_answered", _("beantwoordde een vraag van een buur"), visibility=Visibility.STAFF)
INQUIRY_WITHDRAWN = Verb("inquiry_withdrawn", _("haalde een vraag weg"), visibility=Visibility.STAFF)
RESULT_TOLD = Verb(
    "result_told",
    _("schreef aan het verhaal van het resultaat"),
    visibility=Visibility.PUBLIC,
    news=_("Het verhaal van een resultaat"),
)
THANKS_ANSWERED = Verb("thanks_answered", _("koos of haar of zijn naam erbij staat"), visibility=Visibility.STAFF)
NEWS_REVISED = Verb("news_revised", _("verbeterde nieuws"), visibility=Visibility.STAFF)
NEWS_REMOVED = Verb("news_removed", _("haalde nieuws weg"), visibility=Visibility.STAFF)
PHOTOS_SHOWN = Verb("photos_shown", _("zette er foto's bij"), frozenset({"number", "place"}), Visibility.STAFF)
DOCUMENT_SHOWN = Verb("document_shown", _("zette er een document bij"), frozenset({"is_public"}), Visibility.CASE)
DOCUMENT_REMOVED = Verb("document_removed", _("haalde een document weg"), visibility=Visibility.CASE)
NOTED = Verb("initiative_noted", _("schreef een plan op voor iemand anders"), frozenset({"number", "wijk"}))
NOTE_TAKEN = Verb("note_taken", _("gaat een plan ophalen dat wachtte"), frozenset({"number"}))
NOTE_REVISED = Verb("note_revised", _("vulde een opgeschreven plan aan"), frozenset({"number", "part"}))
NOTE_FORGOTTEN = Verb("note_forgotten", _("wiste een opgeschreven plan"), frozenset({"number"}))
YES_GIVEN = Verb("yes_given", _("legde een ja vast"), frozenset({"number", "way", "given_on"}))
YES_VOIDED = Verb("yes_voided", _("liet een ja vervallen"), frozenset({"number", "way"}))
LETTER_SENT = Verb("letter_sent", _("verstuurde een brief"), frozenset({"number", "sent_on"}))
BROUGHT_OVER = Verb("initiative_imported", _("haalde een plan over"), frozenset({"reference"}))
HELPER_NAMED = Verb("helper_named", _("vroeg iemand om te helpen"), visibility=Visibility.CASE)
HELPER_ACCEPTED = Verb("helper_accepted", _("gaat helpen"), visibility=Visibility.CASE)
HELPER_ENDED = Verb("helper_ended", _("beëindigde de hulp van een buur"), frozenset({"right"}), Visibility.CASE)
RIGHT_CHANGED = Verb("right_changed", _("veranderde wat iemand mag"), frozenset({"right"}), Visibility.CASE)
NAME_CHOSEN = Verb("name_chosen", _("koos een naam"), visibility=Visibility.CASE)
PAUSED = Verb("initiative_paused", _("zette dit initiatief op pauze"), frozenset({"until"}), Visibility.PUBLIC)
RESUMED = Verb("initiative_resumed", _("gaat weer verder"), visibility=Visibility.PUBLIC)
PAUSE_OVER = Verb("pause_over", _("vroeg of het verdergaat"), visibility=Visibility.CASE)
OFFERED = Verb("initiative_offered", _("bood dit initiatief aan"), visibility=Visibility.CASE)
OFFER_ENDED = Verb("offer_ended", _("zei nee tegen een aanbod"), visibility=Visibility.CASE)
OFFER_TAKEN_BACK = Verb("offer_taken_back", _("nam een aanbod terug"), visibility=Visibility.CASE)
TAKEN_OVER = Verb("taken_over", _("nam dit initiatief over"), visibility=Visibility.PUBLIC)
QUIET_ASKED = Verb("quiet_asked", _("vroeg of dit nog loopt"), frozenset({"asked"}), Visibility.CASE)
WENT_QUIET = Verb("went_quiet", _("hoorde al een jaar niets"), visibility=Visibility.PUBLIC)
HEARD_AGAIN = Verb("heard_again", _("zei: het loopt nog"), visibility=Visibility.PUBLIC)
HANDED_OVER = Verb("handed_over", _("droeg dit initiatief over"), visibility=Visibility.PUBLIC)
WITHDRAWN = Verb("initiative_withdrawn", _("haalde dit initiatief weg"), visibility=Visibility.CASE)
PLAN_TAKEN = Verb("plan_taken", _("nam een draaiboek"), frozenset({"blueprint", "steps"}), Visibility.CASE)
START_CHOSEN = Verb("start_chosen", _("koos de dag"), frozenset({"starts_on"}), Visibility.CASE)
STEP_ADDED = Verb("step_added", _("zette een stap in de planning"))
STEP_CHANGED = Verb("step_changed", _("veranderde een stap van de planning"))
STEP_DROPPED = Verb("step_dropped", _("haalde een stap uit de planning"))
STEP_MOVED = Verb("step_shifted", _("zette een stap op een andere plek"))
STEP_DONE = Verb("step_done", _("zette een stap op klaar"), visibility=Visibility.CASE)
STEP_UNDONE = Verb("step_undone", _("zette een stap weer open"))
STEPS_REMINDED = Verb("steps_reminded", _("herinnerde aan de planning"), frozenset({"soon", "late"}), Visibility.CASE)
TIP_DISMISSED = Verb("tip_dismissed", _("wil een tip niet meer zien"), frozenset({"card"}))
BLUEPRINT_ADDED = Verb("blueprint_added", _("zette een draaiboek klaar"), frozenset({"code", "starts_on", "ends_on"}))
BLUEPRINT_WITHDRAWN = Verb("blueprint_withdrawn", _("haalde een draaiboek weg"), frozenset({"code", "starts_on"}))
CARD_ADDED = Verb("card_added", _("zette een tip klaar"), frozenset({"code", "starts_on", "ends_on"}))
CARD_WITHDRAWN = Verb("card_withdrawn", _("haalde een tip weg"), frozenset({"code", "starts_on"}))
SUPPORTED = Verb("supported", _("steunt dit initiatief"), visibility=Visibility.STAFF)
JOINED_IN = Verb("joined_in", _("doet mee"), visibility=Visibility.STAFF)
WITHDREW = Verb("withdrew", _("doet niet meer mee"), visibility=Visibility.STAFF)
NEED_STATED = Verb("need_stated", _("schreef op wat er nog nodig is"), frozenset({"kind", "amount"}))
NEED_CHANGED = Verb("need_changed", _("veranderde wat er nog nodig is"), frozenset({"amount", "is_closed"}))
SHARE_STATED = Verb("share_stated", _("schreef eigen inzet op in getallen"), frozenset({"kind", "planned", "done"}))
HELP_OFFERED = Verb("help_offered", _("biedt hulp aan"), frozenset({"amount"}))
HELP_WITHDRAWN = Verb("help_withdrawn", _("trok een aanbod van hulp in"))
HELP_COUNTED = Verb("help_counted", _("schreef op wat er gekomen is"), frozenset({"delivered"}))
HELP_THANKED = Verb("help_thanked", _("bedankte een buur"))

VERBS = (
    INITIATIVE_STARTED,
    INITIATIVE_PUBLISHED,
    INITIATIVE_REVISED,
    OPGAVE_CHOSEN,
    INITIATIVE_MOVED,
    WAY_REMAPPED,
    WOP_ANSWERED,
    NEWS_TOLD,
    INQUIRED,
    INQUIRY_ANSWERED,
    INQUIRY_WITHDRAWN,
    RESULT_TOLD,
    THANKS_ANSWERED,
    NEWS_REVISED,
    NEWS_REMOVED,
    PHOTOS_SHOWN,
    DOCUMENT_SHOWN,
    DOCUMENT_REMOVED,
    NOTED,
    NOTE_TAKEN,
    NOTE_REVISED,
    NOTE_FORGOTTEN,
    YES_GIVEN,
    YES_VOIDED,
    LETTER_SENT,
    BROUGHT_OVER,
    HELPER_NAMED,
    HELPER_ACCEPTED,
    HELPER_ENDED,
    RIGHT_CHANGED,
    NAME_CHOSEN,
    PAUSED,
    RESUMED,
    PAUSE_OVER,
    OFFERED,
    OFFER_ENDED,
    OFFER_TAKEN_BACK,
    TAKEN_OVER,
    QUIET_ASKED,
    WENT_QUIET,
    HEARD_AGAIN,
    HANDED_OVER,
    WITHDRAWN,
    PLAN_TAKEN,
    START_CHOSEN,
    STEP_ADDED,
    STEP_CHANGED,
    STEP_DROPPED,
    STEP_MOVED,
    STEP_DONE,
    STEP_UNDONE,
    STEPS_REMINDED,
    TIP_DISMISSED,
    BLUEPRINT_ADDED,
    BLUEPRINT_WITHDRAWN,
    CARD_ADDED,
    CARD_WITHDRAWN,
    SUPPORTED,
    JOINED_IN,
    WITHDREW,
    NEED_STATED,
    NEED_CHANGED,
    SHARE_STATED,
    HELP_OFFERED,
    HELP_WITHDRAWN,
    HELP_COUNTED,
    HELP_THANKED,
)

# What counts when a new account is asked to slow down (moderation).
ACTS = (INITIATIVE_PUBLISHED, NEWS_TOLD, INQUIRED, SUPPORTED, JOINED_IN, HELP_OFFERED)
