"""What the agenda keeps about a person."""

from typing import Any

from django.utils import timezone

from gemeente.lib.personal_data import PersonalData
from gemeente.users.models import User
from wijken.agenda.actions.bookkeeping import locked_quietly, recount
from wijken.agenda.models import (
    Contribution,
    Opgave,
    OpgaveOffer,
    Party,
    ProgressNote,
    PromiseReply,
    PromiseVersion,
    Ranking,
    Signature,
    Support,
)


def export_agenda(user: User) -> dict[str, Any]:
    """What she brought up, added, supports and ranks, and what she signed and promised for whom."""
    signals = Opgave.objects.filter(raised_by=user).order_by("pk")
    contributions = Contribution.objects.filter(author=user).order_by("pk")
    signatures = Signature.objects.filter(user=user).order_by("pk")
    promised = PromiseVersion.objects.filter(author=user).order_by("pk")
    offers = OpgaveOffer.objects.filter(made_by=user).order_by("pk")
    replies = PromiseReply.objects.filter(author=user).order_by("pk")
    notes = ProgressNote.objects.filter(author=user).order_by("pk")
    supports = Support.objects.filter(user=user).order_by("pk")
    rankings = Ranking.objects.filter(user=user).order_by("wijk", "rank")
    return {
        "signals": list(signals.values("wijk__name", "title", "signal", "source", "source_url", "created_at")),
        "contributions": list(contributions.values("opgave__title", "kind", "text", "url", "created_at")),
        "supports": list(supports.values("opgave__title", "created_at")),
        "rankings": list(rankings.values("wijk__name", "opgave__title", "rank")),
        "signatures": list(signatures.values("text__opgave__title", "text__number", "party__name", "signed_at")),
        "parties": list(Party.objects.filter(person=user).order_by("pk").values("opgave__title", "name", "named_at")),
        "promises": list(promised.values("promise__organisation__name", "what", "reason", "made_at")),
        "offers": list(offers.values("organisation__name", "opgave__title", "what", "how_much", "created_at")),
        "replies": list(replies.values("promise__opgave__title", "text", "created_at")),
        "progress": list(notes.values("promise__opgave__title", "state", "text", "created_at")),
    }


def erase_agenda(user: User) -> None:
    """Forget what she added, supports and ranks. Signals stay without her name; so does what she did for others."""
    about = {"contributions__author": user}, {"supports__user": user}, {"rankings__user": user}
    touched = {pk for mine in about for pk in Opgave.objects.filter(**mine).values_list("pk", flat=True)}
    opgaven = [locked_quietly(pk) for pk in sorted(touched)]
    Contribution.objects.filter(author=user, forgotten_at=None).update(text="", url="", forgotten_at=timezone.now())
    Support.objects.filter(user=user).delete()
    Ranking.objects.filter(user=user).delete()
    for opgave in opgaven:
        recount(opgave)


def move_agenda(old: User, new: User) -> None:
    """Somebody on paper signed in nowhere, so she has nothing here but what was written for her: her signals."""
    Opgave.objects.filter(raised_by=old).update(raised_by=new)


AGENDA_DATA = PersonalData("agenda", export_agenda, erase_agenda, move_agenda)
