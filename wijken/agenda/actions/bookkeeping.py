"""How each write begins and ends: the row as it is now, counts that are true, and the opgave one road further."""

from typing import Any

from django.db import transaction
from django.db.models import Count, F, Q, Sum
from django.db.models.functions import Coalesce
from django.utils import translation
from django.utils.translation import gettext as _

from gemeente.activity.actions import record
from gemeente.activity.models import Subject
from gemeente.lib.errors import Refused
from gemeente.places.models import Wijk
from gemeente.users.models import User
from wijken.agenda.enums import Answer, Progress
from wijken.agenda.models import Opgave
from wijken.agenda.models.opgave import MOST_RANKS
from wijken.agenda.policies import OpgavePolicy, can_work
from wijken.agenda.verbs import OPGAVE_MOVED
from wijken.agenda.workflow import step_of

COUNTS = ["support_count", "contribution_count", "points", "answer_count", "promise_count", "done_count"]


def locked_wijk(wijk: Wijk) -> Wijk:
    """One at a time for what counts in a whole wijk: names in addresses, the order of its agenda."""
    assert transaction.get_connection().in_atomic_block
    Wijk.objects.select_for_update(no_key=True).only("pk").get(pk=wijk.pk)
    return wijk


def locked(opgave: Opgave) -> Opgave:
    """The opgave as it is now, and nobody else's until this transaction ends. Raises Refused for what is hidden."""
    Opgave.objects.select_for_update(no_key=True).only("pk").get(pk=opgave.pk)
    found = Opgave.objects.select_related("wijk", "subject").defer("wijk__boundary").get(pk=opgave.pk)
    if found.subject.hidden_at:
        raise Refused(_("Deze pagina is nu verborgen. Probeer het later weer."))
    return found


def locked_for(opgave: Opgave, actor: User, policy: OpgavePolicy = can_work, sentence: str = "") -> Opgave:
    """The same, for who may. Raises Refused with this sentence."""
    opgave = locked(opgave)
    if not policy(actor, opgave):
        raise Refused(sentence or _("Alleen bewoners in het WOP van deze wijk kunnen dit."))
    return opgave


def take_step(opgave: Opgave, name: str, actor: User | None, **fields: Any) -> bool:
    """Bring a locked opgave one step further by an act; says whether there was such a step."""
    step = step_of(opgave, name)
    if step is None:
        return False
    before, opgave.state = opgave.state, step.target
    for field, value in fields.items():
        setattr(opgave, field, value)
    opgave.save(update_fields=["state", *fields])
    record(actor=actor, verb=OPGAVE_MOVED, subject=opgave.subject, changes={"state": (before, opgave.state)})
    keep_subject_true(opgave)
    return True


def subject_fields(opgave: Opgave) -> dict[str, Any]:
    """What the subject of an opgave must say; whether it is hidden is the moderators'."""
    with translation.override("nl"):
        path = opgave.get_absolute_url()
    return {
        "title": opgave.title,
        "path": path,
        "wijk": opgave.wijk,
        "theme_id": opgave.theme.theme_id if opgave.theme else None,
        "search_text": opgave.signal,
    }


def keep_subject_true(opgave: Opgave) -> None:
    """Write what changed in an opgave to its subject."""
    Subject.objects.filter(pk=opgave.subject_id).update(**subject_fields(opgave))


def recount(opgave: Opgave) -> None:
    """Keep the numbers of an opgave, counted anew; it is locked."""
    answers = opgave.promises.filter(withdrawn_at=None).aggregate(
        all=Count("pk"),
        yes=Count("pk", filter=Q(answer=Answer.YES)),
        done=Count("pk", filter=Q(answer=Answer.YES, progress=Progress.DONE)),
    )
    opgave.support_count = opgave.supports.count()
    opgave.contribution_count = opgave.contributions.filter(forgotten_at=None).count()
    opgave.points = opgave.rankings.aggregate(sum=Coalesce(Sum(MOST_RANKS + 1 - F("rank")), 0))["sum"]
    opgave.answer_count, opgave.promise_count, opgave.done_count = answers["all"], answers["yes"], answers["done"]
    opgave.save(update_fields=COUNTS)


def locked_quietly(pk: int) -> Opgave:
    """An opgave to count anew, hidden or not, until this transaction ends."""
    return Opgave.objects.select_for_update(no_key=True).get(pk=pk)
