"""The helper acts in the owner's name, shown as such, and never is her contact person."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone

from gemeente.activity.models import Entry, Follow, Notice
from gemeente.cases.actions import claim_case
from gemeente.cases.enums import CasePart, CaseState
from gemeente.cases.models import CaseFile, CasePerson
from gemeente.lib.errors import Refused
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.joining import participate
from initiatives.actions.moving import move_initiative
from initiatives.actions.news import tell_news
from initiatives.actions.publishing import publish_initiative
from initiatives.actions.rights import accept_helper, decline_helper, end_helper, name_helper
from initiatives.actions.writing import revise_contact, revise_share
from initiatives.enums import ParticipationKind
from initiatives.models import Helper, Initiative
from initiatives.workflow import TRANSITIONS
from tests.conftest import CAST
from tests.factories.initiatives import InitiativeFactory, published
from tests.factories.outdoors import complete, give_helper, online
from tests.pages import soup

BEGIN = next(t for t in TRANSITIONS if (t.source, t.name) == ("published", "begin"))


@pytest.fixture
def initiative(fatima: User, oostgaarde: Wijk, reference: None) -> Initiative:
    return published(owner=fatima, wijk=oostgaarde, title="Moestuin achter de Hoven")


def parts(initiative: Initiative) -> set[tuple[str, str]]:
    rows = CasePerson.objects.filter(case=initiative.case_id).select_related("user")
    return {(row.user.first_name, row.part) for row in rows}


def ask(initiative: Initiative, email: str = "wilma@voorbeeld.example") -> Helper:
    return name_helper(initiative=initiative, actor=initiative.owner, name="Wilma", email=email)


# --- Naming and accepting ---------------------------------------------------------------------------------------------
def test_owner_names_and_helper_accepts(
    initiative: Initiative, wilma: User, run_jobs: Callable[[], int], mailoutbox: list
) -> None:
    helper = ask(initiative)
    run_jobs()

    accept_helper(helper=helper)

    assert "wilma@voorbeeld.example" in {mail.to[0] for mail in mailoutbox}
    assert parts(initiative) == {("Fatima", CasePart.OWNER), ("Wilma", CasePart.HELPER)}
    assert Initiative.objects.get().has_helpers
    assert Notice.objects.filter(recipient=initiative.owner, template="helper_accepted").exists()


def test_unknown_address_gets_an_account_by_saying_yes(initiative: Initiative) -> None:
    helper = accept_helper(helper=ask(initiative, "nieuw@voorbeeld.example"))

    assert (helper.user.email, helper.user.name, helper.email) == ("nieuw@voorbeeld.example", "Wilma", "")


def test_link_counts_once(initiative: Initiative, wilma: User) -> None:
    helper = ask(initiative)
    accept_helper(helper=helper)

    with pytest.raises(Refused):
        accept_helper(helper=helper)


def test_who_helps_already_is_not_asked_nor_counted_twice(initiative: Initiative, wilma: User) -> None:
    asked = ask(initiative)
    give_helper(initiative, wilma)

    with pytest.raises(Refused, match="Deze persoon helpt al"):
        ask(initiative)
    with pytest.raises(Refused, match="Je helpt hier al"):
        accept_helper(helper=asked)

    assert [row.pk for row in Helper.objects.filter(accepted_at=None)] == [asked.pk]
    assert not Notice.objects.filter(template="helper_accepted").exists()


def test_helper_of_a_concept_has_nothing_to_follow_yet(fatima: User, wilma: User, reference: None) -> None:
    concept = InitiativeFactory(owner=fatima)

    helper = accept_helper(helper=ask(concept))

    assert (helper.user, Follow.objects.count()) == (wilma, 0)
    assert Notice.objects.get(template="helper_accepted").recipient == fatima


def test_no_forgets_the_address(initiative: Initiative) -> None:
    helper = ask(initiative, "nieuw@voorbeeld.example")

    decline_helper(helper=helper)

    helper.refresh_from_db()
    assert (helper.email, helper.name, helper.ended_at is None) == ("", "", False)
    with pytest.raises(Refused):
        accept_helper(helper=helper)


@pytest.mark.parametrize("who", [who for who in CAST if who != "fatima"])
def test_nobody_else_names_a_helper(who: str, initiative: Initiative, cast: dict[str, User]) -> None:
    with pytest.raises(Refused):
        name_helper(initiative=initiative, actor=cast[who], name="Ik", email="ik@voorbeeld.example")


@pytest.mark.parametrize("who", ["fatima", "noor", "thea"])
def test_owner_and_who_may_be_a_contact_person_cannot_help(
    who: str, initiative: Initiative, cast: dict[str, User]
) -> None:
    with pytest.raises(Refused):
        ask(initiative, cast[who].email)

    assert ask(initiative, cast["bas"].email).email == cast["bas"].email


def test_who_became_a_contact_person_cannot_accept(initiative: Initiative, noor: User) -> None:
    helper = Helper.objects.create(initiative=initiative, email=noor.email, named_by=initiative.owner)

    with pytest.raises(Refused):
        accept_helper(helper=helper)


# --- Under raw SQL ----------------------------------------------------------------------------------------------------
def test_database_refuses_the_contact_person_as_helper(initiative: Initiative, noor: User) -> None:
    claim_case(case=initiative.case, actor=noor)

    with pytest.raises(DatabaseError, match="never helps"), transaction.atomic():
        give_helper(initiative, noor)


def test_database_refuses_a_helper_as_contact_person(initiative: Initiative, noor: User) -> None:
    give_helper(initiative, noor)

    with pytest.raises(DatabaseError, match="contact"), transaction.atomic():
        CaseFile.objects.filter(pk=initiative.case_id).update(
            contact=noor, state=CaseState.CLAIMED, claimed_at=timezone.now()
        )

    assert CaseFile.objects.get().contact is None


def test_database_refuses_a_helper_as_contact_person_by_her_right_alone(initiative: Initiative, noor: User) -> None:
    give_helper(initiative, noor)
    CasePerson.objects.filter(case=initiative.case_id, user=noor).delete()

    with pytest.raises(DatabaseError, match="who helps an owner"), transaction.atomic():
        CaseFile.objects.filter(pk=initiative.case_id).update(
            contact=noor, state=CaseState.CLAIMED, claimed_at=timezone.now()
        )


def test_database_refuses_the_case_of_her_helper(initiative: Initiative, noor: User, bram: User) -> None:
    other = published(owner=bram).case
    claim_case(case=other, actor=noor)
    give_helper(initiative, noor)

    with pytest.raises(DatabaseError, match="who helps an owner"), transaction.atomic():
        Initiative.objects.filter(pk=initiative.pk).update(case=other)


def test_database_refuses_to_wake_up_a_helper_who_is_contact(initiative: Initiative, noor: User) -> None:
    helper = give_helper(initiative, noor)
    end_helper(helper=helper, actor=noor)
    claim_case(case=initiative.case, actor=noor)

    with pytest.raises(DatabaseError, match="never helps"), transaction.atomic():
        Helper.objects.filter(pk=helper.pk).update(ended_at=None)


def test_one_person_helps_once(initiative: Initiative, wilma: User) -> None:
    give_helper(initiative, wilma)

    with pytest.raises(DatabaseError), transaction.atomic():
        give_helper(initiative, wilma)


# --- In her name ------------------------------------------------------------------------------------------------------
def test_helper_acts_in_her_name_and_it_shows(initiative: Initiative, wilma: User, client: Client) -> None:
    give_helper(initiative, wilma)

    move_initiative(initiative=initiative, actor=wilma, transition=BEGIN)
    tell_news(initiative=initiative, actor=wilma, title="De grond is klaar", text="We beginnen.")
    revise_share(initiative=initiative, actor=wilma, own_share="Wij spitten samen.", needs="")

    page = soup(client.get(initiative.get_absolute_url()))
    timeline = page.select_one("#gebeurd").find_parent("section").get_text(" ", strip=True)
    assert "Wilma, namens Fatima, zette een stap: In uitvoering" in timeline
    assert "Wilma, namens Fatima" in page.select_one("#nieuws").find_parent("section").get_text(" ", strip=True)
    assert "met hulp van Wilma" in page.get_text(" ", strip=True)
    assert {entry.person for entry in Entry.objects.filter(actor=wilma, verb="initiative_moved")} == {initiative.owner}


def test_what_the_owner_does_herself_names_nobody_else(initiative: Initiative, client: Client) -> None:
    tell_news(initiative=initiative, actor=initiative.owner, title="De grond is klaar", text="We beginnen.")

    assert "namens" not in client.get(initiative.get_absolute_url()).content.decode()


def test_helper_does_not_do_what_is_the_owners_own(fatima: User, wilma: User, oostgaarde: Wijk) -> None:
    concept = InitiativeFactory(owner=fatima, wijk=oostgaarde)
    give_helper(concept, wilma)

    for act in (
        lambda: publish_initiative(initiative=concept, actor=wilma),
        lambda: name_helper(initiative=concept, actor=wilma, name="Ik", email="ik@voorbeeld.example"),
        lambda: revise_contact(
            initiative=concept, actor=wilma, contact_way="phone", day_part="any", phone="1", visit_address=""
        ),
    ):
        with pytest.raises(Refused):
            act()


def test_helper_hears_who_joins_in(initiative: Initiative, wilma: User, bram: User) -> None:
    give_helper(initiative, wilma)

    participate(initiative=initiative, actor=bram, kind=ParticipationKind.JOIN, message="Ik heb een schop.")

    told = Notice.objects.filter(template="initiative_joined").values_list("recipient", flat=True)
    assert set(told) == {initiative.owner_id, wilma.pk}


# --- The end ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("who", ["fatima", "wilma"])
def test_owner_and_helper_end_it_at_any_time(who: str, initiative: Initiative, cast: dict[str, User]) -> None:
    helper = give_helper(initiative, cast["wilma"])

    for _ in range(2):
        end_helper(helper=helper, actor=cast[who])

    assert Entry.objects.filter(verb="helper_ended").count() == 1
    assert parts(initiative) == {("Fatima", CasePart.OWNER)}
    assert not Initiative.objects.get().has_helpers
    with pytest.raises(Refused):
        move_initiative(initiative=initiative, actor=cast["wilma"], transition=BEGIN)


@pytest.mark.parametrize("who", ["bram", "noor", "thea", "mona", "bas", "willem"])
def test_nobody_else_ends_it(who: str, initiative: Initiative, cast: dict[str, User]) -> None:
    helper = give_helper(initiative, cast["wilma"])

    with pytest.raises(Refused):
        end_helper(helper=helper, actor=cast[who])


@pytest.mark.parametrize("who", ["bas", "noor"])
def test_noter_and_contact_end_it_for_an_owner_on_paper(
    who: str, oostgaarde: Wijk, cast: dict[str, User], reference: None
) -> None:
    initiative = online(cast["bas"], oostgaarde)
    helper = give_helper(initiative, cast["wilma"])
    claim_case(case=initiative.case, actor=cast["noor"])

    end_helper(helper=helper, actor=cast[who])

    assert not Initiative.objects.get().has_helpers


def test_helper_of_a_plan_on_paper_is_mailed_once_it_is_online(
    bas: User, oostgaarde: Wijk, reference: None, run_jobs: Callable[[], int], mailoutbox: list
) -> None:
    from django.utils import timezone

    from initiatives.actions.outdoors import publish_for_owner, record_card
    from tests.factories.photos import a_photo

    note = complete(bas, oostgaarde)
    name_helper(initiative=note, actor=bas, name="Wies", email="wies@voorbeeld.example")
    run_jobs()
    before = len(mailoutbox)
    yes = record_card(initiative=note, actor=bas, photo=a_photo(), given_on=timezone.localdate())

    publish_for_owner(initiative=note, actor=bas, consent=yes)
    run_jobs()

    assert before == 0
    assert "wies@voorbeeld.example" in {mail.to[0] for mail in mailoutbox}
