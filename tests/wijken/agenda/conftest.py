"""An opgave in Oostgaarde, and who acts on it."""

import pytest

from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.factories.agenda import fresh, signalled
from wijken.agenda.models import Opgave


@pytest.fixture
def opgave(reference: None, fatima: User, oostgaarde: Wijk) -> Opgave:
    """A signal of Fatima's."""
    return fresh(signalled(oostgaarde, fatima))
