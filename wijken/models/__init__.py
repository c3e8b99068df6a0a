"""What a wijk has of its own, one module a subject."""

from wijken.models.team import Attendee, JoinRequest, Membership
from wijken.models.wop import Wop

__all__ = ["Attendee", "JoinRequest", "Membership", "Wop"]
