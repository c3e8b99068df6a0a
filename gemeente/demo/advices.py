"""What the WOPs of the demo advise and what the gemeente lays before them, through the actions people use."""

import datetime as dt

import time_machine
from django.utils import timezone

from gemeente.activity.models import Subject
from gemeente.demo.content.advices import ADVICES, DEMO_PLANS, DemoAdvice, DemoPlan
from gemeente.places.geography import Place
from gemeente.places.models import Wijk
from gemeente.users.models import User
from wijken.advice.actions.asking import ask_advice, begin_advice, withdraw_advice
from wijken.advice.actions.plans import close_term, decide_voornemen, lay_voornemen
from wijken.advice.actions.reactions import react, treat_reactions
from wijken.advice.actions.replying import reply_to_advice
from wijken.advice.actions.votes import cast_vote, close_vote, open_vote
from wijken.advice.actions.writing import say_opinion, write_advice
from wijken.advice.enums import Choice, Opinion, PlanKind, ReplyOutcome, Stance, Treatment
from wijken.advice.models import Advice, Reaction, Voornemen

People = dict[str, User]


def tell_advices(people: People) -> None:
    """Let the WOPs advise, and the gemeente answer: in time, with reasons, and once much too late."""
    for plan in DEMO_PLANS:
        tell_plan(plan, people)
    for told in sorted(ADVICES, key=lambda one: -one.begun):
        tell_advice(told, people)


def ago(days: float) -> time_machine.travel:
    """So many days before today."""
    return time_machine.travel(timezone.now() - dt.timedelta(days=days), tick=False)


def now(user: User) -> User:
    """Somebody with the roles of the day."""
    return User.objects.get(pk=user.pk)


def in_days(days: int) -> dt.date:
    """A day counted from the moment of the story."""
    return timezone.localdate() + dt.timedelta(days=days)


# --- Advice -----------------------------------------------------------------------------------------------------------
def tell_advice(told: DemoAdvice, people: People) -> None:
    """One advice, as far as it came."""
    wijk = Wijk.objects.defer("boundary").get(slug=told.slug)
    with ago(told.begun):
        advice = begin(told, wijk, people)
    if told.text:
        with ago(told.begun - 1):
            based_on, stance = advice.version_count, Stance(told.stance)
            write_advice(
                advice=advice, actor=now(people[told.writer]), stance=stance, text=told.text, based_on=based_on
            )
    if told.voting:
        vote(told, advice, people)
    if told.replied:
        answer(told, advice)
    if told.withdrawn:
        with ago(told.withdrawn):
            withdraw_advice(advice=advice, actor=now(people[told.writer]), reason=told.reason)


def begin(told: DemoAdvice, wijk: Wijk, people: People) -> Advice:
    """By the board, or because somebody asks."""
    if told.asker:
        return ask_advice(
            wijk=wijk,
            actor=now(people[told.asker]),
            title=told.title,
            question=told.question,
            answer_by=in_days(42),
        )
    about = Subject.objects.public().filter(kind="initiative", title=told.about).first() if told.about else None
    title = "" if about else told.title or told.about
    return begin_advice(wijk=wijk, actor=now(people[told.writer]), title=title, about=about)


def vote(told: DemoAdvice, advice: Advice, people: People) -> None:
    """Let the WOP vote, and count where that day came."""
    with ago(told.voting):
        open_vote(advice=advice, actor=now(people[told.writer]), closes_on=in_days(14))
    with ago((told.voting + told.given) / 2):
        for one in told.opinions:
            say_opinion(advice=advice, actor=now(people[one.who]), opinion=Opinion(one.choice), words=one.words)
        for one in told.votes:
            choice = Choice(one.choice)
            reason, view = (one.words, "") if choice == Choice.RECUSED else ("", one.words)
            cast_vote(advice=advice, actor=now(people[one.who]), choice=choice, reason=reason, view=view)
    if told.given:
        with ago(told.given):
            close_vote(advice=advice, actor=now(people[told.writer]))


def answer(told: DemoAdvice, advice: Advice) -> None:
    """Let the gemeente answer, by whoever owes it."""
    advice = Advice.objects.get(pk=advice.pk)
    assert advice.responsible is not None
    with ago(told.replied):
        outcome = ReplyOutcome(told.outcome)
        reply_to_advice(advice=advice, actor=now(advice.responsible), outcome=outcome, text=told.reply)


# --- Plans of the gemeente --------------------------------------------------------------------------------------------
def tell_plan(told: DemoPlan, people: People) -> None:
    """One plan, with its reactions and what came of them."""
    with ago(told.laid):
        plan = lay_voornemen(
            actor=now(people[told.by]),
            wijken=Wijk.objects.defer("boundary").filter(slug=told.slug),
            kind=PlanKind(told.kind),
            react_until=in_days(told.laid - told.until),
            point=Place(*told.point),
            title=told.title,
            text=told.text,
            fixed=told.fixed,
            undecided=told.undecided,
            decides=told.decides,
            place_text=told.place,
        )
    said: dict[str, list[Reaction]] = {}
    for number, (who, text, name) in enumerate(told.reactions, start=1):
        with ago(told.laid - number):
            said.setdefault(name, []).append(react(voornemen=plan, actor=now(people[who]), text=text))
    if told.decided:
        decide(told, plan, said, now(people[told.by]))


def decide(told: DemoPlan, plan: Voornemen, said: dict[str, list[Reaction]], actor: User) -> None:
    """Weigh and decide."""
    with ago(told.until - 1):
        close_term(voornemen=plan)
    with ago(told.decided):
        for name, outcome, text in told.treatments:
            treat_reactions(voornemen=plan, actor=actor, reactions=said[name], outcome=Treatment(outcome), text=text)
        decide_voornemen(voornemen=plan, actor=actor, decision=told.decision)
