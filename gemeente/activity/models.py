"""What can be found and followed (Subject), what happened to it (Entry), and who is told (Follow, Notice)."""

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex, GistIndex, OpClass
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse, translate_url
from django.utils import timezone, translation
from django.utils.translation import get_language

from gemeente.activity.enums import ReceiptKind, Visibility
from gemeente.activity.points import ground
from gemeente.activity.querysets import (
    EntryQuerySet,
    NoticeQuerySet,
    ReceiptQuerySet,
    SubjectQuerySet,
    TitleWordQuerySet,
)
from gemeente.activity.searching import CONFIG
from gemeente.activity.verbs import Verb, get_verb
from gemeente.places.geography import Place
from gemeente.places.models import Theme, Wijk


class Subject(models.Model):
    """A thing people can find, follow or talk about. Its noun owns this row and keeps it true (decision 0002)."""

    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=200)
    path = models.CharField(max_length=250, unique=True, help_text="Address without language prefix")
    wijk = models.ForeignKey(Wijk, on_delete=models.PROTECT, null=True, related_name="subjects")
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, null=True, related_name="subjects")
    longitude = models.FloatField(null=True)
    latitude = models.FloatField(null=True)
    is_public = models.BooleanField(default=False)
    hidden_at = models.DateTimeField(null=True, help_text="Hidden by a manager; its title goes nowhere meanwhile")
    search_text = models.TextField(blank=True)
    search = models.GeneratedField(
        expression=SearchVector("title", weight="A", config=CONFIG)
        + SearchVector("search_text", weight="B", config=CONFIG),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = SubjectQuerySet.as_manager()

    class Meta:
        indexes = [
            GinIndex(fields=["search"], name="subject_search"),
            GistIndex(
                OpClass(ground(), name="point_ops"),
                name="subject_ground",
                condition=Q(is_public=True, longitude__isnull=False),
            ),
            models.Index(
                fields=["wijk", "-id"],
                name="subject_newest_in_wijk",
                condition=Q(is_public=True, longitude__isnull=False),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(longitude=None, latitude=None) | Q(longitude__range=(3, 8), latitude__range=(50, 54)),
                name="subject_point_in_the_netherlands",
            ),
            models.CheckConstraint(
                condition=Q(hidden_at=None) | Q(is_public=False), name="subject_hidden_is_not_public"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"/en{self.path}" if get_language() == "en" else self.path

    @property
    def point(self) -> Place | None:
        """Where, as everybody may know; nothing for what has no place of its own."""
        if self.longitude is None or self.latitude is None:
            return None
        return Place(self.longitude, self.latitude)


class TitleWord(models.Model):
    """A word of a public title, in small letters without accents, for who types a part of it or makes an error.

    A trigger adds them; a job forgets at night what no public title says any more.
    """

    word = models.CharField(max_length=60, primary_key=True)

    objects = TitleWordQuerySet.as_manager()

    class Meta:
        indexes = [GinIndex(OpClass("word", name="gin_trgm_ops"), name="title_word_like")]

    def __str__(self) -> str:
        return self.word


class Entry(models.Model):
    """Who did what to what. Only ever added: the database refuses to change or delete one."""

    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="entries")
    verb = models.CharField(max_length=40)
    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, null=True, related_name="entries")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="entries_about"
    )
    changes = models.JSONField(default=dict)
    visibility = models.CharField(max_length=10, choices=Visibility)
    created_at = models.DateTimeField(default=timezone.now)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "entries"
        indexes = [models.Index(fields=["subject", "-created_at"], name="entry_timeline")]
        constraints = [
            models.CheckConstraint(condition=Q(visibility__in=Visibility.values), name="entry_visibility_known")
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.subject or self.person or ''}".strip()

    @property
    def sentence(self) -> str:
        """What happened, in words."""
        return str(self.kind.sentence)

    @property
    def kind(self) -> Verb:
        """The verb with its rules."""
        return get_verb(self.verb)


class Follow(models.Model):
    """A person who wants to hear of a subject."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="follows")
    subject = models.ForeignKey(Subject, on_delete=models.CASCADE, related_name="follows")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "subject"], name="follow_once")]

    def __str__(self) -> str:
        return f"{self.user} - {self.subject}"


class Notice(models.Model):
    """One person told of one event: at once in the portal, by e-mail through the worker unless she said no."""

    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="notices")
    template = models.CharField(max_length=60)
    path = models.CharField(max_length=250, blank=True, help_text="Where its button leads; empty: to the subject")
    created_at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True)
    mailed_at = models.DateTimeField(null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "recipient"], name="notice_once_per_event_and_person")]
        indexes = [
            models.Index(fields=["recipient", "-created_at"], name="notice_inbox"),
            models.Index(F("recipient"), condition=Q(read_at=None), name="notice_unread"),
        ]

    def __str__(self) -> str:
        return f"{self.template} - {self.recipient}"

    def get_absolute_url(self) -> str:
        """Where to look, in the language of the page."""
        subject = self.entry.subject
        if self.path:
            language = get_language() or "nl"
            with translation.override("nl"):  # in which the path was written
                return translate_url(self.path, language)
        return subject.get_absolute_url() if subject else reverse("activity:notices")


class Receipt(models.Model):
    """Proof that a message of a resident reached the gemeente: number, time and a copy (Awb 2:16 and 4:3a).

    The gemeente carries the burden of proof, so the row stays as it was written; only its mailing is added.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="receipts")
    email = models.EmailField(blank=True, help_text="Of a visitor; of a person her own address counts")
    kind = models.CharField(max_length=10, choices=ReceiptKind)
    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, null=True, related_name="receipts")
    text = models.TextField(max_length=4000)
    language = models.CharField(max_length=2, default="nl")
    created_at = models.DateTimeField(default=timezone.now)
    mailed_at = models.DateTimeField(null=True)

    objects = ReceiptQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["person", "-created_at"], name="receipt_of_person")]
        constraints = [models.CheckConstraint(condition=Q(kind__in=ReceiptKind.values), name="receipt_kind_known")]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """What people read out on the phone: a letter, the year and a sequence."""
        return f"B{timezone.localtime(self.created_at):%Y}-{self.pk:05d}"


class MailRefusal(models.Model):
    """A kind of notice that a person no longer wants by e-mail; the portal still shows it."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mail_refusals")
    template = models.CharField(max_length=60)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "template"], name="mail_refusal_once")]

    def __str__(self) -> str:
        return f"{self.user} - {self.template}"
