"""One initiative of the demo, lived day by day through the actions people use."""

import datetime as dt
import uuid
from collections.abc import Callable

import time_machine
from django.utils import timezone

from gemeente.activity.delivery import send_notice, send_receipt
from gemeente.activity.models import Notice, Receipt
from gemeente.cases.actions import claim_case, close_case, log_contact, plan_case
from gemeente.cases.enums import Means
from gemeente.cases.models import CaseFile
from gemeente.cases.quarters import quarters_from
from gemeente.demo.content import SCALES, DemoCase, DemoContact, DemoInitiative
from gemeente.demo.helping import BY_TITLE, ask_for_help, count_what_came, let_neighbours_offer
from gemeente.demo.ways import answer_what_must
from gemeente.places.geography import Place
from gemeente.places.models import Theme, Wijk
from gemeente.questions.models import Question
from gemeente.users.models import User
from initiatives.actions.counts import count_again
from initiatives.actions.joining import participate
from initiatives.actions.moving import move_initiative
from initiatives.actions.news import tell_news
from initiatives.actions.publishing import publish_initiative
from initiatives.actions.writing import revise_place, revise_share, start_initiative
from initiatives.enums import ParticipationKind, PlaceKind, Stage
from initiatives.models import Initiative, Participation
from initiatives.workflow import TRANSITIONS

People = dict[str, User]
RECENT = 14  # days: what is younger can be read in the demo's post, and is new to whom it was for
Event = tuple[float, Callable[[], object]]  # the day after publication on which it happens, and what

ROAD_TO = {
    Stage.PUBLISHED: (),
    Stage.PREPARING: (Stage.PREPARING,),
    Stage.RUNNING: (Stage.PREPARING, Stage.RUNNING),
    Stage.REALISED: (Stage.PREPARING, Stage.RUNNING, Stage.REALISED),
    Stage.STOPPED: (Stage.PREPARING, Stage.STOPPED),
}


def tell_story(
    plan: DemoInitiative, people: People, crowd: list[User], number: int, question: Question | None = None
) -> None:
    """Publish an initiative on its day, and let happen what followed until today; perhaps it grew out of a question."""
    with moment(plan.days_ago):
        initiative = publish(plan, people[plan.owner], number, question)
        post_letters(plan.days_ago)
    events = [
        *steps_of(plan, initiative),
        *(case_of(plan.case, lambda: CaseFile.objects.get(initiative=initiative), people) if plan.case else []),
        *news_of(plan, initiative),
        *neighbours_of(plan, initiative, people, crowd, number),
        *help_of(plan, initiative, people),
    ]
    live(events, plan.days_ago)


def live(events: list[Event], days_ago: float) -> None:
    """Let things happen in order, each on its own day after the beginning."""
    for day, happen in sorted(events, key=lambda event: event[0]):
        with moment(days_ago - day):
            happen()
            post_letters(days_ago - day)


def moment(days_ago: float) -> time_machine.travel:
    """A moment before now, at a different hour of the day each time, at which the demo lets something happen."""
    now = timezone.localtime()
    hour, minute = 8 + int(days_ago * 7) % 13, int(days_ago * 37) % 60
    day = now - dt.timedelta(days=days_ago)
    return time_machine.travel(min(day.replace(hour=hour, minute=minute), now), tick=False)


def publish(plan: DemoInitiative, owner: User, number: int, question: Question | None) -> Initiative:
    """Write it the way its owner would, and put it online."""
    initiative = start_initiative(
        actor=owner,
        title=plan.title,
        summary=plan.summary,
        theme=Theme.objects.get(code=plan.theme) if plan.theme else None,
        scene=plan.scene,
        submission_key=uuid.UUID(int=number),
        question=question,
    )
    revise_share(initiative=initiative, actor=owner, own_share=plan.own_share, needs=plan.needs)
    revise_place(
        initiative=initiative,
        actor=owner,
        wijk=Wijk.objects.get(slug=plan.wijk) if plan.wijk else None,
        place_kind=PlaceKind(plan.place_kind),
        place_text=plan.place,
        point=Place(*plan.point) if plan.point else None,
        scale=SCALES.get(plan.title, ""),
    )
    answer_what_must(initiative, owner, number)
    return publish_initiative(initiative=initiative, actor=owner)


def steps_of(plan: DemoInitiative, initiative: Initiative) -> list[Event]:
    """Its road until now, spread over the time since."""
    road = ROAD_TO[Stage(plan.stage)]

    def step(target: Stage) -> Callable[[], object]:
        return lambda: take_step(plan, initiative, target)

    steps = [(plan.days_ago * number / (len(road) + 1), step(target)) for number, target in enumerate(road, start=1)]
    if plan.done_ago is not None:
        steps[-1] = (plan.days_ago - plan.done_ago, steps[-1][1])
    return steps


def take_step(plan: DemoInitiative, initiative: Initiative, target: Stage) -> None:
    """Move an initiative the way its owner would."""
    initiative.refresh_from_db()
    move_initiative(
        initiative=initiative,
        actor=initiative.owner,
        transition=next(t for t in TRANSITIONS if (t.source, t.target) == (initiative.stage, target)),
        outcome=plan.result or plan.reason,
        people_reached=plan.people_reached,
    )


def case_of(told: DemoCase, case: Callable[[], CaseFile], people: People) -> list[Event]:
    """Claim, contacts, and the end where there was one. A plan on paper has no case yet."""
    contact = people[told.by]

    def log(said: DemoContact) -> Callable[[], object]:
        return lambda: log_said(case(), contact, said)

    events: list[Event] = [(told.claimed, lambda: claim_case(case=case(), actor=contact))]
    events += [(said.day + 0.1, log(said)) for said in told.contacts]
    if told.planned:
        day, what, by, quarters = told.planned
        quarter = quarters_from(timezone.localdate())[quarters]
        events.append((day + 0.2, lambda: plan_case(case=case(), actor=contact, what=what, by=by, quarter=quarter)))
    if told.closing:
        last = told.contacts[-1].day
        events.append((last + 0.2, lambda: close_case(case=case(), actor=contact, result=told.closing)))
    return events


def log_said(case: CaseFile, contact: User, said: DemoContact) -> None:
    """Write a contact down on its own day."""
    today = timezone.localdate()
    log_contact(
        case=case,
        actor=contact,
        means=Means(said.way),
        was_reached=said.reached,
        happened_on=today,
        note=said.note,
        next_on=today + dt.timedelta(days=said.next_in) if said.next_in else None,
    )


def news_of(plan: DemoInitiative, initiative: Initiative) -> list[Event]:
    """What the owner told."""

    def tell(title: str, text: str) -> Callable[[], object]:
        return lambda: tell_news(initiative=initiative, actor=initiative.owner, title=title, text=text)

    return [(update.day + 0.3, tell(update.title, update.text)) for update in plan.updates]


def neighbours_of(
    plan: DemoInitiative, initiative: Initiative, people: People, crowd: list[User], number: int
) -> list[Event]:
    """Who supports from the first day, and who joins in during the first third of the time."""

    def join(user: User, message: str) -> Callable[[], object]:
        return lambda: participate(initiative=initiative, actor=user, kind=ParticipationKind.JOIN, message=message)

    others = [user for user in crowd if user != initiative.owner]
    supporters = [others[(number * 5 + place) % len(others)] for place in range(min(plan.supporters, len(others)))]
    spread = plan.days_ago / 3 / (len(plan.joiners) + 1)
    joins = [(spread * place, join(people[key], message)) for place, (key, message) in enumerate(plan.joiners, start=1)]
    return [(0.0, lambda: support(initiative, supporters)), *joins]


def help_of(plan: DemoInitiative, initiative: Initiative, people: People) -> list[Event]:
    """What is asked in numbers from the first day, who offers it in the first third, and what came before the end."""
    told = BY_TITLE.get(plan.title)
    if told is None:
        return []
    return [
        (plan.days_ago / 100, lambda: ask_for_help(told, initiative)),
        (plan.days_ago / 3.1, lambda: let_neighbours_offer(told, initiative, people)),
        (plan.days_ago * 0.7, lambda: count_what_came(told, initiative, people)),
    ]


def support(initiative: Initiative, users: list[User]) -> None:
    """Let many support at once, without following: one by one it would take the demo a minute to start."""
    rows = [Participation(initiative=initiative, user=user, kind=ParticipationKind.SUPPORT) for user in users]
    Participation.objects.bulk_create(rows)
    count_again(initiative)


def post_letters(days_ago: float) -> None:
    """Mail at the moment itself, so that the worker finds nothing left to do; what is long ago was mailed and read."""
    waiting, receipts = Notice.objects.filter(mailed_at=None), Receipt.objects.filter(mailed_at=None)
    if days_ago > RECENT:
        waiting.update(mailed_at=timezone.now(), read_at=timezone.now())
        receipts.update(mailed_at=timezone.now())
    for pk in waiting.values_list("pk", flat=True):
        send_notice(pk)
    for pk in receipts.values_list("pk", flat=True):
        send_receipt(pk)
