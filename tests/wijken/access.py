"""The addresses of wijken x everybody; tests/test_access.py asks them."""

from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.models import Initiative
from tests.columns import ANYONE, BOARD_ASKED, BOARD_FORM, MEMBER_PAGE
from tests.factories.documents import a_document
from wijken.actions.documents import add_document

# fmt: off
TABLE: dict[str, str] = {
    "/wijken/<slug:slug>/wop/": MEMBER_PAGE,
    "/wijken/document/<uuid:key>/":                        ANYONE,
    "/wijken/<slug:slug>/wop/documenten/":                 BOARD_FORM,
    "/wijken/<slug:slug>/wop/documenten/<uuid:key>/weg/":  BOARD_ASKED,
}
# fmt: on


def places(cast: dict[str, User | None], oostgaarde: Wijk, initiative: Initiative) -> dict[str, str]:
    """An object for each part of an address."""
    made = add_document(wijk=oostgaarde, actor=cast["willem"], document=a_document(), title="Jaarverslag")
    return {
        "/wijken/document/<uuid:key>/": f"/wijken/document/{made.key}/",
        "/wijken/<slug:slug>/wop/documenten/<uuid:key>/weg/": f"/wijken/oostgaarde/wop/documenten/{made.key}/weg/",
    }
