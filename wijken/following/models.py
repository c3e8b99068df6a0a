"""Who wants to hear what happens in a wijk, on a theme there, or around a place; and how far each pace was told."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gemeente.activity.enums import Pace
from gemeente.places.geography import Place
from gemeente.places.models import Theme, Wijk
from wijken.following.enums import Reach
from wijken.following.querysets import WatchQuerySet

OF_A_WIJK = Q(wijk__isnull=False, longitude=None, latitude=None, metres=None)
AROUND_A_PLACE = Q(
    wijk=None,
    theme=None,
    longitude__isnull=False,  # with half a place the ranges alone are unknown, which a CHECK lets pass
    latitude__isnull=False,
    metres__isnull=False,
    longitude__range=(3, 8),
    latitude__range=(50, 54),
    metres__in=Reach.values,
)
OF_A_PERSON = Q(user__isnull=False, email="", confirmed_at__isnull=False)
OF_AN_ADDRESS = Q(user=None) & ~Q(email="")


class Watch(models.Model):
    """Somebody follows a wijk, a theme in it, or what happens within a distance of a place.

    A person with an account, or nobody but an address; that one counts once the link in its mail was pressed. A place
    is kept as the middle of its cell (`geography.blur`), never as the point that somebody typed.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="watches")
    email = models.EmailField(blank=True, help_text="Of who has no account")
    language = models.CharField(max_length=2, default="nl")
    wijk = models.ForeignKey(Wijk, on_delete=models.CASCADE, null=True, related_name="watches")
    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, null=True, related_name="+")
    longitude = models.FloatField(null=True)
    latitude = models.FloatField(null=True)
    metres = models.PositiveSmallIntegerField(null=True, choices=Reach)
    pace = models.CharField(_("hoe vaak"), max_length=10, choices=Pace, default=Pace.WEEKLY)
    asked_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        help_text="Of a list of a WOP",
    )
    told_up_to = models.BigIntegerField(default=0, help_text="The last entry of the log that was told")
    mailed_at = models.DateTimeField(null=True)

    objects = WatchQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "watches"
        indexes = [
            models.Index(fields=["wijk", "pace"], name="watch_of_wijk", condition=Q(confirmed_at__isnull=False)),
            models.Index(F("asked_at"), name="watch_unconfirmed", condition=Q(confirmed_at=None)),
        ]
        constraints = [
            models.CheckConstraint(condition=OF_A_WIJK | AROUND_A_PLACE, name="watch_of_wijk_or_place"),
            models.CheckConstraint(condition=OF_A_PERSON | OF_AN_ADDRESS, name="watch_of_person_or_address"),
            models.CheckConstraint(condition=Q(pace__in=Pace.values), name="watch_pace_known"),
            models.UniqueConstraint(
                fields=["user", "email", "wijk", "theme", "longitude", "latitude"],
                nulls_distinct=False,
                name="watch_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """What is followed, in a few words."""
        if self.wijk is None:
            return gettext("Binnen %(n)s van jouw plek") % {"n": self.get_metres_display()}
        return f"{self.wijk.name}: {self.theme}" if self.theme else self.wijk.name

    @property
    def point(self) -> Place | None:
        """The middle of the cell around which she looks."""
        if self.longitude is None or self.latitude is None:
            return None
        return Place(self.longitude, self.latitude)

    @property
    def address(self) -> str:
        """Where mail goes; empty for who has none, or left. Expects the user to be loaded."""
        if self.user is None:
            return self.email if self.confirmed_at else ""
        return (self.user.email or "") if self.user.is_active else ""


class Round(models.Model):
    """How far in the log the people of one pace were told; the row is locked while the next round begins."""

    pace = models.CharField(max_length=10, choices=Pace, unique=True)
    up_to = models.BigIntegerField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(pace__in=Pace.values), name="round_pace_known")]

    def __str__(self) -> str:
        return f"{self.pace}: {self.up_to}"
