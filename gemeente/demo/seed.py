"""The demo's town: people, roles, wijken and initiatives, made through the actions people use, before today."""

import datetime as dt
from importlib.resources import files
from io import StringIO
from typing import Any

import time_machine
from django.contrib.auth.hashers import make_password
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from gemeente.accounts.actions import assign_role, change_work_profile, choose_contact, register_person, state_age
from gemeente.accounts.enums import WIJK_ROLES, AgeGroup, ContactWay, DayPart, Role
from gemeente.accounts.policies import can_be_contact
from gemeente.activity.enums import Pace
from gemeente.demo.accounts import PASSWORD, email_of
from gemeente.demo.advices import tell_advices
from gemeente.demo.agendas import tell_agendas
from gemeente.demo.albums import show_albums
from gemeente.demo.brakes import tell_of_report, tell_of_worry
from gemeente.demo.content import (
    ALBUMS,
    CAST,
    FOLLOWS,
    INQUIRIES,
    NOTES,
    PLANNINGS,
    PLANS,
    QUESTIONS,
    REPORTS,
    RESIDENTS,
    RESULTS,
    SEARCHES,
    SILENCES,
    STAFF,
    WIJK_INTRODUCTIONS,
    WORRIES,
    DemoFollow,
    DemoPerson,
)
from gemeente.demo.meetings import tell_meetings
from gemeente.demo.outdoors import tell_note, tell_silence
from gemeente.demo.owning import share_pens
from gemeente.demo.pages import tell_pages
from gemeente.demo.plannings import tell_of_plannings
from gemeente.demo.portraits import portrait_of
from gemeente.demo.questions import tell_question
from gemeente.demo.story import tell_story
from gemeente.demo.talk import tell_inquiry, tell_story_of_result
from gemeente.demo.teams import tell_teams
from gemeente.demo.ways import tell_first_ways, tell_later_ways
from gemeente.places.geography import Place
from gemeente.places.models import Theme, Wijk
from gemeente.users.models import User
from initiatives.actions.saved_searches import save_search
from wijken.following.actions import watch
from wijken.models import Wop

YEARS_BACK = 3 * 365
NAMELESS = 24  # neighbours who only ever supported something: an address, no name
MORE_ROLES = {"noor": (Role.CIVIL_SERVANT,)}  # gebiedsregisseur of her wijk, and the team of the others
SHOW_SURNAME = frozenset({"noor", "sander"})
IN_WRITING = frozenset({"pieter", "els-marie"})
AT_HOME = frozenset({"corrie", "wies", "gerda"})
WIJK_SCENES = {
    "capelle-west": "water",
    "fascinatio": "playground",
    "middelwatering": "garden",
    "oostgaarde": "table",
    "s-gravenland": "light",
    "schenkel": "sport",
    "schollevaar": "meeting",
}


@transaction.atomic
def seed() -> str:
    """Fill an empty portal; one that has people already is left as it is. Returns one line for the terminal."""
    if User.objects.exists():
        return "The demo has its people already; `make reset` starts anew."
    for name in ("wijken-gm0502-indicatief.geojson", "wop-wijken-indicatief.geojson"):
        call_command("import_wijken", str(files("gemeente.demo") / "data" / name), verbosity=0, stdout=StringIO())
    describe_wijken()
    with time_machine.travel(timezone.now() - dt.timedelta(days=YEARS_BACK), tick=False):
        named = (*CAST, *STAFF, *RESIDENTS)
        people = {person.key: make_person(person, number) for number, person in enumerate(named)}
        neighbours = [register_person(email=email_of(f"buur{n}"), name="") for n in range(1, NAMELESS + 1)]
    # One hash for all: the password is the same and public, and hashing is slow on purpose.
    User.objects.filter(pk__in=[user.pk for user in people.values()]).update(password=make_password(PASSWORD))
    crowd = [people[person.key] for person in RESIDENTS] + neighbours
    tell_first_ways(people)
    questions = [(plan, tell_question(plan, people, number)) for number, plan in enumerate(QUESTIONS, start=1)]
    grown = {plan.grew_into: question for plan, question in questions if plan.grew_into}
    for number, plan in enumerate(sorted(PLANS, key=lambda plan: -plan.days_ago), start=1):
        tell_story(plan, people, crowd, number, grown.get(plan.title))
    for number, silence in enumerate(SILENCES, start=len(PLANS) + 1):
        tell_silence(silence, people, number)
    for inquiry in INQUIRIES:
        tell_inquiry(inquiry, people)
    for result in RESULTS:
        tell_story_of_result(result, people)
    for note in NOTES:
        tell_note(note, people)
    share_pens(people)
    for worry in WORRIES:
        tell_of_worry(worry, people)
    for report in REPORTS:
        tell_of_report(report, people)
    tell_of_plannings(PLANNINGS)
    tell_teams(people)
    tell_later_ways(people)
    tell_pages(people)
    tell_meetings(people)
    tell_advices(people)
    tell_agendas(people)
    keep_looking(people)
    show_albums(ALBUMS)
    forget_jobs()
    initiatives = len(PLANS) + len(SILENCES) + len(NOTES)
    return f"Made {len(people)} people, {initiatives} initiatives and {len(QUESTIONS)} questions."


def keep_looking(people: dict[str, User]) -> None:
    """Let some neighbours keep their choices of the list, and follow a wijk or a place."""
    for search in SEARCHES:
        save_search(actor=people[search.who], name=search.name, chosen=dict(search.choices), pace=Pace(search.pace))
    for follow in FOLLOWS:
        watch(actor=people[follow.who], pace=Pace(follow.pace), **followed_by(follow))


def followed_by(follow: DemoFollow) -> dict[str, Any]:
    """What somebody follows, as the action takes it."""
    if follow.place:
        return {"place": Place(*follow.place), "metres": follow.metres}
    theme = Theme.objects.filter(code=follow.theme).first()
    return {"wijk": Wijk.objects.get(slug=follow.wijk), "theme": theme}


def forget_jobs() -> None:
    """Empty the queue: every letter of the past is out, and the worker would look for each of them in vain."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs CASCADE")


def describe_wijken() -> None:
    """Give each wijk its introduction and its WOP."""
    for text in WIJK_INTRODUCTIONS:
        wijk = Wijk.objects.get(slug=text.slug)
        wijk.introduction, wijk.introduction_en, wijk.scene = text.nl, text.en, WIJK_SCENES[text.slug]
        wijk.save(update_fields=["introduction", "introduction_en", "scene"])
        Wop.objects.create(
            wijk=wijk,
            name=f"WOP {wijk.name}",
            introduction=text.wop_nl,
            introduction_en=text.wop_en,
            email=text.email,
            phone=text.phone,
        )


def make_person(person: DemoPerson, number: int) -> User:
    """Somebody of the cast, the staff or a neighbour, with roles and with how she is reached."""
    wijk = Wijk.objects.filter(slug=person.wijk).first()
    user = register_person(email=email_of(person.key), name=person.name, alias=person.alias, wijk=wijk)
    state_age(person=user, age_group=AgeGroup.OWN, actor=user)
    for role in (Role(name) for name in (person.role, *MORE_ROLES.get(person.key, ())) if name):
        role_wijk = wijk if role in WIJK_ROLES else None
        assign_role(user=user, role=role, wijk=role_wijk, starts_on=timezone.localdate(), actor=None)
    phone = f"010-555 01{number % 100:02}"
    if can_be_contact(user):
        change_work_profile(
            user=user,
            work_phone=phone,
            shows_surname=person.key in SHOW_SURNAME,
            portrait=portrait_of(person.key),
            keeps_portrait=True,
        )
    else:
        way = ContactWay.WRITING if person.key in IN_WRITING else ContactWay.PHONE
        way = ContactWay.VISIT if person.key in AT_HOME else way
        address = f"Bij {user.first_name} thuis, bel aan bij nummer {number}" if way == ContactWay.VISIT else ""
        part = list(DayPart)[number % len(DayPart)]
        choose_contact(user=user, contact_way=way, day_part=part, phone=phone, visit_address=address)
    return user
