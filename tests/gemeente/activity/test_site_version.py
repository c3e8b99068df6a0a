"""The version of the site: every change gives another one, at its commit, whoever commits when."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from django.db import connection, transaction
from django.test import Client

from gemeente.activity import site_changes
from gemeente.activity.models import Follow, MailRefusal
from gemeente.activity.site_changes import QUIET, SETTINGS, tidy_changes, watch_tables, watched_tables
from gemeente.lib.kept_pages import page_tag
from gemeente.lib.site_version import SiteVersion, kept_setting, one_reading, site_version
from gemeente.places.models import Theme
from gemeente.users.models import User
from tests.factories.places import ThemeFactory
from tests.factories.users import UserFactory

TRIGGERS = "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'site_changed'"


def rows(sql: str) -> list[tuple[object, ...]]:
    """What the database answers."""
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def run(sql: str) -> None:
    """Let the database do something."""
    with connection.cursor() as cursor:
        cursor.execute(sql)


# --- Which tables ---------------------------------------------------------------------------------------------------
def test_every_table_of_ours_is_watched_but_the_quiet_ones(db: None) -> None:
    tables = {str(table) for (table,) in rows(TRIGGERS)}

    assert tables == set(watched_tables())
    assert {"initiatives_initiative", "activity_entry", "portal_textversion", "users_user", "wijken_wop"} <= tables
    assert not tables & QUIET
    assert {table for table, is_setting in watched_tables().items() if is_setting} == SETTINGS


def test_watching_follows_the_lists(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_changes, "QUIET", QUIET | {"activity_follow"} - {"activity_mailrefusal"})
    monkeypatch.setattr(site_changes, "SETTINGS", SETTINGS - {"places_theme"})

    watch_tables()
    watch_tables()

    assert "activity_follow" not in {table for (table,) in rows(TRIGGERS)}
    before = site_version()
    ThemeFactory()
    assert (site_version().settings, site_version() != before) == (before.settings, True)


def test_watching_waits_for_its_migration(db: None) -> None:
    run("DROP FUNCTION site_changed() CASCADE")

    watch_tables()

    assert rows(TRIGGERS) == []


# --- What raises it -------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("how", ["insert", "bulk", "update", "delete", "truncate"])
def test_every_kind_of_change_raises_both_numbers(how: str, db: None) -> None:
    theme = ThemeFactory()
    before = site_version()

    if how == "insert":
        ThemeFactory()
    elif how == "bulk":
        Theme.objects.bulk_create([ThemeFactory.build(), ThemeFactory.build()])
    elif how == "update":
        Theme.objects.filter(pk=theme.pk).update(name="Anders")
    elif how == "delete":
        theme.delete()
    else:
        run("TRUNCATE accounts_roletype")

    after = site_version()
    assert after.everything != before.everything
    assert after.settings != before.settings


def test_what_is_no_setting_leaves_the_settings_alone(db: None) -> None:
    before = site_version()

    UserFactory()

    assert (site_version().everything != before.everything, site_version().settings) == (True, before.settings)


def test_quiet_tables_leave_it_alone(fatima: User) -> None:
    before = site_version()

    MailRefusal.objects.create(user=fatima, template="news")

    assert site_version() == before
    assert Follow._meta.db_table not in QUIET


def test_bulk_counts_as_one_change(db: None) -> None:
    before = rows("SELECT count(*) FROM site_change")[0][0]

    Theme.objects.bulk_create([ThemeFactory.build() for _ in range(60)])

    assert rows("SELECT count(*) FROM site_change")[0][0] - before == 1


def test_rows_stay_few_and_no_version_comes_twice(db: None) -> None:
    theme, seen = ThemeFactory(), set[SiteVersion]()
    for number in range(300):
        Theme.objects.filter(pk=theme.pk).update(position=number)
        seen.add(site_version())

    assert len(seen) == 300
    assert rows("SELECT count(*) FROM site_change")[0][0] < 70


def test_what_was_rolled_back_never_comes_again(db: None) -> None:
    before = site_version()
    with transaction.atomic():
        ThemeFactory()
        draft = site_version()
        transaction.set_rollback(True)

    assert site_version() == before
    ThemeFactory()
    assert site_version() not in {before, draft}


# --- Reading it once ------------------------------------------------------------------------------------------------
def test_one_reading_is_one_query_and_keeps_settings(db: None, django_assert_num_queries: Callable) -> None:
    made: list[str] = []

    def make() -> str:
        made.append("x")
        return "made"

    for _ in range(2):
        with one_reading(), django_assert_num_queries(1):
            assert [kept_setting("test", make) for _ in range(3)] == ["made"] * 3
            assert site_version() == site_version()
    assert made == ["x"]
    ThemeFactory()
    with one_reading():
        kept_setting("test", make)
    assert made == ["x"]  # a page of who signed in goes by the last minute
    with one_reading():
        site_version()
        kept_setting("test", make)
    assert made == ["x", "x"]


def test_outside_a_reading_nothing_is_kept(db: None, django_assert_num_queries: Callable) -> None:
    made = iter("ab")

    with django_assert_num_queries(0):
        assert [kept_setting("test", lambda: next(made)) for _ in range(2)] == ["a", "b"]


# --- Who commits when -----------------------------------------------------------------------------------------------
LIST = "/initiatieven/"


def rename(theme: Theme, name: str) -> None:
    """Call a theme something else; the list names all themes in its filter."""
    Theme.objects.filter(pk=theme.pk).update(name=name)


@contextmanager
def elsewhere() -> Iterator[Callable[..., object]]:
    """A connection of somebody else; what it is asked to do is done when the call returns."""
    with ThreadPoolExecutor(1) as pool:
        yield lambda do, *args: pool.submit(do, *args).result(20)
        pool.submit(lambda: connection.close()).result(20)


def test_slow_change_that_commits_last_is_seen(clone: None, reference: None) -> None:
    slow, fast = Theme.objects.all()[:2]
    visitor = Client()
    with elsewhere() as other:
        other(transaction.set_autocommit, False)
        other(rename, slow, "Langzaam")
        rename(fast, "Vlug")
        first = visitor.get(LIST)
        assert ("Vlug" in first.content.decode(), "Langzaam" in first.content.decode()) == (True, False)
        tag = first.headers["ETag"]
        assert visitor.get(LIST, headers={"if-none-match": tag}).status_code == 304

        other(transaction.commit)
        other(transaction.set_autocommit, True)

    second = visitor.get(LIST, headers={"if-none-match": tag})
    assert (second.status_code, "Langzaam" in second.content.decode()) == (200, True)


def test_change_during_rendering_is_seen_by_the_next(
    clone: None, reference: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme = Theme.objects.all()[0]
    with elsewhere() as other:

        def meanwhile() -> str:
            tag = page_tag()
            other(rename, theme, "Net op tijd")
            return tag

        monkeypatch.setattr("gemeente.lib.middleware.page_tag", meanwhile)
        first = Client().get(LIST)
        monkeypatch.undo()

    second = Client().get(LIST, headers={"if-none-match": first.headers["ETag"]})
    assert (second.status_code, "Net op tijd" in second.content.decode()) == (200, True)


def test_nobody_waits_for_who_made_one_row_of_many(clone: None, reference: None) -> None:
    slow, fast = Theme.objects.all()[:2]
    with elsewhere() as other:
        other(transaction.set_autocommit, False)
        for number in range(150):
            other(rename, slow, f"Langzaam {number}")
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '1s'")
        for number in range(150):
            rename(fast, f"Vlug {number}")
        before = site_version()

        other(transaction.rollback)
        assert site_version() == before
        for number in range(70):
            other(rename, slow, f"Langzaam {number}")
        assert site_version() == before
        other(transaction.commit)
        other(transaction.set_autocommit, True)

    assert site_version() not in {before, SiteVersion(0, 0)}
    for number in range(64):
        rename(fast, f"Weer {number}")
    assert rows("SELECT count(*) FROM site_change")[0][0] < 70


def test_each_of_many_writers_reads_back_what_she_wrote(clone: None, reference: None) -> None:
    themes, start = list(Theme.objects.all()[:4]), threading.Barrier(4)

    def write_and_read(theme: Theme) -> list[str]:
        missed, visitor, tag = [], Client(), ""
        try:
            start.wait(20)
            for number in range(12):
                word = f"Keer {number} van {theme.code}"
                rename(theme, word)
                page = visitor.get(LIST, headers={"if-none-match": tag} if tag else {})
                missed += [] if word in page.content.decode() else [word]
                tag = page.headers["ETag"]
        finally:
            connection.close()
        return missed

    with ThreadPoolExecutor(4) as pool:
        assert [missed for found in pool.map(write_and_read, themes) for missed in found] == []


# --- After bulk loading ---------------------------------------------------------------------------------------------
def test_tidying_gives_back_room_and_keeps_the_version(clone: None) -> None:
    theme = ThemeFactory()
    with transaction.atomic():
        for number in range(2000):
            Theme.objects.filter(pk=theme.pk).update(position=number)
        tidy_changes()  # not now
    version, size = site_version(), rows("SELECT pg_relation_size('site_change')")[0][0]

    tidy_changes()

    assert site_version() == version
    assert rows("SELECT pg_relation_size('site_change')")[0][0] < size
