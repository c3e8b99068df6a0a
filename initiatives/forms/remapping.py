"""For each old stage of a wijk, at which new one its plans then stand."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from initiatives.remaps import OldWay
from wijken.models import Werkwijze, WijkStage


class RemapForm(forms.Form):
    """One choice for each stage of an older version; what fits best is chosen already."""

    target = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, old: OldWay, new: Werkwijze, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.old = old
        self.fields["target"].initial = new.pk
        for stage in old.stages:
            number = ngettext("Hier staat nu %(n)d plan.", "Hier staan nu %(n)d plannen.", stage.count)
            self.fields[f"stage_{stage.key}"] = forms.ChoiceField(
                label=_("Van “%(stage)s” naar") % {"stage": stage.label},
                help_text=number % {"n": stage.count},
                choices=[(target.pk, target.label) for target in stage.targets],
                initial=stage.best.pk,
                widget=forms.RadioSelect,
                error_messages={
                    "required": _("Kies waar deze plannen dan staan."),
                    "invalid_choice": _("Deze stap is er niet meer. Kies uit de lijst."),
                },
            )

    def mapping(self) -> dict[str, WijkStage]:
        """What was chosen, as the action takes it. Expects a valid form."""
        return {
            stage.key: next(t for t in stage.targets if str(t.pk) == self.cleaned_data[f"stage_{stage.key}"])
            for stage in self.old.stages
        }
