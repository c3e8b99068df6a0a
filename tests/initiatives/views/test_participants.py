"""/initiatieven/<slug>/meedoeners/"""

from collections.abc import Callable

import pytest
from django.test import Client

from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.joining import confirm_participation, participate, request_participation
from initiatives.enums import ParticipationKind
from initiatives.models import Initiative
from tests.factories.initiatives import InitiativeFactory, published
from tests.factories.users import UserFactory
from tests.pages import soup

SUPPORT, JOIN = ParticipationKind.SUPPORT, ParticipationKind.JOIN


@pytest.fixture
def initiative(fatima: User, oostgaarde: Wijk) -> Initiative:
    return published(owner=fatima, wijk=oostgaarde)


def page_of(initiative: Initiative) -> str:
    return f"/initiatieven/{initiative.slug}/meedoeners/"


def lines(page: object) -> list[str]:
    """One line of text for each person in the list."""
    return [row.get_text(" ", strip=True) for row in page.select("main .portal-row")]


def test_owner_reads_who_joins_newest_first(
    client_for: Callable[..., Client], initiative: Initiative, fatima: User, bram: User
) -> None:
    participate(initiative=initiative, actor=bram, kind=JOIN, message="Ik kan zaterdag graven.")
    asked = request_participation(
        initiative=initiative,
        email="ineke@voorbeeld.example",
        kind=JOIN,
        name="Ineke",
        message="Ik bak taart.",
        language="nl",
    )
    confirm_participation(request=asked)

    page = soup(client_for(fatima).get(page_of(initiative)))

    ineke, bram_line = lines(page)
    assert ineke.startswith("Ineke Ik bak taart. ineke@voorbeeld.example")
    assert bram_line.startswith("Bram Ik kan zaterdag graven. bram@voorbeeld.example")
    addresses = [link["href"] for link in page.select("main a[href^=mailto]")]
    assert addresses == ["mailto:ineke@voorbeeld.example", "mailto:bram@voorbeeld.example"]


def test_supporters_stay_a_number(client_for: Callable[..., Client], initiative: Initiative, bram: User) -> None:
    participate(initiative=initiative, actor=bram, kind=SUPPORT)

    page = soup(client_for(initiative.owner).get(page_of(initiative)))

    assert lines(page) == []
    assert "1 buur steunt je." in page.main.get_text()
    assert "Bram" not in page.get_text()
    assert bram.email not in page.get_text()


def test_somebody_goes_by_the_name_she_chose(client_for: Callable[..., Client], initiative: Initiative) -> None:
    neighbour = UserFactory(name="Zwaantje Kuipers", alias="Zonnebloem")
    participate(initiative=initiative, actor=neighbour, kind=JOIN)

    page = soup(client_for(initiative.owner).get(page_of(initiative)))

    assert lines(page)[0].startswith("Zonnebloem")
    assert "Zwaantje" not in page.get_text()


def test_list_without_anybody_says_what_to_do(client_for: Callable[..., Client], initiative: Initiative) -> None:
    page = soup(client_for(initiative.owner).get(page_of(initiative)))

    assert "Er doet nog niemand mee." in page.main.get_text()
    assert page.main.find("a", href=f"/initiatieven/{initiative.slug}/nieuws/") is not None


def test_hostile_text_is_text(client_for: Callable[..., Client], initiative: Initiative, bram: User) -> None:
    participate(initiative=initiative, actor=bram, kind=JOIN, message="<script>alert(1)</script> & co")

    page = client_for(initiative.owner).get(page_of(initiative)).content.decode()

    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; co" in page


@pytest.mark.parametrize(
    ("who", "online", "concept"),
    [
        ("fatima", 200, 403),
        ("anonymous", 302, 302),
        ("bram", 403, 404),
        ("willem", 403, 404),
        ("noor", 403, 404),
        ("hans", 403, 404),
        ("mona", 403, 404),
    ],
)
def test_list_is_for_the_owner(
    who: str,
    online: int,
    concept: int,
    cast: dict[str, User | None],
    client_for: Callable[..., Client],
    initiative: Initiative,
    oostgaarde: Wijk,
) -> None:
    participate(initiative=initiative, actor=cast["bram"], kind=JOIN, message="Ik kan graven.")
    hidden = InitiativeFactory(owner=cast["fatima"], wijk=oostgaarde)
    client = client_for(cast[who])

    shown = client.get(page_of(initiative))

    assert (shown.status_code, client.get(page_of(hidden)).status_code) == (online, concept)
    assert ("Ik kan graven." in shown.content.decode()) == (who == "fatima")


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_list_refuses_other_methods(method: str, client_for: Callable[..., Client], initiative: Initiative) -> None:
    assert getattr(client_for(initiative.owner), method)(page_of(initiative)).status_code == 405


def test_long_list_has_pages(client_for: Callable[..., Client], initiative: Initiative) -> None:
    for _ in range(51):
        participate(initiative=initiative, actor=UserFactory(), kind=JOIN)
    client = client_for(initiative.owner)

    first, second = (soup(client.get(page_of(initiative) + query)) for query in ("", "?pagina=2"))

    assert (len(lines(first)), len(lines(second))) == (50, 1)


@pytest.mark.parametrize("count", [1, 40])
def test_list_costs_the_same_for_many(
    count: int,
    client_for: Callable[..., Client],
    initiative: Initiative,
    reference: None,
    django_assert_num_queries: Callable[..., object],
) -> None:
    for _ in range(count):
        participate(initiative=initiative, actor=UserFactory(), kind=JOIN, message="Ik kan graven.")
    client = client_for(initiative.owner)
    client.get(page_of(initiative))

    with django_assert_num_queries(7):
        client.get(page_of(initiative))
