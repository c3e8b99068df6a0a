"""What an owner answered to the questions of the WOP of her wijk: everybody reads it, which the form says."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from initiatives.models.initiative import Initiative
from wijken.models import WijkQuestion

LONGEST_ANSWER = 600


class WijkAnswer(models.Model):
    """An answer to a question of a version of the way of a wijk; no row where she left it open."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="wijk_answers")
    question = models.ForeignKey(WijkQuestion, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(_("antwoord"), max_length=LONGEST_ANSWER, blank=True)
    number = models.PositiveIntegerField(_("getal"), null=True)
    answered_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["initiative", "question"], name="wijkanswer_once"),
            models.CheckConstraint(
                condition=Q(number=None) & ~Q(text="") | Q(number__isnull=False, text=""), name="wijkanswer_is_one"
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def words(self) -> str:
        """The answer as everybody reads it."""
        return self.text if self.number is None else str(self.number)
