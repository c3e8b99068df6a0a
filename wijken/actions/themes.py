"""The themes of a wijk, in its own words: its board keeps them."""

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.lib.errors import Refused
from gemeente.moderation.brakes import refuse_paused
from gemeente.places.models import Theme, Wijk
from gemeente.users.models import User
from wijken.models import WijkTheme
from wijken.policies import is_board


def refuse_other_hands(actor: User, wijk: Wijk) -> None:
    """Let only the board of this wijk, one at a time. Raises Refused."""
    if not is_board(actor, wijk.pk):
        raise Refused(_("Alleen het bestuur van dit WOP kiest de thema's van de wijk."))
    refuse_paused(actor)
    Wijk.objects.select_for_update(no_key=True).only("pk").get(pk=wijk.pk)


@transaction.atomic
def add_theme(*, wijk: Wijk, actor: User, name: str, theme: Theme | None = None) -> WijkTheme:
    """Add a theme that counts from today, last in order; one that ended today counts again.

    Raises Refused for who is no board, and for a name that is there.
    """
    refuse_other_hands(actor, wijk)
    today, name = timezone.localdate(), name.strip()
    rows = WijkTheme.objects.of(wijk)
    if not name or rows.on(today).filter(name__iexact=name).exists():
        raise Refused(_("Dit thema is er al. Kies een andere naam."))
    if ended := rows.filter(name=name, starts_on=today).first():
        ended.ends_on, ended.theme = None, theme
        ended.save(update_fields=["ends_on", "theme"])
        return ended
    last = rows.aggregate(last=Max("position"))["last"] or 0
    return WijkTheme.objects.create(wijk=wijk, name=name, theme=theme, position=last + 1, starts_on=today)


@transaction.atomic
def end_theme(*, theme: WijkTheme, actor: User) -> WijkTheme:
    """Let a theme end today; what has it keeps it. Twice changes nothing. Raises Refused for who is no board."""
    refuse_other_hands(actor, theme.wijk)
    theme = WijkTheme.objects.select_related("wijk").get(pk=theme.pk)
    if theme.ends_on is None:
        theme.ends_on = timezone.localdate()
        theme.save(update_fields=["ends_on"])
    return theme


@transaction.atomic
def shift_theme(*, theme: WijkTheme, actor: User, is_up: bool) -> None:
    """Move a theme one place up or down. Raises Refused for who is no board."""
    refuse_other_hands(actor, theme.wijk)
    rows = list(WijkTheme.objects.of(theme.wijk).on(timezone.localdate()))
    here = next((place for place, one in enumerate(rows) if one.pk == theme.pk), None)
    there = -1 if here is None else here - 1 if is_up else here + 1
    if here is None or not 0 <= there < len(rows):
        return
    rows[here], rows[there] = rows[there], rows[here]
    for position, one in enumerate(rows, start=1):
        one.position = position
        one.save(update_fields=["position"])
