"""Let the database itself refuse to change or delete an entry of the log."""

from django.db import migrations

REFUSE = """
CREATE FUNCTION activity_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the log is append-only: % on % refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER activity_entry_append_only BEFORE UPDATE OR DELETE ON activity_entry
    FOR EACH ROW EXECUTE FUNCTION activity_refuse_change();
CREATE TRIGGER activity_entry_no_truncate BEFORE TRUNCATE ON activity_entry
    FOR EACH STATEMENT EXECUTE FUNCTION activity_refuse_change();
"""
ALLOW = """
DROP TRIGGER activity_entry_no_truncate ON activity_entry;
DROP TRIGGER activity_entry_append_only ON activity_entry;
DROP FUNCTION activity_refuse_change();
"""


class Migration(migrations.Migration):
    dependencies = [("activity", "0001_initial")]

    operations = [migrations.RunSQL(REFUSE, ALLOW)]
