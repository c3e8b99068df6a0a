"""What a visitor wrote before she signed in. Her own session keeps it, as text only, until it becomes a concept."""

from typing import Any

from django import forms
from django.http import HttpRequest

from initiatives.writing_steps import STEPS, Step

KEY = "initiative_draft"
TAKEN = "initiative_draft_blueprint"


def draft_of(request: HttpRequest) -> dict[str, dict[str, str]]:
    """The answers so far, by part, as they were typed."""
    return request.session.get(KEY, {})


def keep_answer(request: HttpRequest, step: Step, form: forms.Form) -> None:
    """Keep what was typed in one part."""
    typed = {name: str(value) for name, value in form.data.items() if name != "csrfmiddlewaretoken"}
    request.session[KEY] = draft_of(request) | {step.name: typed}


def keep_blueprint(request: HttpRequest, code: str) -> None:
    """Keep which ready plan she began with."""
    request.session[TAKEN] = code


def kept_blueprint(request: HttpRequest) -> str:
    """The code of the ready plan she began with; empty for none."""
    return request.session.get(TAKEN, "")


def forget_draft(request: HttpRequest) -> None:
    """It has become a concept."""
    request.session.pop(KEY, None)
    request.session.pop(TAKEN, None)


def answer_of(request: HttpRequest, step: Step) -> dict[str, Any]:
    """What a form shows again of an earlier answer."""
    typed = draft_of(request).get(step.name)
    if typed is None:
        return {}
    form = step.form(typed)
    return {name: form[name].data for name in form.fields}


def first_open(request: HttpRequest, before: Step) -> Step | None:
    """The first part without an answer before the one that is asked now; None when all of those were answered."""
    draft = draft_of(request)
    return next((step for step in STEPS[: STEPS.index(before)] if step.name not in draft), None)


def forms_of_draft(request: HttpRequest) -> dict[Step, forms.Form]:
    """The answers so far as valid forms, up to the first that is no longer valid."""
    answered: dict[Step, forms.Form] = {}
    for step in STEPS:
        form = step.form(draft_of(request).get(step.name))
        if not form.is_valid():
            break
        answered[step] = form
    return answered
