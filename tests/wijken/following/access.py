"""The addresses of following x everybody; tests/test_access.py asks them."""

from gemeente.activity.enums import Pace
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.models import Initiative
from tests.columns import ANYONE, BOARD_FORM, FORM, SIGNED_IN
from wijken.following.actions import ask_watch, watch
from wijken.following.delivery import watch_token
from wijken.following.models import Watch

HERS = "302/302 404/404 200/200 " + "404/404 " * 15  # what Fatima follows

# fmt: off
TABLE: dict[str, str] = {
    "/wijken/<slug:slug>/volgen/":          FORM,
    "/wijken/<slug:slug>/nieuws.xml":       ANYONE,
    "/wijken/<slug:slug>/inbedden/":        ANYONE,
    "/wijken/<slug:slug>/wop/volgers/":     BOARD_FORM,
    "/rond-een-plek-volgen/":               FORM,
    "/volgen/bevestigen/<str:token>/":      "200/302 " * 18,
    "/volgen/stoppen/<str:token>/":         FORM,
    "/mijn/volgen/":                        SIGNED_IN,
    "/mijn/volgen/<int:watch_id>/":         HERS,
}
# fmt: on


def places(cast: dict[str, User | None], oostgaarde: Wijk, initiative: Initiative) -> dict[str, str]:
    """An object for each part of an address."""
    mine = watch(actor=cast["fatima"], pace=Pace.DAILY, wijk=oostgaarde)
    ask_watch(email="volger@voorbeeld.example", language="nl", pace=Pace.DAILY, wijk=oostgaarde)
    waiting = watch_token(Watch.objects.get(email="volger@voorbeeld.example"))
    return {
        "/volgen/bevestigen/<str:token>/": f"/volgen/bevestigen/{waiting}/",
        "/volgen/stoppen/<str:token>/": f"/volgen/stoppen/{waiting}/",
        "<int:watch_id>": str(mine.pk),
    }
