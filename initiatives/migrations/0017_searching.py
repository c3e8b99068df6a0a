"""Saved searches, and the cube without its squares."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

KEY = "wijk_id, theme_id, stage, is_quiet, is_open_for_help, has_point"
SUMS = f"""
CREATE FUNCTION initiatives_cube_sum() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  c initiatives_cubecell := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  delta int := CASE TG_OP WHEN 'INSERT' THEN NEW.count WHEN 'DELETE' THEN -OLD.count ELSE NEW.count - OLD.count END;
BEGIN
  -- A row that would begin below zero is refused before it can meet the row that is there.
  INSERT INTO initiatives_cubesum AS s ({KEY}, count)
    VALUES (c.wijk_id, c.theme_id, c.stage, c.is_quiet, c.is_open_for_help, c.cell_x IS NOT NULL, greatest(delta, 0))
    ON CONFLICT ({KEY}) DO UPDATE SET count = s.count + delta;
  RETURN NULL;
END $$;
CREATE TRIGGER initiatives_cube_sum AFTER INSERT OR UPDATE OF count OR DELETE ON initiatives_cubecell
  FOR EACH ROW EXECUTE FUNCTION initiatives_cube_sum();
INSERT INTO initiatives_cubesum ({KEY}, count)
  SELECT wijk_id, theme_id, stage, is_quiet, is_open_for_help, cell_x IS NOT NULL, sum(count)
  FROM initiatives_cubecell GROUP BY 1, 2, 3, 4, 5, 6;
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

    dependencies = [
        ('initiatives', '0016_givers'),
        ('places', '0003_house_style'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='SavedSearch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80, verbose_name='naam')),
                ('words', models.CharField(blank=True, max_length=100)),
                ('parts', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=100), default=list, help_text='What a title may hold inside a word', size=None)),
                ('stage', models.CharField(blank=True, max_length=20)),
                ('need', models.CharField(blank=True, max_length=10)),
                ('scale', models.CharField(blank=True, max_length=10)),
                ('has_place', models.BooleanField(default=False)),
                ('is_open_for_help', models.BooleanField(default=False)),
                ('pace', models.CharField(choices=[('at_once', 'Meteen'), ('daily', 'Eén keer per dag'), ('weekly', 'Eén keer per week')], default='daily', max_length=10, verbose_name='hoe vaak')),
                ('paused_at', models.DateTimeField(null=True)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('mailed_at', models.DateTimeField(null=True)),
                ('theme', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='places.theme')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='saved_searches', to=settings.AUTH_USER_MODEL)),
                ('wijk', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='places.wijk')),
            ],
            options={
                'verbose_name_plural': 'saved searches',
            },
        ),
        migrations.CreateModel(
            name='SavedHit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('found_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('told_at', models.DateTimeField(null=True)),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='initiatives.initiative')),
                ('search', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='hits', to='initiatives.savedsearch')),
            ],
        ),
        migrations.CreateModel(
            name='CubeSum',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('stage', models.CharField(max_length=20)),
                ('is_quiet', models.BooleanField()),
                ('is_open_for_help', models.BooleanField()),
                ('has_point', models.BooleanField()),
                ('count', models.IntegerField()),
                ('theme', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='places.theme')),
                ('wijk', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='places.wijk')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('wijk', 'theme', 'stage', 'is_quiet', 'is_open_for_help', 'has_point'), name='cube_sum_once', nulls_distinct=False), models.CheckConstraint(condition=models.Q(('count__gte', 0)), name='cube_sum_not_negative')],
            },
        ),
        migrations.AddIndex(
            model_name='savedsearch',
            index=models.Index(fields=['user', '-created_at'], name='saved_search_of_person'),
        ),
        migrations.AddIndex(
            model_name='savedsearch',
            index=models.Index(condition=models.Q(('paused_at', None)), fields=['wijk', 'theme'], name='saved_search_looks_for'),
        ),
        migrations.AddConstraint(
            model_name='savedsearch',
            constraint=models.CheckConstraint(condition=models.Q(('pace__in', ['at_once', 'daily', 'weekly'])), name='saved_search_pace_known'),
        ),
        migrations.AddConstraint(
            model_name='savedsearch',
            constraint=models.CheckConstraint(condition=models.Q(('stage', ''), ('stage__in', ('published', 'preparing', 'running', 'realised', 'stopped')), _connector='OR'), name='saved_search_stage_public'),
        ),
        migrations.AddConstraint(
            model_name='savedsearch',
            constraint=models.CheckConstraint(condition=models.Q(('need', ''), ('need__in', ['hands', 'hours', 'goods', 'place', 'knowledge', 'permit', 'money']), _connector='OR'), name='saved_search_need_known'),
        ),
        migrations.AddConstraint(
            model_name='savedsearch',
            constraint=models.CheckConstraint(condition=models.Q(('scale', ''), ('scale__in', ['street', 'buurt', 'wijk', 'town']), _connector='OR'), name='saved_search_scale_known'),
        ),
        migrations.AddIndex(
            model_name='savedhit',
            index=models.Index(condition=models.Q(('told_at', None)), fields=['search', '-id'], name='saved_hit_untold'),
        ),
        migrations.AddConstraint(
            model_name='savedhit',
            constraint=models.UniqueConstraint(fields=('search', 'initiative'), name='saved_hit_once'),
        ),
        migrations.RunSQL(SUMS, NO_SUMS),
        migrations.RunSQL(SAYS, "DROP FUNCTION initiatives_says(bigint, text, text[]);"),
    ]
