"""A mandate stays as it was given: only its end is added, so that one can always read who might speak for whom."""

from django.db import migrations

REFUSE = """
CREATE FUNCTION partners_mandate_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND
       (NEW.id, NEW.user_id, NEW.organisation_id, NEW.starts_on, NEW.may_sign, NEW.may_promise, NEW.given_at)
       = (OLD.id, OLD.user_id, OLD.organisation_id, OLD.starts_on, OLD.may_sign, OLD.may_promise, OLD.given_at)
       AND NEW.given_by_id IS NOT DISTINCT FROM OLD.given_by_id THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a mandate stays as it was given' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER partners_mandate_stays BEFORE UPDATE OR DELETE ON partners_mandate
    FOR EACH ROW EXECUTE FUNCTION partners_mandate_stays();
CREATE TRIGGER partners_mandate_no_truncate BEFORE TRUNCATE ON partners_mandate
    FOR EACH STATEMENT EXECUTE FUNCTION partners_mandate_stays();
"""
ALLOW = """
DROP TRIGGER partners_mandate_no_truncate ON partners_mandate;
DROP TRIGGER partners_mandate_stays ON partners_mandate;
DROP FUNCTION partners_mandate_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("partners", "0001_initial")]

    operations = [migrations.RunSQL(REFUSE, ALLOW)]
