"""The board of a WOP writes its way of working: a draft in parts, a last look, and from then on it counts."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from gemeente.lib.errors import Refused, Stale
from gemeente.lib.forms import posted
from gemeente.lib.panels import render_panels
from gemeente.places.models import Wijk
from gemeente.users.requests import SignedInRequest
from wijken.actions import ways as actions
from wijken.forms.ways import FORMS, PartForm, SourceForm
from wijken.models import Werkwijze, WijkQuestion, WijkStage
from wijken.policies import can_write_way
from wijken.stages import MOST_QUESTIONS, MOST_STAGES
from wijken.views.shortcuts import room_breadcrumbs, wijk_page
from wijken.views.ways import draft_of, table_of, told_of
from wijken.voting import Matter
from wijken.ways import compared, sources_for, voter_counts, way_of

# The rows of a draft by their word in the address.
KINDS: dict[str, type[Any]] = {"stappen": WijkStage, "vragen": WijkQuestion}


@require_http_methods(["GET", "POST"])
@wijk_page(can_write_way)
def way_room(request: SignedInRequest, wijk: Wijk) -> HttpResponse:
    """Begin a draft, or go on with the one there is; beside it what counts now and what still runs by before."""
    draft = draft_of(wijk)
    form = None if draft else SourceForm(posted(request), sources=sources_for(wijk))
    if form and form.is_valid():
        try:
            actions.start_draft(wijk=wijk, actor=request.user, source=form.chosen)
        except Refused as refusal:
            form.add_error("source", str(refusal))
        else:
            messages.success(request, _("Jullie concept staat klaar. Verander wat jullie anders willen."))
            return redirect("wijken:way_room", wijk.slug)
    context = {
        "wijk": wijk,
        "draft": draft,
        "form": form,
        "parts": parts_of(draft, wijk) if draft else [],
        "panels": render_panels("way_room", request, wijk),
        "breadcrumbs": room_breadcrumbs(wijk, request, _("Werkwijze")),
    }
    return render(request, "wijken/way_room.html", context)


def parts_of(draft: Werkwijze, wijk: Wijk) -> list[dict[str, Any]]:
    """The parts of a draft, each with what it says now and its page."""
    voters = voter_counts(wijk)
    parts = [
        (_("Stappen"), [stage.label for stage in draft.stages.all()], "stappen"),
        (_("Vragen aan wie iets begint"), [question.label for question in draft.questions.all()], "vragen"),
    ]
    found = [
        {"label": label, "lines": lines, "url": reverse("wijken:way_rows", args=[wijk.slug, word])}
        for label, lines, word in parts
    ]
    for rule in draft.rules.all():
        url = reverse("wijken:way_rule", args=[wijk.slug, rule.matter])
        label = _("Zo beslissen jullie: %(matter)s") % {"matter": rule.get_matter_display()}
        found.append({"label": label, "lines": [rule.explained(voters[rule.voters])], "url": url})
    promises = _("%(meetings)d bijeenkomsten per jaar, antwoord binnen %(days)d dagen") % {
        "meetings": draft.meetings_per_year,
        "days": draft.answer_days,
    }
    url = reverse("wijken:way_promises", args=[wijk.slug])
    return [*found, {"label": _("Wat jullie beloven"), "lines": [promises], "url": url}]


# --- Stages and questions ---------------------------------------------------------------------------------------------
@require_http_methods(["GET", "POST"])
@wijk_page(can_write_way)
def way_rows(request: SignedInRequest, wijk: Wijk, kind: str) -> HttpResponse:
    """The stages or the questions of the draft in order, and a form for one more."""
    model, draft = model_or_404(kind), draft_or_404(wijk)
    add = actions.add_stage if model is WijkStage else actions.add_question
    form = FORMS[model](posted(request))
    if form.is_valid():
        try:
            add(draft=draft, actor=request.user, **form.told())
        except Stale:
            raise
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Bewaard in jullie concept."))
            return redirect("wijken:way_rows", wijk.slug, kind)
    rows = list(draft.stages.all() if model is WijkStage else draft.questions.all())
    context = {
        "wijk": wijk,
        "kind": kind,
        "is_stages": model is WijkStage,
        "rows": rows,
        "missing": actions.lacking(draft) if model is WijkStage else [],
        "form": form if len(rows) < (MOST_STAGES if model is WijkStage else MOST_QUESTIONS) or form.is_bound else None,
        "breadcrumbs": crumbs(wijk, request, TITLES[kind]()),
    }
    return render(request, "wijken/way_rows.html", context)


@require_http_methods(["GET", "POST"])
@wijk_page(can_write_way)
def way_row(request: SignedInRequest, wijk: Wijk, kind: str, row_id: int) -> HttpResponse:
    """Change a stage or a question."""
    model, row = model_or_404(kind), row_or_404(wijk, kind, row_id)

    def save(**told: Any) -> object:
        if model is WijkStage:
            return actions.change_stage(stage=row, actor=request.user, **told)
        return actions.change_question(question=row, actor=request.user, **told)

    title = _("Stap veranderen") if model is WijkStage else _("Vraag veranderen")
    back_url = reverse("wijken:way_rows", args=[wijk.slug, kind])
    return edit(request, wijk, row, save, title, back_url)


@require_POST
@wijk_page(can_write_way)
def shift_row(request: SignedInRequest, wijk: Wijk, kind: str, row_id: int) -> HttpResponse:
    """Move a stage or question one place up or down."""
    row = row_or_404(wijk, kind, row_id)
    actions.shift_row(row=row, actor=request.user, is_up=request.POST.get("choice") != "down")
    return redirect(f"{reverse('wijken:way_rows', args=[wijk.slug, kind])}#rij-{row.pk}")


@require_http_methods(["GET", "POST"])
@wijk_page(can_write_way)
def drop_row(request: SignedInRequest, wijk: Wijk, kind: str, row_id: int) -> HttpResponse:
    """Take a stage or question out of the draft."""
    row, back_url = row_or_404(wijk, kind, row_id), reverse("wijken:way_rows", args=[wijk.slug, kind])
    if request.method == "POST":
        actions.drop_row(row=row, actor=request.user)
        messages.success(request, _("Weggehaald uit jullie concept."))
        return redirect(back_url)
    title = _("Haal je “%(label)s” weg?") % {"label": row.label}
    return ask(request, wijk, title, _("In wat nu geldt, verandert niets."), _("Haal weg"), back_url)


# --- Rules and promises -----------------------------------------------------------------------------------------------
@require_http_methods(["GET", "POST"])
@wijk_page(can_write_way)
def way_rule(request: SignedInRequest, wijk: Wijk, matter: str) -> HttpResponse:
    """Change how the WOP decides about a matter; above the form what the rule means now."""
    draft = draft_or_404(wijk)
    rule = next((one for one in draft.rules.all() if one.matter == matter), None)
    if rule is None:
        raise Http404(matter)

    def save(**told: Any) -> object:
        return actions.change_rule(rule=rule, actor=request.user, **told)

    lead = rule.explained(voter_counts(wijk)[rule.voters])
    back_url = reverse("wijken:way_room", args=[wijk.slug])
    return edit(request, wijk, rule, save, str(Matter(matter).label), back_url, lead=lead, stays=True)


@require_http_methods(["GET", "POST"])
@wijk_page(can_write_way)
def way_promises(request: SignedInRequest, wijk: Wijk) -> HttpResponse:
    """Change what the WOP promises."""
    draft = draft_or_404(wijk)

    def save(**told: Any) -> object:
        return actions.change_promises(draft=draft, actor=request.user, **told)

    back_url = reverse("wijken:way_room", args=[wijk.slug])
    return edit(request, wijk, draft, save, _("Wat jullie beloven"), back_url)


# --- The end of a draft -----------------------------------------------------------------------------------------------
@require_http_methods(["GET", "POST"])
@wijk_page(can_write_way)
def way_check(request: SignedInRequest, wijk: Wijk) -> HttpResponse:
    """The draft as others will see it, beside what counts now; the button lets it take effect."""
    draft = draft_or_404(wijk)
    refusal = ""
    if request.method == "POST":
        try:
            actions.publish_way(draft=draft, actor=request.user)
        except Stale:
            raise
        except Refused as refused:
            refusal = str(refused)
        else:
            messages.success(request, _("Vastgesteld. Wat vanaf nu begint, gaat zo."))
            return redirect("wijken:way_room", wijk.slug)
    context = {
        **told_of(draft, wijk),
        "refusal": refusal,
        "missing": actions.lacking(draft),
        "table": table_of(compared(way_of(wijk.pk), draft), _("Nu"), _("Straks")),
        "breadcrumbs": crumbs(wijk, request, _("Nakijken")),
    }
    return render(request, "wijken/way_check.html", context)


@require_http_methods(["GET", "POST"])
@wijk_page(can_write_way)
def drop_draft(request: SignedInRequest, wijk: Wijk) -> HttpResponse:
    """Throw the draft away."""
    draft, back_url = draft_or_404(wijk), reverse("wijken:way_room", args=[wijk.slug])
    if request.method == "POST":
        actions.drop_draft(draft=draft, actor=request.user)
        messages.success(request, _("Het concept is weg. Wat gold, geldt nog."))
        return redirect(back_url)
    lead = _("Wat jullie veranderden, is dan weg. In wat nu geldt, verandert niets.")
    return ask(request, wijk, _("Gooi je het concept weg?"), lead, _("Gooi weg"), back_url)


# --- Used above -------------------------------------------------------------------------------------------------------
TITLES: dict[str, Callable[[], str]] = {"stappen": lambda: _("Stappen"), "vragen": lambda: _("Vragen")}


def model_or_404(kind: str) -> type[Any]:
    """Stages or questions, by their word in the address."""
    if kind not in KINDS:
        raise Http404(kind)
    return KINDS[kind]


def draft_or_404(wijk: Wijk) -> Werkwijze:
    """The draft of a wijk."""
    draft = draft_of(wijk)
    if draft is None:
        raise Http404
    return draft


def row_or_404(wijk: Wijk, kind: str, row_id: int) -> Any:
    """A stage or question of the draft of a wijk."""
    model, draft = model_or_404(kind), draft_or_404(wijk)
    row = model.objects.filter(pk=row_id, werkwijze=draft).first()
    if row is None:
        raise Http404(row_id)
    row.werkwijze = draft
    return row


def edit(
    request: SignedInRequest,
    wijk: Wijk,
    row: Any,
    save: Callable[..., object],
    title: str,
    back_url: str,
    *,
    lead: str = "",
    stays: bool = False,
) -> HttpResponse:
    """A part of the draft as a form; who was overtaken reads what stands there now and may save over it."""
    kind = FORMS[type(row)]
    form, standing = kind(posted(request), initial=kind.initial_of(row)), []
    if form.is_valid():
        try:
            save(based_on=form.cleaned_data["based_on"], **form.told())
        except Stale as stale:
            form.add_error(None, str(stale))
            row.refresh_from_db()
            form.look_at(row)
            standing = texts_of(form, row)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Bewaard in jullie concept."))
            return redirect(request.path if stays else back_url)
    context = {
        "wijk": wijk,
        "form": form,
        "title": title,
        "lead": lead,
        "standing": standing,
        "back_url": back_url,
        "breadcrumbs": crumbs(wijk, request, title),
    }
    return render(request, "wijken/way_part.html", context)


def texts_of(form: PartForm, row: Any) -> list[dict[str, str]]:
    """What stands there now, in words."""
    found = []
    for name in form.columns:
        value = getattr(row, name)
        text = ", ".join(value) if isinstance(value, list) else dict(choices_of(form, name)).get(value, value)
        found.append({"label": str(form.fields[name].label), "text": str(text) if text not in ("", None) else "-"})
    return found


def choices_of(form: PartForm, name: str) -> list[tuple[Any, Any]]:
    """What a field lets choose; of a box yes or no, of a text nothing."""
    field: Any = form.fields[name]
    if field.widget.input_type == "checkbox":
        return [(True, _("Ja")), (False, _("Nee"))]
    return list(getattr(field, "choices", ()))


def ask(request: HttpRequest, wijk: Wijk, title: str, lead: str, label: str, back_url: str) -> HttpResponse:
    """A question with one button."""
    context = {
        "wijk": wijk,
        "title": title,
        "lead": lead,
        "label": label,
        "back_url": back_url,
        "breadcrumbs": crumbs(wijk, request, label),
    }
    return render(request, "wijken/way_ask.html", context)


def crumbs(wijk: Wijk, request: HttpRequest, title: str) -> list[tuple[str, str]]:
    """Where a page under the draft stands."""
    found = room_breadcrumbs(wijk, request, title)
    found.insert(3, (_("Werkwijze"), reverse("wijken:way_room", args=[wijk.slug])))
    return found
