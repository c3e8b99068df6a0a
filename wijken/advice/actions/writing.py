"""The text of an advice, in versions, and what neighbours say of it."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.activity.actions import record
from gemeente.lib.errors import Refused, Stale
from gemeente.moderation.brakes import refuse_paused, slow_down
from gemeente.users.models import User
from wijken.advice.actions.locking import keep_subject_true, locked_for
from wijken.advice.enums import Opinion, Stance
from wijken.advice.models import Advice, AdviceVersion, Say
from wijken.advice.policies import can_say_opinion, can_write_advice
from wijken.advice.verbs import ADVICE_WRITTEN, OPINION_SAID


@transaction.atomic
def write_advice(*, advice: Advice, actor: User, stance: Stance, text: str, based_on: int) -> AdviceVersion | None:
    """Save the text as a new version; the same text makes none.

    `based_on` is the version that the writer saw. Raises Refused for who is not of the WOP, once the vote began, and
    without a text; Stale when somebody else saved meanwhile.
    """
    advice = locked_for(advice, actor, can_write_advice, _("Aan dit advies kun je nu niet schrijven."))
    if not text.strip():
        raise Refused(_("Schrijf op wat jullie adviseren."))
    if (stance, text.strip()) == (advice.stance, advice.text):
        return None
    if based_on != advice.version_count:
        raise Stale(_("Iemand anders, of jij in een ander tabblad, heeft het advies net veranderd."))
    advice.stance, advice.text, advice.version_count = stance, text.strip(), advice.version_count + 1
    advice.save(update_fields=["stance", "text", "version_count"])
    made = AdviceVersion.objects.create(
        advice=advice, number=advice.version_count, stance=stance, text=advice.text, author=actor
    )
    keep_subject_true(advice)
    changes = {"version": (made.number - 1, made.number), "stance": (None, stance)}
    record(actor=actor, verb=ADVICE_WRITTEN, subject=advice.subject, changes=changes)
    return made


@transaction.atomic
def say_opinion(*, advice: Advice, actor: User, opinion: Opinion, words: str = "") -> Say:
    """Say what one thinks of an advice in the making, or change it. It is input for who votes, and never a vote.

    Raises Refused where the wijk does not ask it, once the vote is closed, for who votes herself or comes for her
    work, and for who must be silent for a while.
    """
    advice = locked_for(advice, actor, can_say_opinion, _("Je mening geven kan hier nu niet."))
    refuse_paused(actor)
    said = Say.objects.filter(advice=advice, user=actor).first()
    if said is None:
        slow_down(actor)
        said = Say(advice=advice, user=actor)
        record(actor=actor, verb=OPINION_SAID, subject=advice.subject)
    said.opinion, said.words, said.said_at = opinion, words.strip(), timezone.now()
    said.save()
    return said
