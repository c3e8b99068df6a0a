"""What the database itself keeps: the log as it was written, the words of titles, and the version of the site."""

from django.db import migrations

# An entry of the log is never changed or deleted.
LOG_STAYS = """
CREATE FUNCTION activity_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the log is append-only: % on % refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER activity_entry_append_only BEFORE UPDATE OR DELETE ON activity_entry
    FOR EACH ROW EXECUTE FUNCTION activity_refuse_change();
CREATE TRIGGER activity_entry_no_truncate BEFORE TRUNCATE ON activity_entry
    FOR EACH STATEMENT EXECUTE FUNCTION activity_refuse_change();
"""
LOG_MAY_CHANGE = """
DROP TRIGGER activity_entry_no_truncate ON activity_entry;
DROP TRIGGER activity_entry_append_only ON activity_entry;
DROP FUNCTION activity_refuse_change();
"""
# A receipt stays as it was written: only its mailing, and whose it is after a claim, may change.
RECEIPT_STAYS = """
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
RECEIPT_MAY_CHANGE = """
DROP TRIGGER activity_receipt_no_truncate ON activity_receipt;
DROP TRIGGER activity_receipt_kept ON activity_receipt;
DROP TRIGGER activity_receipt_stays ON activity_receipt;
DROP FUNCTION activity_receipt_stays();
"""
# The words of what goes public or gets another title, at the end of the transaction. What no title says any more goes
# at night (renew_title_words); until then nobody suggests it. Bulk loading: SET LOCAL portal.words = 'off'.
WORDS = """
CREATE FUNCTION activity_words_of(title text) RETURNS SETOF text LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT DISTINCT left(word, 60) FROM regexp_split_to_table(portal_fold(title), '[^[:alnum:]]+') AS word
  WHERE length(word) >= 4 ORDER BY 1
$$;
CREATE FUNCTION activity_keep_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO activity_titleword (word) SELECT activity_words_of(NEW.title) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER activity_words_insert AFTER INSERT ON activity_subject
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.is_public AND current_setting('portal.words', true) IS DISTINCT FROM 'off')
  EXECUTE FUNCTION activity_keep_words();
CREATE CONSTRAINT TRIGGER activity_words_update AFTER UPDATE ON activity_subject
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.is_public AND (OLD.title, OLD.is_public) IS DISTINCT FROM (NEW.title, NEW.is_public)
        AND current_setting('portal.words', true) IS DISTINCT FROM 'off')
  EXECUTE FUNCTION activity_keep_words();
CREATE FUNCTION activity_renew_words() RETURNS void LANGUAGE sql AS $$
  WITH used AS MATERIALIZED (
    SELECT DISTINCT word FROM activity_subject s, activity_words_of(s.title) AS word WHERE s.is_public
  ), gone AS (
    DELETE FROM activity_titleword w WHERE NOT EXISTS (SELECT 1 FROM used WHERE used.word = w.word)
  )
  INSERT INTO activity_titleword (word) SELECT word FROM used ORDER BY word ON CONFLICT DO NOTHING
$$;
SELECT activity_renew_words();
"""
FORGET_WORDS = """
DROP FUNCTION activity_renew_words();
DROP TRIGGER activity_words_update ON activity_subject;
DROP TRIGGER activity_words_insert ON activity_subject;
DROP FUNCTION activity_keep_words();
DROP FUNCTION activity_words_of(text);
"""
# The version of the site: a sum over the changes there were. A row is only ever added (decision 0011).
#
# Each statement that writes in a watched table adds a random number, and all numbers together (by exclusive or) are
# the version. Nobody waits for anybody, as in a counter that all write; it is another one for the writer at once and
# for others from her commit; and what was rolled back or put back from a backup never comes again.
SITE_VERSION = """
CREATE TABLE site_change (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number bigint NOT NULL,
    is_setting boolean NOT NULL
);
CREATE FUNCTION site_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    made bigint;
BEGIN
    INSERT INTO site_change (number, is_setting)
    VALUES (floor(random() * 9007199254740992), TG_ARGV[0]::boolean) RETURNING id INTO made;
    IF made % 64 = 0 THEN -- make one row of many, without waiting for who does so too
        WITH gone AS (
            DELETE FROM site_change WHERE id IN (SELECT id FROM site_change FOR UPDATE SKIP LOCKED)
            RETURNING number, is_setting
        )
        INSERT INTO site_change (number, is_setting) SELECT bit_xor(number), is_setting FROM gone GROUP BY is_setting;
    END IF;
    RETURN NULL;
END;
$$;
"""
NO_SITE_VERSION = """
DROP FUNCTION site_changed() CASCADE;
DROP TABLE site_change;
"""


class Migration(migrations.Migration):
    dependencies = [("activity", "0001_initial")]

    operations = [
        migrations.RunSQL(LOG_STAYS, LOG_MAY_CHANGE),
        migrations.RunSQL(RECEIPT_STAYS, RECEIPT_MAY_CHANGE),
        migrations.RunSQL(WORDS, FORGET_WORDS),
        migrations.RunSQL(SITE_VERSION, NO_SITE_VERSION),
    ]
