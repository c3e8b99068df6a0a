"""What the log can say of the council's money."""

from django.utils.translation import gettext_lazy as _

from gemeente.activity.verbs import Verb

BUDGET_RECORDED = Verb(
    "budget_recorded", _("schreef een budget op"), frozenset({"budget", "year", "amount", "body", "number"})
)

VERBS = (BUDGET_RECORDED,)
