"""The residents' platform of a wijk."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from gemeente.places.models import Wijk, in_language


class Wop(models.Model):
    """Wijk Overleg Platform: the residents who speak for a wijk and run its page."""

    wijk = models.OneToOneField(Wijk, on_delete=models.PROTECT, related_name="wop")
    name = models.CharField(_("naam"), max_length=80)
    introduction = models.TextField(_("inleiding"), blank=True)
    introduction_en = models.TextField(_("inleiding (Engels)"), blank=True)
    email = models.EmailField(_("e-mailadres"), blank=True)
    phone = models.CharField(_("telefoon"), max_length=20, blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name = "WOP"
        verbose_name_plural = "WOP's"

    def __str__(self) -> str:
        return self.name

    @property
    def text(self) -> str:
        """The introduction in the language of the page."""
        return in_language(self.introduction, self.introduction_en)
