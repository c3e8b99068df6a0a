"""What the clerk types about a budget; desk pages are in Dutch only."""

from django import forms

from gemeente.lib.forms import LENGTHS, DayField, OneLineField


class BudgetForm(forms.Form):
    """What for, which year, how much, and the decision."""

    name = OneLineField(
        label="Waar is het budget voor?", max_length=120, error_messages={"required": "Vul een naam in.", **LENGTHS}
    )
    year = forms.IntegerField(
        label="Voor welk jaar?",
        min_value=2000,
        max_value=2100,
        error_messages={
            "required": "Vul een jaar in.",
            "invalid": "Schrijf het jaar in vier cijfers, zoals 2027.",
            "min_value": "Schrijf het jaar in vier cijfers, zoals 2027.",
            "max_value": "Schrijf het jaar in vier cijfers, zoals 2027.",
        },
    )
    amount = forms.DecimalField(
        label="Hoeveel euro?",
        max_digits=12,
        decimal_places=2,
        min_value=1,
        localize=True,
        error_messages={
            "required": "Vul een bedrag in.",
            "invalid": "Schrijf een bedrag in cijfers, zoals 25000 of 25000,50.",
            "min_value": "Een budget is minstens één euro.",
            "max_digits": "Dit bedrag is te groot.",
            "max_whole_digits": "Dit bedrag is te groot.",
            "max_decimal_places": "Schrijf hooguit twee cijfers achter de komma.",
        },
    )
    body = OneLineField(
        label="Wie besloot dit?",
        max_length=80,
        initial="de gemeenteraad",
        error_messages={"required": "Vul in wie dit besloot.", **LENGTHS},
    )
    decided_on = DayField(label="Op welke dag?")
    number = OneLineField(
        label="Onder welk nummer?",
        max_length=40,
        error_messages={"required": "Vul het nummer van het besluit in.", **LENGTHS},
    )
