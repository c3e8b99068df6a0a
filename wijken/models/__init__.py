"""What a wijk has of its own, one module a subject."""

from wijken.models.documents import WijkDocument
from wijken.models.page import PageState, WijkPage
from wijken.models.team import Attendee, JoinRequest, Membership
from wijken.models.themes import WijkTheme
from wijken.models.ways import AskKind, DecisionRule, WayKind, WayState, Werkwijze, WijkQuestion, WijkStage
from wijken.models.wop import Wop

__all__ = [
    "AskKind",
    "Attendee",
    "DecisionRule",
    "JoinRequest",
    "Membership",
    "PageState",
    "WayKind",
    "WayState",
    "Werkwijze",
    "WijkDocument",
    "WijkPage",
    "WijkQuestion",
    "WijkStage",
    "WijkTheme",
    "Wop",
]
