"""Cases in every state, brought there by the actions people use; and what was written, told and asked meanwhile."""

import datetime as dt
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from gemeente.accounts.models import Profile
from gemeente.activity.models import Notice
from gemeente.cases.actions import claim_case, close_case, dispute_contact, log_contact, plan_case, reopen_case
from gemeente.cases.enums import CaseState, Means
from gemeente.cases.models import CaseChange, CaseFile, ContactMoment
from gemeente.cases.quarters import quarter_after
from gemeente.users.models import User


def spoke(case: CaseFile, **fields: Any) -> ContactMoment:
    """The contact person called today and reached the owner, unless told otherwise."""
    said = {"means": Means.CALL, "was_reached": True, "happened_on": timezone.localdate()}
    return log_contact(case=case, **{"actor": reread(case).contact, **said, **fields})


def at_state(case: CaseFile, state: CaseState, contact: User) -> CaseFile:
    """A new case, brought to a state by its owner and a contact person."""
    if state != CaseState.NEW:
        claim_case(case=case, actor=contact)
    if state == CaseState.PLANNED:
        plan(case)
    if state in {CaseState.CLOSED, CaseState.REOPENED}:
        spoke(case)
        close_case(case=case, actor=contact, result="De tuin ligt er.")
    if state == CaseState.REOPENED:
        reopen_case(case=case, actor=case.owner)
    return reread(case)


def tried(case: CaseFile, means: Means, days_ago: int = 0) -> ContactMoment:
    """The contact person tried, and reached nobody."""
    day = timezone.localdate() - dt.timedelta(days=days_ago)
    return log_contact(case=case, actor=reread(case).contact, means=means, was_reached=False, happened_on=day)


def tried_enough(case: CaseFile) -> None:
    """Three days, two ways and a letter: what the rule asks. The case must have begun some days ago for that."""
    for moment in case.moments.filter(voided_at=None):
        dispute_contact(moment=moment, actor=case.owner)
    began = timezone.now() - dt.timedelta(days=4)
    CaseFile.objects.filter(pk=case.pk).update(opened_at=began, began_at=began)
    for days_ago, means in ((3, Means.CALL), (2, Means.VISIT), (1, Means.CALL), (0, Means.LETTER)):
        tried(case, means, days_ago)


def plan(case: CaseFile, **fields: Any) -> CaseFile:
    """The contact person planned it for the next quarter, unless told otherwise."""
    told = {"what": "Nieuwe verlichting", "by": "Stadsbeheer", "quarter": quarter_after(timezone.localdate())}
    return plan_case(case=case, **{"actor": reread(case).contact, **told, **fields})


def reread(case: CaseFile) -> CaseFile:
    """The case as it is now."""
    return CaseFile.objects.with_people().get(pk=case.pk)


def wants(user: User, way: str) -> None:
    """Let somebody have said how she wants to hear from the gemeente."""
    Profile.objects.filter(user=user).update(contact_way=way)


def leave(user: User) -> User:
    """Let every role of somebody run out today, open cases or not; returns her as the next request sees her."""
    user.role_assignments.update(ends_on=timezone.localdate())
    return User.objects.get(pk=user.pk)


def history(case: CaseFile) -> list[tuple[str, str, str, str, str]]:
    """The steps of a case in order: name, from, to, who and why."""
    rows = CaseChange.objects.filter(case=case).order_by("pk")
    return list(rows.values_list("name", "source", "target", "actor__name", "reason"))


def told(template: str) -> list[str]:
    """Who were told with a template, by name."""
    return list(Notice.objects.filter(template=template).order_by("pk").values_list("recipient__name", flat=True))


def queries(client: Client, url: str) -> int:
    """What a page costs once the process is warm."""
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)
