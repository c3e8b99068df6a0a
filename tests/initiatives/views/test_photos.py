"""Several photos: the page where they are kept, and the page of one."""

import uuid
from collections.abc import Callable

import pytest
from django.core.files.storage import Storage
from django.test import Client
from django.utils import timezone

from gemeente.lib.errors import Refused
from gemeente.moderation.actions.blocking import pause_account
from gemeente.moderation.actions.hiding import hide_part
from gemeente.moderation.actions.reporting import report_part
from gemeente.moderation.enums import ReportReason
from gemeente.moderation.models import HidingGround
from gemeente.places.models import Wijk
from gemeente.portal.enums import RuleName
from gemeente.portal.models import Rule
from gemeente.users.models import User
from initiatives.actions.news import tell_news
from initiatives.actions.photos import add_photos, describe_photos, remove_photo
from initiatives.enums import PhotoPlace, Stage
from initiatives.models import Initiative, Photo
from initiatives.parts import photo_part
from tests.conftest import LONG_AGO
from tests.factories.initiatives import InitiativeFactory, published
from tests.factories.photos import a_photo, jpeg, upload
from tests.pages import errors, soup

BAD = b"<!doctype html><script>alert(1)</script>"
ASK_PEOPLE = "Vertel of er mensen op staan, en of zij het goed vinden. Kies je foto daarna nog een keer."
COLOURS = ("red", "green", "blue", "yellow", "black", "white", "brown")


@pytest.fixture
def initiative(fatima: User, oostgaarde: Wijk, store: Storage, reference: None) -> Initiative:
    return published(owner=fatima, wijk=oostgaarde)


@pytest.fixture
def three(initiative: Initiative) -> list[Photo]:
    return shown(initiative, 3)


def shown(initiative: Initiative, number: int, **fields: object) -> list[Photo]:
    """So many photos on it."""
    photos = [a_photo(colour) for colour in COLOURS[:number]]
    return add_photos(initiative=initiative, actor=initiative.owner, photos=photos, **fields)


def allow(number: int) -> None:
    """From today on a page may have so many."""
    Rule.objects.create(name=RuleName.GALLERY_PHOTOS, value=number, starts_on=timezone.localdate())


def page_of(initiative: Initiative) -> str:
    return f"/initiatieven/{initiative.slug}/fotos/"


def order(initiative: Initiative) -> list[uuid.UUID]:
    """The keys of the photos of its page, in order."""
    return [photo.key for photo in initiative.photos.filter(place=PhotoPlace.GALLERY)]


def alerts(page: object) -> list[str]:
    """What the page says on top."""
    return [" ".join(alert.get_text().split()) for alert in page.select(".utrecht-alert")]


# --- Sending ----------------------------------------------------------------------------------------------------------
def test_several_photos_are_sent_at_once(
    client: Client, client_for: Callable[..., Client], initiative: Initiative
) -> None:
    sent = [upload(jpeg(colour=colour), f"{colour}.jpg") for colour in ("red", "blue")]

    response = client_for(initiative.owner).post(page_of(initiative), {"photos": sent, "photo_people": "nobody"})

    first, second = initiative.photos.all()
    initiative.refresh_from_db()
    assert response.headers["Location"] == f"{page_of(initiative)}#foto-{first.key}"
    assert (initiative.photo, first.position, second.position) == (first, 1, 2)
    page = soup(client.get(initiative.get_absolute_url()))
    links = [link["href"] for link in page.select("main a[href*='/foto/']")]
    assert links == [first.get_absolute_url(), second.get_absolute_url()]
    assert [image["src"] for image in page.select(".portal-shots img")] == [second.jpeg_url]


def test_bad_file_refuses_only_itself(client_for: Callable[..., Client], initiative: Initiative) -> None:
    name = "<b>heel lange naam van een bestand dat geen foto is.jpg"
    sent = [upload(), upload(BAD, name), upload(b"", "leeg.jpg")]

    response = client_for(initiative.owner).post(
        page_of(initiative), {"photos": sent, "photo_people": "nobody"}, follow=True
    )

    page = soup(response)
    assert initiative.photos.count() == 1
    told = alerts(page)
    assert "Je foto staat erbij. Vertel er nog bij wat erop te zien is." in told[0]
    assert "Dit is geen JPEG-, PNG- of WebP-foto." in told[1]
    assert "“leeg.jpg”: Dit bestand is leeg." in told[2]
    assert "“<b>heel lange naam van een bestand dat …”" in told[1]
    assert page.select("main b") == []


def test_nothing_but_bad_files_is_told_beside_the_field(
    client_for: Callable[..., Client], initiative: Initiative, store: Storage
) -> None:
    sent = [upload(BAD, "een.jpg"), upload(BAD, "twee.jpg")]

    response = client_for(initiative.owner).post(page_of(initiative), {"photos": sent, "photo_people": "nobody"})

    sentences = [line.get_text() for line in soup(response).select("#id_photos_error span")]
    assert sentences == [
        "“een.jpg”: Dit is geen JPEG-, PNG- of WebP-foto. Kies een andere."
        "“twee.jpg”: Dit is geen JPEG-, PNG- of WebP-foto. Kies een andere."
    ]
    assert (Photo.objects.count(), store.exists("photos")) == (0, False)


@pytest.mark.parametrize(
    ("sent", "people", "field", "sentence"),
    [
        (0, "nobody", "photos", "Kies een foto."),
        (7, "nobody", "photos", "Dit zijn er te veel tegelijk. Kies er nu hooguit 6; daarna kun je er meer sturen."),
        (
            1,
            "",
            "photo_people",
            ASK_PEOPLE,
        ),
        (1, "misschien", "photo_people", "Kies een van deze twee."),
        (2, "nobody", "photos", "Er is nog plek voor 1 foto. Kies er niet meer."),
    ],
)
def test_bad_input_is_told_beside_the_field(
    sent: int, people: str, field: str, sentence: str, client_for: Callable[..., Client], initiative: Initiative
) -> None:
    allow(1)
    answers = {"photos": [upload() for _number in range(sent)], "photo_people": people}

    response = client_for(initiative.owner).post(page_of(initiative), answers)

    assert (response.status_code, errors(response)) == (200, {field: sentence})
    assert Photo.objects.count() == 0


def test_full_page_says_what_to_do(
    client_for: Callable[..., Client], initiative: Initiative, three: list[Photo]
) -> None:
    allow(2)

    page = soup(client_for(initiative.owner).get(page_of(initiative)))

    assert page.select("input[type=file]") == []
    assert "Er is geen plek meer voor foto's. Haal er eerst een weg." in page.main.get_text()


def test_who_must_be_silent_adds_none(
    client_for: Callable[..., Client], initiative: Initiative, mona: User, store: Storage
) -> None:
    pause_account(person=initiative.owner, actor=mona, days=7, reason="Reclame.")

    response = client_for(initiative.owner).post(page_of(initiative), {"photos": upload(), "photo_people": "nobody"})

    assert "photos" in errors(response)
    assert (Photo.objects.count(), store.exists("photos")) == (0, False)


def test_concept_has_photos_before_anybody_sees_it(
    client: Client, client_for: Callable[..., Client], fatima: User, oostgaarde: Wijk, store: Storage, reference: None
) -> None:
    concept = InitiativeFactory(owner=fatima, wijk=oostgaarde)

    client_for(fatima).post(page_of(concept), {"photos": upload(), "photo_people": "nobody"})

    photo = concept.photos.get()
    for address in (photo.get_absolute_url(), photo.large_url, photo.jpeg_url):
        assert (client.get(address).status_code, client_for(fatima).get(address).status_code) == (404, 200)


@pytest.mark.parametrize(("place", "page"), [(PhotoPlace.BEFORE, "voor"), (PhotoPlace.AFTER, "na")])
def test_result_has_photos_of_before_and_after(
    place: PhotoPlace, page: str, client_for: Callable[..., Client], initiative: Initiative
) -> None:
    url = f"{page_of(initiative)}{page}/"

    response = client_for(initiative.owner).post(url, {"photos": upload(), "photo_people": "nobody"})

    photo = initiative.photos.get()
    initiative.refresh_from_db()
    assert response.headers["Location"] == f"{url}#foto-{photo.key}"
    assert (photo.place, initiative.photo) == (place, None)


def test_news_has_photos_of_its_own(client: Client, client_for: Callable[..., Client], initiative: Initiative) -> None:
    news = tell_news(initiative=initiative, actor=initiative.owner, title="Klaar", text="Kijk.")
    url = f"/initiatieven/{initiative.slug}/nieuws/{news.pk}/fotos/"

    client_for(initiative.owner).post(url, {"photos": [upload(), upload()], "photo_people": "nobody"})

    assert news.photos.count() == 2
    page = soup(client.get(initiative.get_absolute_url()))
    assert len(page.select("[aria-labelledby=nieuws] .portal-shots img")) == 2


def test_photos_of_news_stand_with_news_of_the_same_page(initiative: Initiative, oostgaarde: Wijk) -> None:
    other = published(owner=initiative.owner, wijk=oostgaarde)
    here, elsewhere = (
        tell_news(initiative=row, actor=row.owner, title="Klaar", text="Kijk.") for row in (initiative, other)
    )

    for wrong in ({"place": PhotoPlace.NEWS, "update": elsewhere}, {"place": PhotoPlace.NEWS}, {"update": here}):
        with pytest.raises(Refused, match="Dit nieuws staat hier niet meer"):
            shown(initiative, 1, **wrong)
    assert Photo.objects.count() == 0

    assert shown(initiative, 1, place=PhotoPlace.NEWS, update=here)[0].update == here


# --- Words and order --------------------------------------------------------------------------------------------------
def test_page_reminds_of_words_until_they_are_there(
    client_for: Callable[..., Client], initiative: Initiative, three: list[Photo]
) -> None:
    client = client_for(initiative.owner)
    page = soup(client.get(page_of(initiative)))
    form = page.select_one("main form")
    told = {field["name"]: f"Foto van {number}" for number, field in enumerate(form.select("input[type=text]"))}

    response = client.post(form["action"], told, follow=True)

    assert alerts(page) == ["Bij 3 foto's staat nog niet wat je ziet."]
    assert alerts(soup(response)) == ["De beschrijvingen zijn bewaard."]
    assert [photo.description for photo in initiative.photos.all()] == ["Foto van 0", "Foto van 1", "Foto van 2"]


def test_same_words_about_photos_change_nothing(initiative: Initiative, three: list[Photo]) -> None:
    words = {three[0].key: "Een bank", three[1].key: "Een boom"}
    told = {"initiative": initiative, "actor": initiative.owner}
    first = describe_photos(**told, descriptions=words)
    Initiative.objects.update(heard_at=LONG_AGO)

    again = describe_photos(**told, descriptions=words)
    heard = Initiative.objects.get().heard_at
    one = describe_photos(**told, descriptions=words | {three[1].key: "Een eik"})

    assert (first, again, heard, one) == (2, 0, LONG_AGO, 1)


def test_words_that_are_too_long_are_told_and_all_is_kept(
    client_for: Callable[..., Client], initiative: Initiative, three: list[Photo]
) -> None:
    url = f"/initiatieven/{initiative.slug}/foto/{three[0].key}/beschrijvingen/"
    told = {f"beschrijving-{three[0].key}": "x" * 161, f"beschrijving-{three[1].key}": "Een bank"}

    response = client_for(initiative.owner).post(url, told)

    sentence = "Dit is te lang. Gebruik niet meer dan 160 tekens; het zijn er nu 161."
    assert errors(response) == {f"beschrijving-{three[0].key}": sentence}
    assert soup(response).select_one(f"[name='beschrijving-{three[1].key}']")["value"] == "Een bank"
    assert {photo.description for photo in initiative.photos.all()} == {""}


def test_words_about_photos_of_others_change_nothing(
    client_for: Callable[..., Client], initiative: Initiative, three: list[Photo], oostgaarde: Wijk, bram: User
) -> None:
    (other,) = shown(published(owner=bram, wijk=oostgaarde), 1)
    url = f"/initiatieven/{initiative.slug}/foto/{three[0].key}/beschrijvingen/"

    client_for(initiative.owner).post(url, {f"beschrijving-{other.key}": "Van mij"})

    assert Photo.objects.get(pk=other.pk).description == ""


@pytest.mark.parametrize(
    ("which", "act", "expected"),
    [
        (1, "eerder", [1, 0, 2]),
        (1, "later", [0, 2, 1]),
        (0, "eerder", [0, 1, 2]),
        (2, "later", [0, 1, 2]),
        (2, "eerder", [0, 2, 1]),
    ],
)
def test_photo_changes_turns_and_what_was_typed_is_kept(
    which: int,
    act: str,
    expected: list[int],
    client_for: Callable[..., Client],
    initiative: Initiative,
    three: list[Photo],
) -> None:
    url = f"/initiatieven/{initiative.slug}/foto/{three[which].key}/{act}/"

    response = client_for(initiative.owner).post(url, {f"beschrijving-{three[2].key}": "Een bank"})

    assert response.headers["Location"] == f"{page_of(initiative)}#foto-{three[which].key}"
    assert order(initiative) == [three[number].key for number in expected]
    assert initiative.photos.get(pk=three[2].pk).description == "Een bank"


def test_other_photo_is_put_on_top(
    client_for: Callable[..., Client], initiative: Initiative, three: list[Photo]
) -> None:
    url = f"/initiatieven/{initiative.slug}/foto/{three[2].key}/bovenaan/"

    response = client_for(initiative.owner).post(url, follow=True)

    initiative.refresh_from_db()
    assert (initiative.photo, initiative.picture) == (three[2], three[2].card_url)
    assert soup(response).select_one(f"#foto-{three[2].key} strong").get_text() == "Staat bovenaan"


def test_photo_of_news_cannot_be_put_on_top(client_for: Callable[..., Client], initiative: Initiative) -> None:
    news = tell_news(initiative=initiative, actor=initiative.owner, title="Klaar", text="Kijk.", photos=[a_photo()])
    url = f"/initiatieven/{initiative.slug}/foto/{news.photos.get().key}/bovenaan/"

    assert client_for(initiative.owner).post(url).status_code == 409
    assert Initiative.objects.get().photo is None


def test_next_photo_takes_the_place_on_top(
    client_for: Callable[..., Client], initiative: Initiative, three: list[Photo]
) -> None:
    response = client_for(initiative.owner).post(f"/initiatieven/{initiative.slug}/foto/{three[0].key}/weg/")

    initiative.refresh_from_db()
    assert response.headers["Location"] == page_of(initiative)
    assert (initiative.photo, order(initiative)) == (three[1], [three[1].key, three[2].key])
    remove_photo(photo=three[2], actor=initiative.owner)
    initiative.refresh_from_db()
    assert (initiative.photo, order(initiative)) == (three[1], [three[1].key])


@pytest.mark.parametrize("act", ["eerder", "later", "bovenaan", "beschrijvingen"])
@pytest.mark.parametrize(("who", "status"), [("bram", 403), ("noor", 403), ("mona", 403), ("anonymous", 302)])
def test_order_is_of_who_writes(
    who: str,
    status: int,
    act: str,
    cast: dict[str, User | None],
    client_for: Callable[..., Client],
    initiative: Initiative,
    three: list[Photo],
) -> None:
    url = f"/initiatieven/{initiative.slug}/foto/{three[1].key}/{act}/"

    assert client_for(cast[who]).post(url, {f"beschrijving-{three[1].key}": "Van mij"}).status_code == status
    assert order(initiative) == [photo.key for photo in three]
    assert {photo.description for photo in initiative.photos.all()} == {""}


# --- One photo --------------------------------------------------------------------------------------------------------
def test_page_of_a_photo_leads_to_those_beside_it_and_to_reporting(
    client: Client, initiative: Initiative, three: list[Photo]
) -> None:
    Photo.objects.filter(pk=three[1].pk).update(description="Een bank onder een boom")

    page = soup(client.get(three[1].get_absolute_url()))

    assert page.select_one("main img")["alt"] == "Een bank onder een boom"
    links = {link.get_text(strip=True): link["href"] for link in page.select("main a")}
    assert links["Vorige foto"] == three[0].get_absolute_url()
    assert links["Volgende foto"] == three[2].get_absolute_url()
    assert links["Meld deze foto"] == f"/melden/{initiative.subject_id}/?deel={photo_part(three[1])}"
    assert page.select("form[method=post]") == []


def test_hidden_photo_goes_alone(
    client: Client, client_for: Callable[..., Client], initiative: Initiative, three: list[Photo], mona: User
) -> None:
    report = report_part(subject=initiative.subject, part=photo_part(three[1]), reason=ReportReason.PHOTO)
    hide_part(report=report, actor=mona, ground=HidingGround.objects.first(), facts="Er staat een kind op.")

    page = client.get(initiative.get_absolute_url()).content.decode()

    assert [str(photo.key) in page for photo in three] == [True, False, True]
    assert client.get(three[1].get_absolute_url()).status_code == 404
    assert client_for(initiative.owner).get(three[1].get_absolute_url()).status_code == 200
    assert "Foto 1 van 2" in client.get(three[0].get_absolute_url()).content.decode()


def test_photo_that_was_not_checked_is_given_to_nobody(
    client_for: Callable[..., Client], initiative: Initiative, three: list[Photo]
) -> None:
    Photo.objects.update(checked_at=None)
    owner, photo = client_for(initiative.owner), three[0]

    for address in (photo.large_url, photo.card_url, photo.phone_url, photo.jpeg_url, photo.get_absolute_url()):
        assert owner.get(address).status_code == 404
    for address in (initiative.get_absolute_url(), page_of(initiative)):
        assert str(three[1].key) not in owner.get(address).content.decode()


def test_photo_of_before_there_were_sizes_is_still_shown(client: Client, three: list[Photo]) -> None:
    Photo.objects.update(phone="", jpeg="")

    for address in (three[0].jpeg_url, three[0].phone_url):
        response = client.get(address)
        assert (response.status_code, response["Content-Type"]) == (200, "image/webp")


def test_sizes_for_phone_and_screen(client: Client, initiative: Initiative) -> None:
    from gemeente.lib.images import clean_photo
    from tests.gemeente.lib.pictures import opened

    large = clean_photo(upload(jpeg((2000, 1500))))
    (photo,) = add_photos(initiative=initiative, actor=initiative.owner, photos=[large])

    source = soup(client.get(photo.get_absolute_url())).select_one("source")

    assert source["srcset"] == f"{photo.phone_url} 800w, {photo.large_url} 1600w"
    sizes = {url: opened(b"".join(client.get(url))) for url in (photo.phone_url, photo.large_url, photo.jpeg_url)}
    assert {(image.format, image.size) for image in sizes.values()} == {
        ("WEBP", (800, 600)),
        ("WEBP", (1600, 1200)),
        ("JPEG", (800, 600)),
    }


@pytest.mark.parametrize("number", [1, 6])
@pytest.mark.parametrize("stage", [Stage.PUBLISHED])
def test_pages_cost_the_same_with_many_photos(
    number: int,
    stage: Stage,
    client: Client,
    client_for: Callable[..., Client],
    initiative: Initiative,
    django_assert_num_queries: Callable[..., object],
) -> None:
    photos = shown(initiative, number)
    owner = client_for(initiative.owner)
    owner.get(page_of(initiative))
    client.get(photos[0].get_absolute_url())

    with django_assert_num_queries(3):
        client.get(f"{photos[0].get_absolute_url()}?x")  # another address: the first one is kept
    with django_assert_num_queries(8):
        owner.get(page_of(initiative))
