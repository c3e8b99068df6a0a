"""A silence that lasts: a question a year, and after two without an answer the page says so. No stage ever moves."""

import datetime as dt
from collections.abc import Callable

import pytest
import time_machine
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gemeente.activity.models import Notice
from gemeente.cases.actions import claim_case
from gemeente.lib.errors import Refused
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.moving import move_initiative
from initiatives.actions.news import tell_news
from initiatives.actions.silence import answer_quiet, ask_quiet, go_quiet
from initiatives.enums import Asked, Stage
from initiatives.models import Initiative, QuietQuestion
from initiatives.tasks import ask_about_silence
from initiatives.workflow import TRANSITIONS
from tests.factories.initiatives import InitiativeFactory, published
from tests.factories.outdoors import give_helper, online
from tests.pages import titles

START = dt.datetime(2026, 12, 1, 12, tzinfo=dt.UTC)
BEGIN = next(t for t in TRANSITIONS if (t.source, t.name) == ("published", "begin"))


def at(days: float) -> time_machine.travel:
    """So many days after it went online."""
    return time_machine.travel(START + dt.timedelta(days=days), tick=False)


@pytest.fixture
def initiative(fatima: User, oostgaarde: Wijk, reference: None) -> Initiative:
    with at(0):
        initiative = published(owner=fatima, wijk=oostgaarde, title="Moestuin achter de Hoven")
        return move_initiative(initiative=initiative, actor=fatima, transition=BEGIN)


def nights(*days: int) -> None:
    """Let the nightly work run on these days."""
    for day in days:
        with at(day):
            ask_about_silence(timestamp=0)


def asked_on() -> list[int]:
    """The days on which a question went out."""
    return [(question.asked_at - START).days for question in QuietQuestion.objects.order_by("pk")]


def quiet_on() -> int | None:
    """The day since which the page says so."""
    since = Initiative.objects.get().quiet_since
    return (since - START).days if since else None


# --- Three years ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("heard", "asked", "quiet"),
    [
        ((), [365, 730], 760),
        ((200,), [566, 931], 961),
        ((364,), [730, 1095], None),  # the second question still has its month
        ((365,), [365, 731, 1096], None),
        ((740,), [365, 730], None),  # in the month after the second question
        ((800,), [365, 730], None),  # after it was called quiet
        ((300, 600, 900), [], None),
    ],
)
def test_three_years_of_silence(
    heard: tuple[int, ...], asked: list[int], quiet: int | None, initiative: Initiative, fatima: User
) -> None:
    moments = {day + near for day in (*heard, *asked, quiet or 0) for near in (-1, 0, 1)}
    for day in sorted(moments.union(range(0, 1097, 14))):  # a night in a fortnight, and each one around a change
        nights(day)
        if day in heard:  # an hour after the work of that night
            with at(day + 0.04):
                tell_news(initiative=initiative, actor=fatima, title=f"Nieuws {day}", text="Er groeit iets.")

    assert (asked_on(), quiet_on(), Initiative.objects.get().stage) == (asked, quiet, Stage.RUNNING)


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(gaps=st.lists(st.integers(1, 900), min_size=1, max_size=4))
def test_quiet_comes_after_two_years_without_a_sign_and_not_before(
    gaps: list[int], initiative: Initiative, fatima: User
) -> None:
    with transaction.atomic():
        day = 0
        for gap in gaps:
            for silent in (*range(1, gap, 20), gap):  # a night every three weeks
                nights(day + silent)
                assert silent >= 760 or quiet_on() is None
                assert silent < 820 or quiet_on() is not None
            day += gap
            with at(day):
                answer_quiet(initiative=initiative, actor=fatima)
            assert quiet_on() is None
        assert Initiative.objects.get().stage == Stage.RUNNING
        transaction.set_rollback(True)


# --- Who is asked -----------------------------------------------------------------------------------------------------
def test_owner_and_helper_get_a_link_of_their_own(
    initiative: Initiative, wilma: User, run_jobs: Callable[[], int], mailoutbox: list, client: Client
) -> None:
    give_helper(initiative, wilma)
    run_jobs()
    mailoutbox.clear()

    ask_quiet(initiative=initiative)
    run_jobs()

    paths = dict(Notice.objects.filter(template="initiative_quiet").values_list("recipient__name", "path"))
    assert {mail.to[0] for mail in mailoutbox} == {"fatima@voorbeeld.example", "wilma@voorbeeld.example"}
    assert len(set(paths.values())) == 2
    assert QuietQuestion.objects.get().asked == Asked.OWNER
    assert client.get(paths["Wilma Jansen"]).status_code == 200


def test_owner_on_paper_is_asked_through_her_helper(bas: User, wilma: User, oostgaarde: Wijk, reference: None) -> None:
    initiative = online(bas, oostgaarde)
    give_helper(initiative, wilma)

    ask_quiet(initiative=initiative)

    assert QuietQuestion.objects.get().asked == Asked.HELPER
    assert [row.recipient for row in Notice.objects.filter(template="initiative_quiet")] == [wilma]


def test_owner_on_paper_alone_gets_a_visit(bas: User, noor: User, oostgaarde: Wijk, reference: None) -> None:
    initiative = online(bas, oostgaarde)
    claim_case(case=initiative.case, actor=noor)

    ask_quiet(initiative=initiative)

    notice = Notice.objects.get(template="initiative_quiet_visit")
    assert (QuietQuestion.objects.get().asked, notice.recipient, notice.path) == (
        Asked.VISIT,
        noor,
        initiative.case.desk_url,
    )


@pytest.mark.parametrize(("who", "may"), [("noor", True), ("bas", True), ("thea", False), ("mona", False)])
def test_who_visited_an_owner_on_paper_writes_her_answer_down(
    who: str, may: bool, cast: dict[str, User], oostgaarde: Wijk, reference: None
) -> None:
    initiative = online(cast["bas"], oostgaarde)
    claim_case(case=initiative.case, actor=cast["noor"])
    go_quiet(initiative=initiative)

    if may:
        answer_quiet(initiative=initiative, actor=cast[who])
    else:
        with pytest.raises(Refused):
            answer_quiet(initiative=initiative, actor=cast[who])

    row = Initiative.objects.get()
    assert (row.quiet_since is None, row.stage) == (may, Stage.PUBLISHED)


@pytest.mark.parametrize("stage", [Stage.CONCEPT, Stage.REALISED, Stage.STOPPED])
def test_what_is_not_under_way_is_never_asked(stage: Stage, initiative: Initiative, fatima: User) -> None:
    if stage == Stage.CONCEPT:
        Initiative.objects.all().delete()
        InitiativeFactory(owner=fatima)
    else:
        Initiative.objects.update(stage=stage, outcome="Klaar.")

    nights(*range(366, 1101, 100))

    assert QuietQuestion.objects.count() == 0


# --- What it looks like -----------------------------------------------------------------------------------------------
def test_quiet_leaves_what_is_running_and_one_answer_brings_it_back(
    initiative: Initiative, fatima: User, client: Client, oostgaarde: Wijk
) -> None:
    def pages() -> tuple[bool, list[str], bool, int]:
        page = client.get(initiative.get_absolute_url()).content.decode()
        running = titles(client.get("/initiatieven/?fase=running"))
        wijk = client.get(f"/wijken/{oostgaarde.slug}/").content.decode()
        return (
            "We hebben al een jaar niets gehoord." in page,
            running,
            "Hier wordt aan gewerkt" in wijk,
            (Initiative.objects.running().count()),
        )

    before = pages()
    go_quiet(initiative=initiative)
    quiet = pages()
    answer_quiet(initiative=initiative, actor=fatima)

    assert before == (False, [initiative.title], True, 1)
    assert quiet == (True, [], False, 0)
    assert pages() == before


def test_quiet_stays_in_the_list_and_last_on_the_page_of_its_wijk(
    initiative: Initiative, fatima: User, client: Client, oostgaarde: Wijk
) -> None:
    ended = published(owner=fatima, wijk=oostgaarde, title="Lange tafel")
    Initiative.objects.filter(pk=ended.pk).update(stage=Stage.STOPPED, outcome="Klaar.")
    go_quiet(initiative=initiative)

    wijk = client.get(f"/wijken/{oostgaarde.slug}/").content.decode()

    assert initiative.title in titles(client.get("/initiatieven/"))
    assert wijk.index("Dit is afgelopen") < wijk.index("Hier hoorden we al een jaar niets van")


# --- Under raw SQL ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE initiatives_quietquestion SET asked_at = now()",
        "DELETE FROM initiatives_quietquestion",
        "TRUNCATE initiatives_quietquestion",
    ],
)
def test_questions_stay(sql: str, initiative: Initiative) -> None:
    ask_quiet(initiative=initiative)

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


def test_ended_is_never_quiet(initiative: Initiative, fatima: User) -> None:
    go_quiet(initiative=initiative)
    stop = next(t for t in TRANSITIONS if (t.source, t.name) == ("running", "stop"))

    move_initiative(initiative=initiative, actor=fatima, transition=stop, outcome="Te weinig tijd.")

    with pytest.raises(DatabaseError), transaction.atomic():
        Initiative.objects.update(quiet_since=timezone.now())
