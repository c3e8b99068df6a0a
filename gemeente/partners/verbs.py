"""What the log can say of organisations and mandates."""

from django.utils.translation import gettext_lazy as _

from gemeente.activity.verbs import Verb

ORGANISATION_ADDED = Verb("organisation_added", _("schreef een organisatie op"), frozenset({"organisation", "kind"}))
ORGANISATION_CHANGED = Verb(
    "organisation_changed", _("veranderde een organisatie"), frozenset({"organisation", "kind"})
)
MANDATE_GIVEN = Verb(
    "mandate_given",
    _("gaf een mandaat"),
    frozenset({"organisation", "starts_on", "ends_on", "may_sign", "may_promise"}),
)
MANDATE_ENDED = Verb("mandate_ended", _("liet een mandaat eindigen"), frozenset({"organisation", "ends_on"}))

VERBS = (ORGANISATION_ADDED, ORGANISATION_CHANGED, MANDATE_GIVEN, MANDATE_ENDED)
