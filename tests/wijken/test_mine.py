"""/mijn/ and the worktable of a board member of a WOP who does everything a resident can do."""

from collections.abc import Callable
from typing import Any

import pytest

from gemeente.activity.enums import Pace
from gemeente.places.models import Theme, Wijk
from gemeente.users.models import User
from initiatives.actions.joining import participate
from initiatives.enums import ParticipationKind
from tests.factories.activity import make_notice
from tests.factories.advice import laid
from tests.factories.agenda import signalled
from tests.factories.initiatives import published
from tests.factories.meetings import acted, noted, planned
from tests.factories.outdoors import give_helper
from tests.factories.questions import asked
from tests.factories.teams import asks, in_team
from tests.pages import soup
from wijken.advice.actions.reactions import react
from wijken.enums import Function
from wijken.following.actions import watch
from wijken.meetings.actions.attending import sign_up
from wijken.meetings.models import Meeting

ROOM = "/wijken/oostgaarde/wop/"
TITLES = ("Eigen plan", "Plan van een ander", "Geholpen plan", "Avond", "Iets doen", "Signaal", "Plan van de gemeente")


def everything(chair: User, bram: User, noor: User, wijk: Wijk, number: int) -> None:
    """So much of all that she can have on it."""
    published(owner=chair, wijk=wijk, title=f"Eigen plan {number}")
    other = published(owner=bram, wijk=wijk, title=f"Plan van een ander {number}")
    participate(initiative=other, actor=chair, kind=ParticipationKind.JOIN)
    give_helper(published(owner=bram, wijk=wijk, title=f"Geholpen plan {number}"), chair)
    asked(chair)
    make_notice(chair)
    signalled(wijk, chair, title=f"Signaal {number}")
    sign_up(meeting=planned(wijk, chair, title=f"Avond {number}", days=number + 2), actor=chair)
    react(voornemen=laid(noor, wijk, title=f"Plan van de gemeente {number}"), actor=chair, text="Doen.")


@pytest.mark.parametrize("count", [1, 8])
def test_page_with_everything_on_it_stays_within_its_budget(
    count: int,
    client_for: Callable[..., Any],
    bram: User,
    noor: User,
    oostgaarde: Wijk,
    schollevaar: Wijk,
    garden_theme: Theme,
    reference: None,
    django_assert_max_num_queries: Callable[..., Any],
) -> None:
    chair = in_team("Karin", oostgaarde, Function.CHAIR)
    asks(chair, schollevaar)
    for number in range(count):
        everything(chair, bram, noor, oostgaarde, number)
    past = planned(oostgaarde, chair, title="Toen")
    Meeting.objects.filter(pk=past.pk).update(starts_at="2026-01-01T19:00Z", ends_at="2026-01-01T21:00Z")
    past.refresh_from_db()
    acted(noted(past, chair), chair, what="Iets doen", user=chair)
    watch(actor=chair, pace=Pace.WEEKLY, wijk=oostgaarde)
    client = client_for(chair)
    for url in ("/mijn/", ROOM):
        client.get(url)

    with django_assert_max_num_queries(12):
        page = client.get("/mijn/")
    with django_assert_max_num_queries(12):
        client.get(ROOM)

    text = soup(page).main.get_text(" ", strip=True)
    assert [title for title in (*TITLES, "Schollevaar", "Verander wat je volgt") if title not in text] == []
