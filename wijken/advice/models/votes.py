"""The votes on an advice: one round until enough people voted and more were for; else it is written anew."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wijken.advice.enums import Choice
from wijken.advice.models.advice import Advice
from wijken.voting import Outcome

DECIDED = [choice for choice in Outcome.values if choice != Outcome.NO_QUORUM]


class Round(models.Model):
    """One vote on one version of the text, with its numbers once it is closed."""

    advice = models.ForeignKey(Advice, on_delete=models.PROTECT, related_name="rounds")
    number = models.PositiveSmallIntegerField()
    version = models.PositiveIntegerField(help_text="The text that is voted on")
    opened_at = models.DateTimeField(default=timezone.now)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    closes_on = models.DateField(_("stemmen kan tot en met"))
    short_on = models.DateField(null=True, help_text="When the board heard last that too few people had voted")
    closed_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    eligible = models.PositiveIntegerField(null=True)
    quorum_needed = models.PositiveIntegerField(null=True)
    majority_needed = models.PositiveIntegerField(null=True)
    in_favour = models.PositiveIntegerField(default=0)
    against = models.PositiveIntegerField(default=0)
    blank = models.PositiveIntegerField(default=0)
    recused = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["advice", "number"], name="round_number_once"),
            models.UniqueConstraint(fields=["advice"], condition=Q(closed_at=None), name="round_one_open"),
            models.CheckConstraint(
                condition=Q(
                    closed_at__isnull=False,
                    outcome__in=["", *DECIDED],
                    eligible__isnull=False,
                    quorum_needed__isnull=False,
                    majority_needed__isnull=False,
                )
                | Q(closed_at=None, outcome="", eligible=None, in_favour=0, against=0, blank=0, recused=0),
                name="round_closed_has_numbers",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.advice_id} ({self.number})"

    @property
    def cast(self) -> int:
        """How many voted."""
        return self.in_favour + self.against + self.blank

    @property
    def is_over(self) -> bool:
        """Whether its last day is past."""
        return self.closes_on < timezone.localdate()


class Ballot(models.Model):
    """One vote of one person: hers to change until the round is closed, and frozen by the database from then on.

    Only the people of the WOP see whose it is; not the log either. What who voted against wrote is published with
    the advice, with her name where she wants that.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="ballots")
    voter = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="advice_ballots")
    choice = models.CharField(_("jouw stem"), max_length=10, choices=Choice)
    reason = models.CharField(_("waarom je niet meestemt"), max_length=300, blank=True)
    view = models.TextField(_("wat jij anders ziet"), max_length=1500, blank=True)
    shows_name = models.BooleanField(_("zet mijn naam erbij"), default=False)
    counts = models.BooleanField(default=True, help_text="False for who was no voter any more when it was closed")
    cast_at = models.DateTimeField(default=timezone.now)
    forgotten_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "voter"], name="ballot_one_each"),
            models.CheckConstraint(condition=Q(choice__in=Choice.values), name="ballot_choice_known"),
            models.CheckConstraint(
                condition=(Q(choice=Choice.RECUSED) & (~Q(reason="") | Q(forgotten_at__isnull=False)))
                | (~Q(choice=Choice.RECUSED) & Q(reason="")),
                name="ballot_recused_says_why",
            ),
            models.CheckConstraint(
                condition=Q(choice=Choice.AGAINST) | Q(view="", shows_name=False), name="ballot_view_of_who_is_against"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.round_id}: {self.choice}"
