"""Starting the demo."""

import pytest
from django.core.management import CommandError
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from gemeente.demo.run import refuse_other_tables

pytestmark = pytest.mark.django_db


def test_database_of_another_version_is_told_in_one_sentence() -> None:
    refuse_other_tables()
    MigrationRecorder(connection).record_applied("portal", "0008_saved_searches")

    with pytest.raises(CommandError, match="`make reset` forgets it"):
        refuse_other_tables()


def test_database_of_before_an_app_went_is_none_of_our_business() -> None:
    MigrationRecorder(connection).record_applied("gone", "0001_initial")

    refuse_other_tables()
