"""Policies of cases, for everybody."""

from gemeente.cases.models import CaseFile
from gemeente.cases.policies import can_read_worklist
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.factories.initiatives import published


def test_worklist_is_for_civil_servants(cast: dict[str, User | None]) -> None:
    assert {who for who, user in cast.items() if user and can_read_worklist(user)} == {"noor"}


def test_case_is_visible_to_its_people_and_civil_servants(cast: dict[str, User | None], oostgaarde: Wijk) -> None:
    published(owner=cast["fatima"], wijk=oostgaarde)

    seen = {who for who, user in cast.items() if user and CaseFile.objects.visible_to(user).exists()}

    assert seen == {"fatima", "noor"}
