"""The werkbak: its trays, and what a row says. Reading only."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format

from gemeente.accounts.enums import ContactWay
from gemeente.cases.enums import CaseKind, CaseState
from gemeente.cases.models import CaseFile
from gemeente.cases.policies import can_claim_case, can_log_contact
from gemeente.cases.quarters import end_of_plan, words_of_quarter
from gemeente.cases.querysets import CaseFileQuerySet
from gemeente.cases.stand_ins import stands_in_for
from gemeente.lib.addresses import address
from gemeente.users.models import User

NOBODY, YOU = "Nog niemand", "Jij"
MOST = 100  # a tray is counted no further than this: nobody reads the difference between 100 and 900


@dataclass(frozen=True)
class Tray:
    """One part of the werkbak.

    `lead` says what it shows, `empty` what to do where it shows nothing. `who` has its cases: a column that
    says only this is left out.
    """

    label: str
    lead: str
    empty: str
    rows: Callable[[CaseFileQuerySet, User], CaseFileQuerySet]
    who: str = ""


TRAYS = {
    "nieuw": Tray(
        "Nieuw",
        "Deze mensen wachten op een eerste gesprek. Wie het langst wacht, staat bovenaan.",
        "Er wacht nu niemand. Een mooi moment om naar buiten te gaan.",
        lambda cases, _user: cases.unclaimed().longest_silent_first(),
        who=NOBODY,
    ),
    "mijn": Tray(
        "Van mij",
        "Voor deze mensen ben jij het vaste contact. Wie het langst niets hoorde, staat bovenaan.",
        "Je bent nog niemands vaste contact. Kijk wie er wacht.",
        lambda cases, user: cases.held_by(user).longest_silent_first(),
        who=YOU,
    ),
    "gepland": Tray(
        "Gepland",
        "Dit komt later. Het blijft open tot het er is, of tot de eigenaar zegt dat het genoeg is.",
        "Er staat niets gepland.",
        lambda cases, _user: cases.planned().order_by("planned_quarter", "pk"),
    ),
    "alles": Tray(
        "Alles",
        "Alle zaken die lopen, van iedereen. Wie het langst niets hoorde, staat bovenaan.",
        "Er loopt nu geen enkele zaak.",
        lambda cases, _user: cases.open().longest_silent_first(),
    ),
    "klaar": Tray(
        "Afgerond",
        "Deze zaken zijn klaar. Wat het laatst begon, staat bovenaan. De eigenaar kan een zaak altijd weer openen.",
        "Er is nog niets afgerond.",
        lambda cases, _user: cases.closed().order_by("-pk"),
    ),
}
FIRST_TRAY = "nieuw"
VERBS = {ContactWay.PHONE: "Bel", ContactWay.VISIT: "Ga langs", ContactWay.WRITING: "Schrijf", "": "Bel of ga langs"}


def tabs_of(user: User, current: str) -> list[dict[str, Any]]:
    """The trays as tabs, the first two with how many there are."""
    cases = CaseFile.objects.visible_to(user)
    counts = {name: count(TRAYS[name].rows(cases, user)) for name in ("nieuw", "mijn")}
    return [
        {"label": tray.label, "url": f"?bak={name}", "is_current": name == current, "count": counts.get(name)}
        for name, tray in TRAYS.items()
    ]


def count(cases: CaseFileQuerySet) -> str:
    """How many, as far as it matters."""
    number = cases.order_by()[: MOST + 1].count()
    return f"{MOST}+" if number > MOST else str(number)


def row_of(case: CaseFile, user: User) -> dict[str, Any]:
    """What a row of the werkbak says of a case: who has it, what now, and whether that is late."""
    wijk = case.subject.wijk.name if case.subject.wijk else "Heel Capelle"
    return {
        "title": case.subject.title,
        "about": f"{CaseKind(case.kind).label} · {wijk}",
        "number": case.number,
        "url": case.desk_url,
        "claim_url": address("cases:claim", case.pk),
        "is_new": case.silent_since == case.began_at,
        "who": who_has(case, user),
        "now": what_now(case),
        "is_late": case.days_late > 0,
        "silent": silence(case),
        "may_claim": can_claim_case(user, case),
        "may_log": can_log_contact(user, case),
    }


def who_has(case: CaseFile, user: User) -> str:
    """The contact person by name."""
    if case.contact is None:
        return NOBODY
    if case.contact_id == user.pk:
        return YOU
    return f"{case.contact.name} (jij neemt waar)" if case.contact_id in stands_in_for(user) else case.contact.name


def what_now(case: CaseFile) -> str:
    """The next thing to do, with its date."""
    if case.state == CaseState.CLOSED:
        return "Afgerond"
    if case.due_on is None:
        return "Geen afspraak" if case.help_declined_at is None else "Redt het zonder de gemeente"
    if case.planned_quarter and case.due_on == end_of_plan(case) and not case.days_late:
        return f"Gepland: {words_of_quarter(case.planned_quarter)}"
    verb = VERBS[case.contact_way]
    if case.help_declined_at:
        verb = "Heet welkom"
    late = case.days_late
    if late:
        return f"{verb}: {late} {'dag' if late == 1 else 'dagen'} te laat"
    return f"{verb} {on_or_before(case)}"


def on_or_before(case: CaseFile) -> str:
    """A promise is kept before its day, an appointment on it."""
    day = case.due_on or timezone.localdate()
    if case.due_on == case.promised_on:
        return f"uiterlijk {words_of(day)}"
    return f"op {words_of(day)}" if day > timezone.localdate() else "vandaag"


@lru_cache(400)
def words_of(day: dt.date) -> str:
    """A day as people say it; the werkbak is Dutch only."""
    return date_format(day, "j F")


def silence(case: CaseFile) -> str:
    """How long it has been silent, in days."""
    days = (timezone.localdate() - timezone.localtime(case.silent_since).date()).days
    return {0: "vandaag", 1: "gisteren"}.get(days, f"{days} dagen geleden")
