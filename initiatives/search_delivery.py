"""Mail of saved searches: never empty, never endless, never twice, and off with one click."""

from typing import Any

from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation

from gemeente.activity.delivery import absolute, compose_letter, read_letter
from initiatives.models import Initiative, SavedSearch

STOP_SALT = "initiatives.saved_search"
MOST_TITLES = 10  # in one mail; the list has them all


def stop_token(search: SavedSearch) -> str:
    """A signed word that stands for one saved search, without saying whose."""
    return signing.dumps(search.pk, salt=STOP_SALT)


def read_stop_token(token: str) -> int:
    """The id of the saved search of a token. Raises BadSignature for a token we did not make."""
    return signing.loads(token, salt=STOP_SALT)


@transaction.atomic
def send_found(search_id: int) -> bool:
    """Mail what a saved search found and nobody told her yet, as far as anybody may read it now; says whether one left.

    The row stays locked while sending: a second worker waits, and then finds nothing new.
    """
    rows = SavedSearch.objects.select_for_update(of=["self"]).select_related("user", "wijk", "theme")
    search = rows.defer("wijk__boundary").filter(pk=search_id, paused_at=None, user__is_active=True).first()
    if search is None or not search.user.email:
        return False
    new = search.hits.filter(told_at=None)
    found = Initiative.objects.public().filter(pk__in=new.values("initiative")).select_related("wijk").newest_first()
    titles = list(found.defer("wijk__boundary")[:MOST_TITLES])
    more = max(found.count() - MOST_TITLES, 0)
    new.update(told_at=timezone.now())
    if not titles:
        return False
    with translation.override(search.user.language):
        send_letter(search, titles, more)
    search.mailed_at = timezone.now()
    search.save(update_fields=["mailed_at"])
    return True


def send_letter(search: SavedSearch, titles: list[Initiative], more: int) -> None:
    """Send the mail, in the active language. A single find is one click away."""
    path = titles[0].get_absolute_url() if len(titles) == 1 else newest_url(search)
    context: dict[str, Any] = {"search": search, "initiatives": titles, "more": more, "count": len(titles) + more}
    letter = read_letter("initiatives/search_mail.txt", context, path)
    unsubscribe = absolute(reverse("initiatives:stop_search", args=[stop_token(search)]))
    mail = compose_letter(letter, search.user.email or "", search.user.first_name, unsubscribe)
    mail.extra_headers |= {
        "List-Unsubscribe": f"<{unsubscribe}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    mail.send()


def newest_url(search: SavedSearch) -> str:
    """The list with its choices, the newest first also where there are words."""
    return f"{search.list_url}{'&volgorde=nieuw' if search.words else ''}"
