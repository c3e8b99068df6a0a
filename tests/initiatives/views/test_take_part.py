"""/initiatieven/<slug>/steunen/ and /initiatieven/<slug>/meedoen/"""

import datetime as dt
from collections.abc import Callable

import pytest
import time_machine
from django.core.mail import EmailMessage
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob

from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.joining import participate
from initiatives.enums import ENDED, ParticipationKind, Stage
from initiatives.models import Initiative, Participation, ParticipationRequest
from tests.factories.initiatives import InitiativeFactory, published
from tests.factories.users import UserFactory
from tests.pages import errors, soup

SUPPORT, JOIN = ParticipationKind.SUPPORT, ParticipationKind.JOIN
ADDRESS = "ineke@voorbeeld.example"
ANSWERS = {
    "steunen": {"email": ADDRESS},
    "meedoen": {"name": "Ineke", "message": "Ik kan zaterdag komen graven.", "email": ADDRESS},
}
NOON = dt.datetime(2026, 3, 2, 11, tzinfo=dt.UTC)


@pytest.fixture
def initiative(fatima: User, oostgaarde: Wijk) -> Initiative:
    return published(owner=fatima, wijk=oostgaarde)


def page_of(initiative: Initiative, page: str) -> str:
    return f"/initiatieven/{initiative.slug}/{page}/"


def counts() -> tuple[int, int]:
    """Supporters and who joins in, as the initiative says itself."""
    initiative = Initiative.objects.exclude(stage=Stage.CONCEPT).get()
    return initiative.support_count, initiative.join_count


def field_names(page: object) -> list[str]:
    """The fields somebody fills in."""
    return [field["name"] for field in page.select("main input:not([type=hidden]), main textarea")]


# --- A visitor --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("page", "fields"), [("steunen", ["email"]), ("meedoen", ["name", "message", "email"])])
def test_visitor_gets_a_short_form(page: str, fields: list[str], client: Client, initiative: Initiative) -> None:
    shown = soup(client.get(page_of(initiative, page)))

    assert field_names(shown) == fields
    assert initiative.title in shown.main.get_text()
    assert "Een wachtwoord is niet nodig." in shown.main.get_text()


@pytest.mark.parametrize("page", ANSWERS)
def test_visitor_gets_a_mail_and_counts_for_nothing_yet(
    page: str,
    client: Client,
    initiative: Initiative,
    run_jobs: Callable[[], int],
    mailoutbox: list[EmailMessage],
) -> None:
    run_jobs()
    mailoutbox.clear()

    response = client.post(page_of(initiative, page), ANSWERS[page] | {"email": "Ineke@Voorbeeld.example"})

    shown = soup(response)
    assert (response.status_code, shown.h1.get_text()) == (200, "Kijk in je mail")
    assert "Ineke@Voorbeeld.example" in shown.main.get_text()
    run_jobs()
    assert [mail.to for mail in mailoutbox] == [[ADDRESS]]
    assert (counts(), Participation.objects.count()) == ((0, 0), 0)
    assert not User.objects.filter(email=ADDRESS).exists()


@pytest.mark.parametrize("page", ANSWERS)
def test_answer_is_the_same_for_every_address(
    page: str, initiative: Initiative, fatima: User, bram: User, run_jobs: Callable[[], int]
) -> None:
    participate(initiative=initiative, actor=bram, kind=JOIN)
    run_jobs()
    texts, jobs = set(), set()

    for address in (ADDRESS, bram.email, fatima.email):
        response = Client().post(page_of(initiative, page), ANSWERS[page] | {"email": address})
        texts.add(soup(response).main.decode_contents().replace(address, "X"))
        jobs.add(run_jobs())

    assert len(texts) == 1
    assert jobs == {1}


def test_asking_twice_leaves_one_request(client: Client, initiative: Initiative) -> None:
    client.post(page_of(initiative, "meedoen"), ANSWERS["meedoen"])

    client.post(page_of(initiative, "meedoen"), ANSWERS["meedoen"] | {"message": "Ik breng koffie."})

    assert ParticipationRequest.objects.get().message == "Ik breng koffie."


def test_mail_is_in_the_language_of_the_page(client: Client, initiative: Initiative) -> None:
    client.post(f"/en{page_of(initiative, 'steunen')}", ANSWERS["steunen"])

    assert ParticipationRequest.objects.get().language == "en"


BAD_EMAIL = "Dit is geen e-mailadres. Een adres ziet eruit als naam@voorbeeld.nl."


@pytest.mark.parametrize(
    ("page", "field", "value", "sentence"),
    [
        ("steunen", "email", "", "Vul je e-mailadres in."),
        ("steunen", "email", "ineke", BAD_EMAIL),
        ("steunen", "email", "ineke@voorbeeld.example\nBcc: piet@voorbeeld.example", BAD_EMAIL),
        ("meedoen", "email", "ineke@", BAD_EMAIL),
        ("meedoen", "name", " ", "Vul je naam in."),
        ("meedoen", "name", "ik@voorbeeld.example", "Zet hier geen e-mailadres: anderen kunnen dit lezen."),
        ("meedoen", "name", "x" * 41, "Dit is te lang. Gebruik niet meer dan 40 tekens; het zijn er nu 41."),
        ("meedoen", "message", "", "Vertel in een zin wat je kunt of wilt doen."),
        ("meedoen", "message", "x" * 501, "Dit is te lang. Gebruik niet meer dan 500 tekens; het zijn er nu 501."),
        ("meedoen", "message", "graven\x00", "Null-tekens zijn niet toegestaan."),
    ],
)
def test_visitor_is_helped_beside_the_field(
    page: str, field: str, value: str, sentence: str, client: Client, initiative: Initiative
) -> None:
    response = client.post(page_of(initiative, page), ANSWERS[page] | {field: value})

    assert (response.status_code, errors(response)) == (200, {field: sentence})
    shown = soup(response).main
    for name, typed in ANSWERS[page].items():
        if name != field:
            kept = shown.select_one(f"[name={name}]")
            assert (kept.get("value") or kept.text.strip()) == typed
    assert ParticipationRequest.objects.count() == 0


# --- Too many at once -------------------------------------------------------------------------------------------------
TOO_FAST = "Dit gaat te snel achter elkaar. Wacht even en probeer het dan opnieuw."


def test_sixth_mail_to_an_address_within_the_hour_is_refused(
    initiative: Initiative, run_jobs: Callable[[], int]
) -> None:
    url = page_of(initiative, "meedoen")
    with time_machine.travel(NOON) as clock:
        for capitals in ("Ineke", "INEKE", "ineke", "iNeke", "ineKe"):
            response = Client().post(url, ANSWERS["meedoen"] | {"email": f"{capitals}@voorbeeld.example"})
            assert soup(response).h1.get_text() == "Kijk in je mail"
        run_jobs()

        sixth = Client().post(url, ANSWERS["meedoen"])

        page = soup(sixth)
        assert TOO_FAST in page.select_one("[data-error-summary]").get_text()
        assert page.select_one("[name=message]").text.strip() == ANSWERS["meedoen"]["message"]
        assert not ProcrastinateJob.objects.filter(status="todo").exists()
        other = Client().post(url, ANSWERS["meedoen"] | {"email": "piet@voorbeeld.example"})
        assert soup(other).h1.get_text() == "Kijk in je mail"
        clock.move_to(NOON + dt.timedelta(hours=1, minutes=1))
        later = Client().post(url, ANSWERS["meedoen"])
        assert soup(later).h1.get_text() == "Kijk in je mail"


def test_many_mails_from_one_computer_are_refused(client: Client, initiative: Initiative) -> None:
    url = page_of(initiative, "steunen")
    for number in range(30):
        client.post(url, {"email": f"buur{number}@voorbeeld.example"})

    response = client.post(url, ANSWERS["steunen"])

    assert TOO_FAST in soup(response).select_one("[data-error-summary]").get_text()
    assert ParticipationRequest.objects.count() == 30


# --- Signed in --------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("page", "kind", "expected", "said"),
    [
        ("steunen", SUPPORT, (1, 0), "Je steunt dit nu."),
        ("meedoen", JOIN, (0, 1), "Je doet mee!"),
    ],
)
def test_one_post_counts_for_who_is_signed_in(
    page: str,
    kind: ParticipationKind,
    expected: tuple[int, int],
    said: str,
    client_for: Callable[..., Client],
    bram: User,
    initiative: Initiative,
) -> None:
    response = client_for(bram).post(page_of(initiative, page), {"message": "Ik kan graven."}, follow=True)

    assert response.redirect_chain == [(initiative.get_absolute_url(), 302)]
    assert said in soup(response).get_text()
    made = Participation.objects.get()
    assert (made.user, made.kind, counts()) == (bram, kind, expected)
    assert made.message == ("Ik kan graven." if kind == JOIN else "")
    assert ParticipationRequest.objects.count() == 0


@pytest.mark.parametrize(("page", "fields"), [("steunen", []), ("meedoen", ["message"])])
def test_who_is_signed_in_is_not_asked_who_she_is(
    page: str, fields: list[str], client_for: Callable[..., Client], bram: User, initiative: Initiative
) -> None:
    shown = soup(client_for(bram).get(page_of(initiative, page)))

    assert field_names(shown) == fields
    assert shown.select_one("main form [type=submit]") is not None


def test_joining_without_a_word_is_asked_beside_the_field(
    client_for: Callable[..., Client], bram: User, initiative: Initiative
) -> None:
    response = client_for(bram).post(page_of(initiative, "meedoen"), {"message": ""})

    assert errors(response) == {"message": "Vertel in een zin wat je kunt of wilt doen."}
    assert counts() == (0, 0)


def test_message_can_be_changed(client_for: Callable[..., Client], bram: User, initiative: Initiative) -> None:
    participate(initiative=initiative, actor=bram, kind=JOIN, message="Ik kan graven.")
    client, url = client_for(bram), page_of(initiative, "meedoen")
    shown = soup(client.get(url)).main
    assert shown.select_one("[name=message]").text.strip() == "Ik kan graven."
    assert shown.find("a", string="Ik doe toch niet mee")["href"] == f"{url}stoppen/"

    client.post(url, {"message": "Ik breng koffie."})

    assert (Participation.objects.get().message, counts()) == ("Ik breng koffie.", (0, 1))


def test_supporter_sees_that_she_does_and_how_to_stop(
    client_for: Callable[..., Client], bram: User, initiative: Initiative
) -> None:
    participate(initiative=initiative, actor=bram, kind=SUPPORT)

    shown = soup(client_for(bram).get(page_of(initiative, "steunen"))).main

    assert "Je steunt dit al." in shown.get_text()
    assert shown.select("form") == []
    assert shown.find("a", string="Ik steun dit niet meer") is not None


# --- Who may ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("page", ANSWERS)
@pytest.mark.parametrize(
    ("who", "stage", "status"),
    [
        ("anonymous", Stage.RUNNING, 200),
        ("bram", Stage.RUNNING, 200),
        ("noor", Stage.RUNNING, 200),
        ("fatima", Stage.RUNNING, 403),
        ("anonymous", Stage.REALISED, 403),
        ("bram", Stage.STOPPED, 403),
        ("anonymous", Stage.CONCEPT, 404),
        ("bram", Stage.CONCEPT, 404),
        ("fatima", Stage.CONCEPT, 403),
    ],
)
def test_pages_are_for_others_as_long_as_it_runs(
    page: str,
    who: str,
    stage: Stage,
    status: int,
    cast: dict[str, User | None],
    client_for: Callable[..., Client],
    oostgaarde: Wijk,
) -> None:
    make = InitiativeFactory if stage == Stage.CONCEPT else published
    initiative = make(owner=cast["fatima"], wijk=oostgaarde)
    Initiative.objects.update(stage=stage, outcome="Klaar." if stage in ENDED else "")
    client, url = client_for(cast[who]), page_of(initiative, page)

    assert client.get(url).status_code == status
    if status != 200:
        assert client.post(url, ANSWERS[page]).status_code == status
    assert (Participation.objects.count(), ParticipationRequest.objects.count()) == (0, 0)


@pytest.mark.parametrize("page", ANSWERS)
@pytest.mark.parametrize("method", ["put", "delete"])
def test_pages_refuse_other_methods(method: str, page: str, client: Client, initiative: Initiative) -> None:
    assert getattr(client, method)(page_of(initiative, page)).status_code == 405


# --- What everybody sees ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("supporters", "joiners", "text", "foot"),
    [
        (0, 0, "Nog niemand ging je voor.", ""),
        (1, 0, "1 buur steunt dit. 0 doen mee.", "1 buur steunt dit"),
        (2, 1, "2 buren steunen dit. 1 doet mee.", "2 buren steunen dit, 1 doet mee"),
        (0, 2, "0 buren steunen dit. 2 doen mee.", "2 doen mee"),
    ],
)
def test_everybody_sees_how_many(
    supporters: int, joiners: int, text: str, foot: str, client: Client, initiative: Initiative
) -> None:
    for kind in [SUPPORT] * supporters + [JOIN] * joiners:
        participate(initiative=initiative, actor=UserFactory(), kind=kind)

    shown = soup(client.get(initiative.get_absolute_url())).select_one("main aside").get_text(" ", strip=True)
    card = soup(client.get("/initiatieven/")).select_one(".portal-card--picture").get_text(" ", strip=True)

    assert text in shown
    assert foot in card
    assert ("doet mee" in card or "doen mee" in card or "steun" in card) == bool(foot)


@pytest.mark.parametrize("who", ["anonymous", "willem", "noor", "petra", "hans", "fatima"])
def test_nobody_sees_who_supports_and_only_the_owner_who_joins(
    who: str,
    cast: dict[str, User | None],
    client_for: Callable[..., Client],
    initiative: Initiative,
    oostgaarde: Wijk,
    reference: None,
) -> None:
    for kind in ParticipationKind:
        neighbour = UserFactory(name="Zwaantje Kuipers", alias="Zonnebloem", email=f"zwaantje.{kind}@voorbeeld.example")
        participate(initiative=initiative, actor=neighbour, kind=kind, message="Ik neem mijn kruiwagen mee.")
    client = client_for(cast[who])
    paths = ["/", "/initiatieven/", initiative.get_absolute_url(), f"/wijken/{oostgaarde.slug}/"]

    pages = [client.get(path).content.decode() for path in paths]

    for secret in ("Zwaantje", "Kuipers", "Zonnebloem", "zwaantje", "kruiwagen"):
        assert [path for path, page in zip(paths, pages, strict=True) if secret in page] == []


def test_page_knows_what_the_reader_does_already(
    client_for: Callable[..., Client], bram: User, initiative: Initiative
) -> None:
    participate(initiative=initiative, actor=bram, kind=JOIN)

    shown = soup(client_for(bram).get(initiative.get_absolute_url())).select_one("main aside")

    assert "Jij doet mee. Fijn!" in shown.get_text()
    assert [link["href"] for link in shown.select("a.nl-button")] == [page_of(initiative, "steunen")]
