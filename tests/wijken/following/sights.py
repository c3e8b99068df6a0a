"""The pages of following in the small town of tests.world."""

from gemeente.activity.enums import Pace
from gemeente.places.geography import Place
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.models import Initiative
from tests.sights import Sight
from wijken.following.actions import ask_watch, watch
from wijken.following.delivery import watch_token
from wijken.following.models import Watch


def make(fatima: User, oostgaarde: Wijk, initiative: Initiative) -> tuple[Sight, ...]:
    """Somebody who follows, an address that waits, and their pages."""
    mine = watch(actor=fatima, pace=Pace.DAILY, wijk=oostgaarde)
    watch(actor=fatima, pace=Pace.WEEKLY, place=Place(4.505, 51.905), metres=500)
    ask_watch(email="volger@voorbeeld.example", language="nl", pace=Pace.DAILY, wijk=oostgaarde)
    token = watch_token(Watch.objects.get(email="volger@voorbeeld.example"))
    return (
        Sight("/wijken/oostgaarde/volgen/"),
        Sight("/wijken/oostgaarde/volgen/", "bram"),
        Sight("/wijken/oostgaarde/inbedden/"),
        Sight("/wijken/oostgaarde/wop/volgers/", "willem"),
        Sight("/rond-een-plek-volgen/"),
        Sight(f"/volgen/bevestigen/{token}/"),
        Sight(f"/volgen/stoppen/{token}/"),
        Sight("/mijn/volgen/", "fatima"),
        Sight("/mijn/volgen/", "bram"),
        Sight(f"/mijn/volgen/{mine.pk}/", "fatima"),
    )
