"""Reference tables of the back office."""

from django.db import models, transaction
from django.utils.translation import gettext as _

from gemeente.accounts.policies import can_change_reference
from gemeente.accounts.verbs import REFERENCE_CHANGED
from gemeente.activity.actions import record
from gemeente.lib.errors import Refused
from gemeente.lib.site_version import read_again
from gemeente.users.models import User


@transaction.atomic
def save_reference(*, row: models.Model, actor: User) -> None:
    """Save a row of a reference table for a manager; the log keeps which row, never its texts. Raises Refused."""
    if not can_change_reference(actor):
        raise Refused(_("Alleen een beheerder kan dit veranderen."))
    row.save()
    transaction.on_commit(read_again)
    changes = {"table": (None, row._meta.label_lower), "row": (None, row.pk)}
    record(actor=actor, verb=REFERENCE_CHANGED, changes=changes)
