"""Roles that exclude each other are refused by the database; and the table of its cache, so that `migrate` is all a set-up needs."""

from django.db import migrations

# Two roles that exclude each other on the same day, whoever writes the row and when.
ROLES_EXCLUDE = """
CREATE FUNCTION accounts_refuse_excluded_role() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    why text;
BEGIN
    -- Two writers at once: the second waits here, and its next statement sees what the first wrote.
    PERFORM 1 FROM users_user WHERE id = NEW.user_id FOR NO KEY UPDATE;
    SELECT x.reason INTO why
    FROM accounts_roleexclusion x
    JOIN accounts_roleassignment a
      ON a.user_id = NEW.user_id AND a.id IS DISTINCT FROM NEW.id
     AND ((x.role = NEW.role AND x.other = a.role) OR (x.other = NEW.role AND x.role = a.role))
    WHERE daterange(NEW.starts_on, NEW.ends_on) * daterange(a.starts_on, a.ends_on)
          && daterange(x.starts_on, x.ends_on)
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'roles exclude each other: %', why
            USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'role_assignment_excluded';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER accounts_roleassignment_excluded BEFORE INSERT OR UPDATE ON accounts_roleassignment
    FOR EACH ROW EXECUTE FUNCTION accounts_refuse_excluded_role();
"""
ROLES_MAY_MEET = """
DROP TRIGGER accounts_roleassignment_excluded ON accounts_roleassignment;
DROP FUNCTION accounts_refuse_excluded_role();
"""
# The table of Django's database cache, in which limits on attempts are counted.
CACHE_TABLE = """
CREATE TABLE IF NOT EXISTS django_cache (
    cache_key varchar(255) NOT NULL PRIMARY KEY,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);
CREATE INDEX IF NOT EXISTS django_cache_expires ON django_cache (expires);
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial"), ("users", "0001_initial")]

    operations = [
        migrations.RunSQL(ROLES_EXCLUDE, ROLES_MAY_MEET),
        migrations.RunSQL(CACHE_TABLE, "DROP TABLE IF EXISTS django_cache;"),
    ]
