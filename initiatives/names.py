"""Who is behind an initiative, in words that everybody reads. Which name somebody has there: `Initiative.name_of`."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from initiatives.models import Initiative


def by_line(initiative: Initiative) -> str:
    """Its owners by the names they chose, for whom they act, and who helps. Expects `with_helpers()`."""
    owners = [initiative.owner_name, *(helper.shown_name for helper in initiative.co_owners)]
    parts = [_("van %(name)s") % {"name": listed(owners)}]
    if initiative.organisation:
        parts.append(_(", voor %(organisation)s") % {"organisation": initiative.organisation})
    parts += [_(", met hulp van %(name)s") % {"name": helper.shown_name} for helper in initiative.helpers_in_name]
    return "".join(parts)


def listed(names: Sequence[str]) -> str:
    """Names as a sentence has them: a, b and c."""
    if len(names) < 2:
        return "".join(names)
    return _("%(first)s en %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}
