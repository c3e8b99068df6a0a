"""The addresses of advice x everybody; tests/test_access.py asks them."""

import datetime as dt

from django.utils import timezone

from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.models import Initiative
from tests.columns import ANYONE, BOARD_FORM, MEMBER_FORM, MEMBER_PAGE
from tests.factories.advice import given, in_voting, laid, written
from tests.factories.documents import a_document
from wijken.advice.actions.asking import ask_advice
from wijken.advice.actions.plans import add_plan_document
from wijken.advice.actions.reactions import react

# Fatima asks about her initiative; the gemeente's people and partners about anything.
ASK = "302/302 403/403 200/200 403/403 403/403 200/200 403/403 403/403 403/403 403/403 200/200 " + "403/403 " * 4
ASK += "200/200 403/403 403/403"
# The board, the members and who works for it sooner or later: of the WOP itself and of who asked.
BOARD_POST = "405/302 405/403 405/403 405/302 " + "405/403 " * 14
DESK = "302/405 " + "403/405 " * 4 + "200/405 " + "403/405 " * 9 + "200/405 403/405 403/405"
ANSWERS = "302/302 " + "403/403 " * 4 + "200/200 " + "403/403 " * 9 + "200/403 403/403 403/403"
HANDS_OVER = "302/302 " + "403/403 " * 4 + "200/200 " + "403/403 " * 9 + "200/200 403/403 403/403"
CLOSES = "302/302 403/403 403/403 200/302 " + "403/403 " * 14
LAYS = "302/302 " + "403/403 " * 4 + "200/200 " + "403/403 " * 9 + "200/200 403/403 403/403"
WORKS = "302/302 " + "403/403 " * 4 + "200/200 " + "403/403 " * 12
REACTS = (
    "302/302 200/200 200/200 200/200 200/200 403/403 403/403 200/200 403/403 403/403 200/200 200/200 200/200 200/200 "
)
REACTS += "403/403 403/403 403/403 200/200"
HERS = "302/302 403/403 200/302 " + "403/403 " * 15
MORE_TIME = "405/302 405/403 405/403 405/200 " + "405/403 " * 14

# fmt: off
TABLE: dict[str, str] = {
    "/adviezen/":                                                       ANYONE,
    "/wijken/<slug:slug>/adviezen/":                                    ANYONE,
    "/wijken/<slug:slug>/adviezen/vragen/":                             ASK,
    "/wijken/<slug:slug>/adviezen/<int:advice_id>/":                    ANYONE,
    "/wijken/<slug:slug>/adviezen/<int:advice_id>/mening/":             "302/302 " + "403/403 " * 17,  # nobody asks it
    "/wijken/<slug:slug>/adviezen/<int:advice_id>/intrekken/":          BOARD_FORM,
    "/wijken/<slug:slug>/wop/adviezen/":                                MEMBER_PAGE,
    "/wijken/<slug:slug>/wop/adviezen/nieuw/":                          BOARD_FORM,
    "/wijken/<slug:slug>/wop/adviezen/<int:advice_id>/":                MEMBER_PAGE,
    "/wijken/<slug:slug>/wop/adviezen/<int:advice_id>/oppakken/":       BOARD_POST,
    "/wijken/<slug:slug>/wop/adviezen/<int:advice_id>/schrijven/":      MEMBER_FORM,
    "/wijken/<slug:slug>/wop/adviezen/<int:advice_id>/versies/":        MEMBER_PAGE,
    "/wijken/<slug:slug>/wop/adviezen/<int:advice_id>/stemming/":       BOARD_FORM,
    "/wijken/<slug:slug>/wop/adviezen/<int:advice_id>/stemmen/":        BOARD_FORM,
    "/wijken/<slug:slug>/wop/adviezen/<int:advice_id>/sluiten/":        CLOSES,
    "/wijken/<slug:slug>/wop/adviezen/<int:advice_id>/later/":          MORE_TIME,
    "/wijken/<slug:slug>/voornemens/":                                  ANYONE,
    "/wijken/<slug:slug>/voornemens/<int:plan_id>/":                    ANYONE,
    "/wijken/<slug:slug>/voornemens/<int:plan_id>/reageren/":           REACTS,
    "/wijken/<slug:slug>/voornemens/<int:plan_id>/reactie/<int:reaction_id>/weg/": HERS,
    "/voornemens/document/<uuid:key>/":                                 ANYONE,
    "/werkbak/voornemens/":                                             DESK,
    "/werkbak/voornemens/nieuw/":                                       LAYS,
    "/werkbak/voornemens/<int:plan_id>/":                               ANSWERS,
    "/werkbak/voornemens/<int:plan_id>/document/":                      WORKS,
    "/werkbak/voornemens/<int:plan_id>/termijn/":                       WORKS,
    "/werkbak/voornemens/<int:plan_id>/besluiten/":                     WORKS,
    "/werkbak/voornemens/<int:plan_id>/intrekken/":                     WORKS,
    "/werkbak/voornemens/<int:plan_id>/overdragen/":                    HANDS_OVER,
    "/werkbak/adviezen/":                                               DESK,
    "/werkbak/adviezen/<int:advice_id>/":                               ANSWERS,
    "/werkbak/adviezen/<int:advice_id>/overdragen/":                    HANDS_OVER,
}
# fmt: on


def places(cast: dict[str, User | None], oostgaarde: Wijk, initiative: Initiative) -> dict[str, str]:
    """An advice in each state that an address needs."""
    willem = cast["willem"]
    draft = written(oostgaarde, willem, title="Hondenveld")
    voting = in_voting(oostgaarde, willem, title="Fietspad")
    out = given(oostgaarde, willem, title="Winkelplein")
    asked = ask_advice(
        wijk=oostgaarde,
        actor=cast["noor"],
        title="Ontmoetingsplek",
        question="Waar moet die komen?",
        answer_by=timezone.localdate() + dt.timedelta(days=42),
    )
    room = "/wijken/<slug:slug>/wop/adviezen/<int:advice_id>/"
    pages = dict.fromkeys(("stemmen", "sluiten", "later"), voting) | {"oppakken": asked}
    plan = laid(cast["noor"], oostgaarde)
    reaction = react(voornemen=plan, actor=cast["fatima"], text="Laat de bomen staan.")
    paper = add_plan_document(voornemen=plan, actor=cast["noor"], document=a_document(), title="Tekening")
    return {
        "<int:plan_id>": str(plan.pk),
        "<int:reaction_id>": str(reaction.pk),
        "/voornemens/document/<uuid:key>/": f"/voornemens/document/{paper.key}/",
        "/wijken/<slug:slug>/adviezen/<int:advice_id>/intrekken/": f"{draft.get_absolute_url()}intrekken/",
        "/wijken/<slug:slug>/adviezen/<int:advice_id>/": f"/wijken/oostgaarde/adviezen/{out.pk}/",
        **{f"{room}{page}/": f"/wijken/oostgaarde/wop/adviezen/{one.pk}/{page}/" for page, one in pages.items()},
        **{
            f"/werkbak/adviezen/<int:advice_id>/{page}": f"/werkbak/adviezen/{out.pk}/{page}"
            for page in ("", "overdragen/")
        },
        "<int:advice_id>": str(draft.pk),
    }
