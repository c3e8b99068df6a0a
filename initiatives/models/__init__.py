"""What residents undertake, who takes part, and who acts in whose name."""

from initiatives.models.cube import CubeCell, CubeMember
from initiatives.models.initiative import Initiative, Update
from initiatives.models.needs import Need, Pledge, Share
from initiatives.models.ownership import Consent, DroppedReference, Helper, Offer, QuietQuestion
from initiatives.models.showing import Document, Photo
from initiatives.models.taking_part import Participation, ParticipationRequest
from initiatives.models.versions import Version

__all__ = [
    "Consent",
    "CubeCell",
    "CubeMember",
    "Document",
    "DroppedReference",
    "Helper",
    "Initiative",
    "Need",
    "Offer",
    "Participation",
    "ParticipationRequest",
    "Photo",
    "Pledge",
    "QuietQuestion",
    "Share",
    "Update",
    "Version",
]
