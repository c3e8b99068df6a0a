"""Advice, how it came about, and what the gemeente does with it; and plans that it lays before a wijk early."""

from wijken.advice.models.advice import Advice, AdviceVersion, Reply, Say
from wijken.advice.models.plans import PlanDocument, Reaction, ReactionTreatment, Voornemen
from wijken.advice.models.votes import Ballot, Round

__all__ = [
    "Advice",
    "AdviceVersion",
    "Ballot",
    "PlanDocument",
    "Reaction",
    "ReactionTreatment",
    "Reply",
    "Round",
    "Say",
    "Voornemen",
]
