"""The shape of a demo initiative: what its people wrote, did and said, and how many days after it began."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class DemoUpdate:
    """News that the owner wrote, so many days after publication."""

    day: int
    title: str
    text: str


@dataclass(frozen=True)
class DemoContact:
    """One contact that the contact person logged. `way` is call, visit, meeting or mail; `next_in` is in days."""

    day: int
    way: str
    reached: bool
    note: str
    next_in: int | None = None


@dataclass(frozen=True)
class DemoCase:
    """The gemeente's side. `by` is the key of a member of staff; an empty `closing` leaves the case open.

    `planned` is the day on which it was planned, what, by whom, and how many quarters from now.
    """

    by: str
    claimed: int
    contacts: tuple[DemoContact, ...] = ()
    closing: str = ""
    planned: tuple[int, str, str, int] | None = None


@dataclass(frozen=True)
class DemoInitiative:
    """One initiative. `wijk` is a slug, or None for the whole town; `owner` is the key of a DemoPerson.

    `place_kind` is wijk (only the wijk), public (`point` is exact) or home (others see `place` only: a street without
    number); `point` is (longitude, latitude). `result` and `people_reached` belong to realised initiatives, `reason` to
    stopped ones; `done_ago` is how many days ago that was, where it must be lately.
    `joiners` are pairs of a person's key and what she said; `supporters` is how many neighbours support it.
    No `case` means that nobody at the gemeente has taken it up yet.
    """

    title: str
    summary: str
    own_share: str
    owner: str
    wijk: str | None
    stage: str
    scene: str
    days_ago: int
    theme: str | None = None
    needs: str = ""
    place_kind: str = "wijk"
    place: str = ""
    point: tuple[float, float] | None = None
    result: str = ""
    people_reached: int | None = None
    reason: str = ""
    done_ago: float | None = None
    supporters: int = 0
    joiners: tuple[tuple[str, str], ...] = ()
    updates: tuple[DemoUpdate, ...] = field(default=())
    case: DemoCase | None = None
