"""The addresses of agenda x everybody; tests/test_access.py asks them."""

import uuid

from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.models import Initiative
from tests.columns import ANYONE, MY_FORM
from wijken.agenda.actions.opgaven import raise_signal

SUPPORT = "302/302 " + "200/302 " * 17
# fmt: off
TABLE: dict[str, str] = {
    "/wijken/<slug:slug>/agenda/": ANYONE,
    "/wijken/<slug:slug>/agenda/signaal/": MY_FORM,
    "/wijken/<slug:slug>/agenda/<slug:opgave>/": ANYONE,
    "/wijken/<slug:slug>/agenda/<slug:opgave>/steunen/": SUPPORT,
}
# fmt: on


def places(cast: dict[str, User | None], oostgaarde: Wijk, initiative: Initiative) -> dict[str, str]:
    """An object for each part of an address."""
    fatima = cast["fatima"]
    assert fatima
    opgave = raise_signal(
        wijk=oostgaarde,
        actor=fatima,
        title="Oversteken bij de school",
        signal="Auto's rijden hard langs de school.",
        submission_key=uuid.UUID(int=1),
    )
    return {"<slug:opgave>": opgave.slug}
