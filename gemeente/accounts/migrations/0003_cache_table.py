"""The table of Django's database cache, in which limits on attempts are counted: `migrate` is all a set-up needs."""

from django.db import migrations

MAKE = """
CREATE TABLE IF NOT EXISTS django_cache (
    cache_key varchar(255) NOT NULL PRIMARY KEY,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);
CREATE INDEX IF NOT EXISTS django_cache_expires ON django_cache (expires);
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_role_exclusion_trigger")]

    operations = [migrations.RunSQL(MAKE, "DROP TABLE IF EXISTS django_cache;")]
