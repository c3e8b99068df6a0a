"""What is public gets its first version, and the text of a version is never changed but for a place that is a home."""

from django.db import migrations

# What stands there now is all that is known: it stands there since the text was last changed.
FIRST = """
INSERT INTO initiatives_version (initiative_id, number, author_id, made_at, title, summary, own_share, needs,
  place_kind, place_text, wijk_id, theme_id, organisation, changed)
SELECT i.id, 1, i.owner_id, COALESCE((
    SELECT max(e.created_at) FROM activity_entry e
    WHERE e.subject_id = i.subject_id AND e.verb = 'initiative_revised'
  ), i.published_at), i.title, i.summary, i.own_share, i.needs, i.place_kind, i.place_text, i.wijk_id, i.theme_id, '', '{}'
FROM initiatives_initiative i WHERE i.published_at IS NOT NULL AND i.withdrawn_at IS NULL;
UPDATE initiatives_initiative SET version_count = 1 WHERE published_at IS NOT NULL AND withdrawn_at IS NULL;
"""
GONE = """
UPDATE initiatives_initiative SET version_count = 0;
DELETE FROM initiatives_version;
"""
REFUSE = """
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
ALLOW = """
DROP TRIGGER initiatives_version_stays ON initiatives_version;
DROP FUNCTION initiatives_version_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0007_rights_versions_pauses")]

    operations = [migrations.RunSQL(FIRST, GONE), migrations.RunSQL(REFUSE, ALLOW)]
