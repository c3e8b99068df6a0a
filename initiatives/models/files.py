"""What owners show beside their words: photos and documents. The files are served by a view, never from the store."""

import uuid

from django.db import models
from django.db.models import Q
from django.db.models.fields.files import FieldFile
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from initiatives.enums import PhotoPlace
from initiatives.models.initiative import Initiative
from initiatives.models.news import Update
from initiatives.querysets import CheckedQuerySet


class Photo(models.Model):
    """A photo that an owner put there, re-encoded without anything the camera wrote in it (lib.images).

    Who may see the initiative may see its photos. One that nobody checked (`checked_at`) is shown to nobody.
    """

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="photos")
    key = models.UUIDField(default=uuid.uuid4, primary_key=True, editable=False)
    place = models.CharField(max_length=10, choices=PhotoPlace, default=PhotoPlace.GALLERY)
    update = models.ForeignKey(Update, on_delete=models.PROTECT, null=True, related_name="photos")
    position = models.PositiveSmallIntegerField(default=0, help_text="Its turn among those of its place")
    large = models.FileField(upload_to="photos")
    phone = models.FileField(upload_to="photos", blank=True, help_text="Empty where large is no wider")
    card = models.FileField(upload_to="photos")
    jpeg = models.FileField(upload_to="photos", blank=True, help_text="For browsers that know no WebP")
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    description = models.CharField(_("wat erop staat"), max_length=160, blank=True)
    people_agreed = models.BooleanField(_("mensen op de foto weten ervan"))
    checked_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = CheckedQuerySet.as_manager()

    class Meta:
        ordering = ["position", "created_at", "key"]
        constraints = [
            models.CheckConstraint(condition=Q(place__in=PhotoPlace.values), name="photo_place_known"),
            models.CheckConstraint(
                condition=Q(place=PhotoPlace.NEWS, update__isnull=False) | (~Q(place=PhotoPlace.NEWS) & Q(update=None)),
                name="photo_of_news_has_news",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.initiative}: {self.description or self.key}"

    def get_absolute_url(self) -> str:
        """Its own page: large, and where one reports it."""
        return reverse("initiatives:photo_page", args=[self.initiative.slug, self.key])

    @property
    def card_url(self) -> str:
        """Cut to the size of a card."""
        return reverse("initiatives:photo", args=[self.key, "card"])

    @property
    def large_url(self) -> str:
        """As large as we keep it."""
        return reverse("initiatives:photo", args=[self.key, "large"])

    @property
    def phone_url(self) -> str:
        """As wide as a phone shows it."""
        return reverse("initiatives:photo", args=[self.key, "phone"])

    @property
    def jpeg_url(self) -> str:
        """For browsers that know no WebP."""
        return reverse("initiatives:photo_jpeg", args=[self.key])

    @property
    def files(self) -> list[FieldFile]:
        """What the store holds of it."""
        return [file for file in (self.large, self.phone, self.card, self.jpeg) if file]


class Document(models.Model):
    """A PDF of the owners, for everybody or for the people of the case. Unchecked it is given to nobody."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="documents")
    key = models.UUIDField(default=uuid.uuid4, primary_key=True, editable=False)
    update = models.ForeignKey(Update, on_delete=models.PROTECT, null=True, related_name="documents")
    title = models.CharField(_("titel"), max_length=80)
    name = models.CharField(max_length=100, help_text="As it is saved by who downloads it")
    file = models.FileField(upload_to="documents")
    size = models.PositiveIntegerField(help_text="Bytes")
    is_public = models.BooleanField(_("voor iedereen"))
    checked_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = CheckedQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "key"]
        constraints = [
            models.CheckConstraint(condition=Q(name__endswith=".pdf"), name="document_is_pdf"),
            models.CheckConstraint(condition=~Q(title=""), name="document_has_title"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Where it is downloaded."""
        return reverse("initiatives:document", args=[self.key])
