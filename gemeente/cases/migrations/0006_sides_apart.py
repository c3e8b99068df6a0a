"""Who is on the owner's side of a case is never its contact person, and messages stay as they were written."""

from django.db import migrations

REFUSE = """
CREATE FUNCTION cases_sides_apart() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  is_mixed boolean;
BEGIN
  IF TG_TABLE_NAME = 'cases_casefile' THEN
    SELECT EXISTS (SELECT 1 FROM cases_caseperson p WHERE p.case_id = NEW.id AND p.user_id = NEW.contact_id)
      INTO is_mixed;
  ELSE
    -- Naming somebody while she takes the case up: the second waits for the row and sees what the first wrote.
    PERFORM 1 FROM cases_casefile WHERE id = NEW.case_id FOR NO KEY UPDATE;
    SELECT EXISTS (SELECT 1 FROM cases_casefile c WHERE c.id = NEW.case_id AND c.contact_id = NEW.user_id
                   AND c.state <> 'closed') INTO is_mixed;
  END IF;
  IF is_mixed THEN
    RAISE EXCEPTION 'contact person and owner''s side are different people'
      USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'case_sides_apart';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER cases_casefile_sides BEFORE INSERT OR UPDATE OF contact_id ON cases_casefile
  FOR EACH ROW WHEN (NEW.contact_id IS NOT NULL AND NEW.state <> 'closed') EXECUTE FUNCTION cases_sides_apart();
CREATE TRIGGER cases_caseperson_sides BEFORE INSERT OR UPDATE ON cases_caseperson
  FOR EACH ROW EXECUTE FUNCTION cases_sides_apart();
CREATE TRIGGER cases_casemessage_stays BEFORE UPDATE OR DELETE ON cases_casemessage
  FOR EACH ROW EXECUTE FUNCTION cases_history_stays();
CREATE TRIGGER cases_casemessage_no_truncate BEFORE TRUNCATE ON cases_casemessage
  FOR EACH STATEMENT EXECUTE FUNCTION cases_history_stays();
"""
ALLOW = """
DROP TRIGGER cases_casemessage_no_truncate ON cases_casemessage;
DROP TRIGGER cases_casemessage_stays ON cases_casemessage;
DROP TRIGGER cases_caseperson_sides ON cases_caseperson;
DROP TRIGGER cases_casefile_sides ON cases_casefile;
DROP FUNCTION cases_sides_apart();
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0005_plan_message_absence")]

    operations = [migrations.RunSQL(REFUSE, ALLOW)]
