"""The addresses of partners and the council x everybody; tests/test_access.py asks them."""

import datetime as dt

from gemeente.partners.actions import add_organisation, give_mandate
from gemeente.partners.enums import OrganisationKind
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.models import Initiative
from tests.columns import ANYONE, MANAGER, MANAGER_FORM

CLERK_FORM = "302/302 " + "403/403 " * 11 + "200/200 " + "403/403 " * 5
# fmt: off
TABLE: dict[str, str] = {
    "/beheer/partners/": MANAGER,
    "/beheer/partners/nieuw/": MANAGER_FORM,
    "/beheer/partners/<int:organisation_id>/": MANAGER,
    "/beheer/partners/<int:organisation_id>/wijzigen/": MANAGER_FORM,
    "/beheer/partners/<int:organisation_id>/mandaat/": MANAGER_FORM,
    "/beheer/partners/mandaat/<int:mandate_id>/stoppen/": MANAGER_FORM,
    "/raad/budgetten/": ANYONE,
    "/raad/budgetten/nieuw/": CLERK_FORM,
}
# fmt: on


def places(cast: dict[str, User | None], oostgaarde: Wijk, initiative: Initiative) -> dict[str, str]:
    """An object for each part of an address."""
    mona, petra = cast["mona"], cast["petra"]
    assert mona
    assert petra
    row = add_organisation(name="Havensteder", kind=OrganisationKind.HOUSING, actor=mona)
    told = {"starts_on": dt.date(2026, 1, 1), "may_sign": True, "may_promise": True}
    mandate = give_mandate(user=petra, organisation=row, actor=mona, **told)
    return {"<int:organisation_id>": str(row.pk), "<int:mandate_id>": str(mandate.pk)}
