"""Reactions on a plan of the gemeente, and what the gemeente did with each."""

import uuid
from collections.abc import Iterable

from django.db import transaction
from django.db.models import Count
from django.utils.translation import gettext as _

from gemeente.accounts.age import lacks_consent
from gemeente.activity.actions import give_receipt, record
from gemeente.activity.enums import ReceiptKind
from gemeente.lib.errors import Refused
from gemeente.lib.submissions import submission
from gemeente.moderation.brakes import refuse_paused, slow_down
from gemeente.users.models import User
from wijken.advice import verbs
from wijken.advice.actions.plans import locked_plan, plan_of
from wijken.advice.enums import Treatment
from wijken.advice.models import Reaction, ReactionTreatment, Voornemen
from wijken.advice.policies import can_react, can_take_back_reaction


@transaction.atomic
def react(*, voornemen: Voornemen, actor: User, text: str, submission_key: uuid.UUID | None = None) -> Reaction:
    """React on a plan in public; she gets a receipt. The same form posted twice makes one reaction.

    Raises Refused once the term is over, while the page is hidden, for who works for the gemeente, for a young person
    without a yes, for who must be silent for a while, and for a new account that goes too fast.
    """
    voornemen = locked_plan(voornemen)
    key = submission(submission_key, text)
    if same := Reaction.objects.filter(submission_key=key, voornemen=voornemen, author=actor).first():
        return same
    if not voornemen.subject.is_public or not can_react(actor, voornemen):
        raise Refused(_("Op dit plan kun je nu niet reageren."))
    if not text.strip():
        raise Refused(_("Schrijf op wat je van het plan vindt."))
    if lacks_consent(actor):
        raise Refused(_("Een ouder of jongerenwerker zegt eerst ja. Daarna kun je reageren."))
    refuse_paused(actor)
    slow_down(actor)
    made = Reaction.objects.create(voornemen=voornemen, author=actor, text=text.strip(), submission_key=key)
    record(actor=actor, verb=verbs.PLAN_REACTED, subject=voornemen.subject)
    copy = f"{voornemen.title}\n\n{made.text}"
    give_receipt(kind=ReceiptKind.REACTION, text=copy, person=actor, subject=voornemen.subject)
    return made


@transaction.atomic
def take_back_reaction(*, reaction: Reaction, actor: User) -> None:
    """Take one's own reaction away, as long as the term runs. Twice changes nothing. Raises Refused for others."""
    voornemen = locked_plan(reaction.voornemen)
    found = Reaction.objects.select_related("voornemen").filter(pk=reaction.pk).first()
    if found is None:
        return
    if not can_take_back_reaction(actor, found) or found.outcome:
        raise Refused(_("Weghalen kan alleen zelf, zolang iedereen nog kan reageren."))
    found.delete()
    record(actor=actor, verb=verbs.PLAN_TAKEN_BACK, subject=voornemen.subject)


@transaction.atomic
def treat_reactions(
    *, voornemen: Voornemen, actor: User, reactions: Iterable[Reaction], outcome: Treatment, text: str
) -> int:
    """Write down what was done with these reactions and why: the same words with each, each its own row.

    A later treatment stands in the place of an earlier one until it is decided; both are kept. The same again changes
    nothing. Returns how many were written. Raises Refused for who does not work on the plan, and without words.
    """
    voornemen = plan_of(voornemen, actor)
    if not text.strip():
        raise Refused(_("Schrijf op waarom. Wie reageerde, leest dit."))
    chosen = Reaction.objects.filter(voornemen=voornemen, pk__in=[one.pk for one in reactions])
    rows = list(chosen.annotate(before=Count("treatments")).order_by("pk"))
    last = {
        one.reaction_id: (one.outcome, one.text)
        for one in ReactionTreatment.objects.filter(reaction__in=rows).order_by("number")
    }
    new = [row for row in rows if last.get(row.pk) != (outcome, text.strip())]
    ReactionTreatment.objects.bulk_create(
        ReactionTreatment(reaction=row, number=row.before + 1, outcome=outcome, text=text.strip(), by=actor)
        for row in new
    )
    Reaction.objects.filter(pk__in=[row.pk for row in new]).update(outcome=outcome)
    if new:
        changes = {"number": (None, len(new)), "outcome": (None, outcome)}
        record(actor=actor, verb=verbs.PLAN_TREATED, subject=voornemen.subject, changes=changes)
    return len(new)
