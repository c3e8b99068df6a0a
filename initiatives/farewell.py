"""Saying goodbye: what somebody does with each of her public initiatives before her account closes."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeente.lib.farewell import Farewell
from gemeente.users.models import User
from initiatives.actions.leaving import hand_over, withdraw_initiative
from initiatives.models import Initiative

KEEP, WITHDRAW, HAND_OVER = "keep", "withdraw", "hand_over"


class FarewellForm(forms.Form):
    """One choice for each initiative; leaving the text there without a name is what happens by itself."""

    title = _("Wat gebeurt er met je initiatieven?")

    def __init__(self, *args: Any, initiatives: list[Initiative], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initiatives = {f"initiative_{row.pk}": row for row in initiatives}
        for name, row in self.initiatives.items():
            self.fields[name] = forms.ChoiceField(
                label=row.title,
                choices=choices_of(row),
                initial=first_choice(row),
                required=False,
                widget=forms.RadioSelect,
                error_messages={"invalid_choice": _("Deze keuze kan niet meer. Kies opnieuw.")},
            )


def choices_of(initiative: Initiative) -> list[tuple[str, Any]]:
    """What can happen to one initiative: who holds the pen with her may take it over."""
    helpers = [
        (f"{HAND_OVER}_{helper.pk}", _("Geef het aan %(name)s") % {"name": helper.shown_name})
        for helper in (*initiative.co_owners, *initiative.helpers_in_name)
    ]
    return [
        *helpers,
        (KEEP, _("Laat de tekst staan, zonder mijn naam")),
        (WITHDRAW, _("Haal alles weg: tekst, foto's en nieuws")),
    ]


def first_choice(initiative: Initiative) -> str:
    """What is chosen before she chooses: what others own too goes on with one of them, the rest stays as a story."""
    return f"{HAND_OVER}_{initiative.co_owners[0].pk}" if initiative.co_owners else KEEP


def farewell_form(user: User, data: Mapping[str, Any] | None) -> FarewellForm | None:
    """The questions for somebody; none for who has nothing public."""
    mine = Initiative.objects.public().filter(owner=user).with_helpers().order_by("pk")
    initiatives = list(mine)
    return FarewellForm(data, initiatives=initiatives, prefix="farewell") if initiatives else None


def say_farewell(user: User, form: FarewellForm) -> None:
    """Do what she chose. Raises Refused when a helper stopped in the meantime."""
    for name, initiative in form.initiatives.items():
        choice = form.cleaned_data[name] or KEEP
        if choice == WITHDRAW:
            withdraw_initiative(initiative=initiative, actor=user)
        elif choice.startswith(HAND_OVER):
            helper = next(one for one in initiative.active_helpers if choice == f"{HAND_OVER}_{one.pk}")
            hand_over(initiative=initiative, actor=user, helper=helper)


FAREWELL = Farewell("initiatives", farewell_form, say_farewell)
