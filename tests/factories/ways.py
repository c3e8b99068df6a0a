"""Ways of working: of a wijk, with stages, a question and rules."""

from django.utils import timezone

from gemeente.places.models import Wijk
from wijken.models import AskKind, DecisionRule, WayState, Werkwijze, WijkQuestion, WijkStage
from wijken.voting import Matter, Voters

Stages = tuple[tuple[str, str], ...]
STAGES: Stages = (
    ("Ingediend", "published"),
    ("Op de agenda", "published"),
    ("Besproken", "preparing"),
    ("Aan de slag", "running"),
)


def draft_of(
    wijk: Wijk, *, number: int = 1, stages: Stages = STAGES, question: str = "Voor hoeveel huizen is het?"
) -> Werkwijze:
    """A draft of a wijk, ready to be published."""
    way = Werkwijze.objects.create(wijk=wijk, number=number, meetings_per_year=6, answer_days=21)
    WijkStage.objects.bulk_create(
        WijkStage(werkwijze=way, position=n, label=label, common=common)
        for n, (label, common) in enumerate(stages, start=1)
    )
    if question:
        why = "Zo weten we wie we uitnodigen."
        WijkQuestion.objects.create(werkwijze=way, position=1, kind=AskKind.NUMBER, label=question, purpose=why)
    for matter in Matter:
        DecisionRule.objects.create(werkwijze=way, matter=matter, voters=Voters.BOARD, quorum=50, majority=50)
    return way


def a_way(
    wijk: Wijk, *, number: int = 1, stages: Stages = STAGES, question: str = "Voor hoeveel huizen is het?"
) -> Werkwijze:
    """The same, published now."""
    way = draft_of(wijk, number=number, stages=stages, question=question)
    way.state, way.published_at = WayState.PUBLISHED, timezone.now()
    way.save(update_fields=["state", "published_at"])
    return way
