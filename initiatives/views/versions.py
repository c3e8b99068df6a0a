"""What stood there before: the versions of an initiative, each of them, and two beside each other."""

import datetime as dt

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gemeente.lib.paging import paginate
from initiatives.forms.versions import CompareForm
from initiatives.models import Initiative, Version
from initiatives.policies import owns
from initiatives.versions import compared, versions_for, words_of
from initiatives.views.shortcuts import breadcrumbs, get_initiative_or_404

MOST = 200  # versions to choose from


def with_subject(request: HttpRequest, slug: str) -> Initiative:
    """An initiative that has versions; a concept has none."""
    initiative = get_initiative_or_404(request, slug)
    if initiative.subject is None:
        raise Http404(slug)
    return initiative


@require_safe
def version_list(request: HttpRequest, slug: str) -> HttpResponse:
    """Who changed what and when, newest first."""
    initiative = with_subject(request, slug)
    rows = versions_for(request.user, initiative).with_people().newest_first()
    page = paginate(rows, request.GET)
    if not page.rows and not owns(request.user, initiative):
        raise Http404(slug)
    context = {
        "initiative": initiative,
        "page": page,
        "rows": [(of_page(version, initiative), words_of(version)) for version in page.rows],
        "breadcrumbs": breadcrumbs(initiative, request, _("Eerdere versies")),
    }
    return unlisted(render(request, "initiatives/version_list.html", context))


@require_safe
def version(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One version beside the one before it, or beside any other (`?met=`)."""
    initiative = with_subject(request, slug)
    rows = versions_for(request.user, initiative)
    days = dict(rows.newest_first().values_list("number", "made_at")[:MOST])
    if number not in days:
        raise Http404(slug)
    other, form = asked_of(request, number, days)
    found = rows.with_people().filter(number__in=[number, other or number]).order_by("number")
    pair = [of_page(row, initiative) for row in found]
    before = pair[0] if len(pair) == 2 else None
    context = {
        "initiative": initiative,
        "version": next(row for row in pair if row.number == number),
        "before": before,
        "after": pair[-1],
        "parts": compared(before, pair[-1]),
        "form": form,
        "is_owner": owns(request.user, initiative),
        "is_now": number == initiative.version_count,
        "breadcrumbs": crumbs_of(initiative, request, number),
    }
    return unlisted(render(request, "initiatives/version.html", context))


def asked_of(request: HttpRequest, number: int, days: dict[int, dt.datetime]) -> tuple[int | None, CompareForm | None]:
    """With which version to compare: as asked, else the one before; and the form to ask, where there are others."""
    earlier = max((one for one in days if one < number), default=None)
    choices = [(str(one), name_of(one, made_at)) for one, made_at in days.items() if one != number]
    if not choices:
        return None, None
    form = CompareForm(request.GET if "met" in request.GET else None, choices=choices, initial={"met": str(earlier)})
    is_asked = form.is_bound and form.is_valid()
    return (int(form.cleaned_data["met"]) if is_asked else earlier), form


def of_page(version: Version, initiative: Initiative) -> Version:
    """A version that knows its initiative with its people: names need no query."""
    version.initiative = initiative
    return version


def name_of(number: int, made_at: dt.datetime) -> str:
    """A version in a list to choose from."""
    return _("Versie %(number)s, %(day)s") % {"number": number, "day": date_format(localtime(made_at))}


def crumbs_of(initiative: Initiative, request: HttpRequest, number: int) -> list[tuple[str, str]]:
    """Where a version stands."""
    history = (_("Eerdere versies"), initiative.versions_url)
    return [*breadcrumbs(initiative), history, (_("Versie %(number)s") % {"number": number}, request.path)]


def unlisted(response: HttpResponse) -> HttpResponse:
    """Search engines keep the text of today, not what was corrected."""
    response["X-Robots-Tag"] = "noindex"
    return response
