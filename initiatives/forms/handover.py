"""What an owner says to hand her initiative over."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from initiatives.models import Helper


class OfferForm(forms.Form):
    """To whom, and whether she herself stays on."""

    helper = forms.ChoiceField(
        label=_("Aan wie wil je het overdragen?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies aan wie je het wilt overdragen."),
            "invalid_choice": _("Deze persoon doet hier niet meer mee. Kies opnieuw."),
        },
    )
    stays_on = forms.ChoiceField(
        label=_("Blijf je zelf meedoen?"),
        choices=[("yes", _("Ja, ik word mede-eigenaar")), ("no", _("Nee, ik stop ermee"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies of je blijft meedoen."), "invalid_choice": _("Kies een van deze twee.")},
    )

    def __init__(self, *args: Any, helpers: list[Helper], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helpers = {str(helper.pk): helper for helper in helpers}
        field = self.fields["helper"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            (pk, f"{helper.shown_name} ({helper.get_right_display()})") for pk, helper in self.helpers.items()
        ]

    def told(self) -> dict[str, Any]:
        """The answers as the action asks them."""
        cleaned = self.cleaned_data
        return {"helper": self.helpers[cleaned["helper"]], "stays_on": cleaned["stays_on"] == "yes"}
