"""Profiles, and roles as dated assignments: nobody is staff for ever and history stays."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gemeente.accounts.enums import WIJK_ROLES, ContactWay, DayPart, Role
from gemeente.accounts.querysets import RoleAssignmentQuerySet
from gemeente.places.models import Wijk, in_language

WIJK_ROLE_CODES = sorted(role.value for role in WIJK_ROLES)  # in a fixed order, for migrations


class Profile(models.Model):
    """What a person tells about herself. In public she goes by her alias, else by her first name."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="profile")
    alias = models.CharField(_("naam op het portaal"), max_length=40, blank=True)
    phone = models.CharField(_("telefoon"), max_length=20, blank=True)
    wijk = models.ForeignKey(Wijk, on_delete=models.SET_NULL, null=True, blank=True, verbose_name=_("jouw wijk"))
    contact_way = models.CharField(_("hoe je contact wilt"), max_length=10, choices=ContactWay, blank=True)
    day_part = models.CharField(_("wanneer je te bereiken bent"), max_length=10, choices=DayPart, blank=True)
    visit_address = models.CharField(_("waar we kunnen langskomen"), max_length=160, blank=True)
    # What residents see of a contact person of the gemeente, as far as she wants it.
    work_phone = models.CharField(_("telefoon op het werk"), max_length=20, blank=True)
    shows_surname = models.BooleanField(_("laat de achternaam zien"), default=False)
    portrait = models.FileField(_("foto"), upload_to="portraits", blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(contact_way="") | Q(contact_way__in=ContactWay.values), name="profile_contact_way_known"
            ),
            models.CheckConstraint(
                condition=Q(day_part="") | Q(day_part__in=DayPart.values), name="profile_day_part_known"
            ),
        ]

    def __str__(self) -> str:
        return self.public_name

    @property
    def public_name(self) -> str:
        """The name that strangers see; never an e-mail address."""
        return self.alias or self.user.first_name or str(_("een inwoner"))

    @property
    def work_name(self) -> str:
        """The name of a contact person: the first name, and the surname where she wants that."""
        return self.user.name if self.shows_surname else self.user.first_name

    @property
    def portrait_url(self) -> str:
        """Where her photo is; empty without one."""
        name = (self.portrait.name or "").split("/")[-1]
        return reverse("accounts:portrait", args=[name]) if name else ""


class Claim(models.Model):
    """A mailed link with which somebody on paper says: yes, what was written down for me is mine."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="claims")
    email = models.EmailField()
    language = models.CharField(max_length=2, default="nl")
    created_at = models.DateTimeField(default=timezone.now)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "email"], name="claim_once_an_address")]

    def __str__(self) -> str:
        return f"{self.person} ({self.created_at:%Y-%m-%d})"


class RoleType(models.Model):
    """The name of a role as the gemeente uses it now."""

    role = models.CharField(_("rol"), max_length=20, choices=[(r.value, r.value) for r in Role], unique=True)
    label = models.CharField(_("naam"), max_length=60)
    label_en = models.CharField(_("naam (Engels)"), max_length=60)

    class Meta:
        verbose_name = "naam van een rol"
        verbose_name_plural = "namen van rollen"

    def __str__(self) -> str:
        return in_language(self.label, self.label_en)


class RoleExclusion(models.Model):
    """Two roles one person may not hold together, from a date, for a reason (design.md section 3)."""

    role = models.CharField(max_length=20)
    other = models.CharField(max_length=20)
    reason = models.CharField(_("reden"), max_length=200)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["role", "other", "starts_on"], name="role_exclusion_once"),
            models.CheckConstraint(condition=Q(role__lt=F("other")), name="role_exclusion_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.role} x {self.other}"


class RoleAssignment(models.Model):
    """Somebody plays a part, for one wijk or for the town, from a day until (not including) another."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="role_assignments")
    role = models.CharField(_("rol"), max_length=20, choices=[(r.value, r.value) for r in Role])
    wijk = models.ForeignKey(Wijk, on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("wijk"))
    starts_on = models.DateField(_("vanaf"))
    ends_on = models.DateField(_("tot"), null=True, blank=True)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    given_at = models.DateTimeField(default=timezone.now)

    objects = RoleAssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = "rol van een persoon"
        verbose_name_plural = "rollen van personen"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role", "wijk", "starts_on"], nulls_distinct=False, name="role_assignment_once"
            ),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="role_assignment_known"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on")), name="role_assignment_ends_after_start"
            ),
            models.CheckConstraint(
                condition=Q(role__in=WIJK_ROLE_CODES, wijk__isnull=False)
                | (~Q(role__in=WIJK_ROLE_CODES) & Q(wijk__isnull=True)),
                name="role_assignment_wijk_where_needed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.role}"
