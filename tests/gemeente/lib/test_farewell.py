"""The registry of saying goodbye."""

import pytest

from gemeente.lib import farewell
from gemeente.lib.farewell import Farewell, farewell_forms, register_farewell


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A registry of its own."""
    monkeypatch.setattr(farewell, "_parts", {})


def test_forms_come_highest_storey_first_and_without_the_empty_ones(parts: None) -> None:
    for name, asked in (("low", "a question"), ("middle", None), ("high", "another")):
        register_farewell(Farewell(name, lambda _user, _data, asked=asked: asked, lambda _user, _form: None))

    assert [(part.name, form) for part, form in farewell_forms(None, None)] == [
        ("high", "another"),
        ("low", "a question"),
    ]


def test_name_is_registered_once(parts: None) -> None:
    part = Farewell("one", lambda _user, _data: None, lambda _user, _form: None)
    register_farewell(part)

    with pytest.raises(ValueError, match="registered twice"):
        register_farewell(part)
