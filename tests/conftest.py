"""The named cast of style.md section 5, and the doors tests use."""

import contextlib
import dataclasses
import datetime as dt
import gc
from collections.abc import Callable, Iterator
from types import SimpleNamespace

import hypothesis
import pytest
from allauth.account.internal.flows.login import record_authentication
from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.signals import user_logged_in
from django.contrib.sessions.backends.db import SessionStore
from django.core.cache import caches
from django.db import connection, connections, transaction
from django.db.models import Model
from django.db.models.constants import OnConflict
from django.db.models.sql import InsertQuery
from django.test import Client
from django.utils import translation
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from gemeente.accounts.enums import AgeGroup, Role
from gemeente.accounts.models import Profile, RoleAssignment, RoleExclusion, RoleType
from gemeente.cases.models import FirstContactTerm
from gemeente.lib.reference import reference_loaders
from gemeente.moderation.models import HidingGround
from gemeente.places.models import Gemeente, Theme, Wijk
from gemeente.portal.models import Door, Rule, TextVersion
from gemeente.users.models import User
from tests.factories.places import WijkFactory
from tests.spare import Spare, migrated, migrated_once
from wijken.models import DecisionRule, WayState, Werkwijze, WijkStage

SINCE = dt.date(2026, 1, 1)
LONG_AGO = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)  # nobody of the cast is new and asked to slow down

# The same examples each run: a run that fails by chance tells nobody what changed.
hypothesis.settings.register_profile("same", derandomize=True, deadline=None, database=None)
hypothesis.settings.load_profile("same")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Those in a browser first: they are long, and at the end one worker would wait for another's last."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is None)


def pytest_collection_finish() -> None:
    """Look less often for garbage, and never among what every test needs: code, models and the tests themselves."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.fixture(autouse=True)
def _fresh_process() -> None:
    """What one test left in the process must not reach the next: kept pages, the language, where the wijken lie."""
    caches["pages"].clear()
    WijkFactory.reset_sequence()
    translation.activate(settings.LANGUAGE_CODE)


@contextlib.contextmanager
def undone() -> Iterator[None]:
    """A test within a test, for many that begin in the same town: checked as at its end, and nothing of it stays."""
    with transaction.atomic():
        yield
        connection.check_constraints()
        transaction.set_rollback(True)
    caches["pages"].clear()
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture
def unrendered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages without their words, for tests that ask thousands of them only what they answer and what they write."""
    monkeypatch.setattr("django.template.backends.django.Template.render", lambda *_args, **_kwargs: "")


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_blocker: object, worker_id: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """The migrated test database of this worker.

    pytest-django's own fixture makes one only for tests that name `db`, which those with a clone do not.
    """
    shared = tmp_path_factory.getbasetemp().parent / "migrated"
    made = migrated() if worker_id == "master" else migrated_once(worker_id, shared)
    with django_db_blocker.unblock(), made, django_db_blocker.block():
        yield


@pytest.fixture
def database(request: pytest.FixtureRequest) -> None:
    """Where the cast lives: a transaction that is rolled back, or the test's own clone where other threads look."""
    request.getfixturevalue("clone" if "clone" in request.fixturenames else "db")


REFERENCE = (
    Gemeente,
    Theme,
    RoleType,
    RoleExclusion,
    Rule,
    TextVersion,
    Door,
    FirstContactTerm,
    HidingGround,
    Werkwijze,
    WijkStage,
    DecisionRule,
)
ON_REQUEST = {
    "blueprints",
    "next_step_cards",
    "way_examples",
}  # many rows that few tests read: those ask for `plans_on_offer`
PUBLISH_WAY = f"UPDATE wijken_werkwijze SET state = 'published', published_at = '{LONG_AGO}' WHERE kind = 'common'"
_reference_sql: list[str] = []  # what the loaders made in this process, to be put back at once: thousands begin with it


@pytest.fixture
def reference(request: pytest.FixtureRequest, database: None) -> None:
    """The rows every installation has."""
    is_clone = "clone" in request.fixturenames  # which counts its ids anew
    if _reference_sql and not is_clone:
        with connection.cursor() as cursor:
            cursor.execute(";".join(_reference_sql))
        return
    for name, load in reference_loaders().items():
        if name not in ON_REQUEST:
            load()
    if not is_clone:
        _reference_sql.extend(map(statement_of, REFERENCE))
        _reference_sql.append(PUBLISH_WAY)


def statement_of(model: type[Model]) -> str:
    """What puts the rows of a table back where they are not."""
    rows = list(model._default_manager.all())
    for row in rows:
        if model is TextVersion:
            row.created_at = LONG_AGO  # whatever the clock of the first test said
        if model is Werkwijze:  # a published one takes no parts any more
            row.state, row.published_at = WayState.DRAFT, None
    # Some tests made some of them by then. A key that waits for the end of a transaction takes no such clause.
    query = InsertQuery(model, on_conflict=None if model is WijkStage else OnConflict.IGNORE)
    query.insert_values(model._meta.local_concrete_fields, rows)
    written = query.get_compiler(connection=connection).as_sql()
    return ";".join(connection.ops.compose_sql(sql, params) for sql, params in written)


@pytest.fixture
def plans_on_offer(reference: None) -> None:
    """The ready plans and tips that every installation begins with."""
    loaders = reference_loaders()
    for name in sorted(ON_REQUEST):
        loaders[name]()


@pytest.fixture
def garden_theme(reference: None) -> Theme:
    """Leefbaarheid."""
    return Theme.objects.get(code="livability")


@pytest.fixture
def gemeente(reference: None) -> Gemeente:
    """Capelle."""
    return Gemeente.objects.get()


@pytest.fixture
def oostgaarde(database: None) -> Wijk:
    """The wijk of fatima, willem and noor."""
    return WijkFactory(name="Oostgaarde", slug="oostgaarde")


@pytest.fixture
def schollevaar(database: None) -> Wijk:
    """The wijk of bram."""
    return WijkFactory(name="Schollevaar", slug="schollevaar")


@dataclasses.dataclass(frozen=True)
class Part:
    """What somebody of the cast is: resident of a wijk (by its fixture), or who has a role, in a wijk or the city."""

    lives_in: str = ""
    role: Role | None = None
    works_in: str = ""


CAST = {
    "fatima": Part("oostgaarde"),  # owns the initiative
    "bram": Part("schollevaar"),
    "willem": Part("oostgaarde", Role.WOP_BOARD, "oostgaarde"),
    "wilma": Part("oostgaarde", Role.WOP_MEMBER, "oostgaarde"),
    "noor": Part("", Role.GEBIEDSREGISSEUR, "oostgaarde"),
    "joost": Part("", Role.FUND_COORDINATOR),
    "aisha": Part("", Role.ASSESSOR),
    "dirk": Part("", Role.MANDATE_HOLDER),
    "els": Part("", Role.FINANCE),
    "frits": Part("", Role.FINANCE),  # the other pair of eyes
    "petra": Part("", Role.PARTNER),
    "hans": Part("", Role.COUNCIL_MEMBER),
    "griet": Part("", Role.CLERK),
    "chris": Part("", Role.CONTROLLER),
    "mona": Part("", Role.MANAGER),
    "thea": Part("", Role.TEAM_LEAD),
    "milan": Part("", Role.MODERATOR),
    "bas": Part("", Role.BUURTCOACH, "oostgaarde"),
}


def people(parts: dict[str, tuple[Wijk | None, Role | None, Wijk | None]]) -> dict[str, User]:
    """People by name, each with where she lives, her role since this year and its wijk.

    With one statement a table and not through the actions, which have tests of their own: eighteen people a test is
    what takes time.
    """
    users = User.objects.bulk_create(
        User(email=f"{name}@voorbeeld.example", name=f"{name.title()} Jansen", password="!", created_at=LONG_AGO)
        for name in parts
    )
    found = dict(zip(parts, users, strict=True))
    profiles = [Profile(user=user, wijk=parts[name][0], age_group=AgeGroup.OWN) for name, user in found.items()]
    Profile.objects.bulk_create(profiles)
    EmailAddress.objects.bulk_create(EmailAddress(user=u, email=u.email, verified=True, primary=True) for u in users)
    RoleAssignment.objects.bulk_create(
        RoleAssignment(user=found[name], role=role, wijk=wijk, starts_on=SINCE)
        for name, (_, role, wijk) in parts.items()
        if role
    )
    return found


def person(name: str, wijk: Wijk | None = None, role: Role | None = None, role_wijk: Wijk | None = None) -> User:
    """Somebody who is not of the cast."""
    return people({name.lower(): (wijk, role, role_wijk)})[name.lower()]


@pytest.fixture
def make_people(request: pytest.FixtureRequest, database: None) -> Callable[..., dict[str, User]]:
    """Makes people of the cast, and first the wijken that they live or work in."""

    def make(*names: str) -> dict[str, User]:
        def wijk(name: str) -> Wijk | None:
            return request.getfixturevalue(name) if name else None

        parts = {name: CAST[name] for name in names}
        return people({name: (wijk(part.lives_in), part.role, wijk(part.works_in)) for name, part in parts.items()})

    return make


def of_cast(name: str) -> Callable[..., User]:
    """The fixture of one person: out of the whole cast in a test that asks for everybody, and else alone."""

    @pytest.fixture(name=name)
    def somebody(request: pytest.FixtureRequest, make_people: Callable[..., dict[str, User]]) -> User:
        if "cast" in request.fixturenames:
            return request.getfixturevalue("cast")[name]
        return make_people(name)[name]

    return somebody


fatima, bram, willem, wilma, noor, joost, aisha, dirk, els = map(of_cast, list(CAST)[:9])
frits, petra, hans, griet, chris, mona, thea, milan, bas = map(of_cast, list(CAST)[9:])


@pytest.fixture
def cast(make_people: Callable[..., dict[str, User]]) -> dict[str, User | None]:
    """Everybody by name; `anonymous` is nobody."""
    return {"anonymous": None} | make_people(*CAST)


@pytest.fixture
def client_for() -> Callable[[User | None], Client]:
    """A browser of somebody who signed in, for staff with the second factor; nobody is a visitor."""

    def make(user: User | None, *, second_factor: bool = True) -> Client:
        client = Client()
        if user is not None:
            if second_factor:
                add_second_factor(user)
            sign_in(client, user, gave_code=second_factor)
        return client

    return make


def add_second_factor(user: User) -> None:
    """Give somebody a TOTP device, as if she scanned the code."""
    from allauth.mfa.models import Authenticator

    device = Authenticator(user=user, type=Authenticator.Type.TOTP, data={"secret": "x"})
    Authenticator.objects.bulk_create([device], ignore_conflicts=True)


def sign_in(client: Client, user: User, *, gave_code: bool) -> None:
    """What `force_login` and `give_code` leave behind (a test compares them), with far fewer statements."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = user.backend = client._get_backend()
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    request = SimpleNamespace(session=session)
    user_logged_in.send(sender=User, request=request, user=user)
    if gave_code:
        record_authentication(request, user, method="mfa", type="totp")
    session.save()
    client._set_login_cookies(request)


def give_code(client: Client, user: User) -> None:
    """Let a visit count as one with the second step, as the sign-in page writes it down."""
    session = client.session
    record_authentication(SimpleNamespace(session=session), user, method="mfa", type="totp")
    session.save()


@pytest.fixture
def run_jobs(database: None) -> Callable[[], int]:
    """Do what the worker would do now; returns how many jobs there were."""

    def run() -> int:
        jobs = list(ProcrastinateJob.objects.filter(status="todo").order_by("id"))
        for job in jobs:
            app.tasks[job.task_name](**job.args)
            with connection.cursor() as cursor:
                cursor.execute("UPDATE procrastinate_jobs SET status = 'succeeded' WHERE id = %s", [job.pk])
        return len(jobs)

    return run


# --- A database that other threads see --------------------------------------------------------------------------------
@pytest.fixture(scope="session")
def spare(django_db_setup: None, django_db_blocker: object) -> Iterator[Spare]:
    """The one database of this worker in which tests commit: cloned once, since that takes longer than most tests."""
    template = connections["default"].settings_dict["NAME"]
    connections.close_all()
    with django_db_blocker.unblock():
        run_sql(f'CREATE DATABASE "{template}_spare" TEMPLATE "{template}"')
        yield Spare(f"{template}_spare")
        run_sql(f'DROP DATABASE "{template}_spare" WITH (FORCE)')


@pytest.fixture
def clone(spare: Spare, django_db_blocker: object) -> Iterator[None]:
    """The spare database, as the migrations left it."""
    connection = connections["default"]
    template = connection.settings_dict["NAME"]
    connections.close_all()
    with django_db_blocker.unblock():
        connection.settings_dict["NAME"] = spare.name
        spare.remember()
        yield
        spare.empty()
        connections.close_all()
        connection.settings_dict["NAME"] = template


def run_sql(sql: str) -> None:
    """Run one statement outside any database of ours."""
    with connections["default"]._nodb_cursor() as cursor:
        cursor.execute(sql)
