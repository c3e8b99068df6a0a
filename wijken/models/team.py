"""The team of a WOP: who does what since when, who asks to join, and who else comes to it."""

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gemeente.places.models import Wijk
from wijken.enums import BOARD_FUNCTIONS, Function, RequestState
from wijken.querysets import AttendeeQuerySet, JoinRequestQuerySet, MembershipQuerySet

ENDS_NOT_BEFORE_START = Q(ends_on=None) | Q(ends_on__gte=F("starts_on"))
ANSWERED = (RequestState.ACCEPTED, RequestState.DECLINED)


class DateRange(Func):
    """From a day until (not including) another."""

    function = "DATERANGE"
    output_field = models.Field()


class Membership(models.Model):
    """What somebody does in the team of a WOP, from a day until (not including) another. History: no row is deleted.

    What she may, her roles say (accounts); the actions of the team keep both in step, and where a manager gave or
    ended a role, the role counts. A correction on the same day leaves a row that was in force on no day.
    """

    wijk = models.ForeignKey(Wijk, on_delete=models.PROTECT, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships")
    function = models.CharField(_("functie"), max_length=10, choices=Function)
    group = models.CharField(_("werkgroep"), max_length=40, blank=True)
    starts_on = models.DateField(_("vanaf"))
    ends_on = models.DateField(_("tot"), null=True)
    shows_name = models.BooleanField(_("mag met naam op de openbare pagina"), default=False)
    end_reason = models.CharField(_("waarom het stopte"), max_length=500, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(function__in=Function.values), name="membership_function_known"),
            models.CheckConstraint(
                condition=(Q(function=Function.GROUP) & ~Q(group="")) | (~Q(function=Function.GROUP) & Q(group="")),
                name="membership_group_has_name",
            ),
            models.CheckConstraint(condition=ENDS_NOT_BEFORE_START, name="membership_ends_after_start"),
            models.CheckConstraint(
                condition=Q(end_reason="") | Q(ends_on__isnull=False), name="membership_reason_of_end"
            ),
            ExclusionConstraint(
                name="membership_once_at_a_time",
                expressions=[
                    ("user", RangeOperators.EQUAL),
                    ("wijk", RangeOperators.EQUAL),
                    ("function", RangeOperators.EQUAL),
                    (Lower("group"), RangeOperators.EQUAL),
                    (DateRange("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.label}"

    @property
    def label(self) -> str:
        """What she does, in words."""
        return f"{Function(self.function).label} {self.group}".strip()

    @property
    def is_of_board(self) -> bool:
        """Whether this makes her one of the board."""
        return self.function in BOARD_FUNCTIONS


class JoinRequest(models.Model):
    """A resident who asks to join the team of a WOP. Her words are for its board, and for nobody else."""

    wijk = models.ForeignKey(Wijk, on_delete=models.PROTECT, related_name="join_requests")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="join_requests")
    words = models.TextField(_("wie je bent"), max_length=600, blank=True)
    likes = models.CharField(_("wat je graag doet"), max_length=160, blank=True)
    state = models.CharField(max_length=10, choices=RequestState, default=RequestState.OPEN)
    created_at = models.DateTimeField(default=timezone.now)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    answer = models.TextField(_("antwoord"), max_length=600, blank=True)

    objects = JoinRequestQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=RequestState.values), name="join_request_state_known"),
            models.UniqueConstraint(
                fields=["wijk", "user"], condition=Q(state=RequestState.OPEN), name="join_request_open_once"
            ),
            models.CheckConstraint(
                condition=Q(state__in=ANSWERED, answered_at__isnull=False, answered_by__isnull=False)
                | (~Q(state__in=ANSWERED) & Q(answered_by=None, answer="")),
                name="join_request_answered_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} ({self.state})"


class Attendee(models.Model):
    """Who else comes to a WOP for her work: comes and helps, does not vote. A name only where she agreed to that."""

    wijk = models.ForeignKey(Wijk, on_delete=models.PROTECT, related_name="attendees")
    label = models.CharField(_("rol"), max_length=60)
    organisation = models.CharField(_("organisatie"), max_length=80, blank=True)
    name = models.CharField(_("naam"), max_length=80, blank=True)
    is_named = models.BooleanField(_("vindt het goed dat haar naam er staat"), default=False)
    starts_on = models.DateField(_("vanaf"))
    ends_on = models.DateField(_("tot"), null=True)

    objects = AttendeeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=ENDS_NOT_BEFORE_START, name="attendee_ends_after_start"),
            models.CheckConstraint(condition=Q(name="") | Q(is_named=True), name="attendee_named_by_consent"),
            models.CheckConstraint(condition=~Q(label=""), name="attendee_has_role"),
        ]

    def __str__(self) -> str:
        return self.label
