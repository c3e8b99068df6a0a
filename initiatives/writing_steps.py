"""The parts in which an initiative is written, in the order of asking. Each part is one short page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from gemeente.accounts.forms import ContactForm
from gemeente.users.models import User
from initiatives.actions.locking import seen
from initiatives.actions.publishing import missing_part
from initiatives.actions.writing import IDEA, SHARE, WHERE, revise_contact, revise_idea, revise_place, revise_share
from initiatives.forms import IdeaForm, ShareForm, WhereForm
from initiatives.models import Initiative

Text = str | Promise


@dataclass(frozen=True)
class Step:
    """One part: its name, its place in the address, its form, and how what was typed is written and shown again.

    `columns` are those of the initiative that it writes. What somebody typed is written with `based_on`: what she saw.
    """

    name: str
    slug: str
    title: Text
    lead: Text
    form: type[forms.Form]
    write: Callable[[Initiative, User, dict[str, Any]], Any]
    read: Callable[[Initiative], dict[str, Any]]
    columns: tuple[str, ...] = ()

    def seen(self, initiative: Initiative) -> str:
        """What stands there now, as a word for the form; empty for a part that is not the initiative's own."""
        return seen(initiative, self.columns) if self.columns else ""

    def texts(self, initiative: Initiative) -> list[dict[str, str]]:
        """What stands there now in words, for who typed something else meanwhile; a pin has no words."""
        fields = {field.name: field for field in Initiative._meta.concrete_fields}
        found = []
        for name in [one for one in self.columns if one not in ("longitude", "latitude")]:
            value = getattr(initiative, f"get_{name}_display" if fields[name].choices else name)
            text = value() if callable(value) else value
            found.append({"label": str(capfirst(fields[name].verbose_name)), "text": str(text or "-")})
        return found


def write_idea(initiative: Initiative, actor: User, told: dict[str, Any]) -> Initiative:
    """Change the idea; the key and the wijk belong to the beginning."""
    texts = {name: value for name, value in told.items() if name not in ("wijk", "submission_key")}
    return revise_idea(initiative=initiative, actor=actor, **texts)


def write_place(initiative: Initiative, actor: User, told: dict[str, Any]) -> Initiative:
    """Change the place; the form calls its point a pin."""
    place = {name: value for name, value in told.items() if name != "pin"}
    return revise_place(initiative=initiative, actor=actor, point=told["pin"], **place)


STEPS: tuple[Step, ...] = (
    Step(
        "idea",
        "idee",
        _("Je idee"),
        _("Vertel het kort. Je kunt later alles nog veranderen."),
        IdeaForm,
        write_idea,
        IdeaForm.initial_of,
        IDEA,
    ),
    Step(
        "share",
        "samen",
        _("Wat jullie zelf doen"),
        _("Een plan van buren begint met wat buren zelf doen. De gemeente helpt daarbij."),
        ShareForm,
        lambda initiative, actor, told: revise_share(initiative=initiative, actor=actor, **told),
        ShareForm.initial_of,
        SHARE,
    ),
    Step(
        "place",
        "plek",
        _("Waar het is"),
        _("De wijk is genoeg. Een plek erbij helpt buren om je te vinden."),
        WhereForm,
        write_place,
        WhereForm.initial_of,
        WHERE,
    ),
    Step(
        "contact",
        "bereikbaar",
        _("Hoe we je bereiken"),
        _("Iemand van de gemeente maakt kennis met je, zoals jij dat wilt. Alleen je contactpersoon ziet dit."),
        ContactForm,
        lambda initiative, actor, told: revise_contact(initiative=initiative, actor=actor, **told),
        lambda initiative: ContactForm.initial_of(initiative.owner),
    ),
)
# Only where the WOP of her wijk asks something (views/answering.py): it comes after the place.
WOP = Step(
    "wop",
    "wop",
    _("Vragen van het WOP"),
    _("Het wijkoverleg van je wijk vraagt dit. Iedereen leest je antwoorden: schrijf er geen gegevens van mensen in."),
    forms.Form,
    lambda *_told: None,
    lambda _initiative: {},
)
PLACE_NUMBER = next(number for number, step in enumerate(STEPS, start=1) if step.name == "place")
BY_SLUG = {step.slug: step for step in STEPS}
TOTAL = len(STEPS) + 2  # a photo and a last look come after the questions


def step_after(step: Step) -> Step | None:
    """The next question; None after the last."""
    following = STEPS[STEPS.index(step) + 1 :]
    return following[0] if following else None


def first_missing(initiative: Initiative) -> Step | None:
    """The first question that a concept has no answer to; None when it can go online."""
    name = missing_part(initiative)
    return next((step for step in (*STEPS, WOP) if step.name == name), None)
