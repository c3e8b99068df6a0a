"""What was set, signed, promised and told stays as it was written: these tables are only ever added to."""

from django.db import migrations

OF_RECORD = (
    "agendaversion",
    "countersignature",
    "opgavetext",
    "progressnote",
    "promisereply",
    "promiseversion",
    "signature",
    "summary",
)
REFUSE = """
CREATE FUNCTION agenda_history_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'this history is only ever added to' USING ERRCODE = 'restrict_violation';
END $$;
""" + "".join(
    f"""
CREATE TRIGGER agenda_{table}_stays BEFORE UPDATE OR DELETE ON agenda_{table}
    FOR EACH ROW EXECUTE FUNCTION agenda_history_stays();
CREATE TRIGGER agenda_{table}_no_truncate BEFORE TRUNCATE ON agenda_{table}
    FOR EACH STATEMENT EXECUTE FUNCTION agenda_history_stays();
"""
    for table in OF_RECORD
)
ALLOW = (
    "".join(
        f"""
DROP TRIGGER agenda_{table}_stays ON agenda_{table};
DROP TRIGGER agenda_{table}_no_truncate ON agenda_{table};
"""
        for table in OF_RECORD
    )
    + "DROP FUNCTION agenda_history_stays();"
)


class Migration(migrations.Migration):
    dependencies = [("agenda", "0001_initial")]

    operations = [migrations.RunSQL(REFUSE, ALLOW)]
