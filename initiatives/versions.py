"""Which versions somebody may read, and what differs between two of them. Reading only."""

from typing import TYPE_CHECKING, Any

from django.db.models import Exists, Max, OuterRef
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gemeente.lib.differences import differences
from gemeente.moderation.models import Hiding
from gemeente.moderation.parts import WHOLE, ids_of
from initiatives.models import Initiative, Version
from initiatives.names import listed
from initiatives.policies import owns
from initiatives.querysets import VersionQuerySet

if TYPE_CHECKING:
    from gemeente.users.models import User

LABELS: dict[str, str | Promise] = {
    "title": gettext_lazy("de titel"),
    "summary": gettext_lazy("het idee"),
    "own_share": gettext_lazy("wat we zelf doen"),
    "needs": gettext_lazy("wat we nog zoeken"),
    "place_text": gettext_lazy("de plek"),
    "wijk": gettext_lazy("de wijk"),
    "theme": gettext_lazy("het thema"),
    "organisation": gettext_lazy("de organisatie"),
}


def versions_for(user: "User | Any", initiative: Initiative) -> VersionQuerySet:
    """The versions somebody may read: all for its owners; for others none while it is hidden.

    Where a page came back after its owner corrected the text, others read from that correction on; and none that a
    manager hid by itself.
    """
    rows = Version.objects.filter(initiative=initiative)
    if owns(user, initiative):
        return rows
    if initiative.subject is None or not initiative.subject.is_public:
        return rows.none()
    hidden = ids_of(Hiding.objects.parts_of(initiative.subject_id), "version")
    return rows.from_number(first_shown(initiative)).exclude(number__in=hidden)


def first_shown(initiative: Initiative) -> int:
    """The number from which others read: the last correction made while the page was hidden, before it came back."""
    lifted = Hiding.objects.filter(subject=initiative.subject_id, part=WHOLE)
    during = lifted.filter(created_at__lt=OuterRef("made_at"), lifted_at__gte=OuterRef("made_at"))
    rows = Version.objects.filter(Exists(during), initiative=initiative)
    number: int | None = rows.aggregate(last=Max("number"))["last"]
    return number or 1


def words_of(version: Version) -> str:
    """What a version changed, in a few words."""
    names = [str(LABELS[name]) for name in version.changed if name in LABELS]
    return _("Anders: %(names)s.") % {"names": listed(names)} if names else _("De eerste tekst.")


def compared(before: Version | None, after: Version) -> list[dict[str, Any]]:
    """Each part of the text with what went and what came; alone, as it is. What is empty in both is left out."""
    found = []
    for name, label in LABELS.items():
        old, new = text_of(before or after, name), text_of(after, name)
        if old or new:
            pieces = differences(old, new)
            found.append({"name": name, "label": label, "pieces": pieces, "is_changed": old != new})
    return found


def text_of(version: Version, name: str) -> str:
    """One part of a version as text; no wijk is the whole town."""
    value = getattr(version, name)
    if name == "wijk" and value is None:
        return _("Heel Capelle")
    return str(value or "")
