"""Who may decide on what: the full tables, for everybody of the cast."""

from collections.abc import Callable

import pytest

from gemeente.accounts.enums import Role
from gemeente.cases.enums import CasePart
from gemeente.cases.models import CaseFile, CasePerson
from gemeente.moderation.actions.hiding import answer_hiding, keep_hiding, lift_hiding
from gemeente.moderation.actions.reporting import leave_report, pass_report
from gemeente.moderation.actions.worrying import tell_worry
from gemeente.moderation.models import Hiding, Report, Worry
from gemeente.moderation.policies import (
    HIDING_POLICIES,
    REPORT_POLICIES,
    can_answer_worry,
    can_moderate,
    can_pause_account,
    can_read_worry_at_desk,
    can_worry,
)
from gemeente.users.models import User
from tests.conftest import CAST
from tests.factories.accounts import give_role


def allowed(cast: dict[str, User | None], policy: Callable[..., bool], *about: object) -> set[str]:
    """Who of the cast may."""
    return {name for name in CAST if policy(cast[name], *about)}


def test_queue_is_for_moderators_and_managers(cast: dict[str, User]) -> None:
    assert allowed(cast, can_moderate) == {"milan", "mona"}


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("open", {"leave": {"milan", "mona"}, "pass": {"milan", "mona"}, "hide": {"mona"}}),
        ("passed", {"leave": {"milan", "mona"}, "pass": set(), "hide": {"mona"}}),
        ("left", {"leave": set(), "pass": set(), "hide": set()}),
    ],
)
def test_report_is_decided_on_by(
    state: str, expected: dict[str, set[str]], report: Report, cast: dict[str, User], milan: User
) -> None:
    if state == "passed":
        pass_report(report=report, actor=milan)
    if state == "left":
        leave_report(report=report, actor=milan, reason="Dit mag.")
    row = Report.objects.with_subject().get(pk=report.pk)

    assert {name: allowed(cast, policy, row) for name, policy in REPORT_POLICIES.items()} == expected


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("hidden", {"answer": {"fatima"}, "lift": {"mona"}, "keep": set()}),
        ("answered", {"answer": set(), "lift": {"mona"}, "keep": {"mona"}}),
        ("kept", {"answer": set(), "lift": {"mona"}, "keep": set()}),
        ("lifted", {"answer": set(), "lift": set(), "keep": set()}),
    ],
)
def test_hiding_is_answered_and_lifted_by(
    state: str, expected: dict[str, set[str]], hiding: Hiding, cast: dict[str, User], fatima: User, mona: User
) -> None:
    if state in {"answered", "kept"}:
        answer_hiding(hiding=hiding, actor=fatima, answer="Het is een grap.")
    if state == "kept":
        keep_hiding(hiding=hiding, actor=mona, reason="Het kwetst.")
    if state == "lifted":
        lift_hiding(hiding=hiding, actor=mona, reason="Het is weg.")
    row = Hiding.objects.with_subject().get(pk=hiding.pk)

    assert {name: allowed(cast, policy, row) for name, policy in HIDING_POLICIES.items()} == expected


@pytest.mark.parametrize("part", ["contact", "owner", "helper"])
def test_who_has_a_part_in_the_case_stays_out_of_it(
    part: str, report: Report, mona: User, second_manager: User
) -> None:
    if part == "contact":
        CaseFile.objects.filter(subject=report.subject).update(contact=mona)
    else:
        CasePerson.objects.create(case=report.subject.cases.get(), user=mona, part=CasePart(part))
    row = Report.objects.with_subject().get(pk=report.pk)

    assert {policy(mona, row) for policy in REPORT_POLICIES.values()} == {False}
    assert {policy(second_manager, row) for policy in REPORT_POLICIES.values()} == {True}
    assert not Report.objects.visible_to(mona).exists()
    assert Report.objects.visible_to(second_manager).exists()


def test_policies_ask_nothing_of_the_database(report: Report, mona: User, django_assert_num_queries: Callable) -> None:
    row = Report.objects.with_subject().get(pk=report.pk)
    can_moderate(mona)

    with django_assert_num_queries(0):
        for policy in REPORT_POLICIES.values():
            policy(mona, row)


# --- Worries and pauses -----------------------------------------------------------------------------------------------
def test_worry_can_be_told_by_all_but_owner_and_contact(case: CaseFile, cast: dict[str, User]) -> None:
    assert allowed(cast, can_worry, case) == set(CAST) - {"fatima", "noor"}


@pytest.mark.parametrize(
    ("email", "phone", "readers", "answerers"),
    [
        ("buur@voorbeeld.example", "", {"noor"}, {"noor", "fatima"}),
        ("", "010-555 0100", {"noor"}, {"noor"}),
    ],
)
def test_worry_is_read_by_contact_and_answered_by_owner_too(
    email: str, phone: str, readers: set[str], answerers: set[str], case: CaseFile, cast: dict[str, User]
) -> None:
    worry = tell_worry(case=case, text="Komt er geluid?", email=email, phone=phone)
    row = Worry.objects.with_case().get(pk=worry.pk)

    assert allowed(cast, can_read_worry_at_desk, row.case) == readers
    assert allowed(cast, can_answer_worry, row) == answerers


def test_nobody_pauses_herself(mona: User, milan: User, bram: User) -> None:
    give_role(bram, Role.ASSESSOR)

    assert [can_pause_account(mona, mona), can_pause_account(milan, mona), can_pause_account(bram, mona)] == [
        False,
        True,
        False,
    ]
