"""What residents undertake, who takes part, and who acts in whose name."""

from initiatives.models.answers import WijkAnswer
from initiatives.models.cube import CubeCell, CubeMember, CubeSum
from initiatives.models.files import Document, Photo
from initiatives.models.initiative import Initiative
from initiatives.models.inquiries import Inquiry
from initiatives.models.needs import Need, Pledge, Share
from initiatives.models.news import Update
from initiatives.models.ownership import Consent, DroppedReference, Helper, Offer, QuietQuestion
from initiatives.models.plans import (
    Blueprint,
    BlueprintStep,
    DismissedCard,
    NextStepCard,
    PlanStep,
    ReminderStop,
)
from initiatives.models.saved_searches import SavedHit, SavedSearch
from initiatives.models.taking_part import Participation, ParticipationRequest, ThanksName
from initiatives.models.versions import Version

__all__ = [
    "Blueprint",
    "BlueprintStep",
    "Consent",
    "CubeCell",
    "CubeMember",
    "CubeSum",
    "DismissedCard",
    "Document",
    "DroppedReference",
    "Helper",
    "Initiative",
    "Inquiry",
    "Need",
    "NextStepCard",
    "Offer",
    "Participation",
    "ParticipationRequest",
    "Photo",
    "PlanStep",
    "Pledge",
    "QuietQuestion",
    "ReminderStop",
    "SavedHit",
    "SavedSearch",
    "Share",
    "ThanksName",
    "Update",
    "Version",
    "WijkAnswer",
]
