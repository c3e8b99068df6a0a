"""The manager at her desk."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from gemeente.users.models import User


@pytest.fixture(autouse=True)
def _own_files(settings: object, tmp_path: Path) -> None:
    """What is uploaded in a test stays in it."""
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def desk(mona: User, reference: None, client_for: Callable[..., Client]) -> Client:
    """The browser of the manager, after the second step."""
    return client_for(mona)
