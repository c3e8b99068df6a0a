"""Saying what is needed, and the own share in numbers."""

from collections.abc import Callable
from typing import Any

import pytest

from gemeente.activity.models import Entry
from gemeente.lib.errors import Refused
from gemeente.moderation.actions.blocking import pause_account
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.leaving import withdraw_initiative
from initiatives.actions.moving import move_initiative
from initiatives.actions.needing import (
    MOST,
    change_need,
    change_share,
    close_need,
    drop_need,
    drop_share,
    move_need,
    reopen_need,
    state_need,
    state_share,
)
from initiatives.actions.pledging import offer_help
from initiatives.amounts import MOST_AMOUNT
from initiatives.enums import NeedKind, ShareKind, Stage
from initiatives.models import Initiative, Need, Pledge, Share
from initiatives.workflow import TRANSITIONS
from tests.factories.initiatives import InitiativeFactory, published
from tests.factories.outdoors import give_helper

HANDS: dict[str, Any] = {"kind": NeedKind.HANDS, "title": "Handen op zaterdag", "amount": 5}
HOURS: dict[str, Any] = {"kind": ShareKind.HOURS, "what": "Water geven", "planned": 40}


@pytest.fixture
def initiative(fatima: User, oostgaarde: Wijk) -> Initiative:
    return published(owner=fatima, wijk=oostgaarde)


def kept(initiative: Initiative) -> tuple[bool, str]:
    """Whether it looks for help, and in which words."""
    initiative.refresh_from_db()
    return initiative.is_open_for_help, initiative.needs_line


def stop(initiative: Initiative) -> None:
    """Let it end, past the workflow."""
    Initiative.objects.filter(pk=initiative.pk).update(
        stage=Stage.STOPPED, outcome="Te weinig tijd.", is_open_for_help=False, needs_line=""
    )


def test_need_opens_the_initiative_for_help(initiative: Initiative, fatima: User) -> None:
    need = state_need(initiative=initiative, actor=fatima, **HANDS)

    assert (need.amount, need.unit, need.filled, need.position) == (5, "handen", 0, 1)
    assert kept(initiative) == (True, "5 handen")
    entry = Entry.objects.get(verb="need_stated")
    assert entry.changes == {"kind": [None, "hands"], "amount": [None, 5]}


def test_need_twice_is_one_and_another_is_the_next(initiative: Initiative, fatima: User) -> None:
    first = state_need(initiative=initiative, actor=fatima, **HANDS)
    again = state_need(initiative=initiative, actor=fatima, **HANDS)
    other = state_need(initiative=initiative, actor=fatima, kind=NeedKind.GOODS, title="Een aanhanger", amount=1)

    assert (again, other.position) == (first, 2)
    assert kept(initiative) == (True, "5 handen, een aanhanger")


def test_concept_takes_needs_and_looks_for_help_once_it_is_online(fatima: User, oostgaarde: Wijk) -> None:
    from initiatives.actions.publishing import publish_initiative
    from tests.factories.initiatives import reachable

    concept = InitiativeFactory(owner=fatima, wijk=oostgaarde)
    state_need(initiative=concept, actor=fatima, **HANDS)
    assert kept(concept) == (False, "")

    reachable(fatima)
    publish_initiative(initiative=concept, actor=fatima)

    assert kept(concept) == (True, "5 handen")


@pytest.mark.parametrize("who", ["bram", "noor", "mona"])
@pytest.mark.parametrize("act", ["state", "change", "close", "move", "drop"])
def test_needs_are_for_who_holds_the_pen(
    act: str, who: str, initiative: Initiative, fatima: User, cast: dict[str, User]
) -> None:
    need = state_need(initiative=initiative, actor=fatima, **HANDS)
    acts: dict[str, Callable[[User], object]] = {
        "state": lambda actor: state_need(initiative=initiative, actor=actor, **HANDS | {"amount": 9}),
        "change": lambda actor: change_need(need=need, actor=actor, title="Anders", amount=9),
        "close": lambda actor: close_need(need=need, actor=actor),
        "move": lambda actor: move_need(need=need, actor=actor, is_up=False),
        "drop": lambda actor: drop_need(need=need, actor=actor),
    }

    with pytest.raises(Refused):
        acts[act](cast[who])

    assert list(Need.objects.values_list("title", "amount", "closed_at")) == [("Handen op zaterdag", 5, None)]
    acts[act](fatima)


def test_helper_states_a_need_in_the_owners_name(initiative: Initiative, fatima: User, wilma: User) -> None:
    give_helper(initiative, wilma)

    state_need(initiative=initiative, actor=wilma, **HANDS)

    assert Entry.objects.get(verb="need_stated").person == fatima


@pytest.mark.parametrize("amount", [0, -1, 10**9])
def test_nonsense_amount_is_refused(amount: int, initiative: Initiative, fatima: User) -> None:
    with pytest.raises(Refused):
        state_need(initiative=initiative, actor=fatima, **HANDS | {"amount": amount})
    need = state_need(initiative=initiative, actor=fatima, **HANDS)
    with pytest.raises(Refused):
        change_need(need=need, actor=fatima, title="Handen", amount=amount)

    assert Need.objects.get().amount == 5


def test_more_needs_than_anybody_reads_are_refused(initiative: Initiative, fatima: User) -> None:
    for number in range(MOST):
        state_need(initiative=initiative, actor=fatima, **HANDS | {"title": f"Handen {number}"})

    with pytest.raises(Refused):
        state_need(initiative=initiative, actor=fatima, **HANDS)


def test_amount_never_drops_below_what_neighbours_offered(initiative: Initiative, fatima: User, bram: User) -> None:
    need = state_need(initiative=initiative, actor=fatima, **HANDS)
    offer_help(initiative=initiative, actor=bram, need=need, amount=3)

    with pytest.raises(Refused, match="al 3 handen"):
        change_need(need=need, actor=fatima, title="Handen", amount=2)
    changed = change_need(need=need, actor=fatima, title="Handen op zondag", amount=3)

    assert (changed.title, changed.amount, changed.filled) == ("Handen op zondag", 3, 3)
    assert kept(initiative) == (False, "")


def test_closed_need_is_looked_for_no_longer_until_it_opens_again(initiative: Initiative, fatima: User) -> None:
    need = state_need(initiative=initiative, actor=fatima, **HANDS)

    for _ in range(2):
        close_need(need=need, actor=fatima)
    closed = kept(initiative)
    for _ in range(2):
        reopen_need(need=need, actor=fatima)

    assert (closed, kept(initiative)) == ((False, ""), (True, "5 handen"))
    changes = Entry.objects.filter(verb="need_changed").order_by("pk").values_list("changes", flat=True)
    assert list(changes) == [{"is_closed": [False, True]}, {"is_closed": [True, False]}]


def test_needs_trade_places_and_the_first_stays_first(initiative: Initiative, fatima: User) -> None:
    one, two, three = (
        state_need(initiative=initiative, actor=fatima, **HANDS | {"title": title}) for title in ("een", "twee", "drie")
    )

    move_need(need=three, actor=fatima, is_up=True)
    move_need(need=one, actor=fatima, is_up=True)
    move_need(need=two, actor=fatima, is_up=False)

    assert list(Need.objects.order_by("position").values_list("title", flat=True)) == ["een", "drie", "twee"]


def test_need_that_somebody_offered_for_is_closed_and_not_dropped(
    initiative: Initiative, fatima: User, bram: User
) -> None:
    need = state_need(initiative=initiative, actor=fatima, **HANDS)
    empty = state_need(initiative=initiative, actor=fatima, **HANDS | {"title": "Weg"})
    offer_help(initiative=initiative, actor=bram, need=need)

    drop_need(need=empty, actor=fatima)
    with pytest.raises(Refused):
        drop_need(need=need, actor=fatima)

    assert Need.objects.get() == need


def test_end_closes_it_for_help_and_a_fresh_start_opens_it(initiative: Initiative, fatima: User) -> None:
    state_need(initiative=initiative, actor=fatima, **HANDS)
    steps = {(t.source, t.name): t for t in TRANSITIONS}

    move_initiative(initiative=initiative, actor=fatima, transition=steps["published", "stop"], outcome="Geen tijd.")
    ended = kept(initiative)
    with pytest.raises(Refused):
        state_need(initiative=initiative, actor=fatima, **HANDS | {"amount": 2})
    move_initiative(initiative=initiative, actor=fatima, transition=steps["stopped", "restart"])

    assert (ended, kept(initiative)) == ((False, ""), (True, "5 handen"))


def test_who_is_paused_says_nothing_in_public(initiative: Initiative, fatima: User, mona: User) -> None:
    pause_account(person=fatima, actor=mona, days=7, reason="Reclame.")

    with pytest.raises(Refused):
        state_need(initiative=initiative, actor=fatima, **HANDS)
    with pytest.raises(Refused):
        state_share(initiative=initiative, actor=fatima, **HOURS)


def test_withdrawn_initiative_keeps_nothing_of_it(initiative: Initiative, fatima: User, bram: User) -> None:
    need = state_need(initiative=initiative, actor=fatima, **HANDS)
    state_share(initiative=initiative, actor=fatima, **HOURS)
    offer_help(initiative=initiative, actor=bram, need=need)

    withdraw_initiative(initiative=initiative, actor=fatima)

    assert [model.objects.count() for model in (Need, Pledge, Share)] == [0, 0, 0]
    assert kept(initiative) == (False, "")


# --- The own share ----------------------------------------------------------------------------------------------------
def test_share_is_stated_changed_and_dropped(initiative: Initiative, fatima: User) -> None:
    share = state_share(initiative=initiative, actor=fatima, **HOURS)
    assert state_share(initiative=initiative, actor=fatima, **HOURS) == share

    for done in (-1, MOST_AMOUNT + 1):
        with pytest.raises(Refused, match="van 0 of meer"):
            change_share(share=share, actor=fatima, what="Water geven en wieden", planned=50, done=done)
    assert list(Share.objects.values_list("what", "planned", "done")) == [("Water geven", 40, None)]

    change_share(share=share, actor=fatima, what="Water geven en wieden", planned=50, done=12)

    assert (share.what, share.planned, share.done) == ("Water geven en wieden", 50, 12)
    changes = Entry.objects.filter(verb="share_stated").latest("pk").changes
    assert changes == {"planned": [40, 50], "done": [None, 12]}
    drop_share(share=share, actor=fatima)
    assert not Share.objects.exists()


def test_more_shares_than_anybody_reads_are_refused(initiative: Initiative, fatima: User) -> None:
    rows = ({"planned": number, "position": number} for number in range(1, MOST))
    Share.objects.bulk_create(Share(initiative=initiative, **HOURS | row) for row in rows)
    assert state_share(initiative=initiative, actor=fatima, **HOURS).position == MOST

    with pytest.raises(Refused, match="Twintig regels is genoeg"):
        state_share(initiative=initiative, actor=fatima, **HOURS | {"planned": 50})

    assert Share.objects.count() == MOST


@pytest.mark.parametrize("who", ["bram", "noor", "mona"])
def test_share_is_the_owners_own(who: str, initiative: Initiative, fatima: User, cast: dict[str, User]) -> None:
    share = state_share(initiative=initiative, actor=fatima, **HOURS)

    for act in (
        lambda: state_share(initiative=initiative, actor=cast[who], **HOURS | {"planned": 3}),
        lambda: change_share(share=share, actor=cast[who], what="Niets", planned=1, done=0),
        lambda: drop_share(share=share, actor=cast[who]),
    ):
        with pytest.raises(Refused):
            act()

    assert Share.objects.get().planned == 40


def test_end_keeps_what_it_became(initiative: Initiative, fatima: User, oostgaarde: Wijk) -> None:
    share = state_share(initiative=initiative, actor=fatima, **HOURS)
    elsewhere = state_share(initiative=published(owner=fatima, wijk=oostgaarde), actor=fatima, **HOURS)
    step = next(t for t in TRANSITIONS if (t.source, t.name) == ("published", "stop"))

    done = {share.pk: 36, elsewhere.pk: 99}
    move_initiative(initiative=initiative, actor=fatima, transition=step, outcome="Geen tijd meer.", done=done)

    assert [row.done for row in Share.objects.order_by("pk")] == [36, None]


def test_share_is_told_after_the_end_too(initiative: Initiative, fatima: User) -> None:
    share = state_share(initiative=initiative, actor=fatima, **HOURS)
    stop(initiative)

    change_share(share=share, actor=fatima, what="Water geven", planned=40, done=0)

    assert Share.objects.get().done == 0
