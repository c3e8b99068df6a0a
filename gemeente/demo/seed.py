"""The demo's town: people, roles, wijken and initiatives, made through the actions people use, before today."""

import datetime as dt
import uuid
from importlib.resources import files
from io import StringIO

import time_machine
from django.contrib.auth.hashers import make_password
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from gemeente.accounts.actions import assign_role, register_person
from gemeente.accounts.enums import WIJK_ROLES, Role
from gemeente.activity.delivery import send_notice
from gemeente.activity.models import Notice
from gemeente.demo.accounts import PASSWORD, email_of
from gemeente.demo.content import CAST, INITIATIVES, RESIDENTS, WIJK_INTRODUCTIONS, DemoInitiative, DemoPerson
from gemeente.places.models import Theme, Wijk
from gemeente.users.models import User
from initiatives.actions import move_initiative, publish_initiative, start_initiative
from initiatives.enums import Stage
from initiatives.models import Initiative
from initiatives.workflow import TRANSITIONS
from wijken.models import Wop

ROAD_TO = {
    Stage.PUBLISHED: (),
    Stage.PREPARING: (Stage.PREPARING,),
    Stage.RUNNING: (Stage.PREPARING, Stage.RUNNING),
    Stage.REALISED: (Stage.PREPARING, Stage.RUNNING, Stage.REALISED),
    Stage.STOPPED: (Stage.PREPARING, Stage.STOPPED),
}
YEARS_BACK = 3 * 365
MORE_ROLES = {"noor": (Role.CIVIL_SERVANT,)}  # gebiedsregisseur of her wijk, and the team of the others
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
    with moment(YEARS_BACK):
        people = {person.key: make_person(person) for person in (*CAST, *RESIDENTS)}
    # One hash for all: the password is the same and public, and hashing is slow on purpose.
    User.objects.filter(pk__in=[user.pk for user in people.values()]).update(password=make_password(PASSWORD))
    for number, plan in enumerate(sorted(INITIATIVES, key=lambda plan: -plan.days_ago)):
        make_initiative(plan, people[plan.owner], number)
    return f"Made {len(people)} people and {len(INITIATIVES)} initiatives."


def moment(days_ago: float) -> time_machine.travel:
    """A moment before now, at a different hour of the day each time, at which the demo lets something happen."""
    now = timezone.localtime()
    hour, minute = 8 + int(days_ago * 7) % 13, int(days_ago * 37) % 60
    day = now - dt.timedelta(days=days_ago)
    return time_machine.travel(min(day.replace(hour=hour, minute=minute), now), tick=False)


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


def make_person(person: DemoPerson) -> User:
    """Somebody of the cast or a neighbour, with her role."""
    wijk = Wijk.objects.filter(slug=person.wijk).first()
    user = register_person(email=email_of(person.key), name=person.name, alias=person.alias, wijk=wijk)
    for role in (Role(name) for name in (person.role, *MORE_ROLES.get(person.key, ())) if name):
        role_wijk = wijk if role in WIJK_ROLES else None
        assign_role(user=user, role=role, wijk=role_wijk, starts_on=timezone.localdate(), actor=None)
    return user


def make_initiative(plan: DemoInitiative, owner: User, number: int) -> None:
    """An initiative and its road until today: published on its day, its later steps spread over the time since."""
    with moment(plan.days_ago):
        initiative = start_initiative(
            actor=owner,
            title=plan.title,
            summary=plan.summary,
            own_share=plan.own_share,
            wijk=Wijk.objects.get(slug=plan.wijk) if plan.wijk else None,
            theme=Theme.objects.get(code=plan.theme),
            scene=plan.scene,
            submission_key=uuid.UUID(int=number + 1),
        )
        publish_initiative(initiative=initiative, actor=owner)
        post_letters()
    road = ROAD_TO[Stage(plan.stage)]
    for step, target in enumerate(road, start=1):
        with moment(plan.days_ago * (1 - step / (len(road) + 1))):
            take_step(initiative, target, plan.result or plan.reason)
            post_letters()


def take_step(initiative: Initiative, target: Stage, outcome: str) -> None:
    """Move an initiative the way its owner would."""
    initiative.refresh_from_db()
    transition = next(t for t in TRANSITIONS if (t.source, t.target) == (initiative.stage, target))
    move_initiative(initiative=initiative, actor=initiative.owner, transition=transition, outcome=outcome)


def post_letters() -> None:
    """Mail at the moment itself; the worker finds nothing left to do."""
    for pk in Notice.objects.filter(mailed_at=None).values_list("pk", flat=True):
        send_notice(pk)
