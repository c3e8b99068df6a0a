"""Canaries of the wijken: what somebody tells a WOP alone, and who follows or votes what, reaches nobody else."""

from collections.abc import Callable

import pytest
from django.test import Client

from gemeente.activity.enums import Pace
from gemeente.activity.models import Entry, Subject
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.conftest import undone
from tests.factories.advice import in_voting
from tests.factories.meetings import planned
from tests.test_access import PARTS
from wijken.actions.joining import ask_to_join
from wijken.advice.actions.votes import cast_vote
from wijken.advice.enums import Choice
from wijken.following.actions import ask_watch, confirm_watch
from wijken.following.models import Watch
from wijken.meetings.actions.attending import sign_up, take_slot
from wijken.meetings.enums import MeetingKind

ASKS, LIKES, SPEAKS, RECUSES = "meedoen-kanarie", "graag-kanarie", "spreekuur-kanarie", "belang-kanarie"
FOLLOWER, COMER = "volger-kanarie@voorbeeld.example", "Fatima"
# For whose eyes each is: the board and who asked; the board, the gebiedsregisseur and who comes; the WOP.
SECRETS = {
    ASKS: {"willem", "fatima"},
    LIKES: {"willem", "fatima"},
    SPEAKS: {"willem", "noor", "fatima"},
    RECUSES: {"willem", "wilma"},
    FOLLOWER: set(),
}
SEEN = {"willem": {ASKS, SPEAKS, RECUSES}, "noor": {SPEAKS}, "fatima": {ASKS, SPEAKS}, "wilma": {RECUSES}}
READERS = ["anon", "bram", "fatima", "willem", "wilma", "noor", "petra", "thea", "bas", "mona"]


@pytest.fixture
def told(cast: dict[str, User], oostgaarde: Wijk, reference: None) -> dict[str, str]:
    """A request to join, a subject for the spreekuur, a reason not to vote and a follower; fills addresses."""
    fatima, willem, wilma = cast["fatima"], cast["willem"], cast["wilma"]
    request = ask_to_join(wijk=oostgaarde, actor=fatima, words=f"Ik wil {ASKS}.", likes=LIKES)
    hours = planned(oostgaarde, willem, kind=MeetingKind.OFFICE_HOURS)
    slot = hours.slots.first()
    take_slot(slot=slot, actor=fatima, topic=SPEAKS)
    meeting = planned(oostgaarde, willem)
    sign_up(meeting=meeting, actor=fatima)
    advice = in_voting(oostgaarde, willem)
    cast_vote(advice=advice, actor=wilma, choice=Choice.RECUSED, reason=f"Ik heb een {RECUSES}.")
    ask_watch(email=FOLLOWER, language="nl", pace=Pace.DAILY, wijk=oostgaarde)
    confirm_watch(watch=Watch.objects.get(email=FOLLOWER))
    return {
        "<slug:slug>": "oostgaarde",
        "<int:request_id>": str(request.pk),
        "<int:advice_id>": str(advice.pk),
        "<int:slot_id>": str(slot.pk),
        "<int:user_id>": str(wilma.pk),
        "<int:meeting_id>": str(hours.pk),
    }


def pages_of(client: Client, places: dict[str, str]) -> dict[str, str]:
    """Every page of the wijken that a reader gets, her own page, inbox and the home page, as text."""
    found = {}
    for route in [*(route for part in PARTS for route in part.TABLE), "/", "/mijn/", "/mijn/berichten/", "/werkbak/"]:
        path = route
        for part, value in places.items():
            path = path.replace(part, value)
        if "<" not in path:
            response = client.get(path)
            found[path] = "" if response.streaming else response.content.decode()
    return found


def test_secret_reaches_who_may_see_it_and_nobody_else(
    told: dict[str, str], cast: dict[str, User | None], client_for: Callable[..., Client]
) -> None:
    for who in READERS:
        with undone():
            pages = pages_of(client_for(cast["anonymous" if who == "anon" else who]), told)

            not_hers = [secret for secret, readers in SECRETS.items() if who not in readers]
            leaks = [(path, secret) for path, text in pages.items() for secret in not_hers if secret in text]
            everything = "".join(pages.values())
            lacking = {secret for secret in SEEN.get(who, set()) if secret not in everything}
            assert (who, leaks, lacking) == (who, [], set())


def test_who_comes_to_a_meeting_is_a_number_in_public(
    told: dict[str, str], client: Client, client_for: Callable[..., Client], bram: User
) -> None:
    for reader in (client, client_for(bram)):
        pages = pages_of(reader, told)

        assert [path for path, text in pages.items() if COMER in text] == []


def test_secret_never_reaches_a_mail_of_somebody_else(
    told: dict[str, str], run_jobs: Callable[[], int], mailoutbox: list
) -> None:
    run_jobs()

    assert mailoutbox
    for mail in mailoutbox:
        who = mail.to[0].split("@")[0]
        text = "\n".join([mail.subject, mail.body, *(page for page, _kind in mail.alternatives)])
        assert (who, [secret for secret, readers in SECRETS.items() if secret in text and who not in readers]) == (
            who,
            [],
        )


def test_secret_never_reaches_the_log_or_a_subject(told: dict[str, str]) -> None:
    kept = str([*Entry.objects.values("changes"), *Subject.objects.values_list("title", "path", "search_text")])

    assert [secret for secret in SECRETS if secret in kept] == []
