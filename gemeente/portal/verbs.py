"""What can happen to the portal itself. The log keeps no text and no contact data: texts live in their versions."""

from django.utils.translation import gettext_lazy as _

from gemeente.activity.verbs import Verb

TEXT_CHANGED = Verb("text_changed", _("schreef een tekst van het portaal"), frozenset({"key", "version"}))
GEMEENTE_CHANGED = Verb(
    "gemeente_changed", _("wijzigde gegevens van de gemeente"), frozenset({"portal_name", "colour", "parts"})
)
DOOR_ADDED = Verb("door_added", _("zette een loket klaar"), frozenset({"matter", "wijk", "starts_on", "is_here"}))
DOOR_WITHDRAWN = Verb("door_withdrawn", _("haalde een loket weg"), frozenset({"matter", "wijk", "starts_on"}))
RULE_ADDED = Verb("rule_added", _("zette een getal klaar"), frozenset({"name", "value", "starts_on"}))
RULE_WITHDRAWN = Verb("rule_withdrawn", _("haalde een getal weg"), frozenset({"name", "value", "starts_on"}))

VERBS = (TEXT_CHANGED, GEMEENTE_CHANGED, DOOR_ADDED, DOOR_WITHDRAWN, RULE_ADDED, RULE_WITHDRAWN)
