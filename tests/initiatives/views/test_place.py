"""/initiatieven/<slug>/bewerken/plek/ and who may see the exact place"""

from collections.abc import Callable

import pytest
from django.test import Client

from gemeente.accounts.enums import Role
from gemeente.activity.models import Subject
from gemeente.cases.actions import claim_case
from gemeente.places.forms import POINT_WIDTH
from gemeente.places.geography import Place, blur
from gemeente.places.maps import town_map
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.writing import revise_place
from initiatives.enums import PlaceKind, Stage
from initiatives.models import Initiative
from tests.conftest import person
from tests.factories.initiatives import InitiativeFactory, published
from tests.pages import errors, soup

EMPTY = {"wijk": "", "place_text": "", "place_kind": "", "pin_longitude": "", "pin_latitude": ""}
ASK_WIJK = "Kies een wijk. Is het voor iedereen in Capelle? Kies dan Heel Capelle."
ASK_KIND = "Kies of iedereen er mag komen, of dat het bij iemand thuis is."
ASK_STREET = "Vul de straat in, zonder huisnummer. Dat is wat anderen zien."
NO_NUMBER = "Laat het huisnummer weg: iedereen kan dit lezen."
OUTSIDE = "Deze plek ligt buiten Capelle. Zet de speld op een plek in Capelle, of haal hem weg."


@pytest.fixture
def initiative(fatima: User, schollevaar: Wijk) -> Initiative:
    """Online, in Schollevaar and no more than that."""
    return published(owner=fatima, wijk=schollevaar)


@pytest.fixture
def spot(oostgaarde: Wijk) -> Place:
    """A place in Oostgaarde, away from the middle of a cell of `blur`."""
    west, south = oostgaarde.boundary["coordinates"][0][0]
    return Place(round(west + 0.00412, 6), round(south + 0.00337, 6))


@pytest.fixture
def home(initiative: Initiative, oostgaarde: Wijk, spot: Place) -> Initiative:
    """Online, at somebody's home."""
    place = {"wijk": oostgaarde, "place_kind": PlaceKind.HOME, "place_text": "Wiekslag", "point": spot}
    return revise_place(initiative=initiative, actor=initiative.owner, **place)


def page_of(initiative: Initiative) -> str:
    return f"/initiatieven/{initiative.slug}/bewerken/plek/"


def pin_at(place: Place) -> dict[str, str]:
    """What a browser posts of a pin."""
    return {"pin_longitude": str(place.longitude), "pin_latitude": str(place.latitude)}


def click_at(place: Place) -> dict[str, str]:
    """What a browser posts for pointing at the map, to a pixel."""
    shown = town_map()
    x, y = (round(pixels * POINT_WIDTH / shown.width) for pixels in shown.projection.to_pixels(place))
    return {"pin.x": str(x), "pin.y": str(y)}


def kept() -> tuple[str, str, str, Place | None]:
    """Wijk, kind, words and point of the initiative as they are in the database."""
    found = Initiative.objects.get()
    return (found.place_name, found.place_kind, found.place_text, found.point)


UNCHANGED = ("Schollevaar", "wijk", "", None)


# --- Saying where -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"wijk": "oostgaarde"}, ("Oostgaarde", "wijk", "")),
        ({"wijk": "heel-capelle"}, ("Heel Capelle", "wijk", "")),
        ({"wijk": "oostgaarde", "place_kind": "home"}, ("Oostgaarde", "wijk", "")),
        (
            {"wijk": "oostgaarde", "place_kind": "public", "place_text": "Plein 12"},
            ("Oostgaarde", "public", "Plein 12"),
        ),
        (
            {"wijk": "oostgaarde", "place_kind": "home", "place_text": "Wiekslag"},
            ("Oostgaarde", "home", "Wiekslag"),
        ),
    ],
)
def test_place_without_a_pin(
    answers: dict[str, str],
    expected: tuple[str, str, str],
    client_for: Callable[..., Client],
    initiative: Initiative,
    oostgaarde: Wijk,
) -> None:
    response = client_for(initiative.owner).post(page_of(initiative), EMPTY | answers)

    assert response.headers["Location"] == initiative.get_absolute_url()
    assert kept() == (*expected, None)


@pytest.mark.parametrize(("chosen", "wijk"), [("", "Oostgaarde"), ("schollevaar", "Schollevaar")])
@pytest.mark.parametrize(
    ("kind", "text"), [("public", ""), ("public", "Het veld achter de Hoven"), ("home", "Wiekslag")]
)
def test_pin_fills_in_the_wijk_that_nobody_chose(
    kind: str,
    text: str,
    chosen: str,
    wijk: str,
    client_for: Callable[..., Client],
    initiative: Initiative,
    spot: Place,
) -> None:
    answers = {"wijk": chosen, "place_kind": kind, "place_text": text} | pin_at(spot)

    response = client_for(initiative.owner).post(page_of(initiative), answers)

    assert response.headers["Location"] == initiative.get_absolute_url()
    assert kept() == (wijk, kind, text, spot)


def test_place_of_a_concept_leads_to_the_next_question(
    client_for: Callable[..., Client], fatima: User, oostgaarde: Wijk
) -> None:
    concept = InitiativeFactory(owner=fatima, wijk=None, place_kind="")

    response = client_for(fatima).post(page_of(concept), EMPTY | {"wijk": "oostgaarde"})

    assert response.headers["Location"] == f"/initiatieven/{concept.slug}/bewerken/bereikbaar/"
    assert kept() == ("Oostgaarde", "wijk", "", None)


def test_place_can_be_taken_back_to_the_wijk(
    client_for: Callable[..., Client], home: Initiative, oostgaarde: Wijk
) -> None:
    client_for(home.owner).post(page_of(home), EMPTY | {"wijk": "oostgaarde", "place_kind": "home"})

    assert kept() == ("Oostgaarde", "wijk", "", None)
    assert list(Subject.objects.values_list("longitude", "latitude")) == [(None, None)]


def test_page_shows_what_it_knows(client_for: Callable[..., Client], home: Initiative, spot: Place) -> None:
    form = soup(client_for(home.owner).get(page_of(home))).main

    assert form.select_one("[name=wijk] option[selected]")["value"] == "oostgaarde"
    assert form.select_one("[name=place_text]")["value"] == "Wiekslag"
    assert form.select_one("[name=place_kind][checked]")["value"] == "home"
    assert {name: form.select_one(f"[name={name}]")["value"] for name in pin_at(spot)} == pin_at(spot)


# --- What is refused --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("answers", "wrong"),
    [
        ({"wijk": ""}, {"wijk": ASK_WIJK}),
        ({"wijk": "rotterdam"}, {"wijk": "Deze wijk kennen we niet. Kies een wijk uit de lijst."}),
        ({"place_text": "Het veld"}, {"place_kind": ASK_KIND}),
        ({"place_text": "Het veld", "place_kind": "x"}, {"place_kind": "Kies een van deze twee."}),
        (
            {"place_text": "x" * 121, "place_kind": "public"},
            {"place_text": "Dit is te lang. Gebruik niet meer dan 120 tekens; het zijn er nu 121."},
        ),
        (
            {"pin_longitude": "x", "pin_latitude": "51.9"},
            {"pin": "Deze plek kunnen we niet lezen. Wijs de plek opnieuw aan op de kaart."},
        ),
        ({"pin_longitude": "4.4777", "pin_latitude": "51.8", "place_kind": "public"}, {"pin": OUTSIDE}),
        ({"wijk": "", "pin_longitude": "4.4", "pin_latitude": "51.8"}, {"wijk": ASK_WIJK, "pin": OUTSIDE}),
    ],
)
def test_faults_stand_beside_their_field_and_nothing_is_saved(
    answers: dict[str, str],
    wrong: dict[str, str],
    client_for: Callable[..., Client],
    initiative: Initiative,
    oostgaarde: Wijk,
) -> None:
    response = client_for(initiative.owner).post(page_of(initiative), EMPTY | {"wijk": "oostgaarde"} | answers)

    assert response.status_code == 200
    found = errors(response)
    assert {name: found[name] for name in wrong} == wrong
    assert len(found) == len(wrong)
    assert kept() == UNCHANGED


@pytest.mark.parametrize(
    ("kind", "text", "wrong"),
    [
        ("home", "Wiekslag", {}),
        ("home", "1e Wormenseweg", {}),
        ("home", "2de Dwarsstraat", {}),
        ("public", "Wiekslag 12", {}),
        ("public", "", {}),
        ("home", "", {"place_text": ASK_STREET}),
        ("home", "Wiekslag 12", {"place_text": NO_NUMBER}),
        ("home", "Wiekslag 12a", {"place_text": NO_NUMBER}),
        ("home", "Wiekslag 12 A ", {"place_text": NO_NUMBER}),
        ("home", "Wiekslag12", {"place_text": NO_NUMBER}),
        ("home", "Wiekslag 12-14", {"place_text": NO_NUMBER}),
        ("home", "Wiekslag 12-a", {"place_text": NO_NUMBER}),
        ("home", "Wiekslag 12 bis", {"place_text": NO_NUMBER}),
        ("home", "Wiekslag 12.", {"place_text": NO_NUMBER}),
        ("home", "Wiekslag 12, achterom", {"place_text": NO_NUMBER}),
        ("home", "Wiekslag 12, 2906 AB Capelle", {"place_text": NO_NUMBER}),
        ("home", "12 Wiekslag", {"place_text": NO_NUMBER}),
        ("home", "12e", {"place_text": NO_NUMBER}),
        ("home", "1e Wormenseweg 12", {"place_text": NO_NUMBER}),
        ("home", "Wiekslag\n12\nCapelle", {"place_text": NO_NUMBER}),
    ],
)
def test_home_is_a_street_without_a_number(
    kind: str,
    text: str,
    wrong: dict[str, str],
    client_for: Callable[..., Client],
    initiative: Initiative,
    spot: Place,
) -> None:
    answers = {"wijk": "oostgaarde", "place_kind": kind, "place_text": text} | pin_at(spot)

    response = client_for(initiative.owner).post(page_of(initiative), answers)

    assert (errors(response) if response.status_code == 200 else {}) == wrong
    assert kept() == (UNCHANGED if wrong else ("Oostgaarde", kind, text, spot))


@pytest.mark.parametrize(
    ("who", "stage", "status"),
    [
        ("fatima", Stage.PUBLISHED, 200),
        ("anonymous", Stage.PUBLISHED, 302),
        ("bram", Stage.PUBLISHED, 403),
        ("willem", Stage.PUBLISHED, 403),
        ("noor", Stage.PUBLISHED, 403),
        ("mona", Stage.PUBLISHED, 403),
        ("fatima", Stage.REALISED, 403),
    ],
)
def test_page_is_the_owners_as_long_as_it_runs(
    who: str,
    stage: Stage,
    status: int,
    cast: dict[str, User | None],
    client_for: Callable[..., Client],
    initiative: Initiative,
) -> None:
    Initiative.objects.update(stage=stage, outcome="Klaar." if stage == Stage.REALISED else "")
    client = client_for(cast[who])

    assert client.get(page_of(initiative)).status_code == status
    if status != 200:
        assert client.post(page_of(initiative), EMPTY | {"wijk": "oostgaarde"}).status_code == status
    assert kept() == UNCHANGED


# --- Pointing at the map ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize("chosen", ["", "schollevaar"])
@pytest.mark.parametrize("text", ["Wiekslag", "Wiekslag 12"], ids=["good", "with a fault"])
def test_pointing_shows_the_form_again_with_the_pin(
    text: str, chosen: str, client_for: Callable[..., Client], initiative: Initiative, spot: Place
) -> None:
    typed = EMPTY | {"wijk": chosen, "place_text": text, "place_kind": "home"}

    response = client_for(initiative.owner).post(page_of(initiative), typed | click_at(spot))

    form = soup(response).main
    assert (response.status_code, errors(response)) == (200, {})
    assert form.select("[data-error-summary]") == []
    shown = Place(*(float(form.select_one(f"[name={name}]")["value"]) for name in ("pin_longitude", "pin_latitude")))
    assert (shown.longitude, shown.latitude) == pytest.approx((spot.longitude, spot.latitude), abs=0.001)
    assert form.select_one("[name=wijk] option[selected]")["value"] == (chosen or "oostgaarde")
    assert form.select_one("[name=place_text]")["value"] == text
    assert form.select_one("[name=place_kind][checked]")["value"] == "home"
    assert kept() == UNCHANGED


def test_taking_the_pin_away_shows_the_form_again_without_it(
    client_for: Callable[..., Client], home: Initiative, spot: Place
) -> None:
    before = kept()
    typed = EMPTY | {"place_text": "Wiekslag", "place_kind": "home"} | pin_at(spot) | {"pin_remove": "1"}

    response = client_for(home.owner).post(page_of(home), typed)

    form = soup(response).main
    assert (response.status_code, errors(response)) == (200, {})
    assert [form.select_one(f"[name={name}]")["value"] for name in pin_at(spot)] == ["", ""]
    assert form.select_one("[name=place_text]")["value"] == "Wiekslag"
    assert kept() == before


@pytest.mark.parametrize(
    ("click", "sentence"),
    [
        (
            {"pin.x": "0", "pin.y": "0"},
            "De kaart werkt alleen met een muis of met je vinger. Je kunt ook verder zonder speld.",
        ),
        ({"pin.x": "1", "pin.y": "1"}, OUTSIDE),
    ],
)
def test_pointing_beside_the_town_says_so(
    click: dict[str, str], sentence: str, client_for: Callable[..., Client], initiative: Initiative, oostgaarde: Wijk
) -> None:
    response = client_for(initiative.owner).post(page_of(initiative), EMPTY | {"wijk": "oostgaarde"} | click)

    assert errors(response)["pin"] == sentence
    assert kept() == UNCHANGED


# --- Who sees what ----------------------------------------------------------------------------------------------------
def point_on(page: object) -> tuple[float, float, bool] | None:
    """The point on a page: where it stands, and whether that is said to be exact."""
    figure = page.select_one("[data-map=point]")
    if figure is None:
        return None
    return float(figure["data-longitude"]), float(figure["data-latitude"]), not figure.has_attr("data-metres")


def test_everybody_sees_exactly_where_a_public_place_is(
    client: Client, initiative: Initiative, oostgaarde: Wijk, spot: Place
) -> None:
    place = {"wijk": oostgaarde, "place_kind": PlaceKind.PUBLIC, "place_text": "Achter de Hoven", "point": spot}
    revise_place(initiative=initiative, actor=initiative.owner, **place)

    page = soup(client.get(initiative.get_absolute_url()))

    assert point_on(page) == (spot.longitude, spot.latitude, True)
    assert "Achter de Hoven" in page.main.get_text()
    assert list(Subject.objects.values_list("longitude", "latitude")) == [(spot.longitude, spot.latitude)]


def test_initiative_without_a_point_has_no_map(client: Client, initiative: Initiative) -> None:
    assert point_on(soup(client.get(initiative.get_absolute_url()))) is None


@pytest.mark.parametrize("who", ["anonymous", "bram", "willem", "noor", "petra", "mona", "fatima"])
def test_exact_place_of_a_home_is_nowhere_in_public(
    who: str,
    cast: dict[str, User | None],
    client_for: Callable[..., Client],
    home: Initiative,
    spot: Place,
    reference: None,
) -> None:
    about, (x, y) = blur(spot), town_map().projection.to_pixels(spot)
    exact = [str(spot.longitude), str(spot.latitude), f"translate({round(x, 1)} {round(y, 1)})"]
    client = client_for(cast[who])
    paths = ["/", "/initiatieven/", "/initiatieven/?zoek=tuin", home.get_absolute_url(), "/wijken/oostgaarde/"]

    pages = {path: client.get(path).content.decode() for path in [*paths, *(f"/en{path}" for path in paths)]}

    assert [(path, word) for path, page in pages.items() for word in exact if word in page] == []
    assert point_on(soup(client.get(home.get_absolute_url()))) == (about.longitude, about.latitude, False)
    row = Subject.objects.values().get()
    assert (row["longitude"], row["latitude"]) == (about.longitude, about.latitude)
    assert not any(word in str(row) for word in exact)


def test_case_page_shows_the_exact_place_to_the_contact_person_only(
    client_for: Callable[..., Client], home: Initiative, noor: User, spot: Place
) -> None:
    karim = person("Karim", role=Role.CIVIL_SERVANT)
    url, about = home.case.desk_url, blur(spot)
    before = point_on(soup(client_for(noor).get(url)))

    claim_case(case=home.case, actor=noor)

    assert before == (about.longitude, about.latitude, False)
    assert point_on(soup(client_for(noor).get(url))) == (spot.longitude, spot.latitude, True)
    assert point_on(soup(client_for(karim).get(url))) == (about.longitude, about.latitude, False)
    assert str(spot.longitude) not in client_for(karim).get(url).content.decode()
