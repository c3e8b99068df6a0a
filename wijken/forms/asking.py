"""The questions of a wijk, as who begins something there sees them."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from gemeente.lib.forms import LENGTHS
from wijken.models import AskKind, WijkQuestion

LONGEST_ANSWER = 600
MOST = 1_000_000


def field_of(question: WijkQuestion) -> forms.Field:
    """Asks one question, and says why."""
    why = _("Waarom: %(why)s") % {"why": question.purpose}
    about: dict[str, Any] = {
        "label": question.label,
        "help_text": f"{question.help} {why}".strip(),
        "required": question.is_required,
    }
    required = {"required": _("Geef hier een antwoord. Zonder dit kan je plan niet online.")}
    if question.kind == AskKind.NUMBER:
        errors = {
            "invalid": _("Vul een heel getal in, bijvoorbeeld 40."),
            "min_value": _("Vul een getal in van 0 of meer."),
            "max_value": _("Vul een kleiner getal in."),
        }
        return forms.IntegerField(**about, min_value=0, max_value=MOST, error_messages=errors | required)
    if question.kind == AskKind.CHOICE:
        choices = [(choice, choice) for choice in question.choices]
        if not question.is_required:
            choices.append(("", _("Zeg ik liever niet")))
        errors = {"invalid_choice": _("Kies een antwoord uit de lijst.")}
        return forms.ChoiceField(**about, choices=choices, widget=forms.RadioSelect, error_messages=errors | required)
    widget = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(**about, max_length=LONGEST_ANSWER, widget=widget, error_messages={**LENGTHS, **required})


class AskForm(forms.Form):
    """The questions of a wijk. An answer is a text, a number, or None where somebody left it open."""

    def __init__(self, *args: Any, questions: list[WijkQuestion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = questions
        for question in questions:
            self.fields[f"question_{question.pk}"] = field_of(question)

    def answers(self) -> dict[int, str | int | None]:
        """What was answered, by question. Expects a valid form."""
        told = {question.pk: self.cleaned_data[f"question_{question.pk}"] for question in self.questions}
        return {pk: None if value == "" else value for pk, value in told.items()}
