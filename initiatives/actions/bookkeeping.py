"""What every write keeps in step: in whose name it is, that owners were heard, the people of the case, the subject."""

from django.utils import timezone, translation

from gemeente.activity.actions import Changes, record
from gemeente.activity.models import Subject
from gemeente.activity.verbs import Verb
from gemeente.cases.enums import CasePart
from gemeente.cases.models import CasePerson
from gemeente.users.models import User
from initiatives.enums import Right
from initiatives.models import Initiative
from initiatives.policies import right_of

# What somebody with a right is to the gemeente: co-owners and helpers speak with it, others do not.
PARTS = {
    Right.IN_NAME: CasePart.HELPER,
    Right.OWNER: CasePart.CO_OWNER,
    Right.WRITER: CasePart.INVOLVED,
    Right.READER: CasePart.INVOLVED,
}


def in_name_of(initiative: Initiative, actor: User) -> User | None:
    """The owner, where somebody acts for her; nobody where she acts herself, or somebody acts in her own name."""
    in_own_name = actor.pk == initiative.owner_id or right_of(actor, initiative) in (Right.OWNER, Right.WRITER)
    return None if in_own_name else initiative.owner


def hear(initiative: Initiative) -> None:
    """Keep that its owner or her helper did something: it is not silent now."""
    initiative.heard_at, initiative.quiet_since = timezone.now(), None
    initiative.save(update_fields=["heard_at", "quiet_since"])


def account_for(initiative: Initiative, actor: User, verb: Verb, changes: Changes | None = None) -> None:
    """Log what somebody did for it and in whose name, and keep that its owners were heard. Nothing of a concept."""
    if initiative.subject:
        hear(initiative)
        person = in_name_of(initiative, actor)
        record(actor=actor, verb=verb, subject=initiative.subject, person=person, changes=changes)


def keep_people_in_step(initiative: Initiative) -> None:
    """Write who owns it and who has a right on it to the case, and whether anybody has. Reads the helpers anew."""
    helpers = list(initiative.helpers.active().values_list("user_id", "right"))
    initiative.has_helpers = bool(helpers)
    initiative.save(update_fields=["has_helpers"])
    if initiative.case_id is None:
        return
    wanted = {(initiative.owner_id, CasePart.OWNER.value)} | {(pk, PARTS[Right(right)].value) for pk, right in helpers}
    rows = CasePerson.objects.filter(case=initiative.case_id)
    for row in rows:
        if (row.user_id, row.part) not in wanted:
            row.delete()
    known = set(rows.values_list("user_id", "part"))
    for user_id, part in sorted(wanted - known):
        CasePerson.objects.create(case_id=initiative.case_id, user_id=user_id, part=part)


def subject_fields(initiative: Initiative) -> dict[str, object]:
    """What the subject of an initiative must say; publishing writes it and the recount check compares it."""
    with translation.override("nl"):
        path = initiative.get_absolute_url()
    point = initiative.public_point
    texts = (initiative.summary, initiative.own_share, initiative.needs, initiative.place_text)
    return {
        "title": initiative.title,
        "path": path,
        "wijk": initiative.wijk,
        "theme": initiative.theme,
        "longitude": point.longitude if point else None,
        "latitude": point.latitude if point else None,
        "search_text": "\n".join([*texts, *([initiative.organisation] if initiative.organisation else [])]),
    }


def keep_subject_true(initiative: Initiative) -> None:
    """Write what changed in an initiative to its subject."""
    Subject.objects.filter(initiative=initiative).update(**subject_fields(initiative))
