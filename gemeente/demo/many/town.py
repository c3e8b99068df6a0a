"""Many initiatives at once: who owns them, where they lie, how far they are and what belongs to them.

Straight into the tables, for through the actions it would take hours. All constraints stay on; the triggers that count
do so once, at the end of each chunk (`loading_many`).
"""

import datetime as dt
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from django.utils.text import slugify

from gemeente.accounts.enums import AgeGroup, ContactWay, DayPart, Role
from gemeente.accounts.models import Profile
from gemeente.accounts.roles import people_with_role
from gemeente.activity.models import Entry, Subject
from gemeente.activity.site_changes import tidy_changes
from gemeente.cases.enums import CaseKind, CasePart, CaseState
from gemeente.cases.models import CaseFile, CasePerson
from gemeente.cases.verbs import DID_OPEN
from gemeente.demo.many import words
from gemeente.demo.many.copying import Table, new_ids
from gemeente.demo.many.wijken import fill_wijk
from gemeente.places.geography import Place, blur
from gemeente.places.models import Theme, Wijk
from gemeente.users.models import User
from initiatives.actions.cube import loading_many
from initiatives.amounts import line_of
from initiatives.enums import ENDED, ROAD, UNDER_WAY, ParticipationKind, PlaceKind, Stage
from initiatives.models import Initiative, Need, Participation, Update
from initiatives.verbs import INITIATIVE_MOVED, INITIATIVE_PUBLISHED, NEWS_TOLD

CHUNK = 50_000
YEARS = 8
POOL_PART, POOL_LEAST, POOL_MOST = 10, 50, 60_000  # an owner for so many initiatives
SPOTS_EACH = 4000  # places in each wijk
YOUNG_DAYS = 270  # until then a plan is rarely at its end
HEARD_DAYS = 300  # who is under way was heard within so many days, or is quiet
TABLES = (Subject, CaseFile, Initiative, CasePerson, Entry, Participation, Update, Need)
Tell = Callable[[str], object]


@dataclass(frozen=True)
class Ground:
    """What initiatives are made on: places by wijk (None for the town), themes, people and who works here."""

    spots: dict[int | None, list[Place]]
    themes: list[tuple[int | None, str]]
    people: list[int]
    workers: list[int]
    now: dt.datetime


def seed_many(count: int, seed: int, tell: Tell) -> int:
    """Add so many initiatives and what belongs to them; returns how many rows. The same seed makes the same again."""
    chance = Random(f"{seed} {count}")
    with transaction.atomic():
        ground = lay_ground(count, chance)
        rows = fill_wijk(count, ground.people, ground.now, Random(f"wijk {seed} {count}"))
    done = 0
    while done < count:
        part = min(CHUNK, count - done)
        with loading_many():
            rows += add_chunk(part, ground, chance)
        done += part
        tell(f"{done:,} of {count:,} initiatives")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    tidy_changes()
    return rows


# --- What they stand on ---------------------------------------------------------------------------------------------
def lay_ground(count: int, chance: Random) -> Ground:
    """Read the town, and add owners and neighbours to it."""
    spots: dict[int | None, list[Place]] = {wijk.pk: places_in(wijk, chance) for wijk in Wijk.objects.order_by("pk")}
    themes: list[tuple[int | None, str]] = list(Theme.objects.order_by("position").values_list("pk", "code"))
    workers = [user.pk for role in (Role.GEBIEDSREGISSEUR, Role.CIVIL_SERVANT) for user in people_with_role(role)]
    people = add_people(max(POOL_LEAST, min(POOL_MOST, count // POOL_PART)), list(spots), chance)
    return Ground(spots | {None: []}, [*themes, (None, "")], people, list(dict.fromkeys(workers)), day_of())


def day_of() -> dt.datetime:
    """This morning: within a day the same seed gives the same moments."""
    return timezone.localtime().replace(hour=8, minute=0, second=0, microsecond=0)


def places_in(wijk: Wijk, chance: Random) -> list[Place]:
    """Places within the boundary of a wijk; none where it is not drawn."""
    if not wijk.boundary:
        return []
    from shapely import contains_xy, prepare
    from shapely.geometry import shape

    outline = shape(wijk.boundary)
    prepare(outline)
    west, south, east, north = outline.bounds
    found: list[Place] = []
    while len(found) < SPOTS_EACH:
        xs = [round(chance.uniform(west, east), 6) for _ in range(SPOTS_EACH)]
        ys = [round(chance.uniform(south, north), 6) for _ in range(SPOTS_EACH)]
        inside = contains_xy(outline, xs, ys)
        found += [Place(x, y) for x, y, is_inside in zip(xs, ys, inside, strict=True) if is_inside]
    return found[:SPOTS_EACH]


def add_people(count: int, wijken: list[int | None], chance: Random) -> list[int]:
    """People who can own and take part: reachable by phone, and nobody can sign in as them."""
    ids = list(new_ids(User, count))
    users, profiles = Table(User), Table(Profile)
    long_ago = timezone.now() - dt.timedelta(days=YEARS * 365 + 30)
    for pk, profile_id in zip(ids, new_ids(Profile, count), strict=True):
        name = f"{chance.choice(words.FIRST)} {chance.choice(words.LAST)}"
        email = f"inwoner-{pk}@veel.example"
        users.add(id=pk, email=email, name=name, password="!", is_active=True, language="nl", created_at=long_ago)
        profiles.add(
            id=profile_id,
            user_id=pk,
            wijk_id=chance.choice(wijken) if wijken else None,
            phone=f"010-555 {pk % 10_000:04}",
            contact_way=ContactWay.PHONE,
            day_part=DayPart.ANY,
            age_group=AgeGroup.OWN,
        )
    users.copy()
    profiles.copy()
    return ids


# --- Initiatives ----------------------------------------------------------------------------------------------------
def add_chunk(count: int, ground: Ground, chance: Random) -> int:
    """Add so many initiatives in the transaction that is open; returns how many rows."""
    tables = {model: Table(model) for model in TABLES}
    ids: dict[Any, Iterator[int]] = {}
    for model in TABLES:
        more = 8 if model in {Entry, Participation} else 1
        ids[model] = ids_of(model, count * more)
    for _ in range(count):
        add_initiative(tables, ids, ground, chance)
    return sum(table.copy() for table in tables.values())


def ids_of(model: Any, at_a_time: int) -> Iterator[int]:
    """Ids of a table, asked for as they run out."""
    while True:
        yield from new_ids(model, at_a_time)


def add_initiative(tables: dict[Any, Table], ids: dict[Any, Iterator[int]], ground: Ground, chance: Random) -> None:
    """One initiative with everything that belongs to it."""
    maker = Maker(tables, ids, ground, chance)
    maker.choose()
    maker.write_initiative()
    maker.write_case()
    maker.write_life()


class Maker:
    """Chooses what an initiative is, and writes its rows."""

    def __init__(self, tables: dict[Any, Table], ids: dict[Any, Iterator[int]], ground: Ground, chance: Random) -> None:
        self.tables, self.ids, self.ground, self.chance = tables, ids, ground, chance

    def add(self, model: Any, **values: Any) -> int:
        """A row of a table, with the next id."""
        pk = next(self.ids[model])
        self.tables[model].add(id=pk, **values)
        return pk

    def choose(self) -> None:
        """What it is called, where it lies, when it began and how far it is."""
        chance, ground = self.chance, self.ground
        self.owner_at = chance.randrange(len(ground.people))
        self.owner = ground.people[self.owner_at]
        self.wijk_id = chance.choice(list(ground.spots)) if chance.random() < 0.97 else None
        self.theme_id, code = chance.choice(ground.themes)
        thing = chance.choice(words.THINGS.get(code, ()) + words.ANY)
        self.title = f"{chance.choice(words.STARTS)} {thing} {chance.choice(words.SPOTS)}"
        self.summary = f"{chance.choice(words.WHY)} {chance.choice(words.HOW)}"
        days = min(YEARS * 365 * chance.random() ** 1.4, YEARS * 365 - 1)  # more of late than of long ago
        self.published_at = ground.now - dt.timedelta(days=days)
        self.stage = self.stage_after(days)
        self.place, self.kind = self.place_of()
        self.heard_at = self.published_at + dt.timedelta(days=days * chance.random())
        self.quiet_since = None
        if self.stage in UNDER_WAY and days > HEARD_DAYS:
            if chance.random() < 0.25:
                self.heard_at = self.published_at
                self.quiet_since = ground.now - dt.timedelta(days=days / 3)
            else:
                self.heard_at = ground.now - dt.timedelta(days=HEARD_DAYS * chance.random())

    def stage_after(self, days: float) -> Stage:
        """How far a plan is so many days after it went online."""
        weights = (40, 30, 24, 3, 3) if days < YOUNG_DAYS else (7, 8, 20, 45, 20)
        return self.chance.choices([*UNDER_WAY, *ENDED], weights)[0]

    def place_of(self) -> tuple[Place | None, PlaceKind]:
        """Where: a point in its wijk for most."""
        spots, turn = self.ground.spots.get(self.wijk_id) or [], self.chance.random()
        if not spots or turn > 0.75:
            return None, PlaceKind.WIJK
        return self.chance.choice(spots), PlaceKind.HOME if turn < 0.12 else PlaceKind.PUBLIC

    def write_initiative(self) -> None:
        """Subject, needs and the initiative itself."""
        chance = self.chance
        self.pk = pk = next(self.ids[Initiative])
        slug = f"{slugify(self.title)[:80]}-{pk}"
        street = f"{chance.choice(words.STREETS)} {1 + pk % 180}" if self.place else ""
        share, needs = chance.choice(words.SHARES), self.needs_of(pk)
        needs_text = " ".join(text for text, _need in needs)
        shown = blur(self.place) if self.place and self.kind == PlaceKind.HOME else self.place
        self.subject_id = self.add(
            Subject,
            kind="initiative",
            title=self.title,
            path=f"/initiatieven/{slug}/",
            wijk_id=self.wijk_id,
            theme_id=self.theme_id,
            longitude=shown.longitude if shown else None,
            latitude=shown.latitude if shown else None,
            is_public=True,
            search_text="\n".join([self.summary, share, needs_text, street]),
        )
        self.case_id = next(self.ids[CaseFile])
        self.takers = self.takers_of()
        still = [need for _text, need in needs if need.is_open] if self.stage in UNDER_WAY else []
        self.tables[Initiative].add(
            id=pk,
            owner_id=self.owner,
            title=self.title,
            slug=slug,
            summary=self.summary,
            own_share=share,
            needs=needs_text,
            wijk_id=self.wijk_id,
            place_kind=self.kind,
            place_text=street,
            longitude=self.place.longitude if self.place else None,
            latitude=self.place.latitude if self.place else None,
            theme_id=self.theme_id,
            stage=self.stage,
            outcome=chance.choice(words.RESULTS if self.stage == Stage.REALISED else words.REASONS)
            if self.stage in ENDED
            else "",
            people_reached=chance.randint(5, 200) if self.stage == Stage.REALISED else None,
            support_count=sum(kind == ParticipationKind.SUPPORT for _user, kind in self.takers),
            join_count=sum(kind == ParticipationKind.JOIN for _user, kind in self.takers),
            is_open_for_help=bool(still),
            needs_line=line_of(still),
            submission_key=self.key(),
            subject_id=self.subject_id,
            case_id=self.case_id,
            created_at=self.published_at,
            published_at=self.published_at,
            heard_at=self.heard_at,
            quiet_since=self.quiet_since,
        )

    def key(self) -> uuid.UUID:
        """A key of its own, also where the same seed is used again."""
        return uuid.UUID(int=self.pk << 64 | self.chance.getrandbits(64))

    def needs_of(self, pk: int) -> list[tuple[str, Need]]:
        """What a third of them still looks for."""
        if self.chance.random() > 1 / 3:
            return []
        chosen = self.chance.sample(words.NEEDS, self.chance.randint(1, 2))
        found = []
        for position, (kind, title, amount, unit, text) in enumerate(chosen):
            told = {"kind": kind, "title": title, "amount": amount, "unit": unit, "position": position}
            self.add(Need, initiative_id=pk, created_at=self.published_at, **told)
            found.append((text, Need(**told)))
        return found

    def takers_of(self) -> list[tuple[int, ParticipationKind]]:
        """Which neighbours take part: few for most, many for some; never the owner."""
        people = self.ground.people
        number = min(int(self.chance.paretovariate(1.3)) - 1, len(people) - 1, 25)
        neighbours = [people[(self.owner_at + step) % len(people)] for step in range(1, number + 1)]
        kinds = self.chance.choices(list(ParticipationKind), (3, 1), k=number)
        return list(zip(neighbours, kinds, strict=True))

    def write_case(self) -> None:
        """The gemeente's side: nobody yet for what is new, somebody for most, closed after the end."""
        at, ground, chance = self.published_at, self.ground, self.chance
        age = (ground.now - at).days
        state = CaseState.CLOSED if self.stage in ENDED or age > 400 else CaseState.CLAIMED
        if not ground.workers or age < 7:
            state = CaseState.CLOSED if state == CaseState.CLOSED else CaseState.NEW
        contact = chance.choice(ground.workers) if state != CaseState.NEW and ground.workers else None
        is_open = state != CaseState.CLOSED
        due_on = (ground.now + dt.timedelta(days=chance.randint(-3, 60))).date() if is_open else None
        self.tables[CaseFile].add(
            id=self.case_id,
            kind=CaseKind.INITIATIVE,
            state=state,
            subject_id=self.subject_id,
            opened_at=at,
            began_at=at,
            silent_since=at + dt.timedelta(days=3 if contact else 0),
            promised_on=(at + dt.timedelta(days=5)).date(),
            due_on=due_on,
            contact_id=contact,
            contact_role=Role.CIVIL_SERVANT if contact else "",
            claimed_at=at + dt.timedelta(days=1) if contact else None,
        )
        self.add(CasePerson, case_id=self.case_id, user_id=self.owner, part=CasePart.OWNER)

    def write_life(self) -> None:
        """What happened to it: the log, news and neighbours."""
        chance, at = self.chance, self.published_at
        stages = {"stage": [Stage.CONCEPT, Stage.PUBLISHED]}
        self.log(INITIATIVE_PUBLISHED, at, stages)
        self.log(DID_OPEN, at, {"state": [None, CaseState.NEW]})
        if self.stage != Stage.PUBLISHED:
            before = ROAD[ROAD.index(self.stage) - 1] if self.stage in ROAD else Stage.RUNNING
            self.log(INITIATIVE_MOVED, self.heard_at, {"stage": [before, self.stage]})
        if chance.random() < 0.3:
            title, text = chance.choice(words.NEWS)
            told = {"initiative_id": self.pk, "author_id": self.owner, "title": title, "text": text}
            self.add(Update, created_at=self.heard_at, submission_key=self.key(), **told)
            self.log(NEWS_TOLD, self.heard_at, {})
        for user_id, kind in self.takers:
            self.add(Participation, initiative_id=self.pk, user_id=user_id, kind=kind, created_at=self.heard_at)

    def log(self, verb: Any, at: dt.datetime, changes: dict[str, Any]) -> None:
        """One entry of the owner."""
        told = {"verb": verb.name, "visibility": verb.visibility, "changes": changes, "created_at": at}
        self.add(Entry, actor_id=self.owner, subject_id=self.subject_id, **told)
