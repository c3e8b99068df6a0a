"""Mail to who follows: never empty, never more than a screenful, never twice, and off with one click."""

from typing import Any

from django.core import signing
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation

from gemeente.activity.delivery import absolute, compose_letter, read_letter
from gemeente.places.models import Wijk
from wijken.following.models import Watch
from wijken.following.news import Item, news_for

WATCH_SALT = "wijken.watch"
MOST_ITEMS = 8  # in one mail; the page of the wijk has the rest


def watch_token(watch: Watch) -> str:
    """A signed word that stands for one who follows one thing, without saying who."""
    return signing.dumps(watch.pk, salt=WATCH_SALT)


def read_watch_token(token: str) -> int:
    """The id of the row of a token. Raises BadSignature for a token we did not make."""
    return signing.loads(token, salt=WATCH_SALT)


def send_confirmation(watch_id: int) -> bool:
    """Mail the link that makes it count; says whether somebody still waits for it.

    It does not greet by name and says who asked: a WOP that had this address, or whoever typed it.
    """
    watch = Watch.objects.select_related("wijk", "theme").filter(pk=watch_id, confirmed_at=None).first()
    if watch is None:
        return False
    with translation.override(watch.language):
        path = reverse("following:confirm", args=[watch_token(watch)])
        letter = read_letter("following/confirm_mail.txt", {"watch": watch}, path)
        compose_letter(letter, watch.email).send()
    return True


@transaction.atomic
def send_news(watch_id: int, after: int, up_to: int) -> bool:
    """Mail what somebody has not heard yet of a stretch of the log; says whether a mail left.

    The row stays locked while sending: a second worker waits, and then finds that it was told.
    """
    rows = Watch.objects.confirmed().select_for_update(of=["self"]).select_related("user", "wijk", "theme")
    watch = rows.filter(pk=watch_id, told_up_to__lt=up_to).first()
    if watch is None:
        return False
    with translation.override(watch.language):
        items = news_for(watch, after, up_to)
        watch.told_up_to = up_to
        watch.save(update_fields=["told_up_to"])
        if not items or not watch.address:
            return False
        letter_of(watch, items).send()
    watch.mailed_at = timezone.now()
    watch.save(update_fields=["mailed_at"])
    return True


def letter_of(watch: Watch, items: list[Item]) -> EmailMultiAlternatives:
    """The mail of some news, in the active language. A single thing is one click away."""
    more = max(len(items) - MOST_ITEMS, 0)
    context: dict[str, Any] = {"watch": watch, "items": items[:MOST_ITEMS], "more": more, "count": len(items)}
    path = items[0].subject.get_absolute_url() if len(items) == 1 else where_to_look(watch)
    return compose_for(watch, "following/news_mail.txt", context, path)


def where_to_look(watch: Watch) -> str:
    """The page with the rest."""
    return reverse("wijken:detail", args=[watch.wijk.slug]) if watch.wijk else reverse("home")


def compose_for(watch: Watch, template: str, context: dict[str, Any], path: str) -> EmailMultiAlternatives:
    """A letter to who follows, with the headers for one-click unsubscribe (RFC 8058)."""
    letter = read_letter(template, context, path)
    unsubscribe = absolute(reverse("following:stop", args=[watch_token(watch)]))
    mail = compose_letter(letter, watch.address, watch.user.first_name if watch.user else "", unsubscribe)
    mail.extra_headers |= {
        "List-Unsubscribe": f"<{unsubscribe}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    return mail


def followers_of(wijk: Wijk) -> list[Watch]:
    """Who follows all of a wijk and has an address, for a letter of the WOP itself (an invitation to a meeting)."""
    rows = Watch.objects.of_wijk(wijk).select_related("user").order_by("pk")
    return [row for row in rows if row.address]
