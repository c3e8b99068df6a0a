"""The owner's pages: bewerken, publiceren, stap."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from gemeente.places.models import Theme, Wijk
from gemeente.users.models import User
from initiatives.enums import Stage
from initiatives.models import Initiative
from tests.drafts import ANSWERS, IDEA
from tests.factories.initiatives import InitiativeFactory, published, reachable
from tests.pages import errors, soup

PAGES = [
    "bewerken/idee",
    "bewerken/samen",
    "bewerken/plek",
    "bewerken/foto",
    "publiceren",
    "ontvangst",
    "stap",
    "nieuws",
    "meedoeners",
]
READ_ONLY = {"ontvangst", "meedoeners"}


@pytest.fixture
def concept(fatima: User, oostgaarde: Wijk, garden_theme: Theme) -> Initiative:
    reachable(fatima)
    return InitiativeFactory(owner=fatima, wijk=oostgaarde, theme=garden_theme)


@pytest.fixture
def initiative(fatima: User, oostgaarde: Wijk, garden_theme: Theme) -> Initiative:
    return published(owner=fatima, wijk=oostgaarde, theme=garden_theme)


# --- Publishing -------------------------------------------------------------------------------------------------------
def test_publish_puts_it_online_and_gives_a_receipt(client_for: Callable[..., Client], concept: Initiative) -> None:
    client = client_for(concept.owner)

    response = client.post(
        f"/initiatieven/{concept.slug}/publiceren/", {"alias": "Tuinvrouw", "rules": "on"}, follow=True
    )

    concept.refresh_from_db()
    assert concept.stage == Stage.PUBLISHED
    assert response.redirect_chain[-1][0] == f"/initiatieven/{concept.slug}/ontvangst/"
    assert concept.case.number in response.content.decode()
    page = Client().get(concept.get_absolute_url()).content.decode()
    assert "Tuinvrouw" in page
    assert "Fatima" not in page


def test_publish_asks_her_to_keep_to_the_house_rules(client_for: Callable[..., Client], concept: Initiative) -> None:
    response = client_for(concept.owner).post(f"/initiatieven/{concept.slug}/publiceren/", {"alias": "Tuinvrouw"})

    concept.refresh_from_db()
    assert list(errors(response)) == ["rules"]
    assert soup(response).find("a", string="Lees de huisregels")["href"] == "/huisregels/"
    assert concept.stage == Stage.CONCEPT


def test_publish_shows_how_it_will_look(client_for: Callable[..., Client], concept: Initiative) -> None:
    page = client_for(concept.owner).get(f"/initiatieven/{concept.slug}/publiceren/").content.decode()

    assert concept.summary in page
    assert concept.own_share in page


@pytest.mark.parametrize(("lack", "page"), [({"own_share": ""}, "samen"), ({"place_kind": ""}, "plek")])
def test_publish_asks_what_is_missing_first(
    lack: dict[str, str], page: str, client_for: Callable[..., Client], concept: Initiative
) -> None:
    Initiative.objects.update(**lack)

    response = client_for(concept.owner).post(f"/initiatieven/{concept.slug}/publiceren/", {"alias": "Fatima"})

    concept.refresh_from_db()
    assert response.headers["Location"] == f"/initiatieven/{concept.slug}/bewerken/{page}/"
    assert concept.stage == Stage.CONCEPT


def test_publish_from_a_second_tab_is_harmless(client_for: Callable[..., Client], initiative: Initiative) -> None:
    response = client_for(initiative.owner).post(f"/initiatieven/{initiative.slug}/publiceren/")

    assert response.headers["Location"] == f"/initiatieven/{initiative.slug}/ontvangst/"
    assert Initiative.objects.get().case == initiative.case


# --- The door ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("who", "status"), [("anonymous", 302), ("bram", 403), ("noor", 403), ("mona", 403)])
def test_owner_pages_are_for_the_owner(
    page: str,
    who: str,
    status: int,
    initiative: Initiative,
    cast: dict[str, User | None],
    client_for: Callable[..., Client],
) -> None:
    client = client_for(cast[who])
    url = f"/initiatieven/{initiative.slug}/{page}/"

    posted = 405 if page in READ_ONLY else status
    assert (client.get(url).status_code, client.post(url).status_code) == (status, posted)


@pytest.mark.parametrize("page", PAGES)
def test_owner_pages_of_a_concept_are_404_for_others(
    page: str, concept: Initiative, bram: User, client_for: Callable[..., Client]
) -> None:
    assert client_for(bram).get(f"/initiatieven/{concept.slug}/{page}/").status_code == 404


# --- Changing what is online ------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("page", "change"),
    [
        ("idee", {"title": "Een nieuwe titel"}),
        ("samen", {"own_share": "Wij doen nu alles zelf."}),
        ("plek", {"place_text": "het plein", "place_kind": "public"}),
    ],
)
def test_revise_changes_one_part_and_leaves_the_rest(
    page: str, change: dict[str, str], client_for: Callable[..., Client], initiative: Initiative
) -> None:
    before = Initiative.objects.values().get()

    response = client_for(initiative.owner).post(
        f"/initiatieven/{initiative.slug}/bewerken/{page}/", ANSWERS[page] | change
    )

    after = Initiative.objects.values().get()
    assert response.headers["Location"] == initiative.get_absolute_url()
    assert {name: after[name] for name in change} == change
    untouched = before.keys() - ANSWERS[page].keys() - {"theme_id", "wijk_id", "heard_at", "scale", "version_count"}
    assert {name: after[name] for name in untouched} == {name: before[name] for name in untouched}


# --- Two people, or two tabs ------------------------------------------------------------------------------------------
# part: its text, what another tab makes of that, and what this tab then types
PARTS = {
    "idee": ("title", "Tuin voor de straat", "Tuin voor iedereen"),
    "samen": ("own_share", "Twaalf gezinnen geven water.", "Wij geven water, elke dag."),
    "plek": ("place_text", "het veld bij de Terp", "het gras achter de Hoven"),
}


def filled_in(page: BeautifulSoup) -> dict[str, str]:
    """What a browser would send of the form, as it stands open."""
    fields = page.select("main form [name]:is(textarea, input[type=hidden], input[type=text])")
    return {field["name"]: field.get("value") or field.text.strip() for field in fields}


@pytest.mark.parametrize("part", PARTS)
def test_second_saver_sees_both_texts_and_then_decides(
    part: str, client_for: Callable[..., Client], initiative: Initiative
) -> None:
    client, path = client_for(initiative.owner), f"/initiatieven/{initiative.slug}/bewerken/{part}/"
    name, hers, mine = PARTS[part]
    rest = {"wijk": "oostgaarde", "place_kind": "public"} if part == "plek" else {}
    tab, other_tab = ({**filled_in(soup(client.get(path))), **rest} for _ in range(2))
    client.post(path, {**tab, name: hers})

    overtaken = soup(client.post(path, {**other_tab, name: mine}))

    initiative.refresh_from_db()
    assert getattr(initiative, name) == hers
    assert "heeft dit net veranderd" in overtaken.select_one("main form").get_text(" ", strip=True)
    assert hers in overtaken.select_one("section[aria-labelledby=staat-er-nu]").get_text(" ", strip=True)
    assert filled_in(overtaken)[name] == mine

    client.post(path, {**filled_in(overtaken), **rest})

    initiative.refresh_from_db()
    assert getattr(initiative, name) == mine


def test_other_parts_and_the_same_text_are_no_conflict(
    client_for: Callable[..., Client], initiative: Initiative
) -> None:
    client, path = client_for(initiative.owner), f"/initiatieven/{initiative.slug}/bewerken"
    idea, share = (filled_in(soup(client.get(f"{path}/{part}/"))) for part in ("idee", "samen"))

    answers = [client.post(f"{path}/idee/", {**idea, "title": "Tuin voor iedereen"}) for _ in range(2)]
    answers.append(client.post(f"{path}/samen/", {**share, "own_share": "Twaalf gezinnen geven water."}))

    assert [answer.status_code for answer in answers] == [302, 302, 302]


def test_fault_does_not_make_her_blind_to_what_another_wrote(
    client_for: Callable[..., Client], initiative: Initiative
) -> None:
    client, path = client_for(initiative.owner), f"/initiatieven/{initiative.slug}/bewerken/samen/"
    mine = filled_in(soup(client.get(path)))
    client.post(path, {**mine, "own_share": "Twaalf gezinnen geven water."})

    short = filled_in(soup(client.post(path, {**mine, "own_share": "Kort"})))
    overtaken = soup(client.post(path, {**short, "own_share": "Wij geven water, elke dag."}))

    assert overtaken.select("#staat-er-nu")


def test_revise_is_over_once_it_has_ended(client_for: Callable[..., Client], initiative: Initiative) -> None:
    Initiative.objects.update(stage=Stage.STOPPED, outcome="Te weinig tijd.")

    response = client_for(initiative.owner).post(f"/initiatieven/{initiative.slug}/bewerken/idee/", IDEA)

    assert response.status_code == 403
    assert Initiative.objects.get().title == initiative.title


def test_revise_knows_no_other_part(client_for: Callable[..., Client], initiative: Initiative) -> None:
    assert client_for(initiative.owner).get(f"/initiatieven/{initiative.slug}/bewerken/onzin/").status_code == 404


# --- Steps ------------------------------------------------------------------------------------------------------------
def test_step_moves_it(client_for: Callable[..., Client], initiative: Initiative) -> None:
    url = f"/initiatieven/{initiative.slug}/stap/"

    response = client_for(initiative.owner).post(url, {"step": "published-begin"})

    initiative.refresh_from_db()
    assert (initiative.stage, response.headers["Location"]) == (Stage.RUNNING, initiative.get_absolute_url())


def test_step_to_the_result_tells_everybody(client_for: Callable[..., Client], initiative: Initiative) -> None:
    Initiative.objects.update(stage=Stage.RUNNING)
    told = {"step": "running-realise", "outcome": "Er groeien nu bonen.", "people_reached": "42"}

    client_for(initiative.owner).post(f"/initiatieven/{initiative.slug}/stap/", told)

    page = soup(Client().get(initiative.get_absolute_url()))
    assert page.select_one("#resultaat").find_next("p").get_text() == "Er groeien nu bonen."
    assert page.select_one(".portal-figure__number").get_text() == "42"


@pytest.mark.parametrize(
    ("stage", "data", "fields"),
    [
        (Stage.PUBLISHED, {}, ["step"]),
        (Stage.PUBLISHED, {"step": "running-realise", "outcome": "Klaar"}, ["step"]),
        (Stage.PUBLISHED, {"step": "published-stop"}, ["outcome"]),
        (Stage.RUNNING, {"step": "running-realise"}, ["outcome", "people_reached"]),
        (Stage.RUNNING, {"step": "running-realise", "outcome": "Klaar", "people_reached": "0"}, ["people_reached"]),
        (Stage.RUNNING, {"step": "running-realise", "outcome": "Klaar", "people_reached": "veel"}, ["people_reached"]),
        (Stage.RUNNING, {"step": "running-stop", "outcome": "x" * 1001}, ["outcome"]),
    ],
)
def test_step_refuses_nonsense_beside_the_field(
    stage: Stage, data: dict[str, str], fields: list[str], client_for: Callable[..., Client], initiative: Initiative
) -> None:
    Initiative.objects.update(stage=stage)

    response = client_for(initiative.owner).post(f"/initiatieven/{initiative.slug}/stap/", data)

    initiative.refresh_from_db()
    assert response.status_code == 200
    assert sorted(errors(response)) == fields
    assert initiative.stage == stage
