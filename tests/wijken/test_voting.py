"""Counting votes by the rule of a wijk."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijken.voting import Ballots, Outcome, Tally, Voters, explained, part_in_words, quorum_of, tally


@dataclass(frozen=True)
class Plain:
    quorum: int = 50
    majority: int = 50


RULES = st.builds(Plain, st.integers(0, 100), st.integers(50, 100))
FEW = st.integers(0, 12)
BALLOTS = st.builds(Ballots, FEW, FEW, FEW, FEW)


@st.composite
def votes(draw: st.DrawFn) -> tuple[Plain, int, Ballots]:
    ballots = draw(BALLOTS)
    return draw(RULES), ballots.cast + ballots.recused + draw(FEW), ballots


@pytest.mark.parametrize(
    ("rule", "eligible", "ballots", "outcome"),
    [
        (Plain(), 12, Ballots(4, 2), Outcome.POSITIVE),
        (Plain(), 12, Ballots(2, 4), Outcome.NEGATIVE),
        (Plain(), 12, Ballots(3, 3), Outcome.TIE),
        (Plain(), 12, Ballots(4, 1), Outcome.NO_QUORUM),
        (Plain(), 12, Ballots(4, 1, 1), Outcome.POSITIVE),  # a blank vote counts for the quorum
        (Plain(), 12, Ballots(4, 1, 0, 2), Outcome.POSITIVE),  # of ten who may, five voted
        (Plain(), 4, Ballots(0, 0, 3), Outcome.TIE),
        (Plain(0), 12, Ballots(), Outcome.NO_QUORUM),  # nobody decides nothing
        (Plain(0), 12, Ballots(1), Outcome.POSITIVE),
        (Plain(50, 67), 6, Ballots(4, 2), Outcome.POSITIVE),  # two of three is two thirds
        (Plain(50, 67), 6, Ballots(3, 3), Outcome.NEGATIVE),
        (Plain(50, 75), 8, Ballots(6, 2), Outcome.POSITIVE),
        (Plain(50, 100), 6, Ballots(5, 1), Outcome.NEGATIVE),
        (Plain(33), 12, Ballots(4), Outcome.POSITIVE),
        (Plain(67), 12, Ballots(7), Outcome.NO_QUORUM),
        (Plain(), 1, Ballots(0, 0, 0, 1), Outcome.NO_QUORUM),  # the only one had to keep out of it
    ],
)
def test_vote_comes_to_what_the_rule_says(rule: Plain, eligible: int, ballots: Ballots, outcome: Outcome) -> None:
    assert tally(rule, eligible, ballots).outcome == outcome


@given(votes())
def test_votes_add_up(vote: tuple[Plain, int, Ballots]) -> None:
    rule, eligible, ballots = vote

    counted = tally(rule, eligible, ballots)

    assert counted.in_favour + counted.against + counted.blank == counted.cast
    assert counted.cast + counted.not_voted + counted.recused == eligible
    assert counted.is_valid == (counted.cast >= counted.quorum_needed)


@given(votes(), st.integers(0, 100))
def test_stricter_quorum_never_lets_more_through(vote: tuple[Plain, int, Ballots], other: int) -> None:
    rule, eligible, ballots = vote
    loose, strict = sorted((rule.quorum, other))

    found = [tally(Plain(quorum, rule.majority), eligible, ballots) for quorum in (loose, strict)]

    assert found[0].quorum_needed <= found[1].quorum_needed
    assert found[0].is_valid or not found[1].is_valid


@given(votes())
def test_blank_vote_counts_for_the_quorum_and_not_for_the_majority(vote: tuple[Plain, int, Ballots]) -> None:
    rule, eligible, ballots = vote
    one_more = Ballots(ballots.in_favour, ballots.against, ballots.blank + 1, ballots.recused)

    before, after = tally(rule, eligible + 1, ballots), tally(rule, eligible + 1, one_more)

    assert after.majority_needed == before.majority_needed
    assert after.cast == before.cast + 1
    assert not before.is_valid or after.outcome == before.outcome


@given(votes())
def test_vote_for_never_turns_a_yes_into_a_no(vote: tuple[Plain, int, Ballots]) -> None:
    rule, eligible, ballots = vote
    one_more = Ballots(ballots.in_favour + 1, ballots.against, ballots.blank, ballots.recused)

    if tally(rule, eligible + 1, ballots).outcome == Outcome.POSITIVE:
        assert tally(rule, eligible + 1, one_more).outcome == Outcome.POSITIVE


@given(votes())
def test_who_is_recused_is_as_if_she_were_not_there(vote: tuple[Plain, int, Ballots]) -> None:
    rule, eligible, ballots = vote
    without = Ballots(ballots.in_favour, ballots.against, ballots.blank)

    assert told(tally(rule, eligible, ballots)) == told(tally(rule, eligible - ballots.recused, without))


def told(counted: Tally) -> tuple[object, ...]:
    return counted.outcome, counted.eligible, counted.quorum_needed, counted.cast, counted.majority_needed


def test_more_votes_than_people_are_refused() -> None:
    with pytest.raises(ValueError, match="more people voted"):
        tally(Plain(), 3, Ballots(3, 0, 0, 1))
    with pytest.raises(ValueError, match="less than not at all"):
        Ballots(-1)


def test_rule_is_explained_with_numbers() -> None:
    members, board = explained(Plain(), Voters.MEMBERS, 12), explained(Plain(33, 67), Voters.BOARD, 5)

    assert members == "Van de 12 leden moeten er minstens 6 stemmen. Stemmen er 6, dan is 4 voor genoeg."
    assert board == "Van de 5 mensen in het bestuur moeten er minstens 2 stemmen. Stemmen er 2, dan is 2 voor genoeg."
    assert "één iemand" in explained(Plain(), Voters.MEMBERS, 1)
    assert "moet er minstens 1 stemmen. Stemt er 1" in explained(Plain(33), Voters.MEMBERS, 3)
    assert "nog niemand" in explained(Plain(), Voters.BOARD, 0)
    assert (quorum_of(Plain(33), 12), part_in_words(67), part_in_words(60)) == (4, "twee derde", "60 procent")
