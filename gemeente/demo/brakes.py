"""Worries, reports and what a manager hid in the demo, each on its day, through the actions people use."""

from gemeente.demo.content import DemoReport, DemoWorry
from gemeente.demo.story import People, moment, post_letters
from gemeente.moderation.actions.hiding import answer_hiding, hide_part
from gemeente.moderation.actions.reporting import leave_report, pass_report, report_part
from gemeente.moderation.actions.worrying import answer_worry, tell_worry
from gemeente.moderation.enums import ReportReason
from gemeente.moderation.models import HidingGround, Report
from gemeente.moderation.parts import WHOLE
from initiatives.actions.news import tell_news
from initiatives.models import Initiative
from initiatives.parts import news_part

MODERATOR, MANAGER = "milan", "mona"


def tell_of_worry(plan: DemoWorry, people: People) -> None:
    """A neighbour's worry, and perhaps the owner's answer two days later."""
    initiative = Initiative.objects.get(title=plan.title)
    assert initiative.case is not None
    with moment(plan.days_ago):
        worry = tell_worry(case=initiative.case, text=plan.text, actor=people.get(plan.by))
        post_letters(plan.days_ago)
    if plan.answer:
        with moment(plan.days_ago - 2):
            answer_worry(worry=worry, actor=initiative.owner, answer=plan.answer)
            post_letters(plan.days_ago - 2)


def tell_of_report(plan: DemoReport, people: People) -> None:
    """Somebody reports; a day later it stays, or a moderator passes it on and a manager hides it."""
    initiative, part = Initiative.objects.get(title=plan.title), WHOLE
    assert initiative.subject is not None
    with moment(plan.days_ago):
        if plan.news:
            news = tell_news(initiative=initiative, actor=initiative.owner, title=plan.news.title, text=plan.news.text)
            part = news_part(news)
        report = report_part(
            subject=initiative.subject,
            part=part,
            reason=ReportReason(plan.reason),
            text=plan.text,
            actor=people.get(plan.by),
        )
        post_letters(plan.days_ago)
    if plan.left or plan.ground:
        with moment(plan.days_ago - 1):
            judge(plan, report, people)
            post_letters(plan.days_ago - 1)


def judge(plan: DemoReport, report: Report, people: People) -> None:
    """What moderator and manager made of it, and what the owner said to that."""
    if plan.left:
        leave_report(report=report, actor=people[MODERATOR], reason=plan.left)
        return
    passed = pass_report(report=report, actor=people[MODERATOR], note="Wil jij hiernaar kijken? Dit moet snel weg.")
    ground = HidingGround.objects.get(code=plan.ground)
    hiding = hide_part(report=passed, actor=people[MANAGER], ground=ground, facts=plan.facts)
    if plan.answer:
        answer_hiding(hiding=hiding, actor=report.subject.initiative.owner, answer=plan.answer)
