"""Whom the owner gives a right: to act in her name, to own with her, to write or to read along.

Never her contact person at the gemeente.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.accounts.actions import register_person
from gemeente.accounts.policies import can_be_contact
from gemeente.activity.actions import follow, notify, record
from gemeente.lib.errors import Refused
from gemeente.users.models import User
from initiatives.actions.bookkeeping import in_name_of, keep_people_in_step
from initiatives.actions.locking import locked
from initiatives.enums import Right
from initiatives.models import Helper, Initiative, Offer
from initiatives.notices import HELPER_SAID_YES, HELPER_STOPPED
from initiatives.notices import RIGHT_CHANGED as YOU_MAY_NOW
from initiatives.outdoor_policies import can_end_helper_for_owner, can_write_down
from initiatives.policies import can_name_helper
from initiatives.tasks import mail_helper
from initiatives.verbs import HELPER_ACCEPTED, HELPER_ENDED, HELPER_NAMED, RIGHT_CHANGED


@transaction.atomic
def name_helper(*, initiative: Initiative, actor: User, name: str, email: str, right: Right = Right.IN_NAME) -> Helper:
    """Ask somebody by mail to take a right. Asking the same person again mails her again, for the right asked last.

    Of a plan on paper the scribe writes the helper down before the owner says yes: card and letter name her, and the
    mail leaves once it is online. Raises Refused for anybody else, for the owner herself and for who may be a contact
    person of the gemeente.
    """
    initiative = locked(initiative)
    is_scribe = can_write_down(actor, initiative)
    if not can_name_helper(actor, initiative) and not is_scribe:
        raise Refused(_("Alleen de eigenaar kiest wie er helpt."))
    known = User.objects.filter(email__iexact=email).first()
    if known and (refusal := refusal_of_helper(initiative, known)):
        raise Refused(refusal)
    if known and known.pk in initiative.rights:
        raise Refused(_("Deze persoon helpt al."))
    helper, _is_new = Helper.objects.get_or_create(
        initiative=initiative,
        email=email.lower(),
        ended_at=None,
        defaults={"name": name, "named_by": actor, "right": right},
    )
    if helper.right != right:
        helper.right = right
        helper.save(update_fields=["right"])
    record(actor=actor, verb=HELPER_NAMED, subject=initiative.subject, person=in_name_of(initiative, actor))
    if not is_scribe:
        mail_helper.defer(helper_id=helper.pk)
    return helper


def refusal_of_helper(initiative: Initiative, user: User) -> str | None:
    """Why somebody cannot help, in one sentence; None when she can.

    Who may be a contact person could get this case tomorrow, or stand in for who has it, so she never holds the pen.
    """
    if user.pk == initiative.owner_id:
        return _("Dit is de eigenaar zelf. Kies iemand anders.")
    if can_be_contact(user) or (initiative.case and initiative.case.contact_id == user.pk):
        return _("Deze persoon werkt bij de gemeente en kan je contactpersoon zijn. Kies een buur of iemand anders.")
    return None


def mail_helpers(initiative: Initiative) -> None:
    """Mail those who were named before it went online."""
    for helper in initiative.helpers.open().filter(accepted_at=None):
        mail_helper.defer(helper_id=helper.pk)


@transaction.atomic
def accept_helper(*, helper: Helper) -> Helper:
    """Let the mailed link count: the address is hers, so she gets an account without password if she had none.

    She is not signed in by it. Raises Refused for a link that was used or ended, and for who cannot help any more.
    """
    initiative = locked(helper.initiative)
    asked = Helper.objects.select_for_update().filter(pk=helper.pk, accepted_at=None, ended_at=None).first()
    if asked is None:
        raise Refused(_("Deze link is al gebruikt."))
    known = User.objects.filter(email__iexact=asked.email).first()
    user = known or register_person(email=asked.email, name=asked.name)
    if refusal := refusal_of_helper(initiative, user):
        raise Refused(refusal)
    if user.pk in initiative.rights:
        raise Refused(_("Je helpt hier al."))
    asked.user, asked.email, asked.accepted_at = user, "", timezone.now()
    asked.save(update_fields=["user", "email", "accepted_at"])
    keep_people_in_step(initiative)
    entry = record(actor=user, verb=HELPER_ACCEPTED, subject=initiative.subject, person=initiative.owner)
    if initiative.subject:
        follow(user=user, subject=initiative.subject)
    notify(entry=entry, recipients=[initiative.owner], template=HELPER_SAID_YES, path=initiative.helpers_path)
    return asked


@transaction.atomic
def change_right(*, helper: Helper, actor: User, right: Right) -> Helper:
    """Give somebody another right instead of the one she has, and tell her. The same right changes nothing.

    Raises Refused for anybody but the owner, and for who stopped.
    """
    initiative = locked(helper.initiative)
    helper = Helper.objects.select_for_update(of=["self"]).select_related("user").get(pk=helper.pk)
    if not can_name_helper(actor, initiative):
        raise Refused(_("Alleen de eigenaar kiest wie wat mag."))
    if helper.ended_at:
        raise Refused(_("Deze persoon doet hier niet meer mee."))
    if helper.right == right:
        return helper
    changes = {"right": (helper.right, right)}
    helper.right = right
    helper.save(update_fields=["right"])
    keep_people_in_step(initiative)
    entry = record(actor=actor, verb=RIGHT_CHANGED, subject=initiative.subject, changes=changes)
    if helper.user:
        notify(entry=entry, recipients=[helper.user], template=YOU_MAY_NOW, path=initiative.path)
    return helper


@transaction.atomic
def decline_helper(*, helper: Helper) -> None:
    """Say no to the mailed link; the address is forgotten. Doing it twice changes nothing."""
    Helper.objects.filter(pk=helper.pk, accepted_at=None, ended_at=None).update(
        email="", name="", ended_at=timezone.now()
    )


@transaction.atomic
def end_helper(*, helper: Helper, actor: User) -> Helper:
    """Take somebody's right away, at any time. Doing it twice changes nothing.

    Raises Refused for anybody but the owner, the helper herself, and for an owner without an account who hears her by
    phone or letter.
    """
    initiative = locked(helper.initiative)
    helper = Helper.objects.select_for_update(of=["self"]).select_related("user").get(pk=helper.pk)
    if helper.ended_at:
        return helper
    is_hers = helper.user_id == actor.pk
    is_scribe = can_write_down(actor, initiative)
    may_end = can_name_helper(actor, initiative) or can_end_helper_for_owner(actor, initiative) or is_scribe
    if not is_hers and not may_end:
        raise Refused(_("Alleen de eigenaar of de helper zelf kan dit stoppen."))
    stop_helping(helper, initiative, actor)
    return helper


def stop_helping(helper: Helper, initiative: Initiative, actor: User) -> None:
    """End a helper's row, and what was offered to her; take her off the case, and tell the other of the two."""
    helper.ended_at, helper.email = timezone.now(), ""
    helper.save(update_fields=["ended_at", "email"])
    Offer.objects.filter(helper=helper, accepted_at=None, ended_at=None).update(ended_at=timezone.now())
    keep_people_in_step(initiative)
    person = None if helper.user_id == actor.pk else in_name_of(initiative, actor)
    changes = {"right": (helper.right, None)}
    entry = record(actor=actor, verb=HELPER_ENDED, subject=initiative.subject, person=person, changes=changes)
    told = [one for one in (initiative.owner, helper.user) if one and one.pk != actor.pk]
    notify(entry=entry, recipients=told, template=HELPER_STOPPED)
