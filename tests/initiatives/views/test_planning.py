"""/initiatieven/<slug>/planning/ and what lies under it."""

import uuid
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from gemeente.moderation.actions.hiding import hide_part
from gemeente.moderation.actions.reporting import report_part
from gemeente.moderation.enums import ReportReason
from gemeente.moderation.models import HidingGround
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.joining import participate
from initiatives.actions.moving import move_initiative
from initiatives.actions.planning import change_step, choose_start, take_blueprint, tick_step
from initiatives.enums import ParticipationKind
from initiatives.models import Initiative, PlanStep, ReminderStop
from initiatives.parts import plan_part
from initiatives.workflow import TRANSITIONS
from tests.factories.initiatives import InitiativeFactory, published
from tests.factories.outdoors import give_helper
from tests.factories.plans import blueprint, in_days, step
from tests.pages import errors, soup

NEW = {"title": "Bel het buurthuis", "who": "Anna en Bas", "submission_key": str(uuid.UUID(int=5))}


@pytest.fixture
def initiative(fatima: User, oostgaarde: Wijk) -> Initiative:
    return published(owner=fatima, wijk=oostgaarde)


@pytest.fixture
def page(initiative: Initiative) -> str:
    return f"/initiatieven/{initiative.slug}/planning/"


@pytest.fixture
def owner(initiative: Initiative, client_for: Callable[..., Client]) -> Client:
    return client_for(initiative.owner)


def steps_on(response: object) -> list[str]:
    return [title.get_text(strip=True) for title in soup(response).select("main .portal-rows h2")]


# --- Reading ----------------------------------------------------------------------------------------------------------
def test_everybody_reads_what_comes_when(client: Client, initiative: Initiative, page: str, fatima: User) -> None:
    first = step(initiative, "Vraag de buren", who="Anna")
    step(initiative, "Hang slingers op", due_on=in_days(3))
    tick_step(step=first, actor=fatima, is_done=True)

    response = client.get(page)

    assert steps_on(response) == ["Vraag de buren", "Hang slingers op"]
    text = soup(response).main.get_text(" ", strip=True)
    assert "1 van 2 stappen klaar" in text
    assert "Anna" not in text
    assert soup(response).main.select("form, button") == []


@pytest.mark.parametrize(("who", "sees"), [("bram", True), ("willem", False), ("noor", False), ("fatima", True)])
def test_who_does_a_step_is_for_those_who_take_part(
    who: str, sees: bool, cast: dict[str, User], initiative: Initiative, page: str, client_for: Callable[..., Client]
) -> None:
    step(initiative, who="Anna-Kanarie")
    participate(initiative=initiative, actor=cast["bram"], kind=ParticipationKind.JOIN)
    participate(initiative=initiative, actor=cast["willem"], kind=ParticipationKind.SUPPORT)

    assert ("Anna-Kanarie" in client_for(cast[who]).get(page).content.decode()) == sees


def test_planning_of_a_concept_is_for_its_owner(
    client: Client, fatima: User, client_for: Callable[..., Client]
) -> None:
    concept = InitiativeFactory(owner=fatima)
    url = f"/initiatieven/{concept.slug}/planning/"

    assert (client.get(url).status_code, client_for(fatima).get(url).status_code) == (404, 200)


def test_page_without_steps_says_what_one_can_do(client: Client, owner: Client, page: str) -> None:
    assert soup(client.get(page)).select_one(".portal-empty")
    assert soup(owner.get(page)).select_one(".portal-empty a")["href"] == f"{page}draaiboek/"


@pytest.mark.parametrize("number", [1, 50])
@pytest.mark.parametrize(("who", "most"), [("anonymous", 4), ("fatima", 9)])
def test_page_costs_the_same_for_one_step_and_for_fifty(
    number: int,
    who: str,
    most: int,
    cast: dict[str, User | None],
    initiative: Initiative,
    page: str,
    client_for: Callable[..., Client],
    django_assert_max_num_queries: Callable,
) -> None:
    rows = [PlanStep(initiative=initiative, position=n, title=f"Stap {n}", is_permit=True) for n in range(number)]
    PlanStep.objects.bulk_create(rows)
    client = client_for(cast[who])
    client.get(page)

    with django_assert_max_num_queries(most):
        client.get(page)


def test_page_of_the_initiative_says_how_far_it_is_and_asks_nothing_more(
    client: Client, initiative: Initiative, django_assert_num_queries: Callable, fatima: User
) -> None:
    url = initiative.get_absolute_url()
    client.get(url)
    with CaptureQueriesContext(connection) as bare:
        client.get(url)
    before = len(bare)
    step(initiative, "Vraag de buren", due_on=in_days(3))
    choose_start(initiative=initiative, actor=fatima, starts_on=in_days(20))
    client.get(url)

    with django_assert_num_queries(before):
        card = soup(client.get(url)).select_one("[aria-labelledby=planning]")

    assert "0 van 1 stap klaar" in card.get_text(" ", strip=True)
    assert "Vraag de buren" in card.get_text(" ", strip=True)


# --- Writing ----------------------------------------------------------------------------------------------------------
def test_owner_adds_a_step(owner: Client, initiative: Initiative, page: str) -> None:
    response = owner.post(f"{page}stap/", NEW | {"due_on": str(in_days(5))})

    assert response.headers["Location"] == page
    made = initiative.plan_steps.get()
    assert (made.title, made.who, made.due_on, made.is_dated_by_hand) == (
        "Bel het buurthuis",
        "Anna en Bas",
        in_days(5),
        True,
    )


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": "x" * 81}, "title"),
        ({"who": "anna@voorbeeld.example"}, "who"),
        ({"due_on": "morgen"}, "due_on"),
        ({"due_on": "2020-01-01"}, "due_on"),
        ({"due_on": "2999-01-01"}, "due_on"),
        ({"link_url": "javascript:alert(1)", "link_label": "Klik"}, "link_url"),
        ({"link_url": "http://voorbeeld.example", "link_label": "Klik"}, "link_url"),
        ({"link_url": "https://voorbeeld.example"}, "link_label"),
        ({"link_label": "De site"}, "link_url"),
    ],
)
def test_bad_input_gets_a_sentence_and_keeps_what_was_typed(
    typed: dict[str, str], field: str, owner: Client, initiative: Initiative, page: str
) -> None:
    response = owner.post(f"{page}stap/", NEW | {"explanation": "Vraag naar Hans."} | typed)

    assert list(errors(response)) == [field]
    assert "Vraag naar Hans." in response.content.decode()
    assert initiative.plan_steps.count() == 0


def test_owner_changes_a_step_and_its_old_day_may_stay(
    owner: Client, initiative: Initiative, page: str, fatima: User
) -> None:
    row = step(initiative)
    change_step(step=row, actor=fatima, due_on=in_days(-3))
    form = soup(owner.get(f"{page}{row.pk}/")).select_one("main form")
    typed = {field["name"]: field.get("value", "") for field in form.select("input[name]")}

    response = owner.post(f"{page}{row.pk}/", typed | {"title": "Vraag alle buren", "explanation": ""})

    assert response.status_code == 302
    assert initiative.plan_steps.get().title == "Vraag alle buren"
    assert initiative.plan_steps.get().due_on == in_days(-3)


def test_second_saver_sees_both_texts_and_may_save_then(
    owner: Client, initiative: Initiative, page: str, fatima: User
) -> None:
    row = step(initiative)
    seen = row.version
    change_step(step=row, actor=fatima, title="Bel de buren")
    typed = NEW | {"title": "Mail de buren", "based_on": seen}

    response = owner.post(f"{page}{row.pk}/", typed)

    shown = soup(response)
    assert "Bel de buren" in shown.select_one("[aria-labelledby=staat-er-nu]").get_text()
    assert shown.select_one("[name=title]")["value"] == "Mail de buren"
    owner.post(f"{page}{row.pk}/", typed | {"based_on": shown.select_one("[name=based_on]")["value"]})
    assert initiative.plan_steps.get().title == "Mail de buren"


def test_owner_ticks_off_with_one_click(owner: Client, initiative: Initiative, page: str) -> None:
    row = step(initiative)
    button = soup(owner.get(page)).select_one("button[value=done]")

    response = owner.post(button["formaction"], {"choice": "done"})

    assert response.headers["Location"] == f"{page}#stap-{row.pk}"
    assert initiative.plan_steps.get().is_done
    owner.post(button["formaction"], {"choice": "undo"})
    assert not initiative.plan_steps.get().is_done


def test_owner_moves_a_step_up(owner: Client, initiative: Initiative, page: str) -> None:
    step(initiative, "Een")
    second = step(initiative, "Twee")

    owner.post(f"{page}{second.pk}/plaats/", {"choice": "up"})

    assert steps_on(owner.get(page)) == ["Twee", "Een"]


def test_owner_takes_a_step_away(owner: Client, initiative: Initiative, page: str) -> None:
    row = step(initiative)

    assert owner.get(f"{page}{row.pk}/weg/").status_code == 200
    owner.post(f"{page}{row.pk}/weg/")

    assert initiative.plan_steps.count() == 0


def test_owner_chooses_the_day(owner: Client, initiative: Initiative, page: str, fatima: User) -> None:
    take_blueprint(initiative=initiative, actor=fatima, blueprint=blueprint())

    owner.post(f"{page}datum/", {"starts_on": str(in_days(40))})

    assert [row.due_on for row in initiative.plan_steps.in_order()] == [in_days(12), in_days(40)]
    assert list(errors(owner.post(f"{page}datum/", {"starts_on": "2020-01-01"}))) == ["starts_on"]


def test_owner_adds_a_ready_plan_to_her_own_steps(owner: Client, initiative: Initiative, page: str) -> None:
    step(initiative, "Bel tante Riet")
    blueprint()

    assert list(errors(owner.post(f"{page}draaiboek/", {}))) == ["blueprint"]
    response = owner.post(f"{page}draaiboek/", {"blueprint": "feest"})

    assert response.headers["Location"] == page
    assert steps_on(owner.get(page)) == ["Bel tante Riet", "Vraag de buren", "Hang slingers op"]
    assert soup(owner.get(f"{page}draaiboek/")).select_one(".portal-empty")  # there is no other one


def test_full_planning_says_so(owner: Client, initiative: Initiative, page: str) -> None:
    PlanStep.objects.bulk_create(PlanStep(initiative=initiative, position=n, title=f"Stap {n}") for n in range(50))

    assert "hoogstens 50 stappen" in soup(owner.get(page)).main.get_text(" ", strip=True)
    response = owner.post(f"{page}stap/", NEW)

    assert "hoogstens 50 stappen" in response.content.decode()
    assert initiative.plan_steps.count() == 50


def test_owner_and_helper_stop_their_own_reminders(
    owner: Client, initiative: Initiative, page: str, bram: User, client_for: Callable[..., Client]
) -> None:
    give_helper(initiative, bram)
    step(initiative)

    client_for(bram).post(f"{page}herinneringen/", {"choice": "stop"})
    owner.post(f"{page}herinneringen/", {"choice": "stop"})
    owner.post(f"{page}herinneringen/", {"choice": "start"})

    assert [stop.user for stop in ReminderStop.objects.all()] == [bram]
    assert "Stuur weer herinneringen" in client_for(bram).get(page).content.decode()


def test_step_of_another_initiative_is_not_there(owner: Client, page: str, bram: User) -> None:
    row = step(published(owner=bram))

    statuses = [owner.get(f"{page}{row.pk}/").status_code, owner.post(f"{page}{row.pk}/klaar/").status_code]

    assert statuses == [404, 404]


def test_nothing_can_be_changed_after_the_end(owner: Client, initiative: Initiative, page: str, fatima: User) -> None:
    row = step(initiative)
    stop = next(t for t in TRANSITIONS if (t.source, t.name) == ("published", "stop"))
    move_initiative(initiative=initiative, actor=fatima, transition=stop, outcome="Te druk.")

    assert soup(owner.get(page)).main.select("button[formaction]") == []
    assert owner.post(f"{page}{row.pk}/klaar/").status_code == 403


def test_hidden_planning_is_there_for_its_owner_alone(
    client: Client, owner: Client, initiative: Initiative, page: str, bram: User, mona: User, reference: None
) -> None:
    step(initiative, "Reclame voor mijn winkel")
    told = {"subject": initiative.subject, "part": plan_part(initiative), "reason": ReportReason.OTHER}
    ground = HidingGround.objects.get(code="portrait")
    assert f"deel=plan:{initiative.pk}" in client.get(page).content.decode()

    hide_part(report=report_part(**told, actor=bram), actor=mona, ground=ground, facts="Dit is reclame.")

    for url in (page, initiative.get_absolute_url()):
        assert "Reclame voor mijn winkel" not in client.get(url).content.decode()
        assert "Reclame voor mijn winkel" in owner.get(url).content.decode()
    assert "De planning" not in client.get(initiative.get_absolute_url()).content.decode()
