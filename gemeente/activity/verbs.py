"""Verbs: what can happen, as the log tells it. Each app declares its own and registers them in `apps.py`."""

from dataclasses import dataclass

from django.utils.functional import Promise

from gemeente.activity.enums import Visibility


@dataclass(frozen=True)
class Verb:
    """One kind of event: its name in the log, the sentence people read, and the fields whose values it may keep.

    `fields` is the whitelist of design.md section 9: no free text and no contact data ever enters the log. `news` is
    what a digest says of its subject, in a few words that name nobody ("Nieuw initiatief"); empty for what is no news.
    """

    name: str
    sentence: str | Promise
    fields: frozenset[str] = frozenset()
    visibility: Visibility = Visibility.STAFF
    news: str | Promise = ""


_verbs: dict[str, Verb] = {}


def register_verbs(*verbs: Verb) -> None:
    """Make verbs known to the pages that show the log. Raises ValueError when a name is taken by another verb."""
    for verb in verbs:
        if _verbs.setdefault(verb.name, verb) is not verb:
            raise ValueError(f"the verb {verb.name} is registered twice")


def get_verb(name: str) -> Verb:
    """The verb of an entry. Raises KeyError for a name that no app registered."""
    return _verbs[name]


def news_verbs() -> dict[str, str | Promise]:
    """What is news to who follows a wijk or a place: the words of a digest, by verb."""
    return {verb.name: verb.news for verb in _verbs.values() if verb.news}
