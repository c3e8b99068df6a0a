"""What happened that somebody who follows wants to hear: each thing once, its newest event first."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.utils.functional import Promise

from gemeente.activity.models import Entry, Subject
from gemeente.activity.verbs import news_verbs
from gemeente.places.geography import Box, metres_between
from gemeente.places.models import Wijk

if TYPE_CHECKING:
    from wijken.following.models import Watch

MOST_EVENTS = 200  # of which one digest is made; more than a screenful by far


@dataclass(frozen=True)
class Item:
    """A thing people can look at, and what is new about it in a few words that name nobody."""

    subject: Subject
    words: str | Promise
    entry: Entry


def news_entries() -> QuerySet[Entry]:
    """Every event that is news, about what everybody may see now."""
    rows = Entry.objects.filter(verb__in=sorted(news_verbs()), subject__is_public=True)
    rows = rows.select_related("subject__wijk", "subject__theme").order_by("-pk")
    return rows.defer("subject__search", "subject__search_text", "subject__wijk__boundary", "changes")


def news_of_wijk(wijk: Wijk, most: int) -> list[Item]:
    """The newest in a wijk."""
    return first(each_once(news_entries().filter(subject__wijk=wijk)[:MOST_EVENTS]), most)


def news_for(watch: "Watch", after: int, up_to: int) -> list[Item]:
    """What one who follows has not heard between two entries of the log, without what she did herself."""
    rows = news_entries().filter(pk__gt=max(after, watch.told_up_to), pk__lte=up_to)
    if watch.user_id:
        rows = rows.exclude(actor=watch.user_id)
    if watch.wijk_id:
        rows = rows.filter(subject__wijk=watch.wijk_id)
        rows = rows.filter(subject__theme=watch.theme_id) if watch.theme_id else rows
        return list(each_once(rows[:MOST_EVENTS]))
    return [item for item in each_once(around(watch, rows)[:MOST_EVENTS]) if is_near(watch, item.subject)]


def around(watch: "Watch", rows: QuerySet[Entry]) -> QuerySet[Entry]:
    """The entries about what lies in the box around a place."""
    assert watch.point is not None
    box = Box.around(watch.point, watch.metres or 0)
    return rows.filter(subject__longitude__range=(box.west, box.east), subject__latitude__range=(box.south, box.north))


def is_near(watch: "Watch", subject: Subject) -> bool:
    """Whether it lies within the distance, as the crow flies."""
    assert watch.point is not None
    return subject.point is not None and metres_between(watch.point, subject.point) <= (watch.metres or 0)


def each_once(entries: Iterable[Entry]) -> Iterable[Item]:
    """Each subject with its newest event."""
    words, seen = news_verbs(), set[int | None]()
    for entry in entries:
        if entry.subject_id not in seen:
            seen.add(entry.subject_id)
            assert entry.subject is not None
            yield Item(entry.subject, words[entry.verb], entry)


def first(items: Iterable[Any], most: int) -> list[Any]:
    """The first few, without making the others."""
    return [item for _number, item in zip(range(most), items, strict=False)]
