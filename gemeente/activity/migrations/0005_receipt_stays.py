"""A receipt stays as it was written: only its mailing, and whose it is after a claim, may change."""

from django.db import migrations

REFUSE = """
CREATE FUNCTION activity_receipt_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.id, NEW.kind, NEW.text, NEW.language, NEW.created_at) IS DISTINCT FROM
       (OLD.id, OLD.kind, OLD.text, OLD.language, OLD.created_at)
       OR NEW.subject_id IS DISTINCT FROM OLD.subject_id THEN
        RAISE EXCEPTION 'a receipt stays as it was written' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER activity_receipt_stays BEFORE UPDATE ON activity_receipt
    FOR EACH ROW EXECUTE FUNCTION activity_receipt_stays();
CREATE TRIGGER activity_receipt_kept BEFORE DELETE ON activity_receipt
    FOR EACH ROW EXECUTE FUNCTION activity_refuse_change();
CREATE TRIGGER activity_receipt_no_truncate BEFORE TRUNCATE ON activity_receipt
    FOR EACH STATEMENT EXECUTE FUNCTION activity_refuse_change();
"""
ALLOW = """
DROP TRIGGER activity_receipt_no_truncate ON activity_receipt;
DROP TRIGGER activity_receipt_kept ON activity_receipt;
DROP TRIGGER activity_receipt_stays ON activity_receipt;
DROP FUNCTION activity_receipt_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("activity", "0004_receipt")]

    operations = [migrations.RunSQL(REFUSE, ALLOW)]
