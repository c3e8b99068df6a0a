"""Profiles, and roles as dated assignments: nobody is staff for ever and history stays."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gemeente.accounts.enums import WIJK_ROLES, AgeGroup, ContactWay, DayPart, GuardianKind, Role
from gemeente.accounts.querysets import InvitationQuerySet, RoleAssignmentQuerySet
from gemeente.places.models import Wijk, in_language

WIJK_ROLE_CODES = sorted(role.value for role in WIJK_ROLES)  # in a fixed order, for migrations


WIJK_WHERE_NEEDED = Q(role__in=WIJK_ROLE_CODES, wijk__isnull=False) | (
    ~Q(role__in=WIJK_ROLE_CODES) & Q(wijk__isnull=True)
)
ENDS_AFTER_START = Q(ends_on=None) | Q(ends_on__gt=F("starts_on"))


class Profile(models.Model):
    """What a person tells about herself. In public she is her alias, else her first name; a child is neither."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="profile")
    alias = models.CharField(_("naam op het portaal"), max_length=40, blank=True)
    phone = models.CharField(_("telefoon"), max_length=20, blank=True)
    wijk = models.ForeignKey(Wijk, on_delete=models.SET_NULL, null=True, blank=True, verbose_name=_("jouw wijk"))
    contact_way = models.CharField(_("hoe je contact wilt"), max_length=10, choices=ContactWay, blank=True)
    day_part = models.CharField(_("wanneer je te bereiken bent"), max_length=10, choices=DayPart, blank=True)
    visit_address = models.CharField(_("waar we kunnen langskomen"), max_length=160, blank=True)
    age_group = models.CharField(_("leeftijd"), max_length=5, choices=AgeGroup, blank=True)
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
            models.CheckConstraint(
                condition=Q(age_group="") | Q(age_group__in=AgeGroup.values), name="profile_age_group_known"
            ),
        ]

    def __str__(self) -> str:
        return self.public_name

    @property
    def public_name(self) -> str:
        """The name that strangers see; never an e-mail address, and nothing that tells who a child is."""
        if self.is_young:
            return str(_("een jonge inwoner"))
        return self.alias or self.user.first_name or str(_("een inwoner"))

    @property
    def is_young(self) -> bool:
        """Whether a parent or youth worker says yes for her."""
        return self.age_group == AgeGroup.YOUNG

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
            # The same day: given and taken back, in force on no day.
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="role_assignment_ends_after_start"
            ),
            models.CheckConstraint(condition=WIJK_WHERE_NEEDED, name="role_assignment_wijk_where_needed"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.role}"


class Invitation(models.Model):
    """A role that waits at an address for the yes of somebody we do not know yet. Answered, it forgets the address."""

    email = models.EmailField(_("e-mailadres"), blank=True)
    name = models.CharField(_("naam"), max_length=120, blank=True)
    role = models.CharField(_("rol"), max_length=20, choices=[(r.value, r.value) for r in Role])
    wijk = models.ForeignKey(Wijk, on_delete=models.PROTECT, null=True, related_name="+")
    starts_on = models.DateField(_("vanaf"))
    ends_on = models.DateField(_("tot"), null=True)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(default=timezone.now, help_text="The link in the last mail counts from here")
    answered_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="invitations"
    )
    withdrawn_at = models.DateTimeField(null=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["email", "role", "wijk"],
                condition=Q(answered_at=None, withdrawn_at=None),
                nulls_distinct=False,
                name="invitation_open_once",
            ),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="invitation_role_known"),
            models.CheckConstraint(condition=ENDS_AFTER_START, name="invitation_ends_after_start"),
            models.CheckConstraint(condition=WIJK_WHERE_NEEDED, name="invitation_wijk_where_needed"),
            models.CheckConstraint(
                condition=Q(answered_at=None) | Q(withdrawn_at=None), name="invitation_answered_or_withdrawn"
            ),
            models.CheckConstraint(
                condition=Q(accepted_by=None) | Q(answered_at__isnull=False), name="invitation_accepted_is_answered"
            ),
            # An open one has an address to wait at; one that ended keeps nothing of who did not become somebody here.
            models.CheckConstraint(
                condition=(Q(answered_at=None, withdrawn_at=None) & ~Q(email=""))
                | (~Q(answered_at=None, withdrawn_at=None) & Q(email="", name="")),
                name="invitation_forgets_the_address",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} ({self.created_at:%Y-%m-%d})"


class GuardianConsent(models.Model):
    """A parent or youth worker who is asked to say yes for a young person; a no is forgotten."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="guardians")
    email = models.EmailField(_("e-mailadres"))
    name = models.CharField(_("naam"), max_length=120)
    kind = models.CharField(_("wie het is"), max_length=12, choices=GuardianKind)
    language = models.CharField(max_length=2, default="nl")
    created_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "email"], name="guardian_once_an_address"),
            models.CheckConstraint(condition=Q(kind__in=GuardianKind.values), name="guardian_kind_known"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} ({self.created_at:%Y-%m-%d})"
