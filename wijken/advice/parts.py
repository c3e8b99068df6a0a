"""What of an advice somebody can report and a manager can hide: what the minority saw otherwise, and an answer."""

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from gemeente.activity.models import Subject
from gemeente.moderation.parts import Part
from wijken.advice.models import Advice, Ballot, Reaction, Reply

MOST = 500  # reactions: also of what is old a moderator reads what it is


def view_part(ballot: Ballot) -> str:
    """The code of what somebody wrote who voted against."""
    return f"view:{ballot.pk}"


def reply_part(reply: Reply) -> str:
    """The code of an answer of the gemeente."""
    return f"reply:{reply.pk}"


def published_views(advice: Advice) -> "list[Ballot]":
    """What the minority of the vote wrote that made it given; nothing before."""
    if not advice.is_out:
        return []
    rows = Ballot.objects.filter(round__advice=advice, round__outcome="positive", counts=True).exclude(view="")
    return list(rows.select_related("voter__profile").order_by("pk"))


def parts_of_advice(subject: Subject) -> list[Part]:
    """Views of the minority, and answers."""
    advice = Advice.objects.whole().filter(subject=subject).first()
    if advice is None:
        return []
    views = [
        Part(view_part(one), _("Wat een minderheid anders ziet (%(n)d)") % {"n": number}, one.voter_id)
        for number, one in enumerate(published_views(advice), start=1)
    ]
    replies = advice.replies.order_by("number")
    return views + [
        Part(reply_part(one), _("Antwoord %(n)d van de gemeente") % {"n": one.number}, one.by_id) for one in replies
    ]


def parts_of_voornemen(subject: Subject) -> list[Part]:
    """Reactions on a plan, each of who wrote it."""
    rows = Reaction.objects.filter(voornemen__subject=subject).order_by("-pk")[:MOST]
    label = _("De reactie “%(text)s”")
    return [Part(f"reaction:{one.pk}", label % {"text": Truncator(one.text).chars(60)}, one.author_id) for one in rows]
