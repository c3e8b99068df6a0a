"""When something was achieved; of what was achieved before, as the log has it."""

from django.conf import settings
from django.db import migrations, models

SINCE = """
UPDATE initiatives_initiative i SET realised_at = (
  SELECT max(e.created_at) FROM activity_entry e
  WHERE e.subject_id = i.subject_id AND e.verb = 'initiative_moved' AND e.changes->'stage'->>1 = 'realised'
) WHERE i.stage = 'realised';
"""


class Migration(migrations.Migration):

    dependencies = [
        ('activity', '0008_subject_ground'),
        ('cases', '0007_co_owners'),
        ('initiatives', '0017_searching'),
        ('places', '0003_house_style'),
        ('questions', '0002_words_stay'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='initiative',
            name='realised_at',
            field=models.DateTimeField(help_text='When its owner said so', null=True),
        ),
        migrations.AddIndex(
            model_name='initiative',
            index=models.Index(condition=models.Q(('realised_at__isnull', False)), fields=['-realised_at', '-id'], name='initiative_realised'),
        ),
        migrations.AddConstraint(
            model_name='initiative',
            constraint=models.CheckConstraint(condition=models.Q(('realised_at', None), ('stage', 'realised'), _connector='OR'), name='initiative_realised_has_moment'),
        ),
        migrations.RunSQL(SINCE, migrations.RunSQL.noop),
    ]
