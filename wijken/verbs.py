"""What the log can say of a wijk and its WOP."""

from django.utils.translation import gettext_lazy as _

from gemeente.activity.enums import Visibility
from gemeente.activity.verbs import Verb

DOCUMENT_ADDED = Verb(
    "wijk_document_added",
    _("zette een document op de pagina van de wijk"),
    frozenset({"wijk"}),
    Visibility.PUBLIC,
    news=_("Nieuw document"),
)
DOCUMENT_REMOVED = Verb("wijk_document_removed", _("haalde een document van de wijk weg"), frozenset({"wijk"}))
PAGE_PUBLISHED = Verb(
    "wijk_page_published", _("zette een nieuwe pagina van de wijk online"), frozenset({"wijk", "number"})
)

VERBS: tuple[Verb, ...] = (DOCUMENT_ADDED, DOCUMENT_REMOVED, PAGE_PUBLISHED)
ACTS: tuple[Verb, ...] = ()  # what a new account cannot do many times an hour
