"""The addresses of meetings x everybody; tests/test_access.py asks them."""

import uuid

from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.models import Initiative
from tests.columns import (
    ANYONE,
    BOARD_ASKED,
    BOARD_FORM,
    FORM,
    MEMBER_FORM,
    MEMBER_PAGE,
    MY_FORM,
)
from tests.factories.documents import a_document
from tests.factories.meetings import noted, planned, pointed, proposed
from wijken.meetings.actions.action_points import add_action
from wijken.meetings.actions.attending import request_sign_up, sign_up
from wijken.meetings.actions.meetings import cancel_meeting
from wijken.meetings.actions.papers import add_paper
from wijken.meetings.delivery import confirm_token, sign_off_path
from wijken.meetings.enums import MeetingKind

MEETING = "/wijken/<slug:slug>/bijeenkomsten/<int:meeting_id>/"
DESK = "/wijken/<slug:slug>/wop/bijeenkomsten/"
ONE = f"{DESK}<int:meeting_id>/"
EVERYBODY = "200/302 " * 18
COMING = "302/302 " + "200/302 " * 17
MEMBER_ASKED = "302/302 403/403 403/403 200/302 200/302 " + "403/403 " * 13
MEMBER_ACT = "405/302 405/403 405/403 405/302 405/302 " + "405/403 " * 13

# fmt: off
TABLE: dict[str, str] = {
    "/bijeenkomsten/": ANYONE,
    "/bijeenkomsten.ics": ANYONE,
    "/wijken/<slug:slug>/bijeenkomsten/": ANYONE,
    "/wijken/<slug:slug>/bijeenkomsten.ics": ANYONE,
    "/wijken/<slug:slug>/bijeenkomsten/<int:meeting_id>.ics": ANYONE,
    MEETING: ANYONE,
    f"{MEETING}uitnodiging/": ANYONE,
    f"{MEETING}komen/": "200/200 " + "200/302 " * 17,
    f"{MEETING}niet-komen/": COMING,
    f"{MEETING}moment/<int:slot_id>/": FORM,
    f"{MEETING}punt/": MY_FORM,
    f"{MEETING}punt/<int:point_id>/weg/": "302/302 404/404 200/302 " + "404/404 " * 15,
    f"{MEETING}punt/<int:point_id>/spreken/": COMING,
    f"{MEETING}stuk/<uuid:key>/": ANYONE,
    f"{MEETING}verslag/": ANYONE,
    "/bijeenkomsten/komen/<str:token>/": EVERYBODY,
    "/bijeenkomsten/niet-komen/<str:token>/": EVERYBODY,
    "/bijeenkomsten/actie/<int:action_id>/klaar/": MEMBER_ACT,
    DESK: "302/405 403/405 403/405 200/405 200/405 200/405 " + "403/405 " * 12,
    f"{DESK}nieuw/": BOARD_FORM,
    f"{DESK}spreekuur/": "302/302 403/403 403/403 200/200 403/403 200/200 " + "403/403 " * 12,
    ONE: MEMBER_PAGE,
    f"{ONE}aanpassen/": BOARD_FORM,
    f"{ONE}afgelasten/": BOARD_FORM,
    f"{ONE}toch/": BOARD_ASKED,
    f"{ONE}punt/": MEMBER_FORM,
    f"{ONE}punt/<int:point_id>/": MEMBER_FORM,
    f"{ONE}punt/<int:point_id>/plaats/": MEMBER_ACT,
    f"{ONE}punt/<int:point_id>/antwoord/": BOARD_FORM,
    f"{ONE}stuk/": MEMBER_FORM,
    f"{ONE}verslag/": MEMBER_FORM,
    f"{ONE}verslag/openbaar/": "302/302 403/403 403/403 200/409 " + "403/403 " * 14,  # it says not which text
    f"{ONE}actie/": MEMBER_FORM,
    f"{ONE}actie/<int:action_id>/": MEMBER_FORM,
    # what takes away comes last: what stands above needs it
    f"{ONE}punt/<int:point_id>/weg/": MEMBER_ASKED,
    f"{ONE}stuk/<uuid:key>/weg/": MEMBER_ASKED,
    f"{ONE}actie/<int:action_id>/weg/": MEMBER_ASKED,
}
# fmt: on


def places(cast: dict[str, User | None], oostgaarde: Wijk, initiative: Initiative) -> dict[str, str]:
    """A meeting that comes, one that was, one that was called off, and a spreekuur."""
    willem, fatima = cast["willem"], cast["fatima"]
    meeting = planned(oostgaarde, willem)
    point, asked = pointed(meeting, willem), proposed(meeting, fatima)
    paper = add_paper(meeting=meeting, actor=willem, document=a_document(), title="Kaart")
    held = noted(planned(oostgaarde, willem, days=-30), willem)
    key = uuid.uuid4()
    action = add_action(meeting=held, actor=willem, what="Bellen", submission_key=key)
    cancelled = cancel_meeting(meeting=planned(oostgaarde, willem, days=50), actor=willem, reason="Ziek.")
    hours = planned(oostgaarde, willem, kind=MeetingKind.OFFICE_HOURS)
    visitor = request_sign_up(meeting=meeting, email="lies@voorbeeld.example", name="Lies", language="nl")
    sign_up(meeting=meeting, actor=fatima)
    site, desk = "/wijken/oostgaarde/bijeenkomsten/", "/wijken/oostgaarde/wop/bijeenkomsten/"
    return {
        f"{MEETING}moment/<int:slot_id>/": f"{site}{hours.pk}/moment/{hours.slots.first().pk}/",
        f"{MEETING}punt/<int:point_id>/weg/": f"{site}{meeting.pk}/punt/{asked.pk}/weg/",
        f"{MEETING}stuk/<uuid:key>/": f"{site}{meeting.pk}/stuk/{paper.key}/",
        f"{MEETING}verslag/": f"{site}{held.pk}/verslag/",
        f"{ONE}punt/<int:point_id>/antwoord/": f"{desk}{meeting.pk}/punt/{asked.pk}/antwoord/",
        f"{ONE}stuk/<uuid:key>/weg/": f"{desk}{meeting.pk}/stuk/{paper.key}/weg/",
        f"{ONE}verslag/": f"{desk}{held.pk}/verslag/",
        f"{ONE}actie/": f"{desk}{held.pk}/actie/",
        f"{ONE}toch/": f"{desk}{cancelled.pk}/toch/",
        "<int:action_id>": str(action.pk),
        "<int:point_id>": str(point.pk),
        "<int:meeting_id>": str(meeting.pk),
        "/bijeenkomsten/komen/<str:token>/": f"/bijeenkomsten/komen/{confirm_token(visitor)}/",
        "/bijeenkomsten/niet-komen/<str:token>/": sign_off_path(meeting, fatima),
    }
