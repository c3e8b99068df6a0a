"""The town: the gemeente itself, its wijken, the areas CBS counts in, and the themes people work on."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


def in_language(dutch: str, english: str) -> str:
    """Choose the text for the language of the page; Dutch where no English was written."""
    return english if english and get_language() == "en" else dutch


class Gemeente(models.Model):
    """The municipality that runs this portal: one row, changed by a manager, shown on every page.

    Read it through `gemeente.places.identity`, which keeps it until it changes.
    """

    code = models.CharField(_("CBS-code"), max_length=6, unique=True)
    name = models.CharField(_("naam"), max_length=80)
    portal_name = models.CharField(_("naam van het portaal"), max_length=40)
    phone = models.CharField(_("telefoon"), max_length=20)
    email = models.EmailField(_("e-mailadres"))
    address = models.CharField(_("adres"), max_length=160)
    opening_hours = models.CharField(_("openingstijden"), max_length=160)
    opening_hours_en = models.CharField(_("openingstijden (Engels)"), max_length=160, blank=True)
    team_name = models.CharField(_("team dat inwoners helpt"), max_length=60, default="het team Gebiedsregie")
    team_name_en = models.CharField(_("team (Engels)"), max_length=60, default="the area team", blank=True)
    # From whom all mail comes; empty means MAIL_SENDER.
    sender_name = models.CharField(_("naam van de afzender"), max_length=60, blank=True)
    sender_email = models.EmailField(_("adres van de afzender"), blank=True)
    # House style; empty means that of the theme.
    colour = models.CharField(_("hoofdkleur"), max_length=7, blank=True)
    logo = models.FileField(_("logo"), upload_to="logo", blank=True)
    logo_width = models.PositiveSmallIntegerField(default=0)  # pixels, as is the next
    logo_height = models.PositiveSmallIntegerField(default=0)
    logo_text = models.CharField(_("wat er op het logo staat"), max_length=120, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "gemeente"
        constraints = [
            models.CheckConstraint(
                condition=Q(colour="") | Q(colour__regex=r"^#[0-9a-f]{6}$"), name="gemeente_colour_is_hex"
            ),
            models.CheckConstraint(condition=Q(logo="") | ~Q(logo_text=""), name="gemeente_logo_has_text"),
            models.CheckConstraint(
                condition=Q(sender_name="") | ~Q(sender_email=""), name="gemeente_sender_has_address"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Theme(models.Model):
    """What an initiative is about. `scene` names the drawing shown as long as there is no photo."""

    code = models.SlugField(unique=True)
    name = models.CharField(_("naam"), max_length=60)
    name_en = models.CharField(_("naam (Engels)"), max_length=60)
    scene = models.CharField(_("tekening"), max_length=20)
    position = models.PositiveSmallIntegerField(_("volgorde"))
    ends_on = models.DateField(_("te kiezen tot"), null=True, blank=True)

    class Meta:
        ordering = ["position"]
        verbose_name = "thema"
        verbose_name_plural = "thema's"

    def __str__(self) -> str:
        return in_language(self.name, self.name_en)


class Wijk(models.Model):
    """One of the town's seven wijken, with its own boundary: CBS and post codes cut the town differently."""

    name = models.CharField(_("naam"), max_length=60, unique=True)
    slug = models.SlugField(unique=True)
    introduction = models.TextField(_("inleiding"), blank=True)
    introduction_en = models.TextField(_("inleiding (Engels)"), blank=True)
    scene = models.CharField(_("tekening"), max_length=20, default="water")
    boundary = models.JSONField(_("grens"), null=True, help_text=_("GeoJSON, in lengte en breedte"))
    label_longitude = models.FloatField(null=True)
    label_latitude = models.FloatField(null=True)
    area_codes = models.JSONField(default=dict, help_text="CBS codes, by the year of the file that gave them")
    areas: "models.ManyToManyField[CbsArea, WijkArea]" = models.ManyToManyField("CbsArea", through="WijkArea")

    class Meta:
        ordering = ["name"]
        verbose_name = "wijk"
        verbose_name_plural = "wijken"

    def __str__(self) -> str:
        return self.name

    @property
    def text(self) -> str:
        """The introduction in the language of the page."""
        return in_language(self.introduction, self.introduction_en)


class CbsArea(models.Model):
    """A wijk as Statistics Netherlands draws it in one year (nine in Capelle), with its inhabitants."""

    code = models.CharField(max_length=8)
    year = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=80)
    boundary = models.JSONField()
    inhabitants = models.PositiveIntegerField(null=True)
    source = models.CharField(max_length=200)

    class Meta:
        ordering = ["code", "year"]
        constraints = [models.UniqueConstraint(fields=["code", "year"], name="cbs_area_once_a_year")]

    def __str__(self) -> str:
        return f"{self.code} {self.name} ({self.year})"


class WijkArea(models.Model):
    """From when to when a CBS area belonged to a wijk; one area can lie in two wijken (WK050201 does)."""

    wijk = models.ForeignKey(Wijk, on_delete=models.CASCADE, related_name="area_links")
    area = models.ForeignKey(CbsArea, on_delete=models.PROTECT, related_name="wijk_links")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["wijk", "area", "starts_on"], name="wijk_area_once"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on")), name="wijk_area_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.wijk} - {self.area}"


class PlaceImport(models.Model):
    """One run of import_wijken: what came in and what it did, so that a boundary can be traced to its file."""

    ran_at = models.DateTimeField(default=timezone.now)
    filename = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    added = models.JSONField(default=list)
    changed = models.JSONField(default=list)
    kept = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{self.filename} ({self.ran_at:%Y-%m-%d %H:%M})"
