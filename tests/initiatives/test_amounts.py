"""Needs in words and the own share in figures: nothing is lost, and nothing counted twice."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from initiatives.amounts import LINE_LENGTH, MOST_AMOUNT, bar_note, bar_words, left_in_words, line_of, totals_of
from initiatives.enums import NeedKind, ShareKind
from initiatives.models import Need

AMOUNTS = st.integers(0, MOST_AMOUNT)


@dataclass
class Row:
    """A share as far as it is counted."""

    kind: str
    planned: int
    done: int | None


ROWS = st.lists(st.builds(Row, st.sampled_from(ShareKind.values), AMOUNTS, st.none() | AMOUNTS))
GIVEN = st.dictionaries(st.sampled_from(ShareKind), AMOUNTS)


@given(rows=ROWS, given_by_others=GIVEN)
def test_totals_lose_nothing_and_count_nothing_twice(rows: list[Row], given_by_others: dict[ShareKind, int]) -> None:
    totals = totals_of(rows, given_by_others)

    assert len({total.kind for total in totals}) == len(totals)
    assert sum(total.planned for total in totals) == sum(row.planned for row in rows)
    assert sum(total.done or 0 for total in totals) == sum(row.done or 0 for row in rows)
    assert sum(total.given for total in totals) == sum(given_by_others.values())
    assert sum(t.together for t in totals) == sum(row.done or 0 for row in rows) + sum(given_by_others.values())


@given(rows=ROWS)
def test_totals_know_what_is_not_known_yet(rows: list[Row]) -> None:
    for total in totals_of(rows, {}):
        known = [row.done for row in rows if row.kind == total.kind and row.done is not None]
        assert total.done == (sum(known) if known else None)


def need(kind: NeedKind, title: str, amount: int, filled: int = 0, unit: str = "handen") -> Need:
    return Need(kind=kind, title=title, amount=amount, filled=filled, unit=unit)


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (need(NeedKind.HANDS, "Handen op zaterdag", 5, 3), "2 handen"),
        (need(NeedKind.HANDS, "Handen op zaterdag", 5, 4), "1 paar handen"),
        (need(NeedKind.HOURS, "Klussen", 10, 4, "uur"), "6 uur"),
        (need(NeedKind.MONEY, "Planten", 150, 20, "euro"), "130 euro"),
        (need(NeedKind.GOODS, "Een aanhanger", 1, 0, "stuks"), "een aanhanger"),
        (need(NeedKind.GOODS, "Tafels", 6, 2, "stuks"), "tafels (4)"),
    ],
)
def test_what_is_left_stands_in_a_sentence(one: Need, words: str) -> None:
    assert left_in_words(one) == words


@given(
    st.lists(
        st.builds(need, st.sampled_from(NeedKind), st.text(min_size=3, max_size=80), st.integers(1, 9), AMOUNTS),
        max_size=9,
    )
)
def test_line_fits_on_a_card_and_names_only_what_is_open(needs: list[Need]) -> None:
    line = line_of(needs)

    assert len(line) <= LINE_LENGTH
    assert bool(line) == any(one.is_open for one in needs)


@pytest.mark.parametrize(
    ("filled", "amount", "words", "note"),
    [
        (3, 5, "Handen: 3 van 5 handen", ""),
        (5, 5, "Handen: 5 van 5 handen", "gevonden"),
        (7, 5, "Handen: 7 van 5 handen", "meer dan genoeg"),
        (0, 1, "Handen", "wordt nog gezocht"),
        (1, 1, "Handen", "gevonden"),
    ],
)
def test_bar_says_what_is_true(filled: int, amount: int, words: str, note: str) -> None:
    assert (bar_words("Handen", filled, amount, "handen"), bar_note(filled, amount)) == (words, note)
