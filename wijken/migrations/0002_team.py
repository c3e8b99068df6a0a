import django.contrib.postgres.constraints
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.contrib.postgres.operations import BtreeGistExtension
from django.db import migrations, models

import wijken.models.team

# Who did what in a team since when stays: a row can only end, lose its name, and move with a claim.
KEEP = """
CREATE FUNCTION wijken_membership_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.id, NEW.wijk_id, NEW.function, NEW."group", NEW.starts_on) IS DISTINCT FROM
       (OLD.id, OLD.wijk_id, OLD.function, OLD."group", OLD.starts_on) THEN
        RAISE EXCEPTION 'a membership stays what it was' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION wijken_membership_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a membership is never deleted' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER wijken_membership_stays BEFORE UPDATE ON wijken_membership
    FOR EACH ROW EXECUTE FUNCTION wijken_membership_stays();
CREATE TRIGGER wijken_membership_kept BEFORE DELETE ON wijken_membership
    FOR EACH ROW EXECUTE FUNCTION wijken_membership_kept();
CREATE TRIGGER wijken_membership_no_truncate BEFORE TRUNCATE ON wijken_membership
    FOR EACH STATEMENT EXECUTE FUNCTION wijken_membership_kept();
"""
ALLOW = """
DROP TRIGGER wijken_membership_no_truncate ON wijken_membership;
DROP TRIGGER wijken_membership_kept ON wijken_membership;
DROP TRIGGER wijken_membership_stays ON wijken_membership;
DROP FUNCTION wijken_membership_kept();
DROP FUNCTION wijken_membership_stays();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('activity', '0002_guards'),
        ('places', '0001_initial'),
        ('wijken', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        BtreeGistExtension(),
        migrations.CreateModel(
            name='Attendee',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('label', models.CharField(max_length=60, verbose_name='rol')),
                ('organisation', models.CharField(blank=True, max_length=80, verbose_name='organisatie')),
                ('name', models.CharField(blank=True, max_length=80, verbose_name='naam')),
                ('is_named', models.BooleanField(default=False, verbose_name='vindt het goed dat haar naam er staat')),
                ('starts_on', models.DateField(verbose_name='vanaf')),
                ('ends_on', models.DateField(null=True, verbose_name='tot')),
            ],
        ),
        migrations.CreateModel(
            name='JoinRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.TextField(blank=True, max_length=600, verbose_name='wie je bent')),
                ('likes', models.CharField(blank=True, max_length=160, verbose_name='wat je graag doet')),
                ('state', models.CharField(choices=[('open', 'Wacht op antwoord'), ('accepted', 'Welkom in het team'), ('declined', 'Nu niet'), ('withdrawn', 'Ingetrokken')], default='open', max_length=10)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('answered_at', models.DateTimeField(null=True)),
                ('answer', models.TextField(blank=True, max_length=600, verbose_name='antwoord')),
            ],
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('function', models.CharField(choices=[('chair', 'Voorzitter'), ('secretary', 'Secretaris'), ('treasurer', 'Penningmeester'), ('board', 'Bestuurslid'), ('group', 'Werkgroep'), ('member', 'Lid')], max_length=10, verbose_name='functie')),
                ('group', models.CharField(blank=True, max_length=40, verbose_name='werkgroep')),
                ('starts_on', models.DateField(verbose_name='vanaf')),
                ('ends_on', models.DateField(null=True, verbose_name='tot')),
                ('shows_name', models.BooleanField(default=False, verbose_name='mag met naam op de openbare pagina')),
                ('end_reason', models.CharField(blank=True, max_length=500, verbose_name='waarom het stopte')),
            ],
        ),
        migrations.AddField(
            model_name='wop',
            name='subject',
            field=models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='wop', to='activity.subject'),
        ),
        migrations.AddField(
            model_name='wop',
            name='version',
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name='wop',
            name='website',
            field=models.CharField(blank=True, max_length=200, validators=[django.core.validators.URLValidator(message='Dit is geen adres van een website. Begin met https://.', schemes=['http', 'https'])], verbose_name='eigen website'),
        ),
        migrations.AddConstraint(
            model_name='wop',
            constraint=models.CheckConstraint(condition=models.Q(('website', ''), ('website__startswith', 'https://'), ('website__startswith', 'http://'), _connector='OR'), name='wop_website_on_the_web'),
        ),
        migrations.AddField(
            model_name='attendee',
            name='wijk',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attendees', to='places.wijk'),
        ),
        migrations.AddField(
            model_name='joinrequest',
            name='answered_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='joinrequest',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='join_requests', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='joinrequest',
            name='wijk',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='join_requests', to='places.wijk'),
        ),
        migrations.AddField(
            model_name='membership',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='membership',
            name='wijk',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='places.wijk'),
        ),
        migrations.AddConstraint(
            model_name='attendee',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='attendee_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='attendee',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), ('is_named', True), _connector='OR'), name='attendee_named_by_consent'),
        ),
        migrations.AddConstraint(
            model_name='attendee',
            constraint=models.CheckConstraint(condition=models.Q(('label', ''), _negated=True), name='attendee_has_role'),
        ),
        migrations.AddConstraint(
            model_name='joinrequest',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['open', 'accepted', 'declined', 'withdrawn'])), name='join_request_state_known'),
        ),
        migrations.AddConstraint(
            model_name='joinrequest',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'open')), fields=('wijk', 'user'), name='join_request_open_once'),
        ),
        migrations.AddConstraint(
            model_name='joinrequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answered_at__isnull', False), ('answered_by__isnull', False), ('state__in', ('accepted', 'declined'))), models.Q(models.Q(('state__in', ('accepted', 'declined')), _negated=True), ('answer', ''), ('answered_by', None)), _connector='OR'), name='join_request_answered_by_somebody'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(('function__in', ['chair', 'secretary', 'treasurer', 'board', 'group', 'member'])), name='membership_function_known'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('function', 'group'), models.Q(('group', ''), _negated=True)), models.Q(models.Q(('function', 'group'), _negated=True), ('group', '')), _connector='OR'), name='membership_group_has_name'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='membership_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=models.CheckConstraint(condition=models.Q(('end_reason', ''), ('ends_on__isnull', False), _connector='OR'), name='membership_reason_of_end'),
        ),
        migrations.AddConstraint(
            model_name='membership',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('user', '='), ('wijk', '='), ('function', '='), (django.db.models.functions.text.Lower('group'), '='), (wijken.models.team.DateRange('starts_on', 'ends_on'), '&&')], name='membership_once_at_a_time'),
        ),
        migrations.RunSQL(KEEP, ALLOW),
    ]
