"""Beginning an initiative with a ready plan: which one the address asks for, and what the form then begins with."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _

from initiatives.blueprints import offered_blueprint
from initiatives.models import Blueprint

WORD = "draaiboek"  # in the address of the form of a new initiative


def asked_blueprint(request: HttpRequest) -> Blueprint | None:
    """The ready plan that `?draaiboek=` names; anything else is nothing. Read once for a request."""
    if WORD not in request.__dict__:
        code = request.GET.get(WORD, "")
        is_code = 0 < len(code) <= 40 and code.isascii() and code.replace("-", "").isalnum()
        request.__dict__[WORD] = offered_blueprint(code) if is_code else None
    return request.__dict__[WORD]


def start_of(blueprint: Blueprint | None) -> dict[str, Any]:
    """What the form of an idea begins with: a start of the text, which she rewrites; the title is hers alone."""
    return {"summary": blueprint.summary_start, "theme": blueprint.theme_id} if blueprint else {}


def hint_at(form: forms.Form, blueprint: Blueprint | None) -> None:
    """Let the form say how others would call it, and that the text is only a start."""
    if blueprint is None:
        return
    if blueprint.title_hint:
        form.fields["title"].help_text = _("Bijvoorbeeld: %(title)s.") % {"title": blueprint.title_hint}
    if blueprint.summary_start:
        form.fields["summary"].help_text = _("Dit is een begin. Maak er je eigen woorden van.")
