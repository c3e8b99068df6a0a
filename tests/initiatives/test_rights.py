"""Rights that an owner gives: who writes in whose name, what the gemeente sees of it, and the names."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, transaction

from gemeente.accounts.actions import assign_role
from gemeente.accounts.enums import AgeGroup, Role
from gemeente.accounts.models import Profile
from gemeente.activity.models import Entry, Notice
from gemeente.cases.actions import claim_case
from gemeente.cases.enums import CasePart
from gemeente.cases.models import CaseFile, CasePerson
from gemeente.lib.errors import Refused, Stale
from gemeente.moderation.actions.blocking import pause_account
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.locking import seen
from initiatives.actions.moving import move_initiative
from initiatives.actions.naming import choose_name, name_organisation
from initiatives.actions.news import tell_news
from initiatives.actions.publishing import publish_initiative
from initiatives.actions.rights import accept_helper, change_right, end_helper, name_helper
from initiatives.actions.writing import revise_contact, revise_share
from initiatives.enums import Right
from initiatives.models import Helper, Initiative, Update
from initiatives.names import by_line, listed
from initiatives.workflow import TRANSITIONS
from tests.conftest import CAST, SINCE
from tests.factories.initiatives import InitiativeFactory, published
from tests.factories.outdoors import give_helper

BEGIN = next(t for t in TRANSITIONS if (t.source, t.name) == ("published", "begin"))


@pytest.fixture
def initiative(fatima: User, oostgaarde: Wijk, reference: None) -> Initiative:
    return published(owner=fatima, wijk=oostgaarde, title="Moestuin achter de Hoven")


def parts(initiative: Initiative) -> set[tuple[str, str]]:
    rows = CasePerson.objects.filter(case=initiative.case_id).select_related("user")
    return {(row.user.first_name, row.part) for row in rows}


def reread() -> Initiative:
    return Initiative.objects.with_helpers().select_related("owner__profile").get()


# --- What each right does ---------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("right", "in_name"), [(Right.IN_NAME, "Fatima"), (Right.OWNER, None), (Right.WRITER, None)])
def test_who_writes_does_so_in_whose_name(
    right: Right, in_name: str | None, initiative: Initiative, wilma: User
) -> None:
    give_helper(initiative, wilma, right=right)

    revise_share(initiative=initiative, actor=wilma, own_share="Wij geven samen water.", needs="")
    news = tell_news(initiative=initiative, actor=wilma, title="Water", text="Er is water.")

    entry = Entry.objects.filter(verb="initiative_revised").get()
    names = [person.first_name if person else None for person in (entry.person, news.in_name_of)]
    assert (entry.actor, names) == (wilma, [in_name, in_name])


@pytest.mark.parametrize("right", [Right.WRITER, Right.READER])
def test_writer_and_reader_take_no_step(right: Right, initiative: Initiative, wilma: User) -> None:
    give_helper(initiative, wilma, right=right)

    with pytest.raises(Refused):
        move_initiative(initiative=initiative, actor=wilma, transition=BEGIN)

    assert move_initiative(initiative=initiative, actor=initiative.owner, transition=BEGIN).stage == "running"


def test_reader_changes_nothing(initiative: Initiative, wilma: User) -> None:
    give_helper(initiative, wilma, right=Right.READER)

    for act in (
        lambda: revise_share(initiative=initiative, actor=wilma, own_share="Wij niet.", needs=""),
        lambda: tell_news(initiative=initiative, actor=wilma, title="Water", text="Er is water."),
        lambda: choose_name(initiative=initiative, actor=wilma, name="Wil"),
        lambda: name_organisation(initiative=initiative, actor=wilma, organisation="De lezers"),
    ):
        with pytest.raises(Refused):
            act()

    assert Update.objects.count() == 0


def test_co_owner_leaves_to_the_owner_what_is_hers(fatima: User, wilma: User, reference: None) -> None:
    concept = InitiativeFactory(owner=fatima)
    give_helper(concept, wilma, right=Right.OWNER)

    for act in (
        lambda: publish_initiative(initiative=concept, actor=wilma),
        lambda: name_helper(initiative=concept, actor=wilma, name="Wies", email="wies@voorbeeld.example"),
        lambda: revise_contact(initiative=concept, actor=wilma, contact_way="phone", day_part="any"),
    ):
        with pytest.raises(Refused):
            act()


# --- Giving, changing, ending -----------------------------------------------------------------------------------------
@pytest.mark.parametrize("right", Right)
def test_owner_asks_for_each_right(right: Right, initiative: Initiative, wilma: User) -> None:
    asked = {"name": "Wilma", "email": wilma.email, "right": right}

    accept_helper(helper=name_helper(initiative=initiative, actor=initiative.owner, **asked))

    part = {Right.IN_NAME: CasePart.HELPER, Right.OWNER: CasePart.CO_OWNER}.get(right, CasePart.INVOLVED)
    assert reread().rights == {wilma.pk: right}
    assert parts(initiative) == {("Fatima", CasePart.OWNER), ("Wilma", part)}


def test_asking_again_is_for_the_right_asked_last(initiative: Initiative) -> None:
    asked = {"initiative": initiative, "actor": initiative.owner, "name": "W", "email": "w@voorbeeld.example"}
    name_helper(**asked, right=Right.READER)

    name_helper(**asked, right=Right.WRITER)

    assert [row.right for row in Helper.objects.all()] == [Right.WRITER]


def test_changing_a_right_is_one_act(initiative: Initiative, wilma: User) -> None:
    helper = give_helper(initiative, wilma, right=Right.READER)

    change_right(helper=helper, actor=initiative.owner, right=Right.OWNER)
    change_right(helper=helper, actor=initiative.owner, right=Right.OWNER)

    assert (reread().rights, parts(initiative)) == (
        {wilma.pk: Right.OWNER},
        {("Fatima", "owner"), ("Wilma", "co_owner")},
    )
    assert [row.changes for row in Entry.objects.filter(verb="right_changed")] == [{"right": ["reader", "owner"]}]
    assert Notice.objects.filter(recipient=wilma, template="helper_right").count() == 1


def test_right_that_waits_for_an_answer_is_changed_in_silence(initiative: Initiative, wilma: User) -> None:
    asked = {"name": "Wilma", "email": wilma.email, "right": Right.READER}
    helper = name_helper(initiative=initiative, actor=initiative.owner, **asked)

    change_right(helper=helper, actor=initiative.owner, right=Right.WRITER)
    assert not Notice.objects.filter(template="helper_right").exists()
    accept_helper(helper=helper)

    assert reread().rights == {wilma.pk: Right.WRITER}


@pytest.mark.parametrize("who", [who for who in CAST if who != "fatima"])
def test_nobody_else_changes_a_right(who: str, initiative: Initiative, cast: dict[str, User]) -> None:
    helper = give_helper(initiative, cast["wilma"], right=Right.OWNER)

    with pytest.raises(Refused):
        change_right(helper=helper, actor=cast[who], right=Right.READER)


def test_right_of_who_stopped_does_not_change(initiative: Initiative, wilma: User) -> None:
    helper = give_helper(initiative, wilma)
    end_helper(helper=helper, actor=wilma)

    with pytest.raises(Refused):
        change_right(helper=helper, actor=initiative.owner, right=Right.OWNER)


def test_database_refuses_a_right_nobody_knows(initiative: Initiative, wilma: User) -> None:
    helper = give_helper(initiative, wilma)

    with pytest.raises(DatabaseError, match="helper_right_known"), transaction.atomic():
        Helper.objects.filter(pk=helper.pk).update(right="boss")


# --- The gemeente -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("right", Right)
def test_who_may_be_a_contact_person_gets_no_right(right: Right, initiative: Initiative, noor: User) -> None:
    with pytest.raises(Refused):
        name_helper(initiative=initiative, actor=initiative.owner, name="Noor", email=noor.email, right=right)


@pytest.mark.parametrize("right", Right)
def test_who_has_a_right_is_never_its_contact_person(right: Right, initiative: Initiative, wilma: User) -> None:
    give_helper(initiative, wilma, right=right)
    assign_role(user=wilma, role=Role.CIVIL_SERVANT, wijk=None, starts_on=SINCE, actor=None)

    with pytest.raises(Refused):
        claim_case(case=CaseFile.objects.get(), actor=User.objects.get(pk=wilma.pk))


@pytest.mark.parametrize(("right", "sees"), [(Right.OWNER, 200), (Right.IN_NAME, 200), (Right.WRITER, 404)])
def test_who_speaks_for_the_owner_sees_the_contact_with_the_gemeente(
    right: Right, sees: int, initiative: Initiative, wilma: User, client_for: Callable
) -> None:
    give_helper(initiative, wilma, right=right)

    assert client_for(wilma).get(initiative.case.get_absolute_url()).status_code == sees


# --- Names ------------------------------------------------------------------------------------------------------------
def test_each_chooses_her_own_name_here_and_only_here(initiative: Initiative, fatima: User, wilma: User) -> None:
    give_helper(initiative, wilma, right=Right.OWNER)

    choose_name(initiative=initiative, actor=fatima, name="Faat")
    choose_name(initiative=initiative, actor=wilma, name=" Wil ")
    name_organisation(initiative=initiative, actor=wilma, organisation="Vereniging Tuindorp")

    assert by_line(reread()) == "van Faat en Wil, voor Vereniging Tuindorp"
    assert (fatima.profile.public_name, wilma.profile.public_name) == ("Fatima", "Wilma")


def test_empty_name_is_the_usual_one(initiative: Initiative, fatima: User) -> None:
    choose_name(initiative=initiative, actor=fatima, name="Faat")

    choose_name(initiative=initiative, actor=fatima, name="")

    assert (reread().shown_names, reread().owner_name) == ({}, "Fatima")


def test_name_stays_with_what_she_did_after_she_stopped(initiative: Initiative, wilma: User) -> None:
    helper = give_helper(initiative, wilma, right=Right.WRITER)
    choose_name(initiative=initiative, actor=wilma, name="Wil")
    tell_news(initiative=initiative, actor=wilma, title="Water", text="Er is water.")

    end_helper(helper=helper, actor=wilma)

    assert Update.objects.get().author_name == "Wil"


def test_child_has_one_name(initiative: Initiative, fatima: User) -> None:
    choose_name(initiative=initiative, actor=fatima, name="Faat")
    Profile.objects.filter(user=fatima).update(age_group=AgeGroup.YOUNG)

    with pytest.raises(Refused):
        choose_name(initiative=initiative, actor=User.objects.get(pk=fatima.pk), name="F")

    assert reread().owner_name == "een jonge inwoner"


def test_silent_account_chooses_a_name_only_where_nobody_reads_it(
    initiative: Initiative, fatima: User, mona: User
) -> None:
    concept = InitiativeFactory(owner=fatima)
    pause_account(person=fatima, actor=mona, days=7, reason="Reclame.")

    with pytest.raises(Refused, match="niets plaatsen"):
        choose_name(initiative=initiative, actor=fatima, name="Koop nu")
    choose_name(initiative=concept, actor=fatima, name="Faat")

    names = [Initiative.objects.get(pk=row.pk).shown_names for row in (initiative, concept)]
    assert names == [{}, {str(fatima.pk): "Faat"}]
    assert not Entry.objects.filter(verb="name_chosen").exists()


def test_organisation_is_found_and_never_written_over_unseen(initiative: Initiative, fatima: User) -> None:
    based_on = seen(initiative, ("organisation",))
    told = {"initiative": initiative, "actor": fatima, "based_on": based_on}
    name_organisation(**told, organisation="Vereniging Tuindorp")

    with pytest.raises(Stale):
        name_organisation(**told, organisation="De Hoven")

    initiative.subject.refresh_from_db()
    assert "Vereniging Tuindorp" in initiative.subject.search_text


@pytest.mark.parametrize(
    ("names", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")]
)
def test_names_as_a_sentence_has_them(names: list[str], text: str) -> None:
    assert listed(names) == text
