"""Reading the ready plans of the gemeente: those of today, what an initiative took, and how a form begins with one."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from initiatives.models import Blueprint, Initiative

WORD = "draaiboek"  # in the address of the form of a new initiative


def offered_blueprints() -> list[Blueprint]:
    """What somebody can take today, in the order of the manager: one query."""
    return Blueprint.objects.select_related("theme").in_force(timezone.localdate())


def offered_blueprint(code: str) -> Blueprint | None:
    """The version of one that counts today; None for one that is not offered."""
    rows = Blueprint.objects.select_related("theme").filter(code=code).in_force(timezone.localdate())
    return rows[0] if rows else None


def taken_codes(initiative: Initiative) -> set[str]:
    """Which ready plans stand in the steps of an initiative."""
    rows = initiative.plan_steps.filter(blueprint_step__isnull=False)
    return set(rows.values_list("blueprint_step__blueprint__code", flat=True))


# --- For a manager ----------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class VersionLine:
    """One version, and whether it counts today (now), comes later, or was."""

    row: Any
    when: str


@dataclass(frozen=True)
class VersionLines:
    """A ready plan or a tip by its code, with its versions, the newest first."""

    code: str
    title: str
    now: Any
    lines: list[VersionLine]

    @property
    def later(self) -> list[Any]:
        """What has not begun."""
        return [line.row for line in self.lines if line.when == "later"]


def when_of(row: Any, now: Any, today: dt.date) -> str:
    """Whether a version comes later, counts now, or was."""
    if row.starts_on > today:
        return "later"
    return "now" if row is now else "was"


def version_lines(rows: Iterable[Any], today: dt.date) -> list[VersionLines]:
    """Versions by code, in the order of the manager. Pure: of those that began, the last one counts until its end."""
    by_code: dict[str, list[Any]] = {}
    for row in sorted(rows, key=lambda row: (row.starts_on, row.pk), reverse=True):
        by_code.setdefault(row.code, []).append(row)
    found = []
    for code, versions in by_code.items():
        begun = [row for row in versions if row.starts_on <= today]
        now = begun[0] if begun and (begun[0].ends_on is None or begun[0].ends_on >= today) else None
        lines = [VersionLine(row, when_of(row, now, today)) for row in versions]
        found.append(VersionLines(code, versions[0].title, now, lines))
    return sorted(found, key=lambda one: (one.lines[0].row.position, one.code))


# --- Beginning with one -----------------------------------------------------------------------------------------------
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
