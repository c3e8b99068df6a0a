"""A case of Fatima's that began on a Monday morning, and a colleague of Noor's."""

from collections.abc import Iterator

import pytest
import time_machine

from gemeente.accounts.enums import Role
from gemeente.cases.models import CaseFile
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.conftest import person
from tests.factories.initiatives import published


@pytest.fixture
def monday() -> Iterator[time_machine.Traveller]:
    """The clock stands still on Monday 2 March 2026 at nine; `shift` and `move_to` take it on."""
    with time_machine.travel("2026-03-02 09:00 +0100", tick=False) as clock:
        yield clock


@pytest.fixture
def karim(database: None) -> User:
    """Civil servant, without a wijk."""
    return person("Karim", role=Role.CIVIL_SERVANT)


@pytest.fixture
def others(bram: User, willem: User, joost: User, hans: User, mona: User) -> dict[str, User | None]:
    """Who has nothing to do with the case: a visitor, residents, and people of gemeente and council."""
    return {"anonymous": None, "bram": bram, "willem": willem, "joost": joost, "hans": hans, "mona": mona}


@pytest.fixture
def case(monday: time_machine.Traveller, reference: None, fatima: User, noor: User, oostgaarde: Wijk) -> CaseFile:
    """Fatima's, new: Noor hears of it; contact is promised by Thursday 5 March."""
    case = published(owner=fatima, wijk=oostgaarde, title="Moestuin achter de Hoven").case
    return CaseFile.objects.with_people().get(pk=case.pk)
