"""Saying goodbye: what somebody does with her functions in a WOP before her account closes."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gemeente.accounts.enums import SELF_RUN_ROLES
from gemeente.accounts.roles import held_roles
from gemeente.lib.farewell import Farewell
from gemeente.places.models import Wijk
from gemeente.users.models import User
from wijken.actions.team import end_membership, hand_over
from wijken.policies import is_member
from wijken.team import TeamMember, board_of, find_member, in_team, member_of, with_doings

NOBODY = "nobody"
MOST_CHOICES = 10


class TeamFarewellForm(forms.Form):
    """One choice for each WOP: who takes over, or nobody."""

    title = gettext_lazy("Je stopt ook met je WOP")

    def __init__(self, *args: Any, teams: list[tuple[Wijk, TeamMember]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.teams = {f"team_{wijk.pk}": (wijk, member) for wijk, member in teams}
        for name, (wijk, member) in self.teams.items():
            self.fields[name] = forms.ChoiceField(
                label=_("WOP %(wijk)s: wie doet nu wat jij deed (%(does)s)?")
                % {"wijk": wijk.name, "does": member.does},
                choices=[*heirs_in(wijk, member), (NOBODY, _("Niemand: het WOP zoekt zelf verder"))],
                initial=NOBODY,
                required=False,
                widget=forms.RadioSelect,
                error_messages={"invalid_choice": gettext_lazy("Deze keuze kan niet meer. Kies opnieuw.")},
            )


def heirs_in(wijk: Wijk, member: TeamMember) -> list[tuple[str, str]]:
    """Who of her team could take over, its board first."""
    today = timezone.localdate()
    others = with_doings(in_team(wijk.pk, today), wijk.pk, today).order_by("name", "pk")[: MOST_CHOICES + 1]
    found = {one.user.pk: one for one in (*board_of(wijk, today), *map(member_of, others)) if one.user != member.user}
    return [(str(pk), f"{one.name} ({one.does})") for pk, one in list(found.items())[:MOST_CHOICES]]


def farewell_form(user: User, data: Mapping[str, Any] | None) -> TeamFarewellForm | None:
    """The question for somebody of a WOP."""
    held = {role.wijk_id for role in held_roles(user) if role.role in SELF_RUN_ROLES and is_member(user, role.wijk_id)}
    wijken = Wijk.objects.filter(pk__in=[pk for pk in held if pk]).defer("boundary").order_by("pk") if held else []
    today = timezone.localdate()
    teams = [(wijk, member) for wijk in wijken if (member := find_member(wijk, user.pk, today))]
    return TeamFarewellForm(data, teams=teams, prefix="team") if teams else None


def say_goodbye(user: User, form: TeamFarewellForm) -> None:
    """Hand over to whom she chose, and leave each team. Raises Refused, and then nothing happens."""
    for name, (wijk, member) in form.teams.items():
        chosen = form.cleaned_data[name]
        if chosen and chosen != NOBODY:
            heir = User.objects.get(pk=int(chosen))
            for doing in member.doings:
                hand_over(wijk=wijk, user=user, successor=heir, actor=user, code=doing.code)
        end_membership(wijk=wijk, user=user, actor=user)


TEAM_FAREWELL = Farewell("teams", farewell_form, say_goodbye)
