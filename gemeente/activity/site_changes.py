"""Which tables raise the version of the site: all of ours, so that nobody has to think of a new one, but a few."""

from typing import Any

from django.apps import AppConfig, apps
from django.db import DEFAULT_DB_ALIAS, connection, connections

OURS = ("gemeente.", "wijken", "initiatives")
# No page of a visitor shows these, and they are written while nothing else happens.
QUIET = frozenset(
    {
        "activity_notice",
        "activity_receipt",
        "activity_mailrefusal",
        "following_round",
        "following_watch",
        "initiatives_cubemember",
        "initiatives_participationrequest",
        "initiatives_savedhit",
        "initiatives_savedsearch",
        "demo_demomail",
    }
)
# What `kept_setting` keeps reads these alone.
SETTINGS = frozenset(
    {
        "accounts_roletype",
        "places_cbsarea",
        "places_gemeente",
        "places_theme",
        "places_wijk",
        "places_wijkarea",
        "portal_door",
        "portal_textversion",
    }
)
EXISTING = """
SELECT tgrelid::regclass::text, tgargs = 'true\\000'::bytea FROM pg_trigger WHERE tgname = 'site_changed'
"""


def tidy_changes() -> None:
    """Give back the room of many changes in one transaction: until then each reading of the version passes over it.

    For bulk loading only; within a transaction it waits for the database's own cleaning.
    """
    with connection.cursor() as cursor:
        if not connection.in_atomic_block:
            cursor.execute("VACUUM FULL site_change")


def watched_tables() -> dict[str, bool]:
    """The tables to watch, and whether each is a setting."""
    models = [model for model in apps.get_models(include_auto_created=True) if is_ours(model._meta.app_config)]
    tables = {model._meta.db_table for model in models if model._meta.managed} - QUIET
    return {table: table in SETTINGS for table in sorted(tables)}


def is_ours(config: AppConfig | None) -> bool:
    """Whether an app is part of this project."""
    return config is not None and config.name.startswith(OURS)


def watch_tables(*, using: str = DEFAULT_DB_ALIAS, **kwargs: Any) -> None:
    """Let each table raise the version, after every `migrate`; what is watched already is left alone."""
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT to_regproc('site_changed') IS NOT NULL")
        if not cursor.fetchone()[0]:
            return  # migrated back to before it
        cursor.execute(EXISTING)
        watched, there = dict(cursor.fetchall()), set(connections[using].introspection.table_names(cursor))
        wanted = {table: is_setting for table, is_setting in watched_tables().items() if table in there}
        for table in watched.keys() - wanted.keys():
            cursor.execute(f'DROP TRIGGER site_changed ON "{table}"')
        for table, is_setting in wanted.items() - watched.items():
            cursor.execute(
                f'CREATE OR REPLACE TRIGGER site_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "{table}" '
                f"FOR EACH STATEMENT EXECUTE FUNCTION site_changed('{str(is_setting).lower()}')"
            )
