"""Offering help, taking it back, thanking, and counting what came."""

import pytest
from django.db.models import Sum
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gemeente.activity.models import Follow, Notice
from gemeente.lib.errors import Refused
from gemeente.moderation.actions.blocking import block_person, pause_account
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.joining import confirm_participation, participate, request_participation, withdraw
from initiatives.actions.needing import close_need, state_need
from initiatives.actions.pledging import count_delivered, offer_help, thank_helper, withdraw_help
from initiatives.amounts import MOST_AMOUNT
from initiatives.enums import NeedKind, ParticipationKind, Stage
from initiatives.models import Initiative, Need, Participation, Pledge
from initiatives.personal_data import erase_initiatives, export_initiatives, move_initiatives
from tests.factories.initiatives import InitiativeFactory, published
from tests.factories.users import UserFactory

JOIN = ParticipationKind.JOIN


@pytest.fixture
def initiative(fatima: User, oostgaarde: Wijk) -> Initiative:
    return published(owner=fatima, wijk=oostgaarde)


@pytest.fixture
def hands(initiative: Initiative, fatima: User) -> Need:
    return state_need(initiative=initiative, actor=fatima, kind=NeedKind.HANDS, title="Handen op zaterdag", amount=5)


def state(initiative: Initiative, kind: NeedKind, amount: int = 9, title: str = "Nog iets") -> Need:
    """One need more."""
    return state_need(initiative=initiative, actor=initiative.owner, kind=kind, title=title, amount=amount)


def given_to(initiative: Initiative) -> tuple[int, int, int]:
    """People, hours and goods of neighbours, as it is kept."""
    initiative.refresh_from_db()
    return initiative.given_people, initiative.given_hours, initiative.given_goods


def test_offer_counts_joins_follows_and_tells_the_owner_once(
    initiative: Initiative, hands: Need, fatima: User, bram: User
) -> None:
    pledge = offer_help(initiative=initiative, actor=bram, need=hands, amount=2, message=" Vanaf tien uur. ")

    hands.refresh_from_db()
    initiative.refresh_from_db()
    assert (pledge.amount, pledge.message, hands.filled) == (2, "Vanaf tien uur.", 2)
    assert (initiative.join_count, initiative.needs_line) == (1, "3 handen")
    assert Follow.objects.filter(user=bram, subject=initiative.subject).exists()
    told = Notice.objects.filter(entry__actor=bram)
    assert [(one.recipient, one.template, one.path) for one in told] == [
        (fatima, "initiative_help_offered", initiative.participants_path)
    ]


def test_offers_of_one_person_are_one_join(initiative: Initiative, hands: Need, bram: User) -> None:
    participate(initiative=initiative, actor=bram, kind=JOIN, message="Ik doe mee.")
    offer_help(initiative=initiative, actor=bram, need=hands, amount=2)
    offer_help(initiative=initiative, actor=bram, message="Ik maak soep.")

    offer_help(initiative=initiative, actor=bram, need=hands, amount=3)

    hands.refresh_from_db()
    initiative.refresh_from_db()
    assert (initiative.join_count, hands.filled, Pledge.objects.count()) == (1, 3, 2)
    assert Participation.objects.get().message == "Ik doe mee."


def test_two_who_fill_the_last_both_count(initiative: Initiative, fatima: User, bram: User, willem: User) -> None:
    trailer = state(initiative, NeedKind.GOODS, amount=1, title="Een aanhanger")

    for neighbour in (bram, willem):
        offer_help(initiative=initiative, actor=neighbour, need=trailer)

    trailer.refresh_from_db()
    initiative.refresh_from_db()
    assert (trailer.filled, trailer.left, initiative.is_open_for_help) == (2, 0, False)


def test_offer_for_what_was_closed_meanwhile_is_of_something_else(
    initiative: Initiative, hands: Need, fatima: User, bram: User
) -> None:
    close_need(need=hands, actor=fatima)

    pledge = offer_help(initiative=initiative, actor=bram, need=hands, amount=2)

    assert (pledge.need, pledge.amount, pledge.message) == (None, 1, "Handen op zaterdag")


@pytest.mark.parametrize("amount", [0, -2, 6])
def test_offer_of_nonsense_is_refused(amount: int, initiative: Initiative, hands: Need, bram: User) -> None:
    with pytest.raises(Refused):
        offer_help(initiative=initiative, actor=bram, need=hands, amount=amount)

    assert (Pledge.objects.count(), Participation.objects.count()) == (0, 0)


@pytest.mark.parametrize("why", ["owner", "blocked", "paused", "hidden", "ended", "concept"])
def test_offer_is_refused(
    why: str, initiative: Initiative, hands: Need, cast: dict[str, User], oostgaarde: Wijk
) -> None:
    fatima, bram = cast["fatima"], cast["bram"]
    if why == "blocked":
        block_person(owner=fatima, label="Bram", user=bram)
    elif why == "paused":
        pause_account(person=bram, actor=cast["mona"], days=7, reason="Reclame.")
    elif why == "hidden":
        initiative.subject.is_public = False
        initiative.subject.save()
    elif why == "ended":
        Initiative.objects.filter(pk=initiative.pk).update(
            stage=Stage.STOPPED, outcome="Geen tijd.", is_open_for_help=False
        )
    elif why == "concept":
        initiative = InitiativeFactory(owner=fatima, wijk=oostgaarde)
    need = None if why == "concept" else hands

    with pytest.raises(Refused):
        offer_help(initiative=initiative, actor=fatima if why == "owner" else bram, need=need, message="Soep")

    assert Pledge.objects.count() == 0


def test_withdrawn_offer_counts_no_longer_and_is_silent(initiative: Initiative, hands: Need, bram: User) -> None:
    pledge = offer_help(initiative=initiative, actor=bram, need=hands, amount=2, message="Vanaf tien uur.")

    withdraw_help(pledge=pledge, actor=bram)
    withdraw_help(pledge=pledge, actor=bram)
    for answer in (
        lambda: thank_helper(pledge=pledge, actor=initiative.owner, word="Dank"),
        lambda: count_delivered(pledge=pledge, actor=initiative.owner, delivered=2),
    ):
        with pytest.raises(Refused, match="intussen ingetrokken"):
            answer()

    hands.refresh_from_db()
    pledge.refresh_from_db()
    initiative.refresh_from_db()
    assert (hands.filled, pledge.message, pledge.withdrawn_at is None) == (0, "", False)
    assert (pledge.thanked_at, pledge.delivered) == (None, None)
    assert (initiative.needs_line, initiative.join_count) == ("5 handen", 1)
    offer_help(initiative=initiative, actor=bram, need=hands)


def test_offer_is_taken_back_by_nobody_else(
    initiative: Initiative, hands: Need, fatima: User, bram: User, willem: User
) -> None:
    pledge = offer_help(initiative=initiative, actor=bram, need=hands)

    for somebody in (fatima, willem):
        with pytest.raises(Refused):
            withdraw_help(pledge=pledge, actor=somebody)

    withdraw_help(pledge=pledge, actor=bram)


def test_who_joins_in_no_longer_offers_nothing(initiative: Initiative, hands: Need, bram: User) -> None:
    offer_help(initiative=initiative, actor=bram, need=hands, amount=2)
    counted = offer_help(initiative=initiative, actor=bram, need=state(initiative, NeedKind.HOURS), amount=4)
    count_delivered(pledge=counted, actor=initiative.owner, delivered=4)

    withdraw(initiative=initiative, actor=bram, kind=JOIN)

    hands.refresh_from_db()
    assert (hands.filled, given_to(initiative)) == (0, (0, 4, 0))


# --- Without an account -----------------------------------------------------------------------------------------------
def test_link_in_the_mail_carries_need_and_amount(initiative: Initiative, hands: Need) -> None:
    told = {"email": "ineke@voorbeeld.example", "kind": JOIN, "name": "Ineke", "language": "nl"}
    asked = request_participation(initiative=initiative, need=hands, amount=2, message="Met schep.", **told)
    other = request_participation(initiative=initiative, amount=1, message="Ik maak soep.", **told)
    assert (asked.pk != other.pk, Need.objects.get().filled) == (True, 0)

    for request in (asked, other):
        confirm_participation(request=request)

    made = Pledge.objects.order_by("pk").values_list("need__title", "amount", "message")
    assert list(made) == [("Handen op zaterdag", 2, "Met schep."), (None, 1, "Ik maak soep.")]
    initiative.refresh_from_db()
    assert (Need.objects.get().filled, initiative.join_count) == (2, 1)


# --- Owners -----------------------------------------------------------------------------------------------------------
def test_thanks_are_for_her_alone_and_once(initiative: Initiative, hands: Need, fatima: User, bram: User) -> None:
    pledge = offer_help(initiative=initiative, actor=bram, need=hands)
    with pytest.raises(Refused, match="Schrijf een paar woorden"):
        thank_helper(pledge=pledge, actor=fatima, word=" ")
    assert Pledge.objects.get().thanked_at is None

    thank_helper(pledge=pledge, actor=fatima, word=" Dank je wel! ")

    notice = Notice.objects.get(template="initiative_thanked")
    assert (notice.recipient, notice.path) == (bram, f"/initiatieven/{initiative.slug}/mijn-hulp/")
    pledge.refresh_from_db()
    assert pledge.thanks == "Dank je wel!"
    with pytest.raises(Refused):
        thank_helper(pledge=pledge, actor=fatima, word="Nog eens")


@pytest.mark.parametrize("who", ["bram", "willem", "noor", "mona"])
def test_others_neither_thank_nor_count(who: str, initiative: Initiative, hands: Need, cast: dict[str, User]) -> None:
    pledge = offer_help(initiative=initiative, actor=cast["bram"], need=hands)

    with pytest.raises(Refused):
        thank_helper(pledge=pledge, actor=cast[who], word="Dank")
    with pytest.raises(Refused):
        count_delivered(pledge=pledge, actor=cast[who], delivered=1)


def test_what_was_counted_can_be_counted_again_and_not_taken_back(
    initiative: Initiative, hands: Need, fatima: User, bram: User
) -> None:
    pledge = offer_help(initiative=initiative, actor=bram, need=hands, amount=2)
    count_delivered(pledge=pledge, actor=fatima, delivered=3)
    for amount in (-1, MOST_AMOUNT + 1):
        with pytest.raises(Refused, match="van 0 of meer"):
            count_delivered(pledge=pledge, actor=fatima, delivered=amount)
    assert (given_to(initiative), Pledge.objects.get().delivered) == ((3, 0, 0), 3)

    with pytest.raises(Refused):
        withdraw_help(pledge=pledge, actor=bram)
    with pytest.raises(Refused):
        offer_help(initiative=initiative, actor=bram, need=hands, amount=1)
    count_delivered(pledge=pledge, actor=fatima, delivered=0)

    assert given_to(initiative) == (0, 0, 0)


def test_person_who_came_twice_counts_once(initiative: Initiative, hands: Need, fatima: User, bram: User) -> None:
    sunday = state(initiative, NeedKind.HANDS, title="Handen op zondag")
    for need, came in ((hands, 2), (sunday, 1)):
        pledge = offer_help(initiative=initiative, actor=bram, need=need, amount=2)
        count_delivered(pledge=pledge, actor=fatima, delivered=came)

    assert given_to(initiative) == (2, 0, 0)
    erase_initiatives(bram)
    count_delivered_again = offer_help(initiative=initiative, actor=UserFactory(), need=sunday)
    count_delivered(pledge=count_delivered_again, actor=fatima, delivered=1)

    assert given_to(initiative) == (3, 0, 0)


STEPS = st.tuples(st.integers(0, 3), st.integers(0, 2), st.sampled_from(["offer", "withdraw", "count", "leave"]))


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(STEPS, st.integers(1, 5)), max_size=12))
def test_kept_numbers_are_true_whatever_neighbours_do(
    steps: list[tuple[tuple[int, int, str], int]], cast: dict[str, User], oostgaarde: Wijk
) -> None:
    initiative = published(owner=cast["fatima"], wijk=oostgaarde)
    neighbours = [cast[name] for name in ("bram", "willem", "wilma", "noor")]
    needs = [state(initiative, kind) for kind in (NeedKind.HANDS, NeedKind.HOURS, NeedKind.GOODS)]

    for (who, which, act), amount in steps:
        mine = Pledge.objects.filter(user=neighbours[who], need=needs[which], withdrawn_at=None).first()
        try:
            if act == "offer":
                offer_help(initiative=initiative, actor=neighbours[who], need=needs[which], amount=amount)
            elif act == "leave":
                withdraw(initiative=initiative, actor=neighbours[who], kind=JOIN)
            elif mine and act == "withdraw":
                withdraw_help(pledge=mine, actor=neighbours[who])
            elif mine:
                count_delivered(pledge=mine, actor=cast["fatima"], delivered=amount)
        except Refused:
            assert mine
            assert mine.delivered is not None

    for need in Need.objects.filter(initiative=initiative):
        assert need.filled == (need.pledges.filter(withdrawn_at=None).aggregate(n=Sum("amount"))["n"] or 0)
    initiative.refresh_from_db()
    assert initiative.is_open_for_help == any(one.is_open for one in Need.objects.filter(initiative=initiative))
    came = [sum(one.delivered or 0 for one in Pledge.objects.filter(need=need)) for need in needs]
    assert list(given_to(initiative)) == came
    joined = Participation.objects.filter(initiative=initiative, kind=JOIN).count()
    assert initiative.join_count == joined


# --- Personal data ----------------------------------------------------------------------------------------------------
def test_export_has_what_she_offers_and_asks(initiative: Initiative, hands: Need, fatima: User, bram: User) -> None:
    pledge = offer_help(initiative=initiative, actor=bram, need=hands, amount=2, message="Vanaf tien uur.")
    thank_helper(pledge=pledge, actor=fatima, word="Dank!")

    hers, his = export_initiatives(fatima), export_initiatives(bram)

    assert [(row["title"], row["filled"]) for row in hers["needs"]] == [("Handen op zaterdag", 2)]
    assert [row["thanks"] for row in hers["thanked"]] == ["Dank!"]
    assert [(row["amount"], row["message"], row["thanks"]) for row in his["offers_help"]] == [
        (2, "Vanaf tien uur.", "Dank!")
    ]


def test_erasure_leaves_figures_without_a_name(initiative: Initiative, hands: Need, fatima: User, bram: User) -> None:
    came = offer_help(initiative=initiative, actor=bram, need=hands, amount=2, message="Vanaf tien uur.")
    offer_help(initiative=initiative, actor=bram, need=state(initiative, NeedKind.GOODS), amount=4)
    thank_helper(pledge=came, actor=fatima, word="Dank!")
    count_delivered(pledge=came, actor=fatima, delivered=2)

    erase_initiatives(bram)

    row = Pledge.objects.get()
    assert (row.user, row.message, row.thanks, row.delivered) == (None, "", "", 2)
    assert list(Need.objects.order_by("pk").values_list("filled", flat=True)) == [2, 0]
    assert given_to(initiative) == (2, 0, 0)


@pytest.mark.parametrize(("came", "both"), [(1, 2), (None, 1)])
def test_offers_move_along_with_their_giver(
    came: int | None, both: int, initiative: Initiative, hands: Need, fatima: User, bram: User, willem: User
) -> None:
    goods = state(initiative, NeedKind.GOODS)
    for who, need, delivered in ((bram, hands, came), (willem, hands, 1), (bram, goods, 1)):
        pledge = offer_help(initiative=initiative, actor=who, need=need, amount=2)
        count_delivered(pledge=pledge, actor=fatima, delivered=delivered)

    move_initiatives(bram, willem)

    assert not Pledge.objects.filter(user=bram).exists()
    assert Pledge.objects.filter(user=willem).values("giver").distinct().count() == 1
    hands.refresh_from_db()
    assert (hands.filled, given_to(initiative)) == (2, (both, 0, 1))
