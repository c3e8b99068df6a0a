"""A plan stays as it was laid, reactions stay as people wrote them, and nothing is decided without a treatment of each."""

from django.db import migrations

GUARD = """
CREATE FUNCTION advice_plan_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.subject_id, NEW.kind, NEW.title, NEW.text, NEW.fixed, NEW.undecided, NEW.decides, NEW.laid_at)
       IS DISTINCT FROM
       (OLD.subject_id, OLD.kind, OLD.title, OLD.text, OLD.fixed, OLD.undecided, OLD.decides, OLD.laid_at)
       OR (OLD.ended_at IS NOT NULL AND (NEW.state, NEW.decision, NEW.cancel_reason, NEW.react_until, NEW.ended_at)
           IS DISTINCT FROM (OLD.state, OLD.decision, OLD.cancel_reason, OLD.react_until, OLD.ended_at)) THEN
        RAISE EXCEPTION 'a plan stays as it was laid and decided' USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.state = 'decided' AND OLD.state <> 'decided' AND (
        EXISTS (SELECT FROM advice_reaction WHERE voornemen_id = NEW.id AND outcome = '')
        OR EXISTS (SELECT FROM advice_advice WHERE about_id = NEW.subject_id AND state = 'given')
    ) THEN
        RAISE EXCEPTION 'a plan is decided when each reaction has its treatment and each advice its answer'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER advice_plan_stays BEFORE UPDATE ON advice_voornemen
    FOR EACH ROW EXECUTE FUNCTION advice_plan_stays();
CREATE TRIGGER advice_plan_kept BEFORE DELETE ON advice_voornemen FOR EACH ROW EXECUTE FUNCTION advice_kept();
CREATE TRIGGER advice_plan_no_truncate BEFORE TRUNCATE ON advice_voornemen
    FOR EACH STATEMENT EXECUTE FUNCTION advice_kept();

CREATE FUNCTION advice_reaction_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    plan bigint := CASE TG_OP WHEN 'DELETE' THEN OLD.voornemen_id ELSE NEW.voornemen_id END;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF (NEW.voornemen_id, NEW.text, NEW.created_at) IS DISTINCT FROM (OLD.voornemen_id, OLD.text, OLD.created_at) THEN
            RAISE EXCEPTION 'a reaction stays as it was written' USING ERRCODE = 'restrict_violation';
        END IF;
        IF NEW.outcome IS DISTINCT FROM OLD.outcome AND NEW.outcome IS DISTINCT FROM (
            SELECT outcome FROM advice_reactiontreatment WHERE reaction_id = NEW.id ORDER BY number DESC LIMIT 1
        ) THEN
            RAISE EXCEPTION 'what was done with a reaction is what its last treatment says'
                USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END IF;
    -- Who decides at the same moment holds the row: this waits, and then sees that it was decided.
    PERFORM 1 FROM advice_voornemen WHERE id = plan FOR SHARE;
    IF EXISTS (SELECT 1 FROM advice_voornemen WHERE id = plan AND state <> 'open')
       OR (TG_OP = 'DELETE' AND OLD.outcome <> '') THEN
        RAISE EXCEPTION 'reactions come and go only while people can react' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER advice_reaction_stays BEFORE INSERT OR UPDATE OR DELETE ON advice_reaction
    FOR EACH ROW EXECUTE FUNCTION advice_reaction_stays();
CREATE TRIGGER advice_reaction_no_truncate BEFORE TRUNCATE ON advice_reaction
    FOR EACH STATEMENT EXECUTE FUNCTION advice_kept();

CREATE FUNCTION advice_treatment_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT FROM advice_reaction JOIN advice_voornemen ON advice_voornemen.id = voornemen_id
        WHERE advice_reaction.id = NEW.reaction_id AND ended_at IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'what was published of a plan stays' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER advice_treatment_in_time BEFORE INSERT ON advice_reactiontreatment
    FOR EACH ROW EXECUTE FUNCTION advice_treatment_in_time();
CREATE TRIGGER advice_treatment_kept BEFORE UPDATE OR DELETE ON advice_reactiontreatment
    FOR EACH ROW EXECUTE FUNCTION advice_kept();
CREATE TRIGGER advice_treatment_no_truncate BEFORE TRUNCATE ON advice_reactiontreatment
    FOR EACH STATEMENT EXECUTE FUNCTION advice_kept();
"""
ALLOW = """
DROP TRIGGER advice_treatment_no_truncate ON advice_reactiontreatment;
DROP TRIGGER advice_treatment_kept ON advice_reactiontreatment;
DROP TRIGGER advice_treatment_in_time ON advice_reactiontreatment;
DROP TRIGGER advice_reaction_no_truncate ON advice_reaction;
DROP TRIGGER advice_reaction_stays ON advice_reaction;
DROP TRIGGER advice_plan_no_truncate ON advice_voornemen;
DROP TRIGGER advice_plan_kept ON advice_voornemen;
DROP TRIGGER advice_plan_stays ON advice_voornemen;
DROP FUNCTION advice_treatment_in_time();
DROP FUNCTION advice_reaction_stays();
DROP FUNCTION advice_plan_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("advice", "0003_voornemens")]

    operations = [migrations.RunSQL(GUARD, ALLOW)]
