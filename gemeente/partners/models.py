"""Organisations that work in the wijken, and who may speak for them."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gemeente.partners.enums import OrganisationKind
from gemeente.partners.querysets import MandateQuerySet


class Organisation(models.Model):
    """A party that signs, promises or helps: a housing corporation, a school, a firm, and the gemeente itself."""

    name = models.CharField(_("naam"), max_length=80, unique=True)
    kind = models.CharField(_("soort"), max_length=12, choices=OrganisationKind)
    website = models.URLField(_("website"), max_length=200, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=OrganisationKind.values), name="organisation_kind_known"),
            models.CheckConstraint(condition=~Q(name=""), name="organisation_has_name"),
            models.UniqueConstraint(
                fields=["kind"], condition=Q(kind=OrganisationKind.GEMEENTE), name="organisation_one_gemeente"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_gemeente(self) -> bool:
        """The gemeente, as one among the others."""
        return self.kind == OrganisationKind.GEMEENTE


class Mandate(models.Model):
    """Somebody may speak for an organisation, from a day until (not including) another. Only its end is added."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="mandates")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="mandates")
    starts_on = models.DateField(_("vanaf"))
    ends_on = models.DateField(_("tot"), null=True, blank=True)
    may_sign = models.BooleanField(_("mag tekenen"))
    may_promise = models.BooleanField(_("mag toezeggen"))
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    given_at = models.DateTimeField(default=timezone.now)

    objects = MandateQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["user", "organisation", "starts_on"], name="mandate_once"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on")), name="mandate_ends_after_start"
            ),
            models.CheckConstraint(condition=Q(may_sign=True) | Q(may_promise=True), name="mandate_is_for_something"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.organisation}"
