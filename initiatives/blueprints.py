"""Reading the ready plans of the gemeente: those of today, and which an initiative took."""

from django.utils import timezone

from initiatives.models import Blueprint, Initiative


def offered_blueprints() -> list[Blueprint]:
    """What somebody can take today, in the order of the manager: one query."""
    return Blueprint.objects.select_related("theme").in_force(timezone.localdate())


def offered_blueprint(code: str) -> Blueprint | None:
    """The version of one that counts today; None for one that is not offered."""
    rows = Blueprint.objects.select_related("theme").filter(code=code).in_force(timezone.localdate())
    return rows[0] if rows else None


def taken_codes(initiative: Initiative) -> set[str]:
    """Which ready plans stand in the steps of an initiative."""
    rows = initiative.plan_steps.filter(blueprint_step__isnull=False)
    return set(rows.values_list("blueprint_step__blueprint__code", flat=True))
