"""What the database itself refuses, whoever asks: history that changes, and cases that make no sense."""

import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import Model, ProtectedError
from django.utils import timezone

from gemeente.cases.enums import CaseKind, CaseState
from gemeente.cases.models import CaseChange, CaseFile, ContactMoment, FirstContactTerm
from gemeente.users.models import User
from tests.gemeente.cases.stages import at_state, history, reread

TODAY = dt.date(2026, 3, 2)


@pytest.fixture
def closed(case: CaseFile, noor: User) -> CaseFile:
    """A case with a contact and a history."""
    return at_state(case, CaseState.CLOSED, noor)


def change(model: type[Model], **fields: Any) -> int:
    """Write past every action."""
    with transaction.atomic():
        return model.objects.update(**fields)


# --- History stays ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE cases_casechange SET reason = 'Anders'",
        "UPDATE cases_casechange SET created_at = now()",
        "DELETE FROM cases_casechange",
    ],
)
def test_steps_are_only_ever_added(sql: str, closed: CaseFile) -> None:
    before = history(closed)

    with pytest.raises(IntegrityError, match="only ever added to"), transaction.atomic():
        connection.cursor().execute(sql)

    assert history(closed) == before


def test_steps_are_only_ever_added_through_the_models_too(closed: CaseFile) -> None:
    step = CaseChange.objects.earliest("pk")

    with pytest.raises(IntegrityError, match="only ever added to"), transaction.atomic():
        step.save()
    with pytest.raises(IntegrityError, match="only ever added to"), transaction.atomic():
        step.delete()


@pytest.mark.parametrize(
    "fields",
    [
        {"means": "visit"},
        {"was_reached": False},
        {"happened_on": dt.date(2026, 3, 1)},
        {"note": "Anders"},
        {"next_on": dt.date(2026, 4, 1)},
        {"void_reason": "Zonder dag"},
        {"note": "Anders", "voided_at": timezone.now()},
    ],
    ids=lambda fields: "+".join(fields),
)
def test_contact_stays_as_it_was_written(fields: dict[str, Any], closed: CaseFile) -> None:
    with pytest.raises(IntegrityError, match="can only be voided, once"):
        change(ContactMoment, **fields)

    assert change(ContactMoment, voided_at=timezone.now()) == 1


@pytest.mark.parametrize(
    "fields",
    [{"voided_at": None}, {"voided_at": dt.datetime(2026, 4, 1, tzinfo=dt.UTC)}, {"void_reason": "Toch wel"}],
    ids=["not voided after all", "voided again", "another reason"],
)
def test_contact_is_voided_once(fields: dict[str, Any], closed: CaseFile) -> None:
    change(ContactMoment, voided_at=timezone.now(), void_reason="Er belde niemand.")

    with pytest.raises(IntegrityError, match="can only be voided, once"):
        change(ContactMoment, **fields)


def test_contact_is_never_deleted(closed: CaseFile) -> None:
    with pytest.raises(IntegrityError, match="only ever added to"), transaction.atomic():
        closed.moments.get().delete()

    assert closed.moments.count() == 1


def test_case_with_a_history_is_never_deleted(closed: CaseFile) -> None:
    with pytest.raises(ProtectedError):
        closed.delete()


# --- Nonsense ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("state", "fields"),
    [
        (CaseState.NEW, {"state": "claimed"}),
        (CaseState.NEW, {"state": "reopened"}),
        (CaseState.CLAIMED, {"contact": None}),
        (CaseState.CLAIMED, {"claimed_at": None}),
        (CaseState.CLAIMED, {"state": "new"}),
        (CaseState.REOPENED, {"contact": None}),
        (CaseState.NEW, {"state": "unknown"}),
        (CaseState.NEW, {"kind": "unknown"}),
    ],
    ids=str,
)
def test_case_without_sense_is_refused(state: CaseState, fields: dict[str, Any], case: CaseFile, noor: User) -> None:
    case = at_state(case, state, noor)

    with pytest.raises(IntegrityError):
        change(CaseFile, **fields)

    assert reread(case).state == state


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [({"name": "close", "reason": ""}, "case_close_has_result"), ({"name": "unknown"}, "case_change_known")],
    ids=["close without result", "unknown step"],
)
def test_step_without_sense_is_refused(fields: dict[str, str], constraint: str, case: CaseFile, noor: User) -> None:
    sound = {"case": case, "name": "close", "source": "new", "target": "closed", "actor": noor, "reason": "Klaar."}

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        CaseChange.objects.create(**sound | fields)

    assert CaseChange.objects.create(**sound).reason == "Klaar."


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"means": "pigeon"}, "contact_moment_means_known"),
        ({"next_on": TODAY - dt.timedelta(days=1)}, "contact_moment_next_is_later"),
    ],
)
def test_contact_without_sense_is_refused(fields: dict[str, Any], constraint: str, case: CaseFile, noor: User) -> None:
    sound = {"case": case, "actor": noor, "means": "call", "was_reached": True, "happened_on": TODAY}

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        ContactMoment.objects.create(**sound | fields)

    assert ContactMoment.objects.create(**sound).means == "call"


def test_two_contacts_never_share_a_key(closed: CaseFile, noor: User) -> None:
    first = closed.moments.get()
    same = {"case": closed, "actor": noor, "means": "call", "was_reached": True, "happened_on": TODAY}

    with pytest.raises(IntegrityError, match="submission_key"), transaction.atomic():
        ContactMoment.objects.create(**same, submission_key=first.submission_key)


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"working_days": 0}, "first_contact_term_sensible"),
        ({"working_days": 61}, "first_contact_term_sensible"),
        ({"starts_on": dt.date(2020, 1, 1)}, "first_contact_term_once"),
    ],
)
def test_term_without_sense_is_refused(fields: dict[str, Any], constraint: str, reference: None) -> None:
    sound = {"kind": CaseKind.INITIATIVE, "working_days": 60, "starts_on": TODAY}

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        FirstContactTerm.objects.create(**sound | fields)

    assert FirstContactTerm.objects.create(**sound).working_days == 60
