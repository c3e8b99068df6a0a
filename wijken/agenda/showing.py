"""What the page of an opgave shows: one query for each part that there is, and nothing of what is hidden."""

from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery
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

MOST_SHOWN = 60  # contributions on the page itself; all of them have a page of their own
MOST = 50


def hidden(opgave: Opgave, kind: str) -> list[str]:
    """The ids of the hidden parts of one kind. Expects `for_page()`."""
    return ids_of(set(opgave.hidden_parts), kind)  # type: ignore[attr-defined]


def contributions_of(opgave: Opgave) -> "QuerySet[Contribution]":
    """What people added, with their names."""
    rows = opgave.contributions.filter(forgotten_at=None).exclude(pk__in=hidden(opgave, "contribution"))
    return rows.select_related("author__profile")


def headings_of(opgave: Opgave) -> list[dict[str, Any]]:
    """Each heading with its summary and contributions; none where nothing was said."""
    if not opgave.contribution_count:
        return []
    rows = list(contributions_of(opgave).order_by("position", "pk")[:MOST_SHOWN])
    summaries = {row.kind: row for row in summaries_of(opgave)}
    found = []
    for kind in ContributionKind:
        said = [row for row in rows if row.kind == kind]
        summary = summaries.get(kind)
        if said or summary:
            found.append({"kind": kind.value, "label": kind.label, "summary": summary, "rows": said})
    return found


def summaries_of(opgave: Opgave) -> "QuerySet[Summary]":
    """The last summary of each heading."""
    rows = Summary.objects.filter(opgave=opgave).exclude(pk__in=hidden(opgave, "summary"))
    return rows.order_by("kind", "-number").distinct("kind")


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


def offers_of(opgave: Opgave) -> "QuerySet[OpgaveOffer]":
    """What organisations put in."""
    rows = opgave.offers.filter(withdrawn_at=None).exclude(pk__in=hidden(opgave, "offer"))
    return rows.select_related("organisation")[:MOST]
