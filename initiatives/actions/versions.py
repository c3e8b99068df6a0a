"""Versions: the text as it stood after each change of substance, and who hears of it."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Exists, Max, OuterRef, Q
from django.utils import timezone

from gemeente.activity.actions import notify
from gemeente.activity.models import Entry
from gemeente.portal.enums import RuleName
from gemeente.portal.rules import rule
from gemeente.users.models import User
from initiatives.actions.bookkeeping import in_name_of
from initiatives.actions.locking import for_each, locked
from initiatives.actions.saved_searches import look_for_readers
from initiatives.enums import PlaceKind
from initiatives.models import Initiative, Version
from initiatives.models.versions import SUBSTANCE
from initiatives.notices import REVISED, followers_and_joiners
from initiatives.verbs import INITIATIVE_REVISED


def substance_of(initiative: Initiative) -> dict[str, Any]:
    """What a version keeps, as it stands now."""
    return {name: getattr(initiative, name) for name in SUBSTANCE}


def make_version(initiative: Initiative, actor: User, changed: Iterable[str] = ()) -> Version:
    """Keep the text as it stands now, as the next version. Expects the initiative to be locked and public."""
    initiative.version_count += 1
    initiative.save(update_fields=["version_count"])
    return Version.objects.create(
        initiative=initiative,
        number=initiative.version_count,
        author=actor,
        in_name_of=in_name_of(initiative, actor),
        place_kind=initiative.place_kind,
        changed=list(changed),
        **substance_of(initiative),
    )


def keep_version(initiative: Initiative, actor: User, before: dict[str, Any], entry: Entry) -> Version | None:
    """Keep a changed text and tell who follows; the same text makes no version.

    Where it is somebody's home now, what older versions say of the place goes: it was more than others may know.
    """
    if initiative.place_kind == PlaceKind.HOME:
        older = Version.objects.filter(initiative=initiative).exclude(place_kind=PlaceKind.HOME).exclude(place_text="")
        older.update(place_text="")
    changed = [name for name, value in substance_of(initiative).items() if value != before[name]]
    if not changed:
        return None
    version = make_version(initiative, actor, changed)
    tell_revised(initiative, entry)
    look_for_readers(initiative)
    return version


# --- Who hears of it --------------------------------------------------------------------------------------------------
def told_before() -> dt.datetime:
    """Since when who heard of a new text may hear of another."""
    return timezone.now() - dt.timedelta(hours=rule(RuleName.REVISED_NOTICE_HOURS))


def tell_revised(initiative: Initiative, entry: Entry) -> bool:
    """Tell who follows or joins in that the text changed, once for all changes since they last heard; says whether.

    Who heard within REVISED_NOTICE_HOURS hears later, and nobody hears of what is hidden.
    """
    assert initiative.subject is not None
    last = Version.objects.filter(initiative=initiative).aggregate(last=Max("told_at"))["last"]
    if not initiative.subject.is_public or (last and last > told_before()):
        return False
    Version.objects.filter(initiative=initiative, told_at=None).update(told_at=timezone.now())
    notify(entry=entry, recipients=followers_and_joiners(initiative, but=entry.actor), template=REVISED)
    return True


def tell_of_changes() -> int:
    """Tell of changes that came too soon after others; returns of how many initiatives."""
    versions = Version.objects.filter(initiative=OuterRef("pk"))
    rows = Initiative.objects.public().filter(Exists(versions.filter(told_at=None, number__gt=1)))
    rows = rows.annotate(last=Max("versions__told_at")).filter(Q(last=None) | Q(last__lte=told_before()))
    return for_each(rows, tell_later)


@transaction.atomic
def tell_later(*, initiative: Initiative) -> bool:
    """Tell of the last change of one; says whether there was something to tell."""
    initiative = locked(initiative)
    entries = Entry.objects.filter(subject=initiative.subject, verb=INITIATIVE_REVISED.name)
    entry = entries.select_related("actor").order_by("-pk").first()
    return entry is not None and tell_revised(initiative, entry)
