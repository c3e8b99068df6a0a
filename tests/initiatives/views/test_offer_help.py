"""/initiatieven/<slug>/helpen/, /mijn-hulp/, and what an owner does with an offer"""

from collections.abc import Callable

import pytest
from django.core.mail import EmailMessage
from django.test import Client

from gemeente.moderation.actions.blocking import block_person
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.needing import close_need, state_need
from initiatives.actions.pledging import offer_help, thank_helper
from initiatives.delivery import confirm_token
from initiatives.enums import NeedKind
from initiatives.models import Initiative, Need, ParticipationRequest, Pledge
from tests.factories.initiatives import published
from tests.pages import errors, soup

ADDRESS = "ineke@voorbeeld.example"


@pytest.fixture
def initiative(fatima: User, oostgaarde: Wijk) -> Initiative:
    return published(owner=fatima, wijk=oostgaarde)


@pytest.fixture
def hands(initiative: Initiative, fatima: User) -> Need:
    return state_need(initiative=initiative, actor=fatima, kind=NeedKind.HANDS, title="Handen op zaterdag", amount=5)


def page_of(initiative: Initiative, rest: str) -> str:
    return f"/initiatieven/{initiative.slug}/{rest}"


def test_neighbour_helps_in_two_clicks(
    client_for: Callable[..., Client], initiative: Initiative, hands: Need, bram: User
) -> None:
    client = client_for(bram)
    button = soup(client.get(initiative.get_absolute_url())).select_one("[aria-labelledby=nodig] a.nl-button")
    form = soup(client.get(button["href"])).select_one("main form")

    response = client.post(
        button["href"], {"amount": form.select_one("#id_amount")["value"], "message": ""}, follow=True
    )

    assert response.redirect_chain == [(page_of(initiative, "mijn-hulp/"), 302)]
    text = soup(response).main.get_text()
    assert "1 paar handen: Handen op zaterdag" in text
    assert "Jullie spreken samen af" in text
    assert Pledge.objects.get().amount == 1
    again = soup(client.get(initiative.get_absolute_url())).select_one("[aria-labelledby=nodig]").get_text()
    assert "Jij helpt hier al mee" in again


def test_visitor_confirms_by_mail(
    client: Client, initiative: Initiative, hands: Need, run_jobs: Callable[[], int], mailoutbox: list[EmailMessage]
) -> None:
    told = {"amount": "2", "name": "Ineke", "email": ADDRESS, "message": "Met schep."}

    page = soup(client.post(page_of(initiative, f"helpen/{hands.pk}/"), told))

    assert page.h1.get_text() == "Kijk in je mail"
    run_jobs()
    assert [mail.to for mail in mailoutbox if mail.to == [ADDRESS]] == [[ADDRESS]]
    link = f"/meedoen/{confirm_token(ParticipationRequest.objects.get())}/"
    assert "2 handen" in soup(client.get(link)).main.get_text()
    client.post(link)
    pledge = Pledge.objects.get()
    assert (pledge.user.email, pledge.amount, pledge.message, pledge.need) == (ADDRESS, 2, "Met schep.", hands)


@pytest.mark.parametrize(
    ("amount", "sentence"),
    [
        ("0", "Vul een getal in van 1 of meer."),
        ("6", "Dat is te veel. Vul een getal in van 5 of minder."),
        ("", "Vul een getal in."),
        ("twee", "Vul een heel getal in, bijvoorbeeld 5."),
    ],
)
def test_bad_amount_gets_a_sentence_and_keeps_the_words(
    amount: str, sentence: str, client_for: Callable[..., Client], initiative: Initiative, hands: Need, bram: User
) -> None:
    told = {"amount": amount, "message": "Vanaf tien uur."}
    response = client_for(bram).post(page_of(initiative, f"helpen/{hands.pk}/"), told)

    assert errors(response) == {"amount": sentence}
    assert soup(response).select_one("#id_message").get_text(strip=True) == "Vanaf tien uur."
    assert not Pledge.objects.exists()


def test_something_else_needs_words_and_no_number(
    client_for: Callable[..., Client], initiative: Initiative, hands: Need, bram: User
) -> None:
    client, url = client_for(bram), page_of(initiative, "helpen/")

    assert errors(client.post(url, {})) == {"message": "Vertel in een zin wat je kunt of wilt doen."}
    client.post(url, {"message": "Ik maak soep."})

    assert Pledge.objects.values_list("need", "amount", "message").get() == (None, 1, "Ik maak soep.")


@pytest.mark.parametrize("why", ["closed", "full"])
def test_page_of_what_is_over_shows_the_rest(
    why: str, client_for: Callable[..., Client], initiative: Initiative, hands: Need, cast: dict[str, User]
) -> None:
    fatima = cast["fatima"]
    state_need(initiative=initiative, actor=fatima, kind=NeedKind.GOODS, title="Een aanhanger", amount=1)
    if why == "closed":
        close_need(need=hands, actor=fatima)
    else:
        offer_help(initiative=initiative, actor=cast["willem"], need=hands, amount=5)

    page = soup(client_for(cast["bram"]).get(page_of(initiative, f"helpen/{hands.pk}/")))

    assert page.select("main form") == []
    assert "Een aanhanger" in page.main.get_text()


def test_who_is_blocked_gets_a_polite_sentence(
    client_for: Callable[..., Client], initiative: Initiative, hands: Need, fatima: User, bram: User
) -> None:
    block_person(owner=fatima, label="Bram", user=bram)

    response = client_for(bram).post(page_of(initiative, f"helpen/{hands.pk}/"), {"amount": "1"})

    assert "Dit kan hier niet." in soup(response).main.get_text()
    assert not Pledge.objects.exists()


def test_owner_and_need_of_elsewhere_have_no_such_page(
    client_for: Callable[..., Client], initiative: Initiative, hands: Need, fatima: User, bram: User, oostgaarde: Wijk
) -> None:
    other = published(owner=fatima, wijk=oostgaarde)

    assert client_for(fatima).get(page_of(initiative, f"helpen/{hands.pk}/")).status_code == 403
    assert client_for(bram).get(page_of(other, f"helpen/{hands.pk}/")).status_code == 404
    initiative.subject.is_public = False
    initiative.subject.save()
    assert client_for(bram).get(page_of(initiative, f"helpen/{hands.pk}/")).status_code == 404


def test_offer_is_withdrawn_from_the_own_page(
    client_for: Callable[..., Client], initiative: Initiative, hands: Need, bram: User, willem: User
) -> None:
    pledge, client = offer_help(initiative=initiative, actor=bram, need=hands), client_for(bram)
    mine = soup(client.get("/mijn/")).select_one("[aria-labelledby=mijn-meedoen]")
    here = mine.select_one(f"a[href='{page_of(initiative, 'mijn-hulp/')}']")["href"]
    url = soup(client.get(here)).select_one("main a[href$='/weg/']")["href"]

    assert client_for(willem).post(url).status_code == 404
    assert client.get(url).status_code == 200
    client.post(url)

    pledge.refresh_from_db()
    hands.refresh_from_db()
    assert (pledge.withdrawn_at is None, hands.filled) == (False, 0)
    assert client.get(url).status_code == 404


# --- Owners -----------------------------------------------------------------------------------------------------------
def test_owner_sees_who_thanks_and_counts(
    client_for: Callable[..., Client], initiative: Initiative, hands: Need, fatima: User, bram: User
) -> None:
    pledge = offer_help(initiative=initiative, actor=bram, need=hands, amount=2, message="Vanaf tien uur.")
    client, list_url = client_for(fatima), page_of(initiative, "meedoeners/")
    row = soup(client.get(list_url)).select_one(".portal-row")
    assert "2 handen: Handen op zaterdag" in row.get_text()
    assert "Vanaf tien uur." in row.get_text()
    thank, count = (page_of(initiative, f"meedoeners/{pledge.pk}/{page}/") for page in ("bedanken", "gekomen"))

    assert errors(client.post(thank, {})) == {"word": "Schrijf een paar woorden, dan is het een echt bedankje."}
    client.post(thank, {"word": "Wat een werk, dank je!"})
    assert soup(client.get(count)).select_one("#id_delivered")["value"] == "2"
    assert "delivered" in errors(client.post(count, {"delivered": "-1"}))
    client.post(count, {"delivered": "1"})

    row = soup(client.get(list_url)).select_one(".portal-row").get_text()
    assert ("bedankt op" in row, "gekomen: 1" in row) == (True, True)
    assert soup(client.get(thank)).select("main form") == []
    assert "Wat een werk, dank je!" in soup(client_for(bram).get(page_of(initiative, "mijn-hulp/"))).main.get_text()


def test_thanks_reach_nobody_else(
    client_for: Callable[..., Client], initiative: Initiative, hands: Need, fatima: User, bram: User, willem: User
) -> None:
    pledge = offer_help(initiative=initiative, actor=bram, need=hands)
    thank_helper(pledge=pledge, actor=fatima, word="Geheim bedankje")

    for client in (Client(), client_for(willem)):
        for rest in ("", "mijn-hulp/", "helpen/", f"helpen/{hands.pk}/"):
            assert "Geheim bedankje" not in client.get(page_of(initiative, rest), follow=True).content.decode()
