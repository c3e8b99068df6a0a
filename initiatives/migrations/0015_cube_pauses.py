"""What rests is not counted as running: to the cube it is like what is silent for long."""

from importlib import import_module

from django.db import migrations, models

cube = import_module("initiatives.migrations.0006_cube")
finding = import_module("initiatives.migrations.0011_finding")

# Who changes later what the cube counts begins from these two.
STATE = cube.STATE.replace("false AS is_open_for_help", "i.is_open_for_help").replace(
    "i.quiet_since IS NOT NULL AS is_quiet", "(i.quiet_since IS NOT NULL OR i.paused_at IS NOT NULL) AS is_quiet"
)
COLUMNS = f"{cube.COLUMNS}, is_open_for_help, paused_at"


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0014_talking")]

    operations = [
        migrations.RunSQL(finding.counting(STATE, COLUMNS), finding.OPEN_FOR_HELP),
        migrations.AlterField(
            model_name="cubecell",
            name="is_quiet",
            field=models.BooleanField(help_text="Silent for long, or paused: the list does not call it running"),
        ),
    ]
