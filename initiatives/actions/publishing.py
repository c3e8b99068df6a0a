"""Putting an initiative online."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.accounts.age import lacks_consent
from gemeente.activity.actions import Changes, follow, notify, record
from gemeente.activity.models import Subject
from gemeente.cases.actions import open_case
from gemeente.cases.enums import CaseKind
from gemeente.lib.errors import Refused
from gemeente.moderation.brakes import refuse_paused, slow_down
from gemeente.portal.enums import TextKey
from gemeente.portal.texts import version_of
from gemeente.users.models import User
from initiatives.actions.answering import keep_what_is_asked
from initiatives.actions.bookkeeping import in_name_of, keep_people_in_step, subject_fields
from initiatives.actions.counts import OPEN, keep_open_true
from initiatives.actions.locking import locked
from initiatives.actions.saved_searches import look_for_readers
from initiatives.actions.standing import STANDING, begin_in_wijk
from initiatives.actions.versions import make_version
from initiatives.asking import lacks_answer
from initiatives.enums import ConsentWay, Stage
from initiatives.models import Consent, Initiative
from initiatives.notices import IN_YOUR_WIJK, PUBLISHED, wop_of
from initiatives.policies import can_publish_initiative, is_owner
from initiatives.verbs import INITIATIVE_PUBLISHED


def missing_part(initiative: Initiative) -> str | None:
    """The first part that a concept still lacks: share, place, wop or contact; None when it can go online.

    What the WOP must know it asks only who has an account: of others somebody wrote down what they said.
    """
    profile = initiative.owner.profile
    if not initiative.own_share:
        return "share"
    if not initiative.place_kind:
        return "place"
    if initiative.owner.email and lacks_answer(initiative):
        return "wop"
    return None if profile.contact_way and profile.day_part else "contact"


@transaction.atomic
def publish_initiative(*, initiative: Initiative, actor: User) -> Initiative:
    """Show an initiative to everybody, as its owner, who accepts the house rules in the version of that day.

    Publishing what is published already changes nothing. Raises Refused for anybody but the owner, as long as a part
    is missing, for a young owner until a parent or youth worker said yes, for who must be silent for a while, and for a
    new account that goes too fast.
    """
    initiative = locked(initiative)
    if is_owner(actor, initiative) and initiative.stage != Stage.CONCEPT:
        return initiative
    if not can_publish_initiative(actor, initiative):
        raise Refused(_("Alleen de eigenaar kan een initiatief online zetten."))
    if lacks_consent(initiative.owner):
        raise Refused(_("Een ouder of jongerenwerker zegt eerst ja. Daarna kun je het online zetten."))
    if missing_part(initiative):
        raise Refused(_("Er ontbreekt nog iets. Maak het eerst af, dan kun je het online zetten."))
    refuse_paused(actor)
    slow_down(actor)
    if initiative.noted_by_id or initiative.reference:  # somebody else wrote it down; the mailed link made it hers
        Consent.objects.create(
            initiative=initiative,
            way=ConsentWay.LINK,
            given_on=timezone.localdate(),
            text_digest=initiative.text_digest,
        )
    return put_online(initiative, actor)


def put_online(initiative: Initiative, actor: User, changes: Changes | None = None) -> Initiative:
    """Give it its subject, the gemeente a case, the owner a receipt, and the WOP a notice. Expects it to be locked.

    It goes by the way in force of its wijk. What was brought over from another site goes on where it stood there.
    """
    keep_what_is_asked(initiative)
    initiative.subject = Subject.objects.create(kind="initiative", is_public=True, **subject_fields(initiative))
    initiative.case = open_case(
        subject=initiative.subject, kind=CaseKind.INITIATIVE, owner=initiative.owner, actor=actor
    )
    initiative.stage = initiative.source_stage or Stage.PUBLISHED
    initiative.published_at = initiative.heard_at = timezone.now()
    begin_in_wijk(initiative)
    keep_open_true(initiative, save=False)
    initiative.save(update_fields=["subject", "case", "stage", *STANDING, "published_at", "heard_at", *OPEN])
    keep_people_in_step(initiative)
    make_version(initiative, actor)
    changes = (changes or {}) | {
        "rules_version": (None, version_of(TextKey.HOUSE_RULES)),
        "stage": (Stage.CONCEPT, initiative.stage),
        "number": (None, initiative.case.number),
        "promised_on": (None, initiative.case.promised_on),
    }
    person = in_name_of(initiative, actor)
    entry = record(actor=actor, verb=INITIATIVE_PUBLISHED, subject=initiative.subject, person=person, changes=changes)
    follow(user=initiative.owner, subject=initiative.subject)
    notify(entry=entry, recipients=[initiative.owner], template=PUBLISHED)
    notify(entry=entry, recipients=wop_of(initiative), template=IN_YOUR_WIJK)
    look_for_readers(initiative)
    return initiative
