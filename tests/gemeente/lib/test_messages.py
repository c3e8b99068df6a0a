"""The check on translations sees what is missing."""

import ast

from babel.messages.catalog import Catalog
from django.conf import settings

from gemeente.lib.messages import CODE, KEYWORDS, faults_of, python_of


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


def test_no_module_calls_a_translation_by_a_name_that_is_not_searched_for() -> None:
    called = {
        (path.name, name.asname or name.name)
        for folder in CODE
        for path in (settings.BASE_DIR / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for name in node.names
        if "gettext" in name.name
    }

    assert called
    assert {pair for pair in called if pair[1] not in KEYWORDS} == set()
