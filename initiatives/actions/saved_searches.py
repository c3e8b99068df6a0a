"""Saved searches: keeping them, and telling their people of what is new."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from gemeente.activity.enums import Pace
from gemeente.activity.searching import OPERATORS, root_of, telling_words
from gemeente.lib.errors import Refused
from gemeente.moderation.models import Hiding
from gemeente.moderation.parts import WHOLE
from gemeente.portal.enums import RuleName
from gemeente.portal.rules import rule
from gemeente.users.models import User
from initiatives.choices import themes, wijken
from initiatives.models import Initiative, Need, SavedHit, SavedSearch


@transaction.atomic
def save_search(*, actor: User, name: str, chosen: Mapping[str, str], pace: Pace) -> SavedSearch:
    """Keep choices of the list (as its address has them) under a name. The same choices again only get another name.

    What was there before is not news. Raises Refused for who has as many as one person can have.
    """
    User.objects.select_for_update().only("pk").get(pk=actor.pk)
    mine = SavedSearch.objects.filter(user=actor)
    columns = columns_of(chosen)
    same = mine.filter(**columns).first()
    if same:
        return change_search(search=same, actor=actor, name=name, pace=pace, is_paused=False)
    most = rule(RuleName.SAVED_SEARCHES)  # each publication looks through all of them
    if mine.count() >= most:
        raise Refused(_("Je hebt al %(most)d zoekopdrachten. Haal er eerst een weg.") % {"most": most})
    return SavedSearch.objects.create(user=actor, name=name, pace=pace, **columns)


def columns_of(chosen: Mapping[str, str]) -> dict[str, Any]:
    """Choices of the address as columns of a saved search."""
    words = chosen.get("zoek", "")
    exact = bool(OPERATORS.search(words))
    return {
        "words": words,
        "parts": [] if exact else [root_of(word) for word in telling_words(words)],
        "wijk_id": wijken()[chosen["wijk"]].pk if "wijk" in chosen else None,
        "theme_id": themes()[chosen["thema"]].pk if "thema" in chosen else None,
        "stage": chosen.get("fase", ""),
        "need": chosen.get("nodig", ""),
        "scale": chosen.get("schaal", ""),
        "is_open_for_help": "hulp" in chosen,
        "has_place": "plek" in chosen,
    }


@transaction.atomic
def change_search(*, search: SavedSearch, actor: User, name: str, pace: Pace, is_paused: bool) -> SavedSearch:
    """Give it another name or pace, or let it be silent for a while. Raises Refused for anybody else's.

    What it found while it was silent, or just before, is not told afterwards.
    """
    search = locked(search, actor)
    if is_paused != bool(search.paused_at):
        search.paused_at = timezone.now() if is_paused else None
        search.hits.filter(told_at=None).update(told_at=timezone.now())
    search.name, search.pace = name, pace
    search.save(update_fields=["name", "pace", "paused_at"])
    return search


@transaction.atomic
def delete_search(*, search: SavedSearch, actor: User) -> None:
    """Forget a saved search and what it found. Raises Refused for anybody else's."""
    locked(search, actor).delete()


def locked(search: SavedSearch, actor: User) -> SavedSearch:
    """The search as it is now, and nobody else's until this transaction ends. Raises Refused for anybody else's."""
    if search.user_id != actor.pk:
        raise Refused(_("Deze zoekopdracht is van iemand anders."))
    return SavedSearch.objects.select_for_update().get(pk=search.pk)


# --- What is new finds its readers -----------------------------------------------------------------------------------
def look_for_readers(initiative: Initiative) -> None:
    """Let a job find, after this transaction, who looks for what this initiative is now."""
    if SavedSearch.objects.filter(paused_at=None).exists():
        app.configure_task("initiatives.tasks.match_searches").defer(initiative_id=initiative.pk)


@transaction.atomic
def match_searches(initiative_id: int) -> None:
    """Keep what finds an initiative now, each search once and for all; who wants to know at once is mailed.

    Doing it again changes nothing. What is hidden or taken away finds nobody.
    """
    initiative = Initiative.objects.public().select_related("subject").filter(pk=initiative_id).first()
    if initiative is None:
        return
    needs = Need.objects.filter(initiative=initiative, closed_at=None, filled__lt=F("amount"))
    found = SavedSearch.objects.looking_for(initiative, list(needs.values_list("kind", flat=True).distinct()))
    hits = [SavedHit(search_id=pk, initiative=initiative) for pk in found.values_list("pk", flat=True)]
    SavedHit.objects.bulk_create(hits, ignore_conflicts=True, batch_size=1_000)
    at_once = SavedSearch.objects.with_news(Pace.AT_ONCE).filter(hits__initiative=initiative, hits__told_at=None)
    defer_mails(at_once.values_list("pk", flat=True))


def match_shown_again() -> None:
    """Let a job find who looks for what was hidden and shows again since a day: nobody could find it meanwhile."""
    lately = timezone.now() - dt.timedelta(hours=25)  # the job runs daily; an hour twice is no harm, an hour missed is
    shown = Hiding.objects.filter(part=WHOLE, lifted_at__gte=lately)
    for initiative in Initiative.objects.public().filter(subject__in=shown.values("subject")):
        look_for_readers(initiative)


def mail_searches(*paces: Pace) -> None:
    """Mail those of some paces that have something to tell."""
    defer_mails(SavedSearch.objects.with_news(*paces).values_list("pk", flat=True).iterator())


def defer_mails(searches: Any) -> None:
    """One job for each, so that an address that fails stops nobody else's."""
    for pk in searches:
        app.configure_task("initiatives.tasks.mail_search").defer(search_id=pk)
