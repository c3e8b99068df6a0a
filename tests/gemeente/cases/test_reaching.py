"""A case is closed as "not reached" after tries on several days, in several ways, and a letter: never before."""

import datetime as dt

import pytest
import time_machine

from gemeente.cases.actions import close_unreached, dispute_contact, reopen_case
from gemeente.cases.enums import CaseState, Means
from gemeente.cases.models import CaseFile
from gemeente.cases.reaching import Tries, tries_of, what_is_missing
from gemeente.lib.errors import Refused
from gemeente.portal.enums import RuleName
from gemeente.portal.models import Rule
from gemeente.users.models import User
from tests.gemeente.cases.stages import at_state, history, reread, spoke, told, tried

CALL, VISIT, LETTER = Means.CALL, Means.VISIT, Means.LETTER


@pytest.fixture
def thursday(case: CaseFile, noor: User, monday: time_machine.Traveller) -> CaseFile:
    """Noor has had the case since Monday; now it is Thursday."""
    at_state(case, CaseState.CLAIMED, noor)
    monday.move_to("2026-03-05 09:00 +0100", tick=False)
    return case


TRIED = [  # means and how many days ago; why the case cannot be closed yet, None: it can
    ([], "Probeer het eerst nog op 3 andere dagen en nog op 2 andere manieren. Stuur daarna een brief."),
    ([(CALL, 3)], "Probeer het eerst nog op 2 andere dagen en nog op 1 andere manier. Stuur daarna een brief."),
    (
        [(CALL, 3), (CALL, 2), (CALL, 1), (LETTER, 0)],
        "Probeer het eerst nog op 1 andere manier. Stuur daarna een brief.",
    ),
    (
        [(CALL, 3), (VISIT, 3), (CALL, 3), (LETTER, 0)],
        "Probeer het eerst nog op 2 andere dagen. Stuur daarna een brief.",
    ),
    ([(CALL, 3), (VISIT, 2), (CALL, 1)], "Stuur eerst nog een brief, en schrijf dat op."),
    (
        [(LETTER, 3), (CALL, 2), (LETTER, 1), (VISIT, 0)],
        "Probeer het eerst nog op 1 andere dag. Stuur daarna een brief.",
    ),
    ([(CALL, 3), (VISIT, 2), (CALL, 1), (LETTER, 0)], None),
]  # fmt: skip


@pytest.mark.parametrize(("tries", "missing"), TRIED)
def test_what_is_missing_says_what_to_do(thursday: CaseFile, noor: User, tries: list, missing: str | None) -> None:
    for means, days_ago in tries:
        tried(thursday, means, days_ago)

    assert what_is_missing(reread(thursday)) == missing
    if missing:
        with pytest.raises(Refused, match=missing):
            close_unreached(case=thursday, actor=noor, result="We kregen geen gehoor.")
    else:
        close_unreached(case=thursday, actor=noor, result="We kregen geen gehoor.")
    assert reread(thursday).state == ("claimed" if missing else "closed")


@pytest.fixture
def tried_out(thursday: CaseFile) -> CaseFile:
    """Everything the rule asks was done."""
    for means, days_ago in ((CALL, 3), (VISIT, 2), (CALL, 1), (LETTER, 0)):
        tried(thursday, means, days_ago)
    return thursday


def test_unreached_case_tells_the_owner_who_can_open_it_again(tried_out: CaseFile, noor: User, fatima: User) -> None:
    close_unreached(case=tried_out, actor=noor, result="We kregen geen gehoor. Bel ons als je weer wilt.")

    assert history(tried_out)[-1][:3] == ("unreached", "claimed", "closed")
    assert told("case_unreached") == ["Fatima Jansen"]
    assert reopen_case(case=tried_out, actor=fatima).contact == noor


def test_unreached_needs_words_for_the_owner(tried_out: CaseFile, noor: User) -> None:
    with pytest.raises(Refused, match="eigenaar"):
        close_unreached(case=tried_out, actor=noor, result="  ")

    assert close_unreached(case=tried_out, actor=noor, result="Geen gehoor.").state == "closed"


def test_unreached_is_for_the_contact_person(tried_out: CaseFile, noor: User, karim: User, fatima: User) -> None:
    for actor in (karim, fatima):
        with pytest.raises(Refused, match="vaste contact"):
            close_unreached(case=tried_out, actor=actor, result="Geen gehoor.")

    assert close_unreached(case=tried_out, actor=noor, result="Geen gehoor.").state == "closed"


def test_who_spoke_each_other_is_not_unreached(tried_out: CaseFile, noor: User) -> None:
    spoke(tried_out)

    with pytest.raises(Refused, match="gesproken"):
        close_unreached(case=tried_out, actor=noor, result="Geen gehoor.")


def test_try_that_the_owner_denies_does_not_count(tried_out: CaseFile, fatima: User) -> None:
    visit = tried_out.moments.get(means=VISIT)

    dispute_contact(moment=visit, actor=fatima)

    assert tries_of(reread(tried_out)) == Tries(days=2, ways=1, has_letter=True)


def test_tries_of_before_it_was_reopened_do_not_count(
    tried_out: CaseFile, noor: User, fatima: User, monday: time_machine.Traveller
) -> None:
    close_unreached(case=tried_out, actor=noor, result="Geen gehoor.")
    monday.shift(dt.timedelta(days=1))

    reopen_case(case=tried_out, actor=fatima)

    assert tries_of(reread(tried_out)) == Tries(days=0, ways=0, has_letter=False)


def test_manager_changes_the_rule_from_a_date(thursday: CaseFile, noor: User) -> None:
    tried(thursday, CALL, 1)
    tried(thursday, LETTER, 0)
    for name in (RuleName.UNREACHED_DAYS, RuleName.UNREACHED_WAYS):
        Rule.objects.create(name=name, value=1, starts_on=dt.date(2026, 3, 6))
    before = what_is_missing(reread(thursday))

    with time_machine.travel("2026-03-06 09:00 +0100", tick=False):
        after = what_is_missing(reread(thursday))

    assert (before is None, after) == (False, None)
