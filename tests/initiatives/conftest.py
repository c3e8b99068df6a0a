"""Where photos go in these tests, and a plan that somebody wrote down for another."""

import pytest
from django.core.files.storage import Storage, default_storage

from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.models import Initiative
from tests.factories.outdoors import complete


@pytest.fixture
def store(settings: object) -> Storage:
    """The store of files, empty: what one test put there must not reach the next."""
    settings.STORAGES = dict(settings.STORAGES)
    return default_storage


@pytest.fixture
def note(bas: User, oostgaarde: Wijk, reference: None) -> Initiative:
    """Ria's plan, complete, as Bas wrote it down."""
    return complete(bas, oostgaarde)
