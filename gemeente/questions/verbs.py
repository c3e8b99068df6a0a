"""What can happen to a question."""

from django.utils.translation import gettext_lazy as _

from gemeente.activity.enums import Visibility
from gemeente.activity.verbs import Verb

QUESTION_ASKED = Verb(
    "question_asked", _("stelde een vraag aan de gemeente"), frozenset({"kind", "wijk"}), Visibility.CASE
)
QUESTION_PUBLISHED = Verb(
    "question_published",
    _("liet de vraag aan iedereen zien"),
    visibility=Visibility.CASE,
    news=_("Een vraag van een buur"),
)
QUESTION_UNPUBLISHED = Verb("question_unpublished", _("haalde de vraag weer weg"), visibility=Visibility.CASE)

ACTS = (QUESTION_ASKED, QUESTION_PUBLISHED)
VERBS = (QUESTION_ASKED, QUESTION_PUBLISHED, QUESTION_UNPUBLISHED)
