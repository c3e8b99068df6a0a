"""The toekomstagenda of a wijk, its opgaven, and what is promised for them."""

from wijken.agenda.models.agenda import AgendaVersion, Toekomstagenda
from wijken.agenda.models.opgave import Contribution, Opgave, OpgaveOffer, Ranking, Summary, Support
from wijken.agenda.models.promises import CounterSignature, ProgressNote, Promise, PromiseReply, PromiseVersion
from wijken.agenda.models.texts import OpgaveText, Party, Signature

__all__ = [
    "AgendaVersion",
    "Contribution",
    "CounterSignature",
    "Opgave",
    "OpgaveOffer",
    "OpgaveText",
    "Party",
    "ProgressNote",
    "Promise",
    "PromiseReply",
    "PromiseVersion",
    "Ranking",
    "Signature",
    "Summary",
    "Support",
    "Toekomstagenda",
]
