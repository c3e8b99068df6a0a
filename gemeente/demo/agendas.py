"""The agendas of three wijken of the demo, told through the actions people use, before today."""

import datetime as dt
import uuid
from decimal import Decimal
from typing import Any

from django.utils import timezone

from gemeente.cases.quarters import quarters_from
from gemeente.council.actions import record_budget
from gemeente.council.models import Budget
from gemeente.demo.albums import written
from gemeente.demo.content.agendas import AGENDAS, BUDGETS, MANDATES, ORGANISATIONS, DemoAgenda, DemoAnswer, DemoOpgave
from gemeente.demo.content.albums import DemoPaper
from gemeente.demo.teams import ago
from gemeente.partners.actions import add_organisation, give_mandate
from gemeente.partners.enums import OrganisationKind
from gemeente.partners.models import Organisation
from gemeente.places.models import Theme, Wijk
from gemeente.users.models import User
from initiatives.actions.opgaven import choose_opgave
from initiatives.models import Initiative
from wijken.actions.themes import add_theme
from wijken.agenda.actions.agendas import freeze_agenda, offer_agenda, put_on_agenda, write_agenda
from wijken.agenda.actions.agreeing import name_party, sign_text, write_text
from wijken.agenda.actions.exploring import contribute, sum_up
from wijken.agenda.actions.offering import offer_to_opgave
from wijken.agenda.actions.opgaven import move_opgave, raise_signal, support_opgave
from wijken.agenda.actions.promising import (
    answer_opgave,
    change_promise,
    counter_sign,
    reply_to_promise,
    tell_progress,
)
from wijken.agenda.actions.ranking import rank_opgaven
from wijken.agenda.enums import Answer, ContributionKind, Firmness, Origin, PartyKind, Progress
from wijken.agenda.models import Opgave, Party, Support
from wijken.agenda.saying import Said
from wijken.models import WijkTheme

KEYS_FROM = 20_000
PAPER = ("1. Meer groen op de dijk", "2. Een huis van de wijk", "3. Droge voeten aan de dijk", "7. Werk dicht bij huis")
SINCE = 700  # days ago: who speaks for whom
People = dict[str, User]


def tell_agendas(people: People) -> None:
    """Let partners and budgets be there, and three wijken each have an agenda in its own shape."""
    with ago(SINCE):
        rows = {name: add(name, kind, site, people) for name, kind, site in ORGANISATIONS}
        for who, name in MANDATES:
            told: dict[str, Any] = {"starts_on": timezone.localdate(), "may_sign": True, "may_promise": True}
            give_mandate(user=people[who], organisation=rows[name], actor=people["mona"], **told)
    with ago(100):
        for name, year, amount, number in BUDGETS:
            found: dict[str, Any] = {"name": name, "year": year, "amount": Decimal(amount), "number": number}
            day = timezone.localdate() - dt.timedelta(days=7)
            record_budget(**found, body="de gemeenteraad", decided_on=day, actor=people["griet"])
    for agenda in AGENDAS:
        tell_agenda(agenda, people)


def add(name: str, kind: str, website: str, people: People) -> Organisation:
    """An organisation, as the manager writes it down."""
    return add_organisation(name=name, kind=OrganisationKind(kind), website=website, actor=people["mona"])


def row_of(name: str) -> Organisation:
    """An organisation by its name."""
    return Organisation.objects.get(name=name)


def tell_agenda(plan: DemoAgenda, people: People) -> None:
    """The agenda of one wijk, from its first words to the answers of others."""
    wijk = Wijk.objects.defer("boundary").get(slug=plan.slug)
    board = people[plan.board]
    with ago(plan.days_ago):
        for name, code in plan.themes:
            add_theme(wijk=wijk, actor=board, name=name, theme=Theme.objects.filter(code=code).first())
        told: dict[str, Any] = {
            "title": plan.title,
            "from_year": plan.years[0],
            "to_year": plan.years[1],
            "vision": plan.vision,
        }
        paper = written(DemoPaper(plan.paper, PAPER)) if plan.paper else None
        write_agenda(wijk=wijk, actor=board, document=paper, based_on=0, **told)
    made = [tell_opgave(opgave, plan, wijk, people) for opgave in plan.opgaven]
    for who, places in plan.ranks:
        rank_opgaven(wijk=wijk, actor=people[who], chosen=[made[place] for place in places])
    if plan.offered:
        with ago(plan.offered):
            offer_agenda(wijk=wijk, actor=board)
        for opgave, point in zip(made, plan.opgaven, strict=True):
            for answer in point.answers:
                tell_answer(answer, opgave, plan, people)
    elif not plan.paper:
        with ago(1):
            freeze_agenda(wijk=wijk, actor=board)


def tell_opgave(plan: DemoOpgave, agenda: DemoAgenda, wijk: Wijk, people: People) -> Opgave:
    """One opgave: its signal, what people found out, its text and its parties."""
    board, member = people[agenda.board], people[agenda.member]
    with ago(plan.days_ago):
        opgave = signal(plan, wijk, people)
    with ago(max(1, plan.days_ago - 5)):
        for who, kind, text, link in plan.says:
            contribute(opgave=opgave, actor=people[who], kind=ContributionKind(kind), text=text, url=link)
        crowd = [user for user in people.values() if user.pk != people[plan.by].pk][: plan.supporters]
        for number, user in enumerate(crowd):
            if number + 1 < plan.supporters:
                Support.objects.create(opgave=opgave, user=user)  # the last one lets them be counted
            else:
                support_opgave(opgave=opgave, actor=user)
        if plan.summary:
            kind, text = plan.summary
            sum_up(opgave=opgave, actor=member, kind=ContributionKind(kind), text=text, based_on=0)
        if plan.is_on_agenda:
            put_on_agenda(opgave=opgave, actor=member, is_on=True)
        if plan.dropped:
            move_opgave(opgave=opgave, actor=board, name="drop", text=plan.dropped)
    if plan.text:
        with ago(max(1, plan.days_ago - 30)):
            agree(plan, opgave, board, people)
    if plan.offer:
        who, name, what, how_much = plan.offer
        row = row_of(name)
        offer_to_opgave(opgave=opgave, actor=people[who], organisation=row, what=what, how_much=how_much)
    for initiative in Initiative.objects.public().filter(title__in=plan.initiatives, wijk=wijk).with_helpers():
        choose_opgave(initiative=initiative, actor=initiative.owner, opgave=opgave)
    return opgave


def signal(plan: DemoOpgave, wijk: Wijk, people: People) -> Opgave:
    """How it began."""
    source, year, link = plan.source or ("", None, "")
    return raise_signal(
        wijk=wijk,
        actor=people[plan.by],
        title=plan.title,
        signal=plan.signal,
        origin=Origin(plan.origin),
        organisation=row_of(plan.organisation) if plan.organisation else None,
        theme=WijkTheme.objects.of(wijk).filter(name=plan.theme).first(),
        source=source,
        source_year=year,
        source_url=link,
        submission_key=uuid.uuid5(uuid.UUID(int=KEYS_FROM), f"{wijk.slug} {plan.title}"),
    )


def agree(plan: DemoOpgave, opgave: Opgave, board: User, people: People) -> None:
    """The text, who sets it, and who signed so far."""
    assert plan.text is not None
    statement, outcome, evidence = plan.text
    words = {"statement": statement, "outcome": outcome, "evidence": evidence}
    write_text(opgave=opgave, actor=board, based_on=0, **words)
    known = {name for name, _kind, _site in ORGANISATIONS}
    parties = [(name_one(opgave, board, name, known, people, who), who) for name, who in plan.parties]
    for party, who in parties:
        if who:
            sign_text(party=party, actor=people[who], number=1)
    if plan.begun:
        move_opgave(opgave=opgave, actor=board, name="begin")


def name_one(opgave: Opgave, board: User, name: str, known: set[str], people: People, who: str) -> Party:
    """Name one party: the WOP, an organisation, or residents through one of them."""
    if name == "wop":
        return name_party(opgave=opgave, actor=board, kind=PartyKind.WOP)
    if name in known:
        row = row_of(name)
        return name_party(opgave=opgave, actor=board, kind=PartyKind.ORGANISATION, organisation=row)
    return name_party(opgave=opgave, actor=board, kind=PartyKind.RESIDENTS, name=name, person=people[who])


def tell_answer(plan: DemoAnswer, opgave: Opgave, agenda: DemoAgenda, people: People) -> None:
    """One answer, what the board said of it, and how far it is."""
    board, actor = people[agenda.board], people[plan.by]
    with ago(plan.days_ago):
        row = row_of(plan.organisation)
        promise = answer_opgave(opgave=opgave, actor=actor, organisation=row, said=said_by(plan))
    with ago(max(1, plan.days_ago - 6)):
        if plan.reply:
            reply_to_promise(promise=promise, actor=board, text=plan.reply)
        if plan.changed:
            change_promise(promise=promise, actor=actor, said=said_by(plan, plan.changed), based_on=1)
        if plan.signed:
            counter_sign(promise=promise, actor=board, number=1)
    for number, (who, state, text) in enumerate(plan.notes):
        with ago(max(1, plan.days_ago - 20 - 10 * number)):
            tell_progress(promise=promise, actor=people[who], state=Progress(state), text=text)


def said_by(plan: DemoAnswer, what: str = "") -> Said:
    """The words of an answer."""
    if plan.reason:
        return Said(Answer.NO, plan.function, reason=plan.reason, alternative=plan.alternative)
    budget = Budget.objects.get(name="Veilig oversteken") if plan.is_firm else None
    return Said(
        Answer.YES,
        plan.function,
        what=what or plan.what,
        quarter=quarters_from(timezone.localdate())[plan.quarters],
        amount=Decimal(plan.euros) if plan.euros else None,
        money_from=plan.money_from,
        firmness=Firmness.DECIDED if budget else Firmness.INTENDED,
        budget=budget,
    )
