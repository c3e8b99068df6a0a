"""What owners type about needs and about their own share in numbers, and neighbours about what they offer."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gemeente.lib.forms import LENGTHS, MailField, OneLineField
from initiatives.amounts import MOST_AMOUNT, UNITS
from initiatives.enums import NeedKind, ShareKind
from initiatives.forms.joining import visitor_name_field
from initiatives.models import Initiative, Need, Share

NUMBERS = {
    "required": _("Vul een getal in."),
    "invalid": _("Vul een heel getal in, bijvoorbeeld 5."),
    "min_value": _("Vul een getal in van %(limit_value)s of meer."),
    "max_value": _("Dat is te veel. Vul een getal in van %(limit_value)s of minder."),
}


@dataclass(frozen=True)
class Example:
    """How a need of some kind may look: what the form begins with when an owner chooses it."""

    kind: NeedKind
    title: str | Promise
    amount: int
    hint: str | Promise


EXAMPLES = (
    Example(NeedKind.HANDS, _("Handen op zaterdag"), 5, _("mensen die een dag komen helpen")),
    Example(NeedKind.HOURS, _("Uren om te klussen"), 10, _("tijd, verdeeld zoals het uitkomt")),
    Example(NeedKind.GOODS, _("Een aanhanger"), 1, _("iets te leen of over")),
    Example(NeedKind.PLACE, _("Een plek om de spullen te bewaren"), 1, _("een schuur, zaal of tuin")),
    Example(NeedKind.KNOWLEDGE, _("Iemand die kan lassen"), 1, _("iemand die iets kan of weet")),
    Example(NeedKind.PERMIT, _("Toestemming van de bewoners naast het veld"), 1, _("een ja van buren of een eigenaar")),
    Example(NeedKind.MONEY, _("Geld voor planten"), 150, _("een bedrag in hele euro's; betalen doen jullie zelf")),
)


class NeedForm(forms.Form):
    """Something that is needed. Of a need that exists the kind stays: its offers are counted by it."""

    kind = forms.ChoiceField(
        label=_("Wat voor hulp is het?"),
        choices=NeedKind.choices,
        error_messages={"required": _("Kies een soort."), "invalid_choice": _("Kies een soort uit de lijst.")},
    )
    title = OneLineField(
        label=_("Wat zoeken jullie?"),
        help_text=_("Kort, met de dag erbij als die er is. Bijvoorbeeld: handen op zaterdag 12 juni."),
        max_length=80,
        min_length=3,
        error_messages={"required": _("Vertel in een paar woorden wat jullie zoeken."), **LENGTHS},
    )
    amount = forms.IntegerField(
        label=_("Hoeveel?"), min_value=1, max_value=MOST_AMOUNT, initial=1, error_messages=NUMBERS
    )
    unit = OneLineField(
        label=_("Waarvan?"),
        help_text=_("Bijvoorbeeld: handen, uur, tafels, euro. Laat je het leeg, dan kiezen wij het woord."),
        max_length=20,
        required=False,
        error_messages=LENGTHS,
    )

    def __init__(self, *args: Any, need: Need | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if need:
            del self.fields["kind"]

    @staticmethod
    def initial_of(need: Need) -> dict[str, Any]:
        """What the form shows of a need that exists."""
        return {"title": need.title, "amount": need.amount, "unit": need.unit}

    @staticmethod
    def example_of(kind: str) -> dict[str, Any]:
        """What the form begins with for a kind that was chosen; nothing for an unknown one."""
        found = next((one for one in EXAMPLES if one.kind == kind), None)
        if found is None:
            return {}
        return {"kind": found.kind, "title": found.title, "amount": found.amount, "unit": UNITS[found.kind]}


class NumbersForm(forms.Form):
    """A row of what the owners do themselves. What it became is asked once it is online."""

    kind = forms.ChoiceField(
        label=_("Wat tellen jullie?"),
        choices=ShareKind.choices,
        error_messages={"required": _("Kies een soort."), "invalid_choice": _("Kies een soort uit de lijst.")},
    )
    what = OneLineField(
        label=_("Wat doen jullie?"),
        help_text=_("Bijvoorbeeld: planten en water geven. Reken de buren die zich hier aanmelden niet mee."),
        max_length=80,
        min_length=3,
        error_messages={"required": _("Vertel in een paar woorden wat jullie doen."), **LENGTHS},
    )
    planned = forms.IntegerField(
        label=_("Hoeveel wordt het, denk je?"),
        help_text=_("Alle uren, mensen of spullen bij elkaar. Schatten mag."),
        min_value=1,
        max_value=MOST_AMOUNT,
        error_messages=NUMBERS,
    )
    done = forms.IntegerField(
        label=_("Hoeveel is het geworden?"),
        help_text=_("Weet je het nog niet? Laat het dan leeg."),
        min_value=0,
        max_value=MOST_AMOUNT,
        required=False,
        error_messages=NUMBERS,
    )

    def __init__(self, *args: Any, initiative: Initiative, share: Share | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if share:
            del self.fields["kind"]
        if initiative.published_at is None:
            del self.fields["done"]

    @staticmethod
    def initial_of(share: Share) -> dict[str, Any]:
        """What the form shows of a row that exists."""
        return {"what": share.what, "planned": share.planned, "done": share.done}


class HelpForm(forms.Form):
    """What a neighbour offers: so much of a need, or something else in her own words. A visitor gives her address."""

    amount = forms.IntegerField(label=_("Hoeveel bied je aan?"), min_value=1, error_messages=NUMBERS)
    name = visitor_name_field()
    email = MailField()
    message = forms.CharField(
        label=_("Wil je er iets bij zeggen?"),
        help_text=_("Bijvoorbeeld: ik kan vanaf tien uur. Alleen de eigenaar leest dit."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Vertel in een zin wat je kunt of wilt doen."), **LENGTHS},
    )

    def __init__(self, *args: Any, need: Need | None, is_visitor: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_visitor:
            del self.fields["name"], self.fields["email"]
        if need is None:
            self.fields["message"].required = True
            self.fields["message"].label = _("Wat kun of wil je doen?")
        if need is None or need.amount == 1:
            del self.fields["amount"]
            return
        self.fields["amount"] = forms.IntegerField(
            label=_("Hoeveel %(unit)s bied je aan?") % {"unit": need.unit},
            help_text=_("Er zijn er nog %(left)d nodig.") % {"left": need.left} if need.left else "",
            min_value=1,
            max_value=need.amount,
            initial=min(need.left, 10) if need.kind == NeedKind.MONEY and need.left else 1,
            error_messages=NUMBERS,
        )

    def told(self) -> dict[str, Any]:
        """What was typed, with the one thing that is offered where there was nothing to count."""
        return {"amount": 1} | self.cleaned_data


class ThanksForm(forms.Form):
    """A personal word to somebody who helps."""

    word = forms.CharField(
        label=_("Wat wil je zeggen?"),
        help_text=_("Alleen deze buur leest dit. Bijvoorbeeld: dank je wel voor het graven, het was gezellig!"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Schrijf een paar woorden, dan is het een echt bedankje."), **LENGTHS},
    )


class DeliveredForm(forms.Form):
    """How much of an offer really came."""

    delivered = forms.IntegerField(
        label=_("Hoeveel is er gekomen?"),
        help_text=_("Kwam het niet? Vul dan 0 in. Dit getal telt mee in wat buren samen deden."),
        min_value=0,
        max_value=MOST_AMOUNT,
        error_messages=NUMBERS,
    )
