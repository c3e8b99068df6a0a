"""A case changes hands: one contact person follows the other, so that no case is ever without."""

import datetime as dt
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from gemeente.accounts.enums import Role
from gemeente.accounts.policies import can_be_contact
from gemeente.accounts.roles import people_with_role
from gemeente.activity.actions import notify, record
from gemeente.cases import verbs
from gemeente.cases.actions.steps import CASE_FIELDS, add_to_history, locked
from gemeente.cases.actions.taking import role_for
from gemeente.cases.enums import HELD_STATES, CaseStep
from gemeente.cases.models import Absence, CaseFile
from gemeente.cases.notices import team, tell_owners
from gemeente.cases.policies import can_become_contact, can_hand_over_case, can_report_absence
from gemeente.cases.stand_ins import away_today, forget_stand_ins, stand_in_of
from gemeente.lib.errors import Refused
from gemeente.users.models import User

WORKLIST = "/werkbak/?bak=mijn"


@transaction.atomic
def hand_over_cases(*, cases: Iterable[CaseFile], to: User, actor: User, note: str) -> list[CaseFile]:
    """Give cases to a colleague, all of them or none; each owner hears it, with a warm word of who hands over.

    Raises Refused for who may not, without a word for the owner, and for a colleague who cannot have one of them: she
    is no contact person, is away, is on the owner's side, has it already, or the owner does not want her again.
    """
    if not note.strip():
        raise Refused(_("Schrijf een paar woorden voor de eigenaar: wie neemt het over, en waarom?"))
    rows = [locked(case) for case in sorted(cases, key=lambda case: case.pk)]
    for case in rows:
        if not can_hand_over_case(actor, case):
            raise Refused(_("Alleen het vaste contact of de teamleider kan een zaak overdragen."))
        if refusal := refusal_of_successor(to, case):
            raise Refused(refusal)
        pass_on(case, to=to, actor=actor, note=note)
    tell_successor(to, rows, actor)
    return rows


def refusal_of_successor(to: User, case: CaseFile) -> str | None:
    """Why this colleague cannot have this case, in one sentence; None when she can."""
    if to.pk == case.contact_id:
        return _("%(name)s heeft deze zaak al.") % {"name": to.name}
    if not can_become_contact(to, case):
        return _("%(name)s kan het vaste contact van deze zaak niet zijn.") % {"name": to.name}
    if to.pk in away_today():
        return _("%(name)s is er nu niet. Kies een collega die er is.") % {"name": to.name}
    return None


def pass_on(case: CaseFile, *, to: User, actor: User, note: str) -> None:
    """Make somebody the contact person of a locked case. State, clock and plan stay as they are."""
    case.contact, case.contact_role, case.claimed_at = to, role_for(to, case), timezone.now()
    case.save(update_fields=CASE_FIELDS)
    add_to_history(case, CaseStep.HAND_OVER, case.state, actor, note, successor=to)
    entry = record(actor=actor, verb=verbs.DID_HAND_OVER, subject=case.subject, person=to)
    tell_owners(entry, case, "case_handed_over")


def tell_successor(to: User, cases: list[CaseFile], actor: User) -> None:
    """One message for all the cases that somebody got at once."""
    if cases and to != actor:
        changes = {"number": (None, len(cases))}
        entry = record(actor=actor, verb=verbs.DID_PASS_ON, person=to, changes=changes)
        notify(entry=entry, recipients=[to], template="cases_passed_on", path=WORKLIST)


# --- Away -------------------------------------------------------------------------------------------------------------
@transaction.atomic
def report_absence(
    *, person: User, starts_on: dt.date, ends_on: dt.date | None, stand_in: User | None, actor: User
) -> Absence:
    """Say that a contact person is away from a day until (not including) another; open-ended without one.

    A stand-in acts in her place and the cases stay hers. Without one, the team lead becomes the contact person of all
    her cases: at once when she is away today, else on the morning of the first day (`cover_absences`).
    Raises Refused for who may not, days that run backwards or are past, a second absence in the same days, a stand-in
    who is no contact person or away herself, and when nobody is there to take over.
    """
    if not can_report_absence(actor, person):
        raise Refused(_("Alleen zijzelf, de teamleider of een beheerder kan iemand afwezig melden."))
    today = timezone.localdate()
    if starts_on < today or (ends_on and ends_on <= starts_on):
        raise Refused(_("De eerste dag is vandaag of later, en de dag van terugkomst ligt daarna."))
    User.objects.select_for_update().get(pk=person.pk)
    if Absence.objects.filter(person=person).overlapping(starts_on, ends_on).exists():
        raise Refused(_("In die dagen staat al een afwezigheid."))
    if stand_in and not can_stand_in(stand_in, person, starts_on, ends_on):
        raise Refused(_("Kies als vervanger een collega die contactpersoon kan zijn en er dan is."))
    absence = Absence.objects.create(
        person=person, stand_in=stand_in, starts_on=starts_on, ends_on=ends_on, reported_by=actor
    )
    record(actor=actor, verb=verbs.WAS_AWAY, person=person, changes={"starts_on": (None, starts_on)})
    if stand_in:
        forget_stand_ins(stand_in)
    if starts_on == today:
        cover(absence, actor)
    return absence


def can_stand_in(stand_in: User, person: User, starts_on: dt.date, ends_on: dt.date | None) -> bool:
    """Whether somebody can act in another's place in these days: a contact person who is there."""
    is_away = Absence.objects.filter(person=stand_in).overlapping(starts_on, ends_on).exists()
    return can_be_contact(stand_in) and stand_in != person and not is_away


def cover(absence: Absence, actor: User) -> None:
    """See to it that every case of who is away has somebody: the stand-in, else the team lead as new contact person.

    Where the stand-in cannot act (she is on the owner's side, or the owner does not want her) the team lead has it too.
    """
    cases = CaseFile.objects.open().filter(contact=absence.person_id)
    rows = [locked(case) for case in cases.order_by("pk").only("pk")]
    if absence.stand_in:
        rows = [case for case in rows if not can_become_contact(absence.stand_in, case)]
    if rows:
        rescue(rows, actor=actor, note=_("%(name)s is er even niet.") % {"name": absence.person.first_name})


@transaction.atomic
def end_absence(*, absence: Absence, actor: User) -> Absence:
    """Say that somebody is back. What was handed over stays with its new contact person. Raises Refused."""
    absence = Absence.objects.select_for_update(of=["self"]).select_related("person", "stand_in").get(pk=absence.pk)
    today = timezone.localdate()
    if not can_report_absence(actor, absence.person):
        raise Refused(_("Alleen zijzelf, de teamleider of een beheerder kan dit zeggen."))
    if absence.ends_on and absence.ends_on <= today:
        return absence
    absence.ends_on = max(today, absence.starts_on)
    absence.save(update_fields=["ends_on"])
    record(actor=actor, verb=verbs.IS_BACK, person=absence.person, changes={"ends_on": (None, absence.ends_on)})
    return absence


@transaction.atomic
def cover_absences() -> int:
    """Each morning: no case is without somebody who can act. Returns how many changed hands.

    For who is away from today without a stand-in, whose stand-in left or fell ill, and whose role ran out.
    """
    held = CaseFile.objects.filter(state__in=HELD_STATES)
    loose = []
    for contact in User.objects.filter(pk__in=held.values("contact")).order_by("pk"):
        acting = who_acts_for(contact)
        if acting == contact:
            continue
        rows = [locked(case) for case in held.filter(contact=contact).order_by("pk").only("pk")]
        loose += [case for case in rows if acting is None or not can_become_contact(acting, case)]
    rescue(loose, actor=None, note=_("Je vaste contact is er niet meer, of is er even niet."))
    return len(loose)


def who_acts_for(contact: User) -> User | None:
    """Who does the work of a contact person today: she herself, her stand-in, or (None) nobody."""
    away = away_today()
    if contact.pk not in away:
        return contact if can_be_contact(contact) else None
    stand_in = stand_in_of(contact, contact)
    return stand_in if stand_in and stand_in.pk not in away and can_be_contact(stand_in) else None


def rescue(cases: list[CaseFile], *, actor: User | None, note: str) -> None:
    """Give each case to the first colleague who can have it, the team lead before all others.

    Raises Refused when there is nobody: a case without contact person must not come to be.
    """
    found: dict[User, list[CaseFile]] = {}
    order = successors()
    for case in cases:
        successor = next(
            (user for user in order if can_become_contact(user, case) and user.pk != case.contact_id), None
        )
        if successor is None:
            raise Refused(_("Er is niemand die dit kan overnemen. Vraag de beheerder om een teamleider."))
        found.setdefault(successor, []).append(case)
    for successor, theirs in found.items():
        for case in theirs:
            pass_on(case, to=successor, actor=actor or successor, note=note)
        tell_successor(successor, theirs, actor or successor)


def successors() -> list[User]:
    """Who can take over at once, in order: team leads who are there, then everybody else of the team who is."""
    away = away_today()
    leads = list(people_with_role(Role.TEAM_LEAD))
    others = [user for user in team() if user not in leads]
    return [user for user in (*leads, *others) if user.pk not in away]
