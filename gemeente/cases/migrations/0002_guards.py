"""The history of a case stays as it was written, and the owner's side and its contact person are different people."""

from django.db import migrations

# Of a contact only what the owner says of it may be added.
HISTORY_STAYS = """
CREATE FUNCTION cases_history_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the history of a case is only ever added to' USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION cases_contact_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.voided_at IS NOT NULL OR NEW.voided_at IS NULL
     OR (NEW.id, NEW.case_id, NEW.actor_id, NEW.means, NEW.was_reached, NEW.happened_on, NEW.note, NEW.created_at)
        IS DISTINCT FROM
        (OLD.id, OLD.case_id, OLD.actor_id, OLD.means, OLD.was_reached, OLD.happened_on, OLD.note, OLD.created_at)
     OR NEW.next_on IS DISTINCT FROM OLD.next_on THEN
    RAISE EXCEPTION 'a contact can only be voided, once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER cases_casechange_stays BEFORE UPDATE OR DELETE ON cases_casechange
  FOR EACH ROW EXECUTE FUNCTION cases_history_stays();
CREATE TRIGGER cases_contactmoment_kept BEFORE DELETE ON cases_contactmoment
  FOR EACH ROW EXECUTE FUNCTION cases_history_stays();
CREATE TRIGGER cases_contactmoment_stays BEFORE UPDATE ON cases_contactmoment
  FOR EACH ROW EXECUTE FUNCTION cases_contact_stays();
CREATE TRIGGER cases_casechange_no_truncate BEFORE TRUNCATE ON cases_casechange
  FOR EACH STATEMENT EXECUTE FUNCTION cases_history_stays();
CREATE TRIGGER cases_contactmoment_no_truncate BEFORE TRUNCATE ON cases_contactmoment
  FOR EACH STATEMENT EXECUTE FUNCTION cases_history_stays();
"""
HISTORY_MAY_CHANGE = """
DROP TRIGGER cases_contactmoment_no_truncate ON cases_contactmoment;
DROP TRIGGER cases_casechange_no_truncate ON cases_casechange;
DROP TRIGGER cases_contactmoment_stays ON cases_contactmoment;
DROP TRIGGER cases_contactmoment_kept ON cases_contactmoment;
DROP TRIGGER cases_casechange_stays ON cases_casechange;
DROP FUNCTION cases_contact_stays();
DROP FUNCTION cases_history_stays();
"""
# Who is on the owner's side of a case is never its contact person, and messages stay as they were written.
SIDES_APART = """
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
SIDES_MAY_MEET = """
DROP TRIGGER cases_casemessage_no_truncate ON cases_casemessage;
DROP TRIGGER cases_casemessage_stays ON cases_casemessage;
DROP TRIGGER cases_caseperson_sides ON cases_caseperson;
DROP TRIGGER cases_casefile_sides ON cases_casefile;
DROP FUNCTION cases_sides_apart();
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial")]

    operations = [
        migrations.RunSQL(HISTORY_STAYS, HISTORY_MAY_CHANGE),
        migrations.RunSQL(SIDES_APART, SIDES_MAY_MEET),
    ]
