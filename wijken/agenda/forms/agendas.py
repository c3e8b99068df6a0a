"""What a WOP types about its agenda."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gemeente.lib.forms import LENGTHS, DocumentField, OneLineField
from gemeente.places.models import Wijk
from wijken.agenda.forms.signals import theme_field
from wijken.agenda.models import Opgave, Toekomstagenda
from wijken.agenda.models.opgave import MOST_RANKS

YEARS = {
    "required": _("Vul een jaar in."),
    "invalid": _("Schrijf het jaar in vier cijfers, zoals 2027."),
    "min_value": _("Schrijf het jaar in vier cijfers, zoals 2027."),
    "max_value": _("Schrijf het jaar in vier cijfers, zoals 2027."),
}


class AgendaForm(forms.Form):
    """Title, years, vision, and the document of an agenda that is there already."""

    title = OneLineField(
        label=_("Hoe heet jullie agenda?"),
        max_length=100,
        error_messages={"required": _("Geef de agenda een titel."), **LENGTHS},
    )
    from_year = forms.IntegerField(label=_("Vanaf welk jaar?"), min_value=2000, max_value=2100, error_messages=YEARS)
    to_year = forms.IntegerField(label=_("Tot en met welk jaar?"), min_value=2000, max_value=2100, error_messages=YEARS)
    vision = forms.CharField(
        label=_("Waar wil de wijk heen?"),
        help_text=_("In gewone woorden. Wat zie je over een paar jaar op straat, in huis en bij elkaar?"),
        max_length=3000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages=LENGTHS,
    )
    document = DocumentField(
        label=_("Hebben jullie al een agenda op papier? Kies de PDF"),
        required=False,
        help_text=_(
            "Iedereen kan hem dan lezen. De punten typ je over als je wilt: daar kan de gemeente op antwoorden."
        ),
    )
    is_new = forms.BooleanField(label=_("Dit is een nieuwe agenda; de vorige blijft te lezen"), required=False)
    based_on = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args: Any, agenda: Toekomstagenda | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if agenda is None:
            del self.fields["is_new"]

    def clean(self) -> dict[str, Any]:
        """The years follow each other."""
        cleaned = super().clean() or self.cleaned_data
        first, last = cleaned.get("from_year"), cleaned.get("to_year")
        if first and last and last < first:
            self.add_error("to_year", _("Dit jaar ligt voor het eerste jaar."))
        return cleaned

    @staticmethod
    def initial_of(agenda: Toekomstagenda | None) -> dict[str, Any]:
        """What stands there now, or four years from this one."""
        if agenda is None:
            year = timezone.localdate().year
            return {"from_year": year, "to_year": year + 4, "based_on": 0}
        told = {name: getattr(agenda, name) for name in ("title", "from_year", "to_year", "vision")}
        return told | {"based_on": agenda.edits}


class ThemeForm(forms.Form):
    """The theme of an opgave."""

    def __init__(self, *args: Any, wijk: Wijk, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["theme"] = theme_field(wijk)


class RankingForm(forms.Form):
    """Up to three opgaven, the most important first."""

    labels = (_("Het belangrijkst"), _("Daarna"), _("En dan"))

    def __init__(self, *args: Any, wijk: Wijk, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Opgave.objects.public().in_wijk(wijk).open().in_order()
        for rank in range(1, MOST_RANKS + 1):
            self.fields[f"rank_{rank}"] = forms.ModelChoiceField(
                rows,
                label=self.labels[rank - 1],
                required=False,
                empty_label=_("Niets"),
                error_messages={"invalid_choice": _("Deze opgave is klaar of gestopt. Kies een andere.")},
            )

    @property
    def chosen(self) -> list[Opgave]:
        """What was chosen, in order, without holes."""
        found = (self.cleaned_data.get(f"rank_{rank}") for rank in range(1, MOST_RANKS + 1))
        return [row for row in found if row]

    def clean(self) -> dict[str, Any]:
        """Nothing twice."""
        cleaned = super().clean() or self.cleaned_data
        seen: set[int] = set()
        for rank in range(1, MOST_RANKS + 1):
            row = cleaned.get(f"rank_{rank}")
            if row and row.pk in seen:
                self.add_error(f"rank_{rank}", _("Deze koos je al. Kies een andere, of niets."))
            seen |= {row.pk} if row else set()
        return cleaned
