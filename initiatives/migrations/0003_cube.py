"""Counts of what is public, kept by the database itself when a transaction commits, whoever writes.

Each change says only which initiative to look at. At commit one transaction at a time looks (an advisory lock, so that no
two wait for each other's cells), reads how it stands, and moves it from the cell where it was counted to its new one.
Bulk loading turns the triggers off for its transaction (SET LOCAL portal.cube = 'off') and counts once: recount_cube.
"""

from django.db import migrations

# How public initiatives stand, as columns of a cell. The squares are those of CELLS_PER_DEGREE.
KEY = "wijk_id, theme_id, stage, is_quiet, is_open_for_help, cell_x, cell_y"
# What rests is like what is silent for long: the list calls neither running.
STATE = """
    SELECT i.id, i.wijk_id, i.theme_id, i.stage,
           (i.quiet_since IS NOT NULL OR i.paused_at IS NOT NULL) AS is_quiet, i.is_open_for_help,
           floor(s.longitude * 250)::int AS cell_x, floor(s.latitude * 400)::int AS cell_y
    FROM initiatives_initiative i JOIN activity_subject s ON s.id = i.subject_id
    WHERE s.is_public AND i.withdrawn_at IS NULL AND i.stage <> 'concept'
"""
COLUMNS = "stage, wijk_id, theme_id, subject_id, quiet_since, withdrawn_at, is_open_for_help, paused_at"
ON = "current_setting('portal.cube', true) IS DISTINCT FROM 'off'"

FUNCTIONS = f"""
CREATE FUNCTION initiatives_cube_count(which bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  old_cell bigint;
  new_cell bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('initiatives.cube'));
  SELECT cell_id INTO old_cell FROM initiatives_cubemember WHERE initiative_id = which;
  INSERT INTO initiatives_cubecell AS c ({KEY}, count)
    SELECT {KEY}, 1 FROM ({STATE} AND i.id = which) AS state
    ON CONFLICT ({KEY}) DO UPDATE SET count = c.count + 1 RETURNING c.id INTO new_cell;
  UPDATE initiatives_cubecell SET count = count - 1 WHERE id = old_cell;
  DELETE FROM initiatives_cubecell WHERE id = old_cell AND count = 0;
  IF new_cell IS NULL THEN
    DELETE FROM initiatives_cubemember WHERE initiative_id = which;
  ELSE
    INSERT INTO initiatives_cubemember (initiative_id, cell_id) VALUES (which, new_cell)
      ON CONFLICT (initiative_id) DO UPDATE SET cell_id = new_cell;
  END IF;
END $$;
CREATE FUNCTION initiatives_recount_cube() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('initiatives.cube'));
  DELETE FROM initiatives_cubemember;
  DELETE FROM initiatives_cubecell;
  WITH state AS MATERIALIZED ({STATE}), cells AS (
    INSERT INTO initiatives_cubecell AS c ({KEY}, count)
      SELECT {KEY}, count(*) FROM state GROUP BY {KEY} RETURNING c.*
  )
  INSERT INTO initiatives_cubemember (initiative_id, cell_id)
    SELECT state.id, cells.id FROM state JOIN cells USING (stage, is_quiet, is_open_for_help)
    WHERE (coalesce(state.wijk_id, 0), coalesce(state.theme_id, 0), coalesce(state.cell_x, 0), coalesce(state.cell_y, 0))
        = (coalesce(cells.wijk_id, 0), coalesce(cells.theme_id, 0), coalesce(cells.cell_x, 0), coalesce(cells.cell_y, 0));
END $$;
"""  # noqa: S608 - from the constants above
TRIGGERS = f"""
CREATE FUNCTION initiatives_cube_of_initiative() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM initiatives_cube_count(CASE TG_OP WHEN 'DELETE' THEN OLD.id ELSE NEW.id END);
  RETURN NULL;
END $$;
CREATE FUNCTION initiatives_cube_of_subject() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM initiatives_cube_count(i.id) FROM initiatives_initiative i WHERE i.subject_id = NEW.id;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER initiatives_cube_insert AFTER INSERT ON initiatives_initiative
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.stage <> 'concept' AND {ON})
  EXECUTE FUNCTION initiatives_cube_of_initiative();
CREATE CONSTRAINT TRIGGER initiatives_cube_update AFTER UPDATE ON initiatives_initiative
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (
    ({", ".join(f"OLD.{name.strip()}" for name in COLUMNS.split(","))})
    IS DISTINCT FROM ({", ".join(f"NEW.{name.strip()}" for name in COLUMNS.split(","))})
    AND (OLD.stage <> 'concept' OR NEW.stage <> 'concept') AND {ON}
  ) EXECUTE FUNCTION initiatives_cube_of_initiative();
CREATE CONSTRAINT TRIGGER initiatives_cube_delete AFTER DELETE ON initiatives_initiative
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.stage <> 'concept' AND {ON})
  EXECUTE FUNCTION initiatives_cube_of_initiative();
CREATE CONSTRAINT TRIGGER initiatives_cube_subject AFTER UPDATE ON activity_subject
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (
    (OLD.is_public, OLD.longitude, OLD.latitude) IS DISTINCT FROM (NEW.is_public, NEW.longitude, NEW.latitude) AND {ON}
  ) EXECUTE FUNCTION initiatives_cube_of_subject();
"""
UNDO = """
DROP TRIGGER initiatives_cube_subject ON activity_subject;
DROP TRIGGER initiatives_cube_delete ON initiatives_initiative;
DROP TRIGGER initiatives_cube_update ON initiatives_initiative;
DROP TRIGGER initiatives_cube_insert ON initiatives_initiative;
DROP FUNCTION initiatives_cube_of_subject();
DROP FUNCTION initiatives_cube_of_initiative();
DROP FUNCTION initiatives_recount_cube();
DROP FUNCTION initiatives_cube_count(bigint);
"""
# The cube without its squares.
SUM_KEY = "wijk_id, theme_id, stage, is_quiet, is_open_for_help, has_point"
SUMS = f"""
CREATE FUNCTION initiatives_cube_sum() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  c initiatives_cubecell := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  delta int := CASE TG_OP WHEN 'INSERT' THEN NEW.count WHEN 'DELETE' THEN -OLD.count ELSE NEW.count - OLD.count END;
BEGIN
  -- A row that would begin below zero is refused before it can meet the row that is there.
  INSERT INTO initiatives_cubesum AS s ({SUM_KEY}, count)
    VALUES (c.wijk_id, c.theme_id, c.stage, c.is_quiet, c.is_open_for_help, c.cell_x IS NOT NULL, greatest(delta, 0))
    ON CONFLICT ({SUM_KEY}) DO UPDATE SET count = s.count + delta;
  RETURN NULL;
END $$;
CREATE TRIGGER initiatives_cube_sum AFTER INSERT OR UPDATE OF count OR DELETE ON initiatives_cubecell
  FOR EACH ROW EXECUTE FUNCTION initiatives_cube_sum();
"""  # noqa: S608 - from the constant above
NO_SUMS = """
DROP TRIGGER initiatives_cube_sum ON initiatives_cubecell;
DROP FUNCTION initiatives_cube_sum();
"""
# Whether a subject says what somebody looks for: as the list finds it, here for one subject and many searches.
SAYS = """
CREATE FUNCTION initiatives_says(which bigint, words text, parts text[]) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT s.search @@ websearch_to_tsquery('portal', words) OR (cardinality(parts) > 0 AND NOT EXISTS (
    SELECT 1 FROM unnest(parts) AS part
    WHERE strpos(portal_fold(s.title), part) = 0 AND NOT s.search @@ plainto_tsquery('portal', part)
  )) FROM activity_subject s WHERE s.id = which
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0002_guards"), ("activity", "0002_guards")]

    operations = [
        migrations.RunSQL(FUNCTIONS + TRIGGERS, UNDO),
        migrations.RunSQL(SUMS, NO_SUMS),
        migrations.RunSQL(SAYS, "DROP FUNCTION initiatives_says(bigint, text, text[]);"),
    ]
