"""Differences between two texts."""

from hypothesis import given
from hypothesis import strategies as st

from gemeente.lib.differences import Piece, differences

TEXTS = st.lists(st.sampled_from(["een", "twee", "drie.", " ", "\n", "\n\n"]), max_size=20).map("".join)


def test_words_that_went_and_came_stand_side_by_side() -> None:
    pieces = differences("Bel ons vandaag.", "Bel ons morgen.")

    assert pieces == [Piece("same", "Bel ons "), Piece("gone", "vandaag."), Piece("new", "morgen.")]


def test_changed_words_beside_each_other_are_one_change() -> None:
    pieces = differences("Bel morgen even ons.", "Bel vandaag vroeg ons.")

    assert pieces == [
        Piece("same", "Bel "),
        Piece("gone", "morgen even"),
        Piece("new", "vandaag vroeg"),
        Piece("same", " ons."),
    ]


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_back(before: str, after: str) -> None:
    pieces = differences(before, after)

    assert "".join(piece.text for piece in pieces if piece.kind != "new") == before
    assert "".join(piece.text for piece in pieces if piece.kind != "gone") == after
