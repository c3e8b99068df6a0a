"""/wijken/<slug>/ as a home: what it costs with everything on it, and what it must not show."""

import gzip
import time
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from django.core.files.storage import Storage
from django.test import Client
from django.utils import timezone

from gemeente.accounts.models import Profile
from gemeente.activity.models import Subject
from gemeente.demo.many.wijken import fill_wijk
from gemeente.moderation.actions.hiding import hide_part
from gemeente.moderation.actions.reporting import report_part
from gemeente.moderation.enums import ReportReason
from gemeente.moderation.models import HidingGround
from gemeente.places.models import Theme, Wijk
from gemeente.users.models import User
from initiatives.actions.cube import settle_cube
from tests.factories.advice import given
from tests.factories.agenda import signalled
from tests.factories.documents import a_document
from tests.factories.initiatives import published
from tests.factories.meetings import planned
from tests.factories.pages import TEXT_BLOCK, page, row
from tests.pages import soup
from wijken.actions.documents import keep_document
from wijken.actions.wops import wop_of
from wijken.models import WijkDocument, Wop
from wijken.parts import document_part, words_part

HOME = "/wijken/oostgaarde/"
COLD, WARM = 4, 2  # queries of the first visit after a change, and of those that follow


def fill(wijk: Wijk, board: User, theme: Theme, count: int) -> None:
    """So many of everything that the page can show."""
    for number in range(count):
        published(wijk=wijk, theme=theme, title=f"Plan {number}")
        planned(wijk, board, days=number + 2, title=f"Avond {number}")
        signalled(wijk, board, title=f"Signaal {number}")
        given(wijk, board, title=f"Advies {number}")
    paper = keep_document(wijk=wijk, document=a_document(), title="Stuk 0")
    fields = {"wijk": wijk, "name": paper.name, "file": paper.file.name, "size": 9, "checked_at": paper.checked_at}
    WijkDocument.objects.bulk_create(WijkDocument(title=f"Stuk {n}", **fields) for n in range(1, count))
    settle_cube()


@pytest.mark.parametrize("count", [1, pytest.param(50, marks=pytest.mark.verify), 5])
def test_page_asks_the_same_however_much_there_is(
    client: Client,
    willem: User,
    noor: User,
    oostgaarde: Wijk,
    schollevaar: Wijk,
    garden_theme: Theme,
    reference: None,
    store: Storage,
    django_assert_max_num_queries: Any,
    count: int,
) -> None:
    fill(oostgaarde, willem, garden_theme, count)
    page(oostgaarde, TEXT_BLOCK, welcome="Welkom")
    client.get(HOME)
    page(schollevaar, is_draft=True)

    with django_assert_max_num_queries(COLD):
        response = client.get(f"{HOME}?x")
    with django_assert_max_num_queries(WARM):
        client.get(f"{HOME}?y")

    text = soup(response).main.get_text(" ", strip=True)
    for words in (f"Plan {count - 1}", "Avond 0", "Signaal ", "Advies ", "Stuk ", "Van ons", "Welkom", "Noor"):
        assert words in text, words


def test_page_of_who_signed_in_stays_within_its_budget(
    client_for: Callable[..., Client],
    willem: User,
    noor: User,
    oostgaarde: Wijk,
    garden_theme: Theme,
    reference: None,
    store: Storage,
    django_assert_max_num_queries: Any,
) -> None:
    fill(oostgaarde, willem, garden_theme, 2)
    board = client_for(willem)
    board.get(HOME)

    with django_assert_max_num_queries(8):
        response = board.get(HOME)

    assert soup(response).select_one("main a[href='/wijken/oostgaarde/wop/']")


def test_nothing_that_is_hidden_shows(
    client: Client, willem: User, noor: User, oostgaarde: Wijk, garden_theme: Theme, reference: None, store: Storage
) -> None:
    Wop.objects.create(wijk=oostgaarde, name="WOP Oost", introduction="Wij zijn er.", subject=None)
    fill(oostgaarde, willem, garden_theme, 1)
    wop = wop_of(oostgaarde)
    lies = Subject.objects.create(kind="meeting", title="Elders", path="/", wijk=oostgaarde, is_public=True)
    keep_document(wijk=oostgaarde, document=a_document(), title="Bij iets anders", subject=lies)
    page(oostgaarde, TEXT_BLOCK, row("initiatives", title="Onze kop", text="Onze tekst"), welcome="Welkom!")
    words = (
        "Plan 0",
        "Avond 0",
        "Signaal 0",
        "Advies 0",
        "Van ons",
        "Onze kop",
        "Onze tekst",
        "Welkom!",
        "Wij zijn",
    )
    before = client.get(HOME).content.decode()
    assert [one for one in words if one not in before] == []

    for subject in Subject.objects.filter(wijk=oostgaarde):
        subject.is_public, subject.hidden_at = False, timezone.now()
        subject.save(update_fields=["is_public", "hidden_at"])
    settle_cube()

    after = client.get(f"{HOME}?x").content.decode()
    assert wop.subject_id
    assert [one for one in (*words, "Bij iets anders", "Stuk 0") if one in after] == []
    paper = WijkDocument.objects.get(title="Stuk 0")
    assert client.get(paper.get_absolute_url()).status_code == 404


def test_document_and_words_are_hidden_alone(
    client: Client,
    client_for: Callable[..., Client],
    willem: User,
    bram: User,
    mona: User,
    oostgaarde: Wijk,
    reference: None,
    store: Storage,
) -> None:
    subject = wop_of(oostgaarde).subject
    paper = keep_document(wijk=oostgaarde, document=a_document(), title="Stuk met een naam")
    made = page(oostgaarde, TEXT_BLOCK, row("agenda", title="Kop met een naam"), welcome="Welkom met een naam")
    shown = soup(client.get(HOME))
    assert shown.select_one(f"main a[href='/melden/{subject.pk}/']")

    for part in (document_part(paper), words_part(made.number)):
        report = report_part(subject=subject, part=part, reason=ReportReason.HURTS, actor=bram)
        desk = client_for(mona).get(report.desk_url).content.decode()
        assert "met een naam" in desk
        hide_part(report=report, actor=mona, ground=HidingGround.objects.get(code="portrait"), facts="Een naam.")

    assert "met een naam" not in client.get(f"{HOME}?x").content.decode()
    given = [client_for(who).get(paper.get_absolute_url()).status_code for who in (None, bram, willem, mona)]
    assert given == [404, 404, 200, 200]


@pytest.mark.verify
def test_busy_wijk_asks_no_more_and_answers_soon(
    client: Client, willem: User, oostgaarde: Wijk, reference: None, django_assert_max_num_queries: Any
) -> None:
    users = User.objects.bulk_create(User(email=f"lid{n}@voorbeeld.example", password="!") for n in range(5_000))
    Profile.objects.bulk_create(Profile(user=user) for user in users)
    fill_wijk(100_000, [user.pk for user in users], timezone.now(), Random(1))
    client.get(HOME)
    page(oostgaarde, is_draft=True)

    with django_assert_max_num_queries(COLD):
        begun = time.perf_counter()
        response = client.get(f"{HOME}?x")

    assert time.perf_counter() - begun < 1
    assert len(gzip.compress(response.content)) < 30_000
