"""What was reported, decided and told stays as it was written; only what came of it is added, once."""

from django.db import migrations

REFUSE = """
CREATE FUNCTION moderation_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the record of moderation stays: % on % refused', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION moderation_hiding_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.subject_id, NEW.part, NEW.ground_id, NEW.facts, NEW.by_id, NEW.entry_id, NEW.created_at)
     IS DISTINCT FROM
     (OLD.id, OLD.subject_id, OLD.part, OLD.ground_id, OLD.facts, OLD.by_id, OLD.entry_id, OLD.created_at)
     OR (OLD.answered_at IS NOT NULL AND (NEW.answer, NEW.answered_at, NEW.answered_by_id)
         IS DISTINCT FROM (OLD.answer, OLD.answered_at, OLD.answered_by_id))
     OR (OLD.kept_at IS NOT NULL AND (NEW.keep_reason, NEW.kept_at, NEW.kept_by_id)
         IS DISTINCT FROM (OLD.keep_reason, OLD.kept_at, OLD.kept_by_id))
     OR (OLD.lifted_at IS NOT NULL AND (NEW.lift_reason, NEW.lifted_at, NEW.lifted_by_id)
         IS DISTINCT FROM (OLD.lift_reason, OLD.lifted_at, OLD.lifted_by_id)) THEN
    RAISE EXCEPTION 'a decision to hide stays as it was written' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION moderation_report_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.subject_id, NEW.part, NEW.reason, NEW.text, NEW.receipt_id, NEW.submission_key, NEW.created_at)
     IS DISTINCT FROM
     (OLD.id, OLD.subject_id, OLD.part, OLD.reason, OLD.text, OLD.receipt_id, OLD.submission_key, OLD.created_at)
     OR (OLD.settled_at IS NOT NULL AND (NEW.outcome, NEW.answer, NEW.settled_at, NEW.settled_by_id)
         IS DISTINCT FROM (OLD.outcome, OLD.answer, OLD.settled_at, OLD.settled_by_id)) THEN
    RAISE EXCEPTION 'a report stays as it was written' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION moderation_worry_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.case_id, NEW.text, NEW.owner_sees_name, NEW.receipt_id, NEW.submission_key, NEW.created_at)
     IS DISTINCT FROM
     (OLD.id, OLD.case_id, OLD.text, OLD.owner_sees_name, OLD.receipt_id, OLD.submission_key, OLD.created_at)
     OR (OLD.answered_at IS NOT NULL AND (NEW.answer, NEW.answered_at, NEW.answered_by_id)
         IS DISTINCT FROM (OLD.answer, OLD.answered_at, OLD.answered_by_id)) THEN
    RAISE EXCEPTION 'a worry stays as it was written' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER moderation_hiding_stays BEFORE UPDATE ON moderation_hiding
  FOR EACH ROW EXECUTE FUNCTION moderation_hiding_stays();
CREATE TRIGGER moderation_hiding_kept BEFORE DELETE ON moderation_hiding
  FOR EACH ROW EXECUTE FUNCTION moderation_refuse_change();
CREATE TRIGGER moderation_hiding_no_truncate BEFORE TRUNCATE ON moderation_hiding
  FOR EACH STATEMENT EXECUTE FUNCTION moderation_refuse_change();
CREATE TRIGGER moderation_report_stays BEFORE UPDATE ON moderation_report
  FOR EACH ROW EXECUTE FUNCTION moderation_report_stays();
CREATE TRIGGER moderation_report_kept BEFORE DELETE ON moderation_report
  FOR EACH ROW EXECUTE FUNCTION moderation_refuse_change();
CREATE TRIGGER moderation_report_no_truncate BEFORE TRUNCATE ON moderation_report
  FOR EACH STATEMENT EXECUTE FUNCTION moderation_refuse_change();
CREATE TRIGGER moderation_worry_stays BEFORE UPDATE ON moderation_worry
  FOR EACH ROW EXECUTE FUNCTION moderation_worry_stays();
CREATE TRIGGER moderation_worry_kept BEFORE DELETE ON moderation_worry
  FOR EACH ROW EXECUTE FUNCTION moderation_refuse_change();
CREATE TRIGGER moderation_worry_no_truncate BEFORE TRUNCATE ON moderation_worry
  FOR EACH STATEMENT EXECUTE FUNCTION moderation_refuse_change();
"""
TABLES = ("worry", "report", "hiding")
ALLOW = "".join(
    f"DROP TRIGGER moderation_{table}_{rule} ON moderation_{table};\n"
    for table in TABLES
    for rule in ("no_truncate", "kept", "stays")
) + "".join(f"DROP FUNCTION moderation_{table}_stays();\n" for table in TABLES) + "DROP FUNCTION moderation_refuse_change();"


class Migration(migrations.Migration):
    dependencies = [("moderation", "0001_initial")]

    operations = [migrations.RunSQL(REFUSE, ALLOW)]
