"""How wijken of the demo came to work in their own way, told through the actions that people use."""

import datetime as dt

import time_machine
from django.utils import timezone

from gemeente.accounts.actions import assign_role
from gemeente.accounts.enums import Role
from gemeente.accounts.models import RoleAssignment
from gemeente.demo.content.ways import ANSWERS, FIRST, LATER, STEPS, DemoWay
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.answering import answer_wop
from initiatives.actions.moving import move_initiative
from initiatives.asking import asked_of
from initiatives.enums import Stage
from initiatives.models import Initiative
from initiatives.workflow import WITHIN
from wijken.actions import ways as actions
from wijken.models import AskKind, Werkwijze, WijkQuestion, WijkStage
from wijken.ways import way_in_force

People = dict[str, User]
FROM_THE_START = 3 * 365 - 1  # days ago: who writes a way is on the board before its team is written down


def tell_first_ways(people: People) -> None:
    """Let three wijken choose their way before anything begins there. Who writes it is on the board already."""
    for way in FIRST:
        wijk = Wijk.objects.get(slug=way.slug)
        board = RoleAssignment.objects.filter(user=people[way.by], wijk=wijk, role=Role.WOP_BOARD)
        if not board.exists():
            with ago(FROM_THE_START):
                today = timezone.localdate()
                assign_role(user=people[way.by], role=Role.WOP_BOARD, wijk=wijk, starts_on=today, actor=None)
        write_way(way, wijk, people[way.by])


def tell_later_ways(people: People) -> None:
    """Let two of them go on with it, and let owners stand where they are now in the words of their wijk."""
    for title, label in STEPS.items():
        step_within(Initiative.objects.select_related("owner").get(title=title), label)
    for title, told in ANSWERS.items():
        answer(Initiative.objects.select_related("owner").get(title=title), told)
    for way in LATER:
        write_way(way, Wijk.objects.get(slug=way.slug), people[way.by])


def write_way(way: DemoWay, wijk: Wijk, actor: User) -> None:
    """Write a version, and let it take effect."""
    with ago(way.days_ago):
        source = Werkwijze.objects.get(code=way.base) if way.base else way_in_force(wijk.pk)
        assert source is not None
        draft = actions.start_draft(wijk=wijk, actor=actor, source=source)
        for stage in WijkStage.objects.filter(werkwijze=draft, label__in=way.renamed):
            dutch, english = way.renamed[stage.label]
            actions.change_stage(stage=stage, actor=actor, label=dutch, label_en=english, common=stage.common)
        for dutch, english, common in way.added:
            actions.add_stage(draft=draft, actor=actor, label=dutch, label_en=english, common=common)
        for asked in way.questions:
            told = {name: getattr(asked, name) for name in ("label", "purpose", "kind", "is_required")}
            actions.add_question(draft=draft, actor=actor, help="", choices=list(asked.choices), **told)
        for rule in draft.rules.filter(matter__in=way.rules):
            actions.change_rule(rule=rule, actor=actor, **way.rules[rule.matter])
        if way.promises:
            meetings, days = way.promises
            actions.change_promises(draft=draft, actor=actor, meetings_per_year=meetings, answer_days=days)
        if not way.is_draft:
            actions.publish_way(draft=draft, actor=actor)


def answer_what_must(initiative: Initiative, owner: User, number: int) -> None:
    """Answer what a WOP must know before something goes online."""
    initiative = Initiative.objects.get(pk=initiative.pk)  # with the wijk that she chose since
    must = [one.question for one in asked_of(initiative) if one.is_open]
    if must:
        answer_wop(initiative=initiative, actor=owner, answers={one.pk: likely(one, number) for one in must})


def likely(question: WijkQuestion, number: int) -> str | int:
    """An answer that could be: another one for each initiative."""
    if question.kind == AskKind.NUMBER:
        return 8 + number * 7 % 60
    return question.choices[number % len(question.choices)] if question.choices else "Dat vertellen we graag."


def answer(initiative: Initiative, told: dict[str, str]) -> None:
    """Tell the WOP more than what must be."""
    asked = {one.question.label: one.question.pk for one in asked_of(initiative)}
    answers = {asked[label]: text for label, text in told.items()}
    answer_wop(initiative=initiative, actor=initiative.owner, answers=answers)


def step_within(initiative: Initiative, label: str) -> None:
    """Let its owner say at which stage of her wijk it stands."""
    stage = WijkStage.objects.get(werkwijze=initiative.werkwijze_id, label=label)
    move_initiative(
        initiative=initiative, actor=initiative.owner, transition=WITHIN[Stage(initiative.stage)], wijk_stage=stage
    )


def ago(days: int) -> time_machine.travel:
    """So many days before today."""
    return time_machine.travel(timezone.now() - dt.timedelta(days=days), tick=False)
