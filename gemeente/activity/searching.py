"""Finding subjects by words: how words are cut, and what somebody may have meant who made a typing error.

The database does the finding (migrations 0001 and 0002): a Dutch text search that takes accents for plain letters. The
words of public titles are kept apart, with trigrams, for words inside others ("tuin" in "buurttuin") and for typing
errors.
"""

import re
import unicodedata
from functools import partial, reduce
from operator import and_, or_

from django.apps import apps
from django.contrib.postgres.search import SearchQuery, SearchQueryCombinable
from django.db import connection
from django.db.models import Q
from django.db.models.functions import Length

CONFIG = "portal"
LONGEST = 100  # characters that a search may have
MOST_WORDS = 8  # beyond these a search only gets slower
MOST_COMPOUNDS = 60
ALIKE = 0.3  # from here on one word may be meant by another, as the trigrams of PostgreSQL count
FEW = 8_000  # subjects that are sorted faster than found in the order of a list, from 100,000 to a million of them
LEAST = 4  # letters that a word has to be looked for inside other words, and to be corrected
OPERATORS = re.compile(r'["|]|(^|\s)-|\bor\b', re.IGNORECASE)  # somebody says exactly what she means
WORD = re.compile(r"[^\W_]+")
# Of four letters and more, out of the Dutch list of the text search, which leaves them out too.
LITTLE_WORDS = frozenset(
    """alles altijd andere deze doch door eens geen geweest haar hebben heeft hier iemand iets jullie kunnen maar meer
    mijn moet naar niet niets omdat onder onze over reeds tegen toch toen veel voor want waren werd wezen worden wordt
    zelf zich zijn zonder zouden zulk""".split()  # noqa: SIM905
)
ENDINGS = ("en", "s")  # of a plural, which its compounds do not have


def fold(text: str) -> str:
    """A text in small letters without accents, as the words of titles are kept."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def words_of(text: str) -> list[str]:
    """The words of a text, folded, each once, and no more than a search can do with."""
    return list(dict.fromkeys(WORD.findall(fold(text))))[:MOST_WORDS]


def root_of(word: str) -> str:
    """A word without the ending of a plural, so that "tuinen" finds "buurttuin" too."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST:
            return word.removesuffix(ending)
    return word


def telling_words(text: str) -> list[str]:
    """Those that are long enough to be looked for inside others, and say what something is about."""
    return [word for word in words_of(text) if len(word) >= LEAST and word not in LITTLE_WORDS]


def query_of(words: str, *, inside: bool = True) -> SearchQueryCombinable:
    """What the words ask of a text, in Dutch; a longer word may be a part of a word in the title.

    Costs one query, for the words that hold others; none where they are not asked (`inside`).

    With quotes, a minus or "or" the words mean exactly what they say.
    """
    said = telling_words(words)
    query = SearchQuery(words, config=CONFIG, search_type="websearch")
    if not said or not inside or OPERATORS.search(words):
        return query
    held = words_with(said)
    meant = [SearchQuery(" | ".join([word, *held[word]]), config=CONFIG, search_type="raw") for word in said]
    return query | reduce(and_, meant)


def says(query: SearchQueryCombinable, path: str = "") -> Q:
    """Public subjects that hold what is asked. `path` leads from the rows to their subject, as in "subject__".

    Costs one query, to see whether few subjects do. Few are named one by one: the planner takes words that it does not
    know for common ones, and would look through everything in the order of the list.
    """
    subjects = apps.get_model("activity", "Subject")._default_manager.filter(is_public=True, search=query)
    few = list(subjects.values_list("pk", flat=True)[: FEW + 1])
    return Q(**{f"{path}pk__in": few}) if len(few) <= FEW else Q(**{f"{path}search": query})


def corrected(words: str, kind: str) -> str:
    """What somebody may have meant, with other words of public titles of a kind; empty where there is no better idea.

    One query.
    """
    said = telling_words(words)
    if not said or OPERATORS.search(words):
        return ""
    known = list(apps.get_model("activity", "TitleWord")._default_manager.meant_by(said, kind))
    best = {word: max(known, key=partial(likeness, word), default=word) for word in said}
    changed = [best[word] if word in best and likeness(word, best[word]) >= ALIKE else word for word in words_of(words)]
    return " ".join(changed) if changed != words_of(words) else ""


def trigrams(word: str) -> set[str]:
    """The groups of three letters that a word is compared by, as PostgreSQL does."""
    padded = f"  {word} "
    return {padded[at : at + 3] for at in range(len(padded) - 2)}


def likeness(word: str, other: str) -> float:
    """How much two words look alike: 0 is nothing, 1 is the same."""
    mine, theirs = trigrams(word), trigrams(other)
    return len(mine & theirs) / len(mine | theirs)


def words_with(parts: list[str]) -> dict[str, list[str]]:
    """The words of titles that hold each of these parts, the shortest first."""
    words = apps.get_model("activity", "TitleWord")._default_manager
    roots = {part: root_of(part) for part in parts}
    holds = reduce(or_, (Q(word__contains=root) for root in roots.values()))
    found = list(words.filter(holds).order_by(Length("word"), "word").values_list("word", flat=True)[:MOST_COMPOUNDS])
    return {part: [word for word in found if root in word] for part, root in roots.items()}


def renew_title_words() -> None:
    """Keep the words that public titles have now, and no others. Every night, and after bulk loading."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT activity_renew_words()")
