"""What the gemeente decides for the whole portal: numbers, texts and doors. Rows are added, never changed."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from gemeente.places.models import Wijk, in_language
from gemeente.portal.enums import LOCAL_MATTERS, Matter, RuleName, TextKey
from gemeente.portal.querysets import TextVersionQuerySet

LOCAL_CODES = sorted(matter.value for matter in LOCAL_MATTERS)  # in a fixed order, for migrations


class Rule(models.Model):
    """A number the portal works with, from a date: the row that began last counts. What has begun never changes."""

    name = models.CharField("regel", max_length=30, choices=RuleName)
    value = models.PositiveSmallIntegerField("waarde")
    starts_on = models.DateField("geldt vanaf")

    class Meta:
        ordering = ["name", "-starts_on"]
        verbose_name = "getal van het portaal"
        verbose_name_plural = "getallen van het portaal"
        constraints = [
            models.UniqueConstraint(fields=["name", "starts_on"], name="rule_once_a_day"),
            models.CheckConstraint(condition=Q(name__in=RuleName.values), name="rule_known"),
            models.CheckConstraint(condition=Q(value__gte=1), name="rule_at_least_one"),
        ]

    def __str__(self) -> str:
        return f"{self.get_name_display()}: {self.value} (vanaf {self.starts_on})"


class TextVersion(models.Model):
    """A text as it was from a moment on: the newest of a key counts. Without author it came with the portal."""

    key = models.CharField("tekst", max_length=20, choices=TextKey)
    dutch = models.TextField("Nederlands")
    english = models.TextField("Engels")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    objects = TextVersionQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["key", "-id"], name="text_newest_first")]
        constraints = [
            models.CheckConstraint(condition=Q(key__in=TextKey.values), name="text_known"),
            models.CheckConstraint(condition=~Q(dutch="") & ~Q(english=""), name="text_in_both_languages"),
        ]

    def __str__(self) -> str:
        return f"{self.get_key_display()} ({self.created_at:%Y-%m-%d})"


class Door(models.Model):
    """Where to go for a matter from a date on: here, or a place with a name, an address or a phone number.

    What is in force on a day is the row of that wijk, else of the town, that began last (`gemeente.portal.doors`).
    What has begun never changes.
    """

    matter = models.CharField("waarvoor", max_length=20, choices=Matter)
    wijk = models.ForeignKey(Wijk, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    starts_on = models.DateField("geldt vanaf")
    is_here = models.BooleanField("kan op dit portaal", default=False)
    name = models.CharField("naam", max_length=80)
    name_en = models.CharField("naam (Engels)", max_length=80)
    url = models.CharField("link", max_length=200, blank=True)
    phone = models.CharField("telefoon", max_length=20, blank=True)
    explanation = models.CharField("uitleg", max_length=200, blank=True)
    explanation_en = models.CharField("uitleg (Engels)", max_length=200, blank=True)

    class Meta:
        ordering = ["matter", "-starts_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["matter", "wijk", "starts_on"], nulls_distinct=False, name="door_once_a_day"
            ),
            models.CheckConstraint(condition=Q(matter__in=Matter.values), name="door_matter_known"),
            models.CheckConstraint(
                condition=Q(wijk=None) | Q(matter__in=LOCAL_CODES), name="door_wijk_where_it_differs"
            ),
            models.CheckConstraint(condition=~Q(name="") & ~Q(name_en=""), name="door_has_a_name"),
            models.CheckConstraint(
                condition=Q(is_here=True) | ~Q(url="") | ~Q(phone=""), name="door_elsewhere_can_be_found"
            ),
            models.CheckConstraint(
                condition=Q(url="") | Q(url__regex=r"^(https://|/([^/]|$))"), name="door_link_is_safe"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_matter_display()}: {self.name} (vanaf {self.starts_on})"

    @property
    def title(self) -> str:
        """The name in the language of the page."""
        return in_language(self.name, self.name_en)

    @property
    def text(self) -> str:
        """The explanation in the language of the page."""
        return in_language(self.explanation, self.explanation_en)
