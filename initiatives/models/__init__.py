"""What residents undertake, who takes part, and who acts in whose name."""

from initiatives.models.initiative import Initiative, Photo, Update
from initiatives.models.ownership import Consent, DroppedReference, Helper, QuietQuestion
from initiatives.models.taking_part import Participation, ParticipationRequest

__all__ = [
    "Consent",
    "DroppedReference",
    "Helper",
    "Initiative",
    "Participation",
    "ParticipationRequest",
    "Photo",
    "QuietQuestion",
    "Update",
]
