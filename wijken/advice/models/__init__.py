"""Advice, how it came about, and what the gemeente does with it."""

from wijken.advice.models.advice import Advice, AdviceVersion, Reply, Say
from wijken.advice.models.votes import Ballot, Round

__all__ = ["Advice", "AdviceVersion", "Ballot", "Reply", "Round", "Say"]
