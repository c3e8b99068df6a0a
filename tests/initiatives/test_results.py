"""The story of a result, and who is named with it."""

import pytest
from django.db import IntegrityError, transaction

from gemeente.accounts.actions import close_account, state_age
from gemeente.accounts.enums import AgeGroup
from gemeente.activity.models import Entry, Notice, Subject
from gemeente.lib.errors import Refused, Stale
from gemeente.moderation.actions.blocking import pause_account
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.joining import participate, withdraw
from initiatives.actions.leaving import withdraw_initiative
from initiatives.actions.locking import seen
from initiatives.actions.moving import move_initiative
from initiatives.actions.results import RESULT, tell_result
from initiatives.actions.thanking import answer_thanks
from initiatives.enums import ParticipationKind, Right, Stage
from initiatives.models import Initiative, ThanksName
from initiatives.personal_data import INITIATIVES_DATA
from initiatives.workflow import TRANSITIONS
from tests.factories.initiatives import published
from tests.factories.outdoors import give_helper

TOLD = {"outcome": "De bank staat er.", "people_reached": 40, "story": "Het begon met Gerda.", "follow_up": "Verven."}
JOIN = ParticipationKind.JOIN


@pytest.fixture
def initiative(fatima: User, bram: User, oostgaarde: Wijk, reference: None) -> Initiative:
    """Running; Bram joins in."""
    made = published(owner=fatima, wijk=oostgaarde)
    participate(initiative=made, actor=bram, kind=JOIN, message="Ik zaag.")
    Initiative.objects.update(stage=Stage.RUNNING)
    return Initiative.objects.get()


def realise(initiative: Initiative) -> Initiative:
    """Its owner says that it worked."""
    step = next(t for t in TRANSITIONS if t.name == "realise")
    return move_initiative(
        initiative=initiative, actor=initiative.owner, transition=step, outcome="Klaar.", people_reached=9
    )


# --- The story --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("right", [None, Right.IN_NAME, Right.OWNER, Right.WRITER])
def test_whoever_may_write_tells_the_story(right: Right | None, initiative: Initiative, wilma: User) -> None:
    realise(initiative)
    if right:
        give_helper(initiative, wilma, right=right)

    for _ in range(2):
        tell_result(initiative=initiative, actor=wilma if right else initiative.owner, **TOLD)

    initiative.refresh_from_db()
    assert {name: getattr(initiative, name) for name in TOLD} == TOLD
    assert Entry.objects.filter(verb="result_told").count() == 1


@pytest.mark.parametrize("who", ["bram", "noor", "mona", "willem"])
def test_nobody_else_tells_it(who: str, initiative: Initiative, cast: dict[str, User]) -> None:
    realise(initiative)
    give_helper(initiative, cast["willem"], right=Right.READER)

    with pytest.raises(Refused):
        tell_result(initiative=initiative, actor=cast[who], **TOLD)


@pytest.mark.parametrize("change", [{"outcome": " "}, {"people_reached": 0}])
def test_story_needs_a_result_and_a_number(change: dict[str, object], initiative: Initiative, fatima: User) -> None:
    realise(initiative)

    with pytest.raises(Refused):
        tell_result(initiative=initiative, actor=fatima, **TOLD | change)


def test_there_is_no_story_before_it_worked(initiative: Initiative, fatima: User, mona: User) -> None:
    with pytest.raises(Refused):
        tell_result(initiative=initiative, actor=fatima, **TOLD)
    realise(initiative)
    pause_account(person=fatima, actor=mona, days=7, reason="Reclame.")
    with pytest.raises(Refused, match="niets plaatsen"):
        tell_result(initiative=initiative, actor=fatima, **TOLD)
    assert Initiative.objects.get().story == ""
    Subject.objects.update(is_public=False)  # nobody reads it now
    assert tell_result(initiative=initiative, actor=fatima, **TOLD).story == TOLD["story"]


def test_nobody_writes_over_a_story_that_she_did_not_see(initiative: Initiative, fatima: User, wilma: User) -> None:
    before = seen(realise(initiative), RESULT)
    give_helper(initiative, wilma)
    tell_result(initiative=initiative, actor=wilma, based_on=before, **TOLD)

    with pytest.raises(Stale):
        tell_result(initiative=initiative, actor=fatima, based_on=before, **TOLD | {"story": "Anders."})


def test_story_stays_when_they_go_on_and_goes_when_it_is_withdrawn(initiative: Initiative, fatima: User) -> None:
    realise(initiative)
    tell_result(initiative=initiative, actor=fatima, **TOLD)
    resume = next(t for t in TRANSITIONS if t.name == "resume")
    move_initiative(initiative=initiative, actor=fatima, transition=resume)
    assert Initiative.objects.get().story == TOLD["story"]

    withdraw_initiative(initiative=initiative, actor=fatima)

    row = Initiative.objects.get()
    assert (row.story, row.follow_up, ThanksName.objects.count()) == ("", "", 0)


# --- Names ------------------------------------------------------------------------------------------------------------
def test_who_joined_in_is_asked_once_and_not_told_twice(initiative: Initiative, bram: User, wilma: User) -> None:
    realise(initiative)

    asked = ThanksName.objects.get()
    assert (asked.user, asked.name, asked.answered_at) == (bram, "", None)
    notice = Notice.objects.get(recipient=bram, template="thanks_asked")
    assert notice.path.startswith("/bedankt/")
    assert not Notice.objects.filter(recipient=bram, template="initiative_moved").exists()


def test_second_ending_asks_only_who_came_since(initiative: Initiative, fatima: User, wilma: User) -> None:
    realise(initiative)
    resume = next(t for t in TRANSITIONS if t.name == "resume")
    move_initiative(initiative=initiative, actor=fatima, transition=resume)
    participate(initiative=initiative, actor=wilma, kind=JOIN, message="Ik ook.")

    realise(initiative)

    assert Notice.objects.filter(template="thanks_asked").count() == ThanksName.objects.count() == 2


def test_young_person_is_not_asked(initiative: Initiative, bram: User) -> None:
    state_age(person=bram, age_group=AgeGroup.YOUNG, actor=bram)

    realise(initiative)

    assert ThanksName.objects.count() == 0


def test_yes_can_be_taken_back_at_any_time(initiative: Initiative, bram: User) -> None:
    realise(initiative)
    thanks = ThanksName.objects.get()

    for _ in range(2):
        assert answer_thanks(thanks=thanks, name=" Bram van de planken ").name == "Bram van de planken"
    assert answer_thanks(thanks=thanks, name="").name == ""
    assert Entry.objects.filter(verb="thanks_answered", actor=bram).count() == 2


@pytest.mark.parametrize("reason", ["not realised", "hidden", "paused"])
def test_name_is_refused_and_a_no_never(reason: str, initiative: Initiative, bram: User, mona: User) -> None:
    realise(initiative)
    if reason == "not realised":
        Initiative.objects.update(stage=Stage.RUNNING, outcome="", people_reached=None, realised_at=None)
    if reason == "hidden":
        initiative.subject.is_public = False
        initiative.subject.save(update_fields=["is_public"])
    if reason == "paused":
        pause_account(person=bram, actor=mona, days=7, reason="Reclame.")

    with pytest.raises(Refused):
        answer_thanks(thanks=ThanksName.objects.get(), name="Bram")

    assert answer_thanks(thanks=ThanksName.objects.get(), name="").answered_at


@pytest.mark.parametrize("way", ["stops", "leaves"])
def test_name_goes_with_who_stops_or_leaves(way: str, initiative: Initiative, bram: User) -> None:
    realise(initiative)
    answer_thanks(thanks=ThanksName.objects.get(), name="Bram")
    exported = INITIATIVES_DATA.export(bram)["named_with_result"]

    if way == "stops":
        withdraw(initiative=initiative, actor=bram, kind=JOIN)
    else:
        close_account(user=bram)

    assert [row["name"] for row in exported] == ["Bram"]
    assert ThanksName.objects.count() == 0


def test_name_goes_along_to_another_account(initiative: Initiative, bram: User, wilma: User) -> None:
    realise(initiative)

    INITIATIVES_DATA.move(bram, wilma)

    assert ThanksName.objects.get().user == wilma


def test_database_wants_a_day_with_a_name(initiative: Initiative) -> None:
    realise(initiative)

    with pytest.raises(IntegrityError), transaction.atomic():
        ThanksName.objects.update(name="Bram")
