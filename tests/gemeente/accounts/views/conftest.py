"""The manager's browser."""

from collections.abc import Callable

import pytest
from django.test import Client

from gemeente.users.models import User


@pytest.fixture
def desk(client_for: Callable[..., Client], mona: User, reference: None) -> Client:
    """Mona at her desk, after the second step."""
    return client_for(mona)
