"""Where an initiative stands for its owner: what now, who is busy with it, the next date, and what she can do."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from gemeente.accounts.enums import Role
from gemeente.accounts.models import RoleAssignment
from gemeente.cases.enums import CaseState
from gemeente.cases.models import CaseFile
from gemeente.lib.addresses import address
from gemeente.lib.prepared import prepared
from initiatives.coaching import Tip
from initiatives.enums import Right, Stage
from initiatives.models import Initiative

Faces = dict[int, str]


@dataclass(frozen=True)
class Act:
    """Something the owner can do."""

    label: str
    url: str


@dataclass(frozen=True)
class Status:
    """One initiative on somebody's own page. `who` is empty for the team; `date` says what is next, and when.

    `part` says what she is to it, where it is not hers.
    """

    initiative: Initiative
    now: str
    who: str
    date: str
    is_late: bool
    acts: tuple[Act, ...]
    tips: tuple[Tip, ...] = ()
    part: str = ""


def faces_of_wijken(wijk_ids: set[int | None]) -> Faces:
    """The names of the gebiedsregisseurs of some wijken: one query, none without wijken."""
    ids = {pk for pk in wijk_ids if pk is not None}
    if not ids:
        return {}
    found = gebiedsregisseurs_on(timezone.localdate())
    return {row.wijk_id: row.user.profile.work_name for row in found if row.wijk_id in ids}


@prepared
def gebiedsregisseurs_on(day: Any) -> QuerySet[RoleAssignment]:
    """Those of all wijken on a day: there are few."""
    rows = RoleAssignment.objects.on(day).filter(role=Role.GEBIEDSREGISSEUR, wijk__isnull=False, user__is_active=True)
    return rows.select_related("user__profile").order_by("-pk")


def status_of(initiative: Initiative, faces: Faces, right: Right | None = None, tips: tuple[Tip, ...] = ()) -> Status:
    """Where an initiative stands, for its owner or for who has a right on it. Expects rows `with_case()`."""
    case, part = initiative.case, part_of(initiative, right) if right else ""
    if case is None:
        begins: tuple[Act, ...] = () if right else (publish_act(initiative),)
        now = _("Dit staat nog niet online.") if right else _("Alleen jij ziet dit nog.")
        return Status(initiative, now, "", "", False, begins, part=part)
    who = case.contact.profile.work_name if case.contact else faces.get(initiative.wijk_id or 0, "")
    is_late = case.days_late > 0 and not initiative.is_ended  # the sentence of an end is no bad news
    acts = acts_of(initiative, case, right)
    return Status(initiative, now_of(initiative, case), who, date_of(case), is_late, acts, tips, part)


def part_of(initiative: Initiative, right: Right) -> str:
    """What somebody is to what is another's."""
    words = {
        Right.IN_NAME: _("namens %(name)s"),
        Right.OWNER: _("mede-eigenaar, met %(name)s"),
        Right.WRITER: _("je schrijft mee met %(name)s"),
        Right.READER: _("je leest mee met %(name)s"),
    }
    return words[right] % {"name": initiative.owner_name}


def date_of(case: CaseFile) -> str:
    """The next date: a promise is kept before its day, an appointment on it. Nothing of what is late."""
    if not case.is_open or case.due_on is None or case.days_late:
        return ""
    words = {"day": date_format(case.due_on)}
    if case.due_on == case.promised_on:
        return _("Je hoort uiterlijk op %(day)s van ons.") % words
    return _("Jullie volgende contact is op %(day)s.") % words


def now_of(initiative: Initiative, case: CaseFile) -> str:
    """What happens now, in one sentence."""
    if initiative.stage == Stage.REALISED:
        return _("Het is gelukt. Mooi gedaan!")
    if initiative.is_paused:
        return _("Dit staat op pauze. Jij kunt het weer oppakken.")
    if initiative.quiet_since:
        return _("We hoorden al een jaar niets. Loopt dit nog?")
    if initiative.stage == Stage.STOPPED:
        return _("Dit is gestopt. Je kunt het altijd weer oppakken.")
    if case.state == CaseState.CLOSED:
        return _("Je doet dit nu zelf. De hulp van de gemeente is afgerond.")
    if case.days_late:
        return _("We zijn te laat: je had al van ons moeten horen. Bel ons gerust.")
    if case.state == CaseState.NEW:
        return _("De gemeente zoekt wie jou gaat helpen.")
    if case.due_on and case.due_on == case.promised_on:
        return _("Je contactpersoon neemt contact met je op.")
    if case.due_on:
        return _("Er staat een afspraak met je contactpersoon.")
    return _("Jullie zijn aan zet. Je contactpersoon is er als je iets nodig hebt.")


def publish_act(initiative: Initiative) -> Act:
    """Go on with a concept."""
    return Act(_("Maak het af en zet het online"), address("initiatives:publish", initiative.slug))


def acts_of(initiative: Initiative, case: CaseFile, right: Right | None) -> tuple[Act, ...]:
    """What somebody can do with what is online: its owner, or who has a right on it."""
    steps = Act(_("Zet een stap verder"), address("initiatives:move", initiative.slug))
    news = Act(_("Vertel nieuws"), address("initiatives:tell", initiative.slug))
    contact = Act(_("Je contact met de gemeente"), case.get_absolute_url())
    plan = Act(_("Je planning"), initiative.planning_url)
    asked = Act(_("Beantwoord wat buren vragen"), address("initiatives:inquiries", initiative.slug))
    news_first = (asked, news) if initiative.open_inquiry_count else (news,)
    if right == Right.READER:
        return (Act(_("Bekijk wie er meedoet"), address("initiatives:participants", initiative.slug)),)
    if right == Right.WRITER:
        return (plan, *news_first)
    if initiative.is_paused:
        resume = Act(_("Ga weer verder"), address("initiatives:resume", initiative.slug))
        return (resume, *news_first, contact)
    if initiative.quiet_since:
        going = Act(_("Ja, het loopt nog"), address("initiatives:still_going", initiative.slug))
        return (going, steps, *news_first, contact)
    return (*news_first, contact) if initiative.is_ended else (steps, plan, *news_first, contact)
