"""What cases keep about a person, as she downloads it and as it stays when she leaves."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from gemeente.accounts.actions import close_account
from gemeente.cases.actions import dispute_contact
from gemeente.cases.enums import OPEN_STATES, CaseState
from gemeente.cases.models import CaseFile
from gemeente.cases.personal_data import export_cases
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.factories.initiatives import published
from tests.gemeente.cases.stages import at_state, history, reread, spoke


@pytest.fixture
def closed(case: CaseFile, fatima: User, noor: User) -> CaseFile:
    """A case of Fatima's that ended, with a contact that stands and one she denied."""
    at_state(case, CaseState.CLAIMED, noor)
    dispute_contact(moment=spoke(case, note="Zonder haar."), actor=fatima, reason="Er belde niemand.")
    spoke(case, note="Over het hek.")
    return at_state(case, CaseState.CLOSED, noor)


@pytest.fixture
def of_bram(closed: CaseFile, bram: User, noor: User, oostgaarde: Wijk) -> CaseFile:
    """A case of Bram's with the same contact person."""
    case = at_state(published(owner=bram, wijk=oostgaarde, title="Bankje").case, CaseState.CLAIMED, noor)
    spoke(case, note="Brams buurman is lastig.")
    return case


def downloaded(client: Client) -> dict[str, Any]:
    """The file of /mijn/gegevens/download/."""
    return json.loads(client.get("/mijn/gegevens/download/").content)


def test_export_holds_her_contacts_and_steps(closed: CaseFile, of_bram: CaseFile, fatima: User) -> None:
    (share,) = export_cases(fatima)

    assert (share["number"], share["subject"], share["part"], share["state"]) == (
        closed.number,
        "Moestuin achter de Hoven",
        "owner",
        "closed",
    )
    assert share["contact_person"] == "Noor"
    assert [(row["note"], row["void_reason"]) for row in share["contacts"]] == [
        ("Zonder haar.", "Er belde niemand."),
        ("Over het hek.", ""),
        ("", ""),
    ]
    assert [(row["name"], row["reason"]) for row in share["steps"]] == [("claim", ""), ("close", "De tuin ligt er.")]


def test_export_of_a_new_case_has_no_contact_person(case: CaseFile, fatima: User) -> None:
    (share,) = export_cases(fatima)

    assert (share["contact_person"], share["contacts"], share["steps"]) == (None, [], [])


def test_export_of_others_has_nothing_of_it(
    closed: CaseFile, of_bram: CaseFile, cast: dict[str, User | None], karim: User
) -> None:
    people = {who: user for who, user in (cast | {"karim": karim}).items() if user}

    shares = {who: [case["number"] for case in export_cases(user)] for who, user in people.items()}

    assert {who: numbers for who, numbers in shares.items() if numbers} == {
        "fatima": [closed.number],
        "bram": [of_bram.number],
    }


def test_download_never_holds_the_log_of_somebody_else(
    closed: CaseFile,
    of_bram: CaseFile,
    fatima: User,
    bram: User,
    noor: User,
    karim: User,
    mona: User,
    client_for: Callable[..., Client],
) -> None:
    files = {user.first_name: json.dumps(downloaded(client_for(user))) for user in (fatima, bram, noor, karim, mona)}

    assert [who for who, text in files.items() if "Over het hek." in text] == ["Fatima"]
    assert [who for who, text in files.items() if "Brams buurman is lastig." in text] == ["Bram"]


def test_case_stays_in_the_archive_under_an_emptied_row(closed: CaseFile, fatima: User) -> None:
    steps = len(history(closed))

    close_account(user=fatima)

    assert (len(history(closed)), closed.moments.count()) == (steps, 3)
    assert closed.people.get().user.name == ""


@pytest.mark.parametrize("state", OPEN_STATES)
def test_open_case_ends_with_the_account(state: CaseState, case: CaseFile, fatima: User, noor: User) -> None:
    at_state(case, state, noor)

    close_account(user=fatima)

    assert reread(case).state == CaseState.CLOSED
    assert list(case.changes.order_by("pk").values_list("name", flat=True))[-1] == "end"
