"""Kept counts of what is public, per choice of the list and per square of the map. The database itself keeps them."""

from math import floor

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gemeente.places.models import Theme, Wijk
from initiatives.enums import PUBLIC_STAGES
from initiatives.querysets import CubeQuerySet

# Squares of the map: 0.004 degrees of longitude by 0.0025 of latitude, about 280 metres each way in this country.
# Whole numbers per degree, so that the database and Python cut alike. Migration 0003 has the same two.
CELLS_PER_DEGREE = (250, 400)


def cell_of(longitude: float, latitude: float) -> tuple[int, int]:
    """The square that a point lies in, counted from zero degrees; one on a border belongs to the east and the north."""
    return floor(longitude * CELLS_PER_DEGREE[0]), floor(latitude * CELLS_PER_DEGREE[1])


class CubeCell(models.Model):
    """How many public initiatives share one wijk, theme, stage and square. Sums of rows answer what a page asks.

    Only the triggers of migration 0003 write here, when a transaction commits; `recount_cube` counts all anew.
    """

    wijk = models.ForeignKey(Wijk, on_delete=models.CASCADE, null=True, related_name="+", verbose_name=_("wijk"))
    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, null=True, related_name="+")
    stage = models.CharField(max_length=20)
    is_quiet = models.BooleanField(help_text="Silent for long, or paused: the list does not call it running")
    is_open_for_help = models.BooleanField()
    # Of the point that everybody may know: of a home only roughly. Empty where there is none.
    cell_x = models.IntegerField(null=True)
    cell_y = models.IntegerField(null=True)
    count = models.IntegerField()

    objects = CubeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["wijk", "theme", "stage", "is_quiet", "is_open_for_help", "cell_x", "cell_y"],
                nulls_distinct=False,
                name="cube_cell_once",
            ),
            models.CheckConstraint(condition=Q(count__gte=0), name="cube_count_not_negative"),
            models.CheckConstraint(condition=Q(stage__in=PUBLIC_STAGES), name="cube_stage_public"),
            models.CheckConstraint(
                condition=Q(cell_x=None, cell_y=None) | Q(cell_x__isnull=False, cell_y__isnull=False),
                name="cube_square_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stage}: {self.count}"


class CubeSum(models.Model):
    """The cells without their squares: a few hundred rows, out of which a list counts its choices in one query.

    A trigger on the cells keeps it (migration 0003).
    """

    wijk = models.ForeignKey(Wijk, on_delete=models.CASCADE, null=True, related_name="+")
    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, null=True, related_name="+")
    stage = models.CharField(max_length=20)
    is_quiet = models.BooleanField()
    is_open_for_help = models.BooleanField()
    has_point = models.BooleanField()
    count = models.IntegerField()

    objects = CubeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["wijk", "theme", "stage", "is_quiet", "is_open_for_help", "has_point"],
                nulls_distinct=False,
                name="cube_sum_once",
            ),
            models.CheckConstraint(condition=Q(count__gte=0), name="cube_sum_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.stage}: {self.count}"


class CubeMember(models.Model):
    """In which cell an initiative is counted now; none while it is not public. Only the triggers write here.

    No foreign key to the initiative: when that row goes, the trigger still has to know where it was counted.
    """

    initiative_id = models.BigIntegerField(primary_key=True)
    cell = models.ForeignKey(CubeCell, on_delete=models.DO_NOTHING, db_constraint=False, related_name="members")

    def __str__(self) -> str:
        return f"{self.initiative_id}: {self.cell_id}"
