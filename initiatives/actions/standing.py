"""Behind every write: in whose name it is, that its owners were heard, and the people of its case."""

from django.utils import timezone

from gemeente.cases.enums import CasePart
from gemeente.cases.models import CasePerson
from gemeente.users.models import User
from initiatives.models import Initiative


def in_name_of(initiative: Initiative, actor: User) -> User | None:
    """The owner, where somebody else acts for her; nobody where she acts herself."""
    return None if actor.pk == initiative.owner_id else initiative.owner


def hear(initiative: Initiative) -> None:
    """Keep that its owner or her helper did something: it is not silent now."""
    initiative.heard_at, initiative.quiet_since = timezone.now(), None
    initiative.save(update_fields=["heard_at", "quiet_since"])


def keep_people_in_step(initiative: Initiative) -> None:
    """Write who owns it and who helps to the case, and whether anybody helps. Reads the helpers anew."""
    helpers = list(initiative.helpers.active().values_list("user_id", flat=True))
    initiative.has_helpers = bool(helpers)
    initiative.save(update_fields=["has_helpers"])
    if initiative.case_id is None:
        return
    wanted = {(initiative.owner_id, CasePart.OWNER.value)} | {(pk, CasePart.HELPER.value) for pk in helpers}
    rows = CasePerson.objects.filter(case=initiative.case_id, part__in=[CasePart.OWNER, CasePart.HELPER])
    for row in rows:
        if (row.user_id, row.part) not in wanted:
            row.delete()
    known = set(rows.values_list("user_id", "part"))
    for user_id, part in sorted(wanted - known):
        CasePerson.objects.create(case_id=initiative.case_id, user_id=user_id, part=part)
