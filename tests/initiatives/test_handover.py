"""Handing over: offered by the owner, and nothing changes until the other says yes."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, transaction

from gemeente.accounts.actions import assign_role
from gemeente.accounts.enums import AgeGroup, Role
from gemeente.accounts.models import Profile
from gemeente.activity.models import Entry, Notice
from gemeente.cases.models import CasePerson
from gemeente.lib.errors import Refused, Stale
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.handover import accept_offer, decline_offer, offer_initiative, take_offer_back
from initiatives.actions.joining import participate
from initiatives.actions.naming import choose_name
from initiatives.actions.rights import end_helper
from initiatives.enums import ParticipationKind, Right
from initiatives.models import Helper, Initiative, Offer
from initiatives.names import by_line
from tests.conftest import CAST, SINCE, undone
from tests.factories.initiatives import InitiativeFactory, published
from tests.factories.outdoors import give_helper


@pytest.fixture
def initiative(fatima: User, bram: User, oostgaarde: Wijk, reference: None) -> Initiative:
    """Of Fatima; Bram joins in and follows."""
    initiative = published(owner=fatima, wijk=oostgaarde, title="Moestuin achter de Hoven")
    participate(initiative=initiative, actor=bram, kind=ParticipationKind.JOIN)
    return initiative


@pytest.fixture
def offer(initiative: Initiative, wilma: User) -> Offer:
    """To Wilma, who writes along; Fatima stays."""
    helper = give_helper(initiative, wilma, right=Right.WRITER)
    return offer_initiative(initiative=initiative, actor=initiative.owner, helper=helper, stays_on=True)


def parts() -> set[tuple[str, str]]:
    return {(row.user.first_name, row.part) for row in CasePerson.objects.select_related("user")}


def told(who: User, template: str) -> int:
    return Notice.objects.filter(recipient=who, template=template).count()


def row() -> Initiative:
    return Initiative.objects.with_helpers().select_related("owner__profile").get()


def test_nothing_changes_until_she_says_yes(offer: Offer, fatima: User, wilma: User) -> None:
    assert (row().owner, row().rights, told(wilma, "initiative_offered")) == (fatima, {wilma.pk: Right.WRITER}, 1)


def test_she_becomes_the_owner_and_the_old_one_a_co_owner(offer: Offer, fatima: User, wilma: User, bram: User) -> None:
    choose_name(initiative=row(), actor=fatima, name="Faat")

    accept_offer(offer=offer, actor=wilma)

    assert (row().owner, row().rights) == (wilma, {fatima.pk: Right.OWNER})
    assert parts() == {("Wilma", "owner"), ("Fatima", "co_owner")}
    assert by_line(row()) == "van Wilma en Faat"
    assert [told(who, "initiative_taken_over") for who in (fatima, bram, wilma)] == [1, 1, 0]
    assert Entry.objects.filter(verb="taken_over", actor=wilma, visibility="public").exists()


def test_old_owner_who_does_not_stay_has_no_right(initiative: Initiative, fatima: User, wilma: User) -> None:
    helper = give_helper(initiative, wilma, right=Right.OWNER)
    offer = offer_initiative(initiative=initiative, actor=fatima, helper=helper, stays_on=False)

    accept_offer(offer=offer, actor=wilma)

    assert (row().owner, row().rights, parts()) == (wilma, {}, {("Wilma", "owner")})
    assert told(fatima, "initiative_taken_over") == 1


def test_saying_no_changes_nothing_and_is_told(offer: Offer, fatima: User, wilma: User) -> None:
    decline_offer(offer=offer, actor=wilma)

    assert (row().owner, told(fatima, "offer_declined")) == (fatima, 1)
    with pytest.raises(Stale):
        accept_offer(offer=offer, actor=wilma)


def test_owner_takes_it_back(offer: Offer, fatima: User, wilma: User) -> None:
    take_offer_back(offer=offer, actor=fatima)

    with pytest.raises(Stale):
        accept_offer(offer=offer, actor=wilma)
    with pytest.raises(Stale):
        take_offer_back(offer=offer, actor=fatima)
    assert row().owner == fatima


def test_same_offer_twice_is_one_and_another_waits(offer: Offer, initiative: Initiative, petra: User) -> None:
    told_again = {"initiative": initiative, "actor": initiative.owner, "stays_on": True}
    other = give_helper(initiative, petra, right=Right.READER)

    assert offer_initiative(**told_again, helper=offer.helper) == offer
    with pytest.raises(Refused):
        offer_initiative(**told_again, helper=other)


def test_offer_ends_with_the_right(offer: Offer, wilma: User) -> None:
    end_helper(helper=offer.helper, actor=wilma)

    with pytest.raises(Stale):
        accept_offer(offer=offer, actor=wilma)


@pytest.mark.parametrize("who", [who for who in CAST if who != "wilma"])
def test_nobody_else_answers(who: str, offer: Offer, cast: dict[str, User]) -> None:
    for answer in (accept_offer, decline_offer):
        with pytest.raises(Refused):
            answer(offer=offer, actor=cast[who])


@pytest.mark.parametrize("who", [who for who in CAST if who != "fatima"])
def test_nobody_else_offers_or_takes_back(
    who: str, offer: Offer, initiative: Initiative, cast: dict[str, User]
) -> None:
    with pytest.raises(Refused):
        take_offer_back(offer=offer, actor=cast[who])
    with pytest.raises(Refused):
        offer_initiative(initiative=initiative, actor=cast[who], helper=offer.helper, stays_on=False)


def test_who_became_a_contact_person_cannot_take_it_over(offer: Offer, wilma: User) -> None:
    assign_role(user=wilma, role=Role.CIVIL_SERVANT, wijk=None, starts_on=SINCE, actor=None)

    with pytest.raises(Refused):
        accept_offer(offer=offer, actor=User.objects.get(pk=wilma.pk))


def test_child_cannot_take_it_over_before_a_parent_said_yes(offer: Offer, wilma: User) -> None:
    Profile.objects.filter(user=wilma).update(age_group=AgeGroup.YOUNG)

    with pytest.raises(Refused):
        accept_offer(offer=offer, actor=wilma)


def stop(helper: Helper) -> None:
    end_helper(helper=helper, actor=helper.user)


def be_young(helper: Helper) -> None:
    Profile.objects.filter(user=helper.user).update(age_group=AgeGroup.YOUNG)


def work_there(helper: Helper) -> None:
    assign_role(user=helper.user, role=Role.CIVIL_SERVANT, wijk=None, starts_on=SINCE, actor=None)


@pytest.mark.parametrize(
    ("become", "why"),
    [(stop, "doet hier niet meer mee"), (be_young, "zegt eerst ja"), (work_there, "werkt bij de gemeente")],
)
def test_nobody_is_offered_what_she_cannot_take(
    become: Callable[[Helper], None], why: str, initiative: Initiative, fatima: User, wilma: User
) -> None:
    helper = give_helper(initiative, wilma)
    asked = {"initiative": initiative, "actor": fatima, "helper": helper, "stays_on": True}
    with undone():
        assert offer_initiative(**asked).helper == helper
    become(helper)

    with pytest.raises(Refused, match=why):
        offer_initiative(**asked)

    assert (Offer.objects.count(), told(wilma, "initiative_offered")) == (0, 0)


def test_concept_is_not_offered(fatima: User, wilma: User, reference: None) -> None:
    concept = InitiativeFactory(owner=fatima)
    helper = give_helper(concept, wilma)

    with pytest.raises(Refused):
        offer_initiative(initiative=concept, actor=fatima, helper=helper, stays_on=True)


def test_database_holds_one_offer_at_a_time(offer: Offer) -> None:
    with pytest.raises(DatabaseError, match="offer_one_at_a_time"), transaction.atomic():
        Offer.objects.create(
            initiative=offer.initiative, helper=offer.helper, offered_by=offer.offered_by, stays_on=False
        )

    assert Helper.objects.count() == 1
