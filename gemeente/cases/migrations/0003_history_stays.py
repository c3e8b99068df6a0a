"""The history of a case stays as it was written; of a contact only what the owner says of it may be added."""

from django.db import migrations

REFUSE = """
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
ALLOW = """
DROP TRIGGER cases_contactmoment_no_truncate ON cases_contactmoment;
DROP TRIGGER cases_casechange_no_truncate ON cases_casechange;
DROP TRIGGER cases_contactmoment_stays ON cases_contactmoment;
DROP TRIGGER cases_contactmoment_kept ON cases_contactmoment;
DROP TRIGGER cases_casechange_stays ON cases_casechange;
DROP FUNCTION cases_contact_stays();
DROP FUNCTION cases_history_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0002_contact")]

    operations = [migrations.RunSQL(REFUSE, ALLOW)]
