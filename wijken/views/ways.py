"""How a wijk works, for everybody: what counts now, and each version with what it changed."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gemeente.lib.kept_pages import kept_page
from gemeente.places.models import Wijk
from wijken.forms.asking import AskForm
from wijken.models import WayState, Werkwijze
from wijken.views.shortcuts import breadcrumbs, get_wijk_or_404
from wijken.voting import Matter
from wijken.ways import Line, common_way, compared, rule_in_words, voter_counts

MOST = 50  # versions on a page: a wijk that changes its way every month needs four years for them


@require_safe
@kept_page
def way(request: HttpRequest, slug: str) -> HttpResponse:
    """How the wijk works now: its stages, questions, rules and promises, and its versions."""
    wijk = get_wijk_or_404(slug)
    versions = versions_of(wijk)
    now = versions[0] if versions else common_way()
    context = {
        **told_of(now, wijk),
        "is_own": bool(versions),
        "versions": versions,
        "breadcrumbs": breadcrumbs(wijk, request, _("Zo werken wij")),
    }
    return render(request, "wijken/way.html", context)


@require_safe
@kept_page
def way_version(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One version, with what it changed in the one before."""
    wijk = get_wijk_or_404(slug)
    versions = versions_of(wijk)
    chosen = next((version for version in versions if version.number == number), None)
    if chosen is None:
        raise Http404(number)
    older = next((version for version in versions if version.number < number), None)
    context = {
        "wijk": wijk,
        "version": chosen,
        "is_now": chosen == versions[0],
        "older": older,
        "table": table_of(compared(older or common_way(), chosen), _("Eerst"), _("Daarna")),
        "breadcrumbs": [
            *breadcrumbs(wijk),
            (_("Zo werken wij"), reverse("wijken:way", args=[wijk.slug])),
            (_("Versie %(number)d") % {"number": number}, request.path),
        ],
    }
    return render(request, "wijken/way_version.html", context)


def versions_of(wijk: Wijk) -> list[Werkwijze]:
    """What counts or counted in a wijk, the newest first, each with its parts: a handful."""
    return list(Werkwijze.objects.with_parts().of_wijk(wijk.pk).published()[:MOST])


def told_of(way: Werkwijze, wijk: Wijk) -> dict[str, Any]:
    """What a page tells of a way: also of a draft, as it would be. Expects `with_parts()`."""
    voters, rules = voter_counts(wijk), {rule.matter: rule for rule in way.rules.all()}
    return {
        "wijk": wijk,
        "way": way,
        "steps": steps_of(way),
        "ask_form": AskForm(questions=list(way.questions.all())),
        "rules": [
            {
                "label": matter.label,
                "words": rule_in_words(rules[matter]),
                "example": rules[matter].explained(voters[rules[matter].voters]),
            }
            for matter in Matter
            if matter in rules
        ],
    }


def steps_of(way: Werkwijze) -> list[dict[str, str]]:
    """The bar of steps as an initiative shows it, that of something which just began."""
    stages = [stage.words for stage in way.stages.all()]
    states = ["current"] + ["todo"] * len(stages)
    return [
        {"label": label, "state": state} for label, state in zip([*stages, _("Gerealiseerd")], states, strict=False)
    ]


def table_of(lines: list[Line], before: str, after: str) -> dict[str, Any]:
    """What two ways say differently as a table, and the names of what they have in common."""
    rows = [
        [
            {"label": _("Onderdeel"), "text": line.label},
            {"label": before, "text": "; ".join(line.before) or _("geen")},
            {"label": after, "text": "; ".join(line.after) or _("geen")},
        ]
        for line in lines
        if line.is_changed
    ]
    same = ", ".join(line.label.lower() for line in lines if not line.is_changed)
    return {"columns": [_("Onderdeel"), before, after], "rows": rows, "same": same}


def draft_of(wijk: Wijk) -> Werkwijze | None:
    """What the board is working on, with its parts."""
    return Werkwijze.objects.with_parts().filter(wijk=wijk, state=WayState.DRAFT).first()
