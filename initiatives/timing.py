"""How long before or after a day something is, as people say it. Pure."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

WEEKS_FROM, MONTHS_FROM = 14, 90  # days


def timing(days_before: int | None) -> str:
    """So many days before a day (after it when negative) in words; nothing where it does not matter."""
    if days_before is None:
        return ""
    if days_before == 0:
        return _("Op de dag zelf")
    return before(days_before) if days_before > 0 else after(-days_before)


def before(days: int) -> str:
    """Days, from two weeks on weeks, from three months on months."""
    if days < WEEKS_FROM:
        return ngettext("%(n)d dag van tevoren", "%(n)d dagen van tevoren", days) % {"n": days}
    if days < MONTHS_FROM:
        weeks = round(days / 7)
        return ngettext("%(n)d week van tevoren", "%(n)d weken van tevoren", weeks) % {"n": weeks}
    months = round(days / 30)
    return ngettext("%(n)d maand van tevoren", "%(n)d maanden van tevoren", months) % {"n": months}


def after(days: int) -> str:
    """The same, afterwards."""
    if days < WEEKS_FROM:
        return ngettext("%(n)d dag erna", "%(n)d dagen erna", days) % {"n": days}
    if days < MONTHS_FROM:
        weeks = round(days / 7)
        return ngettext("%(n)d week erna", "%(n)d weken erna", weeks) % {"n": weeks}
    months = round(days / 30)
    return ngettext("%(n)d maand erna", "%(n)d maanden erna", months) % {"n": months}
