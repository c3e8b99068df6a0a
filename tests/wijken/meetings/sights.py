"""The pages of meetings in the small town of tests.world."""

from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.models import Initiative
from tests.sights import Sight


def make(fatima: User, oostgaarde: Wijk, initiative: Initiative) -> tuple[Sight, ...]:
    """Something of everything that meetings shows, and its pages."""
    return ()
