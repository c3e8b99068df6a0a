"""The addresses of wijken x everybody; tests/test_access.py asks them."""

from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.models import Initiative
from tests.columns import ANYONE, BOARD_ACT, BOARD_ASKED, BOARD_FORM, BOARD_PAGE, MEMBER_FORM, MEMBER_PAGE
from tests.factories.documents import a_document
from tests.factories.pages import TEXT_BLOCK, page
from tests.factories.teams import asks, comes
from tests.factories.ways import a_way, draft_of
from wijken.actions.documents import add_document
from wijken.models import WijkTheme

# fmt: off
TABLE: dict[str, str] = {
    "/wijken/<slug:slug>/wop/": MEMBER_PAGE,
    "/wijken/<slug:slug>/wop/pagina/":                         BOARD_PAGE,
    "/wijken/<slug:slug>/wop/pagina/welkom/":                  BOARD_ASKED,
    "/wijken/<slug:slug>/wop/pagina/tekst/":                   BOARD_FORM,
    "/wijken/<slug:slug>/wop/pagina/voorbeeld/":               BOARD_PAGE,
    "/wijken/<slug:slug>/wop/pagina/online/":                  "405/302 405/403 405/403 405/409 " + "405/403 " * 14,
    "/wijken/<slug:slug>/wop/pagina/weggooien/":               BOARD_ASKED,
    "/wijken/<slug:slug>/wop/pagina/versies/":                 BOARD_PAGE,
    "/wijken/<slug:slug>/wop/pagina/versies/<int:number>/":    BOARD_ASKED,
    "/wijken/<slug:slug>/wop/pagina/deel/<slug:key>/":         BOARD_ASKED,
    "/wijken/<slug:slug>/wop/pagina/deel/<slug:key>/plaats/":  "405/302 405/403 405/403 405/404 " + "405/403 " * 14,
    "/wijken/<slug:slug>/wop/pagina/deel/<slug:key>/tonen/":   "405/302 405/403 405/403 405/404 " + "405/403 " * 14,
    "/wijken/<slug:slug>/wop/pagina/deel/<slug:key>/weg/":     "302/302 403/403 403/403 200/409 " + "403/403 " * 14,
    "/wijken/document/<uuid:key>/":                        ANYONE,
    "/wijken/<slug:slug>/wop/documenten/":                 BOARD_FORM,
    "/wijken/<slug:slug>/wop/documenten/<uuid:key>/weg/":  BOARD_ASKED,
    "/wijken/<slug:slug>/team/": ANYONE,
    # A resident asks; who is in the team, or comes for her work, reads why not.
    "/wijken/<slug:slug>/team/meedoen/": "302/302 " + "200/200 " * 2 + "200/403 " * 4 + "200/200 " + "200/403 " * 3
    + "200/200 " + "200/403 " * 6,
    "/wijken/<slug:slug>/team/meedoen/intrekken/": "405/302 " * 18,
    "/wijken/<slug:slug>/wop/naam/":           "302/302 403/403 403/403 200/302 200/302 " + "403/403 " * 13,
    "/wijken/<slug:slug>/wop/themas/": BOARD_FORM,
    "/wijken/<slug:slug>/wop/themas/<int:theme_id>/": BOARD_ACT,
    "/wijken/<slug:slug>/wop/gegevens/": BOARD_FORM,
    "/wijken/<slug:slug>/wop/team/": MEMBER_PAGE,
    "/wijken/<slug:slug>/wop/team/vroeger/": MEMBER_PAGE,
    "/wijken/<slug:slug>/wop/team/aanvraag/<int:request_id>/": BOARD_FORM,
    "/wijken/<slug:slug>/wop/team/<int:user_id>/functie/": BOARD_FORM,
    "/wijken/<slug:slug>/wop/team/<int:user_id>/overdragen/": MEMBER_FORM,
    "/wijken/<slug:slug>/wop/team/<int:user_id>/stoppen/": MEMBER_FORM,
    "/wijken/<slug:slug>/wop/erbij/": BOARD_FORM,
    "/wijken/<slug:slug>/wop/erbij/<int:attendee_id>/": BOARD_FORM,
    "/wijken/<slug:slug>/wop/erbij/<int:attendee_id>/weg/": BOARD_ACT,
    "/wijken/<slug:slug>/werkwijze/":                      ANYONE,
    "/wijken/<slug:slug>/werkwijze/<int:number>/":         ANYONE,
    "/wijken/<slug:slug>/wop/werkwijze/":                  BOARD_FORM,
    "/wijken/<slug:slug>/wop/werkwijze/beloften/":         BOARD_FORM,
    "/wijken/<slug:slug>/wop/werkwijze/regels/<slug:matter>/":                BOARD_FORM,
    "/wijken/<slug:slug>/wop/werkwijze/<slug:kind>/":                         BOARD_FORM,
    "/wijken/<slug:slug>/wop/werkwijze/<slug:kind>/<int:row_id>/":            BOARD_FORM,
    "/wijken/<slug:slug>/wop/werkwijze/<slug:kind>/<int:row_id>/plek/":       BOARD_ACT,
    "/wijken/<slug:slug>/wop/werkwijze/<slug:kind>/<int:row_id>/weg/":        BOARD_ASKED,
    "/wijken/<slug:slug>/wop/werkwijze/overzetten/":                BOARD_PAGE,
    "/wijken/<slug:slug>/wop/werkwijze/overzetten/<int:number>/":   BOARD_FORM,
    "/wijken/<slug:slug>/wop/werkwijze/weg/":              BOARD_ASKED,
    # Posted after the draft was thrown away.
    "/wijken/<slug:slug>/wop/werkwijze/nakijken/":         BOARD_FORM.replace("200/200", "200/404"),
}
# fmt: on


def places(cast: dict[str, User | None], oostgaarde: Wijk, initiative: Initiative) -> dict[str, str]:
    """An object for each part of an address."""
    made = add_document(wijk=oostgaarde, actor=cast["willem"], document=a_document(), title="Jaarverslag")
    a_way(oostgaarde)
    stage = draft_of(oostgaarde, number=2).stages.all()[1]
    page(oostgaarde, TEXT_BLOCK)
    part = "/wijken/<slug:slug>/wop/pagina/deel/<slug:key>/"
    documents = {
        f"{part}weg/": "/wijken/oostgaarde/wop/pagina/deel/text-1/weg/",  # before the shorter ones
        part: "/wijken/oostgaarde/wop/pagina/deel/initiatives/",
        "/wijken/<slug:slug>/wop/pagina/versies/<int:number>/": "/wijken/oostgaarde/wop/pagina/versies/1/",
        "/wijken/<slug:slug>/werkwijze/<int:number>/": "/wijken/oostgaarde/werkwijze/1/",
        "/wijken/<slug:slug>/wop/werkwijze/overzetten/<int:number>/": "/wijken/oostgaarde/wop/werkwijze/overzetten/0/",
        "<slug:matter>": "advice",
        "/wijken/<slug:slug>/wop/werkwijze/<slug:kind>/": "/wijken/oostgaarde/wop/werkwijze/stappen/",
        "<int:row_id>": str(stage.pk),
        "/wijken/document/<uuid:key>/": f"/wijken/document/{made.key}/",
        "/wijken/<slug:slug>/wop/documenten/<uuid:key>/weg/": f"/wijken/oostgaarde/wop/documenten/{made.key}/weg/",
    }
    wilma, fatima = cast["wilma"], cast["fatima"]
    assert wilma is not None
    assert fatima is not None
    return documents | {
        "<int:user_id>": str(wilma.pk),
        "<int:request_id>": str(asks(fatima, oostgaarde).pk),
        "<int:attendee_id>": str(comes(oostgaarde).pk),
        "<int:theme_id>": str(WijkTheme.objects.create(wijk=oostgaarde, name="Groen").pk),
    }
