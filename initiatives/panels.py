"""What initiatives add to pages of lower nouns."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, Prefetch, QuerySet, Subquery, prefetch_related_objects
from django.db.models.functions import JSONObject
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from gemeente.cases.enums import CaseKind
from gemeente.cases.models import CaseFile
from gemeente.cases.policies import can_read_contact
from gemeente.lib.panels import Panel, manage_door
from gemeente.lib.prepared import Asked, Person, prepared
from gemeente.moderation.models import Hiding, Report
from gemeente.moderation.parts import WHOLE, ids_of
from gemeente.places.maps import point_map
from gemeente.places.models import Wijk
from gemeente.questions.models import Question
from gemeente.questions.policies import can_grow_question
from gemeente.users.models import User
from initiatives.cards import cards_of
from initiatives.coaching import put_away_codes, tips_for
from initiatives.delivery import helper_token, thanks_token
from initiatives.enums import ParticipationKind, Right, Stage
from initiatives.figures import count_in, figures_of_wijk, taking_part_in
from initiatives.models import Document, Helper, Initiative, Need, Offer, Participation, Pledge, ThanksName
from initiatives.outdoor_policies import can_answer_for_owner, cares_for
from initiatives.parts import wop_part
from initiatives.policies import owns
from initiatives.querysets import open_helpers
from initiatives.remaps import old_ways
from initiatives.showing_needs import bar, bars_of
from initiatives.status import faces_of_wijken, status_of
from initiatives.versions import LABELS, text_of
from wijken.agenda.models import Opgave

CARDS = {"running": 4}  # on the page of a wijk, which is long on a phone
FEWER_CARDS = 2  # of what is only planned, is over, or rests
MOST_ON_OPGAVE = 20
ON_MY_PAGE = {ParticipationKind.JOIN: _("Je doet mee"), ParticipationKind.SUPPORT: _("Je steunt dit")}
FEW, MOST = 10, 50  # rows of one's own: what a page that tells what is new begins with, and what it can show
# What the page of a case shows of a need and of a document.
SHOWN_AT_CASE = {
    "needs": ("pk", "title", "unit", "amount", "filled"),
    "papers": ("key", "name", "title", "size", "is_public"),
}
# What no row of a list shows.
LONG = (
    *("outcome", "story", "follow_up"),
    *("wijk__boundary", "wijk__introduction", "wijk__introduction_en", "wijk__area_codes"),
)
GROUPS = (
    ("running", (Stage.RUNNING,)),
    ("preparing", (Stage.PUBLISHED, Stage.PREPARING)),
    ("ended", (Stage.REALISED, Stage.STOPPED)),
)
WORDS = ("stage_words", "stage_words_en")


def initiatives_of_wijk(request: HttpRequest, wijk: Wijk) -> dict[str, Any]:
    """What happens in a wijk, by stage: one query, a handful of cards for each group."""
    headings = {
        "running": _("Hier wordt aan gewerkt"),
        "preparing": _("Hier zijn plannen voor"),
        "ended": _("Dit is afgelopen"),
        "paused": _("Dit rust even"),
        "quiet": _("Hier hoorden we al een jaar niets van"),
    }
    rows = newest_of_wijk(wijk.pk)
    heard = [row for row in rows if row.quiet_since is None and not row.is_paused]
    parts = [(name, [row for row in heard if row.stage in stages]) for name, stages in GROUPS]
    parts.append(("paused", [row for row in rows if row.is_paused]))
    parts.append(("quiet", [row for row in rows if row.quiet_since and not row.is_paused]))
    groups = [
        (headings[name], cards_of(part[: CARDS.get(name, FEWER_CARDS)], with_place=False))
        for name, part in parts
        if part
    ]
    return {"wijk": wijk, "groups": groups}


@prepared
def newest_of_wijk(wijk: Any) -> QuerySet[Initiative]:
    """Of which its page shows a handful of each group."""
    return Initiative.objects.public().in_wijk(wijk).for_cards().newest_first()[:60]


def figures_panel(request: HttpRequest, wijk: Wijk) -> dict[str, Any]:
    """How many initiatives there are in a wijk by stage, and how many people join in."""
    return {"wijk": wijk, "told": figures_of_wijk(wijk.pk)}


def own_asks(request: HttpRequest, user: User) -> list[Asked]:
    """What `initiatives_of_person` asks."""
    return [of_person.later(user.pk, user.email or "-", most=most_of(request) + 1)]


def initiatives_of_person(request: HttpRequest, user: User) -> dict[str, Any]:
    """One's own initiatives, what one helps with and is asked to help with: what now, and what one can do.

    One query, and one for the owners where they are others. What one is asked comes first, then concepts.
    """
    found, rest = some_of(request, own_asks(request, user)[0])
    mine, others = ([row for row in found if (row.owner_id == user.pk) == own] for own in (True, False))
    prefetch_related_objects(others, Prefetch("owner", User.objects.select_related("profile")))
    helped = [row for row in others if row.right]
    faces = faces_of_wijken({row.wijk_id for row in (*mine, *helped) if row.case and row.case.contact is None})
    return {
        "items": [status_of(row, faces, tips=tips_for(row, row.put_away)) for row in mine],
        "offered": [row for row in helped if row.is_offered],
        "helped": [status_of(row, faces, Right(row.right)) for row in helped],
        "waiting": [(row, help_url(row.asked_id)) for row in found if row.asked_id],
        **rest,
    }


@prepared
def of_person(user: Any, email: Any, *, most: int) -> QuerySet[Initiative]:
    """Initiatives of somebody, that she helps with, and that she is asked to help with at her address."""
    asked = Helper.objects.waiting_at(email)
    theirs = Initiative.objects.filter(owner=user).values_list("pk")
    ids = theirs.union(Initiative.objects.helped_ids(Person(user)), asked.values_list("initiative_id"))
    rows = Initiative.objects.filter(pk__in=ids, withdrawn_at=None).with_case()
    rows = rows.select_related("wijk").defer(*LONG)
    rows = rows.annotate(
        asked_id=Subquery(asked.filter(initiative=OuterRef("pk")).values("pk")[:1]),
        right=Subquery(Helper.objects.active().filter(user=user, initiative=OuterRef("pk")).values("right")[:1]),
        is_offered=Exists(Offer.objects.open().filter(helper__user=user, initiative=OuterRef("pk"))),
        put_away=put_away_codes(OuterRef("pk")),
    )
    order = (F("asked_id").asc(nulls_last=True), F("published_at").desc(nulls_first=True), "-pk")
    return rows.order_by(*order)[:most]


def most_of(request: HttpRequest) -> int:
    """How many rows of her own somebody sees now."""
    return MOST if "meer" in request.GET else FEW


def some_of(request: HttpRequest, asked: Asked) -> tuple[list[Any], dict[str, Any]]:
    """The first few rows, and where more are; who asked for more hears how many these are, where that is not all."""
    most, found = most_of(request), asked()
    told: dict[str, Any] = {"most": most} if most == MOST else {"more_url": f"{request.path}?meer=ja"}
    return found[:most], told if len(found) > most else {}


def help_url(helper_id: int) -> str:
    """Where somebody answers who was asked to help."""
    return reverse("initiatives:help", args=[helper_token(helper_id)])


def taking_part_asks(request: HttpRequest, user: User) -> list[Asked]:
    """What `takes_part_in` asks."""
    return [taken_part_by.later(user.pk, most=most_of(request) + 1)]


def takes_part_in(request: HttpRequest, user: User) -> dict[str, Any]:
    """What somebody supports or joins, with where it stands, and whether she is named with what came of it."""
    some, rest = some_of(request, taking_part_asks(request, user)[0])
    found: dict[int, dict[str, Any]] = {}
    for row in some:
        item = found.setdefault(row.initiative_id, {"initiative": row.initiative, "kinds": []})
        if row.thanks_id:
            item |= {"thanks_url": reverse("initiatives:thanks", args=[thanks_token(row.thanks_id)])}
            item |= {"thanks_name": row.thanks_name}
        item["kinds"].append(ON_MY_PAGE[ParticipationKind(row.kind)])
        item["offers"] = item.get("offers") or row.offers
        item["is_thanked"] = item.get("is_thanked") or row.is_thanked
    return {"items": list(found.values()), **rest}


@prepared
def taken_part_by(user: Any, *, most: int) -> QuerySet[Participation]:
    """What somebody supports or joins, the last first."""
    thanks = ThanksName.objects.filter(user=user, initiative=OuterRef("initiative"), initiative__stage=Stage.REALISED)
    rows = Participation.objects.filter(user=user, initiative__subject__is_public=True).select_related("initiative")
    rows = rows.annotate(thanks_id=Subquery(thanks.values("pk")), thanks_name=Subquery(thanks.values("name")))
    pledges = Pledge.objects.filter(initiative=OuterRef("initiative"), user=user, withdrawn_at=None)
    rows = rows.annotate(offers=Exists(pledges), is_thanked=Exists(pledges.exclude(thanks="")))
    rows = rows.only("kind", *(f"initiative__{name}" for name in ("title", "slug", "stage", *WORDS)))
    return rows.order_by("-created_at", "-pk")[:most]


def waiting_for_yes(request: HttpRequest, person: User) -> dict[str, Any]:
    """What was written down for somebody, behind the link in her mail."""
    rows = Initiative.objects.on_paper().filter(owner=person, stage=Stage.CONCEPT)
    return {"items": list(rows.select_related("wijk", "theme", "noted_by__profile").order_by("pk")[:MOST])}


def initiative_of_case(request: HttpRequest, case: CaseFile) -> dict[str, Any]:
    """What the resident wrote, beside her case. The exact place of a home is for the people of the case."""
    found = [initiative for asked in case_asks(request, case) for initiative in asked()]
    if not found:
        return {"initiative": None}
    [initiative] = found
    if initiative.has_helpers:
        prefetch_related_objects([initiative], open_helpers())
    reads_all = can_read_contact(request.user, case)
    point = initiative.point if reads_all else initiative.public_point
    is_exact = point == initiative.point
    return {
        "initiative": initiative,
        "bars": [bar(**need) for need in initiative.open_needs],
        "point_map": point_map(point, is_exact) if point else None,
        "documents": [Document(**paper) for paper in initiative.papers] if reads_all else [],
        "cares_for": cares_for(request.user, initiative),
        "may_answer": can_answer_for_owner(request.user, initiative),
    }


def case_asks(request: HttpRequest, case: CaseFile) -> list[Asked]:
    """What `initiative_of_case` asks."""
    return [of_case.later(case.pk)] if case.kind == CaseKind.INITIATIVE else []


@prepared
def of_case(case: Any) -> QuerySet[Initiative]:
    """What was written beside a case, with its open needs and its checked documents: one query for all three."""
    needs = Need.objects.filter(initiative=OuterRef("pk"), closed_at=None).order_by("position", "pk")
    papers = Document.objects.checked().filter(initiative=OuterRef("pk")).order_by("created_at", "key")
    told = {name: JSONObject(**{field: field for field in fields}) for name, fields in SHOWN_AT_CASE.items()}
    rows = Initiative.objects.select_related("wijk", "theme", "subject", "owner", "case")
    rows = rows.annotate(
        open_needs=ArraySubquery(needs.values(told=told["needs"])),
        papers=ArraySubquery(papers.values(told=told["papers"])),
    )
    return rows.filter(case=case, withdrawn_at=None).order_by("pk")[:1]


def initiative_of_question(request: HttpRequest, question: Question) -> dict[str, Any]:
    """What came of a question, for who may see it; for its asker the way to begin."""
    grown = Initiative.objects.visible_to(request.user).filter(from_question=question).first()
    may_grow = can_grow_question(request.user, question) and grown is None
    return {"initiative": grown, "question": question, "may_grow": may_grow}


def reported_of_initiative(request: HttpRequest, about: Report | Hiding) -> dict[str, Any]:
    """What a moderator judges, as it stands now: a page, photo, document, news, or what stands around them."""
    initiative = (
        Initiative.objects.select_related("owner__profile", "photo", "subject").filter(subject=about.subject).first()
    )
    if initiative is None:
        return {"initiative": None}
    photos, news = ids_of({about.part}, "photo"), ids_of({about.part}, "news")
    return {
        "initiative": initiative,
        "is_whole": about.part == WHOLE,
        "bars": bars_of(initiative) if about.part == WHOLE else [],
        "photo": initiative.photos.filter(key__in=photos).first() if photos else None,
        "document": documents_of(initiative, about.part),
        "news": initiative.updates.prefetch_related("photos").filter(pk__in=news).first() if news else None,
        "words": reported_words(initiative, about.part),
    }


def reported_words(initiative: Initiative, part: str) -> tuple[str, str] | None:
    """Who wrote a question, answer, name, plan, story or text of before, and the words; None for anything else."""
    of = {kind: ids_of({part}, kind) for kind in ("ask", "answer", "name", "story", "version")}
    if version := initiative.versions.select_related("author__profile").filter(number__in=of["version"]).first():
        texts = (text_of(version, name) for name in LABELS)
        return initiative.name_of(version.author), "\n\n".join(text for text in texts if text)
    if asked := initiative.inquiries.with_people().filter(pk__in=of["ask"] or of["answer"]).first():
        if of["ask"]:
            return initiative.name_of(asked.asker), asked.text
        return (initiative.name_of(asked.answered_by), asked.answer) if asked.answered_by else None
    if ids_of({part}, "wop"):
        rows = initiative.wijk_answers.select_related("question")
        return initiative.owner_name, "\n\n".join(f"{row.question.label}\n{row.words}" for row in rows)
    if ids_of({part}, "plan") and initiative.step_count:
        return initiative.owner_name, plan_words(initiative)
    if thanks := initiative.thanks.exclude(name="").filter(pk__in=of["name"]).first():
        return thanks.name, thanks.name
    has_story = of["story"] and initiative.story
    return (initiative.owner_name, initiative.story) if has_story else None


def plan_words(initiative: Initiative) -> str:
    """The steps of a plan as one text, with the addresses they link to."""
    steps = initiative.plan_steps.in_order()
    return "\n\n".join(
        "\n".join(filter(None, (step.title, step.explanation, step.link_label, step.link_url))) for step in steps
    )


def documents_of(initiative: Initiative, part: str) -> Document | None:
    """The document that was reported, if that is what it is about."""
    keys = ids_of({part}, "document")
    return initiative.documents.filter(key__in=keys).first() if keys else None


@prepared
def on_opgave(opgave: Any, *, most: int) -> QuerySet[Initiative]:
    """What helps to reach an opgave, for everybody; newest first."""
    rows = Initiative.objects.public().filter(opgave=opgave).order_by("-published_at", "-pk")
    return rows.only("title", "slug", "stage", *WORDS)[:most]


def initiatives_of_opgave(request: HttpRequest, opgave: Opgave) -> dict[str, Any]:
    """What residents undertake for an opgave."""
    return {"initiatives": on_opgave(opgave.pk, most=MOST_ON_OPGAVE)}


def opgave_of_initiative(request: HttpRequest, initiative: Initiative) -> dict[str, Any]:
    """The opgave that it helps to reach: a query only where there is one."""
    found = [opgave for asked in opgave_asks(request, initiative) for opgave in asked()]
    return {"opgave": found[0] if found else None}


def opgave_asks(request: HttpRequest, initiative: Initiative) -> list[Asked]:
    """What `opgave_of_initiative` asks."""
    return [opgave_by_id.later(initiative.opgave_id)] if initiative.opgave_id else []


@prepared
def opgave_by_id(opgave: Any) -> QuerySet[Opgave]:
    """An opgave that everybody may see."""
    return Opgave.objects.public().select_related("wijk").defer("wijk__boundary").filter(pk=opgave)


def told_wop(request: HttpRequest, initiative: Initiative) -> dict[str, Any]:
    """What its owner answered to the WOP, which the page brought; what is hidden of it, for its owners alone."""
    answers: list[dict[str, Any]] = initiative.told_wop  # type: ignore[attr-defined]
    hidden = initiative.hidden_parts  # type: ignore[attr-defined]
    if wop_part(initiative) in hidden and not owns(request.user, initiative):
        answers = []
    return {"told": [{"label": row["label"], "text": row["text"] or row["number"]} for row in answers]}


def still_running(request: HttpRequest, wijk: Wijk) -> dict[str, Any]:
    """On the page of the way of working: how many still go by an older version."""
    _now, older = old_ways(wijk)
    return {"wijk": wijk, "count": sum(one.count for one in older)}


PANELS = (
    manage_door(
        "plans",
        title="Draaiboeken en tips",
        text="Plannen die klaarliggen voor inwoners, en tips die een eigenaar op het goede moment ziet.",
        url_name="plans:blueprints",
        link_label="Bekijk de draaiboeken",
        position=34,
    ),
    Panel(
        "wijk",
        "initiatives",
        "initiatives/panel_wijk.html",
        initiatives_of_wijk,
        position=45,
        title=_("Initiatieven"),
        asks=lambda _request, wijk: [newest_of_wijk.later(wijk.pk)],
    ),
    Panel(
        "wijk",
        "figures",
        "initiatives/panel_figures.html",
        figures_panel,
        position=70,
        title=_("In cijfers"),
        asks=lambda _request, wijk: [count_in.later(wijk.pk), taking_part_in.later(wijk.pk)],
    ),
    Panel("initiative", "wop", "initiatives/panel_told_wop.html", told_wop, position=10),
    Panel("way_room", "remap", "initiatives/panel_remap.html", still_running),
    Panel("mine", "initiatives", "initiatives/panel_mine.html", initiatives_of_person, 10, asks=own_asks),
    Panel("mine", "takes_part", "initiatives/panel_takes_part.html", takes_part_in, 20, asks=taking_part_asks),
    Panel("claim", "initiatives", "initiatives/panel_claim.html", waiting_for_yes),
    Panel("case", "initiative", "initiatives/panel_case.html", initiative_of_case, asks=case_asks),
    Panel("question", "initiative", "initiatives/panel_question.html", initiative_of_question),
    Panel(
        "opgave",
        "initiatives",
        "initiatives/panel_opgave.html",
        initiatives_of_opgave,
        asks=lambda _request, opgave: [on_opgave.later(opgave.pk, most=MOST_ON_OPGAVE)],
    ),
    Panel("initiative", "opgave", "initiatives/panel_own_opgave.html", opgave_of_initiative, 20, asks=opgave_asks),
    Panel("report", "initiative", "initiatives/panel_report.html", reported_of_initiative),
)
