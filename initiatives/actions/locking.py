"""How each write begins: the row as it is now, nobody else's until the end, and nothing written over unseen."""

import hashlib
import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from gemeente.lib.errors import Refused
from gemeente.moderation.brakes import refuse_paused
from gemeente.users.models import User
from initiatives.models import Initiative
from initiatives.policies import Policy

if TYPE_CHECKING:
    from django.db.models import QuerySet


def locked(initiative: Initiative) -> Initiative:
    """The initiative as it is now, and nobody else's until this transaction ends.

    Lock first, read afterwards: who waited for the row would otherwise get it new, with the photo of before. Wijk,
    theme and photo come when an action asks for them: planning a join of nine tables takes longer than the action.
    """
    Initiative.objects.select_for_update().only("pk").get(pk=initiative.pk)
    rows = Initiative.objects.select_related("owner__profile", "subject", "case__contact")
    return rows.with_helpers().prefetch_related("consents").get(pk=initiative.pk, withdrawn_at=None)


def for_each(rows: "QuerySet[Initiative]", act: Callable[..., object]) -> int:
    """Let an action do its work for each of these; returns for how many it did something.

    One after the other, each in the action's own transaction. What was taken away since the list was made is passed
    over: it must not keep the others waiting until tomorrow.
    """
    done = 0
    for row in list(rows.order_by("pk")):
        with suppress(Initiative.DoesNotExist):
            done += bool(act(initiative=row))
    return done


def locked_for(initiative: Initiative, actor: User, policy: Policy, sentence: str) -> Initiative:
    """The same, for who may change it. Raises Refused with this sentence, and in public for who must be silent."""
    initiative = locked(initiative)
    if not policy(actor, initiative):
        raise Refused(sentence)
    if initiative.subject and initiative.subject.is_public:
        refuse_paused(actor)
    return initiative


def seen(initiative: Initiative, part: Iterable[str]) -> str:
    """What somebody saw of one part, as a word that a form can carry: another word, another text."""
    row = {field.name: getattr(initiative, field.attname) for field in Initiative._meta.concrete_fields}
    values = [row[name] for name in sorted(part)]
    return hashlib.sha256(json.dumps(values, default=str).encode()).hexdigest()[:16]
