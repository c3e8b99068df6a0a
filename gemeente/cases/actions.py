"""Writing cases."""

from django.db import transaction

from gemeente.activity.actions import notify, record
from gemeente.activity.models import Subject
from gemeente.cases.enums import CaseKind, CasePart, CaseState
from gemeente.cases.models import CaseFile, CasePerson
from gemeente.cases.notices import NEW_CASE, first_responsible
from gemeente.cases.verbs import CASE_OPENED
from gemeente.users.models import User


@transaction.atomic
def open_case(*, subject: Subject, kind: CaseKind, owner: User, actor: User) -> CaseFile:
    """Open a case about a subject for its owner and tell whoever at the gemeente looks first."""
    case = CaseFile.objects.create(subject=subject, kind=kind)
    CasePerson.objects.create(case=case, user=owner, part=CasePart.OWNER)
    entry = record(actor=actor, verb=CASE_OPENED, subject=subject, changes={"state": (None, CaseState.NEW)})
    notify(entry=entry, recipients=first_responsible(subject), template=NEW_CASE)
    return case
