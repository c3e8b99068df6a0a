"""The other doors of the gemeente, wherever somebody begins: {% other_doors %}, or {% other_doors wijk=wijk %}.

Above a form {% other_doors is_folded=True %}.
"""

from typing import Any

from django import template

from gemeente.places.models import Wijk
from gemeente.portal.doors import doors_in_force
from gemeente.portal.enums import Matter, TextKey
from gemeente.portal.texts import portal_text

register = template.Library()


@register.inclusion_tag("portal/other_doors.html")
def other_doors(wijk: Wijk | None = None, *, is_folded: bool = False) -> dict[str, Any]:
    """Where to go for what is not for this page. A door that cannot be followed or called is left out."""
    doors = [one for one in doors_in_force(wijk=wijk) if one.url or one.phone]
    others = [one for one in doors if one.matter != Matter.URGENT]
    return {"urgent": portal_text(TextKey.URGENT), "doors": others, "is_folded": is_folded}
