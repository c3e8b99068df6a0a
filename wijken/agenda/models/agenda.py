"""The toekomstagenda of a wijk, and what it said at a moment."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gemeente.activity.models import Subject
from gemeente.places.models import Wijk
from wijken.agenda.enums import AgendaState


class Toekomstagenda(models.Model):
    """What a wijk wants to be in some years. Its residents write it; the gemeente answers in the uitvoeringsplan."""

    wijk = models.ForeignKey(Wijk, on_delete=models.PROTECT, related_name="agendas")
    title = models.CharField(_("titel"), max_length=100)
    from_year = models.PositiveSmallIntegerField(_("vanaf welk jaar"))
    to_year = models.PositiveSmallIntegerField(_("tot en met welk jaar"))
    vision = models.TextField(_("waar willen jullie heen"), max_length=3000, blank=True)
    state = models.CharField(max_length=10, choices=AgendaState, default=AgendaState.CURRENT)
    version_count = models.PositiveIntegerField(default=0)
    offered_at = models.DateTimeField(null=True, help_text="When the board last offered it to the gemeente")
    file = models.FileField(upload_to="agendas", blank=True)
    file_name = models.CharField(max_length=100, blank=True, help_text="As it is saved by who downloads it")
    file_size = models.PositiveIntegerField(default=0, help_text="Bytes")
    subject = models.OneToOneField(Subject, on_delete=models.PROTECT, related_name="agenda")
    edits = models.PositiveIntegerField(default=0, help_text="Raised by each change: who saw an older text is told")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "toekomstagenda's"
        constraints = [
            models.UniqueConstraint(
                fields=["wijk"], condition=Q(state=AgendaState.CURRENT), name="agenda_one_current_a_wijk"
            ),
            models.CheckConstraint(condition=Q(state__in=AgendaState.values), name="agenda_state_known"),
            models.CheckConstraint(condition=Q(to_year__gte=F("from_year")), name="agenda_years_in_order"),
            models.CheckConstraint(condition=~Q(title=""), name="agenda_has_title"),
            models.CheckConstraint(condition=Q(file="") | ~Q(file_name=""), name="agenda_file_has_name"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("agenda:agenda", args=[self.wijk.slug])

    @property
    def period(self) -> str:
        """The years it is about."""
        return f"{self.from_year}-{self.to_year}"


class AgendaVersion(models.Model):
    """The agenda as it was frozen: vision, themes, and opgaven in order with the version of their text. It stays."""

    agenda = models.ForeignKey(Toekomstagenda, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=100)
    period = models.CharField(max_length=9)
    vision = models.TextField(max_length=3000, blank=True)
    themes = models.JSONField(default=list, help_text="Names")
    opgaven = models.JSONField(default=list, help_text="For each: id, title, theme, state, number of its text, or 0")
    is_offered = models.BooleanField(default=False, help_text="The one that the gemeente got")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["agenda", "number"], name="agenda_version_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="agenda_version_counts_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.agenda_id}: {self.number}"

    @property
    def as_text(self) -> str:
        """All of it as one text, to be compared."""
        rows = [f"{place}. {row['title']}" for place, row in enumerate(self.opgaven, start=1)]
        parts = [f"{self.title} ({self.period})", self.vision, ", ".join(self.themes), "\n".join(rows)]
        return "\n\n".join(part for part in parts if part)
