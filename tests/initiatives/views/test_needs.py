"""/initiatieven/<slug>/nodig/ and /initiatieven/<slug>/zelf/"""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.needing import state_need, state_share
from initiatives.actions.pledging import count_delivered, offer_help
from initiatives.enums import NeedKind, ShareKind
from initiatives.models import Initiative, Need, Share
from tests.factories.initiatives import InitiativeFactory, published
from tests.factories.outdoors import give_helper
from tests.factories.users import UserFactory
from tests.pages import errors, soup

HANDS = {"kind": "hands", "title": "Handen op zaterdag", "amount": "5", "unit": ""}
HOURS = {"kind": "hours", "what": "Water geven", "planned": "40", "done": ""}


@pytest.fixture
def initiative(fatima: User, oostgaarde: Wijk) -> Initiative:
    return published(owner=fatima, wijk=oostgaarde)


@pytest.fixture
def hands(initiative: Initiative, fatima: User) -> Need:
    return state_need(initiative=initiative, actor=fatima, kind=NeedKind.HANDS, title="Handen op zaterdag", amount=5)


def page_of(initiative: Initiative, rest: str = "nodig/") -> str:
    return f"/initiatieven/{initiative.slug}/{rest}"


def test_owner_says_what_she_needs(client_for: Callable[..., Client], initiative: Initiative, fatima: User) -> None:
    client = client_for(fatima)

    response = client.post(page_of(initiative), HANDS, follow=True)

    need = Need.objects.get()
    assert (need.title, need.amount, need.unit) == ("Handen op zaterdag", 5, "handen")
    assert response.redirect_chain == [(page_of(initiative), 302)]
    assert "Handen op zaterdag: 0 van 5 handen" in soup(response).main.get_text()


def test_example_fills_the_form(client_for: Callable[..., Client], initiative: Initiative, fatima: User) -> None:
    page = soup(client_for(fatima).get(page_of(initiative) + "?soort=goods"))

    assert page.select_one("#id_title")["value"] == "Een aanhanger"
    assert page.select_one("#id_kind option[selected]")["value"] == "goods"
    assert soup(client_for(fatima).get(page_of(initiative) + "?soort=onzin")).select("#id_kind option[selected]") == []


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        ({"title": ""}, "title", "Vertel in een paar woorden wat jullie zoeken."),
        ({"amount": "0"}, "amount", "Vul een getal in van 1 of meer."),
        ({"amount": "veel"}, "amount", "Vul een heel getal in, bijvoorbeeld 5."),
        ({"amount": "9999999"}, "amount", "Dat is te veel. Vul een getal in van 100000 of minder."),
        ({"kind": "goud"}, "kind", "Kies een soort uit de lijst."),
    ],
)
def test_bad_input_keeps_what_was_typed(
    wrong: dict[str, str],
    field: str,
    sentence: str,
    client_for: Callable[..., Client],
    initiative: Initiative,
    fatima: User,
) -> None:
    response = client_for(fatima).post(page_of(initiative), HANDS | {"unit": "paar"} | wrong)

    assert errors(response) == {field: sentence}
    assert soup(response).select_one("#id_unit")["value"] == "paar"
    assert not Need.objects.exists()


def test_needs_are_for_who_holds_the_pen(
    client_for: Callable[..., Client], initiative: Initiative, hands: Need, cast: dict[str, User]
) -> None:
    pages = [page_of(initiative), page_of(initiative, f"nodig/{hands.pk}/"), page_of(initiative, "zelf/")]

    for page in pages:
        assert Client().get(page).status_code == 302
        assert [client_for(cast[who]).get(page).status_code for who in ("bram", "noor", "mona")] == [403] * 3
    give_helper(initiative, cast["wilma"])
    assert [client_for(cast["wilma"]).get(page).status_code for page in pages] == [200] * 3


def test_need_of_another_initiative_is_not_there(
    client_for: Callable[..., Client], initiative: Initiative, hands: Need, fatima: User, oostgaarde: Wijk
) -> None:
    other, client = published(owner=fatima, wijk=oostgaarde), client_for(fatima)

    assert client.get(page_of(other, f"nodig/{hands.pk}/")).status_code == 404
    assert client.post(page_of(other, f"nodig/{hands.pk}/sluiten/")).status_code == 404
    assert client.post(page_of(initiative, f"nodig/{hands.pk}/onzin/")).status_code == 404


def test_amount_below_what_was_offered_gets_a_sentence_beside_it(
    client_for: Callable[..., Client], initiative: Initiative, hands: Need, fatima: User, bram: User
) -> None:
    offer_help(initiative=initiative, actor=bram, need=hands, amount=3)

    told = {"title": "Handen", "amount": "2", "unit": "handen"}
    response = client_for(fatima).post(page_of(initiative, f"nodig/{hands.pk}/"), told)

    assert errors(response) == {"amount": "Buren boden al 3 handen aan. Vul dat getal in, of meer."}


def test_buttons_close_open_order_and_drop(
    client_for: Callable[..., Client], initiative: Initiative, hands: Need, fatima: User
) -> None:
    other = state_need(initiative=initiative, actor=fatima, kind=NeedKind.GOODS, title="Een aanhanger", amount=1)
    client = client_for(fatima)

    def titles() -> list[str]:
        return [bar.text.strip() for bar in soup(client.get(page_of(initiative))).select(".portal-row progress")]

    client.post(page_of(initiative, f"nodig/{other.pk}/omhoog/"))
    assert titles()[0] == "Een aanhanger"
    client.post(page_of(initiative, f"nodig/{other.pk}/sluiten/"))
    assert "Een aanhanger" not in Client().get(initiative.get_absolute_url()).content.decode()
    client.post(page_of(initiative, f"nodig/{other.pk}/openen/"))
    assert "Een aanhanger" in Client().get(initiative.get_absolute_url()).content.decode()
    client.post(page_of(initiative, f"nodig/{other.pk}/weg/"))
    assert list(Need.objects.values_list("pk", flat=True)) == [hands.pk]


def test_concept_takes_needs_before_it_is_online(
    client_for: Callable[..., Client], fatima: User, oostgaarde: Wijk
) -> None:
    concept = InitiativeFactory(owner=fatima, wijk=oostgaarde)

    client_for(fatima).post(page_of(concept), HANDS)

    assert Need.objects.get().initiative == concept


@pytest.mark.parametrize("count", [1, 15])
def test_page_costs_the_same_for_many(
    count: int,
    client_for: Callable[..., Client],
    initiative: Initiative,
    fatima: User,
    reference: None,
    django_assert_max_num_queries: Callable[..., Any],
) -> None:
    for number in range(count):
        state_need(initiative=initiative, actor=fatima, kind=NeedKind.HANDS, title=f"Handen {number}", amount=5)
    client = client_for(fatima)
    client.get(page_of(initiative))

    with django_assert_max_num_queries(6):
        client.get(page_of(initiative))


# --- The own share ----------------------------------------------------------------------------------------------------
def test_owner_counts_what_they_do(client_for: Callable[..., Client], initiative: Initiative, fatima: User) -> None:
    client = client_for(fatima)

    client.post(page_of(initiative, "zelf/"), HOURS)
    share = Share.objects.get()
    client.post(page_of(initiative, f"zelf/{share.pk}/"), {"what": "Water geven", "planned": "40", "done": "12"})

    share.refresh_from_db()
    assert (share.planned, share.done) == (40, 12)
    figure = soup(Client().get(initiative.get_absolute_url())).select_one("[aria-labelledby=zelf] .portal-figure")
    assert figure.get_text(" ", strip=True) == "uur 40 gepland · 12 van onszelf"
    client.post(page_of(initiative, f"zelf/{share.pk}/weg/"))
    assert not Share.objects.exists()


def test_bad_numbers_get_a_sentence(client_for: Callable[..., Client], initiative: Initiative, fatima: User) -> None:
    response = client_for(fatima).post(page_of(initiative, "zelf/"), HOURS | {"planned": "0", "done": "-1"})

    assert errors(response) == {
        "planned": "Vul een getal in van 1 of meer.",
        "done": "Vul een getal in van 0 of meer.",
    }


def test_result_asks_what_it_became_and_shows_all_of_it(
    client_for: Callable[..., Client], initiative: Initiative, hands: Need, fatima: User, bram: User
) -> None:
    share = state_share(initiative=initiative, actor=fatima, kind=ShareKind.PEOPLE, what="Wij", planned=4)
    count_delivered(
        pledge=offer_help(initiative=initiative, actor=bram, need=hands, amount=2), actor=fatima, delivered=2
    )
    client, told = client_for(fatima), {"outcome": "Het is gelukt, de tuin staat er.", "people_reached": "40"}
    client.post(page_of(initiative, "stap/"), {"step": "published-begin"})

    client.post(page_of(initiative, "stap/"), {"step": "running-realise", f"done_{share.pk}": "5", **told})

    initiative.refresh_from_db()
    share.refresh_from_db()
    assert (initiative.stage, share.done) == ("realised", 5)
    page = soup(Client().get(initiative.get_absolute_url()))
    figure = page.select_one("[aria-labelledby=zelf] .portal-figure").get_text(" ", strip=True)
    assert figure == "mensen 7 4 gepland · 5 van onszelf · 2 van buren"
    assert page.select("#nodig") == []


# --- In public --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("count", [1, 20])
def test_detail_shows_bars_for_one_query_and_names_nobody(
    count: int,
    initiative: Initiative,
    fatima: User,
    reference: None,
    django_assert_max_num_queries: Callable[..., Any],
) -> None:
    for number in range(count):
        need = state_need(initiative=initiative, actor=fatima, kind=NeedKind.HANDS, title=f"Handen {number}", amount=5)
        state_share(initiative=initiative, actor=fatima, kind=ShareKind.HOURS, what=f"Werk {number}", planned=5)
        helper = UserFactory(name="Zonderling")
        offer_help(initiative=initiative, actor=helper, need=need, amount=2, message="Bericht")
    Client().get(initiative.get_absolute_url())

    with django_assert_max_num_queries(8):
        page = soup(Client().get(initiative.get_absolute_url()))

    assert len(page.select("[aria-labelledby=nodig] progress")) == count
    assert {bar.text.split(": ")[1] for bar in page.select("[aria-labelledby=nodig] progress")} == {"2 van 5 handen"}
    assert "Zonderling" not in page.get_text()
    assert "Bericht" not in page.select_one("[aria-labelledby=nodig]").get_text()
    assert page.select("main form") == []


def test_card_says_what_is_still_looked_for(initiative: Initiative, hands: Need, bram: User) -> None:
    offer_help(initiative=initiative, actor=bram, need=hands, amount=3)

    assert "Zoekt nog: 2 handen" in soup(Client().get("/initiatieven/")).main.get_text()


def test_contact_person_sees_needs_and_no_names(
    client_for: Callable[..., Client], initiative: Initiative, hands: Need, noor: User, reference: None
) -> None:
    helper = UserFactory(name="Zonderling")
    offer_help(initiative=initiative, actor=helper, need=hands, amount=2)

    page = soup(client_for(noor).get(initiative.case.desk_url))

    assert "Handen op zaterdag: 2 van 5 handen" in page.main.get_text()
    assert "Zonderling" not in page.get_text()
