"""Documents of a wijk: its board keeps them, everybody saves them."""

import uuid
from collections.abc import Callable

import pytest
from django.core.files.storage import Storage
from django.test import Client
from django.utils import timezone

from gemeente.activity.models import Entry, Subject
from gemeente.lib.errors import Refused
from gemeente.places.models import Wijk
from gemeente.portal.enums import RuleName
from gemeente.portal.models import Rule
from gemeente.users.models import User
from tests.factories.documents import a_document, pdf, sent_pdf
from tests.pages import errors, soup
from wijken.actions.documents import add_document, keep_document, remove_document
from wijken.models import WijkDocument

PAGE = "/wijken/oostgaarde/wop/documenten/"
KEY = uuid.UUID(int=7)


@pytest.fixture
def document(willem: User, oostgaarde: Wijk, store: Storage, reference: None) -> WijkDocument:
    return add_document(wijk=oostgaarde, actor=willem, document=a_document(), title="Jaarverslag")


def test_board_adds_one_and_everybody_saves_it(
    client: Client, client_for: Callable[..., Client], willem: User, oostgaarde: Wijk, store: Storage, reference: None
) -> None:
    told = {"title": "Jaarverslag 2026", "submission_key": KEY}
    board = client_for(willem)

    board.post(PAGE, told | {"document": sent_pdf()})
    response = board.post(PAGE, told | {"document": sent_pdf()}, follow=True)

    made = WijkDocument.objects.get()  # a double click adds one
    link = soup(response).select_one(".portal-row__title a")
    assert (link.get_text(), link["href"]) == ("Jaarverslag 2026", made.get_absolute_url())
    given = client.get(made.get_absolute_url())
    assert b"".join(given.streaming_content) == pdf()
    assert given.headers["Content-Disposition"] == 'attachment; filename="tekening.pdf"'
    assert given.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert "no-store" in given.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("told", "field", "words"),
    [
        ({"title": ""}, "title", "Vertel in een paar woorden"),
        ({"document": ""}, "document", "Kies een PDF."),
        ({"document": "notes"}, "document", "Dit is geen PDF"),
    ],
)
def test_bad_input_is_told_beside_the_field(
    client_for: Callable[..., Client],
    willem: User,
    oostgaarde: Wijk,
    reference: None,
    told: dict[str, str],
    field: str,
    words: str,
) -> None:
    sent = {"title": "Jaarverslag", "document": sent_pdf(), "submission_key": KEY} | told
    sent["document"] = sent_pdf(b"Hallo") if sent["document"] == "notes" else sent["document"]

    response = client_for(willem).post(PAGE, sent)

    assert words in errors(response)[field]
    assert not WijkDocument.objects.exists()


def test_full_page_takes_no_more(
    client_for: Callable[..., Client], willem: User, document: WijkDocument, oostgaarde: Wijk
) -> None:
    Rule.objects.create(name=RuleName.WIJK_DOCUMENTS, value=1, starts_on=timezone.localdate())

    response = client_for(willem).post(PAGE, {"title": "Nog een", "document": sent_pdf(), "submission_key": KEY})

    assert "Er is geen plek meer" in errors(response)["document"]
    subject = Subject.objects.create(kind="meeting", title="Bijeenkomst", path="/", wijk=oostgaarde, is_public=True)
    assert keep_document(wijk=oostgaarde, document=a_document(), title="Verslag", subject=subject).pk  # room of its own


@pytest.mark.parametrize("who", ["bram", "wilma", "noor", "mona"])
def test_only_the_board_adds_and_takes_away(cast: dict[str, User], document: WijkDocument, who: str) -> None:
    with pytest.raises(Refused):
        add_document(wijk=document.wijk, actor=cast[who], document=a_document(), title="Van een ander")
    with pytest.raises(Refused):
        remove_document(document=document, actor=cast[who])

    assert WijkDocument.objects.get() == document


def test_what_lies_with_something_hidden_is_for_the_board(
    client: Client,
    client_for: Callable[..., Client],
    willem: User,
    wilma: User,
    oostgaarde: Wijk,
    document: WijkDocument,
) -> None:
    subject = Subject.objects.create(kind="meeting", title="Bijeenkomst", path="/", wijk=oostgaarde, is_public=True)
    made = add_document(wijk=oostgaarde, actor=willem, document=a_document(), title="Verslag", subject=subject)
    assert client_for(None).get(made.get_absolute_url()).status_code == 200

    subject.is_public = False
    subject.save(update_fields=["is_public"])

    given = [client_for(who).get(made.get_absolute_url()).status_code for who in (None, wilma, willem)]
    assert given == [404, 404, 200]
    assert list(WijkDocument.objects.public()) == list(WijkDocument.objects.of_page()) == [document]


def test_what_was_not_checked_is_given_to_nobody(
    client_for: Callable[..., Client], willem: User, document: WijkDocument
) -> None:
    WijkDocument.objects.update(checked_at=None)

    assert client_for(willem).get(document.get_absolute_url()).status_code == 404
    assert not soup(client_for(willem).get(PAGE)).select(".portal-row__title")


def test_it_is_taken_away_with_its_file(
    client_for: Callable[..., Client],
    django_capture_on_commit_callbacks: Callable[..., object],
    willem: User,
    document: WijkDocument,
    store: Storage,
) -> None:
    board, name, url = client_for(willem), document.file.name, f"{PAGE}{document.key}/weg/"
    assert "“Jaarverslag”" in soup(board.get(url)).h1.get_text()

    with django_capture_on_commit_callbacks(execute=True):
        answers = [board.post(url), board.post(url)]

    assert [answer.headers["Location"] for answer in answers] == [PAGE, PAGE]
    assert not WijkDocument.objects.exists()
    assert not store.exists(name)
    assert list(Entry.objects.order_by("pk").values_list("verb", flat=True)) == [
        "wijk_document_added",
        "wijk_document_removed",
    ]


def test_board_of_another_wijk_finds_nothing(
    client_for: Callable[..., Client], willem: User, document: WijkDocument, schollevaar: Wijk
) -> None:
    elsewhere = keep_document(wijk=schollevaar, document=a_document(), title="Van Schollevaar")

    assert client_for(willem).get(f"{PAGE}{elsewhere.key}/weg/").status_code == 404
    assert client_for(willem).get("/wijken/schollevaar/wop/documenten/").status_code == 403
