"""Advice as everybody reads it: the lists, what is open on top, and the page of one."""

from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gemeente.activity.models import Receipt
from gemeente.lib.kept_pages import kept_page
from gemeente.lib.paging import paginate
from gemeente.lib.panels import render_panels
from gemeente.moderation.models import Hiding
from wijken.advice.enums import Opinion
from wijken.advice.models import Advice, Reply, Round
from wijken.advice.parts import published_views, reply_part, view_part
from wijken.advice.policies import POLICIES, asker_kind
from wijken.advice.views.shortcuts import crumbs_of, get_advice_or_404
from wijken.advice.workflow import available
from wijken.policies import is_board, is_member
from wijken.views.shortcuts import breadcrumbs, get_wijk_or_404


@require_safe
@kept_page
def town_list(request: HttpRequest) -> HttpResponse:
    """The advice of all WOPs: what waits for an answer of the gemeente on top, the longest waiting first."""
    rows = Advice.objects.public().for_rows().open_first()
    context = {"page": paginate(rows, request.GET), "breadcrumbs": [(_("Adviezen"), request.path)]}
    return render(request, "advice/list.html", context)


@require_safe
@kept_page
def wijk_list(request: HttpRequest, slug: str) -> HttpResponse:
    """The same of one wijk."""
    wijk = get_wijk_or_404(slug)
    rows = Advice.objects.public().in_wijk(wijk).for_rows().open_first()
    context = {
        "wijk": wijk,
        "page": paginate(rows, request.GET),
        "is_member": is_member(request.user, wijk.pk),
        "is_board": is_board(request.user, wijk.pk),
        "may_ask": asker_kind(request.user) is not None,
        "breadcrumbs": breadcrumbs(wijk, request, _("Adviezen")),
    }
    return render(request, "advice/list.html", context)


@require_safe
@kept_page
def advice_page(request: HttpRequest, slug: str, advice_id: int) -> HttpResponse:
    """What the WOP advises, how it voted in numbers, and what the gemeente does with it."""
    advice = get_advice_or_404(slug, advice_id)
    may = {name: policy(request.user, advice) for name, policy in POLICIES.items()}
    hidden = Hiding.objects.parts_of(advice.subject_id) if advice.is_out else frozenset()
    context = {
        "advice": advice,
        "may": may,
        "replies": replies_of(advice, hidden),
        "vote": vote_of(advice),
        "views": [(one, view_part(one)) for one in published_views(advice) if view_part(one) not in hidden],
        "opinions": opinions_of(advice),
        "receipt": Receipt.objects.filter(subject=advice.subject_id).first() if may["see_work"] else None,
        "transitions": available(advice, request.user),
        "road": road_of(advice),
        "panels": render_panels("advice", request, advice),
        "breadcrumbs": crumbs_of(advice),
    }
    return render(request, "advice/advice.html", context)


def replies_of(advice: Advice, hidden: frozenset[str]) -> list[tuple[Reply, str]]:
    """The answers, the newest first, each with the code to report it by."""
    if not advice.outcome:
        return []
    rows = advice.replies.select_related("by__profile")
    return [(one, reply_part(one)) for one in rows if reply_part(one) not in hidden]


def vote_of(advice: Advice) -> Round | None:
    """The vote that is open, or by which it was given; not one that failed, which says nothing of the text of now."""
    if advice.version_count == 0:
        return None
    return Round.objects.filter(advice=advice).filter(Q(closed_at=None) | Q(outcome="positive")).first()


def opinions_of(advice: Advice) -> list[tuple[str, int]]:
    """What residents said, in numbers; nothing where the rule did not ask them."""
    if advice.rule is None or not advice.rule.asks_residents or not advice.shows_text:
        return []
    numbers = advice.says.aggregate(**{one.value: Count("pk", filter=Q(opinion=one)) for one in Opinion})
    return [(str(one.label), numbers[one.value]) for one in Opinion]


def road_of(advice: Advice) -> list[dict[str, Any]]:
    """How far it is, as steps; none for what was withdrawn."""
    names = {
        "asked": _("Gevraagd"),
        "drafting": _("Schrijven"),
        "voting": _("Stemmen"),
        "given": _("Gegeven"),
        "replied": _("Antwoord"),
    }
    if advice.state not in names:
        return []
    keys = [key for key in names if key != "asked" or advice.asked_by_id]
    here = keys.index(advice.state) + (advice.state == "given")
    states = ["done" if n < here else "current" if n == here else "todo" for n in range(len(keys))]
    if advice.state == "replied":
        states[-1] = "done"
    return [{"label": names[key], "state": state} for key, state in zip(keys, states, strict=True)]
