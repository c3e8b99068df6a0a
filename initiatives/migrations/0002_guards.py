"""The pen under raw SQL: no plan on paper goes online without its owner's yes, and no contact person is a helper.

What an owner said stays as it was given: of a yes only the letter, its end, and the photo going away are added."""

from django.db import migrations

PEN_STAYS = """
CREATE FUNCTION initiatives_text_digest(i initiatives_initiative) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(array_to_string(ARRAY[
    i.title, i.summary, i.own_share, i.needs, i.place_kind, i.place_text, coalesce(i.wijk_id::text, '')
  ], chr(31)), 'UTF8')), 'hex')
$$;
CREATE FUNCTION initiatives_needs_a_yes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.stage <> 'concept' THEN
    RETURN NEW;
  END IF;
  IF NEW.stage <> 'concept'
     AND EXISTS (SELECT 1 FROM users_user u WHERE u.id = NEW.owner_id AND u.email IS NULL)
     AND NOT EXISTS (
       SELECT 1 FROM initiatives_consent c
       WHERE c.initiative_id = NEW.id AND c.voided_at IS NULL AND c.text_digest = initiatives_text_digest(NEW)
         AND (c.way = 'card' OR (c.way = 'call' AND c.letter_sent_on IS NOT NULL))
     ) THEN
    RAISE EXCEPTION 'its owner said no yes to this text' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER initiatives_initiative_yes BEFORE INSERT OR UPDATE OF stage ON initiatives_initiative
  FOR EACH ROW EXECUTE FUNCTION initiatives_needs_a_yes();

CREATE FUNCTION initiatives_consent_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.initiative_id, NEW.way, NEW.given_on, NEW.text_digest, NEW.created_at)
     IS DISTINCT FROM
     (OLD.id, OLD.initiative_id, OLD.way, OLD.given_on, OLD.text_digest, OLD.created_at)
     OR NEW.witnessed_by_id IS DISTINCT FROM OLD.witnessed_by_id
     OR (OLD.letter_sent_on IS NOT NULL AND NEW.letter_sent_on IS DISTINCT FROM OLD.letter_sent_on)
     OR (OLD.voided_at IS NOT NULL AND NEW.voided_at IS DISTINCT FROM OLD.voided_at)
     OR (NEW.card_photo <> OLD.card_photo AND NEW.card_photo <> '') THEN
    RAISE EXCEPTION 'a yes stays as it was given' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION initiatives_consent_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM initiatives_initiative i WHERE i.id = OLD.initiative_id AND i.stage <> 'concept') THEN
    RAISE EXCEPTION 'the yes to what is public stays' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE FUNCTION initiatives_history_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'this history is only ever added to' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER initiatives_consent_stays BEFORE UPDATE ON initiatives_consent
  FOR EACH ROW EXECUTE FUNCTION initiatives_consent_stays();
CREATE TRIGGER initiatives_consent_kept BEFORE DELETE ON initiatives_consent
  FOR EACH ROW EXECUTE FUNCTION initiatives_consent_kept();
CREATE TRIGGER initiatives_consent_no_truncate BEFORE TRUNCATE ON initiatives_consent
  FOR EACH STATEMENT EXECUTE FUNCTION initiatives_history_stays();
CREATE TRIGGER initiatives_quietquestion_stays BEFORE UPDATE OR DELETE ON initiatives_quietquestion
  FOR EACH ROW EXECUTE FUNCTION initiatives_history_stays();
CREATE TRIGGER initiatives_quietquestion_no_truncate BEFORE TRUNCATE ON initiatives_quietquestion
  FOR EACH STATEMENT EXECUTE FUNCTION initiatives_history_stays();

CREATE FUNCTION initiatives_helper_is_no_contact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Who claims the case at the same moment holds its row: this waits, and then sees the new contact person.
  PERFORM 1 FROM cases_casefile c JOIN initiatives_initiative i ON i.case_id = c.id
    WHERE i.id = NEW.initiative_id FOR NO KEY UPDATE OF c;
  IF NEW.ended_at IS NULL AND EXISTS (
    SELECT 1 FROM cases_casefile c JOIN initiatives_initiative i ON i.case_id = c.id
    WHERE i.id = NEW.initiative_id AND c.contact_id = NEW.user_id
  ) THEN
    RAISE EXCEPTION 'the contact person of a case never helps its owner' USING ERRCODE = 'exclusion_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER initiatives_helper_no_contact BEFORE INSERT OR UPDATE ON initiatives_helper
  FOR EACH ROW EXECUTE FUNCTION initiatives_helper_is_no_contact();
CREATE FUNCTION initiatives_contact_is_no_helper() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM initiatives_helper h JOIN initiatives_initiative i ON i.id = h.initiative_id
    WHERE i.case_id = NEW.id AND h.user_id = NEW.contact_id AND h.ended_at IS NULL
  ) THEN
    RAISE EXCEPTION 'who helps an owner never is her contact person' USING ERRCODE = 'exclusion_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER initiatives_contact_no_helper BEFORE INSERT OR UPDATE OF contact_id ON cases_casefile
  FOR EACH ROW WHEN (NEW.contact_id IS NOT NULL) EXECUTE FUNCTION initiatives_contact_is_no_helper();
CREATE FUNCTION initiatives_case_of_helper() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM initiatives_helper h JOIN cases_casefile c ON c.id = NEW.case_id
    WHERE h.initiative_id = NEW.id AND h.user_id = c.contact_id AND h.ended_at IS NULL
  ) THEN
    RAISE EXCEPTION 'who helps an owner never is her contact person' USING ERRCODE = 'exclusion_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER initiatives_initiative_case BEFORE INSERT OR UPDATE OF case_id ON initiatives_initiative
  FOR EACH ROW WHEN (NEW.case_id IS NOT NULL) EXECUTE FUNCTION initiatives_case_of_helper();
"""
PEN_MAY_GO = """
DROP TRIGGER initiatives_initiative_case ON initiatives_initiative;
DROP TRIGGER initiatives_contact_no_helper ON cases_casefile;
DROP TRIGGER initiatives_helper_no_contact ON initiatives_helper;
DROP TRIGGER initiatives_quietquestion_no_truncate ON initiatives_quietquestion;
DROP TRIGGER initiatives_quietquestion_stays ON initiatives_quietquestion;
DROP TRIGGER initiatives_consent_no_truncate ON initiatives_consent;
DROP TRIGGER initiatives_consent_kept ON initiatives_consent;
DROP TRIGGER initiatives_consent_stays ON initiatives_consent;
DROP TRIGGER initiatives_initiative_yes ON initiatives_initiative;
DROP FUNCTION initiatives_case_of_helper();
DROP FUNCTION initiatives_contact_is_no_helper();
DROP FUNCTION initiatives_helper_is_no_contact();
DROP FUNCTION initiatives_history_stays();
DROP FUNCTION initiatives_consent_kept();
DROP FUNCTION initiatives_consent_stays();
DROP FUNCTION initiatives_needs_a_yes();
DROP FUNCTION initiatives_text_digest(initiatives_initiative);
"""
# The text of a version is never changed, but for a place that is a home.
VERSION_STAYS = """
CREATE FUNCTION initiatives_version_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.initiative_id, NEW.number, NEW.made_at, NEW.title, NEW.summary, NEW.own_share, NEW.needs,
      NEW.place_kind, NEW.organisation, NEW.changed)
     IS DISTINCT FROM
     (OLD.id, OLD.initiative_id, OLD.number, OLD.made_at, OLD.title, OLD.summary, OLD.own_share, OLD.needs,
      OLD.place_kind, OLD.organisation, OLD.changed)
     OR NEW.wijk_id IS DISTINCT FROM OLD.wijk_id OR NEW.theme_id IS DISTINCT FROM OLD.theme_id
     OR NEW.place_text NOT IN (OLD.place_text, '') THEN
    RAISE EXCEPTION 'a version stays as it was written' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER initiatives_version_stays BEFORE UPDATE ON initiatives_version
  FOR EACH ROW EXECUTE FUNCTION initiatives_version_stays();
"""
VERSION_MAY_CHANGE = """
DROP TRIGGER initiatives_version_stays ON initiatives_version;
DROP FUNCTION initiatives_version_stays();
"""
# Of ready plans and tips what has begun never changes, and what is planned may go; with its steps.
PLAN_STAYS = """
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
PLAN_MAY_CHANGE = """
DROP TRIGGER initiatives_card_no_truncate ON initiatives_nextstepcard;
DROP TRIGGER initiatives_card_stays ON initiatives_nextstepcard;
DROP TRIGGER initiatives_blueprint_step_no_truncate ON initiatives_blueprintstep;
DROP TRIGGER initiatives_blueprint_step_stays ON initiatives_blueprintstep;
DROP TRIGGER initiatives_blueprint_no_truncate ON initiatives_blueprint;
DROP TRIGGER initiatives_blueprint_stays ON initiatives_blueprint;
DROP FUNCTION initiatives_blueprint_step_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0001_initial"), ("cases", "0002_guards"), ("portal", "0002_guards")]

    operations = [
        migrations.RunSQL(PEN_STAYS, PEN_MAY_GO),
        migrations.RunSQL(VERSION_STAYS, VERSION_MAY_CHANGE),
        migrations.RunSQL(PLAN_STAYS, PLAN_MAY_CHANGE),
    ]
