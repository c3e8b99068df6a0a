"""What was given, voted and answered stays: votes are frozen when they are counted, and texts and answers only added."""

from django.db import migrations

GUARD = """
CREATE FUNCTION advice_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'this history is only ever added to' USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION advice_given_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.id, NEW.wijk_id, NEW.subject_id, NEW.about_id, NEW.asker, NEW.submission_key) IS DISTINCT FROM
       (OLD.id, OLD.wijk_id, OLD.subject_id, OLD.about_id, OLD.asker, OLD.submission_key)
       OR (OLD.rule_id IS NOT NULL AND NEW.rule_id IS DISTINCT FROM OLD.rule_id)
       OR (OLD.withdrawn_at IS NOT NULL AND NEW.state <> OLD.state)
       OR (OLD.given_at IS NOT NULL AND (NEW.title, NEW.stance, NEW.text, NEW.version_count, NEW.given_at, NEW.reply_by)
           IS DISTINCT FROM (OLD.title, OLD.stance, OLD.text, OLD.version_count, OLD.given_at, OLD.reply_by)) THEN
        RAISE EXCEPTION 'an advice that was given stays as it is' USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.given_at IS NOT NULL AND OLD.given_at IS NULL AND NOT EXISTS (
        SELECT FROM advice_round
        WHERE advice_id = NEW.id AND outcome = 'positive' AND version = NEW.version_count AND closed_at IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'an advice is given by a vote on its text' USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.outcome <> '' AND NEW.outcome IS DISTINCT FROM (
        SELECT outcome FROM advice_reply WHERE advice_id = NEW.id ORDER BY number DESC LIMIT 1
    ) THEN
        RAISE EXCEPTION 'what is done with an advice is what the last answer says' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER advice_given_stays BEFORE UPDATE ON advice_advice
    FOR EACH ROW EXECUTE FUNCTION advice_given_stays();
CREATE TRIGGER advice_kept BEFORE DELETE ON advice_advice FOR EACH ROW EXECUTE FUNCTION advice_kept();
CREATE TRIGGER advice_no_truncate BEFORE TRUNCATE ON advice_advice FOR EACH STATEMENT EXECUTE FUNCTION advice_kept();

CREATE TRIGGER advice_version_kept BEFORE UPDATE OR DELETE ON advice_adviceversion
    FOR EACH ROW EXECUTE FUNCTION advice_kept();
CREATE TRIGGER advice_version_no_truncate BEFORE TRUNCATE ON advice_adviceversion
    FOR EACH STATEMENT EXECUTE FUNCTION advice_kept();
CREATE TRIGGER advice_reply_kept BEFORE UPDATE OR DELETE ON advice_reply
    FOR EACH ROW EXECUTE FUNCTION advice_kept();
CREATE TRIGGER advice_reply_no_truncate BEFORE TRUNCATE ON advice_reply
    FOR EACH STATEMENT EXECUTE FUNCTION advice_kept();

CREATE FUNCTION advice_round_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.closed_at IS NULL THEN
        IF (NEW.advice_id, NEW.number, NEW.version) IS NOT DISTINCT FROM (OLD.advice_id, OLD.number, OLD.version) THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'a vote that was counted stays as it is' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER advice_round_stays BEFORE UPDATE OR DELETE ON advice_round
    FOR EACH ROW EXECUTE FUNCTION advice_round_stays();
CREATE TRIGGER advice_round_no_truncate BEFORE TRUNCATE ON advice_round
    FOR EACH STATEMENT EXECUTE FUNCTION advice_kept();

CREATE FUNCTION advice_round_adds_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (
        SELECT (NEW.in_favour, NEW.against, NEW.blank, NEW.recused) IS DISTINCT FROM
               (count(*) FILTER (WHERE choice = 'in_favour'), count(*) FILTER (WHERE choice = 'against'),
                count(*) FILTER (WHERE choice = 'blank'), count(*) FILTER (WHERE choice = 'recused'))
        FROM advice_ballot WHERE round_id = NEW.id AND counts
    ) THEN
        RAISE EXCEPTION 'the numbers of a vote are what its votes add up to' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER advice_round_adds_up BEFORE UPDATE ON advice_round
    FOR EACH ROW WHEN (NEW.outcome <> '') EXECUTE FUNCTION advice_round_adds_up();

CREATE FUNCTION advice_ballot_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    vote bigint := CASE TG_OP WHEN 'DELETE' THEN OLD.round_id ELSE NEW.round_id END;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF (NEW.round_id, NEW.voter_id) IS DISTINCT FROM (OLD.round_id, OLD.voter_id) THEN
            RAISE EXCEPTION 'a vote stays of who gave it' USING ERRCODE = 'restrict_violation';
        END IF;
        -- Who leaves takes her name and her private words along; what she voted stays.
        IF (NEW.choice, NEW.view, NEW.counts, NEW.cast_at) IS NOT DISTINCT FROM
           (OLD.choice, OLD.view, OLD.counts, OLD.cast_at)
           AND NEW.forgotten_at IS NOT NULL AND NEW.reason = '' AND NOT NEW.shows_name THEN
            RETURN NEW;
        END IF;
    END IF;
    -- Who counts at the same moment holds the row: this waits, and then sees that it was counted.
    PERFORM 1 FROM advice_round WHERE id = vote FOR SHARE;
    IF EXISTS (SELECT 1 FROM advice_round WHERE id = vote AND closed_at IS NOT NULL) THEN
        RAISE EXCEPTION 'a vote that was counted stays as it is' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER advice_ballot_stays BEFORE INSERT OR UPDATE OR DELETE ON advice_ballot
    FOR EACH ROW EXECUTE FUNCTION advice_ballot_stays();
CREATE TRIGGER advice_ballot_no_truncate BEFORE TRUNCATE ON advice_ballot
    FOR EACH STATEMENT EXECUTE FUNCTION advice_kept();
"""
ALLOW = """
DROP TRIGGER advice_ballot_no_truncate ON advice_ballot;
DROP TRIGGER advice_ballot_stays ON advice_ballot;
DROP TRIGGER advice_round_adds_up ON advice_round;
DROP TRIGGER advice_round_no_truncate ON advice_round;
DROP TRIGGER advice_round_stays ON advice_round;
DROP TRIGGER advice_reply_no_truncate ON advice_reply;
DROP TRIGGER advice_reply_kept ON advice_reply;
DROP TRIGGER advice_version_no_truncate ON advice_adviceversion;
DROP TRIGGER advice_version_kept ON advice_adviceversion;
DROP TRIGGER advice_no_truncate ON advice_advice;
DROP TRIGGER advice_kept ON advice_advice;
DROP TRIGGER advice_given_stays ON advice_advice;
DROP FUNCTION advice_ballot_stays();
DROP FUNCTION advice_round_adds_up();
DROP FUNCTION advice_round_stays();
DROP FUNCTION advice_given_stays();
DROP FUNCTION advice_kept();
"""


class Migration(migrations.Migration):
    dependencies = [("advice", "0001_initial")]

    operations = [migrations.RunSQL(GUARD, ALLOW)]
