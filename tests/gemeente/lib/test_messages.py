"""The check on translations sees what is missing."""

from babel.messages.catalog import Catalog

from gemeente.lib.messages import faults_of, python_of


def catalogue(**texts: str) -> Catalog:
    made = Catalog(locale="en")
    for dutch, english in texts.items():
        made.add(dutch.replace("_", " "), english, flags=["python-format"] if "%(" in english else [])
    return made


def test_complete_catalogue_has_no_faults() -> None:
    assert faults_of(catalogue(Ik_steun_dit="I support this"), catalogue(Ik_steun_dit="")) == []


def test_faults_are_named() -> None:
    present, wanted = catalogue(Oud="Old", Leeg=""), catalogue(Nieuw="", Leeg="")

    assert faults_of(present, wanted) == ["not in the catalogue: Nieuw", "no longer used: Oud", "not translated: Leeg"]


def test_wrong_placeholder_is_a_fault() -> None:
    present = Catalog(locale="en")
    present.add("Dag %(naam)s", "Hello %(name)s", flags=["python-format"])

    assert len(faults_of(present, present)) == 1


def test_doubtful_translation_is_a_fault() -> None:
    present = Catalog(locale="en")
    present.add("Dag", "Hello", flags=["fuzzy"])

    assert faults_of(present, present) == ["doubtful: Dag"]


def test_text_behind_a_comment_is_found() -> None:
    template = "{% load i18n %}{% comment %}It's a\nnote{% endcomment %}{# more #}<p>{% translate 'Zelf regelen' %}</p>"

    assert "'Zelf regelen'" in python_of(template)
    assert "#" not in python_of(template)
