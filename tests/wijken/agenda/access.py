"""The addresses of agenda x everybody; tests/test_access.py asks them.

In Oostgaarde stands an opgave of Fatima's with a text, two parties, an offer and an answer; Petra speaks for an
organisation, Noor for the gemeente.
"""

from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.models import Initiative
from tests.columns import ANYONE, BOARD_ASKED, MEMBER_FORM, MEMBER_PAGE, MY_FORM, OWNER_ASKED
from tests.factories.agenda import (
    mandated,
    offered,
    organisation,
    promised,
    signalled,
    the_gemeente,
    two_parties,
    worded,
    written,
)
from tests.factories.documents import a_document
from wijken.agenda.actions.agendas import put_on_agenda
from wijken.agenda.actions.exploring import contribute
from wijken.agenda.actions.offering import offer_to_opgave
from wijken.agenda.enums import ContributionKind
from wijken.agenda.models import Opgave

SUPPORT = "302/302 " + "200/302 " * 17
RESIDENT = "302/302 403/403 " + "200/302 " * 3 + "403/403 " * 13
NOBODY = "403/403 "
SIGNER = "302/302 " + NOBODY * 2 + "200/200 " + NOBODY * 6 + "200/200 " + NOBODY * 7
MANDATED = "302/302 " + NOBODY * 4 + "200/200 " + NOBODY * 4 + "200/200 " + NOBODY * 7
PETRA_FORM = "302/302 " + NOBODY * 9 + "200/200 " + NOBODY * 7
PETRA_ASKED = "302/302 " + NOBODY * 9 + "200/302 " + NOBODY * 7
BOARD_OF_IT = "302/302 " + NOBODY * 2 + "200/302 " + NOBODY * 14
EITHER_SIDE = "302/302 " + NOBODY * 2 + "200/200 200/200 " + NOBODY * 5 + "200/200 " + NOBODY * 7
MEMBER_ASKED = "302/302 403/403 403/403 200/302 200/302 " + NOBODY * 13
MEMBER_ACT = "405/302 405/403 405/403 405/302 405/302 " + "405/403 " * 13
DESK = "302/405 " + "403/405 " * 4 + "200/405 " + "403/405 " * 12

AGENDA = "/wijken/<slug:slug>/agenda/"
OPGAVE = f"{AGENDA}<slug:opgave>/"
PROMISE = f"{OPGAVE}toezegging/<int:promise_id>/"
DESK_TABLE = "/wijken/<slug:slug>/wop/agenda/"
WORK = f"{DESK_TABLE}<slug:opgave>/"
# fmt: off
TABLE: dict[str, str] = {
    AGENDA: ANYONE,
    f"{AGENDA}signaal/": MY_FORM,
    f"{AGENDA}rangorde/": RESIDENT,
    f"{AGENDA}uitvoeringsplan/": ANYONE,
    f"{AGENDA}versies/": ANYONE,
    f"{AGENDA}versies/<int:version_id>/": ANYONE,
    f"{AGENDA}document/<int:agenda_id>/": ANYONE,
    f"{AGENDA}vroeger/<int:agenda_id>/": ANYONE,
    OPGAVE: ANYONE,
    f"{OPGAVE}steunen/": SUPPORT,
    f"{OPGAVE}bijdragen/": ANYONE,
    f"{OPGAVE}bijdrage/": MY_FORM,
    f"{OPGAVE}bijdrage/<int:contribution_id>/weg/": OWNER_ASKED,
    f"{OPGAVE}tekenen/": SIGNER,
    f"{OPGAVE}teksten/": ANYONE,
    f"{OPGAVE}aanbod/": MANDATED,
    f"{OPGAVE}aanbod/<int:offer_id>/weg/": PETRA_ASKED,
    f"{OPGAVE}toezegging/": MANDATED,
    PROMISE: ANYONE,
    f"{PROMISE}wijzigen/": PETRA_FORM,
    f"{PROMISE}intrekken/": PETRA_FORM,
    f"{PROMISE}tekenen/": BOARD_OF_IT,
    f"{PROMISE}reactie/": SIGNER,
    f"{PROMISE}voortgang/": EITHER_SIDE,
    DESK_TABLE: MEMBER_PAGE,
    f"{DESK_TABLE}schrijven/": MEMBER_FORM,
    f"{DESK_TABLE}vastleggen/": MEMBER_ACT,
    f"{DESK_TABLE}aanbieden/": BOARD_ASKED,
    WORK: MEMBER_ASKED,
    f"{WORK}plaats/": MEMBER_ACT,
    f"{WORK}stap/<slug:name>/": MEMBER_FORM,
    f"{WORK}tekst/": MEMBER_FORM,
    f"{WORK}samenvatting/<slug:kind>/": MEMBER_FORM,
    f"{WORK}partij/": MEMBER_FORM,
    f"{WORK}partij/<int:party_id>/weg/": MEMBER_ASKED,
    f"{WORK}bijdrage/<int:contribution_id>/plaats/": MEMBER_ACT,
    "/werkbak/wop-punten/": DESK,
    "/initiatieven/<slug:slug>/opgave/": OWNER_ASKED,
}
# fmt: on


def worked_out(cast: dict[str, User], wijk: Wijk) -> Opgave:
    """An opgave with a text and two parties that waits for an answer, and another that is to be offered."""
    fatima, willem = cast["fatima"], cast["willem"]
    mandated(cast["petra"])
    mandated(cast["noor"], the_gemeente())
    opgave = signalled(wijk, fatima)
    contribute(opgave=opgave, actor=fatima, kind=ContributionKind.MATTER, text="Elke ochtend staat het vol.")
    worded(opgave, willem)
    two_parties(opgave, willem)
    written(wijk, willem, title="De vorige agenda")
    written(wijk, willem, document=a_document(), based_on=1, is_new=True)
    opgave = offered(opgave, willem)
    put_on_agenda(opgave=signalled(wijk, fatima, "Een bankje op de dijk"), actor=willem, is_on=True)
    offer_to_opgave(opgave=opgave, actor=cast["petra"], organisation=organisation(), what="Een zaal")
    return opgave


def places(cast: dict[str, User | None], oostgaarde: Wijk, initiative: Initiative) -> dict[str, str]:
    """An object for each part of an address."""
    people = {name: user for name, user in cast.items() if user}
    opgave = worked_out(people, oostgaarde)
    promise = promised(opgave, people["petra"])
    now, before = oostgaarde.agendas.order_by("-pk")
    base = "/wijken/oostgaarde/agenda/"
    return {
        f"{AGENDA}versies/<int:version_id>/": f"{base}versies/{now.versions.get().pk}/",
        f"{AGENDA}vroeger/<int:agenda_id>/": f"{base}vroeger/{before.pk}/",
        f"{WORK}stap/<slug:name>/": f"/wijken/oostgaarde/wop/agenda/{opgave.slug}/stap/drop/",
        "<slug:opgave>": opgave.slug,
        "<int:agenda_id>": str(now.pk),
        "<int:contribution_id>": str(opgave.contributions.get().pk),
        "<int:offer_id>": str(opgave.offers.get().pk),
        "<int:promise_id>": str(promise.pk),
        "<int:party_id>": str(opgave.parties.latest("pk").pk),
        "<slug:kind>": ContributionKind.MATTER,
    }
