"""Sample values for the style guide: invented, without a model or a query."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class SampleForm(forms.Form):
    """One field of each kind. `SampleForm({"title": ""})` shows it with errors."""

    is_sample = True  # its error does not take the focus

    title = forms.CharField(
        label=_("Hoe heet je idee?"),
        help_text=_("Kort en herkenbaar, zoals je het aan een buur vertelt."),
        max_length=80,
        error_messages={"required": _("Geef je idee een naam.")},
    )
    story = forms.CharField(label=_("Wat wil je doen?"), widget=forms.Textarea(attrs={"rows": 5}), required=False)
    email = forms.EmailField(
        label=_("E-mailadres"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": _("Vul je e-mailadres in.")},
    )
    day = forms.DateField(label=_("Wanneer begin je?"), widget=forms.DateInput(attrs={"type": "date"}), required=False)
    wijk = forms.ChoiceField(
        label=_("Wijk"),
        choices=[("", _("Kies een wijk")), ("oostgaarde", "Oostgaarde"), ("schollevaar", "Schollevaar")],
        error_messages={"required": _("Kies een wijk.")},
    )
    kind = forms.ChoiceField(
        label=_("Wie doen er mee?"),
        choices=[("alone", _("Ik alleen")), ("street", _("Mijn straat")), ("club", _("Een vereniging of school"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wie er meedoen.")},
    )
    help = forms.MultipleChoiceField(
        label=_("Waar kun je hulp bij gebruiken?"),
        choices=[("hands", _("Handen")), ("tools", _("Gereedschap")), ("money", _("Geld"))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    picture = forms.FileField(label=_("Foto"), help_text=_("Een foto van de plek helpt buren op weg."), required=False)
    agree = forms.BooleanField(
        label=_("Mijn voornaam mag bij het idee staan"),
        error_messages={"required": _("Zet een vinkje als dit goed is.")},
    )


class SampleFilter(forms.Form):
    """A filter bar."""

    wijk = forms.ChoiceField(
        label=_("Wijk"), choices=[("", _("Heel Capelle")), ("oostgaarde", "Oostgaarde")], required=False
    )
    stage = forms.ChoiceField(
        label=_("Hoe ver is het?"), choices=[("", _("Alles")), ("running", _("In uitvoering"))], required=False
    )


def cell(label: str, text: str, **more: Any) -> dict[str, Any]:
    """One cell of a table."""
    return {"label": label, "text": text, **more}


def card(title: str, drawing: str, stage: str, tone: str, wijk: str) -> dict[str, Any]:
    """One card of an initiative."""
    picture = f"/tekening/{drawing}.svg"
    return {"title": title, "url": "#kaarten", "picture": picture, "stage": stage, "tone": tone, "wijk": wijk}


# What the pieces show of a town that could be.
STEPS = [
    {"label": "Geplaatst", "state": "done", "note": "3 februari"},
    {"label": "Buren gevraagd", "state": "done"},
    {"label": "Plan klaar", "state": "done"},
    {"label": "Aan het werk", "state": "current", "note": "plantdag op 14 maart"},
    {"label": "Oogstfeest", "state": "todo"},
]
FIGURES = [
    {"number": "38", "label": "initiatieven gerealiseerd"},
    {"number": "2.140", "label": "uren van buren"},
    {"number": "€ 61.300", "label": "uit fonds en wijkbudget", "url": "#cijfers"},
    {"number": "2 dagen", "label": "tot het eerste telefoontje", "note": "in de helft van de gevallen"},
]
TABS = [
    {"label": "Nieuw", "url": "#tabs", "count": 7},
    {"label": "Van mij", "url": "#tabs", "count": 14, "is_current": True},
    {"label": "Wacht op ander", "url": "#tabs", "count": 5},
    {"label": "Bijna te laat", "url": "#tabs", "count": 3, "late": True},
    {"label": "Alles", "url": "#tabs"},
]
COLUMNS = [
    "Wijk",
    {"label": "Initiatieven", "number": True},
    {"label": "Inwoners die meedoen", "number": True},
    "Eerste contact",
]
PAGES = [
    {"number": 1, "url": "?pagina=1"},
    {"number": 2, "url": "?pagina=2", "is_current": True},
    {"number": 3, "url": "?pagina=3"},
]
FACTS = [
    {"label": "Waar", "text": "Achter de Hoven, Oostgaarde", "url": "#feiten"},
    {"label": "Van wie", "text": "Fatima en 3 anderen"},
    {"label": "Begonnen", "text": "3 februari"},
]
ENTRIES = [
    {
        "title": "De grond is klaar",
        "when": "3 dagen geleden",
        "moment": "2026-03-09",
        "by": "Fatima",
        "text": "De stoeptegels zijn weg. Zaterdag beginnen we met planten.",
    },
    {
        "title": "We zijn met z'n twaalven",
        "when": "12 februari",
        "moment": "2026-02-12",
        "by": "Fatima",
        "text": "Vanavond zaten we met alle buren aan tafel. Iedereen weet wat hij gaat doen.",
    },
]


def samples() -> dict[str, Any]:
    """Context of the style guide, beside its form."""
    return {
        "sample_filter": SampleFilter(auto_id="filter_%s"),
        "sample_chips": [{"label": label, "url": "#filter"} for label in ("Thema: Jeugd", "Zoekt hulp")],
        "sample_cards": [
            card("Moestuin achter de Hoven", "garden/3", "In uitvoering", "running", "Oostgaarde")
            | {
                "progress": {"label": "Handen voor de plantdag: 9 van 12", "value": 9, "max": 12},
                "foot": "31 buren steunen dit",
            },
            card("Lange tafel in de Dichtersbuurt", "table/5", "Idee", "idea", "Schollevaar")
            | {
                "summary": "Eén avond, één tafel, de hele straat. Wie kookt er mee?",
                "seeks": "een geluidsset, 4 handen",
                "foot": "12 buren steunen dit",
            },
            card("Speelplek bij de Boulevard", "playground/2", "Gerealiseerd", "done", "Fascinatio")
            | {"summary": "120 kinderen spelen er nu elke week. De buren houden hem zelf schoon."},
        ],
        "sample_steps": STEPS,
        "sample_figures": FIGURES,
        "sample_tabs": TABS,
        "sample_columns": COLUMNS,
        "sample_rows": [
            [
                cell("Wijk", "Oostgaarde", url="#tabel"),
                cell("Initiatieven", "18", number=True),
                cell("Inwoners die meedoen", "212", number=True),
                cell("Eerste contact", "1 dag"),
            ],
            [
                cell("Wijk", "Schollevaar", url="#tabel", note="met 's-Gravenland"),
                cell("Initiatieven", "24", number=True),
                cell("Inwoners die meedoen", "305", number=True),
                cell("Eerste contact", "6 dagen: te laat", late=True),
            ],
        ],
        "sample_pages": PAGES,
        "sample_facts": FACTS,
        "sample_lines": f"{_('Eén gedachte per punt.')}\n{_('Het belangrijkste eerst.')}",
        "sample_entries": ENTRIES,
    }
