"""With which version somebody compares another."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class CompareForm(forms.Form):
    """One of the other versions, in the address of the page."""

    met = forms.ChoiceField(
        label=_("Vergelijk met"), error_messages={"invalid_choice": _("Deze versie is er niet. Kies een andere.")}
    )

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["met"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices
