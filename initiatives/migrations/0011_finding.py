"""How far an initiative reaches, orders of the list, and "open for help" counted in the cube."""

from importlib import import_module

from django.conf import settings
from django.db import migrations, models

cube = import_module("initiatives.migrations.0006_cube")


def counting(state: str, columns: str) -> str:
    """The functions of the cube anew, and the trigger that says which columns matter."""
    functions = cube.FUNCTIONS.replace(cube.STATE, state).replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")
    names = [name.strip() for name in columns.split(",")]
    old, new = (", ".join(f"{row}.{name}" for name in names) for row in ("OLD", "NEW"))
    return f"""{functions}
    DROP TRIGGER initiatives_cube_update ON initiatives_initiative;
    CREATE CONSTRAINT TRIGGER initiatives_cube_update AFTER UPDATE ON initiatives_initiative
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (
        ({old}) IS DISTINCT FROM ({new}) AND (OLD.stage <> 'concept' OR NEW.stage <> 'concept') AND {cube.ON}
      ) EXECUTE FUNCTION initiatives_cube_of_initiative();
    """


OPEN_FOR_HELP = counting(
    cube.STATE.replace("false AS is_open_for_help", "i.is_open_for_help"), f"{cube.COLUMNS}, is_open_for_help"
)
WITHOUT = counting(cube.STATE, cube.COLUMNS)


class Migration(migrations.Migration):

    dependencies = [
        ('activity', '0007_search'),
        ('cases', '0007_co_owners'),
        ('initiatives', '0010_needs'),
        ('places', '0003_house_style'),
        ('questions', '0002_words_stay'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='initiative',
            name='scale',
            field=models.CharField(blank=True, choices=[('street', 'Straat'), ('buurt', 'Buurt'), ('wijk', 'Wijk'), ('town', 'Heel Capelle')], max_length=10, verbose_name='hoe groot het is'),
        ),
        migrations.AddIndex(
            model_name='initiative',
            index=models.Index(condition=models.Q(('stage', 'concept'), _negated=True), fields=['-support_count', '-published_at', '-id'], name='initiative_most_support'),
        ),
        migrations.AddIndex(
            model_name='initiative',
            index=models.Index(condition=models.Q(('stage', 'concept'), _negated=True), fields=['-heard_at', '-id'], name='initiative_last_news'),
        ),
        migrations.AddConstraint(
            model_name='initiative',
            constraint=models.CheckConstraint(condition=models.Q(('scale', ''), ('scale__in', ['street', 'buurt', 'wijk', 'town']), _connector='OR'), name='initiative_scale_known'),
        ),
        migrations.RunSQL(OPEN_FOR_HELP, WITHOUT),
        migrations.RunSQL("SELECT initiatives_recount_cube()", migrations.RunSQL.noop),
    ]
