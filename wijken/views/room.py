"""The worktable of a WOP: where its people find what they run."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from gemeente.lib.panels import render_panels
from gemeente.places.models import Wijk
from gemeente.users.requests import SignedInRequest
from wijken.policies import can_enter_room, is_board
from wijken.views.shortcuts import room_breadcrumbs, wijk_page


@require_safe
@wijk_page(can_enter_room)
def room(request: SignedInRequest, wijk: Wijk) -> HttpResponse:
    """What waits for the WOP (panels "room"), and a door to everything that it runs (`wijken.doors`)."""
    context = {
        "wijk": wijk,
        "is_board": is_board(request.user, wijk.pk),
        "panels": render_panels("room", request, wijk),
        "doors": [door for door in render_panels("room_doors", request, wijk) if door.strip()],
        "breadcrumbs": room_breadcrumbs(wijk, request),
    }
    return render(request, "wijken/room.html", context)
