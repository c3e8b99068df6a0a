"""The pages of partners and the council in the small town of tests.world."""

import datetime as dt

from gemeente.accounts.enums import Role
from gemeente.accounts.roles import people_with_role
from gemeente.council.models import Budget
from gemeente.partners.actions import add_organisation, give_mandate
from gemeente.partners.enums import OrganisationKind
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.models import Initiative
from tests.sights import Sight


def make(fatima: User, oostgaarde: Wijk, initiative: Initiative) -> tuple[Sight, ...]:
    """Something of everything that partners shows, and its pages."""
    mona, griet = people_with_role(Role.MANAGER).get(), people_with_role(Role.CLERK).get()
    petra = people_with_role(Role.PARTNER).get()
    row = add_organisation(name="Havensteder", kind=OrganisationKind.HOUSING, actor=mona)
    told = {"starts_on": dt.date(2026, 1, 1), "may_sign": True, "may_promise": True}
    mandate = give_mandate(user=petra, organisation=row, actor=mona, **told)
    Budget.objects.create(
        name="Veilig oversteken",
        year=2027,
        amount=25_000,
        promised=5_000,
        body="de gemeenteraad",
        decided_on=dt.date(2026, 1, 5),
        number="2026-014",
        recorded_by=griet,
    )
    pages = ("", "nieuw/", f"{row.pk}/", f"{row.pk}/wijzigen/", f"{row.pk}/mandaat/", f"mandaat/{mandate.pk}/stoppen/")
    return (
        *(Sight(f"/beheer/partners/{page}", "mona", in_english=False) for page in pages),
        Sight("/raad/budgetten/"),
        Sight("/raad/budgetten/nieuw/", "griet", in_english=False),
    )
