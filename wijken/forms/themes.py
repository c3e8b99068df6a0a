"""What a board types about the themes of its wijk."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gemeente.lib.forms import LENGTHS, OneLineField
from gemeente.places.models import Theme


class WijkThemeForm(forms.Form):
    """A name of one's own, and the theme of the town that it leans on."""

    name = OneLineField(
        label=_("Hoe noemen jullie dit thema?"),
        help_text=_("In jullie eigen woorden. Bijvoorbeeld: Water en groen."),
        max_length=40,
        min_length=2,
        error_messages={"required": _("Geef het thema een naam."), **LENGTHS},
    )
    theme = forms.ModelChoiceField(
        Theme.objects.none(),
        label=_("Past het bij een thema van de stad?"),
        required=False,
        empty_label=_("Bij geen"),
        error_messages={"invalid_choice": _("Kies een thema uit de lijst.")},
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        field = self.fields["theme"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Theme.objects.exclude(ends_on__lte=timezone.localdate())
