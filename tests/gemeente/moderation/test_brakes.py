"""New accounts that flood are asked to slow down; at the boundary of days and of acts."""

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
import time_machine
from django.test import Client

from gemeente.activity.actions import record
from gemeente.activity.models import Entry
from gemeente.lib.errors import Refused
from gemeente.moderation.actions.reporting import report_part
from gemeente.moderation.actions.worrying import tell_worry
from gemeente.moderation.brakes import slow_down
from gemeente.moderation.enums import ReportReason
from gemeente.moderation.parts import WHOLE
from gemeente.portal.enums import RuleName
from gemeente.portal.models import Rule
from gemeente.users.models import User
from initiatives.actions.joining import participate, withdraw
from initiatives.actions.news import tell_news
from initiatives.actions.publishing import publish_initiative
from initiatives.enums import ParticipationKind
from initiatives.models import Initiative
from initiatives.verbs import INITIATIVE_STARTED, SUPPORTED, WITHDREW
from tests.factories.initiatives import InitiativeFactory, published, reachable

DAYS, ACTS = 7, 6
SENTENCE = "Rustig aan: probeer het over een uur weer."


@pytest.fixture
def clock(reference: None) -> Iterator[time_machine.Traveller]:
    """The clock stands still."""
    with time_machine.travel("2027-03-02 09:00 +0100", tick=False) as clock:
        yield clock


@pytest.fixture
def newcomer(clock: time_machine.Traveller, bram: User) -> User:
    """Bram, who has his account since this moment."""
    bram.created_at = dt.datetime.now(dt.UTC)
    bram.save(update_fields=["created_at"])
    return bram


def act(user: User, times: int) -> None:
    """Support things."""
    for _ in range(times):
        record(actor=user, verb=SUPPORTED)


@pytest.mark.parametrize(("acts", "is_slowed"), [(ACTS - 1, False), (ACTS, True)])
def test_new_account_acts_a_number_of_times_an_hour(acts: int, is_slowed: bool, newcomer: User) -> None:
    act(newcomer, acts)

    if is_slowed:
        with pytest.raises(Refused, match=SENTENCE):
            slow_down(newcomer)
    else:
        slow_down(newcomer)


@pytest.mark.parametrize(
    ("age", "is_slowed"),
    [(dt.timedelta(days=DAYS, seconds=-1), True), (dt.timedelta(days=DAYS), False)],
)
def test_account_is_new_for_a_number_of_days(
    age: dt.timedelta, is_slowed: bool, newcomer: User, clock: time_machine.Traveller
) -> None:
    clock.shift(age)
    act(newcomer, ACTS)

    if is_slowed:
        with pytest.raises(Refused):
            slow_down(newcomer)
    else:
        slow_down(newcomer)


@pytest.mark.parametrize(
    ("passed", "is_slowed"), [(dt.timedelta(hours=1, seconds=-1), True), (dt.timedelta(hours=1), False)]
)
def test_after_an_hour_it_goes_again(
    passed: dt.timedelta, is_slowed: bool, newcomer: User, clock: time_machine.Traveller
) -> None:
    act(newcomer, ACTS)
    clock.shift(passed)

    if is_slowed:
        with pytest.raises(Refused):
            slow_down(newcomer)
    else:
        slow_down(newcomer)


def test_only_acts_that_others_notice_count(newcomer: User, willem: User) -> None:
    for _ in range(ACTS):
        record(actor=newcomer, verb=INITIATIVE_STARTED)
        record(actor=newcomer, verb=WITHDREW)
        record(actor=willem, verb=SUPPORTED)

    slow_down(newcomer)

    act(newcomer, ACTS)
    with pytest.raises(Refused):
        slow_down(newcomer)


def test_manager_sets_the_numbers(newcomer: User) -> None:
    act(newcomer, 2)
    slow_down(newcomer)

    Rule.objects.create(name=RuleName.NEW_ACCOUNT_ACTS, value=2, starts_on=dt.date(2027, 3, 1))

    with pytest.raises(Refused):
        slow_down(newcomer)


def test_visitor_is_not_counted_here(reference: None) -> None:
    slow_down(None)


@pytest.mark.parametrize("what", ["publish", "news", "support", "report", "worry"])
def test_every_public_act_asks(what: str, clock: time_machine.Traveller, newcomer: User, willem: User) -> None:
    other = published(owner=willem, title="Van Willem")
    mine = published(owner=newcomer, title="Van Bram")
    concept = InitiativeFactory(owner=newcomer)
    reachable(newcomer)
    acts: dict[str, Callable[[], object]] = {
        "publish": lambda: publish_initiative(initiative=concept, actor=newcomer),
        "news": lambda: tell_news(initiative=mine, actor=newcomer, title="Nieuws", text="Zo."),
        "support": lambda: participate(initiative=other, actor=newcomer, kind=ParticipationKind.SUPPORT),
        "report": lambda: report_part(subject=other.subject, part=WHOLE, reason=ReportReason.OTHER, actor=newcomer),
        "worry": lambda: tell_worry(case=other.case, actor=newcomer, text="Komt er geluid?"),
    }
    before = Entry.objects.filter(actor=newcomer).count()
    act(newcomer, ACTS)

    with pytest.raises(Refused, match=SENTENCE):
        acts[what]()

    clock.shift(dt.timedelta(hours=1))
    acts[what]()
    assert Entry.objects.filter(actor=newcomer).count() == before + ACTS + (2 if what == "publish" else 1)


def test_page_says_so_politely_and_keeps_what_was_typed(
    newcomer: User, willem: User, client_for: Callable[..., Client]
) -> None:
    initiative: Initiative = published(owner=willem)
    act(newcomer, ACTS)

    response = client_for(newcomer).post(
        f"/initiatieven/{initiative.slug}/meedoen/", {"message": "Ik kan zaterdag komen graven."}
    )

    page = response.content.decode()
    assert (response.status_code, SENTENCE in page, "Ik kan zaterdag komen graven." in page) == (200, True, True)


def test_stopping_is_never_slowed(newcomer: User, willem: User) -> None:
    initiative = published(owner=willem)
    participate(initiative=initiative, actor=newcomer, kind=ParticipationKind.SUPPORT)
    act(newcomer, ACTS)

    withdraw(initiative=initiative, actor=newcomer, kind=ParticipationKind.SUPPORT)

    initiative.refresh_from_db()
    assert initiative.support_count == 0
