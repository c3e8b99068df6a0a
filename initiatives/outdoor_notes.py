"""Where a plan stands that somebody wrote down outdoors, in the words of who wrote it down. Reading only."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format

from gemeente.accounts.models import Claim
from initiatives.enums import ConsentWay
from initiatives.models import Initiative
from initiatives.outdoor_policies import is_on_paper
from initiatives.policies import is_concept
from initiatives.writing_steps import first_missing


@dataclass(frozen=True)
class NoteRow:
    """One row of somebody's notes. Without `url` the plan is no longer hers to see."""

    title: str
    who: str
    where: str
    number: str
    now: str
    url: str


def row_of(initiative: Initiative) -> NoteRow:
    """A note in a list. Expects rows `with_yes()`. Of what its owner took over only that stays."""
    if not is_on_paper(initiative) and is_concept(initiative):
        return NoteRow("Een plan dat je opschreef", "", "", initiative.note_number, now_of(initiative), "")
    url = reverse("outdoors:note", args=[initiative.pk])
    url = url if is_on_paper(initiative) else initiative.get_absolute_url()
    who = initiative.owner.name if is_on_paper(initiative) else initiative.owner_name
    return NoteRow(initiative.title, who, initiative.place_name, initiative.note_number, now_of(initiative), url)


def now_of(initiative: Initiative) -> str:
    """What happens now with a note, in one sentence."""
    if not is_concept(initiative):
        quiet = " Al een jaar niets gehoord." if initiative.quiet_since else ""
        return f"Staat online: {initiative.stage_label.lower()}.{quiet}"
    if not is_on_paper(initiative):
        return "De eigenaar zei ja en gaat zelf verder."
    yes = initiative.standing_yes
    if yes and yes.is_complete:
        return "De eigenaar zei ja. Je kunt het online zetten."
    if yes and yes.way == ConsentWay.CALL:
        return "De eigenaar zei ja aan de telefoon. Nu de brief nog."
    if claim := last_mail(initiative):
        return f"Wacht op antwoord op de mail van {date_format(claim.created_at, 'j F')}."
    if first_missing(initiative):
        return "Nog niet af. Vul het samen aan."
    return "Wacht op het ja van de eigenaar."


def last_mail(initiative: Initiative) -> Claim | None:
    """The last mail to the owner that waits for an answer. Expects prefetched claims."""
    waiting = [claim for claim in initiative.owner.claims.all() if claim.answered_at is None]
    return max(waiting, key=lambda claim: claim.created_at, default=None)
