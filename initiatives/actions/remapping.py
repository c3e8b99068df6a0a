"""Moving what runs in a wijk to the version of its way that counts now, as its board chose stage by stage."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from gemeente.activity.actions import notify, record
from gemeente.lib.errors import Refused, Stale
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.enums import UNDER_WAY, Right
from initiatives.models import Helper, Initiative
from initiatives.notices import REMAPPED
from initiatives.remaps import running_in
from initiatives.verbs import WAY_REMAPPED
from wijken.actions.documents import subject_of_wop
from wijken.models import Werkwijze, WijkStage
from wijken.policies import can_write_way
from wijken.ways import way_in_force

Mapped = dict[str, WijkStage]


@transaction.atomic
def remap_way(
    *, wijk: Wijk, actor: User, old: Werkwijze | None, new: Werkwijze, mapping: Mapping[str, WijkStage]
) -> int:
    """Let what runs by an older version (None: the common way) go by the one in force; returns how many.

    `mapping` says for each stage of the old version, by its key, at which stage of the new one it then stands: always
    one of the same common stage, so that nothing comes further or back. All of it or nothing; owners and who holds the
    pen with them are told once. Whoever moves her plan at the same moment is waited for, and then counts as she is.

    Raises Refused for who is not on the board of this wijk, and for a mapping that leaves out a stage or leads
    elsewhere; Stale when another version is in force by now.
    """
    if not can_write_way(actor, wijk.pk):
        raise Refused(_("Alleen het bestuur van dit WOP kan plannen overzetten."))
    Wijk.objects.select_for_update(no_key=True).only("pk").get(pk=wijk.pk)
    if way_in_force(wijk.pk) != new:
        raise Stale(_("Er geldt intussen een andere werkwijze. Kijk opnieuw wat jullie overzetten."))
    refuse_mapping(old, new, mapping)
    locked = list(
        running_in(wijk)
        .filter(werkwijze=old)
        .select_for_update(of=("self",))
        .order_by("pk")
        .values_list("pk", "wijk_stage", "stage")
    )
    for key, stage in mapping.items():
        there = [pk for pk, own, common in locked if str(own or common) == key]
        Initiative.objects.filter(pk__in=there).update(
            werkwijze=new, wijk_stage=stage, stage_words=stage.label, stage_words_en=stage.label_en
        )
    if locked:
        tell(wijk, actor, (old.number if old else 0, new.number), [pk for pk, _own, _common in locked])
    return len(locked)


def refuse_mapping(old: Werkwijze | None, new: Werkwijze, mapping: Mapping[str, WijkStage]) -> None:
    """Raises Refused for a mapping that leaves out a stage, or leads to another version or common stage."""
    wanted = {str(s.pk): s.common for s in old.stages.all()} if old else {s.value: s.value for s in UNDER_WAY}
    if mapping.keys() != wanted.keys():
        raise Refused(_("Kies voor elke oude stap een nieuwe."))
    if any((stage.werkwijze_id, stage.common) != (new.pk, wanted[key]) for key, stage in mapping.items()):
        raise Refused(_("Een plan blijft waar het is: kies een stap die bij dezelfde fase hoort."))


def tell(wijk: Wijk, actor: User, number: tuple[int, int], ids: list[int]) -> None:
    """Log it once, and tell owners and who holds the pen with them once, however many of theirs it is about."""
    changes = {"wijk": (wijk.name, wijk.name), "number": number, "count": (None, len(ids))}
    entry = record(actor=actor, verb=WAY_REMAPPED, subject=subject_of_wop(wijk), changes=changes)
    pens = Helper.objects.active().filter(initiative__in=ids, right__in=(Right.OWNER, Right.IN_NAME))
    owners = User.objects.filter(initiatives__in=ids) | User.objects.filter(pk__in=pens.values("user"))
    people = owners.filter(is_active=True).exclude(pk=actor.pk).distinct()
    notify(entry=entry, recipients=people, template=REMAPPED, path=f"/wijken/{wijk.slug}/werkwijze/")
