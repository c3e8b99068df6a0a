"""What somebody asked stays as she wrote it: it can only be forgotten. Whose it is changes through a claim alone."""

from django.db import migrations

REFUSE = """
CREATE FUNCTION questions_words_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.id, NEW.kind, NEW.subject_id, NEW.case_id, NEW.submission_key, NEW.created_at) IS DISTINCT FROM
       (OLD.id, OLD.kind, OLD.subject_id, OLD.case_id, OLD.submission_key, OLD.created_at)
       OR (NEW.text <> OLD.text AND NEW.forgotten_at IS NULL)
       OR (OLD.forgotten_at IS NOT NULL AND NEW.forgotten_at IS NULL) THEN
        RAISE EXCEPTION 'a question stays as it was asked' USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.asker_id <> OLD.asker_id AND EXISTS (SELECT FROM users_user WHERE id = OLD.asker_id AND email IS NOT NULL) THEN
        RAISE EXCEPTION 'a question of somebody with an account stays hers' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION questions_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a question is never deleted' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER questions_words_stay BEFORE UPDATE ON questions_question
    FOR EACH ROW EXECUTE FUNCTION questions_words_stay();
CREATE TRIGGER questions_kept BEFORE DELETE ON questions_question
    FOR EACH ROW EXECUTE FUNCTION questions_kept();
CREATE TRIGGER questions_no_truncate BEFORE TRUNCATE ON questions_question
    FOR EACH STATEMENT EXECUTE FUNCTION questions_kept();
"""
ALLOW = """
DROP TRIGGER questions_no_truncate ON questions_question;
DROP TRIGGER questions_kept ON questions_question;
DROP TRIGGER questions_words_stay ON questions_question;
DROP FUNCTION questions_kept();
DROP FUNCTION questions_words_stay();
"""


class Migration(migrations.Migration):
    dependencies = [("questions", "0001_initial")]

    operations = [migrations.RunSQL(REFUSE, ALLOW)]
