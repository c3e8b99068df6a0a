"""Handing an initiative over in peace: its owner offers it, and nothing changes until the other says yes."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from gemeente.accounts.age import lacks_consent
from gemeente.activity.actions import notify, record
from gemeente.lib.errors import Refused, Stale
from gemeente.users.models import User
from initiatives.actions.bookkeeping import keep_people_in_step
from initiatives.actions.leaving import pass_on
from initiatives.actions.locking import locked
from initiatives.actions.rights import refusal_of_helper
from initiatives.enums import Right
from initiatives.models import Helper, Initiative, Offer
from initiatives.notices import OFFER_DECLINED, followers
from initiatives.notices import OFFERED as IT_IS_OFFERED
from initiatives.notices import TAKEN_OVER as IT_HAS_AN_OWNER
from initiatives.policies import can_offer_initiative
from initiatives.verbs import OFFER_ENDED, OFFER_TAKEN_BACK, OFFERED, TAKEN_OVER


@transaction.atomic
def offer_initiative(*, initiative: Initiative, actor: User, helper: Helper, stays_on: bool) -> Offer:
    """Ask somebody with a right on it to become its owner, and tell her. The same offer twice is one.

    Raises Refused for anybody but the owner, for who has no right on it, and while somebody else has an offer.
    """
    initiative = locked(initiative)
    if not can_offer_initiative(actor, initiative):
        raise Refused(_("Alleen de eigenaar kan een initiatief overdragen."))
    chosen = next((one for one in initiative.active_helpers if one.pk == helper.pk), None)
    if chosen is None or chosen.user is None:
        raise Refused(_("Deze persoon doet hier niet meer mee. Kies opnieuw."))
    if refusal := refusal_of_owner(initiative, chosen.user):
        raise Refused(refusal)
    waiting = Offer.objects.open().filter(initiative=initiative).first()
    if waiting and waiting.helper_id == chosen.pk:
        return waiting
    if waiting:
        raise Refused(_("Er wacht al een aanbod op antwoord. Neem dat eerst terug."))
    offer = Offer.objects.create(initiative=initiative, helper=chosen, offered_by=actor, stays_on=stays_on)
    entry = record(actor=actor, verb=OFFERED, subject=initiative.subject)
    with translation.override("nl"):
        path = reverse("initiatives:take_over", args=[initiative.slug])
    notify(entry=entry, recipients=[chosen.user], template=IT_IS_OFFERED, path=path)
    return offer


def refusal_of_owner(initiative: Initiative, user: User) -> str | None:
    """Why somebody cannot become the owner, in one sentence; None when she can."""
    if lacks_consent(user):
        return _("Een ouder of jongerenwerker zegt eerst ja. Daarna kan deze persoon het overnemen.")
    return refusal_of_helper(initiative, user)


@transaction.atomic
def accept_offer(*, offer: Offer, actor: User) -> Initiative:
    """Become the owner, with case and followers; the old one becomes co-owner if she wanted that.

    Raises Refused for anybody else than whom it was offered to, and Stale when it was taken back or answered.
    """
    initiative, offer, user = answerable(offer, actor)
    if refusal := refusal_of_owner(initiative, user):
        raise Refused(refusal)
    before = initiative.owner
    Offer.objects.filter(pk=offer.pk).update(accepted_at=timezone.now())
    pass_on(initiative, offer.helper, user)
    if offer.stays_on and before.is_active:
        Helper.objects.create(
            initiative=initiative,
            user=before,
            name=before.first_name,
            right=Right.OWNER,
            named_by=user,
            accepted_at=timezone.now(),
        )
        keep_people_in_step(initiative)
    entry = record(actor=user, verb=TAKEN_OVER, subject=initiative.subject)
    told = {one.pk: one for one in (before, *followers(initiative, but=user))}
    notify(entry=entry, recipients=told.values(), template=IT_HAS_AN_OWNER)
    return initiative


@transaction.atomic
def decline_offer(*, offer: Offer, actor: User) -> None:
    """Say no; the owner hears. Raises as `accept_offer` does."""
    initiative, offer, user = answerable(offer, actor)
    Offer.objects.filter(pk=offer.pk).update(ended_at=timezone.now())
    entry = record(actor=user, verb=OFFER_ENDED, subject=initiative.subject)
    with translation.override("nl"):
        path = reverse("initiatives:offer", args=[initiative.slug])
    notify(entry=entry, recipients=[initiative.owner], template=OFFER_DECLINED, path=path)


@transaction.atomic
def take_offer_back(*, offer: Offer, actor: User) -> None:
    """Let it not count any more, as long as it has no answer. Raises Refused for anybody but the owner, and Stale."""
    initiative = locked(offer.initiative)
    if not can_offer_initiative(actor, initiative):
        raise Refused(_("Alleen de eigenaar kan een aanbod terugnemen."))
    if not Offer.objects.open().filter(pk=offer.pk).update(ended_at=timezone.now()):
        raise Stale(_("Dit aanbod is intussen beantwoord. Kijk wat er nu staat."))
    record(actor=actor, verb=OFFER_TAKEN_BACK, subject=initiative.subject)


def answerable(offer: Offer, actor: User) -> tuple[Initiative, Offer, User]:
    """The initiative, locked, with an offer that waits for this person, and she as its row knows her."""
    initiative = locked(offer.initiative)
    waiting = Offer.objects.open().select_related("helper__user__profile").filter(pk=offer.pk).first()
    if waiting is None or waiting.helper.user is None:
        raise Stale(_("Dit aanbod is er niet meer: het is teruggenomen of beantwoord."))
    if waiting.helper.user_id != actor.pk or not actor.is_active:
        raise Refused(_("Dit aanbod is voor iemand anders."))
    return initiative, waiting, waiting.helper.user
