"""The steps of an initiative: taking a ready plan, writing, dating, ordering and ticking off."""

import datetime as dt
import uuid

import pytest
from django.db import IntegrityError, transaction

from gemeente.activity.models import Entry
from gemeente.lib.errors import Refused, Stale
from gemeente.moderation.actions.blocking import pause_account
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.leaving import withdraw_initiative
from initiatives.actions.moving import move_initiative
from initiatives.actions.planning import (
    MOST_STEPS,
    add_step,
    change_step,
    choose_start,
    count_steps,
    dismiss_card,
    drop_step,
    shift_step,
    stop_reminders,
    take_blueprint,
    tick_step,
)
from initiatives.models import Blueprint, BlueprintStep, DismissedCard, Initiative, PlanStep, ReminderStop
from initiatives.workflow import TRANSITIONS
from tests.factories.initiatives import InitiativeFactory, published
from tests.factories.outdoors import give_helper
from tests.factories.plans import blueprint, in_days, step

KEPT = ("step_count", "steps_done", "next_step", "next_step_on")


@pytest.fixture
def initiative(fatima: User, oostgaarde: Wijk) -> Initiative:
    return published(owner=fatima, wijk=oostgaarde)


def titles(initiative: Initiative) -> list[str]:
    return list(initiative.plan_steps.in_order().values_list("title", flat=True))


def kept(initiative: Initiative) -> dict[str, object]:
    return Initiative.objects.values(*KEPT).get(pk=initiative.pk)


# --- Ready plans ------------------------------------------------------------------------------------------------------
def test_taking_a_plan_copies_its_steps_behind_her_own(initiative: Initiative, fatima: User) -> None:
    step(initiative, "Bel tante Riet")

    take_blueprint(initiative=initiative, actor=fatima, blueprint=blueprint())

    assert titles(initiative) == ["Bel tante Riet", "Vraag de buren", "Hang slingers op"]
    assert [row.position for row in initiative.plan_steps.in_order()] == [1, 2, 3]
    assert Entry.objects.filter(verb="plan_taken").get().changes == {"blueprint": [None, "feest"], "steps": [None, 2]}


def test_taking_the_same_plan_twice_changes_nothing(initiative: Initiative, fatima: User) -> None:
    ready = blueprint()
    take_blueprint(initiative=initiative, actor=fatima, blueprint=ready)

    take_blueprint(initiative=initiative, actor=fatima, blueprint=blueprint(title="Feest, tweede versie"))

    assert initiative.plan_steps.count() == 2


def test_plan_keeps_the_version_it_began_under(initiative: Initiative, fatima: User) -> None:
    take_blueprint(initiative=initiative, actor=fatima, blueprint=blueprint())

    blueprint(steps=({"title": "Iets heel anders"},))

    assert titles(initiative) == ["Vraag de buren", "Hang slingers op"]


def test_concept_takes_a_plan_too(fatima: User) -> None:
    concept = InitiativeFactory(owner=fatima)

    take_blueprint(initiative=concept, actor=fatima, blueprint=blueprint())

    assert kept(concept)["step_count"] == 2


def test_too_many_steps_are_refused(initiative: Initiative, fatima: User) -> None:
    rows = (PlanStep(initiative=initiative, position=n, title=f"Stap {n}") for n in range(1, MOST_STEPS))
    PlanStep.objects.bulk_create(rows)

    with pytest.raises(Refused, match="hoogstens 50"):
        take_blueprint(initiative=initiative, actor=fatima, blueprint=blueprint())

    step(initiative)
    with pytest.raises(Refused, match="hoogstens 50"):
        step(initiative, "Nog een")
    assert initiative.plan_steps.count() == MOST_STEPS


# --- The day itself ---------------------------------------------------------------------------------------------------
def test_start_gives_the_steps_of_a_plan_their_days(initiative: Initiative, fatima: User) -> None:
    take_blueprint(initiative=initiative, actor=fatima, blueprint=blueprint())

    choose_start(initiative=initiative, actor=fatima, starts_on=in_days(60))

    assert [row.due_on for row in initiative.plan_steps.in_order()] == [in_days(32), in_days(60)]
    assert kept(initiative)["next_step_on"] == in_days(32)


def test_plan_taken_after_the_day_was_chosen_has_its_days_at_once(initiative: Initiative, fatima: User) -> None:
    choose_start(initiative=initiative, actor=fatima, starts_on=in_days(60))

    take_blueprint(initiative=initiative, actor=fatima, blueprint=blueprint())

    assert [row.due_on for row in initiative.plan_steps.in_order()] == [in_days(32), in_days(60)]


def test_moving_the_start_leaves_alone_what_was_dated_by_hand_or_is_done(initiative: Initiative, fatima: User) -> None:
    three = ({"title": "A", "days_before": 30}, {"title": "B", "days_before": 20}, {"title": "C", "days_before": 10})
    take_blueprint(initiative=initiative, actor=fatima, blueprint=blueprint(steps=three))
    choose_start(initiative=initiative, actor=fatima, starts_on=in_days(60))
    by_hand, done, _free = initiative.plan_steps.in_order()
    change_step(step=by_hand, actor=fatima, due_on=in_days(5))
    tick_step(step=done, actor=fatima, is_done=True)

    choose_start(initiative=initiative, actor=fatima, starts_on=in_days(90))

    assert [row.due_on for row in initiative.plan_steps.in_order()] == [in_days(5), in_days(40), in_days(80)]


def test_step_that_should_be_done_by_now_gets_some_days(initiative: Initiative, fatima: User) -> None:
    take_blueprint(initiative=initiative, actor=fatima, blueprint=blueprint())

    choose_start(initiative=initiative, actor=fatima, starts_on=in_days(10))

    assert [row.due_on for row in initiative.plan_steps.in_order()] == [in_days(3), in_days(10)]


def test_days_go_when_the_day_is_not_known_after_all(initiative: Initiative, fatima: User) -> None:
    take_blueprint(initiative=initiative, actor=fatima, blueprint=blueprint())
    choose_start(initiative=initiative, actor=fatima, starts_on=in_days(60))

    choose_start(initiative=initiative, actor=fatima, starts_on=None)

    assert [row.due_on for row in initiative.plan_steps.in_order()] == [None, None]


def test_day_that_has_passed_is_refused(initiative: Initiative, fatima: User) -> None:
    with pytest.raises(Refused, match="voorbij"):
        choose_start(initiative=initiative, actor=fatima, starts_on=in_days(-1))


# --- Steps ------------------------------------------------------------------------------------------------------------
def test_same_form_twice_makes_one_step(initiative: Initiative) -> None:
    key = uuid.uuid4()

    step(initiative, submission_key=key)
    step(initiative, submission_key=key)

    assert initiative.plan_steps.count() == 1


def test_key_of_somebody_else_does_not_stand_in_the_way(initiative: Initiative, bram: User) -> None:
    key, other = uuid.uuid4(), published(owner=bram)
    step(other, submission_key=key)

    step(initiative, submission_key=key)

    assert (initiative.plan_steps.count(), other.plan_steps.count()) == (1, 1)


def test_kept_columns_follow_every_act(initiative: Initiative, fatima: User) -> None:
    first, later = step(initiative, "Eerst"), step(initiative, "Met een dag", due_on=in_days(9))
    seen = [kept(initiative)]
    for act in (
        lambda: tick_step(step=later, actor=fatima, is_done=True),
        lambda: change_step(step=first, actor=fatima, title="Anders"),
        lambda: tick_step(step=first, actor=fatima, is_done=True),
        lambda: tick_step(step=first, actor=fatima, is_done=False),
        lambda: drop_step(step=first, actor=fatima),
    ):
        act()
        seen.append(kept(initiative))

    assert [tuple(row.values()) for row in seen] == [
        (2, 0, "Met een dag", in_days(9)),
        (2, 1, "Eerst", None),
        (2, 1, "Anders", None),
        (2, 2, "", None),
        (2, 1, "Anders", None),
        (1, 1, "", None),
    ]


def test_kept_columns_are_what_a_recount_gives(initiative: Initiative, fatima: User) -> None:
    take_blueprint(initiative=initiative, actor=fatima, blueprint=blueprint())
    choose_start(initiative=initiative, actor=fatima, starts_on=in_days(40))
    before = kept(initiative)

    count_steps(Initiative.objects.get(pk=initiative.pk))

    assert kept(initiative) == before


def test_steps_change_places(initiative: Initiative, fatima: User) -> None:
    one, _two, three = (step(initiative, title) for title in ("Een", "Twee", "Drie"))

    shift_step(step=three, actor=fatima, is_up=True)
    shift_step(step=one, actor=fatima, is_up=True)  # it is the first already
    shift_step(step=one, actor=fatima, is_up=False)

    assert titles(initiative) == ["Drie", "Een", "Twee"]


def test_ticking_off_twice_keeps_the_first_moment(initiative: Initiative, fatima: User) -> None:
    row = step(initiative)
    first = tick_step(step=row, actor=fatima, is_done=True)

    again = tick_step(step=row, actor=fatima, is_done=True)

    assert (again.done_at, again.done_by) == (first.done_at, fatima)
    assert Entry.objects.filter(verb="step_done").count() == 1


def test_overtaken_writer_hears_so(initiative: Initiative, fatima: User) -> None:
    row = step(initiative)
    seen = row.version
    change_step(step=row, actor=fatima, title="Vraag alle buren", based_on=seen)

    with pytest.raises(Stale):
        change_step(step=row, actor=fatima, title="Vraag niemand", based_on=seen)
    change_step(step=row, actor=fatima, title="Vraag alle buren", based_on=seen)  # the same text is no conflict

    assert titles(initiative) == ["Vraag alle buren"]


def test_step_that_is_gone_cannot_be_changed(initiative: Initiative, fatima: User) -> None:
    row = step(initiative)
    drop_step(step=row, actor=fatima)
    drop_step(step=row, actor=fatima)

    with pytest.raises(Refused, match="niet meer"):
        change_step(step=row, actor=fatima, title="Toch")


def test_acts_let_her_be_heard(initiative: Initiative, fatima: User) -> None:
    long_ago = initiative.heard_at - dt.timedelta(days=100)
    Initiative.objects.update(heard_at=long_ago)

    step(initiative)

    assert Initiative.objects.get().heard_at > long_ago


# --- Who may ----------------------------------------------------------------------------------------------------------
ACTS = {
    "take": lambda row, actor: take_blueprint(
        initiative=row.initiative, actor=actor, blueprint=Blueprint.objects.get()
    ),
    "start": lambda row, actor: choose_start(initiative=row.initiative, actor=actor, starts_on=in_days(9)),
    "add": lambda row, actor: add_step(initiative=row.initiative, actor=actor, title="Nieuw"),
    "change": lambda row, actor: change_step(step=row, actor=actor, title="Anders"),
    "drop": lambda row, actor: drop_step(step=row, actor=actor),
    "shift": lambda row, actor: shift_step(step=row, actor=actor, is_up=True),
    "tick": lambda row, actor: tick_step(step=row, actor=actor, is_done=True),
    "dismiss": lambda row, actor: dismiss_card(initiative=row.initiative, actor=actor, code="tip"),
    "stop_reminders": lambda row, actor: stop_reminders(initiative=row.initiative, actor=actor),
}


@pytest.mark.parametrize("act", ACTS)
def test_only_who_holds_the_pen_plans(act: str, initiative: Initiative, cast: dict[str, User | None]) -> None:
    blueprint()
    row = step(initiative)
    before = list(PlanStep.objects.values())

    for who, user in cast.items():
        if user and who != "fatima":
            with pytest.raises(Refused):
                ACTS[act](row, user)

    assert list(PlanStep.objects.values()) == before
    ACTS[act](row, cast["fatima"])


@pytest.mark.parametrize("act", [act for act in ACTS if act != "stop_reminders"])
def test_nobody_plans_what_has_ended(act: str, initiative: Initiative, fatima: User) -> None:
    blueprint()
    row = step(initiative)
    stop = next(t for t in TRANSITIONS if (t.source, t.name) == ("published", "stop"))
    move_initiative(initiative=initiative, actor=fatima, transition=stop, outcome="Te druk.")

    with pytest.raises(Refused):
        ACTS[act](row, fatima)


def test_helper_plans_in_her_name(initiative: Initiative, bram: User, fatima: User) -> None:
    give_helper(initiative, bram)

    add_step(initiative=initiative, actor=bram, title="Bel de gemeente")

    entry = Entry.objects.get(verb="step_added")
    assert (entry.actor, entry.person) == (bram, fatima)


def test_who_must_be_silent_writes_no_step_and_may_tick_one_off(
    initiative: Initiative, fatima: User, mona: User
) -> None:
    row = step(initiative)
    pause_account(person=fatima, actor=mona, days=7, reason="Reclame.")

    with pytest.raises(Refused):
        change_step(step=row, actor=fatima, title="Koop nu")
    assert tick_step(step=row, actor=fatima, is_done=True).is_done


# --- What the database holds ------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "wrong",
    [
        {"title": ""},
        {"link_url": "javascript:alert(1)", "link_label": "Klik"},
        {"link_url": "http://voorbeeld.example", "link_label": "Klik"},
        {"link_url": "https://voorbeeld.example", "link_label": ""},
        {"days_before": 9_999},
    ],
)
def test_database_refuses_a_step_that_cannot_be(wrong: dict[str, object], initiative: Initiative) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        PlanStep.objects.create(initiative=initiative, position=1, **({"title": "Stap"} | wrong))


def test_database_keeps_a_plan_that_has_begun(db: None) -> None:
    ready = blueprint()

    for change in (
        lambda: Blueprint.objects.filter(pk=ready.pk).update(title="Anders"),
        lambda: ready.steps.update(title="Anders"),
        lambda: BlueprintStep.objects.filter(blueprint=ready).delete(),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()


def test_what_is_withdrawn_has_no_plan_left(initiative: Initiative, fatima: User) -> None:
    take_blueprint(initiative=initiative, actor=fatima, blueprint=blueprint())
    choose_start(initiative=initiative, actor=fatima, starts_on=in_days(40))
    stop_reminders(initiative=initiative, actor=fatima)
    dismiss_card(initiative=initiative, actor=fatima, code="tip")

    withdraw_initiative(initiative=initiative, actor=fatima)

    assert [model.objects.count() for model in (PlanStep, ReminderStop, DismissedCard)] == [0, 0, 0]
    row = Initiative.objects.get()
    assert (row.step_count, row.next_step, row.starts_on) == (0, "", None)
