"""The version of the site: a sum over the changes there were. A row is only ever added (decision 0011)."""

from django.db import migrations

# Each statement that writes in a watched table adds a random number, and all numbers together (by exclusive or) are
# the version. Nobody waits for anybody, as in a counter that all write; it is another one for the writer at once and
# for others from her commit; and what was rolled back or put back from a backup never comes again.
MAKE = """
CREATE TABLE site_change (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number bigint NOT NULL,
    is_setting boolean NOT NULL
);
CREATE FUNCTION site_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    made bigint;
BEGIN
    INSERT INTO site_change (number, is_setting)
    VALUES (floor(random() * 9007199254740992), TG_ARGV[0]::boolean) RETURNING id INTO made;
    IF made % 64 = 0 THEN -- make one row of many, without waiting for who does so too
        WITH gone AS (
            DELETE FROM site_change WHERE id IN (SELECT id FROM site_change FOR UPDATE SKIP LOCKED)
            RETURNING number, is_setting
        )
        INSERT INTO site_change (number, is_setting) SELECT bit_xor(number), is_setting FROM gone GROUP BY is_setting;
    END IF;
    RETURN NULL;
END;
$$;
"""
DROP = """
DROP FUNCTION site_changed() CASCADE;
DROP TABLE site_change;
"""


class Migration(migrations.Migration):
    dependencies = [("activity", "0008_subject_ground")]

    operations = [migrations.RunSQL(MAKE, DROP)]
