"""What residents of a wijk would do first: input for the WOP, never a decision."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from gemeente.lib.errors import Refused
from gemeente.places.models import Wijk
from gemeente.users.models import User
from wijken.agenda.actions.bookkeeping import locked_quietly, recount
from wijken.agenda.models import Opgave, Ranking
from wijken.agenda.models.opgave import MOST_RANKS
from wijken.agenda.policies import can_rank


def points_for(rank: int) -> int:
    """What a place is worth: 3, 2 and 1."""
    return MOST_RANKS + 1 - rank


@transaction.atomic
def rank_opgaven(*, wijk: Wijk, actor: User, chosen: Sequence[Opgave]) -> None:
    """Choose up to three opgaven of one's own wijk, the most important first; it replaces what one chose before.

    Raises Refused for who lives elsewhere, for more than three, twice the same, and what is closed or of elsewhere.
    """
    if not can_rank(actor, wijk.pk):
        raise Refused(_("Alleen wie in deze wijk woont, geeft hier een volgorde aan."))
    ids = [row.pk for row in chosen]
    if len(ids) > MOST_RANKS or len(set(ids)) < len(ids):
        raise Refused(_("Kies hooguit drie verschillende opgaven."))
    User.objects.select_for_update(no_key=True).only("pk").get(pk=actor.pk)
    before = Ranking.objects.filter(user=actor, wijk=wijk)
    touched = sorted({*ids, *before.values_list("opgave", flat=True)})
    opgaven = {pk: locked_quietly(pk) for pk in touched}
    if Opgave.objects.public().in_wijk(wijk).open().filter(pk__in=ids).count() < len(ids):
        raise Refused(_("Een van deze opgaven is klaar of gestopt. Kies een andere."))
    before.delete()
    Ranking.objects.bulk_create(
        Ranking(user=actor, wijk=wijk, opgave_id=pk, rank=rank) for rank, pk in enumerate(ids, start=1)
    )
    for opgave in opgaven.values():
        recount(opgave)
