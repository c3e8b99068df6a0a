"""When the gemeente may say: we could not reach you."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gemeente.cases.enums import Means
from gemeente.cases.models import CaseFile, ContactMoment
from gemeente.portal.enums import RuleName
from gemeente.portal.rules import rule


@dataclass(frozen=True)
class Tries:
    """What was tried since the case (last) opened: on how many days, in how many ways, and whether by letter."""

    days: int
    ways: int
    has_letter: bool


def tries_of(case: CaseFile) -> Tries:
    """The tries that did not reach the owner; what she denied does not count. A letter is no way to talk."""
    began_on = timezone.localtime(case.began_at).date()
    rows = ContactMoment.objects.filter(
        case=case, was_reached=False, voided_at=None, created_at__gte=case.began_at, happened_on__gte=began_on
    )
    pairs = set(rows.values_list("happened_on", "means"))
    talks = {(day, means) for day, means in pairs if means != Means.LETTER}
    return Tries(
        days=len({day for day, _means in talks}),
        ways=len({means for _day, means in talks}),
        has_letter=len(talks) < len(pairs),
    )


def what_is_missing(case: CaseFile) -> str | None:
    """Why a case cannot be closed as unreached yet, in plain words; None when it can.

    The rule is a row a manager sets: so many days, so many ways, and then a letter (domain.md 4: closed is not solved).
    """
    if ContactMoment.objects.real(case, case.owner.profile.contact_way).exists():
        return _("Jullie hebben elkaar gesproken. Rond af met het resultaat.")
    tries = tries_of(case)
    days, ways = rule(RuleName.UNREACHED_DAYS) - tries.days, rule(RuleName.UNREACHED_WAYS) - tries.ways
    missing = []
    if days > 0:
        missing.append(ngettext("nog op %(n)d andere dag", "nog op %(n)d andere dagen", days) % {"n": days})
    if ways > 0:
        missing.append(ngettext("nog op %(n)d andere manier", "nog op %(n)d andere manieren", ways) % {"n": ways})
    if missing:
        return _("Probeer het eerst %(what)s. Stuur daarna een brief.") % {"what": _(" en ").join(missing)}
    return None if tries.has_letter else _("Stuur eerst nog een brief, en schrijf dat op.")
