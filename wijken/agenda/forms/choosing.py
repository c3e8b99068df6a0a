"""Narrowing the agenda, in the address of the page."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gemeente.places.models import Wijk
from wijken.agenda.enums import OpgaveState
from wijken.agenda.querysets import OpgaveQuerySet
from wijken.models import WijkTheme


class AgendaFilter(forms.Form):
    """By state and by theme of the wijk."""

    staat = forms.ChoiceField(label=_("Hoe ver"), required=False, choices=[("", _("Alles")), *OpgaveState.choices])
    thema = forms.ChoiceField(label=_("Thema"), required=False)

    def __init__(self, *args: Any, wijk: Wijk, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.themes = list(WijkTheme.objects.of(wijk).on(timezone.localdate()))
        thema = self.fields["thema"]
        assert isinstance(thema, forms.ChoiceField)
        thema.choices = [("", _("Alle thema's")), *((str(row.pk), row.name) for row in self.themes)]
        if not self.themes:
            del self.fields["thema"]

    def narrow(self, rows: OpgaveQuerySet) -> OpgaveQuerySet:
        """The rows that were asked for; what is no choice narrows nothing."""
        self.is_valid()
        if state := self.cleaned_data.get("staat"):
            rows = rows.filter(state=state)
        if theme := self.cleaned_data.get("thema"):
            rows = rows.filter(theme=theme)
        return rows

    @property
    def is_narrowed(self) -> bool:
        """Whether something was asked for."""
        return any(self.cleaned_data.values())
