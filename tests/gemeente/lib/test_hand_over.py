"""The registry of handing over."""

import pytest

from gemeente.lib import hand_over
from gemeente.lib.hand_over import HandOver, hand_over_parts, register_hand_over, what_goes_along


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A registry of its own."""
    monkeypatch.setattr(hand_over, "_parts", {})


def test_what_goes_along_is_told_in_words_without_what_is_empty(parts: None) -> None:
    def words(number: int) -> str:
        return "1 advies" if number == 1 else f"{number} adviezen"

    register_hand_over(HandOver("acties uit verslagen", lambda user, wijk: user + wijk, lambda *_about: None))
    register_hand_over(HandOver("opgaven", lambda _user, _wijk: 0, lambda *_about: None))
    register_hand_over(HandOver("adviezen", lambda _user, _wijk: 1, lambda *_about: None, words))

    assert what_goes_along(1, 2) == ["3 acties uit verslagen", "1 advies"]
    assert len(hand_over_parts()) == 3


def test_name_is_registered_once(parts: None) -> None:
    part = HandOver("one", lambda _user, _wijk: 0, lambda *_about: None)
    register_hand_over(part)

    with pytest.raises(ValueError, match="registered twice"):
        register_hand_over(part)
