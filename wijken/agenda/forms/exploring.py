"""What people type when they find out together, set an opgave and offer help."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeente.lib.forms import LENGTHS, OneLineField
from gemeente.partners.models import Organisation
from gemeente.users.models import User
from wijken.agenda.enums import ContributionKind, PartyKind
from wijken.agenda.forms.signals import link_field
from wijken.agenda.models import OpgaveText, Party


def text_field(label: Any, most: int, required: Any, *, help_text: Any = "", rows: int = 4) -> forms.CharField:
    """Some sentences."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=most,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": required, **LENGTHS},
    )


class ContributionForm(forms.Form):
    """A few sentences under one of the headings."""

    kind = forms.ChoiceField(
        label=_("Wat wil je vertellen?"),
        choices=ContributionKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat je wilt vertellen."), "invalid_choice": _("Kies een van deze.")},
    )
    text = text_field(
        _("Jouw bijdrage"),
        600,
        _("Vertel in een paar zinnen wat je weet."),
        help_text=_("Een paar zinnen. Iedereen leest dit; noem geen namen of adressen van anderen."),
    )
    url = link_field(_("Link"), help_text=_("Bij een bron nodig. Anders mag je dit leeg laten."))
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def clean(self) -> dict[str, Any]:
        """A source can be read by others."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("kind") == ContributionKind.SOURCE and not cleaned.get("url") and not self.has_error("url"):
            self.add_error("url", _("Zet de link van de bron erbij."))
        return cleaned


class SummaryForm(forms.Form):
    """What contributions come to."""

    text = forms.CharField(
        label=_("Samenvatting"),
        help_text=_("In gewone woorden: wat komt hieruit? De bijdragen zelf blijven eronder staan."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages=LENGTHS,
    )
    based_on = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class TextForm(forms.Form):
    """The three parts of a text that parties sign."""

    statement = text_field(_("Wat is de opgave?"), 2000, _("Schrijf op wat de opgave is."))
    outcome = text_field(_("Wat willen we bereiken?"), 2000, _("Schrijf op wat jullie willen bereiken."))
    evidence = text_field(
        _("Waaraan zien we dat?"),
        2000,
        _("Schrijf op waaraan jullie zien dat het gelukt is."),
        help_text=_("Iets wat je kunt tellen of zien. Bijvoorbeeld: kinderen lopen zelf naar school."),
    )
    based_on = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    @staticmethod
    def initial_of(text: OpgaveText | None) -> dict[str, Any]:
        """What stands there now."""
        if text is None:
            return {"based_on": 0}
        return {name: getattr(text, name) for name in PARTS} | {"based_on": text.number}


PARTS = ("statement", "outcome", "evidence")


class PersonField(forms.ModelChoiceField):
    """Somebody, by the name that everybody sees."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.profile.public_name)


class PartyForm(forms.Form):
    """Who sets it with the others."""

    kind = forms.ChoiceField(
        label=_("Wie stelt dit mee vast?"),
        choices=[
            (PartyKind.WOP, _("Het WOP van deze wijk. Het bestuur tekent.")),
            (PartyKind.ORGANISATION, _("Een organisatie. Wie daar een mandaat heeft, tekent.")),
            (PartyKind.RESIDENTS, _("Een groep bewoners. Een van hen tekent.")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wie dit mee vaststelt."), "invalid_choice": _("Kies een van deze drie.")},
    )
    organisation = forms.ModelChoiceField(
        Organisation.objects.all(),
        label=_("Welke organisatie?"),
        required=False,
        empty_label=_("Kies een organisatie"),
        help_text=_("Alleen bij een organisatie. Staat die er niet bij? Vraag de gemeente om haar op te schrijven."),
        error_messages={"invalid_choice": _("Kies een organisatie uit de lijst.")},
    )
    name = OneLineField(
        label=_("Hoe heet de groep bewoners?"),
        required=False,
        max_length=80,
        help_text=_("Alleen bij bewoners. Bijvoorbeeld: Ouders van de Klim."),
        error_messages=LENGTHS,
    )
    person = PersonField(
        User.objects.none(),
        label=_("Wie tekent voor hen?"),
        required=False,
        empty_label=_("Kies iemand"),
        help_text=_("Iemand die het signaal gaf of meevertelde. Zij krijgt een bericht en zegt zelf ja of nee."),
        error_messages={"invalid_choice": _("Kies iemand uit de lijst.")},
    )

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask for what the chosen kind needs, and forget the rest."""
        cleaned = super().clean() or self.cleaned_data
        kind = cleaned.get("kind")
        if kind == PartyKind.ORGANISATION and not cleaned.get("organisation") and not self.has_error("organisation"):
            self.add_error("organisation", _("Kies welke organisatie."))
        if kind == PartyKind.RESIDENTS and not cleaned.get("name") and not self.has_error("name"):
            self.add_error("name", _("Geef de groep een naam."))
        if kind == PartyKind.RESIDENTS and not cleaned.get("person") and not self.has_error("person"):
            self.add_error("person", _("Kies wie voor hen tekent."))
        return cleaned

    def told(self) -> dict[str, Any]:
        """What the action takes."""
        kind = PartyKind(self.cleaned_data["kind"])
        organisation = self.cleaned_data["organisation"] if kind == PartyKind.ORGANISATION else None
        group = kind == PartyKind.RESIDENTS
        name, person = (self.cleaned_data["name"], self.cleaned_data["person"]) if group else ("", None)
        return {"kind": kind, "organisation": organisation, "name": name, "person": person}


class SignForm(forms.Form):
    """For which party, and which version was read."""

    party = forms.ModelChoiceField(
        Party.objects.none(),
        label=_("Voor wie teken je?"),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": _("Kies voor wie je tekent."), "invalid_choice": _("Kies uit de lijst.")},
    )
    number = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, parties: list[Party], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Party.objects.filter(pk__in=[party.pk for party in parties])
        field = self.fields["party"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = rows.select_related("organisation", "opgave__wijk")
        if len(parties) == 1:
            field.initial = parties[0].pk


class ClosingForm(forms.Form):
    """Why it ends."""

    text = text_field(_("Schrijf erbij waarom"), 1000, _("Schrijf erbij waarom. Iedereen leest dit."))


class OfferForm(forms.Form):
    """What an organisation puts in."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=_("Namens welke organisatie?"),
        empty_label=_("Kies een organisatie"),
        error_messages={"required": _("Kies een organisatie."), "invalid_choice": _("Kies uit de lijst.")},
    )
    what = text_field(
        _("Wat bieden jullie aan?"),
        400,
        _("Schrijf op wat jullie aanbieden."),
        help_text=_("Uren, spullen, een ruimte, kennis of geld."),
    )
    how_much = OneLineField(
        label=_("Hoeveel?"),
        required=False,
        max_length=120,
        help_text=_("In woorden. Bijvoorbeeld: vier uur per week, tot de zomer."),
        error_messages=LENGTHS,
    )
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args: Any, ids: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["organisation"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Organisation.objects.filter(pk__in=ids)
        if len(ids) == 1:
            field.initial = ids[0]
