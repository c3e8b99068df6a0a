"""Of ready plans and tips what has begun never changes, and what is planned may go; with its steps."""

from django.db import migrations

REFUSE = """
CREATE FUNCTION initiatives_blueprint_step_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF EXISTS (
            SELECT 1 FROM initiatives_blueprint
            WHERE id = OLD.blueprint_id AND starts_on > (now() AT TIME ZONE 'Europe/Amsterdam')::date
        ) THEN
            RETURN OLD;
        END IF;
    END IF;
    RAISE EXCEPTION 'a step of a ready plan is never changed, and taken away only before it begins'
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER initiatives_blueprint_stays BEFORE UPDATE OR DELETE ON initiatives_blueprint
    FOR EACH ROW EXECUTE FUNCTION portal_begun_stays();
CREATE TRIGGER initiatives_blueprint_no_truncate BEFORE TRUNCATE ON initiatives_blueprint
    FOR EACH STATEMENT EXECUTE FUNCTION portal_begun_stays();
CREATE TRIGGER initiatives_blueprint_step_stays BEFORE UPDATE OR DELETE ON initiatives_blueprintstep
    FOR EACH ROW EXECUTE FUNCTION initiatives_blueprint_step_stays();
CREATE TRIGGER initiatives_blueprint_step_no_truncate BEFORE TRUNCATE ON initiatives_blueprintstep
    FOR EACH STATEMENT EXECUTE FUNCTION initiatives_blueprint_step_stays();
CREATE TRIGGER initiatives_card_stays BEFORE UPDATE OR DELETE ON initiatives_nextstepcard
    FOR EACH ROW EXECUTE FUNCTION portal_begun_stays();
CREATE TRIGGER initiatives_card_no_truncate BEFORE TRUNCATE ON initiatives_nextstepcard
    FOR EACH STATEMENT EXECUTE FUNCTION portal_begun_stays();
"""
ALLOW = """
DROP TRIGGER initiatives_card_no_truncate ON initiatives_nextstepcard;
DROP TRIGGER initiatives_card_stays ON initiatives_nextstepcard;
DROP TRIGGER initiatives_blueprint_step_no_truncate ON initiatives_blueprintstep;
DROP TRIGGER initiatives_blueprint_step_stays ON initiatives_blueprintstep;
DROP TRIGGER initiatives_blueprint_no_truncate ON initiatives_blueprint;
DROP TRIGGER initiatives_blueprint_stays ON initiatives_blueprint;
DROP FUNCTION initiatives_blueprint_step_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0012_plans"), ("portal", "0003_rows_stay")]

    operations = [migrations.RunSQL(REFUSE, ALLOW)]
