"""Mail of the demo: kept instead of sent, so that anyone who tries the portal can read it."""

from django.db import models
from django.utils import timezone


class DemoMail(models.Model):
    """One mail that would have left."""

    sent_at = models.DateTimeField(default=timezone.now)
    recipient = models.CharField(max_length=254)
    title = models.CharField(max_length=250)
    body = models.TextField()

    class Meta:
        ordering = ["-sent_at", "-pk"]
        indexes = [models.Index(fields=["-sent_at", "-id"], name="demo_mail_newest")]

    def __str__(self) -> str:
        return f"{self.recipient}: {self.title}"
