"""What a wijk published of its way of working never changes, and always has a stage for whatever runs in it."""

from django.db import migrations

WAY_STAYS = """
CREATE FUNCTION wijken_way_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP IN ('UPDATE', 'DELETE') THEN
        IF OLD.state = 'draft' THEN
            RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
        END IF;
    END IF;
    RAISE EXCEPTION 'a published way of working is never changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER wijken_werkwijze_stays BEFORE UPDATE OR DELETE ON wijken_werkwijze
    FOR EACH ROW EXECUTE FUNCTION wijken_way_stays();

CREATE FUNCTION wijken_way_is_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT count(DISTINCT common) <> 3 OR count(*) > 8 FROM wijken_wijkstage WHERE werkwijze_id = NEW.id)
       OR (SELECT count(*) <> 2 FROM wijken_decisionrule WHERE werkwijze_id = NEW.id) THEN
        RAISE EXCEPTION 'a way of working has stages for each common one, at most eight, and its rules'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER wijken_werkwijze_whole BEFORE INSERT OR UPDATE OF state ON wijken_werkwijze
    FOR EACH ROW WHEN (NEW.state = 'published') EXECUTE FUNCTION wijken_way_is_whole();

CREATE FUNCTION wijken_part_of_way_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    ways bigint[] := CASE TG_OP
        WHEN 'INSERT' THEN ARRAY[NEW.werkwijze_id]
        WHEN 'DELETE' THEN ARRAY[OLD.werkwijze_id]
        ELSE ARRAY[OLD.werkwijze_id, NEW.werkwijze_id]
    END;
BEGIN
    -- Who publishes at the same moment holds the row: this waits, and then sees that it was published.
    PERFORM 1 FROM wijken_werkwijze WHERE id = ANY(ways) FOR SHARE;
    IF EXISTS (SELECT 1 FROM wijken_werkwijze WHERE id = ANY(ways) AND state = 'published') THEN
        RAISE EXCEPTION 'a published way of working is never changed' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE FUNCTION wijken_way_never_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'this history is only ever added to' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER wijken_wijkstage_stays BEFORE INSERT OR UPDATE OR DELETE ON wijken_wijkstage
    FOR EACH ROW EXECUTE FUNCTION wijken_part_of_way_stays();
CREATE TRIGGER wijken_wijkquestion_stays BEFORE INSERT OR UPDATE OR DELETE ON wijken_wijkquestion
    FOR EACH ROW EXECUTE FUNCTION wijken_part_of_way_stays();
CREATE TRIGGER wijken_decisionrule_stays BEFORE INSERT OR UPDATE OR DELETE ON wijken_decisionrule
    FOR EACH ROW EXECUTE FUNCTION wijken_part_of_way_stays();
CREATE TRIGGER wijken_werkwijze_no_truncate BEFORE TRUNCATE ON wijken_werkwijze
    FOR EACH STATEMENT EXECUTE FUNCTION wijken_way_never_emptied();
CREATE TRIGGER wijken_wijkstage_no_truncate BEFORE TRUNCATE ON wijken_wijkstage
    FOR EACH STATEMENT EXECUTE FUNCTION wijken_way_never_emptied();
CREATE TRIGGER wijken_wijkquestion_no_truncate BEFORE TRUNCATE ON wijken_wijkquestion
    FOR EACH STATEMENT EXECUTE FUNCTION wijken_way_never_emptied();
CREATE TRIGGER wijken_decisionrule_no_truncate BEFORE TRUNCATE ON wijken_decisionrule
    FOR EACH STATEMENT EXECUTE FUNCTION wijken_way_never_emptied();
"""
WAY_MAY_CHANGE = """
DROP TRIGGER wijken_decisionrule_no_truncate ON wijken_decisionrule;
DROP TRIGGER wijken_wijkquestion_no_truncate ON wijken_wijkquestion;
DROP TRIGGER wijken_wijkstage_no_truncate ON wijken_wijkstage;
DROP TRIGGER wijken_werkwijze_no_truncate ON wijken_werkwijze;
DROP TRIGGER wijken_decisionrule_stays ON wijken_decisionrule;
DROP TRIGGER wijken_wijkquestion_stays ON wijken_wijkquestion;
DROP TRIGGER wijken_wijkstage_stays ON wijken_wijkstage;
DROP TRIGGER wijken_werkwijze_whole ON wijken_werkwijze;
DROP TRIGGER wijken_werkwijze_stays ON wijken_werkwijze;
DROP FUNCTION wijken_way_never_emptied();
DROP FUNCTION wijken_part_of_way_stays();
DROP FUNCTION wijken_way_is_whole();
DROP FUNCTION wijken_way_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("wijken", "0003_ways")]

    operations = [migrations.RunSQL(WAY_STAYS, WAY_MAY_CHANGE)]
