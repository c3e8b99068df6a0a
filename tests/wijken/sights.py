"""The pages of wijken in the small town of tests.world."""

from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.models import Initiative
from tests.factories.documents import a_document
from tests.sights import Sight
from wijken.actions.documents import add_document


def make(fatima: User, oostgaarde: Wijk, initiative: Initiative) -> tuple[Sight, ...]:
    """Something of everything that wijken shows, and its pages."""
    willem = User.objects.get(email="willem@voorbeeld.example")
    made = add_document(wijk=oostgaarde, actor=willem, document=a_document(), title="Jaarverslag")
    return (
        Sight("/wijken/oostgaarde/wop/", "willem"),
        Sight("/wijken/oostgaarde/wop/", "wilma"),
        Sight("/wijken/oostgaarde/wop/documenten/", "willem"),
        Sight(f"/wijken/oostgaarde/wop/documenten/{made.key}/weg/", "willem"),
    )
