"""Every write of a manager about the portal itself: texts, who we are, doors and numbers."""

import datetime as dt
import hashlib
import uuid
from functools import partial
from typing import Any

from django.core.files.base import ContentFile
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.activity.actions import record
from gemeente.lib.colours import is_readable
from gemeente.lib.errors import Refused, Stale
from gemeente.lib.images import CleanLogo
from gemeente.lib.site_version import read_again
from gemeente.places.models import Gemeente, Wijk
from gemeente.portal.enums import LOCAL_MATTERS, Matter, RuleName, TextKey
from gemeente.portal.models import Door, Rule, TextVersion
from gemeente.portal.policies import can_change_gemeente, can_edit_texts, can_set_doors, can_set_rules
from gemeente.portal.verbs import (
    DOOR_ADDED,
    DOOR_WITHDRAWN,
    GEMEENTE_CHANGED,
    RULE_ADDED,
    RULE_WITHDRAWN,
    TEXT_CHANGED,
)
from gemeente.users.models import User

# What a manager says of the gemeente; its name and code come with the installation.
TOLD = (
    "portal_name",
    "phone",
    "email",
    "address",
    "opening_hours",
    "opening_hours_en",
    "team_name",
    "team_name_en",
    "sender_name",
    "sender_email",
    "colour",
    "logo_text",
)
LOGGED = ("portal_name", "colour")  # of the rest the log keeps only that it changed


# --- Texts ------------------------------------------------------------------------------------------------------------
@transaction.atomic
def save_text(*, key: TextKey, dutch: str, english: str, based_on: int | None, actor: User) -> TextVersion:
    """Add a version of a text, which counts from now on. The same words again change nothing.

    `based_on` is the version the writer had before her. Raises Refused for who is no manager, Stale when somebody
    saved another version meanwhile.
    """
    if not can_edit_texts(actor):
        raise Refused(_("Alleen een beheerder kan dit veranderen."))
    _one_at_a_time(f"text {key}")
    newest = TextVersion.objects.of_key(key).first()
    if newest and (newest.dutch, newest.english) == (dutch, english):
        return newest
    if (newest.pk if newest else None) != based_on:
        raise Stale(_("Iemand anders heeft deze tekst net bewaard. Bekijk eerst wat er nu staat."))
    version = TextVersion.objects.create(key=key, dutch=dutch, english=english, author=actor)
    changes = {"key": (key, key), "version": (based_on, version.pk)}
    record(actor=actor, verb=TEXT_CHANGED, changes=changes)
    transaction.on_commit(read_again)
    return version


@transaction.atomic
def restore_text(*, version: TextVersion, actor: User) -> TextVersion:
    """Let an older version count again, as a new one: history stays. Raises what `save_text` raises."""
    newest = TextVersion.objects.of_key(version.key).first()
    return save_text(
        key=TextKey(version.key),
        dutch=version.dutch,
        english=version.english,
        based_on=newest.pk if newest else None,
        actor=actor,
    )


# --- Who we are -------------------------------------------------------------------------------------------------------
@transaction.atomic
def change_gemeente(
    *, actor: User, based_on: str = "", logo: CleanLogo | None = None, keeps_logo: bool = True, **told: str
) -> Gemeente:
    """Change what every page and mail says of the gemeente, and its house style.

    `told` holds any of TOLD; `logo` is a clean picture, None for no new one; `keeps_logo` False takes the old one away;
    `based_on` is the `fingerprint` of what the manager saw. Raises Refused for who is no manager and for a colour on
    which white text cannot be read, Stale when somebody changed it meanwhile.
    """
    if not can_change_gemeente(actor):
        raise Refused(_("Alleen een beheerder kan dit veranderen."))
    if told.get("colour") and not is_readable(told["colour"]):
        raise Refused(_("Witte tekst is op deze kleur niet goed te lezen. Kies een donkerdere kleur."))
    if unknown := told.keys() - set(TOLD):
        raise ValueError(f"unknown: {sorted(unknown)}")
    gemeente = Gemeente.objects.select_for_update().order_by("pk")[0]
    if based_on and based_on != fingerprint(gemeente):
        raise Stale(_("Iemand anders heeft dit net veranderd. Bekijk eerst wat er nu staat."))
    before = {name: getattr(gemeente, name) for name in told}
    different = [name for name, value in told.items() if before[name] != value]
    for name in different:
        setattr(gemeente, name, told[name])
    if logo or not keeps_logo:
        different += _change_logo(gemeente, logo)
    if different:
        gemeente.save(update_fields=different)
        changes: dict[str, tuple[Any, Any]] = {n: (before[n], told[n]) for n in LOGGED if n in different}
        record(actor=actor, verb=GEMEENTE_CHANGED, changes=changes | {"parts": (None, ", ".join(sorted(different)))})
        transaction.on_commit(read_again)
    return gemeente


def fingerprint(gemeente: Gemeente) -> str:
    """What the gemeente says of itself now, in one short word: another one when anything of it changed."""
    said = repr([*(getattr(gemeente, name) for name in TOLD), str(gemeente.logo)])
    return hashlib.blake2b(said.encode(), digest_size=8).hexdigest()


def _change_logo(gemeente: Gemeente, logo: CleanLogo | None) -> list[str]:
    """Put a logo in the place of the one there was; returns the fields that differ. The old file goes on commit."""
    if gemeente.logo:
        transaction.on_commit(partial(gemeente.logo.storage.delete, str(gemeente.logo.name)))
    elif logo is None:
        return []
    gemeente.logo, gemeente.logo_width, gemeente.logo_height = "", 0, 0
    if logo:
        gemeente.logo.save(f"{uuid.uuid4().hex}.webp", ContentFile(logo.data), save=False)
        gemeente.logo_width, gemeente.logo_height = logo.width, logo.height
    return ["logo", "logo_width", "logo_height"]


# --- Doors and numbers, by date ---------------------------------------------------------------------------------------
@transaction.atomic
def add_door(*, actor: User, matter: Matter, wijk: Wijk | None, starts_on: dt.date, is_here: bool, **told: str) -> Door:
    """Let a matter have another door from a day on; what is in force until then stays so.

    `told` is name, name_en, url, phone, explanation and explanation_en. Raises Refused for who is no manager, a day
    that has passed, a second row on one day, a wijk where all wijken share one door, and a door nobody can find.
    """
    if not can_set_doors(actor):
        raise Refused(_("Alleen een beheerder kan dit veranderen."))
    _refuse_the_past(starts_on)
    if wijk and matter not in LOCAL_MATTERS:
        raise Refused(_("Dit loket is voor alle wijken hetzelfde."))
    if not is_here and not told.get("url") and not told.get("phone"):
        raise Refused(_("Vul een link of een telefoonnummer in: anders kan niemand het loket vinden."))
    _one_at_a_time("doors")
    if Door.objects.filter(matter=matter, wijk=wijk, starts_on=starts_on).exists():
        raise Refused(_("Op deze dag begint al een loket. Haal dat eerst weg, of kies een andere dag."))
    made = Door.objects.create(matter=matter, wijk=wijk, starts_on=starts_on, is_here=is_here, **told)
    changes = {"matter": (None, matter), "wijk": (None, wijk), "starts_on": (None, starts_on)}
    record(actor=actor, verb=DOOR_ADDED, changes=changes | {"is_here": (None, is_here)})
    transaction.on_commit(read_again)
    return made


@transaction.atomic
def withdraw_door(*, door: Door, actor: User) -> None:
    """Take away a door that has not begun. Raises Refused for who is no manager, and for one that has."""
    if not can_set_doors(actor):
        raise Refused(_("Alleen een beheerder kan dit veranderen."))
    row = Door.objects.select_for_update(of=["self"]).select_related("wijk").filter(pk=door.pk).first()
    if row is None:
        return
    _refuse_what_has_begun(row.starts_on)
    changes = {"matter": (row.matter, None), "wijk": (row.wijk, None), "starts_on": (row.starts_on, None)}
    record(actor=actor, verb=DOOR_WITHDRAWN, changes=changes)
    row.delete()
    transaction.on_commit(read_again)


@transaction.atomic
def add_rule(*, actor: User, name: RuleName, value: int, starts_on: dt.date) -> Rule:
    """Let a number of the portal be another one from a day on.

    Raises Refused for who is no manager, a day that has passed, and a second row on one day.
    """
    if not can_set_rules(actor):
        raise Refused(_("Alleen een beheerder kan dit veranderen."))
    _refuse_the_past(starts_on)
    if value < 1:
        raise Refused(_("Kies een getal van 1 of meer."))
    _one_at_a_time("rules")
    if Rule.objects.filter(name=name, starts_on=starts_on).exists():
        raise Refused(_("Op deze dag begint al een getal. Haal dat eerst weg, of kies een andere dag."))
    made = Rule.objects.create(name=name, value=value, starts_on=starts_on)
    changes = {"name": (None, name), "value": (None, value), "starts_on": (None, starts_on)}
    record(actor=actor, verb=RULE_ADDED, changes=changes)
    return made


@transaction.atomic
def withdraw_rule(*, rule: Rule, actor: User) -> None:
    """Take away a number that has not begun. Raises Refused for who is no manager, and for one that has."""
    if not can_set_rules(actor):
        raise Refused(_("Alleen een beheerder kan dit veranderen."))
    row = Rule.objects.select_for_update().filter(pk=rule.pk).first()
    if row is None:
        return
    _refuse_what_has_begun(row.starts_on)
    changes = {"name": (row.name, None), "value": (row.value, None), "starts_on": (row.starts_on, None)}
    record(actor=actor, verb=RULE_WITHDRAWN, changes=changes)
    row.delete()


def _refuse_the_past(starts_on: dt.date) -> None:
    if starts_on < timezone.localdate():
        raise Refused(_("Deze dag is voorbij. Kies vandaag of later."))


def _refuse_what_has_begun(starts_on: dt.date) -> None:
    if starts_on <= timezone.localdate():
        raise Refused(_("Dit geldt al. Zet iets nieuws klaar in plaats daarvan."))


def _one_at_a_time(what: str) -> None:
    """Let the next who writes the same wait until this transaction ends: there may be no row yet to lock."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"portal {what}"])
