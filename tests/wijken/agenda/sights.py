"""The pages of agenda in the small town of tests.world."""

import uuid

from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.models import Initiative
from tests.sights import Sight
from wijken.agenda.actions.opgaven import raise_signal


def make(fatima: User, oostgaarde: Wijk, initiative: Initiative) -> tuple[Sight, ...]:
    """Something of everything that agenda shows, and its pages."""
    opgave = raise_signal(
        wijk=oostgaarde,
        actor=fatima,
        title="Oversteken bij de school",
        signal="Auto's rijden hard langs de school.",
        submission_key=uuid.UUID(int=1),
    )
    agenda = "/wijken/oostgaarde/agenda/"
    return (
        Sight(agenda),
        Sight(f"{agenda}signaal/", "fatima"),
        Sight(f"{agenda}{opgave.slug}/"),
        Sight(f"{agenda}{opgave.slug}/", "fatima"),
        Sight(f"{agenda}{opgave.slug}/steunen/", "bram"),
    )
