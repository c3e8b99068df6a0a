"""What can happen to a meeting, as the log tells it."""

from django.utils.translation import gettext_lazy as _

from gemeente.activity.enums import Visibility
from gemeente.activity.verbs import Verb

WHEN = frozenset({"starts_at", "ends_at", "kind"})

MEETING_PLANNED = Verb(
    "meeting_planned", _("heeft de bijeenkomst gepland"), WHEN, Visibility.PUBLIC, _("Nieuwe bijeenkomst")
)
MEETING_MOVED = Verb(
    "meeting_moved", _("heeft tijd of plek veranderd"), WHEN, Visibility.PUBLIC, _("Andere tijd of plek")
)
MEETING_REVISED = Verb("meeting_revised", _("heeft de tekst aangepast"))
MEETING_CANCELLED = Verb(
    "meeting_cancelled", _("heeft de bijeenkomst afgelast"), WHEN, Visibility.PUBLIC, _("Bijeenkomst afgelast")
)
MEETING_RESUMED = Verb(
    "meeting_resumed", _("laat de bijeenkomst toch doorgaan"), WHEN, Visibility.PUBLIC, _("Bijeenkomst gaat toch door")
)
MEETING_HELD = Verb("meeting_held", _("heeft de bijeenkomst gehouden"))
MEETING_INVITED = Verb("meeting_invited", _("heeft de uitnodiging gestuurd"))

POINT_PROPOSED = Verb("point_proposed", _("stelde een punt voor de agenda voor"))
POINT_WITHDRAWN = Verb("point_withdrawn", _("haalde een voorgesteld punt weer weg"))
POINT_ANSWERED = Verb("point_answered", _("gaf antwoord op een voorgesteld punt"), frozenset({"state"}))
POINT_ADDED = Verb("point_added", _("zette een punt op de agenda"))
POINT_CHANGED = Verb("point_changed", _("paste een punt van de agenda aan"))
POINT_MOVED = Verb("point_moved", _("veranderde de volgorde van de agenda"))
POINT_DROPPED = Verb("point_dropped", _("haalde een punt van de agenda"))
SPEAKING_ASKED = Verb("speaking_asked", _("wil iets zeggen bij een punt"))
SPEAKING_ENDED = Verb("speaking_ended", _("hoeft niets meer te zeggen bij een punt"))

SIGNED_UP = Verb("meeting_signed_up", _("komt naar de bijeenkomst"))
SIGNED_OFF = Verb("meeting_signed_off", _("komt niet meer naar de bijeenkomst"))
SLOT_TAKEN = Verb("slot_taken", _("koos een moment van het spreekuur"))
SLOT_GIVEN_BACK = Verb("slot_given_back", _("gaf een moment van het spreekuur terug"))

PAPER_ADDED = Verb("meeting_paper_added", _("legde een stuk op tafel"))
PAPER_REMOVED = Verb("meeting_paper_removed", _("haalde een stuk van tafel"))

MINUTES_WRITTEN = Verb("minutes_written", _("schreef aan het verslag"), frozenset({"number"}))
MINUTES_PUBLISHED = Verb(
    "minutes_published",
    _("heeft het verslag openbaar gemaakt"),
    frozenset({"number"}),
    Visibility.PUBLIC,
    _("Nieuw verslag"),
)
ACTION_ADDED = Verb("action_added", _("schreef een actie op"))
ACTION_CHANGED = Verb("action_changed", _("paste een actie aan"))
ACTION_DROPPED = Verb("action_dropped", _("haalde een actie weg"))
ACTION_TOLD = Verb("action_told", _("vroeg iemand iets te doen"))
ACTION_DONE = Verb("action_done", _("rondde een actie af"))
ACTION_UNDONE = Verb("action_undone", _("zette een actie weer open"))
ACTIONS_HANDED_OVER = Verb("actions_handed_over", _("droeg acties over"), frozenset({"number"}))

# What a new account cannot do many times an hour.
ACTS = (POINT_PROPOSED, SPEAKING_ASKED, SIGNED_UP, SLOT_TAKEN)
VERBS = (
    MEETING_PLANNED,
    MEETING_MOVED,
    MEETING_REVISED,
    MEETING_CANCELLED,
    MEETING_RESUMED,
    MEETING_HELD,
    MEETING_INVITED,
    POINT_PROPOSED,
    POINT_WITHDRAWN,
    POINT_ANSWERED,
    POINT_ADDED,
    POINT_CHANGED,
    POINT_MOVED,
    POINT_DROPPED,
    SPEAKING_ASKED,
    SPEAKING_ENDED,
    SIGNED_UP,
    SIGNED_OFF,
    SLOT_TAKEN,
    SLOT_GIVEN_BACK,
    PAPER_ADDED,
    PAPER_REMOVED,
    MINUTES_WRITTEN,
    MINUTES_PUBLISHED,
    ACTION_ADDED,
    ACTION_CHANGED,
    ACTION_DROPPED,
    ACTION_TOLD,
    ACTION_DONE,
    ACTION_UNDONE,
    ACTIONS_HANDED_OVER,
)
