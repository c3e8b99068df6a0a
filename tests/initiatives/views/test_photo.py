"""/initiatieven/<slug>/bewerken/foto/ and /foto/<key>/<size>.webp"""

import uuid
from collections.abc import Callable
from io import BytesIO

import pytest
from django.core.files.storage import Storage
from django.test import Client
from PIL import Image

from gemeente.lib.images import MAX_BYTES
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.photos import set_photo
from initiatives.enums import Stage
from initiatives.models import Initiative, Photo, Update
from tests.factories.initiatives import InitiativeFactory, published
from tests.factories.photos import CANARY, a_photo, jpeg, jpeg_from_a_telephone, jpeg_that_says_to_be, upload
from tests.pages import errors, soup

ANSWERS = {"photo_description": "Het grasveld", "photo_people": "nobody"}
ASK_PEOPLE = "Vertel of er mensen op staan, en of zij het goed vinden. Kies je foto daarna nog een keer."


@pytest.fixture
def initiative(fatima: User, oostgaarde: Wijk, store: Storage) -> Initiative:
    return published(owner=fatima, wijk=oostgaarde)


@pytest.fixture
def concept(fatima: User, oostgaarde: Wijk, store: Storage) -> Initiative:
    return InitiativeFactory(owner=fatima, wijk=oostgaarde)


@pytest.fixture
def photo(initiative: Initiative, fatima: User) -> Photo:
    """The photo of what is online."""
    return set_photo(initiative=initiative, actor=fatima, photo=a_photo(), description="Het grasveld").photo


@pytest.fixture
def hidden_photo(concept: Initiative, fatima: User) -> Photo:
    """The photo of a concept."""
    return set_photo(initiative=concept, actor=fatima, photo=a_photo()).photo


def page_of(initiative: Initiative) -> str:
    return f"/initiatieven/{initiative.slug}/bewerken/foto/"


def cache_rules(response: object) -> set[str]:
    return set(response["Cache-Control"].split(", "))


# --- Choosing one -----------------------------------------------------------------------------------------------------
def test_photo_is_shown_on_the_page_and_the_card(
    client: Client, client_for: Callable[..., Client], initiative: Initiative, reference: None
) -> None:
    response = client_for(initiative.owner).post(page_of(initiative), ANSWERS | {"photo": upload()})

    made = Photo.objects.get()
    assert response.headers["Location"] == initiative.get_absolute_url()
    page = soup(client.get(initiative.get_absolute_url()))
    shown, source = page.select_one("main img"), page.select_one("main picture source[type='image/webp']")
    assert (shown["src"], shown["alt"]) == (made.jpeg_url, "Het grasveld")
    assert source["srcset"] == f"{made.large_url} 400w"
    assert (shown["width"], shown["height"]) == ("400", "300")
    assert made.card_url in client.get("/initiatieven/").content.decode()


def test_photo_of_a_concept_leads_to_the_last_look(client_for: Callable[..., Client], concept: Initiative) -> None:
    response = client_for(concept.owner).post(page_of(concept), ANSWERS | {"photo": upload()})

    assert response.headers["Location"] == f"/initiatieven/{concept.slug}/publiceren/"
    assert Photo.objects.get().initiative == concept


def test_page_offers_to_go_on_without(client_for: Callable[..., Client], concept: Initiative) -> None:
    page = soup(client_for(concept.owner).get(page_of(concept)))

    assert page.select_one("main img")["src"] == concept.drawing
    assert page.main.find("a", string="Verder zonder foto")["href"] == f"/initiatieven/{concept.slug}/publiceren/"
    assert page.select_one("form[enctype='multipart/form-data'] input[type=file][name=photo]") is not None


def test_photo_can_be_taken_away(client_for: Callable[..., Client], initiative: Initiative, photo: Photo) -> None:
    client = client_for(initiative.owner)
    away = soup(client.get(page_of(initiative))).main.find("a", string="Haal de foto weg")["href"]
    asked = client.get(away)
    assert (asked.status_code, Photo.objects.count()) == (200, 1)

    response = client.post(away, follow=True)

    assert Photo.objects.count() == 0
    assert response.redirect_chain == [(f"{initiative.get_absolute_url()}fotos/", 302)]
    page = client_for(initiative.owner).get(initiative.get_absolute_url())
    assert soup(page).select_one("main img")["src"] == initiative.drawing


@pytest.mark.parametrize(
    ("who", "stage", "change", "away"),
    [
        ("fatima", Stage.PUBLISHED, 200, 200),
        ("anonymous", Stage.PUBLISHED, 302, 302),
        ("bram", Stage.PUBLISHED, 403, 403),
        ("noor", Stage.PUBLISHED, 403, 403),
        ("mona", Stage.PUBLISHED, 403, 403),
        ("fatima", Stage.STOPPED, 403, 200),
    ],
)
def test_pages_are_the_owners(
    who: str,
    stage: Stage,
    change: int,
    away: int,
    cast: dict[str, User | None],
    client_for: Callable[..., Client],
    photo: Photo,
) -> None:
    Initiative.objects.update(stage=stage, outcome="Klaar.")
    client = client_for(cast[who])

    for url, status in [(page_of(photo.initiative), change), (away_page(photo), away)]:
        assert client.get(url).status_code == status
        if status != 200:
            assert client.post(url, ANSWERS | {"photo": upload()}).status_code == status
    assert list(Photo.objects.all()) == [photo]


def away_page(photo: Photo) -> str:
    """Where its owner takes a photo away."""
    return f"/initiatieven/{photo.initiative.slug}/foto/{photo.key}/weg/"


def test_pages_of_a_concept_are_404_for_others(
    bram: User, client_for: Callable[..., Client], hidden_photo: Photo
) -> None:
    client = client_for(bram)

    for url in (page_of(hidden_photo.initiative), away_page(hidden_photo)):
        assert (client.get(url).status_code, client.post(url, ANSWERS).status_code) == (404, 404)
    assert Photo.objects.count() == 1


def test_photo_of_another_initiative_is_not_there(
    client_for: Callable[..., Client], photo: Photo, hidden_photo: Photo
) -> None:
    url = away_page(photo).replace(photo.initiative.slug, hidden_photo.initiative.slug)

    assert client_for(photo.initiative.owner).post(url).status_code == 404
    assert Photo.objects.count() == 2


# --- What is refused --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"photo_people": "agreed"}, {}),
        ({"photo_description": ""}, {}),
        ({"photo_people": ""}, {"photo_people": ASK_PEOPLE}),
        ({"photo_people": "misschien"}, {"photo_people": "Kies een van deze twee."}),
        ({"photo": ""}, {"photo": "Kies een foto."}),
        (
            {"photo_description": "x" * 161},
            {"photo_description": "Dit is te lang. Gebruik niet meer dan 160 tekens; het zijn er nu 161."},
        ),
    ],
)
def test_answers_are_asked_beside_their_field(
    changes: dict[str, str],
    wrong: dict[str, str],
    client_for: Callable[..., Client],
    initiative: Initiative,
    store: Storage,
) -> None:
    response = client_for(initiative.owner).post(page_of(initiative), {"photo": upload()} | ANSWERS | changes)

    assert (errors(response) if response.status_code == 200 else {}) == wrong
    assert Photo.objects.count() == (0 if wrong else 1)
    assert store.exists("photos") != bool(wrong)


WRONG_NAME = "De naam van dit bestand klopt niet: het is een JPEG-foto. Laat de naam eindigen op .jpg."
WRONG_KIND = "Dit is geen JPEG-, PNG- of WebP-foto. Kies een andere."
BROKEN = "De foto is beschadigd of niet compleet. Kies een andere."
BAD_FILES = {
    "other name": ("plein.png", jpeg(), WRONG_NAME),
    "page by the name of a photo": ("plein.jpg", b"<!doctype html><script>alert(1)</script>", WRONG_KIND),
    "drawing with a script": ("plein.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", WRONG_KIND),
    "half": ("plein.jpg", jpeg()[:-200], BROKEN),
    "empty": ("plein.jpg", b"", "Dit bestand is leeg. Kies een andere foto."),
    "huge": (
        "plein.jpg",
        jpeg().ljust(MAX_BYTES + 1, b"\0"),
        "De foto is te groot. Kies er een van hooguit 10 MB.",
    ),
    "bomb": (
        "plein.jpg",
        jpeg_that_says_to_be(60_000, 60_000),
        "De foto heeft te veel pixels. Kies er een van hooguit 40 megapixel.",
    ),
    "small": ("plein.jpg", jpeg((90, 300)), "De foto is te klein. Kies er een van minstens 100 bij 100 pixels."),
}


@pytest.mark.parametrize(("name", "data", "sentence"), BAD_FILES.values(), ids=BAD_FILES)
def test_bad_file_is_refused_with_a_sentence_and_not_kept(
    name: str, data: bytes, sentence: str, client_for: Callable[..., Client], initiative: Initiative, store: Storage
) -> None:
    response = client_for(initiative.owner).post(page_of(initiative), ANSWERS | {"photo": upload(data, name)})

    assert (response.status_code, errors(response)) == (200, {"photo": sentence})
    form = soup(response).main
    assert form.select_one("[name=photo_description]")["value"] == "Het grasveld"
    assert form.select_one("[name=photo_people][checked]")["value"] == "nobody"
    assert (Photo.objects.count(), store.exists("photos")) == (0, False)


@pytest.mark.parametrize("page", ["bewerken/foto", "nieuws", "stap"])
def test_nothing_stays_of_what_a_telephone_wrote_along(
    page: str, client: Client, client_for: Callable[..., Client], initiative: Initiative, store: Storage
) -> None:
    Initiative.objects.update(stage=Stage.RUNNING)
    told = {"title": "Klaar", "text": "Kom kijken.", "submission_key": str(uuid.uuid4())}
    ended = {"step": "running-realise", "outcome": "De tuin is klaar.", "people_reached": "40"}
    data, name = jpeg_from_a_telephone(), "photos" if page == "nieuws" else "photo"
    assert data.count(CANARY.encode()) == 3

    client_for(initiative.owner).post(
        f"/initiatieven/{initiative.slug}/{page}/", ANSWERS | told | ended | {name: upload(data)}
    )

    made = Photo.objects.get()
    kept = [store.open(f"photos/{name}").read() for name in store.listdir("photos")[1]]
    sent = [b"".join(client.get(url)) for url in (made.card_url, made.large_url, made.jpeg_url)]
    assert (len(kept), sorted(kept)) == (3, sorted(sent))
    for picture in kept:
        assert CANARY.encode() not in picture
        with Image.open(BytesIO(picture)) as image:
            assert (dict(image.getexif()), image.info.keys() & {"exif", "xmp", "comment"}) == ({}, set())
            assert image.format in {"WEBP", "JPEG"}


# --- Serving ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("who", ["anonymous", "bram", "fatima", "noor"])
@pytest.mark.parametrize(("size", "pixels"), [("card", (640, 360)), ("large", (400, 300))])
def test_photo_of_what_is_online_is_for_everybody(
    size: str,
    pixels: tuple[int, int],
    who: str,
    cast: dict[str, User | None],
    client_for: Callable[..., Client],
    photo: Photo,
) -> None:
    response = client_for(cast[who]).get(f"/foto/{photo.key}/{size}.webp")

    assert (response.status_code, response["Content-Type"]) == (200, "image/webp")
    assert cache_rules(response) == {"public", "max-age=60"}
    assert response["X-Content-Type-Options"] == "nosniff"
    with Image.open(BytesIO(b"".join(response))) as image:
        assert image.size == pixels


@pytest.mark.parametrize(
    ("who", "status"),
    [("fatima", 200), ("anonymous", 404), ("bram", 404), ("willem", 404), ("noor", 404), ("mona", 404)],
)
@pytest.mark.parametrize("size", ["card", "large"])
def test_photo_of_a_concept_is_for_its_owner(
    size: str,
    who: str,
    status: int,
    cast: dict[str, User | None],
    client_for: Callable[..., Client],
    hidden_photo: Photo,
) -> None:
    response = client_for(cast[who]).get(f"/foto/{hidden_photo.key}/{size}.webp")

    assert response.status_code == status
    if status == 200:
        assert cache_rules(response) == {"private", "no-store"}
        response.close()


def test_photo_in_english_is_the_same_photo(client: Client, photo: Photo) -> None:
    assert b"".join(client.get(f"/en/foto/{photo.key}/card.webp")) == photo.card.read()


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("{key}/card", 200),
        ("{key}/small", 404),
        ("{key}/initiative", 404),
        ("{key}/../card", 404),
        (f"{uuid.UUID(int=1)}/card", 404),
        ("1/card", 404),
    ],
)
def test_unknown_photo_or_size_is_404(path: str, status: int, client: Client, photo: Photo) -> None:
    response = client.get(f"/foto/{path.format(key=photo.key)}.webp")

    assert response.status_code == status
    response.close()


def test_photo_that_was_taken_away_is_404(client: Client, client_for: Callable[..., Client], photo: Photo) -> None:
    client_for(photo.initiative.owner).post(away_page(photo))

    assert client.get(photo.large_url).status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_photo_refuses_other_methods(method: str, client: Client, photo: Photo) -> None:
    assert getattr(client, method)(photo.card_url).status_code == 405


# --- The result and the news ------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("page", "answers"),
    [
        ("stap", {"step": "running-realise", "outcome": "De tuin is klaar.", "people_reached": "40"}),
        ("nieuws", {"title": "De eerste bonen", "text": "Kom kijken.", "submission_key": str(uuid.UUID(int=3))}),
    ],
)
@pytest.mark.parametrize(("people", "is_kept"), [("agreed", True), ("", False)])
def test_photo_of_a_result_or_of_news_asks_the_same(
    people: str,
    is_kept: bool,
    page: str,
    answers: dict[str, str],
    client: Client,
    client_for: Callable[..., Client],
    initiative: Initiative,
) -> None:
    Initiative.objects.update(stage=Stage.RUNNING)
    name = "photos" if page == "nieuws" else "photo"
    told = answers | {name: upload(), "photo_description": "Wij allemaal", "photo_people": people}

    response = client_for(initiative.owner).post(f"/initiatieven/{initiative.slug}/{page}/", told)

    if is_kept:
        made = Photo.objects.get()
        following = f"nieuws/{made.update_id}/fotos/" if page == "nieuws" else None
        assert response.headers["Location"].startswith(initiative.get_absolute_url() + (following or ""))
        shown = soup(client.get(initiative.get_absolute_url())).select_one(f"main img[src='{made.jpeg_url}']")
        assert shown["alt"] == ("" if page == "nieuws" else "Wij allemaal")
    else:
        assert errors(response) == {"photo_people": ASK_PEOPLE}
        assert (Photo.objects.count(), Update.objects.count(), Initiative.objects.get().outcome) == (0, 0, "")
