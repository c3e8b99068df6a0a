"""Files of people who mean harm, through the pages that take files: refused with a sentence, or made harmless."""

import re
import zlib
from collections.abc import Callable
from io import BytesIO

import pytest
from django.core.files.storage import Storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from gemeente.lib.documents import clean_pdf
from gemeente.lib.file_names import saved_name, shown_name
from gemeente.lib.images import ImageRefused, clean_photo
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.models import Document, Initiative, Photo
from tests.factories.documents import pdf, sent_pdf, stream
from tests.factories.initiatives import published
from tests.gemeente.lib.hostile import Hostile, documents, mutated, names, pictures
from tests.gemeente.lib.pictures import CANARY, PLAIN
from tests.pages import errors, soup

PAYLOADS = (CANARY.encode(), b"<script", b"<?php", b"PK\x03\x04", b"%PDF", b"MANIFEST")
PICTURES, NAMES, DOCUMENTS = list(pictures()), list(names()), list(documents())


def sent(hostile: Hostile) -> SimpleUploadedFile:
    """A file under a name that a browser would not have let through: the name is set past the checks of the class."""
    file = SimpleUploadedFile("x", hostile.data)
    file._name = hostile.name
    return file


@pytest.fixture
def initiative(fatima: User, oostgaarde: Wijk, store: Storage, reference: None) -> Initiative:
    return published(owner=fatima, wijk=oostgaarde)


@pytest.fixture
def owner(initiative: Initiative, client_for: Callable[..., Client]) -> Client:
    return client_for(initiative.owner)


def kept(store: Storage, folder: str) -> list[tuple[str, bytes]]:
    """Every file in a folder of the store, with its name."""
    if not store.exists(folder):
        return []
    return [(name, store.open(f"{folder}/{name}").read()) for name in store.listdir(folder)[1]]


def assert_only_pixels(store: Storage) -> None:
    """Whatever was kept is a picture that we painted, under a name that we chose."""
    files = kept(store, "photos")
    assert files
    for name, data in files:
        assert re.fullmatch(r"[0-9a-f]{32}(-card|-phone)?\.webp|[0-9a-f]{32}\.jpg", name)
        assert [payload for payload in PAYLOADS if payload in data] == []
        with Image.open(BytesIO(data)) as image:
            assert image.format in {"WEBP", "JPEG"}
            assert image.info.keys() <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "loop", "background"}
            assert getattr(image, "n_frames", 1) == 1
            assert max(image.size) <= 1600


def test_corpus_is_large_enough() -> None:
    assert len(PICTURES) + len(DOCUMENTS) >= 80
    assert len({hostile.what for hostile in PICTURES}) == len(PICTURES)


def outcome(owner: Client, url: str, told: dict[str, object], store: Storage) -> str:
    """What came of sending a file: "stayed", or "refused" with a sentence beside its field; nothing else will do."""
    response = owner.post(url, told)
    if response.status_code == 302:
        return "stayed"
    sentence = next(iter(errors(response).values()))
    return "refused" if response.status_code == 200 and len(sentence) > 20 else f"{response.status_code} {sentence}"


def test_pictures_are_refused_or_harmless(owner: Client, initiative: Initiative, store: Storage) -> None:
    url, found = f"/initiatieven/{initiative.slug}/fotos/", {}

    for hostile in PICTURES:
        found[hostile.what] = outcome(owner, url, {"photos": sent(hostile), "photo_people": "nobody"}, store)

        made = list(Photo.objects.all())
        assert len(made) == (1 if found[hostile.what] == "stayed" else 0)
        if made:
            assert_only_pixels(store)
            forget(made, store)
        assert kept(store, "photos") == []

    assert found == {hostile.what: "stayed" if hostile.may_stay else "refused" for hostile in PICTURES}


def forget(photos: list[Photo], store: Storage) -> None:
    """Make room for the next."""
    for photo in photos:
        for file in photo.files:
            store.delete(file.name)
        photo.delete()


def test_names_of_photos_go_nowhere(owner: Client, initiative: Initiative, store: Storage) -> None:
    url = f"/initiatieven/{initiative.slug}/fotos/"

    for hostile in NAMES:
        files = [sent(hostile), sent(Hostile("", hostile.name, b"geen foto"))]
        response = owner.post(url, {"photos": files, "photo_people": "nobody"}, follow=True)

        page = soup(response)
        assert (hostile.what, response.status_code, Photo.objects.count()) == (hostile.what, 200, 1)
        assert_only_pixels(store)
        told = page.select_one(".utrecht-alert--warning").get_text()
        assert "Dit is geen JPEG-, PNG- of WebP-foto." in told
        assert not re.search("[\u202e\u2066\u200b\0\r]", told)
        assert page.select("main img[onerror], main script") == []
        forget(list(Photo.objects.all()), store)


def test_documents_are_refused(owner: Client, initiative: Initiative, store: Storage) -> None:
    url, found = f"/initiatieven/{initiative.slug}/documenten/", {}

    for hostile in DOCUMENTS:
        told = {"title": "Plan", "audience": "everybody", "document": sent(hostile)}
        found[hostile.what] = outcome(owner, url, told, store)

    assert found == {hostile.what: "refused" for hostile in DOCUMENTS}
    assert (Document.objects.count(), kept(store, "documents")) == (0, [])


ORDINARY = {
    "of one page": pdf(),
    "that opens at a page": pdf(catalog=b"/OpenAction[3 0 R/XYZ null null 0]"),
    "that goes to a page": pdf(catalog=b"/OpenAction<</S/GoTo/D[3 0 R/Fit]>>"),
    "that goes to a page in an object": pdf(b"<</S/GoTo/D[3 0 R/Fit]>>", catalog=b"/OpenAction 4 0 R"),
    "with links": pdf(b"<</Type/Annot/Subtype/Link/A<</S/URI/URI(https://a.example)>>>>"),
    "with packed objects": pdf(stream(zlib.compress(b"7 0 8 5 <<>>  <<>>"), b"/Type/ObjStm/Filter/FlateDecode")),
    "with a picture": pdf(stream(PLAIN["jpeg"], b"/Subtype/Image/Filter/DCTDecode")),
    "about JavaScript": pdf(stream(zlib.compress(b"BT (JavaScript en /JS) Tj ET"), b"/Filter/FlateDecode")),
}


@pytest.mark.parametrize("data", ORDINARY.values(), ids=ORDINARY)
def test_ordinary_document_is_kept_as_it_is(data: bytes) -> None:
    assert clean_pdf(sent_pdf(data)).data == data


@pytest.mark.parametrize(
    ("name", "saved"),
    [
        ("Tekening van de tuin.pdf", "Tekening van de tuin.pdf"),
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\ria\\plan.pdf", "plan.pdf"),
        ("plan.pdf.pdf", "plan.pdf"),
        ("plan.PDF", "plan.pdf"),
        ("plan", "plan.pdf"),
        ("fdp.exe\u202e.pdf", "fdp exe.pdf"),
        ('pl"an\r\nSet-Cookie: a.pdf', "pl anSet-Cookie a.pdf"),
        ("\0.pdf", "document.pdf"),
        (".pdf", "document.pdf"),
        ("", "document.pdf"),
        ("é" * 200 + ".pdf", "é" * 80 + ".pdf"),
        ("-rf *.pdf", "rf.pdf"),
    ],
)
def test_name_to_save_under(name: str, saved: str) -> None:
    assert saved_name(name, ".pdf", "document") == saved


def test_name_in_a_sentence() -> None:
    assert shown_name("plein\u202egpj.exe\0") == "pleingpj.exe"
    assert shown_name("p" * 60) == "p" * 39 + "…"
    assert shown_name(None) == shown_name("\u200b") == "?"


def assert_survives(photos: list[bytes], initiative: Initiative, owner: Client, store: Storage) -> None:
    """Each is refused with a sentence or painted anew."""
    url = f"/initiatieven/{initiative.slug}/bewerken/foto/"
    stayed = 0
    for data in photos:
        response = owner.post(url, {"photo": SimpleUploadedFile("foto", data), "photo_people": "nobody"})
        stayed += response.status_code == 302
        assert response.status_code == 302 or errors(response)["photo"]
    assert 0 < stayed < len(photos)
    assert_only_pixels(store)


def test_mutated_photos_are_refused_or_harmless(initiative: Initiative, owner: Client, store: Storage) -> None:
    assert_survives(list(mutated(20)), initiative, owner, store)


def test_hundred_mutated_photos_raise_nothing_else() -> None:
    outcomes = set()

    for data in mutated(100):
        try:
            outcomes.add(bool(clean_photo(SimpleUploadedFile("foto", data)).large))
        except ImageRefused as refusal:
            outcomes.add(str(refusal))

    assert True in outcomes
    assert len(outcomes) >= 3


@pytest.mark.verify
def test_two_thousand_mutated_photos_are_refused_or_harmless(
    initiative: Initiative, owner: Client, store: Storage
) -> None:
    assert_survives(list(mutated(2000, seed=9)), initiative, owner, store)
