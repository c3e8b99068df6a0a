"""New texts that came too soon after others: who follows hears of them later, once."""

from django.db import transaction
from django.db.models import Exists, Max, OuterRef, Q

from gemeente.activity.models import Entry
from initiatives.actions.versions import tell_revised, told_before
from initiatives.actions.writing import locked
from initiatives.models import Initiative, Version
from initiatives.verbs import INITIATIVE_REVISED


def tell_of_changes() -> int:
    """Tell of changes that came too soon after others; returns of how many initiatives."""
    versions = Version.objects.filter(initiative=OuterRef("pk"))
    rows = Initiative.objects.public().filter(Exists(versions.filter(told_at=None, number__gt=1)))
    rows = rows.annotate(last=Max("versions__told_at")).filter(Q(last=None) | Q(last__lte=told_before()))
    return sum(tell_later(initiative=row) for row in list(rows.order_by("pk")))


@transaction.atomic
def tell_later(*, initiative: Initiative) -> bool:
    """Tell of the last change of one; says whether there was something to tell."""
    initiative = locked(initiative)
    entries = Entry.objects.filter(subject=initiative.subject, verb=INITIATIVE_REVISED.name)
    entry = entries.select_related("actor").order_by("-pk").first()
    return entry is not None and tell_revised(initiative, entry)
