"""What can happen to an agenda, its opgaven and what is promised. Everybody reads these."""

from django.utils.translation import gettext_lazy as _

from gemeente.activity.enums import Visibility
from gemeente.activity.verbs import Verb

PUBLIC = Visibility.PUBLIC
OPGAVE_SIGNALLED = Verb(
    "opgave_signalled",
    _("gaf een signaal uit de wijk"),
    frozenset({"origin"}),
    PUBLIC,
    news=_("Nieuw signaal uit de wijk"),
)
OPGAVE_CONTRIBUTED = Verb("opgave_contributed", _("vertelde iets bij de opgave"), frozenset({"kind"}), PUBLIC)
CONTRIBUTION_TAKEN_BACK = Verb("contribution_taken_back", _("haalde een bijdrage weg"), visibility=PUBLIC)
OPGAVE_SUMMED_UP = Verb("opgave_summed_up", _("vatte bijdragen samen"), frozenset({"kind", "number"}), PUBLIC)
OPGAVE_TEXT_WRITTEN = Verb("opgave_text_written", _("schreef de tekst van de opgave"), frozenset({"number"}), PUBLIC)
OPGAVE_PARTY_NAMED = Verb("opgave_party_named", _("noemde wie de opgave samen vaststelt"), frozenset({"kind"}), PUBLIC)
OPGAVE_PARTY_DROPPED = Verb("opgave_party_dropped", _("haalde een partij van de lijst"), frozenset({"kind"}), PUBLIC)
OPGAVE_SIGNED = Verb("opgave_signed", _("tekende de opgave"), frozenset({"kind", "number"}), PUBLIC)
OPGAVE_AGREED = Verb(
    "opgave_agreed",
    _("heeft de opgave vastgesteld"),
    frozenset({"number"}),
    PUBLIC,
    news=_("Een opgave is samen vastgesteld"),
)
OPGAVE_MOVED = Verb("opgave_moved", _("bracht de opgave verder"), frozenset({"state"}), PUBLIC)
OPGAVE_PLACED = Verb("opgave_placed", _("veranderde de agenda van de wijk"), frozenset({"position", "theme"}), PUBLIC)
OPGAVE_OFFER_MADE = Verb("opgave_offer_made", _("biedt hulp bij de opgave"), frozenset({"organisation"}), PUBLIC)
OPGAVE_OFFER_WITHDRAWN = Verb("opgave_offer_withdrawn", _("trok hulp in"), frozenset({"organisation"}), PUBLIC)
AGENDA_CHANGED = Verb("agenda_changed", _("schreef aan de toekomstagenda"), frozenset({"period"}), PUBLIC)
AGENDA_FROZEN = Verb("agenda_frozen", _("legde de toekomstagenda vast"), frozenset({"number"}), PUBLIC)
AGENDA_OFFERED = Verb(
    "agenda_offered",
    _("bood de toekomstagenda aan de gemeente aan"),
    frozenset({"number"}),
    PUBLIC,
    news=_("De agenda is aan de gemeente aangeboden"),
)
PROMISE_MADE = Verb(
    "promise_made",
    _("gaf antwoord op de opgave"),
    frozenset({"organisation", "answer"}),
    PUBLIC,
    news=_("Er is een antwoord op een opgave"),
)
PROMISE_CHANGED = Verb(
    "promise_changed", _("veranderde een antwoord"), frozenset({"organisation", "answer", "number"}), PUBLIC
)
PROMISE_WITHDRAWN = Verb("promise_withdrawn", _("trok een antwoord in"), frozenset({"organisation"}), PUBLIC)
PROMISE_SIGNED = Verb("promise_signed", _("tekende mee met een toezegging"), frozenset({"number"}), PUBLIC)
PROMISE_REPLIED = Verb("promise_replied", _("reageerde op een antwoord"), frozenset({"side"}), PUBLIC)
PROMISE_PROGRESS = Verb(
    "promise_progress", _("vertelde hoe ver een toezegging is"), frozenset({"side", "state"}), PUBLIC
)
POINTS_WAIT = Verb("agenda_points_wait", _("Punten van een wijk wachten op antwoord"), frozenset({"count"}))

ACTS = (OPGAVE_SIGNALLED, OPGAVE_CONTRIBUTED, PROMISE_REPLIED)
VERBS = (
    OPGAVE_SIGNALLED,
    OPGAVE_CONTRIBUTED,
    CONTRIBUTION_TAKEN_BACK,
    OPGAVE_SUMMED_UP,
    OPGAVE_TEXT_WRITTEN,
    OPGAVE_PARTY_NAMED,
    OPGAVE_PARTY_DROPPED,
    OPGAVE_SIGNED,
    OPGAVE_AGREED,
    OPGAVE_MOVED,
    OPGAVE_PLACED,
    OPGAVE_OFFER_MADE,
    OPGAVE_OFFER_WITHDRAWN,
    AGENDA_CHANGED,
    AGENDA_FROZEN,
    AGENDA_OFFERED,
    PROMISE_MADE,
    PROMISE_CHANGED,
    PROMISE_WITHDRAWN,
    PROMISE_SIGNED,
    PROMISE_REPLIED,
    PROMISE_PROGRESS,
    POINTS_WAIT,
)
