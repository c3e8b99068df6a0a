"""The registry of panels: who has nothing is spared a panel, in one query for all of them."""

import pytest
from django.http import HttpRequest

from gemeente.lib import panels
from gemeente.lib.panels import Panel, register_panel, render_panels
from gemeente.users.models import User


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> None:
    """A registry of its own, in which a template shows what it was given."""
    monkeypatch.setattr(panels, "_panels", {})
    monkeypatch.setattr(panels, "render_to_string", lambda name, context, _request: f"{name}: {context.get('is', '-')}")


def add(name: str, *found: bool, invites: bool = False) -> None:
    """A panel with a query for each of these, which finds somebody or not."""
    querysets = [User.objects.all() if one else User.objects.filter(name="nobody at all") for one in found]
    rows = (lambda about: tuple(one.filter(pk=about) for one in querysets)) if found else None
    register_panel(Panel("here", name, name, lambda *_about: {"is": "data"}, rows=rows, invites=invites))


def test_panel_without_rows_is_left_out_or_invites(
    registry: None, fatima: User, django_assert_num_queries: object
) -> None:
    add("always")
    add("either", False, True)
    add("empty", False)
    add("inviting", False, invites=True)

    with django_assert_num_queries(1):
        shown = render_panels("here", HttpRequest(), fatima)

    assert shown == ["always: data", "either: data", "inviting: -"]


def test_place_without_such_panels_asks_nothing(registry: None) -> None:
    add("always")  # and this test has no database

    assert render_panels("here", HttpRequest(), None) == ["always: data"]


def test_name_is_taken_once_a_place(registry: None) -> None:
    add("one")

    with pytest.raises(ValueError, match="registered twice"):
        add("one")
