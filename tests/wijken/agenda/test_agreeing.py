"""Finding out together, and setting an opgave with at least two parties."""

import uuid

import pytest
from django.db import IntegrityError, transaction

from gemeente.activity.models import Entry, Notice
from gemeente.lib.errors import Refused, Stale
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.conftest import person
from tests.factories.agenda import WORDS, fresh, mandated, organisation, signalled, two_parties, worded
from tests.factories.teams import in_team
from wijken.agenda.actions.agreeing import drop_party, name_party, sign_text, write_text
from wijken.agenda.actions.exploring import contribute, shift_contribution, sum_up, take_back
from wijken.agenda.actions.offering import offer_to_opgave, withdraw_offer
from wijken.agenda.actions.opgaven import move_opgave
from wijken.agenda.enums import ContributionKind, OpgaveState, PartyKind
from wijken.agenda.models import Contribution, Opgave, Party, Signature

KIND = ContributionKind


# --- Finding out ------------------------------------------------------------------------------------------------------
def test_first_contribution_begins_the_finding_out(opgave: Opgave, bram: User) -> None:
    key = uuid.uuid4()
    told = {"opgave": opgave, "actor": bram, "kind": KIND.CAUSE, "text": "De straat is te recht."}

    made = {contribute(**told, submission_key=key).pk for _ in range(2)}

    assert len(made) == 1
    opgave = fresh(opgave)
    assert (opgave.state, opgave.contribution_count) == (OpgaveState.EXPLORED, 1)
    assert opgave.subject.follows.filter(user=bram).exists()


def test_contribution_says_something_and_a_source_has_a_link(opgave: Opgave, bram: User) -> None:
    for kind, text in ((KIND.CAUSE, " "), (KIND.SOURCE, "Het CBS")):
        with pytest.raises(Refused):
            contribute(opgave=opgave, actor=bram, kind=kind, text=text)


def test_author_takes_a_contribution_away(opgave: Opgave, bram: User, fatima: User) -> None:
    made = contribute(opgave=opgave, actor=bram, kind=KIND.KNOWN, text="Er is een drempel.", url="https://x.example/")
    with pytest.raises(Refused):
        take_back(contribution=made, actor=fatima)

    take_back(contribution=made, actor=bram)
    take_back(contribution=made, actor=bram)

    made.refresh_from_db()
    assert (made.text, made.url, fresh(opgave).contribution_count) == ("", "", 0)


def test_member_orders_and_sums_up(opgave: Opgave, bram: User, wilma: User) -> None:
    rows = [contribute(opgave=opgave, actor=bram, kind=KIND.KNOWN, text=f"Iets {n}") for n in range(3)]
    with pytest.raises(Refused):
        shift_contribution(contribution=rows[0], actor=bram, is_up=False)

    moved = [shift_contribution(contribution=rows[n], actor=wilma, is_up=up) for n, up in ((0, False), (2, False))]

    assert moved == [True, False]
    in_order = Contribution.objects.order_by("position").values_list("pk", flat=True)
    assert list(in_order) == [rows[1].pk, rows[0].pk, rows[2].pk]
    told = {"opgave": opgave, "actor": wilma, "kind": KIND.KNOWN, "text": "Drie dingen."}
    assert sum_up(**told, based_on=0) == sum_up(**told, based_on=1)
    with pytest.raises(Stale):
        sum_up(**told, based_on=0)
    with pytest.raises(Refused):
        sum_up(**told | {"actor": bram}, based_on=1)


# --- The text ---------------------------------------------------------------------------------------------------------
def test_text_has_versions_and_the_same_words_make_none(opgave: Opgave, wilma: User, fatima: User) -> None:
    told = {"opgave": opgave, "actor": wilma} | WORDS
    first = write_text(**told, based_on=0)

    assert write_text(**told, based_on=1) == first
    with pytest.raises(Stale):
        write_text(**told | {"outcome": "Anders."}, based_on=0)
    with pytest.raises(Refused):
        write_text(**told | {"outcome": " "}, based_on=1)
    with pytest.raises(Refused):
        write_text(**told | {"actor": fatima}, based_on=1)
    assert write_text(**told | {"outcome": "Anders."}, based_on=1).number == 2


def test_opgave_is_set_without_a_civil_servant(opgave: Opgave, willem: User, petra: User) -> None:
    mandated(petra)
    worded(opgave, willem)
    wop, welfare = two_parties(opgave, willem)

    sign_text(party=wop, actor=willem, number=1)
    assert fresh(opgave).state == OpgaveState.SIGNALLED
    sign_text(party=welfare, actor=petra, number=1)
    sign_text(party=welfare, actor=petra, number=1)

    opgave = fresh(opgave)
    assert (opgave.state, bool(opgave.agreed_at), Signature.objects.count()) == (OpgaveState.AGREED, True, 2)
    assert Entry.objects.filter(verb="opgave_agreed", visibility="public").count() == 1
    templates = Notice.objects.filter(recipient=petra).values_list("template", flat=True)
    assert "opgave_to_sign" in templates
    assert Notice.objects.filter(recipient=opgave.raised_by, template="opgave_agreed").exists()


def test_later_text_reopens_the_signatures_and_tells_the_signers(opgave: Opgave, willem: User, petra: User) -> None:
    mandated(petra)
    worded(opgave, willem)
    wop, welfare = two_parties(opgave, willem)
    for party, actor in ((wop, willem), (welfare, petra)):
        sign_text(party=party, actor=actor, number=1)
    Notice.objects.all().delete()

    opgave = worded(opgave, willem, outcome="Elk kind fietst zelf naar school.")

    assert (opgave.state, opgave.agreed_at, opgave.text_count) == (OpgaveState.EXPLORED, None, 2)
    assert Signature.objects.count() == 2
    assert Notice.objects.get(recipient=petra).template == "opgave_to_sign"
    with pytest.raises(Stale):
        sign_text(party=welfare, actor=petra, number=1)
    for party, actor in ((wop, willem), (welfare, petra)):
        sign_text(party=party, actor=actor, number=2)
    assert fresh(opgave).state == OpgaveState.AGREED


def test_new_text_while_people_work_leaves_them_at_work(opgave: Opgave, willem: User, petra: User) -> None:
    mandated(petra)
    worded(opgave, willem)
    for party, actor in zip(two_parties(opgave, willem), (willem, petra), strict=True):
        sign_text(party=party, actor=actor, number=1)
    move_opgave(opgave=opgave, actor=willem, name="begin")

    opgave = worded(opgave, willem, outcome="Anders.")
    assert (opgave.state, opgave.agreed_at) == (OpgaveState.REALISING, None)
    for party, actor in zip(Party.objects.order_by("pk"), (willem, petra), strict=True):
        sign_text(party=party, actor=actor, number=2)

    assert (fresh(opgave).state, bool(fresh(opgave).agreed_at)) == (OpgaveState.REALISING, True)


@pytest.mark.parametrize("who", ["fatima", "wilma", "noor", "mona", "bram", "petra"])
def test_only_the_board_signs_for_the_wop(who: str, cast: dict[str, User], opgave: Opgave) -> None:
    worded(opgave, cast["willem"])
    wop, _other = two_parties(opgave, cast["willem"])

    with pytest.raises(Refused):
        sign_text(party=wop, actor=cast[who], number=1)


def test_board_of_another_wijk_does_nothing_here(opgave: Opgave, schollevaar: Wijk, willem: User) -> None:
    omar = in_team("omar", schollevaar)
    in_team(omar, schollevaar, function="chair")
    worded(opgave, willem)
    wop, _other = two_parties(opgave, willem)
    for act in (
        lambda: sign_text(party=wop, actor=omar, number=1),
        lambda: worded(opgave, omar),
        lambda: drop_party(party=wop, actor=omar),
        lambda: name_party(opgave=opgave, actor=omar, kind=PartyKind.WOP),
        lambda: sum_up(opgave=opgave, actor=omar, kind=KIND.KNOWN, text="Ik.", based_on=0),
        lambda: move_opgave(opgave=opgave, actor=omar, name="drop", text="Nee."),
    ):
        with pytest.raises(Refused):
            act()


def test_residents_sign_through_one_who_was_heard(opgave: Opgave, willem: User, bram: User, noor: User) -> None:
    contribute(opgave=opgave, actor=noor, kind=KIND.KNOWN, text="De gemeente telt auto's.")
    worded(opgave, willem)
    group = {"opgave": opgave, "actor": willem, "kind": PartyKind.RESIDENTS, "name": "Ouders van de Klim"}
    for stranger in (bram, noor, None):
        with pytest.raises(Refused):
            name_party(**group, person=stranger)
    with pytest.raises(Refused):
        name_party(**group | {"name": " "}, person=opgave.raised_by)
    party = name_party(**group, person=opgave.raised_by)
    wop = name_party(opgave=opgave, actor=willem, kind=PartyKind.WOP)

    sign_text(party=party, actor=opgave.raised_by, number=1)
    sign_text(party=wop, actor=willem, number=1)

    assert fresh(opgave).state == OpgaveState.AGREED


def test_one_person_signs_for_one_party(opgave: Opgave, willem: User) -> None:
    mandated(willem)
    worded(opgave, willem)
    wop, club = two_parties(opgave, willem)
    sign_text(party=wop, actor=willem, number=1)

    with pytest.raises(Refused, match="andere partij"):
        sign_text(party=club, actor=willem, number=1)


def test_party_that_is_dropped_no_longer_counts(opgave: Opgave, willem: User, petra: User) -> None:
    mandated(petra)
    worded(opgave, willem)
    wop, welfare = two_parties(opgave, willem)
    school = name_party(opgave=opgave, actor=willem, kind=PartyKind.ORGANISATION, organisation=organisation("De Klim"))
    with pytest.raises(Refused):
        name_party(opgave=opgave, actor=willem, kind=PartyKind.WOP)
    with pytest.raises(Refused):
        name_party(opgave=opgave, actor=willem, kind=PartyKind.ORGANISATION)
    sign_text(party=wop, actor=willem, number=1)
    sign_text(party=welfare, actor=petra, number=1)
    with pytest.raises(Refused):
        drop_party(party=wop, actor=willem)

    drop_party(party=school, actor=willem)
    drop_party(party=school, actor=willem)

    assert fresh(opgave).state == OpgaveState.AGREED
    for act in (
        lambda: drop_party(party=welfare, actor=willem),
        lambda: name_party(opgave=opgave, actor=willem, kind=PartyKind.ORGANISATION, organisation=organisation("X")),
    ):
        with pytest.raises(Refused):
            act()


def test_mandate_that_ended_signs_nothing(opgave: Opgave, willem: User, petra: User) -> None:
    worded(opgave, willem)
    _wop, welfare = two_parties(opgave, willem)

    with pytest.raises(Refused):
        sign_text(party=welfare, actor=petra, number=1)


def test_database_refuses_half_a_party(opgave: Opgave, willem: User) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Party.objects.create(opgave=opgave, kind=PartyKind.ORGANISATION, named_by=willem)


# --- What organisations put in ----------------------------------------------------------------------------------------
def test_offer_is_made_and_taken_back(opgave: Opgave, petra: User, fatima: User) -> None:
    row = organisation()
    with pytest.raises(Refused):
        offer_to_opgave(opgave=opgave, actor=petra, organisation=row, what="Een zaal")
    mandated(petra, row)
    key = uuid.uuid4()
    told = {"opgave": opgave, "actor": petra, "organisation": row}
    made, again = (offer_to_opgave(**told, what="Een zaal", submission_key=key) for _ in range(2))
    assert made == again
    for wrong in ({"what": " "}, {"what": "Geld", "organisation": organisation("Een ander")}):
        with pytest.raises(Refused):
            offer_to_opgave(**told | wrong)
    with pytest.raises(Refused):
        withdraw_offer(offer=made, actor=fatima)

    withdraw_offer(offer=made, actor=petra)
    withdraw_offer(offer=made, actor=petra)

    assert opgave.offers.filter(withdrawn_at=None).count() == 0


def test_hidden_opgave_takes_nothing(opgave: Opgave, oostgaarde: Wijk) -> None:
    nora = person("nora", oostgaarde)
    other = signalled(oostgaarde, nora, "Iets anders")
    other.subject.is_public, other.subject.hidden_at = False, other.created_at
    other.subject.save(update_fields=["is_public", "hidden_at"])

    with pytest.raises(Refused):
        contribute(opgave=other, actor=nora, kind=KIND.KNOWN, text="Ik weet iets.")
