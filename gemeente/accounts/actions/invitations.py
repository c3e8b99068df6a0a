"""Inviting somebody we do not know yet to play a part."""

import datetime as dt

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from gemeente.accounts.actions.people import person_at, register_person
from gemeente.accounts.actions.roles import assign_role, fault_of_dates, fault_of_wijk
from gemeente.accounts.enums import INVITATION_DAYS, Role
from gemeente.accounts.models import Invitation
from gemeente.accounts.policies import can_invite_person
from gemeente.accounts.verbs import INVITATION_DECLINED, INVITATION_WITHDRAWN, PERSON_INVITED
from gemeente.activity.actions import record
from gemeente.lib.errors import Refused
from gemeente.places.models import Wijk
from gemeente.users.models import User


@transaction.atomic
def invite_person(
    *, email: str, name: str, role: Role, wijk: Wijk | None, starts_on: dt.date, ends_on: dt.date | None, actor: User
) -> Invitation:
    """Mail somebody without account a link that gives her a role once she says yes.

    Raises Refused for who may not invite, an address that has an account (`assign_role` is for those), the same role
    twice at one address, and a role that cannot be.
    """
    if not can_invite_person(actor):
        raise Refused(_("Alleen een beheerder kan iemand uitnodigen."))
    if person_at(email):
        raise Refused(_("Deze persoon heeft al een account. Geef de rol meteen."))
    if fault := fault_of_dates(starts_on, ends_on) or fault_of_wijk(role, wijk):
        raise Refused(fault)
    invitation, is_new = Invitation.objects.open().get_or_create(
        email=email.lower(),
        role=role,
        wijk=wijk,
        defaults={"name": name, "starts_on": starts_on, "ends_on": ends_on, "invited_by": actor},
    )
    if not is_new:
        raise Refused(_("Deze persoon is al uitgenodigd voor deze rol. Stuur die uitnodiging opnieuw."))
    log_invitation(invitation, actor)
    return invitation


def log_invitation(invitation: Invitation, actor: User) -> None:
    """Write down that a role was offered, never to whom, and mail the link."""
    changes = {name: (None, getattr(invitation, name)) for name in ("role", "wijk", "starts_on", "ends_on")}
    record(actor=actor, verb=PERSON_INVITED, changes=changes)
    app.configure_task("gemeente.accounts.tasks.mail_invitation").defer(invitation_id=invitation.pk)


@transaction.atomic
def send_invitation_again(*, invitation: Invitation, actor: User) -> Invitation:
    """Mail a fresh link; the link of before stops. Who sends it again is the one who invites from now on.

    Raises Refused for who may not invite, and for an invitation that was answered or withdrawn.
    """
    if not can_invite_person(actor):
        raise Refused(_("Alleen een beheerder kan iemand uitnodigen."))
    invitation = locked(invitation)
    invitation.sent_at, invitation.invited_by = timezone.now(), actor
    invitation.save(update_fields=["sent_at", "invited_by"])
    log_invitation(invitation, actor)
    return invitation


@transaction.atomic
def withdraw_invitation(*, invitation: Invitation, actor: User) -> None:
    """Take an invitation back and forget whom it was for. Raises Refused as `send_invitation_again` does."""
    if not can_invite_person(actor):
        raise Refused(_("Alleen een beheerder kan een uitnodiging intrekken."))
    invitation = locked(invitation)
    invitation.withdrawn_at = timezone.now()
    forget_address(invitation)
    record(actor=actor, verb=INVITATION_WITHDRAWN, changes=about(invitation))


@transaction.atomic
def accept_invitation(*, invitation: Invitation) -> User:
    """Let the yes of who was invited count: she has an account at that address, and the role. She is not signed in.

    Raises Refused for a link that was used, a role whose time is over, an inviter who may give no roles any more, and
    what `assign_role` refuses: she may have got an excluded role in the meantime.
    """
    invitation = locked(invitation)
    if invitation.ends_on and invitation.ends_on <= timezone.localdate():
        raise Refused(_("De tijd van deze rol is al voorbij."))
    if not can_invite_person(invitation.invited_by):
        raise Refused(_("Wie jou uitnodigde, is hier geen beheerder meer."))
    person = person_at(invitation.email) or register_person(email=invitation.email, name=invitation.name)
    assign_role(
        user=person,
        role=Role(invitation.role),
        wijk=invitation.wijk,
        starts_on=invitation.starts_on,
        ends_on=invitation.ends_on,
        actor=invitation.invited_by,
    )
    invitation.answered_at, invitation.accepted_by = timezone.now(), person
    forget_address(invitation)
    return person


@transaction.atomic
def decline_invitation(*, invitation: Invitation) -> None:
    """Let a no count: nobody gets the role and the address is forgotten. Raises Refused for a link that was used."""
    invitation = locked(invitation)
    invitation.answered_at = timezone.now()
    forget_address(invitation)
    record(actor=None, verb=INVITATION_DECLINED, changes=about(invitation))


@transaction.atomic
def forget_old_invitations() -> int:
    """Withdraw what nobody answered for a month after its link stopped working; returns how many."""
    before = timezone.now() - dt.timedelta(days=INVITATION_DAYS + 30)
    silent = Invitation.objects.open().filter(sent_at__lt=before)
    return silent.update(withdrawn_at=timezone.now(), email="", name="")


def about(invitation: Invitation) -> dict[str, tuple[None, object]]:
    """What the log may keep of an invitation."""
    return {"role": (None, invitation.role), "wijk": (None, invitation.wijk)}


def forget_address(invitation: Invitation) -> None:
    """End an invitation: its row tells of the role, no longer of an address."""
    invitation.email = invitation.name = ""
    invitation.save(update_fields=["answered_at", "accepted_by", "withdrawn_at", "email", "name"])


def locked(invitation: Invitation) -> Invitation:
    """An invitation that is still open, nobody else's until this transaction ends. Raises Refused for any other."""
    rows = Invitation.objects.select_for_update(of=["self"]).select_related("wijk", "invited_by")
    found = rows.open().filter(pk=invitation.pk).first()
    if found is None:
        raise Refused(_("Deze uitnodiging is al beantwoord of ingetrokken."))
    return found
