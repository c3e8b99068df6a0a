"""A meeting is never deleted: people have it in their calendar. A text of minutes stays as it was written."""

from django.db import migrations

REFUSE = """
CREATE FUNCTION meetings_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a meeting and its minutes are never deleted' USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION meetings_minutes_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.id, NEW.minutes_id, NEW.number, NEW.text, NEW.decisions, NEW.created_at) IS DISTINCT FROM
       (OLD.id, OLD.minutes_id, OLD.number, OLD.text, OLD.decisions, OLD.created_at)
       OR (OLD.is_public AND NOT NEW.is_public) THEN
        RAISE EXCEPTION 'a text of minutes stays as it was written' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER meetings_meeting_kept BEFORE DELETE ON meetings_meeting
    FOR EACH ROW EXECUTE FUNCTION meetings_kept();
CREATE TRIGGER meetings_meeting_no_truncate BEFORE TRUNCATE ON meetings_meeting
    FOR EACH STATEMENT EXECUTE FUNCTION meetings_kept();
CREATE TRIGGER meetings_minutes_stay BEFORE UPDATE ON meetings_minutesversion
    FOR EACH ROW EXECUTE FUNCTION meetings_minutes_stay();
CREATE TRIGGER meetings_minutes_kept BEFORE DELETE ON meetings_minutesversion
    FOR EACH ROW EXECUTE FUNCTION meetings_kept();
CREATE TRIGGER meetings_minutes_no_truncate BEFORE TRUNCATE ON meetings_minutesversion
    FOR EACH STATEMENT EXECUTE FUNCTION meetings_kept();
"""
ALLOW = """
DROP TRIGGER meetings_minutes_no_truncate ON meetings_minutesversion;
DROP TRIGGER meetings_minutes_kept ON meetings_minutesversion;
DROP TRIGGER meetings_minutes_stay ON meetings_minutesversion;
DROP TRIGGER meetings_meeting_no_truncate ON meetings_meeting;
DROP TRIGGER meetings_meeting_kept ON meetings_meeting;
DROP FUNCTION meetings_minutes_stay();
DROP FUNCTION meetings_kept();
"""


class Migration(migrations.Migration):
    dependencies = [("meetings", "0001_initial")]

    operations = [migrations.RunSQL(REFUSE, ALLOW)]
