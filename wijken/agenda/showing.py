"""What the page of an opgave shows: one query for each part that there is, and nothing of what is hidden."""

import datetime as dt
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.utils.translation import gettext as _

from gemeente.cases.quarters import words_of_quarter
from gemeente.moderation.parts import ids_of
from wijken.agenda.enums import ContributionKind, PartyKind
from wijken.agenda.models import (
    Contribution,
    Opgave,
    OpgaveOffer,
    OpgaveText,
    PromiseVersion,
    Signature,
    Summary,
)
from wijken.agenda.querysets import OpgaveQuerySet

MOST_SHOWN = 60  # contributions on the page itself; all of them have a page of their own
MOST = 50


def hidden(opgave: Opgave, kind: str) -> list[str]:
    """The ids of the hidden parts of one kind. Expects `for_page()`."""
    return ids_of(set(opgave.hidden_parts), kind)  # type: ignore[attr-defined]


def with_parts(rows: OpgaveQuerySet) -> OpgaveQuerySet:
    """With the text of now, the last summary of each heading and what organisations put in: all in one query."""
    text = OpgaveText.objects.filter(opgave=OuterRef("pk"), number=OuterRef("text_count"))
    summaries = Summary.objects.filter(opgave=OuterRef("pk")).order_by("kind", "-number").distinct("kind")
    offers = OpgaveOffer.objects.filter(opgave=OuterRef("pk"), withdrawn_at=None).order_by("-pk")
    return rows.annotate(
        text_now=Subquery(text.values(json=JSONObject(**{name: name for name in TEXT}))),
        summaries_now=ArraySubquery(summaries.values(json=JSONObject(id="pk", kind="kind", text="text"))),
        offers_now=ArraySubquery(offers.values(json=JSONObject(**OFFER))[:MOST]),
    )


TEXT = ("number", "statement", "outcome", "evidence")
OFFER = {
    "id": "pk",
    "what": "what",
    "how_much": "how_much",
    "on": "created_at",
    "organisation_id": "organisation",
    "name": "organisation__name",
}


def contributions_of(opgave: Opgave) -> "QuerySet[Contribution]":
    """What people added, with their names."""
    rows = opgave.contributions.filter(forgotten_at=None).exclude(pk__in=hidden(opgave, "contribution"))
    return rows.select_related("author__profile")


def headings_of(opgave: Opgave) -> list[dict[str, Any]]:
    """Each heading with its summary and contributions; none where nothing was said."""
    if not opgave.contribution_count:
        return []
    rows = list(contributions_of(opgave).order_by("position", "pk")[:MOST_SHOWN])
    gone = hidden(opgave, "summary")
    summaries = {row["kind"]: row for row in last_summaries(opgave) if str(row["id"]) not in gone}
    found = []
    for kind in ContributionKind:
        said = [row for row in rows if row.kind == kind]
        summary = summaries.get(kind)
        if said or summary:
            found.append({"kind": kind.value, "label": kind.label, "summary": summary, "rows": said})
    return found


def last_summaries(opgave: Opgave) -> list[Any]:
    """The last summary of each heading, as its row brought it or by a query."""
    if hasattr(opgave, "summaries_now"):
        return list(opgave.summaries_now)
    rows = Summary.objects.filter(opgave=opgave).order_by("kind", "-number").distinct("kind")
    return list(rows.values("id", "kind", "text"))


def text_of(opgave: Opgave) -> OpgaveText | None:
    """The text of now."""
    return OpgaveText.objects.filter(opgave=opgave, number=opgave.text_count).first() if opgave.text_count else None


def parties_shown(opgave: Opgave) -> list[dict[str, Any]]:
    """Who sets it, and who signed the text of now; who signs for residents stands there by her public name."""
    signature = Signature.objects.filter(party=OuterRef("pk"), text__number=opgave.text_count)
    rows = opgave.parties.filter(dropped_at=None).select_related("organisation", "person__profile")
    rows = rows.annotate(signed_at=Subquery(signature.values("signed_at")[:1]))
    shown = []
    for party in rows:
        party.opgave = opgave
        is_group = party.kind == PartyKind.RESIDENTS and party.signed_at and party.person
        by = party.person.profile.public_name if is_group and party.person else ""
        shown.append({"party": party, "title": party.title, "signed_at": party.signed_at, "by": by})
    return shown


def promises_of(opgave: Opgave) -> list[dict[str, Any]]:
    """What organisations answered, in the words of now; what was withdrawn comes last."""
    rows = PromiseVersion.objects.filter(promise__opgave=opgave, number=F("promise__version_count"))
    rows = rows.select_related("promise__organisation").order_by(
        F("promise__withdrawn_at").desc(nulls_first=True), "pk"
    )
    return [row_of_promise(version, opgave) for version in rows[:MOST]]


def row_of_promise(version: PromiseVersion, opgave: Opgave) -> dict[str, Any]:
    """An answer as rows show it."""
    promise = version.promise
    promise.opgave = opgave
    return {
        "promise": promise,
        "version": version,
        "url": promise.get_absolute_url(),
        "title": promise_title(version),
        "when": words_of_quarter(version.quarter) if version.quarter else "",
    }


def promise_title(version: PromiseVersion) -> str:
    """Yes or no, and of whom."""
    words = {"name": version.promise.organisation.name}
    return _("Ja, van %(name)s") % words if version.is_yes else _("Nee, van %(name)s") % words


def offers_of(opgave: Opgave) -> list[dict[str, Any]]:
    """What organisations put in. Expects `with_parts()`."""
    gone = hidden(opgave, "offer")
    rows: list[dict[str, Any]] = opgave.offers_now  # type: ignore[attr-defined]
    return [row | {"on": dt.datetime.fromisoformat(row["on"])} for row in rows if str(row["id"]) not in gone]
