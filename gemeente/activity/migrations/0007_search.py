"""Search that knows Dutch, takes accents for plain letters, and looks inside words and past typing errors.

Both extensions come with PostgreSQL and are trusted: who owns the database may make them.
"""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.operations import TrigramExtension, UnaccentExtension
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import migrations, models

MAKE = """
CREATE TEXT SEARCH CONFIGURATION portal (COPY = pg_catalog.dutch);
ALTER TEXT SEARCH CONFIGURATION portal ALTER MAPPING FOR hword, hword_part, word WITH unaccent, dutch_stem;

-- A text in small letters without accents.
CREATE FUNCTION portal_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT public.unaccent('public.unaccent'::regdictionary, lower(words)) $$;
"""
# The words of what goes public or gets another title, at the end of the transaction. What no title says any more goes
# at night (renew_title_words); until then nobody suggests it. Bulk loading: SET LOCAL portal.words = 'off'.
WORDS = """
CREATE FUNCTION activity_words_of(title text) RETURNS SETOF text LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT DISTINCT left(word, 60) FROM regexp_split_to_table(portal_fold(title), '[^[:alnum:]]+') AS word
  WHERE length(word) >= 4 ORDER BY 1
$$;
CREATE FUNCTION activity_keep_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO activity_titleword (word) SELECT activity_words_of(NEW.title) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER activity_words_insert AFTER INSERT ON activity_subject
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.is_public AND current_setting('portal.words', true) IS DISTINCT FROM 'off')
  EXECUTE FUNCTION activity_keep_words();
CREATE CONSTRAINT TRIGGER activity_words_update AFTER UPDATE ON activity_subject
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.is_public AND (OLD.title, OLD.is_public) IS DISTINCT FROM (NEW.title, NEW.is_public)
        AND current_setting('portal.words', true) IS DISTINCT FROM 'off')
  EXECUTE FUNCTION activity_keep_words();
CREATE FUNCTION activity_renew_words() RETURNS void LANGUAGE sql AS $$
  WITH used AS MATERIALIZED (
    SELECT DISTINCT word FROM activity_subject s, activity_words_of(s.title) AS word WHERE s.is_public
  ), gone AS (
    DELETE FROM activity_titleword w WHERE NOT EXISTS (SELECT 1 FROM used WHERE used.word = w.word)
  )
  INSERT INTO activity_titleword (word) SELECT word FROM used ORDER BY word ON CONFLICT DO NOTHING
$$;
SELECT activity_renew_words();
"""
FORGET_WORDS = """
DROP FUNCTION activity_renew_words();
DROP TRIGGER activity_words_update ON activity_subject;
DROP TRIGGER activity_words_insert ON activity_subject;
DROP FUNCTION activity_keep_words();
DROP FUNCTION activity_words_of(text);
"""


class Migration(migrations.Migration):
    dependencies = [("activity", "0006_subject_hidden_at")]

    operations = [
        UnaccentExtension(),
        TrigramExtension(),
        migrations.RunSQL(
            MAKE, "DROP FUNCTION portal_fold(text); DROP TEXT SEARCH CONFIGURATION portal;"
        ),
        migrations.RemoveIndex(model_name="subject", name="subject_search"),
        migrations.RemoveField(model_name="subject", name="search"),
        migrations.AddField(
            model_name="subject",
            name="search",
            field=models.GeneratedField(
                db_persist=True,
                expression=SearchVector("title", weight="A", config="portal")
                + SearchVector("search_text", weight="B", config="portal"),
                output_field=SearchVectorField(),
            ),
        ),
        migrations.AddIndex(
            model_name="subject",
            index=GinIndex(fields=["search"], name="subject_search"),
        ),
        migrations.CreateModel(
            name="TitleWord",
            fields=[("word", models.CharField(max_length=60, primary_key=True, serialize=False))],
            options={"indexes": [GinIndex(OpClass("word", name="gin_trgm_ops"), name="title_word_like")]},
        ),
        migrations.RunSQL(WORDS, FORGET_WORDS),
    ]
