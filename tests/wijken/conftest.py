"""Where documents go in these tests."""

import pytest
from django.core.files.storage import Storage, default_storage


@pytest.fixture
def store(settings: object) -> Storage:
    """The store of files, empty: what one test put there must not reach the next."""
    settings.STORAGES = dict(settings.STORAGES)
    return default_storage
