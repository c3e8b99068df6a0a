"""How each write on advice begins and ends: the row as it is now, and its subject kept true."""

from django.utils import translation
from django.utils.translation import gettext as _

from gemeente.activity.models import Subject
from gemeente.lib.errors import Refused
from gemeente.users.models import User
from wijken.advice.models import Advice, Round
from wijken.advice.policies import Policy


def locked(advice: Advice) -> Advice:
    """The advice as it is now, and nobody else's until this transaction ends."""
    Advice.objects.select_for_update().only("pk").get(pk=advice.pk)
    return Advice.objects.whole().get(pk=advice.pk)


def locked_for(advice: Advice, actor: User, policy: Policy, sentence: str) -> Advice:
    """The same, for who may do this. Raises Refused with this sentence."""
    advice = locked(advice)
    if not policy(actor, advice):
        raise Refused(sentence)
    return advice


def open_round(advice: Advice) -> Round:
    """The vote that is open. Raises Round.DoesNotExist where none is."""
    return Round.objects.get(advice=advice, closed_at=None)


def subject_title(advice: Advice) -> str:
    """What its subject is called: in no words of another, which may be hidden or taken away tomorrow."""
    with translation.override("nl"):
        if advice.title:
            return _("Advies: %(title)s") % {"title": advice.title}
        return _("Advies %(number)s van het WOP %(wijk)s") % {"number": advice.pk, "wijk": advice.wijk.name}


def keep_subject_true(advice: Advice) -> None:
    """Write what changed in an advice to its subject."""
    with translation.override("nl"):
        path = advice.get_absolute_url()
    text = advice.text if advice.shows_text else ""
    Subject.objects.filter(pk=advice.subject_id).update(title=subject_title(advice), path=path, search_text=text)
