"""Filters of the list, in a URL that people can share."""

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from gemeente.activity.models import Subject
from gemeente.places.models import Theme, Wijk
from initiatives.enums import PUBLIC_STAGES, Stage
from initiatives.models import Initiative


class InitiativeFilter(django_filters.FilterSet):
    """By words, wijk, theme and stage."""

    zoek = django_filters.CharFilter(label=_("Zoek op woorden"), method="search", max_length=100)
    wijk = django_filters.ModelChoiceFilter(
        label=_("Wijk"), queryset=Wijk.objects.defer("boundary"), to_field_name="slug", empty_label=_("Alle wijken")
    )
    thema = django_filters.ModelChoiceFilter(
        label=_("Thema"),
        field_name="theme",
        queryset=Theme.objects.all(),
        to_field_name="code",
        empty_label=_("Alle thema's"),
    )
    fase = django_filters.ChoiceFilter(
        label=_("Fase"),
        method="at_stage",
        choices=[(stage.value, stage.label) for stage in PUBLIC_STAGES],
        empty_label=_("Alle fases"),
    )

    class Meta:
        model = Initiative
        fields: list[str] = []

    def at_stage(self, rows: "QuerySet[Initiative]", name: str, stage: str) -> "QuerySet[Initiative]":
        """Initiatives at a stage; what has been silent for long, or rests, does not count as running."""
        rows = rows.filter(stage=stage)
        return rows.filter(quiet_since=None, paused_at=None) if stage == Stage.RUNNING else rows

    def search(self, rows: "QuerySet[Initiative]", name: str, words: str) -> "QuerySet[Initiative]":
        """Initiatives whose title or text holds the words, in Dutch."""
        return rows.filter(subject__in=Subject.objects.matching(words))
