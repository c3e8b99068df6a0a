"""Finding by words: Dutch, accents, parts of words, operators, and what somebody meant who made a typing error."""

import pytest
from django.db import connection
from django.utils import timezone

from gemeente.activity.models import Subject, TitleWord
from gemeente.activity.searching import corrected, fold, renew_title_words, root_of, telling_words, words_of

pytestmark = pytest.mark.django_db


def subject(title: str, text: str = "", **fields: object) -> Subject:
    """Something public, of which the words are known at once."""
    fields = {"is_public": True, "kind": "initiative"} | fields
    made = Subject.objects.create(title=title, search_text=text, path=f"/x/{Subject.objects.count()}/", **fields)
    settle()
    return made


def settle() -> None:
    """Let the database do now what it does at the end of a transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS activity_words_insert, activity_words_update IMMEDIATE")
        cursor.execute("SET CONSTRAINTS activity_words_insert, activity_words_update DEFERRED")


def found(words: str) -> set[str]:
    return set(Subject.objects.public().matching(words).values_list("title", flat=True))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("tuin", {"Buurttuin", "Tuin achter de Hoven"}),
        ("tuinen", {"Buurttuin", "Tuin achter de Hoven"}),
        ("TUIN", {"Buurttuin", "Tuin achter de Hoven"}),
        ("feest", {"Straatfeest op 3 mei"}),
        ("feesten", {"Straatfeest op 3 mei"}),
        ("buurttuin", {"Buurttuin"}),
        ("cafe", {"Repair Café"}),
        ("CAFÉ", {"Repair Café"}),
        ("repaircafé", set()),
        ("planten", {"Buurttuin"}),
        ("tuin hoven", {"Tuin achter de Hoven"}),
        ("de tuin in het water", {"Buurttuin"}),
        ("tuin feest", set()),
        ("tuin or feest", {"Tuin achter de Hoven"}),
        ("tuin -hoven", set()),
        ('"achter de hoven"', {"Tuin achter de Hoven"}),
        ('"hoven achter"', set()),
        ("de het een", set()),
        ("", set()),
    ],
)
def test_words_find(words: str, expected: set[str]) -> None:
    subject("Buurttuin", "Wij planten samen en geven water.")
    subject("Tuin achter de Hoven")
    subject("Straatfeest op 3 mei")
    subject("Repair Café", "Iedere zaterdag.")

    assert found(words) == expected


HOSTILE = [
    "'",
    '"',
    '"""',
    "a'b",
    "&|!()",
    "tuin&",
    "!!tuin",
    "<->",
    "tuin:*",
    ":*",
    "\\",
    "%",
    "_",
    "%%tuin_",
    "--",
    "or",
    "-",
    "$$",
    "İı",
    "🌳boom",
    "tuin);DROP",
]


@pytest.mark.parametrize("words", [*HOSTILE, "or or", "tuin & ", "x" * 10_000, "tuin " * 2_000])
def test_nothing_that_somebody_types_breaks_the_search(words: str) -> None:
    subject("Buurttuin")

    assert found(words) <= {"Buurttuin"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("burttuin", "buurttuin"),
        ("straatfest", "straatfeest"),
        ("moestiun", "moestuin"),
        ("kaffee", ""),
        ("qqqq", ""),
    ],
)
def test_a_typing_error_leads_to_the_word_that_was_meant(typed: str, meant: str) -> None:
    for title in ("Buurttuin", "Moestuin voor iedereen", "Straatfeest"):
        subject(title)

    assert corrected(typed, "initiative") == meant


def test_nothing_hidden_taken_away_or_of_another_kind_is_suggested() -> None:
    hidden = subject("Buurttuin")
    subject("Moestuin", kind="question")
    Subject.objects.filter(pk=hidden.pk).update(is_public=False, hidden_at=timezone.now())

    assert corrected("burttuin", "initiative") == ""
    assert corrected("mostuin", "initiative") == ""
    assert corrected("mostuin", "question") == "moestuin"


def test_only_the_wrong_words_are_corrected() -> None:
    subject("Buurttuin in Oostgaarde")

    assert corrected("de burttuin in Oostgaarde!", "initiative") == "de buurttuin in oostgaarde"
    assert corrected("buurttuin", "initiative") == ""
    assert corrected('"burttuin"', "initiative") == ""


def test_words_are_kept_with_titles_and_forgotten_at_night() -> None:
    one = subject("Buurttuin in Oostgaarde")
    subject("Geheim plan", is_public=False)
    assert set(TitleWord.objects.values_list("word", flat=True)) == {"buurttuin", "oostgaarde"}
    Subject.objects.filter(pk=one.pk).update(title="Kruidentuin")
    settle()
    assert TitleWord.objects.filter(word="kruidentuin").exists()

    renew_title_words()

    assert list(TitleWord.objects.values_list("word", flat=True)) == ["kruidentuin"]


def test_words_are_cut_and_folded() -> None:
    assert fold("Één Café") == "een cafe"
    assert words_of("De buurt_tuin, de TUIN!") == ["de", "buurt", "tuin"]
    assert telling_words("Naar de speeltuin in mei") == ["speeltuin"]
    assert [root_of(word) for word in ("tuinen", "feesten", "eten", "fiets", "bos")] == [
        "tuin",
        "feest",
        "eten",
        "fiet",
        "bos",
    ]
