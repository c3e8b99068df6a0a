"""What is under way in a wijk with a way of its own always stands at a stage of it: wider keys than Django writes.

The stage is one of the version that the initiative goes by and belongs to the common stage where its owner put it; the
version is one of its own wijk. What goes by the common way has none of these, and is not looked at (MATCH SIMPLE).
"""

from django.db import migrations

KEYS = """
ALTER TABLE initiatives_initiative
  ADD CONSTRAINT initiative_stage_of_its_way FOREIGN KEY (wijk_stage_id, werkwijze_id, stage)
    REFERENCES wijken_wijkstage (id, werkwijze_id, common),
  ADD CONSTRAINT initiative_way_of_its_wijk FOREIGN KEY (werkwijze_id, wijk_id)
    REFERENCES wijken_werkwijze (id, wijk_id);
"""
NO_KEYS = """
ALTER TABLE initiatives_initiative
  DROP CONSTRAINT initiative_way_of_its_wijk,
  DROP CONSTRAINT initiative_stage_of_its_way;
"""


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0004_ways"), ("wijken", "0004_way_guards")]

    operations = [migrations.RunSQL(KEYS, NO_KEYS)]
