"""An owner keeps somebody away; a moderator asks an account to be silent for a while."""

import datetime as dt
from collections.abc import Callable

import pytest
import time_machine
from django.test import Client

from gemeente.activity.models import Entry, Notice
from gemeente.lib.errors import Refused
from gemeente.moderation.actions.blocking import block_person, lift_block, pause_account
from gemeente.moderation.brakes import is_blocked
from gemeente.moderation.models import Block
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.joining import confirm_participation, participate, request_participation
from initiatives.actions.moving import move_initiative
from initiatives.actions.news import tell_news
from initiatives.actions.photos import set_photo
from initiatives.actions.publishing import publish_initiative
from initiatives.actions.writing import revise_share
from initiatives.enums import ParticipationKind, Stage
from initiatives.models import Initiative, Participation
from initiatives.workflow import TRANSITIONS
from tests.factories.initiatives import InitiativeFactory, published, reachable
from tests.factories.photos import a_photo

SUPPORT = ParticipationKind.SUPPORT


def test_block_by_account_counts_for_her_address_too(fatima: User, bram: User, willem: User) -> None:
    block_person(owner=fatima, label="Bram", user=bram)

    assert is_blocked(by=fatima, user=bram)
    assert is_blocked(by=fatima, email="BRAM@voorbeeld.example")
    assert not is_blocked(by=fatima, user=willem)
    assert not is_blocked(by=willem, user=bram)


def test_block_by_address_counts_for_the_account_that_comes_later(fatima: User) -> None:
    block_person(owner=fatima, label="Een buur", email="Nieuw@Voorbeeld.example")
    later = User.objects.create_user("nieuw@voorbeeld.example", name="Nieuw")

    assert is_blocked(by=fatima, user=later)


def test_block_of_a_known_address_is_of_the_account(fatima: User, bram: User) -> None:
    block = block_person(owner=fatima, label="Een buur", email="BRAM@voorbeeld.example")

    assert (block.user, block.email) == (bram, "")


def test_block_twice_is_one(fatima: User, bram: User) -> None:
    first, second = (block_person(owner=fatima, label="Bram", user=bram) for _ in range(2))

    assert first == second
    assert Block.objects.count() == 1


def test_block_of_oneself_or_nobody_is_refused(fatima: User) -> None:
    for person in ({"user": fatima}, {}, {"email": "fatima@voorbeeld.example"}):
        with pytest.raises(Refused):
            block_person(owner=fatima, label="Ik", **person)

    assert not Block.objects.exists()


def test_blocked_hears_nothing_and_her_own_data_says_nothing(
    fatima: User, bram: User, client_for: Callable[..., Client]
) -> None:
    block_person(owner=fatima, label="Bram", user=bram)

    assert not Notice.objects.filter(recipient=bram).exists()
    assert not Entry.objects.filter(person=bram).exists()
    assert 'blocked": []' in client_for(bram).get("/mijn/gegevens/download/").content.decode()


def test_blocked_can_no_longer_take_part(initiative: Initiative, fatima: User, bram: User, willem: User) -> None:
    block = block_person(owner=fatima, label="Bram", user=bram)

    with pytest.raises(Refused) as refusal:
        participate(initiative=initiative, actor=bram, kind=SUPPORT)

    assert "Fatima" not in str(refusal.value)
    assert participate(initiative=initiative, actor=willem, kind=SUPPORT)
    lift_block(block=block, actor=fatima)
    assert participate(initiative=initiative, actor=bram, kind=SUPPORT)


def test_blocked_address_hears_it_from_the_link_and_not_from_the_form(initiative: Initiative, fatima: User) -> None:
    block_person(owner=fatima, label="Een buur", email="lastig@voorbeeld.example")

    asked = request_participation(initiative=initiative, email="lastig@voorbeeld.example", kind=SUPPORT, language="nl")
    with pytest.raises(Refused):
        confirm_participation(request=asked)

    assert not Participation.objects.exists()
    assert not User.objects.filter(email="lastig@voorbeeld.example").exists()


@pytest.mark.parametrize("who", ["bram", "willem", "mona", "milan"])
def test_block_is_lifted_by_who_made_it(who: str, cast: dict[str, User], fatima: User) -> None:
    block = block_person(owner=fatima, label="Een buur", email="lastig@voorbeeld.example")

    with pytest.raises(Refused):
        lift_block(block=block, actor=cast[who])

    assert lift_block(block=block, actor=fatima).lifted_at
    assert lift_block(block=block, actor=fatima).lifted_at


# --- Silent for a while -----------------------------------------------------------------------------------------------
@pytest.fixture
def concept(initiative: Initiative, fatima: User, oostgaarde: Wijk) -> Initiative:
    """Something of Fatima's that is not online yet."""
    reachable(fatima)
    return InitiativeFactory(owner=fatima, wijk=oostgaarde)


def public_acts(initiative: Initiative, concept: Initiative) -> dict[str, Callable[[], object]]:
    """Everything that puts words or pictures of an owner online."""
    owner = initiative.owner
    stop = next(t for t in TRANSITIONS if (t.source, t.name) == (Stage.PUBLISHED, "stop"))
    return {
        "publish": lambda: publish_initiative(initiative=concept, actor=owner),
        "news": lambda: tell_news(initiative=initiative, actor=owner, title="Nieuws", text="Zo."),
        "text": lambda: revise_share(initiative=initiative, actor=owner, own_share="Wij doen alles.", needs=""),
        "photo": lambda: set_photo(initiative=initiative, actor=owner, photo=a_photo("red")),
        "outcome": lambda: move_initiative(initiative=initiative, actor=owner, transition=stop, outcome="Te druk."),
    }


@pytest.mark.parametrize("act", ["publish", "news", "text", "photo", "outcome"])
def test_paused_places_nothing_in_public(
    act: str, initiative: Initiative, concept: Initiative, fatima: User, milan: User
) -> None:
    pause = pause_account(person=fatima, actor=milan, days=7, reason="Drie keer reclame.")
    do = public_acts(initiative, concept)[act]

    with pytest.raises(Refused, match="niets plaatsen"):
        do()

    lift_block(block=pause, actor=milan)
    assert do()


def test_paused_still_writes_what_nobody_sees(concept: Initiative, fatima: User, milan: User) -> None:
    pause_account(person=fatima, actor=milan, days=7, reason="Drie keer reclame.")

    assert revise_share(initiative=concept, actor=fatima, own_share="Wij doen alles.", needs="").own_share


def test_pause_ends_by_itself(initiative: Initiative, concept: Initiative, fatima: User, milan: User) -> None:
    with time_machine.travel("2027-03-02 09:00 +0100", tick=False) as clock:
        pause_account(person=fatima, actor=milan, days=7, reason="Drie keer reclame.")
        clock.shift(dt.timedelta(days=7, seconds=-1))
        with pytest.raises(Refused):
            public_acts(initiative, concept)["news"]()
        clock.shift(dt.timedelta(seconds=1))

        assert public_acts(initiative, concept)["news"]()


def test_paused_is_told_with_reason_and_where_to_complain(
    fatima: User, milan: User, client_for: Callable[..., Client], reference: None
) -> None:
    pause_account(person=fatima, actor=milan, days=30, reason="Drie keer reclame.")

    notice = Notice.objects.get(recipient=fatima)
    assert (notice.template, notice.path) == ("account_paused", "/mijn/geblokkeerd/")
    for path in ("/mijn/", "/mijn/geblokkeerd/"):
        page = client_for(fatima).get(path).content.decode()
        assert ("Drie keer reclame." in page, 'href="/klacht/"' in page) == (True, True)


def test_new_pause_takes_the_place_of_the_old(fatima: User, milan: User, mona: User) -> None:
    pause_account(person=fatima, actor=milan, days=7, reason="Een.")

    pause_account(person=fatima, actor=mona, days=30, reason="Twee.")

    assert [pause.reason for pause in Block.objects.active().pauses()] == ["Twee."]


@pytest.mark.parametrize("who", ["bram", "noor", "thea", "fatima"])
def test_pause_is_for_moderators(who: str, cast: dict[str, User], fatima: User, milan: User) -> None:
    with pytest.raises(Refused):
        pause_account(person=fatima, actor=cast[who], days=7, reason="Zomaar.")

    assert pause_account(person=fatima, actor=milan, days=7, reason="Reclame.")


@pytest.mark.parametrize(("days", "reason"), [(8, "Reclame."), (7, " ")])
def test_pause_has_a_known_length_and_a_reason(days: int, reason: str, fatima: User, milan: User) -> None:
    with pytest.raises(Refused):
        pause_account(person=fatima, actor=milan, days=days, reason=reason)

    assert not Block.objects.exists()


def test_pause_says_nothing_to_others(initiative: Initiative, fatima: User, milan: User, client: Client) -> None:
    before = client.get(initiative.get_absolute_url()).content

    pause_account(person=fatima, actor=milan, days=7, reason="Reclame.")

    assert client.get(initiative.get_absolute_url()).content == before


def test_published_is_not_touched_by_a_block(fatima: User, bram: User, oostgaarde: Wijk) -> None:
    other = published(owner=bram, wijk=oostgaarde)
    block_person(owner=fatima, label="Bram", user=bram)

    assert tell_news(initiative=other, actor=bram, title="Nieuws", text="Zo.")
