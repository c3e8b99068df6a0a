"""Opening a case: who is told."""

import pytest

from gemeente.accounts.enums import Role
from gemeente.activity.models import Notice
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.conftest import person
from tests.factories.initiatives import published


def told(template: str) -> list[str]:
    return list(Notice.objects.filter(template=template).order_by("pk").values_list("recipient__name", flat=True))


def test_open_case_tells_the_gebiedsregisseur_of_the_wijk(fatima: User, noor: User, oostgaarde: Wijk) -> None:
    person("Karim", role=Role.CIVIL_SERVANT)

    published(owner=fatima, wijk=oostgaarde)

    assert told("new_case") == ["Noor Jansen"]


@pytest.mark.parametrize("whole_town", [True, False])
def test_open_case_tells_the_team_where_nobody_has_the_wijk(
    whole_town: bool, bram: User, noor: User, schollevaar: Wijk
) -> None:
    person("Karim", role=Role.CIVIL_SERVANT)

    published(owner=bram, wijk=None if whole_town else schollevaar)

    assert told("new_case") == ["Karim Jansen"]


def test_open_case_tells_a_manager_where_there_is_no_team(bram: User, mona: User, schollevaar: Wijk) -> None:
    published(owner=bram, wijk=schollevaar)

    assert told("new_case") == ["Mona Jansen"]
