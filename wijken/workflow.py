"""The road of a request to join a team, as a table that everybody can read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wijken.enums import RequestState
from wijken.policies import can_answer_request

if TYPE_CHECKING:
    from wijken.models import JoinRequest


@dataclass(frozen=True)
class Transition:
    """One step: from where to where, and who may take it."""

    name: str
    source: RequestState
    target: RequestState
    policy: "Callable[[Any, JoinRequest], bool]"


def is_asker(user: Any, request: "JoinRequest") -> bool:
    """Who asked."""
    return bool(user.is_authenticated and user.is_active and request.user_id == user.pk)


def is_its_board(user: Any, request: "JoinRequest") -> bool:
    """The board of the WOP that she asked."""
    return can_answer_request(user, request.wijk_id)


TRANSITIONS: tuple[Transition, ...] = (
    Transition("accept", RequestState.OPEN, RequestState.ACCEPTED, is_its_board),
    Transition("decline", RequestState.OPEN, RequestState.DECLINED, is_its_board),
    Transition("withdraw", RequestState.OPEN, RequestState.WITHDRAWN, is_asker),
)


def available(request: "JoinRequest", user: Any) -> list[str]:
    """The steps somebody can take with a request now."""
    return [step.name for step in TRANSITIONS if step.source == request.state and step.policy(user, request)]
