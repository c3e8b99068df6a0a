"""The page of one initiative."""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gemeente.accounts.roles import role_label
from gemeente.activity.models import Entry, Follow
from gemeente.cases.models import CaseFile
from gemeente.lib.kept_pages import kept_page
from gemeente.lib.panels import asked_by, panels_at, render_panels
from gemeente.lib.prepared import Asked, prepared
from gemeente.lib.together import ahead
from gemeente.moderation.models import Hiding
from gemeente.moderation.parts import ids_of
from gemeente.places.maps import point_map
from gemeente.places.models import in_language
from gemeente.users.models import User
from initiatives.album import Album, album_of
from initiatives.coaching import put_away_codes, tips_for
from initiatives.enums import ROAD, ParticipationKind, PlaceKind, Stage
from initiatives.models import Document, Initiative, Participation, Pledge, Update
from initiatives.names import by_line
from initiatives.parts import plan_part
from initiatives.policies import POLICIES, holds_pen, may_read, owns
from initiatives.showing_needs import needs_and_share, needs_and_shares
from initiatives.verbs import INITIATIVE_MOVED
from initiatives.views.inquiries import talk_of
from initiatives.views.sharing import share_of
from initiatives.views.shortcuts import breadcrumbs, get_initiative_or_404
from wijken.advice.models import Advice
from wijken.meetings.models import Point

NEWEST = 10  # pieces of news on the page


@require_safe
@kept_page
def initiative_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """What it is, where it stands, who is busy with it, and what the reader can do."""
    initiative = get_initiative_or_404(request, slug)
    initiative.case, did = case_for(request, initiative)
    initiative.is_discussed = getattr(initiative.case, "is_discussed", False)  # type: ignore[attr-defined]
    with ahead([*page_asks(initiative, request.user), *asked_by(panels_at("initiative"), request, initiative)]):
        context = context_of(request, initiative, did)
    return render(request, "initiatives/initiative_detail.html", context)


def page_asks(initiative: Initiative, user: User | AnonymousUser) -> list[Asked]:
    """What the page asks beside its panels, as far as it can be asked together."""
    hidden = frozenset(initiative.hidden_parts)  # type: ignore[attr-defined]
    most = NEWEST + len(news_gone(hidden, is_owner=owns(user, initiative)))
    asked = [newest_news.later(initiative.pk, most=most), needs_and_shares.later(initiative.pk)]
    return [*asked, last_entries.later(initiative.subject_id)] if initiative.subject_id else asked


def context_of(request: HttpRequest, initiative: Initiative, did: dict[str, Any]) -> dict[str, Any]:
    """What the page shows; `did` is what its reader did with it already."""
    user, point = request.user, initiative.public_point
    hidden: frozenset[str] = frozenset(initiative.hidden_parts)  # type: ignore[attr-defined]
    album = album_of(initiative, frozenset() if owns(user, initiative) else hidden)
    bars, own_figures = needs_and_share(initiative)
    documents = [one for one in album.documents if one.is_public or may_read(user, initiative)]
    return {
        "initiative": initiative,
        **pictures_of(initiative, album),
        "road": steps_of(initiative),
        "news": news_of(initiative, album, documents, hidden, owns(user, initiative)),
        "documents": [document for document in documents if document.update_id is None],
        "hidings": hidings_of(initiative) if hidden and owns(user, initiative) else [],
        "shows_plan": initiative.step_count and (plan_part(initiative) not in hidden or owns(user, initiative)),
        "talk": talk_of(initiative, hidden, user),
        "timeline": timeline_of(initiative),
        "by_line": by_line(initiative),
        **rights_of(initiative, user),
        "tips": tips_for(initiative, did["put_away"]) if holds_pen(user, initiative) else (),
        **did,
        "bars": [] if initiative.is_ended else bars,
        "own_figures": own_figures,
        "contact_role": role_of_contact(initiative),
        "point_map": point_map(point, initiative.place_kind == PlaceKind.PUBLIC) if point else None,
        "panels": render_panels("initiative", request, initiative),
        "breadcrumbs": breadcrumbs(initiative),
    }


def pictures_of(initiative: Initiative, album: Album) -> dict[str, Any]:
    """Its photos: the one on top, which who shares it shows as well, and the others."""
    cover = next((photo for photo in album.gallery if photo.pk == initiative.photo_id), None)
    others = [photo for photo in album.gallery if photo.pk != initiative.photo_id]
    return {"album": album, "cover": cover, "more_photos": others, "share": share_of(initiative, photo=cover)}


def rights_of(initiative: Initiative, user: User | AnonymousUser) -> dict[str, Any]:
    """What the reader is to it, and may do with it."""
    return {
        "may": {name: policy(user, initiative) for name, policy in POLICIES.items()},
        "is_owner": owns(user, initiative),
        "holds_pen": holds_pen(user, initiative),
        "may_read": may_read(user, initiative),
        "own_help": next((one for one in initiative.active_helpers if one.user_id == user.pk), None),
        "may_worry": initiative.case is not None and initiative.case.contact_id != user.pk,
    }


def news_of(
    initiative: Initiative, album: Album, documents: list[Document], hidden: frozenset[str], is_owner: bool
) -> list[dict[str, Any]]:
    """The newest news with its photos and documents; what is hidden of it is there for its owners alone."""
    gone = news_gone(hidden, is_owner=is_owner)
    rows = [row for row in newest_news(initiative.pk, most=NEWEST + len(gone)) if str(row.pk) not in gone]
    for row in rows:
        row.initiative = initiative  # which knows by what name each author writes here
    return [
        {
            "update": update,
            "html": update.html,
            "photos": album.of_news(update),
            "documents": [document for document in documents if document.update_id == update.pk],
        }
        for update in rows[:NEWEST]
    ]


def news_gone(hidden: frozenset[str], *, is_owner: bool) -> list[str]:
    """The pieces of news that the reader does not get to see."""
    return [] if is_owner else ids_of(hidden, "news")


@prepared
def newest_news(initiative: Any, *, most: int) -> QuerySet[Update]:
    """The last pieces of news of an initiative."""
    rows = Update.objects.filter(initiative=initiative).select_related("author__profile", "in_name_of__profile")
    return rows.order_by("-created_at", "-pk")[:most]


def hidings_of(initiative: Initiative) -> QuerySet[Hiding]:
    """What of her page the owner alone still sees, to say so on top."""
    rows = Hiding.objects.active().filter(subject=initiative.subject_id, writer=None)  # of others she sees it in place
    return rows.select_related("subject").order_by("part")


def case_for(request: HttpRequest, initiative: Initiative) -> tuple[CaseFile | None, dict[str, Any]]:
    """Its case with the contact person, and what the reader did with it already: one query for both.

    What she did: takes part, follows, offered for a need, put a tip away. Nothing of a concept or a visitor.
    """
    user = request.user
    if not user.is_authenticated:
        found = case_of(initiative.pk)
        return found[0] if found else None, {"takes_part": {}, "is_following": False, "offered": (), "put_away": ()}
    found = case_and_did(initiative.pk, initiative.subject_id, user.pk)
    case: Any = found[0] if found else None
    return case, {
        "takes_part": {kind: case is not None and kind in case.kinds for kind in ParticipationKind.values},
        "is_following": case is not None and case.is_following,
        "offered": case.offered if case else (),
        "put_away": case.put_away if case else (),
    }


@prepared
def case_of(initiative: Any) -> QuerySet[CaseFile]:
    """The case of an initiative with its contact person."""
    rows = CaseFile.objects.select_related("contact__profile").filter(initiative=initiative)
    return rows.annotate(is_discussed=is_discussed(), is_advised=is_advised())


@prepared
def case_and_did(initiative: Any, subject: Any, user: Any) -> QuerySet[CaseFile]:
    """The same with what somebody did."""
    mine = {"initiative": initiative, "user": user}
    rows = CaseFile.objects.select_related("contact__profile").filter(initiative=initiative)
    return rows.annotate(
        kinds=ArraySubquery(Participation.objects.filter(**mine).values("kind")),
        is_following=Exists(Follow.objects.filter(subject=subject, user=user)),
        offered=ArraySubquery(Pledge.objects.filter(**mine, withdrawn_at=None, need__isnull=False).values("need_id")),
        put_away=put_away_codes(initiative),
        is_discussed=is_discussed(),
        is_advised=is_advised(),
    )


def is_discussed() -> Exists:
    """Whether a WOP ever put it on an agenda: most are not, and then the panel of meetings asks nothing."""
    return Exists(Point.objects.filter(about=OuterRef("subject")))


def is_advised() -> Exists:
    """Whether a WOP ever advised on it; most it did not, and then the panel of advice asks nothing."""
    return Exists(Advice.objects.filter(about=OuterRef("subject")))


def role_of_contact(initiative: Initiative) -> str:
    """The role of the contact person, by the name the gemeente uses now."""
    case = initiative.case
    return role_label(case.contact_role) if case and case.contact else ""


def steps_of(initiative: Initiative) -> list[dict[str, Any]]:
    """The road as a row of steps in the words of its wijk, the last done when it is realised; none for what stopped."""
    if initiative.stage not in ROAD:
        return []
    is_done = initiative.stage == Stage.REALISED
    labels, here = road_of_wijk(initiative) if initiative.werkwijze_id else road_in_common(initiative)
    states = ["done"] * here + ["done" if is_done else "current"] + ["todo"] * (len(labels) - here - 1)
    return [{"label": label, "state": state} for label, state in zip(labels, states, strict=True)]


def road_in_common(initiative: Initiative) -> tuple[list[str], int]:
    """The stages that all wijken have, and which of them is now."""
    return [str(stage.label) for stage in ROAD], ROAD.index(Stage(initiative.stage))


def road_of_wijk(initiative: Initiative) -> tuple[list[str], int]:
    """The stages of its wijk with the end that all have in common, and which of them is now."""
    stages = initiative.way_stages  # type: ignore[attr-defined]
    labels = [in_language(stage["label"], stage["label_en"]) for stage in stages]
    places = [place for place, stage in enumerate(stages) if stage["id"] == initiative.wijk_stage_id]
    return [*labels, str(Stage.REALISED.label)], places[0] if places else len(labels)


def timeline_of(initiative: Initiative) -> list[dict[str, Any]]:
    """What happened, newest first, in words for everybody: who, by the name she chose, did what and when."""
    if initiative.subject_id is None:
        return []
    return [
        {
            "text": sentence_of(entry, initiative),
            "moment": entry.created_at.isoformat(timespec="seconds"),
            "when": date_format(localtime(entry.created_at)),
        }
        for entry in last_entries(initiative.subject_id)
    ]


@prepared
def last_entries(subject: Any) -> QuerySet[Entry]:
    """The last things that everybody may know of a subject."""
    rows = Entry.objects.filter(subject=subject).public().newest_first()
    return rows.select_related("actor__profile", "person__profile")[:20]


def sentence_of(entry: Entry, initiative: Initiative) -> str:
    """One entry as a sentence, with people as they are called here; a step says where it led."""
    name = initiative.name_of(entry.actor) if entry.actor else _("Het portaal")
    if entry.person and entry.person_id != entry.actor_id:  # somebody else acted for the owner
        name = _("%(name)s, namens %(owner)s,") % {"name": name, "owner": initiative.name_of(entry.person)}
    sentence = f"{name} {entry.sentence}"
    if entry.verb != INITIATIVE_MOVED.name:
        return sentence
    words = entry.changes.get("stage_words", [None, ""])[1]
    return f"{sentence}: {words or Stage(entry.changes['stage'][1]).label}"
