"""The WOP itself: the lock that all writes on its team wait for, and what it tells about itself."""

from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from gemeente.accounts.roles import forget_roles
from gemeente.activity.actions import record
from gemeente.activity.models import Subject
from gemeente.lib.errors import Refused, Stale
from gemeente.moderation.brakes import refuse_paused
from gemeente.places.models import Wijk
from gemeente.users.models import User
from wijken.models import Attendee, Wop
from wijken.policies import can_change_wop, can_keep_attendees
from wijken.verbs import ATTENDEE_ADDED, ATTENDEE_CHANGED, ATTENDEE_ENDED, WOP_CHANGED


def locked_wop(wijk: Wijk, actor: User) -> Wop:
    """The WOP of a wijk, nobody else's until this transaction ends, and what its actor may as it is now."""
    Wijk.objects.select_for_update(no_key=True).only("pk").get(pk=wijk.pk)
    forget_roles(actor)
    return wop_of(wijk)


def wop_of(wijk: Wijk) -> Wop:
    """The WOP of a wijk with its subject; made where a gemeente did not write it down yet."""
    wop, _is_new = Wop.objects.select_related("subject").get_or_create(
        wijk=wijk, defaults={"name": f"WOP {wijk.name}"[:80]}
    )
    if wop.subject is None:
        wop.subject = Subject.objects.create(kind="wop", is_public=True, **subject_fields(wop, wijk))
        wop.save(update_fields=["subject"])
    return wop


def subject_fields(wop: Wop, wijk: Wijk) -> dict[str, object]:
    """What the subject of a WOP must say."""
    with translation.override("nl"):
        path = reverse("wijken:team", args=[wijk.slug])
    return {"title": wop.name, "path": path, "wijk": wijk, "search_text": wop.introduction}


@transaction.atomic
def keep_subject_true(wop: Wop) -> None:
    """After a manager changed a WOP: let its subject say the same, and its version be another."""
    if wop.subject_id:
        Subject.objects.filter(wop=wop).update(**subject_fields(wop, wop.wijk))
    Wop.objects.filter(pk=wop.pk).update(version=F("version") + 1)


@transaction.atomic
def change_wop(
    *,
    wijk: Wijk,
    actor: User,
    version: int,
    introduction: str,
    introduction_en: str,
    email: str,
    phone: str,
    website: str,
) -> Wop:
    """Let a WOP tell who it is and how to reach it; its name stays. `version` is the one that the writer saw.

    Raises Refused for who is not on its board and for who must be silent for a while, Stale when somebody else of the
    board changed it meanwhile.
    """
    wop = locked_wop(wijk, actor)
    if not can_change_wop(actor, wijk.pk):
        raise Refused(_("Alleen het bestuur van het WOP kan dit veranderen."))
    refuse_paused(actor)
    if wop.version != version:
        raise Stale(_("Iemand anders van het bestuur veranderde dit net. Kijk wat er nu staat."))
    wop.introduction, wop.introduction_en = introduction.strip(), introduction_en.strip()
    wop.email, wop.phone, wop.website, wop.version = email, phone.strip(), website, version + 1
    wop.save(update_fields=["introduction", "introduction_en", "email", "phone", "website", "version"])
    Subject.objects.filter(wop=wop).update(**subject_fields(wop, wijk))
    record(actor=actor, verb=WOP_CHANGED, subject=wop.subject)
    return wop


# --- Who else comes ---------------------------------------------------------------------------------------------------
@transaction.atomic
def add_attendee(*, wijk: Wijk, actor: User, label: str, organisation: str, name: str, is_named: bool) -> Attendee:
    """Write down who else comes to a WOP, for her work. The same row twice is one.

    A name is kept only where she agreed to that. Raises Refused for who is not on the board.
    """
    wop = locked_wop(wijk, actor)
    refuse_others(actor, wijk)
    told = told_of(label, organisation, name, is_named=is_named)
    today = timezone.localdate()
    if same := Attendee.objects.on(today).filter(wijk=wijk, **told).first():
        return same
    attendee = Attendee.objects.create(wijk=wijk, starts_on=today, **told)
    record(actor=actor, verb=ATTENDEE_ADDED, subject=wop.subject)
    return attendee


@transaction.atomic
def change_attendee(
    *, attendee: Attendee, actor: User, label: str, organisation: str, name: str, is_named: bool
) -> Attendee:
    """Write down that somebody else comes in this role, or that she wants her name away. Raises as `add_attendee`."""
    wop = locked_wop(attendee.wijk, actor)
    refuse_others(actor, attendee.wijk)
    told = told_of(label, organisation, name, is_named=is_named)
    Attendee.objects.filter(pk=attendee.pk).update(**told)
    record(actor=actor, verb=ATTENDEE_CHANGED, subject=wop.subject)
    attendee.refresh_from_db()
    return attendee


@transaction.atomic
def end_attendee(*, attendee: Attendee, actor: User) -> None:
    """Write down that she does not come any more; her name goes, the role stays as history. Twice changes nothing."""
    wop = locked_wop(attendee.wijk, actor)
    refuse_others(actor, attendee.wijk)
    today = timezone.localdate()
    if Attendee.objects.on(today).filter(pk=attendee.pk).update(ends_on=today, name="", is_named=False):
        record(actor=actor, verb=ATTENDEE_ENDED, subject=wop.subject)


def refuse_others(actor: User, wijk: Wijk) -> None:
    """Raises Refused for who is not on the board."""
    if not can_keep_attendees(actor, wijk.pk):
        raise Refused(_("Alleen het bestuur van het WOP kan dit veranderen."))


def told_of(label: str, organisation: str, name: str, *, is_named: bool) -> dict[str, str | bool]:
    """What may be kept of who comes."""
    return {
        "label": label.strip(),
        "organisation": organisation.strip(),
        "name": name.strip() if is_named else "",
        "is_named": is_named,
    }
