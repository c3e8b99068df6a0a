"""Texts are only ever added to; of numbers and doors what has begun never changes, and what is planned may go.

The day is that of the town: the connection's own time zone is UTC.
"""

from django.db import migrations

REFUSE = """
CREATE FUNCTION portal_text_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a version of a text stays as it was written' USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION portal_begun_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF OLD.starts_on > (now() AT TIME ZONE 'Europe/Amsterdam')::date THEN
            RETURN OLD;
        END IF;
    END IF;
    RAISE EXCEPTION 'a dated row is never changed, and taken away only before it begins'
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER portal_text_stays BEFORE UPDATE OR DELETE ON portal_textversion
    FOR EACH ROW EXECUTE FUNCTION portal_text_stays();
CREATE TRIGGER portal_text_no_truncate BEFORE TRUNCATE ON portal_textversion
    FOR EACH STATEMENT EXECUTE FUNCTION portal_text_stays();
CREATE TRIGGER portal_rule_stays BEFORE UPDATE OR DELETE ON portal_rule
    FOR EACH ROW EXECUTE FUNCTION portal_begun_stays();
CREATE TRIGGER portal_rule_no_truncate BEFORE TRUNCATE ON portal_rule
    FOR EACH STATEMENT EXECUTE FUNCTION portal_begun_stays();
CREATE TRIGGER portal_door_stays BEFORE UPDATE OR DELETE ON portal_door
    FOR EACH ROW EXECUTE FUNCTION portal_begun_stays();
CREATE TRIGGER portal_door_no_truncate BEFORE TRUNCATE ON portal_door
    FOR EACH STATEMENT EXECUTE FUNCTION portal_begun_stays();
"""
ALLOW = """
DROP TRIGGER portal_door_no_truncate ON portal_door;
DROP TRIGGER portal_door_stays ON portal_door;
DROP TRIGGER portal_rule_no_truncate ON portal_rule;
DROP TRIGGER portal_rule_stays ON portal_rule;
DROP TRIGGER portal_text_no_truncate ON portal_textversion;
DROP TRIGGER portal_text_stays ON portal_textversion;
DROP FUNCTION portal_begun_stays();
DROP FUNCTION portal_text_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("portal", "0001_initial")]

    operations = [migrations.RunSQL(REFUSE, ALLOW)]
