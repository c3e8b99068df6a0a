"""What the log can say of following. Who follows what stands there nowhere."""

from django.utils.translation import gettext_lazy as _

from gemeente.activity.verbs import Verb

ADDRESSES_INVITED = Verb(
    "addresses_invited", _("nodigde adressen uit om een wijk te volgen"), frozenset({"wijk", "number"})
)
VERBS = (ADDRESSES_INVITED,)
