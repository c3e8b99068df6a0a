"""The text of an opgave that parties set together, and their signatures."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gemeente.partners.models import Organisation
from wijken.agenda.enums import PartyKind
from wijken.agenda.models.opgave import Opgave


class OpgaveText(models.Model):
    """What it is, what we want to reach and how we see that. Each change is a new row; the last one counts."""

    opgave = models.ForeignKey(Opgave, on_delete=models.PROTECT, related_name="texts")
    number = models.PositiveIntegerField()
    statement = models.TextField(_("wat is de opgave"), max_length=2000)
    outcome = models.TextField(_("wat willen we bereiken"), max_length=2000)
    evidence = models.TextField(_("waaraan zien we dat"), max_length=2000)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["opgave", "number"], name="opgave_text_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="opgave_text_counts_from_one"),
            models.CheckConstraint(
                condition=~Q(statement="") & ~Q(outcome="") & ~Q(evidence=""), name="opgave_text_is_whole"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.opgave_id}: {self.number}"


class Party(models.Model):
    """Who sets the opgave with the others: this WOP, an organisation, or a group of residents through one of them."""

    opgave = models.ForeignKey(Opgave, on_delete=models.PROTECT, related_name="parties")
    kind = models.CharField(max_length=12, choices=PartyKind)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, related_name="parties")
    name = models.CharField(_("naam van de groep"), max_length=80, blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="party_of", help_text="Who signs"
    )
    named_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    named_at = models.DateTimeField(default=timezone.now)
    dropped_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "parties"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["opgave"], condition=Q(kind=PartyKind.WOP, dropped_at=None), name="party_one_wop"
            ),
            models.UniqueConstraint(
                fields=["opgave", "organisation"],
                condition=Q(kind=PartyKind.ORGANISATION, dropped_at=None),
                name="party_organisation_once",
            ),
            models.CheckConstraint(
                condition=Q(kind=PartyKind.WOP, organisation=None, person=None, name="")
                | Q(kind=PartyKind.ORGANISATION, organisation__isnull=False, person=None, name="")
                | (Q(kind=PartyKind.RESIDENTS, organisation=None, person__isnull=False) & ~Q(name="")),
                name="party_is_one_of_three",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """What people call it. Expects its opgave's wijk and its organisation."""
        if self.kind == PartyKind.WOP:
            return f"WOP {self.opgave.wijk.name}"
        return self.organisation.name if self.organisation else self.name


class Signature(models.Model):
    """A party set this text together with the others. It stays, also when a later text needs another."""

    text = models.ForeignKey(OpgaveText, on_delete=models.PROTECT, related_name="signatures")
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="signatures")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="signatures")
    signed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["text", "party"], name="signature_once")]

    def __str__(self) -> str:
        return f"{self.text_id}: {self.party_id}"
