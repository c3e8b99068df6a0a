"""The way of working through its pages: the board writes it, everybody reads it."""

from collections.abc import Callable

import pytest
from django.test import Client

from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.conftest import person
from tests.factories.ways import a_way, draft_of
from wijken.actions.ways import seen
from wijken.models import WayKind, Werkwijze
from wijken.ways import way_in_force

ROOM = "/wijken/oostgaarde/wop/werkwijze/"
PUBLIC = "/wijken/oostgaarde/werkwijze/"


@pytest.fixture
def board(cast: dict[str, User | None], reference: None, client_for: Callable[..., Client]) -> Client:
    """Willem's browser."""
    return client_for(cast["willem"])


def page(client: Client, path: str, **posted: object) -> str:
    """What a page says, after a form was posted where there is one."""
    response = client.post(path, posted, follow=True) if posted else client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_board_makes_a_way_by_pages(board: Client, client: Client, oostgaarde: Wijk) -> None:
    common = Werkwijze.objects.get(kind=WayKind.COMMON)
    assert "zoals de meeste wijken" in page(client, PUBLIC)

    assert "Jullie concept" in page(board, ROOM, source=common.pk)
    assert "Bewaard" in page(board, f"{ROOM}stappen/", label="Buren gezocht", common="published")
    draft = Werkwijze.objects.get(wijk=oostgaarde)
    idea, _neighbours, preparing, _running = draft.stages.all()
    page(board, f"{ROOM}stappen/{preparing.pk}/", label="Uitzoeken", common="preparing", based_on=seen(preparing))
    page(board, f"{ROOM}stappen/{idea.pk}/plek/", choice="down")
    page(board, f"{ROOM}vragen/", label="Voor wie is het?", purpose="Zo nodigen we uit.", kind="choice", choices="A\nB")
    rule = page(board, f"{ROOM}regels/budget/", voters="members", quorum="50", majority="67")
    page(board, f"{ROOM}beloften/", meetings_per_year="8", answer_days="10")

    assert "Van de 2 leden moet er minstens 1 stemmen. Stemt er 1, dan is 1 voor genoeg." in rule
    assert "Buren gezocht" not in page(client, PUBLIC)
    check = page(board, f"{ROOM}nakijken/")
    assert "Buren gezocht (idee); Idee (idee); Uitzoeken (in voorbereiding); In uitvoering" in check
    assert all(
        word in check
        for word in ("Dit blijft gelijk: advies", "Voor wie is het? (A, B)", "8 per jaar", "binnen 10 dagen")
    )
    assert "Vastgesteld" in page(board, f"{ROOM}nakijken/", yes="1")
    told = page(client, PUBLIC)
    assert all(
        word in told for word in ("Buren gezocht", "Uitzoeken", "Voor wie is het?", "binnen 10 dagen", "Versie 1")
    )
    assert "daarvoor gold de gewone werkwijze" in page(client, f"{PUBLIC}1/")
    assert "Buren gezocht → Idee → Uitzoeken" in page(client, "/wijken/oostgaarde/")
    assert way_in_force(oostgaarde.pk) == Werkwijze.objects.get(wijk=oostgaarde)


@pytest.mark.parametrize(
    ("path", "posted", "sentence"),
    [
        ("", {"source": ""}, "Kies waar je mee begint."),
        ("", {"source": "0"}, "Dit kan niet meer."),
    ],
)
def test_bad_beginning_says_why(path: str, posted: dict[str, str], sentence: str, board: Client) -> None:
    assert sentence in page(board, ROOM + path, **posted)


@pytest.mark.parametrize(
    ("path", "posted", "sentence"),
    [
        ("stappen/", {"label": "", "common": "running"}, "Geef de stap een naam."),
        ("stappen/", {"label": "x" * 31, "common": "running"}, "niet meer dan 30 tekens"),
        ("stappen/", {"label": "Ingediend", "common": "running"}, "Er is al een stap met deze naam."),
        ("stappen/", {"label": "Nieuw"}, "Kies waar de stap bij hoort."),
        ("vragen/", {"label": "Je telefoonnummer?", "purpose": "Zo", "kind": "text"}, "Vraag hier geen gegevens"),
        ("vragen/", {"label": "Wat?", "purpose": "", "kind": "text"}, "Vertel waarom jullie dit vragen."),
        ("vragen/", {"label": "Wat?", "purpose": "Zo", "kind": "choice", "choices": "A"}, "minstens twee"),
        ("vragen/", {"label": "Wat?", "purpose": "Zo", "kind": "choice", "choices": "A\n" + "B" * 61}, "te lang"),
        ("regels/advice/", {"voters": "board"}, "Kies er een."),
        ("beloften/", {"meetings_per_year": "0", "answer_days": "100"}, "Hoogstens 90 dagen."),
        ("beloften/", {"meetings_per_year": "veel"}, "Vul een heel getal in."),
    ],
)
def test_bad_input_says_why_and_keeps_what_was_typed(
    path: str, posted: dict[str, str], sentence: str, board: Client, oostgaarde: Wijk
) -> None:
    draft = draft_of(oostgaarde)

    told = page(board, ROOM + path, **posted)

    assert sentence in told
    assert "<title>Fout:" in told
    assert draft.stages.count() == 4


def test_who_is_overtaken_reads_what_stands_there(board: Client, oostgaarde: Wijk) -> None:
    draft = draft_of(oostgaarde)
    stage, rule = draft.stages.first(), draft.rules.get(matter="budget")
    assert stage is not None
    before, ruled = seen(stage), seen(rule)
    draft.stages.filter(pk=stage.pk).update(label="Van een ander")
    draft.rules.update(quorum=67, asks_residents=True)

    told = page(board, f"{ROOM}stappen/{stage.pk}/", label="Van mij", common="published", based_on=before)
    of_rule = page(board, f"{ROOM}regels/budget/", voters="board", quorum="33", majority="50", based_on=ruled)

    assert all(words in told for words in ("heeft dit net veranderd", "Van een ander", "Van mij"))
    assert all(words in of_rule for words in ("heeft dit net veranderd", "Twee derde", "Ja"))
    stage.refresh_from_db()
    assert stage.label == "Van een ander"
    page(board, f"{ROOM}stappen/{stage.pk}/", label="Van mij", common="published", based_on=seen(stage))
    stage.refresh_from_db()
    assert stage.label == "Van mij"


def test_draft_without_a_stage_cannot_take_effect(board: Client, oostgaarde: Wijk) -> None:
    draft = draft_of(oostgaarde)
    stage = draft.stages.get(label="Besproken")

    assert "Haal je “Besproken” weg?" in page(board, f"{ROOM}stappen/{stage.pk}/weg/")
    told = page(board, f"{ROOM}stappen/{stage.pk}/weg/", yes="1")
    check = page(board, f"{ROOM}nakijken/", yes="1")

    assert "nog geen stap die hoort bij “In voorbereiding”" in told
    assert "nog geen stap die hoort bij “In voorbereiding”" in check
    assert "Stel deze werkwijze vast" not in check
    assert "Het concept is weg." in page(board, f"{ROOM}weg/", yes="1")


def test_what_took_effect_meanwhile_is_told(board: Client, oostgaarde: Wijk, schollevaar: Wijk) -> None:
    way = a_way(oostgaarde)
    stage = way.stages.first()
    assert stage is not None

    for path in ("stappen/", f"stappen/{stage.pk}/", "regels/budget/", "nakijken/", "weg/", "iets/", "regels/iets/"):
        assert board.get(ROOM + path).status_code == 404
    draft_of(oostgaarde, number=2)
    for path in (f"stappen/{stage.pk}/", "iets/", "regels/iets/"):
        assert board.get(ROOM + path).status_code == 404
    assert board.get(f"{PUBLIC}2/").status_code == 404


@pytest.mark.parametrize("path", [PUBLIC, f"{PUBLIC}2/"])
def test_public_pages_cost_the_same_for_many(
    path: str, client: Client, oostgaarde: Wijk, reference: None, django_assert_num_queries: Callable[..., object]
) -> None:
    first = a_way(oostgaarde, question="")
    a_way(oostgaarde, number=2)
    for number in range(3, 12):
        a_way(oostgaarde, number=number)
    for n in range(20):
        person(f"lid{n}", role="wop_member", role_wijk=oostgaarde)

    with django_assert_num_queries(8 if path == PUBLIC else 7):
        client.get(path)
    assert first.number == 1
