"""Neighbours who support an initiative or join in. In public they are a number; the owner reads who joins in."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.accounts.actions import register_person
from gemeente.activity.actions import follow, notify, record
from gemeente.lib.errors import Refused
from gemeente.users.models import User
from initiatives.actions.counts import count_again
from initiatives.actions.locking import locked
from initiatives.actions.pledging import end_pledges, offer_help, refuse_outsiders
from initiatives.enums import ParticipationKind
from initiatives.models import Initiative, Need, Participation, ParticipationRequest, Pledge, ThanksName
from initiatives.notices import JOINED, pen_holders
from initiatives.tasks import mail_confirmation
from initiatives.verbs import JOINED_IN, SUPPORTED, WITHDREW

VERBS = {ParticipationKind.SUPPORT: SUPPORTED, ParticipationKind.JOIN: JOINED_IN}


@transaction.atomic
def participate(*, initiative: Initiative, actor: User, kind: ParticipationKind, message: str = "") -> Participation:
    """Support an initiative or join in, and follow it. Doing it again only changes the message to the owner.

    Raises Refused for the owner herself, once it has ended or is hidden, for whom the owner blocked, and for a new
    account that goes too fast.
    """
    initiative = locked(initiative)
    subject = refuse_outsiders(initiative, actor)
    participation, is_new = Participation.objects.get_or_create(
        initiative=initiative, user=actor, kind=kind, defaults={"message": message.strip()}
    )
    if not is_new:
        if message.strip() and participation.message != message.strip():
            participation.message = message.strip()
            participation.save(update_fields=["message"])
        return participation
    count_again(initiative)
    entry = record(actor=actor, verb=VERBS[kind], subject=subject)
    follow(user=actor, subject=subject)
    if kind == ParticipationKind.JOIN:
        notify(entry=entry, recipients=pen_holders(initiative), template=JOINED, path=initiative.participants_path)
    return participation


@transaction.atomic
def withdraw(*, initiative: Initiative, actor: User, kind: ParticipationKind) -> None:
    """Take part no longer; following is a matter of its own. Doing it twice changes nothing.

    Who joins in no longer is not named with the result either, and offers nothing any more; what the owner counted
    already stays.
    """
    initiative = locked(initiative)
    if kind == ParticipationKind.JOIN:
        end_pledges(initiative, actor)
    gone, _rows = Participation.objects.filter(initiative=initiative, user=actor, kind=kind).delete()
    if kind == ParticipationKind.JOIN:
        ThanksName.objects.filter(initiative=initiative, user=actor).delete()
    if gone:
        count_again(initiative)
        record(actor=actor, verb=WITHDREW, subject=initiative.subject)


# --- Without an account -----------------------------------------------------------------------------------------------
@transaction.atomic
def request_participation(
    *,
    initiative: Initiative,
    email: str,
    kind: ParticipationKind,
    name: str = "",
    message: str = "",
    language: str,
    need: Need | None = None,
    amount: int | None = None,
) -> ParticipationRequest:
    """Keep what a visitor typed and mail her a link; only that link makes it count. Asking again replaces it.

    With an amount it is an offer of help: for a need, or of something else.

    Says nothing about whether the address is known, or blocked: the link tells that to who has the address. Raises
    Refused for a concept, and once the initiative has ended or is hidden.
    """
    is_public = Initiative.objects.public().filter(pk=initiative.pk).exists()
    if not is_public or initiative.is_ended:
        raise Refused(_("Meedoen kan hier niet meer."))
    request, _is_new = ParticipationRequest.objects.update_or_create(
        initiative=initiative,
        email=email.lower(),
        kind=kind,
        need=need,
        defaults={
            "name": name.strip(),
            "message": message.strip(),
            "amount": amount,
            "language": language,
            "created_at": timezone.now(),
        },
    )
    mail_confirmation.defer(request_id=request.pk)
    return request


@transaction.atomic
def confirm_participation(*, request: ParticipationRequest) -> Participation | Pledge | None:
    """Let the link in the mail count: the address is hers, so she gets an account without password if she had none.

    She is not signed in by it. None for the owner of the initiative, who cannot join her own. Raises Refused once
    the initiative has ended, or when the request was used before.
    """
    # Two links of one new address at once: the second waits here, and then finds the person that the first made.
    rows = ParticipationRequest.objects.select_for_update().filter(email=request.email).order_by("pk")
    asked = next((row for row in rows if row.pk == request.pk), None)
    if asked is None:
        raise Refused(_("Deze link is al gebruikt."))
    user = person_behind(asked)
    kind, message, initiative = ParticipationKind(asked.kind), asked.message, asked.initiative
    asked.delete()
    if user == initiative.owner:
        return None
    if asked.amount:
        return offer_help(initiative=initiative, actor=user, need=asked.need, amount=asked.amount, message=message)
    return participate(initiative=initiative, actor=user, kind=kind, message=message)


def person_behind(request: ParticipationRequest) -> User:
    """Who has the address: somebody we know by it, or a new person."""
    known = User.objects.filter(email__iexact=request.email).first()
    return known or register_person(email=request.email, name=request.name, language=request.language)
