"""What a wijk has of its own, one module a subject."""

from wijken.models.wop import Wop

__all__ = ["Wop"]
