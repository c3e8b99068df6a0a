"""One question of the demo, lived day by day through the actions people use."""

import uuid
from typing import Any

from gemeente.cases.actions import end_case
from gemeente.demo.content import DemoQuestion
from gemeente.demo.story import Event, People, case_of, live, moment, post_letters
from gemeente.places.geography import Place
from gemeente.places.models import Wijk
from gemeente.questions.actions import ask_on_paper, ask_question, publish_question
from gemeente.questions.enums import QuestionKind
from gemeente.questions.models import Question

KEYS_FROM = 10_000  # beyond those of the initiatives


def tell_question(plan: DemoQuestion, people: People, number: int) -> Question:
    """Ask it on its day, and let happen what followed until today."""
    with moment(plan.days_ago):
        question = ask(plan, people, number)
        post_letters(plan.days_ago)
    events = case_of(plan.case, lambda: question.case, people) if plan.case else []
    live([*events, *choices_of(plan, question)], plan.days_ago)
    return question


def ask(plan: DemoQuestion, people: People, number: int) -> Question:
    """The way its asker would: in her own name, or as a visitor."""
    asked: dict[str, Any] = {
        "kind": QuestionKind(plan.kind),
        "text": plan.text,
        "wijk": Wijk.objects.get(slug=plan.wijk) if plan.wijk else None,
        "place_text": plan.place,
        "point": Place(*plan.point) if plan.point else None,
        "submission_key": uuid.UUID(int=KEYS_FROM + number),
    }
    if plan.asker:
        return ask_question(asker=people[plan.asker], **asked)
    reach = {"contact_way": "phone", "phone": plan.phone, "day_part": "morning"}
    return ask_on_paper(name=plan.name, email=plan.email, reach=reach, language="nl", **asked)


def choices_of(plan: DemoQuestion, question: Question) -> list[Event]:
    """What its asker did with it: show it to everybody, or say that it is enough."""
    asker = question.asker
    events: list[Event] = []
    if plan.shown:
        day, title, text = plan.shown
        events.append((day + 0.4, lambda: publish_question(question=question, actor=asker, title=title, text=text)))
    if plan.ended:
        end, reason = plan.ended
        events.append((end + 0.4, lambda: end_case(case=question.case, actor=asker, reason=reason)))
    return events
