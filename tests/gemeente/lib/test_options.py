"""The choices of a select."""

from django import forms


class Choosing(forms.Form):
    place = forms.ChoiceField(
        choices=[("", "Kies"), ('"a"', "<b>Plein</b> & park"), ("Groep", [("c", "Straat")])], initial="c"
    )


def test_select_escapes_groups_and_knows_what_was_chosen() -> None:
    html = str(Choosing()["place"])

    assert '<option value="&quot;a&quot;">&lt;b&gt;Plein&lt;/b&gt; &amp; park</option>' in html
    assert '<optgroup label="Groep">\n<option value="c" selected>Straat</option>\n</optgroup>' in html
    assert html.count(" selected") == 1
