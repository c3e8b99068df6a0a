"""The residents' platform of a wijk."""

from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gemeente.activity.models import Subject
from gemeente.places.models import Wijk, in_language

WEB = URLValidator(schemes=["http", "https"], message=_("Dit is geen adres van een website. Begin met https://."))


class Wop(models.Model):
    """Wijk Overleg Platform: the residents who speak for a wijk and run its page."""

    wijk = models.OneToOneField(Wijk, on_delete=models.PROTECT, related_name="wop")
    name = models.CharField(_("naam"), max_length=80)
    introduction = models.TextField(_("inleiding"), blank=True)
    introduction_en = models.TextField(_("inleiding (Engels)"), blank=True)
    email = models.EmailField(_("e-mailadres"), blank=True)
    phone = models.CharField(_("telefoon"), max_length=20, blank=True)
    website = models.CharField(_("eigen website"), max_length=200, blank=True, validators=[WEB])
    subject = models.OneToOneField(Subject, on_delete=models.PROTECT, null=True, editable=False, related_name="wop")
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["name"]
        verbose_name = "WOP"
        verbose_name_plural = "WOP's"
        constraints = [
            models.CheckConstraint(
                condition=Q(website="") | Q(website__startswith="https://") | Q(website__startswith="http://"),
                name="wop_website_on_the_web",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_hidden(self) -> bool:
        """Whether a manager hid what it tells about itself. Expects its subject."""
        return bool(self.subject and self.subject.hidden_at)

    @property
    def text(self) -> str:
        """The introduction in the language of the page."""
        return in_language(self.introduction, self.introduction_en)
