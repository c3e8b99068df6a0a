"""The link in a visitor's mail: whom it makes count, once, and until when."""

import datetime as dt
import threading
from collections.abc import Callable

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.db import connection

from gemeente.activity.models import Follow, Notice
from gemeente.lib.errors import Refused
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.forgetting import purge_participation_requests
from initiatives.actions.joining import confirm_participation, request_participation
from initiatives.enums import ParticipationKind, Stage
from initiatives.models import Initiative, Participation, ParticipationRequest
from initiatives.tasks import forget_requests
from tests.factories.initiatives import published

SUPPORT, JOIN = ParticipationKind.SUPPORT, ParticipationKind.JOIN
ADDRESS = "ineke@voorbeeld.example"
MONDAY = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
WEEK, SECOND = dt.timedelta(days=7), dt.timedelta(seconds=1)


@pytest.fixture
def initiative(fatima: User, oostgaarde: Wijk) -> Initiative:
    return published(owner=fatima, wijk=oostgaarde)


def ask(
    initiative: Initiative, kind: ParticipationKind = JOIN, email: str = ADDRESS, language: str = "nl"
) -> ParticipationRequest:
    """What a visitor typed."""
    name, message = ("Ineke", "Ik kan graven.") if kind == JOIN else ("", "")
    return request_participation(
        initiative=initiative, email=email, kind=kind, name=name, message=message, language=language
    )


def test_confirm_makes_a_person_without_password(initiative: Initiative, fatima: User) -> None:
    made = confirm_participation(request=ask(initiative, language="en"))

    ineke = User.objects.get(email=ADDRESS)
    assert (ineke.name, ineke.language, ineke.has_usable_password()) == ("Ineke", "en", False)
    assert ineke.last_login is None
    assert EmailAddress.objects.get(user=ineke).verified
    assert (made.user, made.kind, made.message) == (ineke, JOIN, "Ik kan graven.")
    assert Initiative.objects.get().join_count == 1
    assert Follow.objects.filter(user=ineke, subject=initiative.subject).exists()
    assert Notice.objects.get(template="initiative_joined").recipient == fatima
    assert ParticipationRequest.objects.count() == 0


def test_confirm_uses_the_person_we_know_and_leaves_her_name(initiative: Initiative, bram: User) -> None:
    people = User.objects.count()

    made = confirm_participation(request=ask(initiative, email="BRAM@voorbeeld.example"))

    bram.refresh_from_db()
    assert (made.user, bram.name, User.objects.count()) == (bram, "Bram Jansen", people)
    assert Initiative.objects.get().join_count == 1


def test_confirm_works_once(initiative: Initiative) -> None:
    asked = ask(initiative)
    used = ParticipationRequest.objects.get(pk=asked.pk)
    confirm_participation(request=asked)

    with pytest.raises(Refused):
        confirm_participation(request=used)

    assert Initiative.objects.get().join_count == Participation.objects.count() == 1


def test_confirm_again_by_a_new_link_counts_once(initiative: Initiative) -> None:
    confirm_participation(request=ask(initiative))

    confirm_participation(request=ask(initiative))

    assert Initiative.objects.get().join_count == Participation.objects.count() == 1
    assert User.objects.filter(email=ADDRESS).count() == 1


def test_owner_who_confirms_her_own_address_does_not_count(initiative: Initiative, fatima: User) -> None:
    assert confirm_participation(request=ask(initiative, email=fatima.email)) is None

    assert (Initiative.objects.get().join_count, Participation.objects.count()) == (0, 0)
    assert ParticipationRequest.objects.count() == 0


@pytest.mark.parametrize(
    ("stage", "is_allowed"), [(Stage.RUNNING, True), (Stage.REALISED, False), (Stage.STOPPED, False)]
)
def test_confirm_after_the_end_is_refused_and_makes_nobody(
    stage: Stage, is_allowed: bool, initiative: Initiative
) -> None:
    asked = ask(initiative)
    Initiative.objects.update(stage=stage, outcome="Klaar.")

    if is_allowed:
        confirm_participation(request=asked)
    else:
        with pytest.raises(Refused):
            confirm_participation(request=asked)

    assert User.objects.filter(email=ADDRESS).exists() == is_allowed
    assert Initiative.objects.get().join_count == Participation.objects.count() == int(is_allowed)


# --- Two at once ------------------------------------------------------------------------------------------------------
def at_once(*calls: Callable[[], object]) -> list[str]:
    """Do things in threads; the names of what was raised, nothing for what went well."""
    raised = []

    def go(call: Callable[[], object]) -> None:
        try:
            call()
        except Exception as error:
            raised.append(type(error).__name__)
        finally:
            connection.close()

    threads = [threading.Thread(target=go, args=[call]) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


def test_one_link_pressed_at_once_counts_once(clone: None) -> None:
    asked = ask(published())
    presses = [
        lambda: confirm_participation(request=ParticipationRequest.objects.filter(pk=asked.pk).first() or asked)
    ] * 4

    raised = at_once(*presses)

    assert raised == ["Refused"] * 3
    assert (Participation.objects.count(), User.objects.filter(email=ADDRESS).count()) == (1, 1)
    assert Initiative.objects.get().join_count == 1


def test_links_of_one_new_address_at_once_make_one_person(clone: None) -> None:
    one, other = published(), published()
    asked = [ask(one), ask(one, kind=SUPPORT), ask(other), ask(other, kind=SUPPORT)]

    raised = at_once(*[lambda request=request: confirm_participation(request=request) for request in asked])

    assert raised == []
    assert User.objects.filter(email=ADDRESS).count() == 1
    counts = set(Initiative.objects.values_list("support_count", "join_count"))
    assert (Participation.objects.count(), counts) == (4, {(1, 1)})


# --- What was never confirmed -----------------------------------------------------------------------------------------
@pytest.mark.parametrize(("later", "gone"), [(WEEK - SECOND, 0), (WEEK, 0), (WEEK + SECOND, 1), (WEEK * 9, 1)])
def test_request_is_forgotten_after_a_week(later: dt.timedelta, gone: int, initiative: Initiative) -> None:
    with time_machine.travel(MONDAY, tick=False):
        ask(initiative)

    with time_machine.travel(MONDAY + later, tick=False):
        assert purge_participation_requests() == gone

    assert ParticipationRequest.objects.count() == 1 - gone


def test_asking_again_begins_a_new_week(initiative: Initiative) -> None:
    with time_machine.travel(MONDAY, tick=False):
        ask(initiative)
    with time_machine.travel(MONDAY + WEEK - SECOND, tick=False):
        asked = ask(initiative)

    with time_machine.travel(MONDAY + WEEK + SECOND, tick=False):
        purge_participation_requests()
        confirm_participation(request=asked)

    assert Initiative.objects.get().join_count == 1


def test_night_job_forgets_and_leaves_what_counts(initiative: Initiative) -> None:
    with time_machine.travel(MONDAY, tick=False):
        confirm_participation(request=ask(initiative))
        ask(initiative, kind=SUPPORT)

    with time_machine.travel(MONDAY + WEEK * 2, tick=False):
        forget_requests(timestamp=0)

    assert (ParticipationRequest.objects.count(), Participation.objects.count()) == (0, 1)
