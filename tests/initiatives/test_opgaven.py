"""To which opgave of its wijk an initiative belongs."""

import pytest

from gemeente.lib.errors import Refused
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.opgaven import choose_opgave
from tests.factories.agenda import signalled
from tests.factories.initiatives import published


def test_owner_hangs_it_on_an_opgave_of_its_wijk(
    fatima: User, bram: User, willem: User, oostgaarde: Wijk, schollevaar: Wijk, reference: None
) -> None:
    initiative = published(owner=fatima, wijk=oostgaarde)
    opgave, elsewhere = signalled(oostgaarde, bram), signalled(schollevaar, bram)
    for actor, chosen in ((willem, opgave), (bram, opgave), (fatima, elsewhere)):
        with pytest.raises(Refused):
            choose_opgave(initiative=initiative, actor=actor, opgave=chosen)

    for chosen in (opgave, opgave, None):
        choose_opgave(initiative=initiative, actor=fatima, opgave=chosen)

    verb = "initiative_opgave_chosen"
    changes = initiative.subject.entries.filter(verb=verb).order_by("pk").values_list("changes", flat=True)
    assert [row["opgave"] for row in changes] == [[None, opgave.pk], [opgave.pk, None]]
