"""What organisations put in for an opgave."""

import uuid

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.activity.actions import record
from gemeente.lib.errors import Refused
from gemeente.lib.submissions import submission
from gemeente.partners.models import Organisation
from gemeente.partners.policies import speaks_for
from gemeente.users.models import User
from wijken.agenda.actions.bookkeeping import locked, locked_for
from wijken.agenda.models import Opgave, OpgaveOffer
from wijken.agenda.policies import can_offer, can_withdraw_offer
from wijken.agenda.verbs import OPGAVE_OFFER_MADE, OPGAVE_OFFER_WITHDRAWN


@transaction.atomic
def offer_to_opgave(
    *,
    opgave: Opgave,
    actor: User,
    organisation: Organisation,
    what: str,
    how_much: str = "",
    submission_key: uuid.UUID | None = None,
) -> OpgaveOffer:
    """Say what an organisation puts in: hours, goods or money, in words. The same form posted twice makes one.

    Raises Refused for who holds no mandate of it today, for what is closed, and for an offer of nothing.
    """
    opgave = locked_for(opgave, actor, can_offer, _("Alleen wie een mandaat heeft, biedt iets aan."))
    if not speaks_for(actor, organisation.pk):
        raise Refused(_("Je hebt geen mandaat voor deze organisatie."))
    if not what.strip():
        raise Refused(_("Schrijf op wat jullie aanbieden."))
    key = submission(submission_key, str(actor.pk), str(organisation.pk), what, how_much)
    if same := OpgaveOffer.objects.filter(submission_key=key).first():
        return same
    made = OpgaveOffer.objects.create(
        opgave=opgave,
        organisation=organisation,
        made_by=actor,
        what=what.strip(),
        how_much=how_much.strip(),
        submission_key=key,
    )
    changes = {"organisation": (None, organisation.name)}
    record(actor=actor, verb=OPGAVE_OFFER_MADE, subject=opgave.subject, changes=changes)
    return made


@transaction.atomic
def withdraw_offer(*, offer: OpgaveOffer, actor: User) -> None:
    """Take back what an organisation put in, at any time; twice changes nothing. Raises Refused without its mandate."""
    opgave = locked(offer.opgave)
    offer = OpgaveOffer.objects.select_related("organisation").get(pk=offer.pk)
    if offer.withdrawn_at:
        return
    if not can_withdraw_offer(actor, offer):
        raise Refused(_("Alleen wie een mandaat van deze organisatie heeft, trekt dit in."))
    offer.withdrawn_at = timezone.now()
    offer.save(update_fields=["withdrawn_at"])
    changes = {"organisation": (offer.organisation.name, None)}
    record(actor=actor, verb=OPGAVE_OFFER_WITHDRAWN, subject=opgave.subject, changes=changes)
