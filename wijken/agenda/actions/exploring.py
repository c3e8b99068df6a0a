"""Finding out together what is the matter: anybody adds, the WOP orders and sums up."""

import uuid

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.activity.actions import follow, record
from gemeente.lib.errors import Refused, Stale
from gemeente.lib.submissions import submission
from gemeente.moderation.brakes import refuse_paused, slow_down
from gemeente.users.models import User
from wijken.agenda.actions.bookkeeping import locked, locked_for, recount, take_step
from wijken.agenda.actions.ordering import trade_places
from wijken.agenda.enums import ContributionKind
from wijken.agenda.models import Contribution, Opgave, Summary
from wijken.agenda.policies import can_contribute, can_take_back
from wijken.agenda.verbs import CONTRIBUTION_TAKEN_BACK, OPGAVE_CONTRIBUTED, OPGAVE_SUMMED_UP


@transaction.atomic
def contribute(
    *,
    opgave: Opgave,
    actor: User,
    kind: ContributionKind,
    text: str,
    url: str = "",
    submission_key: uuid.UUID | None = None,
) -> Contribution:
    """Add what somebody knows, or does not know; the first contribution begins the finding out.

    The same form posted twice makes one. Raises Refused for a visitor, once the text is agreed or work stopped, for
    what says nothing, a source without a link, who must be silent, and a new account that goes too fast.
    """
    opgave = locked_for(opgave, actor, can_contribute, _("Meevertellen kan zolang we het samen uitzoeken."))
    key = submission(submission_key, str(actor.pk), kind, text, url)
    if same := Contribution.objects.filter(submission_key=key).first():
        return same
    if not text.strip():
        raise Refused(_("Vertel in een paar zinnen wat je weet."))
    if kind == ContributionKind.SOURCE and not url:
        raise Refused(_("Zet de link van de bron erbij."))
    refuse_paused(actor)
    slow_down(actor)
    last = opgave.contributions.filter(kind=kind).aggregate(last=Max("position"))["last"] or 0
    made = Contribution.objects.create(
        opgave=opgave, author=actor, kind=kind, text=text.strip(), url=url, position=last + 1, submission_key=key
    )
    record(actor=actor, verb=OPGAVE_CONTRIBUTED, subject=opgave.subject, changes={"kind": (None, kind)})
    follow(user=actor, subject=opgave.subject)
    recount(opgave)
    take_step(opgave, "explore", actor)
    return made


@transaction.atomic
def take_back(*, contribution: Contribution, actor: User) -> None:
    """Take one's own contribution away, at any time; its words are gone. Raises Refused for anybody else."""
    opgave = locked(contribution.opgave)
    contribution = Contribution.objects.get(pk=contribution.pk)
    if contribution.author_id == actor.pk and contribution.forgotten_at:
        return
    if not can_take_back(actor, contribution):
        raise Refused(_("Alleen wie dit schreef, kan het weghalen."))
    contribution.text, contribution.url, contribution.forgotten_at = "", "", timezone.now()
    contribution.save(update_fields=["text", "url", "forgotten_at"])
    record(actor=actor, verb=CONTRIBUTION_TAKEN_BACK, subject=opgave.subject)
    recount(opgave)


@transaction.atomic
def shift_contribution(*, contribution: Contribution, actor: User, is_up: bool) -> bool:
    """Move a contribution one place up or down under its heading. Raises Refused for who is no member of the WOP."""
    opgave = locked_for(contribution.opgave, actor)
    rows = opgave.contributions.filter(kind=contribution.kind, forgotten_at=None).order_by("position", "pk")
    return trade_places(rows, contribution.pk, is_up=is_up)


@transaction.atomic
def sum_up(*, opgave: Opgave, actor: User, kind: ContributionKind, text: str, based_on: int) -> Summary | None:
    """Write what the contributions under a heading come to, as a next version; the same words make none.

    `based_on` is the number of the version that the writer had before her, 0 for none. Raises Refused for who is no
    member of the WOP, Stale when somebody wrote another one meanwhile.
    """
    opgave = locked_for(opgave, actor)
    refuse_paused(actor)
    last = Summary.objects.filter(opgave=opgave, kind=kind).order_by("-number").first()
    if (last.number if last else 0) != based_on:
        raise Stale(_("Iemand anders vatte dit net samen. Lees wat er nu staat."))
    if (last.text if last else "") == text.strip():
        return last
    made = Summary.objects.create(opgave=opgave, kind=kind, number=based_on + 1, text=text.strip(), author=actor)
    changes = {"kind": (None, kind), "number": (None, made.number)}
    record(actor=actor, verb=OPGAVE_SUMMED_UP, subject=opgave.subject, changes=changes)
    return made
