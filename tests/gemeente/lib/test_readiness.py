"""Checks of a portal that is being set up."""

import pytest

from gemeente.lib import readiness
from gemeente.lib.readiness import register_check, run_checks


@pytest.fixture(autouse=True)
def _no_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readiness, "_checks", {})


def test_checks_run_in_the_order_of_the_storeys() -> None:
    register_check("people", "Er zijn mensen", lambda: True, "/mensen/")
    register_check("wijken", "Er zijn wijken", lambda: False, "")

    assert [(check.name, check.label, check.path, is_done) for check, is_done in run_checks()] == [
        ("people", "Er zijn mensen", "/mensen/", True),
        ("wijken", "Er zijn wijken", "", False),
    ]


def test_name_is_taken_once() -> None:
    register_check("people", "Er zijn mensen", lambda: True, "/mensen/")

    with pytest.raises(ValueError, match="twice"):
        register_check("people", "Anders", lambda: True, "/anders/")
