"""/initiatieven/<slug>/resultaat/, /initiatieven/<slug>/resultaat/bewerken/ and /bedankt/<token>/"""

from collections.abc import Callable
from urllib.parse import quote

import pytest
from django.core.files.storage import Storage
from django.test import Client

from gemeente.moderation.actions.hiding import hide_part
from gemeente.moderation.actions.reporting import report_part
from gemeente.moderation.enums import ReportReason
from gemeente.moderation.models import HidingGround
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.joining import participate
from initiatives.actions.moving import move_initiative
from initiatives.actions.photos import keep_photo
from initiatives.actions.results import tell_result
from initiatives.actions.thanking import answer_thanks
from initiatives.delivery import thanks_path
from initiatives.enums import ParticipationKind, PhotoPlace, Stage
from initiatives.models import Initiative, ThanksName
from initiatives.parts import name_part, photo_part, story_part
from initiatives.workflow import TRANSITIONS
from tests.factories.initiatives import published
from tests.factories.photos import a_photo
from tests.factories.users import UserFactory
from tests.pages import errors, soup

STORY = "Het begon met Gerda.\n\n## Proefzitten\n\nEn toen <script>alert(1)</script>."
TOLD = {"outcome": "De bank staat er.", "people_reached": "40", "story": STORY, "follow_up": "Elk voorjaar verven."}


@pytest.fixture
def initiative(fatima: User, bram: User, oostgaarde: Wijk, reference: None, store: Storage) -> Initiative:
    """Realised, with its story; Bram joined in."""
    made = published(owner=fatima, wijk=oostgaarde, title="Bankje op de dijk")
    participate(initiative=made, actor=bram, kind=ParticipationKind.JOIN, message="Ik zaag.")
    step = {t.name: t for t in TRANSITIONS if t.source != "preparing"}
    move_initiative(initiative=made, actor=fatima, transition=step["begin"])
    told = {"outcome": "De bank staat er.", "people_reached": 40}
    move_initiative(initiative=made, actor=fatima, transition=step["realise"], **told)
    return tell_result(initiative=made, actor=fatima, **told, story=STORY, follow_up="Elk voorjaar verven.")


def page_of(initiative: Initiative, more: str = "") -> str:
    return f"/initiatieven/{initiative.slug}/resultaat/{more}"


def hide(initiative: Initiative, part: str, cast: dict[str, User]) -> None:
    """Wilma reports it, and Mona hides it."""
    report = report_part(subject=initiative.subject, part=part, reason=ReportReason.OTHER, actor=cast["wilma"])
    hide_part(report=report, actor=cast["mona"], ground=HidingGround.objects.first(), facts="Het mag niet.")


# --- Reading ----------------------------------------------------------------------------------------------------------
def test_everybody_reads_the_whole_story(client: Client, initiative: Initiative) -> None:
    page = soup(client.get(page_of(initiative)))

    text = page.main.get_text(" ", strip=True)
    for words in ("De bank staat er.", "Het begon met Gerda.", "Elk voorjaar verven.", "40", "buur deed mee"):
        assert words in text
    assert [title.get_text() for title in page.select("[aria-labelledby=verhaal] h3")] == ["Proefzitten"]
    assert page.select("main script") == []
    assert [step.find(string=True).strip() for step in page.select(".portal-step__label")] == [
        "Idee",
        "In uitvoering",
        "Gerealiseerd",
    ]
    assert page_of(initiative) in client.get(initiative.get_absolute_url()).content.decode()


def test_before_and_after_stand_side_by_side(client: Client, initiative: Initiative) -> None:
    before = keep_photo(initiative, a_photo(), "Een kale dijk", place=PhotoPlace.BEFORE)
    after = keep_photo(initiative, a_photo("red"), "Een bank", place=PhotoPlace.AFTER)

    page = soup(client.get(page_of(initiative)))

    assert [image["alt"] for image in page.select(".portal-pair img")] == ["Een kale dijk", "Een bank"]
    meta = {tag["property"]: tag["content"] for tag in page.select("meta[property]")}
    assert meta["og:image"] == f"http://localhost{after.card_url}"
    assert meta["og:url"] == f"http://localhost{page_of(initiative)}"
    assert (meta["og:title"], meta["og:description"]) == ("Bankje op de dijk", "De bank staat er.")
    assert before.card_url not in meta.values()


@pytest.mark.parametrize("stage", [Stage.PUBLISHED, Stage.RUNNING, Stage.STOPPED])
def test_only_what_is_realised_has_a_result(stage: Stage, client: Client, initiative: Initiative) -> None:
    Initiative.objects.update(stage=stage, realised_at=None)

    assert client.get(page_of(initiative)).status_code == 404


def test_hidden_page_is_there_for_its_owner_alone_and_shares_nothing(
    client: Client, client_for: Callable[..., Client], initiative: Initiative, cast: dict[str, User]
) -> None:
    hide(initiative, "", cast)

    assert client.get(page_of(initiative)).status_code == 404
    page = soup(client_for(initiative.owner).get(page_of(initiative)))
    assert page.select("meta[property], #adres") == []


def test_hidden_parts_vanish(client: Client, initiative: Initiative, cast: dict[str, User]) -> None:
    thanks = answer_thanks(thanks=ThanksName.objects.get(), name="Bram de bouwer")
    after = keep_photo(initiative, a_photo(), "Een bank", place=PhotoPlace.AFTER)
    assert "Bram de bouwer" in client.get(page_of(initiative)).content.decode()

    for part in (story_part(initiative), name_part(thanks), photo_part(after)):
        hide(initiative, part, cast)

    page = client.get(page_of(initiative)).content.decode()
    assert [words in page for words in ("Het begon met Gerda", "Bram de bouwer", "Een bank")] == [False] * 3


@pytest.mark.parametrize("count", [1, 40])
def test_page_costs_the_same_with_many_names_and_photos(
    count: int, client: Client, initiative: Initiative, django_assert_num_queries: Callable
) -> None:
    for number in range(count):
        row = ThanksName.objects.create(initiative=initiative, user=UserFactory())
        answer_thanks(thanks=row, name=f"Buur {number}")
    client.get(page_of(initiative))

    with django_assert_num_queries(7):
        page = soup(client.get(f"{page_of(initiative)}?x"))  # another address: the first one is kept

    assert len(page.select("[aria-labelledby=dank] li")) == count


def test_sharing_needs_no_tracker(client: Client, initiative: Initiative) -> None:
    page = soup(client.get(page_of(initiative)))

    links = [link["href"] for link in page.select("[aria-labelledby=delen] a")]
    address = quote(f"http://localhost{page_of(initiative)}", safe="")
    assert links[0] == f"mailto:?subject=Bankje%20op%20de%20dijk&body={address}"
    assert links[1].startswith("https://wa.me/?text=Bankje%20op%20de%20dijk%20http%3A%2F%2Flocalhost")
    assert page.select_one("#adres")["value"] == f"http://localhost{page_of(initiative)}"


# --- Telling ----------------------------------------------------------------------------------------------------------
def test_the_end_leads_to_the_story(client_for: Callable[..., Client], initiative: Initiative) -> None:
    Initiative.objects.update(stage=Stage.RUNNING, realised_at=None)
    told = {"step": "running-realise", "outcome": "Klaar.", "people_reached": "3"}

    response = client_for(initiative.owner).post(f"/initiatieven/{initiative.slug}/stap/", told)

    assert response.headers["Location"] == page_of(initiative, "bewerken/")


def test_owner_changes_the_story(client_for: Callable[..., Client], initiative: Initiative) -> None:
    client, url = client_for(initiative.owner), page_of(initiative, "bewerken/")
    seen = soup(client.get(url)).select_one("[name=based_on]")["value"]

    response = client.post(url, TOLD | {"story": "Anders.", "based_on": seen})

    assert response.headers["Location"] == page_of(initiative)
    assert Initiative.objects.get().story == "Anders."


def test_second_writer_reads_what_stands_there(client_for: Callable[..., Client], initiative: Initiative) -> None:
    client, url = client_for(initiative.owner), page_of(initiative, "bewerken/")
    seen = soup(client.get(url)).select_one("[name=based_on]")["value"]
    client.post(url, TOLD | {"story": "Van een ander tabblad.", "based_on": seen})

    page = soup(client.post(url, TOLD | {"story": "Van mij.", "based_on": seen}))

    assert "Van een ander tabblad." in page.main.get_text()
    assert page.select_one("[name=story]").get_text(strip=True) == "Van mij."
    client.post(url, TOLD | {"story": "Samen.", "based_on": page.select_one("[name=based_on]")["value"]})
    assert Initiative.objects.get().story == "Samen."


@pytest.mark.parametrize(
    ("name", "value"), [("outcome", ""), ("people_reached", "0"), ("people_reached", "veel"), ("story", "x" * 6001)]
)
def test_bad_story_comes_back(name: str, value: str, client_for: Callable[..., Client], initiative: Initiative) -> None:
    response = client_for(initiative.owner).post(page_of(initiative, "bewerken/"), TOLD | {name: value})

    assert set(errors(response)) == {name}
    assert soup(response).select_one("[name=follow_up]").get_text(strip=True) == "Elk voorjaar verven."


# --- May your name be there? ------------------------------------------------------------------------------------------
def test_link_in_the_mail_is_enough_for_a_yes_and_later_a_no(
    client: Client, initiative: Initiative, bram: User
) -> None:
    url = thanks_path(ThanksName.objects.get())
    assert soup(client.get(url)).select_one("[name=name]")["value"] == "Bram"

    client.post(url, {"answer": "yes", "name": "Bram van de planken"})
    assert "Bram van de planken" in client.get(page_of(initiative)).content.decode()
    client.post(url, {"answer": "no", "name": "Bram van de planken"})

    assert "Bram van de planken" not in client.get(page_of(initiative)).content.decode()


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ({}, "answer"),
        ({"answer": "yes", "name": ""}, "name"),
        ({"answer": "yes", "name": "bram@voorbeeld.example"}, "name"),
        ({"answer": "misschien"}, "answer"),
    ],
)
def test_bad_answer_names_nobody(told: dict[str, str], wrong: str, client: Client, initiative: Initiative) -> None:
    response = client.post(thanks_path(ThanksName.objects.get()), told)

    assert set(errors(response)) == {wrong}
    assert ThanksName.objects.get().answered_at is None


def test_own_page_leads_back_to_the_question(
    client_for: Callable[..., Client], initiative: Initiative, bram: User
) -> None:
    client = client_for(bram)
    assert "Mag je naam erbij?" in client.get("/mijn/").content.decode()
    answer_thanks(thanks=ThanksName.objects.get(), name="Bram de bouwer")

    page = soup(client.get("/mijn/"))

    assert "Bij het resultaat staat: Bram de bouwer." in page.get_text()
    assert [link["href"] for link in page.select("a[href*=bedankt]")] != []


def test_link_that_is_not_ours_or_of_what_is_hidden_says_so(
    client: Client, initiative: Initiative, cast: dict[str, User]
) -> None:
    url = thanks_path(ThanksName.objects.get())
    hide(initiative, "", cast)

    assert client.get("/bedankt/onzin/").status_code == 404
    assert client.get(url).status_code == 404
