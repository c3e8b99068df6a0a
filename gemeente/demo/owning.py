"""Who shares a pen in the demo, lived day by day through the actions people use."""

import datetime as dt
from functools import partial

from django.utils import timezone

from gemeente.demo.content.owning import PENS, DemoChange, DemoPen, DemoRight
from gemeente.demo.story import Event, People, live
from initiatives.actions.handover import offer_initiative
from initiatives.actions.naming import choose_name, name_organisation
from initiatives.actions.pausing import pause_initiative
from initiatives.actions.rights import accept_helper, name_helper
from initiatives.actions.writing import revise_idea, revise_share
from initiatives.enums import Right
from initiatives.models import Initiative


def share_pens(people: People) -> None:
    """Let it happen for each plan that has something of this, long after it was put online."""
    for pen in PENS:
        initiative = Initiative.objects.select_related("owner").get(title=pen.title)
        assert initiative.published_at is not None
        age = (timezone.now() - initiative.published_at).total_seconds() / 86_400
        live(events_of(pen, initiative, people), age)


def events_of(pen: DemoPen, initiative: Initiative, people: People) -> list[Event]:
    """What happened, each with its day after publication."""
    owner = initiative.owner
    events: list[Event] = [(one.day, partial(give_right, one, initiative, people)) for one in pen.rights]
    events += [(one.day + 0.4, partial(change, one, initiative, people)) for one in pen.changes]
    if pen.organisation:
        named = partial(name_organisation, initiative=initiative, actor=owner, organisation=pen.organisation)
        events.append((1.5, named))
    if pen.pause:
        day, reason, days = pen.pause
        until = timezone.localdate() + dt.timedelta(days=days)
        rests = partial(pause_initiative, initiative=initiative, actor=owner, reason=reason, until=until)
        events.append((day, rests))
    if pen.offer:
        key, day = pen.offer
        events.append((day, partial(offer, initiative, people, key)))
    return events


def give_right(told: DemoRight, initiative: Initiative, people: People) -> None:
    """Ask somebody, who says yes the same day and perhaps chooses another name."""
    user = people[told.key]
    owner, right = initiative.owner, Right(told.right)
    helper = name_helper(initiative=initiative, actor=owner, name=user.first_name, email=user.email or "", right=right)
    accept_helper(helper=helper)
    if told.name:
        choose_name(initiative=initiative, actor=user, name=told.name)


def change(told: DemoChange, initiative: Initiative, people: People) -> None:
    """Write the parts that are new, and leave the rest."""
    initiative.refresh_from_db()
    actor = people[told.by] if told.by else initiative.owner
    new = {name: told.texts.get(name, getattr(initiative, name)) for name in ("title", "summary", "own_share", "needs")}
    if told.texts.keys() & {"title", "summary"}:
        revise_idea(
            initiative=initiative, actor=actor, title=new["title"], summary=new["summary"], theme=initiative.theme
        )
    if told.texts.keys() & {"own_share", "needs"}:
        revise_share(initiative=initiative, actor=actor, own_share=new["own_share"], needs=new["needs"])


def offer(initiative: Initiative, people: People, key: str) -> None:
    """Offer it, and wait."""
    helper = initiative.helpers.get(user=people[key], ended_at=None)
    offer_initiative(initiative=initiative, actor=initiative.owner, helper=helper, stays_on=True)
