"""Filters and orders of the list, in a URL that people can share."""

from typing import Any

import django_filters
from django import forms
from django.contrib.postgres.search import SearchQueryCombinable, SearchRank
from django.db.models import Exists, F, OuterRef, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gemeente.activity.searching import LONGEST, query_of, says
from initiatives.choices import (
    COUNTED,
    counts,
    stage_choices,
    theme_choices,
    themes,
    wijk_choices,
    wijken,
    year_choices,
)
from initiatives.enums import NeedKind, Scale, Stage
from initiatives.models import Initiative, Need

BEST_OF = 500  # the newest that hold the words, out of which the best come first
YES = "ja"
FIRST = ("zoek", "wijk", "thema")  # the others wait behind "Meer keuzes", so that a phone shows the list
ORDERS: dict[str, tuple[Any, tuple[str, ...]]] = {
    "nieuw": (gettext_lazy("Nieuwste eerst"), ("-published_at", "-pk")),
    "steun": (gettext_lazy("Meeste steun eerst"), ("-support_count", "-published_at", "-pk")),
    "laatst": (gettext_lazy("Laatst bijgewerkt eerst"), ("-heard_at", "-pk")),
}
Rows = QuerySet[Initiative]


class ListForm(forms.Form):
    """The choices as a form: a few at once, the others behind a word."""

    @property
    def first_fields(self) -> list[forms.BoundField]:
        """What everybody sees."""
        return [self[name] for name in FIRST]

    @property
    def more_fields(self) -> list[forms.BoundField]:
        """What one has to ask for."""
        return [field for field in self.visible_fields() if field.name not in FIRST]

    @property
    def has_more(self) -> bool:
        """Whether something was chosen there: then it stands open."""
        return any(self.data.get(field.name) for field in self.more_fields)


class Tick(forms.CheckboxInput):
    """A box whose value in the address is a word, and which is not there when it is not ticked."""

    def __init__(self) -> None:
        super().__init__(attrs={"value": YES}, check_test=lambda value: value == YES)

    def format_value(self, value: Any) -> None:
        """Nothing: the value stands among the attributes, and HTML has it once."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """The word itself, right or wrong."""
        return data.get(name, "")


def tick(label: Any, method: str) -> django_filters.ChoiceFilter:
    """A choice of one: yes."""
    return django_filters.ChoiceFilter(label=label, method=method, choices=[(YES, label)], widget=Tick())


class InitiativeFilter(django_filters.FilterSet):
    """By words, wijk, theme, stage and more. What the address says that is no choice (any more) is left out."""

    zoek = django_filters.CharFilter(label=gettext_lazy("Zoek op woorden"), method="search", max_length=LONGEST)
    wijk = django_filters.ChoiceFilter(
        label=gettext_lazy("Wijk"), method="in_wijk", choices=wijk_choices, empty_label=gettext_lazy("Alle wijken")
    )
    thema = django_filters.ChoiceFilter(
        label=gettext_lazy("Thema"),
        method="with_theme",
        choices=theme_choices,
        empty_label=gettext_lazy("Alle thema's"),
    )
    fase = django_filters.ChoiceFilter(
        label=gettext_lazy("Fase"),
        method="at_stage",
        choices=stage_choices,
        empty_label=gettext_lazy("Alle fases"),
    )
    nodig = django_filters.ChoiceFilter(
        label=gettext_lazy("Wat nog nodig is"),
        method="that_needs",
        choices=NeedKind.choices,
        empty_label=gettext_lazy("Maakt niet uit"),
    )
    schaal = django_filters.ChoiceFilter(
        label=gettext_lazy("Hoe groot het is"),
        field_name="scale",
        choices=Scale.choices,
        empty_label=gettext_lazy("Maakt niet uit"),
    )
    jaar = django_filters.ChoiceFilter(
        label=gettext_lazy("Begonnen in"),
        field_name="published_at__year",
        choices=year_choices,
        empty_label=gettext_lazy("Alle jaren"),
    )
    volgorde = django_filters.ChoiceFilter(
        label=gettext_lazy("Volgorde"),
        method="leave",
        choices=[(name, label) for name, (label, _columns) in ORDERS.items()],
    )
    hulp = tick(gettext_lazy("Zoekt hulp"), "open_for_help")
    plek = tick(gettext_lazy("Staat op de kaart"), "with_point")

    is_ranked = True  # what holds the words best comes first, out of BEST_OF

    class Meta:
        model = Initiative
        fields: list[str] = []
        form = ListForm

    def __init__(self, data: QueryDict, queryset: Rows, *, inside: bool = True, **kwargs: Any) -> None:
        super().__init__(data, queryset, **kwargs)
        self.inside = inside
        self.query: SearchQueryCombinable | None = None
        first, *others = self.orders()
        self.form.fields["volgorde"].empty_label, self.form.fields["volgorde"].choices = first[1], others

    # --- What was chosen ---------------------------------------------------------------------------------------------
    @property
    def chosen(self) -> dict[str, str]:
        """The choices that count, as the address has them; the order is not one of them."""
        told: dict[str, Any] = self.form.cleaned_data if self.form.errors is not None else {}
        return {name: str(value) for name, value in told.items() if value and name != "volgorde"}

    @property
    def words(self) -> str:
        """The words that are looked for."""
        return self.chosen.get("zoek", "")

    @property
    def problem(self) -> str:
        """What in the address was left out; empty when all of it counts."""
        if "zoek" in self.form.errors:
            return _("Zoek met minder woorden: niet meer dan %(most)d tekens.") % {"most": LONGEST}
        return _("Een keuze in dit adres kennen we niet (meer). Die lieten we weg.") if self.form.errors else ""

    def link(self, without: str = "", **other: str) -> str:
        """The address of the list with these choices, but for one of them or with another value; on its first page."""
        query = QueryDict(mutable=True)
        query.update({name: value for name, value in (self.chosen | other).items() if name != without})
        if order := self.form.cleaned_data.get("volgorde"):
            query["volgorde"] = order
        return f"?{query.urlencode()}" if query else "?"

    @property
    def chips(self) -> list[dict[str, str]]:
        """Each choice in words, with the address of the list without it; ask before `show_counts`."""
        return [
            {"label": self.said(name, value), "url": self.link(without=name)} for name, value in self.chosen.items()
        ]

    def said(self, name: str, value: str) -> str:
        """One choice in words."""
        label = str(self.form.fields[name].label)
        if value == YES:
            return label
        named = {**dict(wijk_choices()), **dict(theme_choices())} if name in ("wijk", "thema") else {}
        choices = named or dict(self.form.fields[name].choices) if name != "zoek" else {}
        return f"{label}: {choices.get(value, value)}"

    def show_counts(self) -> None:
        """Write behind each choice how many it would show; nothing beside words or what is not counted."""
        if not COUNTED_ALONE.issuperset(self.chosen):
            return
        found = counts(self.chosen)
        for name in ("wijk", "thema", "fase"):
            field = self.form.fields[name]
            named = [(value, label) for value, label in field.choices if value]
            field.choices = [(value, f"{label} ({found[name].get(value, 0)})") for value, label in named]
        for name in ("hulp", "plek"):
            self.form[name].label = f"{self.form[name].label} ({found[name].get(YES, 0)})"

    # --- In which order ----------------------------------------------------------------------------------------------
    def orders(self) -> list[tuple[str, Any]]:
        """The orders to choose from; the first one is what happens by itself."""
        first = _("Beste treffer eerst") if self.data.get("zoek") else ORDERS["nieuw"][0]
        others = [(name, label) for name, (label, _columns) in ORDERS.items()]
        return [("", first), *(others if self.data.get("zoek") else others[1:])]

    def filter_queryset(self, queryset: Rows) -> Rows:
        """The rows that were chosen, in their order."""
        rows = super().filter_queryset(queryset)
        order = self.form.cleaned_data.get("volgorde") or "nieuw"
        if self.query is None or not self.is_ranked or self.form.cleaned_data.get("volgorde"):
            return rows.order_by(*ORDERS[order][1])
        newest = rows.order_by(*ORDERS["nieuw"][1]).values("pk")[:BEST_OF]
        ranked = rows.filter(pk__in=newest).annotate(rank=SearchRank(F("subject__search"), self.query))
        return ranked.order_by("-rank", *ORDERS["nieuw"][1])

    # --- Each choice -------------------------------------------------------------------------------------------------
    def search(self, rows: Rows, name: str, words: str) -> Rows:
        """Initiatives whose title or text holds the words, in Dutch."""
        self.query = query_of(words, inside=self.inside)
        return rows.filter(says(self.query, "subject__"))

    def in_wijk(self, rows: Rows, name: str, slug: str) -> Rows:
        """Those of one wijk."""
        return rows.filter(wijk=wijken()[slug].pk)

    def with_theme(self, rows: Rows, name: str, code: str) -> Rows:
        """Those of one theme."""
        return rows.filter(theme=themes()[code].pk)

    def at_stage(self, rows: Rows, name: str, stage: str) -> Rows:
        """Initiatives at a stage; what has been silent for long, or rests, does not count as running."""
        rows = rows.filter(stage=stage)
        return rows.filter(quiet_since=None, paused_at=None) if stage == Stage.RUNNING else rows

    def open_for_help(self, rows: Rows, name: str, yes: str) -> Rows:
        """Those that still look for something."""
        return rows.filter(is_open_for_help=True)

    def with_point(self, rows: Rows, name: str, yes: str) -> Rows:
        """Those with a point that everybody may know."""
        return rows.filter(subject__longitude__isnull=False)

    def that_needs(self, rows: Rows, name: str, kind: str) -> Rows:
        """Those that still look for one kind of thing."""
        needs = Need.objects.filter(initiative=OuterRef("pk"), kind=kind, closed_at=None, filled__lt=F("amount"))
        return rows.filter(Exists(needs), is_open_for_help=True)

    def leave(self, rows: Rows, name: str, value: str) -> Rows:
        """Nothing to leave out: an order is no filter."""
        return rows


COUNTED_ALONE = frozenset(COUNTED)
