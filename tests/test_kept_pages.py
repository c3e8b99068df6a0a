"""Pages of visitors that are kept: what anybody may see of a change is on the very next answer of every process."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connection
from django.http import HttpResponse
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from gemeente.accounts.actions import assign_role, change_profile, end_role
from gemeente.accounts.actions.reference import save_reference
from gemeente.accounts.enums import Role
from gemeente.accounts.models import RoleAssignment
from gemeente.activity.models import Notice
from gemeente.activity.site_changes import QUIET, SETTINGS
from gemeente.cases.actions import claim_case
from gemeente.moderation.actions.hiding import hide_part, lift_hiding
from gemeente.moderation.actions.reporting import report_part
from gemeente.moderation.enums import ReportReason
from gemeente.moderation.models import Hiding, HidingGround
from gemeente.moderation.parts import WHOLE
from gemeente.places.models import Theme, Wijk
from gemeente.portal.actions import add_door, change_gemeente, save_text
from gemeente.portal.enums import Matter, TextKey
from gemeente.portal.models import TextVersion
from gemeente.questions.actions import publish_question, unpublish_question
from gemeente.users.models import User
from initiatives.actions.joining import participate, withdraw
from initiatives.actions.leaving import withdraw_initiative
from initiatives.actions.moving import move_initiative
from initiatives.actions.news import tell_news
from initiatives.actions.silence import go_quiet
from initiatives.actions.writing import revise_idea, revise_share
from initiatives.enums import ParticipationKind
from initiatives.parts import news_part
from initiatives.workflow import TRANSITIONS
from tests.factories.documents import a_document
from tests.factories.initiatives import published
from tests.factories.pages import TEXT_BLOCK, page
from tests.factories.questions import asked, shown
from tests.pages import soup
from wijken.actions.documents import keep_document

LIST, HOME, WIJK = "/initiatieven/", "/", "/wijken/oostgaarde/"


@contextmanager
def process(name: str, **options: int) -> Iterator[Client]:
    """A visitor at another process: one with a memory of its own."""
    pages = {**settings.CACHES["pages"], "LOCATION": name}
    pages["OPTIONS"] = {**pages["OPTIONS"], **options}
    with override_settings(CACHES={**settings.CACHES, "pages": pages}):
        yield Client()


@pytest.fixture
def town(fatima: User, noor: User, mona: User, bram: User, oostgaarde: Wijk, reference: None) -> SimpleNamespace:
    """Fatima's initiative with news, questions of Bram, and who may change what."""
    plan = published(owner=fatima, wijk=oostgaarde, theme=Theme.objects.get(code="livability"), title="Pluktuin")
    news = tell_news(initiative=plan, actor=fatima, title="De eerste tomaat", text="Kom maar proeven.")
    return SimpleNamespace(
        fatima=fatima,
        noor=noor,
        mona=mona,
        bram=bram,
        wijk=oostgaarde,
        plan=plan,
        page=plan.get_absolute_url(),
        news=news,
        question=shown(bram),
        private=asked(bram),
    )


# --- What changes ---------------------------------------------------------------------------------------------------
def hide(town: SimpleNamespace, part: str) -> Hiding:
    """Mona hides something."""
    report = report_part(subject=town.plan.subject, part=part, reason=ReportReason.HURTS)
    ground = HidingGround.objects.get(code="portrait")
    return hide_part(report=report, actor=town.mona, ground=ground, facts="Er staat een naam.")


def lift(town: SimpleNamespace) -> None:
    """She shows it again."""
    lift_hiding(hiding=Hiding.objects.get(), actor=town.mona, reason="De naam is weg.")


def move(town: SimpleNamespace) -> None:
    """A step further."""
    step = next(t for t in TRANSITIONS if t.source == town.plan.stage and not t.needs_outcome)
    move_initiative(initiative=town.plan, actor=town.fatima, transition=step)


def rename_theme(town: SimpleNamespace) -> None:
    """A manager calls a theme something else."""
    theme = Theme.objects.get(code="livability")
    theme.name = "Een fijne straat"
    save_reference(row=theme, actor=town.mona)


def write_text(town: SimpleNamespace, key: TextKey) -> None:
    """A manager writes."""
    newest = TextVersion.objects.of_key(key).get()
    save_text(key=key, dutch="Heel andere woorden.", english="Other words.", based_on=newest.pk, actor=town.mona)


def open_door(town: SimpleNamespace) -> None:
    """Damage outside goes to another door."""
    told = {"name": "Buitenlijn", "name_en": "Outdoors", "phone": "14010", "url": ""}
    today = timezone.localdate()
    add_door(actor=town.mona, matter=Matter.DAMAGE, wijk=None, starts_on=today, is_here=False, **told)


def give_role(town: SimpleNamespace) -> None:
    """The wijk gets a second face."""
    today = timezone.localdate()
    assign_role(user=town.bram, role=Role.GEBIEDSREGISSEUR, wijk=town.wijk, starts_on=today, actor=town.mona)


def end_noor(town: SimpleNamespace) -> None:
    """Noor leaves the wijk."""
    role = RoleAssignment.objects.get(user=town.noor)
    end_role(assignment=role, ends_on=timezone.localdate(), actor=town.mona)


Change = Callable[[SimpleNamespace], object]
CHANGES: dict[str, tuple[list[str], list[Change]]] = {
    "publish": ([HOME, LIST, WIJK, "/initiatieven/atom.xml"], [lambda t: published(owner=t.bram, wijk=t.wijk)]),
    "revise": (
        [HOME, LIST, WIJK, "page"],
        [lambda t: revise_idea(initiative=t.plan, actor=t.fatima, title="Theetuin", summary="Thee.", theme=None)],
    ),
    "revise share": (
        ["page"],
        [lambda t: revise_share(initiative=t.plan, actor=t.fatima, own_share="Wij wieden.", needs="Een schop")],
    ),
    "move": ([HOME, LIST, WIJK, "page"], [move]),
    "news": (["page"], [lambda t: tell_news(initiative=t.plan, actor=t.fatima, title="Regen", text="Eindelijk.")]),
    "support, and no longer": (
        [LIST, "page"],
        [
            lambda t: participate(initiative=t.plan, actor=t.bram, kind=ParticipationKind.SUPPORT),
            lambda t: withdraw(initiative=t.plan, actor=t.bram, kind=ParticipationKind.SUPPORT),
        ],
    ),
    "hide the page, and lift it": ([HOME, LIST, WIJK, "page"], [lambda t: hide(t, WHOLE), lift]),
    "hide news, and lift it": (["page"], [lambda t: hide(t, news_part(t.news)), lift]),
    "withdraw": (
        [HOME, LIST, WIJK, "page"],
        [lambda t: withdraw_initiative(initiative=t.plan, actor=t.fatima)],
    ),
    "claim": (["page"], [lambda t: claim_case(case=t.plan.case, actor=t.noor)]),
    "quiet, by a job": ([LIST, "page"], [lambda t: go_quiet(initiative=t.plan)]),
    "text": ([HOME], [lambda t: write_text(t, TextKey.HOME_LEAD)]),
    "house rules": (["/huisregels/"], [lambda t: write_text(t, TextKey.HOUSE_RULES)]),
    "gemeente": ([HOME, LIST, "/privacy/"], [lambda t: change_gemeente(actor=t.mona, portal_name="Samen")]),
    "theme": ([LIST], [rename_theme]),
    "door": ([HOME, WIJK], [open_door]),
    "role": ([WIJK], [give_role]),
    "end of a role": ([WIJK], [end_noor]),
    "wijk": ([LIST, WIJK, "/wijken/"], [lambda t: Wijk.objects.filter(pk=t.wijk.pk).update(name="Oost")]),
    "document of a wijk": (
        [WIJK],
        [lambda t: keep_document(wijk=t.wijk, document=a_document(), title="Jaarverslag")],
    ),
    "own page of a wijk": ([WIJK], [lambda t: page(t.wijk, TEXT_BLOCK)]),
    "alias": (
        ["page"],
        [lambda t: change_profile(user=t.fatima, name="Fatima", alias="Tuinvrouw", wijk=None, language="nl")],
    ),
    "question, shown and not": (
        ["/vragen/"],
        [
            lambda t: publish_question(question=t.private, actor=t.bram, title="Mag een hek?", text="Om de tuin."),
            lambda t: unpublish_question(question=t.question, actor=t.bram),
        ],
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_change_is_on_the_next_answer_of_every_process(name: str, town: SimpleNamespace) -> None:
    places, changes = CHANGES[name]
    paths = [town.page if place == "page" else place for place in places]
    for path in [*paths, *paths]:
        before = [answer_of(one, path) for one in ("one", "other")]
        assert before[0].content == before[1].content, path
    for change in changes:
        tags = {path: answer_of("one", path).headers.get("ETag") for path in paths}
        words = {path: answer_of("one", path).content for path in paths}

        change(town)

        for path in paths:
            after = answer_of("other", path)
            assert after.content != words[path], path
            assert after.headers.get("ETag") != tags[path] or after.status_code == 404, path
            again = answer_of("one", path, tags[path] or "")
            assert (again.status_code, again.content) == (after.status_code, after.content), path


def answer_of(name: str, path: str, tag: str = "") -> HttpResponse:
    """What a process answers a visitor."""
    with process(name) as client:
        return client.get(path, headers={"if-none-match": tag} if tag else {})


# --- What does not --------------------------------------------------------------------------------------------------
def test_unchanged_page_costs_one_query_and_no_rendering(client: Client, town: SimpleNamespace) -> None:
    for path in (HOME, LIST, WIJK, town.page, "/huisregels/", "/vragen/", "/initiatieven/atom.xml", f"/en{LIST}"):
        first = client.get(path)
        with CaptureQueriesContext(connection) as kept:
            second = client.get(path)
        with CaptureQueriesContext(connection) as unchanged:
            third = client.get(path, headers={"if-none-match": first.headers["ETag"]})

        assert (second.content, dict(second.headers)) == (first.content, dict(first.headers))
        assert second.templates == []
        assert (third.status_code, third.content, third.headers["ETag"]) == (304, b"", first.headers["ETag"])
        assert third.headers["Cache-Control"] == first.headers["Cache-Control"] == "public, no-cache"
        assert "Cookie" in third.headers["Vary"]
        for asked_of in (kept, unchanged):
            assert len(asked_of) == 1
            assert "site_change" in asked_of.captured_queries[0]["sql"]


def test_each_address_and_language_has_its_own_page(client: Client, town: SimpleNamespace) -> None:
    paths = [LIST, f"{LIST}?fase=stopped", f"{LIST}?zoek=pluktuin", f"/en{LIST}", HOME, town.page]
    for _ in range(2):
        assert len({client.get(path).content for path in paths}) == len(paths)


def test_head_is_answered_from_the_kept_page(client: Client, town: SimpleNamespace) -> None:
    first = client.get(LIST)

    head = client.head(LIST)

    assert (head.status_code, head.content, head.headers["ETag"]) == (200, b"", first.headers["ETag"])


def test_what_a_member_reads_is_neither_kept_nor_taken_from_there(
    town: SimpleNamespace, client: Client, client_for: Callable[..., Client]
) -> None:
    tag = client.get(town.page).headers["ETag"]
    mine = client_for(town.fatima)

    own = mine.get(town.page, headers={"if-none-match": tag})

    assert (own.status_code, own.headers["Cache-Control"]) == (200, "private, no-cache")
    assert "ETag" not in own.headers
    assert own.content != client.get(town.page).content
    assert "Fatima Jansen" not in client.get(town.page).content.decode()


def test_page_with_a_form_is_not_kept(client: Client, town: SimpleNamespace) -> None:
    path = f"{town.page}meedoen/"
    first, second = client.get(path), Client().get(path)

    assert first.cookies["csrf"].value != second.cookies["csrf"].value
    assert second.headers["Cache-Control"] == "private, no-cache"


def test_visitor_who_opened_a_form_gets_the_kept_page(client: Client, town: SimpleNamespace) -> None:
    before = Client().get(LIST)
    client.get(f"{town.page}meedoen/")

    assert client.get(LIST).content == before.content
    assert not client.get(LIST).cookies


@pytest.mark.parametrize("path", ["/initiatieven/bestaat-niet/", "/vragen/99999/"])
def test_only_a_good_answer_is_kept(path: str, client: Client, reference: None) -> None:
    first = client.get(path)

    assert first.status_code in {302, 404}
    with CaptureQueriesContext(connection) as again:
        client.get(path)
    assert len(again) > 1


def test_page_is_another_one_the_next_day(client: Client, reference: None, time_machine: object) -> None:
    time_machine.move_to(dt.datetime(2026, 12, 1, 22, 59, tzinfo=dt.UTC), tick=False)  # 23:59 here
    tag = client.get(LIST).headers["ETag"]
    time_machine.move_to(dt.datetime(2026, 12, 1, 23, 1, tzinfo=dt.UTC), tick=False)

    assert client.get(LIST, headers={"if-none-match": tag}).status_code == 200


def test_other_program_has_other_tags(client: Client, reference: None, monkeypatch: pytest.MonkeyPatch) -> None:
    tag = client.get(LIST).headers["ETag"]
    monkeypatch.setattr("gemeente.lib.kept_pages.program", lambda: "another")

    assert client.get(LIST, headers={"if-none-match": tag}).status_code == 200


def test_nothing_is_kept_where_people_work_on_templates(client: Client, reference: None, settings: object) -> None:
    settings.DEBUG = True

    assert client.get(LIST).headers["ETag"].startswith('"')
    assert client.get(LIST).templates


def test_memory_of_kept_pages_is_bounded(reference: None) -> None:
    with process("small", MAX_BYTES=100_000) as client:
        for number in range(30):
            client.get(f"{LIST}?x={number}")
        store = caches["pages"].store

        assert 50_000 < store.size <= 100_000
        assert len(store.entries) < 30


# --- Which views ----------------------------------------------------------------------------------------------------
def views_of(patterns: list[URLPattern | URLResolver], path: str = "") -> Iterator[tuple[str, Callable[..., object]]]:
    """Every view by the pattern of its address."""
    for pattern in patterns:
        here = path + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from views_of(pattern.url_patterns, here)
        else:
            yield here, pattern.callback


def test_no_view_behind_a_signed_link_or_a_sign_in_is_kept() -> None:
    kept = [path for path, view in views_of(get_resolver().url_patterns) if getattr(view, "is_kept", False)]

    assert kept
    private = ("token", "account", "mijn", "werkbak", "beheer", "moderatie", "buiten", "key", "demo")
    assert not [path for path in kept if any(word in path for word in private)]


def test_kept_pages_read_nothing_that_leaves_the_version_as_it_is(town: SimpleNamespace) -> None:
    Notice.objects.all().delete()
    for path in (HOME, LIST, f"{LIST}?zoek=tuin", WIJK, town.page, "/vragen/", "/wijken/", "/privacy/"):
        with CaptureQueriesContext(connection) as read:
            assert soup(Client().get(path)).h1
        assert not [table for table in QUIET for query in read.captured_queries if f'"{table}"' in query["sql"]], path


def test_kept_settings_read_the_tables_of_settings_alone(
    town: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: dict[str, set[str]] = {}

    def look(name: str, make: Callable[[], object]) -> object:
        with CaptureQueriesContext(connection) as queries:
            made = make()
        tables = {part.split('"')[0] for query in queries for part in query["sql"].split(' FROM "')[1:]}
        read[name] = read.get(name, set()) | tables | {"joined" for query in queries if " JOIN " in query["sql"]}
        return made

    for module in ("places.identity", "places.maps", "places.outlines", "portal.texts", "portal.doors"):
        monkeypatch.setattr(f"gemeente.{module}.kept_setting", look)
    monkeypatch.setattr("gemeente.accounts.roles.kept_setting", look)
    for path in (HOME, LIST, WIJK, town.page, "/kaart/wijken.geojson"):
        Client().get(path)

    assert {"gemeente", "town_map", "outlines", "texts", "doors", "role_labels"} <= read.keys()
    assert set().union(*read.values()) <= SETTINGS
