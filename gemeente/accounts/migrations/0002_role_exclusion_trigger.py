"""Let the database itself refuse two roles that exclude each other on the same day, whoever writes the row and when."""

from django.db import migrations

REFUSE = """
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
ALLOW = """
DROP TRIGGER accounts_roleassignment_excluded ON accounts_roleassignment;
DROP FUNCTION accounts_refuse_excluded_role();
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial"), ("users", "0001_initial")]

    operations = [migrations.RunSQL(REFUSE, ALLOW)]
