"""Texts: which version counts, what it looks like, what reading costs, and what every first text must be."""

import re

import pytest
from bs4 import BeautifulSoup
from django.template import Context, Template
from django.utils import translation

from gemeente.lib.site_version import one_reading
from gemeente.portal.actions import save_text
from gemeente.portal.enums import TEXT_PLACES, TextKey, TextPlace
from gemeente.portal.first_texts import first_text
from gemeente.portal.models import TextVersion
from gemeente.portal.reference import load_texts
from gemeente.portal.texts import Text, portal_text
from gemeente.users.models import User


def test_newest_version_counts(reference: None) -> None:
    TextVersion.objects.create(key=TextKey.THANKS, dutch="Dank.", english="Thanks.")
    TextVersion.objects.create(key=TextKey.THANKS, dutch="Heel veel dank.", english="Many thanks.")
    TextVersion.objects.create(key=TextKey.URGENT, dutch="Bel 112.", english="Call 112.")

    assert portal_text(TextKey.THANKS) == Text(TextKey.THANKS, "Heel veel dank.", "Many thanks.")


def test_first_text_counts_where_nobody_loaded_one(db: None) -> None:
    assert portal_text(TextKey.THANKS) == Text(TextKey.THANKS, *first_text(TextKey.THANKS))


@pytest.mark.parametrize(("language", "words"), [("nl", "Dank."), ("en", "Thanks.")])
def test_text_speaks_the_language_of_the_page(language: str, words: str) -> None:
    text = Text(TextKey.THANKS, "Dank.", "Thanks.")

    with translation.override(language):
        assert (text.plain, str(text.html)) == (words, f"<p>{words}</p>\n")


def test_text_without_markup_is_only_escaped() -> None:
    text = Text(TextKey.HOME_LEAD, "**Hallo** <b>buur</b>", "Hello")

    assert str(text.html) == "<p>**Hallo** &lt;b&gt;buur&lt;/b&gt;</p>"


def test_lines_of_a_title() -> None:
    assert Text(TextKey.HOME_TITLE, "Begin buiten.\n\n Samen. ", "x").lines == ["Begin buiten.", "Samen."]


def test_reading_all_texts_costs_one_query_until_one_changes(
    mona: User, reference: None, django_assert_num_queries: object, django_capture_on_commit_callbacks: object
) -> None:
    before = TextVersion.objects.get(key=TextKey.THANKS)
    for queries in (2, 0):  # the version of the site, and the texts
        with one_reading(), django_assert_num_queries(queries):
            for key in TextKey:
                portal_text(key)

    with django_capture_on_commit_callbacks(execute=True):
        save_text(key=TextKey.THANKS, dutch="Dank.", english="Thanks.", based_on=before.pk, actor=mona)

    with one_reading():
        assert portal_text(TextKey.THANKS).dutch == "Dank."


def test_tag_gives_a_text_to_any_template(reference: None) -> None:
    page = Template('{% load texts %}{% portal_text "invitation" as words %}{{ words.plain }}').render(Context())

    assert page == first_text(TextKey.INVITATION)[0]


# --- The first texts --------------------------------------------------------------------------------------------------
def test_every_text_has_one_place() -> None:
    assert [place.key for place in TEXT_PLACES] == list(dict.fromkeys(place.key for place in TEXT_PLACES))
    assert {place.key for place in TEXT_PLACES} == set(TextKey)
    assert len({place.slug for place in TEXT_PLACES}) == len(TEXT_PLACES)


@pytest.mark.parametrize("place", TEXT_PLACES, ids=str)
def test_first_text_fits_its_place_and_is_easy_to_read(place: TextPlace) -> None:
    for words in first_text(place.key):
        plain = BeautifulSoup(Text(place.key, words, words).shown("nl"), "html.parser").get_text(" ")
        sentences = [one for one in re.split(r"[.!?:;]\s", plain) if one.strip()]
        lengths = [len(one.split()) for one in sentences]
        assert len(words) <= place.most
        assert max(lengths) <= 24
        assert sum(lengths) / len(lengths) <= 12  # B1 asks for short sentences


def test_first_texts_are_made_once(reference: None) -> None:
    count = TextVersion.objects.count()

    assert (load_texts(), TextVersion.objects.count(), count) == (0, len(TextKey), len(TextKey))
