"""What is kept of neighbours, needs and offers on the initiative and on each need, counted again after a change."""

from collections.abc import Iterable

from django.db.models import Max, Sum

from initiatives.actions.saved_searches import look_for_readers
from initiatives.amounts import line_of
from initiatives.enums import UNDER_WAY, NeedKind, ParticipationKind
from initiatives.models import Initiative, Need, Participation, Pledge

OPEN = ("is_open_for_help", "needs_line")
GIVEN = ("given_people", "given_hours", "given_goods")
SUMMED = (NeedKind.HOURS, NeedKind.GOODS)


def keep_open_true(initiative: Initiative, *, save: bool = True) -> None:
    """Keep whether it looks for help and for what: public, under way, and at least one need still open.

    Expects the initiative to be locked. Without `save` the caller writes OPEN with what else it writes.
    """
    is_under_way = initiative.stage in UNDER_WAY and initiative.withdrawn_at is None
    needs = Need.objects.filter(initiative=initiative, closed_at=None).order_by("position", "pk")
    still = [need for need in needs if need.is_open] if is_under_way else []
    initiative.is_open_for_help, initiative.needs_line = bool(still), line_of(still)
    if save:
        initiative.save(update_fields=OPEN)
        if still and initiative.subject_id:
            look_for_readers(initiative)


def count_filled(need: Need) -> None:
    """Keep how much of a need is offered now."""
    rows = Pledge.objects.filter(need=need, withdrawn_at=None)
    need.filled = rows.aggregate(total=Sum("amount"))["total"] or 0
    need.save(update_fields=["filled"])


def keep_needs_true(initiative: Initiative, needs: Iterable[Need]) -> None:
    """Count again what is offered for some needs, and what is still open then. Expects the initiative locked."""
    for need in needs:
        count_filled(need)
    keep_open_true(initiative)


def count_again(initiative: Initiative) -> None:
    """Keep the public counts of people true. Expects the initiative to be locked."""
    rows = Participation.objects.filter(initiative=initiative)
    initiative.support_count = rows.filter(kind=ParticipationKind.SUPPORT).count()
    initiative.join_count = rows.filter(kind=ParticipationKind.JOIN).count()
    initiative.save(update_fields=["support_count", "join_count"])


def count_given(initiative: Initiative) -> None:
    """Keep what neighbours really gave: hours and goods summed, people once each, however often they came.

    Somebody who brought others counts for as many as she ever brought at once.
    """
    rows = Pledge.objects.filter(initiative=initiative, delivered__gt=0)
    hands = rows.filter(need__kind=NeedKind.HANDS)
    people = hands.values("giver").annotate(most=Max("delivered")).order_by()
    sums = {kind: rows.filter(need__kind=kind).aggregate(total=Sum("delivered"))["total"] or 0 for kind in SUMMED}
    initiative.given_people = sum(row["most"] or 0 for row in people)
    initiative.given_hours, initiative.given_goods = sums[NeedKind.HOURS], sums[NeedKind.GOODS]
    initiative.save(update_fields=GIVEN)
