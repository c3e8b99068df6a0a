"""What residents undertake, who takes part, and who acts in whose name."""

from initiatives.models.cube import CubeCell, CubeMember
from initiatives.models.initiative import Initiative, Photo, Update
from initiatives.models.ownership import Consent, DroppedReference, Helper, QuietQuestion
from initiatives.models.taking_part import Participation, ParticipationRequest

__all__ = [
    "Consent",
    "CubeCell",
    "CubeMember",
    "DroppedReference",
    "Helper",
    "Initiative",
    "Participation",
    "ParticipationRequest",
    "Photo",
    "QuietQuestion",
    "Update",
]
