"""/beheer/gemeente/, and what pages and mails make of it: /huisstijl.css, /logo/<naam>, the sender."""

import re
from collections.abc import Callable
from io import BytesIO

import pytest
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from gemeente.activity.delivery import Letter, compose_letter
from gemeente.lib.images import CleanLogo
from gemeente.places.models import Gemeente
from gemeente.portal.forms import GemeenteForm, read_logo, sign_logo
from gemeente.users.models import User
from tests.factories.photos import CANARY, jpeg, jpeg_from_a_telephone
from tests.pages import errors, soup

PAGE = "/beheer/gemeente/"


@pytest.fixture
def on_commit(django_capture_on_commit_callbacks: Callable) -> Callable:
    return django_capture_on_commit_callbacks


def answers(**other: object) -> dict[str, object]:
    """What the form sends when nothing was changed, and what was."""
    told = GemeenteForm.initial_of(Gemeente.objects.get())
    return {name: value for name, value in told.items() if value is not None} | other


def upload(data: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile("logo.jpg", data or jpeg((800, 200)))


def stored() -> Gemeente:
    return Gemeente.objects.get()


# --- The form ---------------------------------------------------------------------------------------------------------
def test_everything_is_saved_and_shown_at_once(desk: Client, client: Client, on_commit: Callable) -> None:
    client.get("/")

    with on_commit(execute=True):
        response = desk.post(
            PAGE,
            answers(portal_name="Buurtkans", phone="14 0180", opening_hours="elke dag", colour="#7A1F5C"),
        )

    page = soup(client.get("/"))
    assert response.url == PAGE
    assert (stored().portal_name, stored().phone, stored().colour) == ("Buurtkans", "14 0180", "#7a1f5c")
    assert page.select_one(".portal-brand__name").get_text() == "Buurtkans"
    assert "elke dag" in page.footer.get_text()
    assert page.select("footer a[href='tel:140180']")


def test_preview_saves_nothing(desk: Client) -> None:
    before = Gemeente.objects.values().get()

    page = soup(desk.post(PAGE, answers(preview="1", portal_name="Buurtkans", colour="#7a1f5c")))

    assert "Dit is nog niet bewaard." in page.main.get_text()
    assert page.select("main svg rect[fill='#7a1f5c']")
    assert page.select_one("[name=portal_name]")["value"] == "Buurtkans"
    assert Gemeente.objects.values().get() == before


@pytest.mark.parametrize(
    ("other", "field", "sentence"),
    [
        ({"portal_name": ""}, "portal_name", "Vul de naam van het portaal in."),
        ({"phone": "bel maar"}, "phone", "Dit is geen telefoonnummer."),
        ({"email": "capelle"}, "email", "Dit is geen e-mailadres."),
        ({"colour": "paars"}, "colour", "Schrijf de kleur als # met zes cijfers of letters"),
        ({"colour": "#f6b21b"}, "colour", "het contrast is 1,9 en moet 4,5 zijn. Kies een donkerdere kleur."),
        ({"sender_name": "Capelle"}, "sender_email", "Vul ook het adres van de afzender in."),
    ],
)
def test_bad_input_is_told_beside_the_field(other: dict[str, str], field: str, sentence: str, desk: Client) -> None:
    before = Gemeente.objects.values().get()

    response = desk.post(PAGE, answers(**other))

    assert (list(errors(response)), sentence in errors(response).get(field, "")) == ([field], True)
    assert Gemeente.objects.values().get() == before


def test_sender_stays_on_one_line(desk: Client) -> None:
    desk.post(PAGE, answers(sender_name="Capelle\nBcc: dief@voorbeeld.example", sender_email="post@capelle.example"))

    assert "\n" not in stored().sender_name


def test_second_tab_hears_that_somebody_was_first(desk: Client) -> None:
    opened = answers(phone="14 070")
    desk.post(PAGE, answers(phone="14 0180"))

    page = soup(desk.post(PAGE, opened))

    assert "Iemand anders heeft dit net veranderd." in page.select_one("[role=alert]").get_text()
    assert stored().phone == "14 0180"


# --- The logo ---------------------------------------------------------------------------------------------------------
def test_logo_is_painted_anew_and_shown_with_its_words(desk: Client, client: Client, on_commit: Callable) -> None:
    with on_commit(execute=True):
        desk.post(PAGE, answers(logo=upload(jpeg_from_a_telephone()), logo_text="Gemeente Capelle"))

    picture = soup(client.get("/")).select_one(".portal-brand img")
    answer = client.get(picture["src"])
    data = b"".join(answer.streaming_content)
    assert (picture["alt"], picture["width"], picture["height"]) == ("Gemeente Capelle", "59", "44")
    assert (answer.headers["Content-Type"], "immutable" in answer.headers["Cache-Control"]) == ("image/webp", True)
    assert Image.open(BytesIO(data)).size == (213, 160)
    assert CANARY.encode() not in data


def test_logo_of_a_preview_is_kept_until_it_is_saved(desk: Client) -> None:
    page = soup(desk.post(PAGE, answers(preview="1", logo=upload(), logo_text="Capelle")))
    kept = page.select_one("[name=kept_logo]")["value"]

    desk.post(PAGE, answers(kept_logo=kept, logo_text="Capelle"))

    assert page.select_one("main img[src^='data:image/webp']")["alt"] == "Het nieuwe logo: Capelle"
    assert (stored().logo_width, stored().logo_height, stored().logo_text) == (640, 160, "Capelle")


def test_logo_that_we_did_not_sign_is_not_taken(desk: Client) -> None:
    forged = signing.dumps(["3c7376673e", 320, 80], salt="another", compress=True)

    desk.post(PAGE, answers(kept_logo=forged, logo_text="Capelle"))

    assert (stored().logo.name, stored().logo_text) == ("", "Capelle")


def test_signed_logo_reads_back() -> None:
    logo = CleanLogo(b"\x00webp\xff", 320, 80)

    assert read_logo(sign_logo(logo)) == logo


def test_logo_without_words_is_refused(desk: Client) -> None:
    response = desk.post(PAGE, answers(logo=upload()))

    assert errors(response) == {"logo_text": "Schrijf op wat er op het logo staat. Een schermlezer leest dat voor."}
    assert stored().logo.name == ""


def test_file_that_is_no_picture_is_refused(desk: Client) -> None:
    response = desk.post(PAGE, answers(logo=upload(b"<svg onload='alert(1)'/>"), logo_text="Capelle"))

    assert errors(response) == {"logo": "Dit is geen JPEG-, PNG- of WebP-foto. Kies een andere."}


def test_logo_is_taken_away(desk: Client) -> None:
    desk.post(PAGE, answers(logo=upload(), logo_text="Capelle"))
    had = stored().logo.name

    desk.post(PAGE, answers(drops_logo="on"))

    assert (had != "", stored().logo.name) == (True, "")


def test_logo_under_another_name_is_404(client: Client, reference: None) -> None:
    assert client.get("/logo/huisstijl.webp").status_code == 404


# --- The colour -------------------------------------------------------------------------------------------------------
def style_links(client: Client) -> list[str]:
    """The addresses of our own style sheet on the first page."""
    return [link["href"] for link in soup(client.get("/")).select("link[href^='/huisstijl']")]


def test_colour_becomes_a_style_sheet_that_is_kept_by_its_version(client: Client, gemeente: Gemeente) -> None:
    Gemeente.objects.update(colour="#7a1f5c")

    (url,) = style_links(client)
    right, wrong = client.get(url), client.get("/huisstijl.css?v=oud")

    assert re.fullmatch(r"/huisstijl\.css\?v=[0-9a-f]{12}", url)
    assert "--portal-accent: #7a1f5c;" in right.content.decode()
    assert right.headers["Content-Type"] == "text/css; charset=utf-8"
    assert "immutable" in right.headers["Cache-Control"]
    assert wrong.headers["Cache-Control"] == "public, max-age=60"
    assert not right.cookies


def test_other_colour_has_another_address(client: Client, gemeente: Gemeente) -> None:
    addresses = set()
    for colour in ("#7a1f5c", "#0b4a6f"):
        Gemeente.objects.update(colour=colour)
        addresses |= set(style_links(client))

    assert len(addresses) == 2


def test_without_a_colour_no_style_sheet_is_linked(client: Client, gemeente: Gemeente) -> None:
    assert style_links(client) == []
    assert client.get("/huisstijl.css").content == b""


# --- Mail -------------------------------------------------------------------------------------------------------------
def test_all_mail_comes_from_the_sender(client: Client, fatima: User, gemeente: Gemeente, mailoutbox: list) -> None:
    Gemeente.objects.update(sender_name="Gemeente Capelle", sender_email="post@capelle.example")

    compose_letter(Letter("Dag", "Hallo.", "https://x.example/", "Kijk"), "buur@voorbeeld.example").send()
    client.post("/account/login/code/", {"email": fatima.email})

    assert [mail.from_email for mail in mailoutbox] == ["Gemeente Capelle <post@capelle.example>"] * 2
