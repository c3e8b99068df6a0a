"""/moderatie/ and what lies under it."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from gemeente.moderation.actions.blocking import block_person, pause_account
from gemeente.moderation.actions.hiding import answer_hiding, hide_part
from gemeente.moderation.actions.reporting import leave_report, pass_report, report_part
from gemeente.moderation.enums import ReportReason
from gemeente.moderation.models import Block, Hiding, HidingGround, Report
from gemeente.moderation.parts import WHOLE
from gemeente.moderation.queue import TRAYS
from gemeente.users.models import User
from initiatives.models import Initiative
from tests.factories.initiatives import published
from tests.gemeente.moderation.conftest import TITLE
from tests.pages import errors, soup

URL = "/moderatie/"
HURTS = {"part": WHOLE, "reason": ReportReason.HURTS}


def rows(response: object) -> list[list[str]]:
    """The cells of the table, as text."""
    return [
        [" ".join(cell.get_text(" ", strip=True).split()) for cell in row.select("th, td")]
        for row in soup(response).select("main tbody tr")
    ]


def test_queue_shows_each_part_once_oldest_first(
    report: Report, photo_report: Report, initiative: Initiative, milan: User, client_for: Callable[..., Client]
) -> None:
    report_part(subject=initiative.subject, **HURTS)

    page = client_for(milan).get(URL)

    assert [row[:3] for row in rows(page)] == [
        [f"{TITLE} De hele pagina", "Het kwetst of bedreigt iemand", "2 keer"],
        [f"{TITLE} De foto bovenaan", "Er staat iemand op de foto die dat niet wil", "1 keer"],
    ]
    assert "Bram" not in page.content.decode()


def test_trays_hold_what_they_say(
    report: Report, photo_report: Report, milan: User, mona: User, bram: User, client_for: Callable[..., Client]
) -> None:
    pass_report(report=report, actor=milan)
    leave_report(report=photo_report, actor=milan, reason="Hij vindt het goed.")
    pause_account(person=bram, actor=milan, days=7, reason="Reclame.")
    client = client_for(mona)

    found = {tray: len(rows(client.get(f"{URL}?bak={tray}"))) for tray in TRAYS}

    assert found == {"nieuw": 0, "beheerder": 1, "verborgen": 0, "stil": 1, "klaar": 1}


def test_hidden_tray_puts_first_who_waits_for_a_word(
    photo_report: Report,
    news_report: Report,
    ground: HidingGround,
    fatima: User,
    mona: User,
    client_for: Callable[..., Client],
) -> None:
    reports = (photo_report, news_report)
    first, _second = (hide_part(report=one, actor=mona, ground=ground, facts="Feiten.") for one in reports)
    answer_hiding(hiding=first, actor=fatima, answer="Een grap.")

    page = client_for(mona).get(f"{URL}?bak=verborgen")

    assert [row[3] for row in rows(page)] == ["Wacht op jou", "Nog niet"]


def test_manager_with_a_part_in_it_finds_nothing(
    report: Report, mona: User, second_manager: User, client_for: Callable[..., Client]
) -> None:
    report.subject.cases.update(contact=mona)
    hers, other = client_for(mona), client_for(second_manager)

    assert (rows(hers.get(URL)), len(rows(other.get(URL)))) == ([], 1)
    for act in ("", "laten-staan/", "verbergen/", "doorgeven/", "stilzetten/"):
        path = f"{report.desk_url}{act}"
        assert (path, hers.get(path).status_code, other.get(path).status_code) == (path, 404, 200)


@pytest.mark.parametrize("count", [1, 12])
def test_queue_costs_the_same_for_many(
    count: int, fatima: User, milan: User, reference: None, client_for: Callable[..., Client]
) -> None:
    for _ in range(count):
        report_part(subject=published(owner=fatima).subject, **HURTS)
    client = client_for(milan)
    client.get(URL)

    with CaptureQueriesContext(connection) as captured:
        found = rows(client.get(URL))

    assert (len(found), len(captured) <= 12) == (count, True)


def test_menu_leads_moderators_here_and_nobody_else(
    reference: None, cast: dict[str, User | None], client_for: Callable[..., Client]
) -> None:
    found = {who for who, user in cast.items() if f'href="{URL}"' in client_for(user).get("/").content.decode()}

    assert found == {"milan", "mona"}


# --- One report -------------------------------------------------------------------------------------------------------
def test_report_shows_what_it_is_about_and_never_who_told(
    report: Report, initiative: Initiative, milan: User, client_for: Callable[..., Client]
) -> None:
    page = client_for(milan).get(report.desk_url).content.decode()

    for words in (initiative.summary, initiative.own_share, "Er staat een scheldwoord.", "eerste keer"):
        assert words in page
    for who in ("Bram", "bram@", "fatima@"):
        assert who not in page


def test_report_shows_the_photo_or_the_news(
    photo_report: Report, news_report: Report, initiative: Initiative, milan: User, client_for: Callable[..., Client]
) -> None:
    client = client_for(milan)

    photo, news = (client.get(one.desk_url).content.decode() for one in (photo_report, news_report))

    assert (initiative.photo.large_url in photo, initiative.summary in photo) == (True, False)
    assert ("Zaterdag om tien uur." in news, initiative.summary in news) == (True, False)


def test_report_shows_what_was_done_before(
    report: Report, initiative: Initiative, milan: User, client_for: Callable[..., Client]
) -> None:
    leave_report(report=report, actor=milan, reason="Een mening mag.")
    again = report_part(subject=initiative.subject, **HURTS)

    page = client_for(milan).get(again.desk_url).content.decode()

    assert ("Een mening mag." in page, "eerste keer" in page) == (True, False)


@pytest.mark.parametrize(
    ("who", "buttons"), [("milan", {"laten-staan", "doorgeven"}), ("mona", {"laten-staan", "verbergen"})]
)
def test_buttons_are_what_one_may(
    who: str, buttons: set[str], report: Report, cast: dict[str, User], client_for: Callable[..., Client]
) -> None:
    page = soup(client_for(cast[who]).get(report.desk_url))

    found = {a["href"].split("/")[-2] for a in page.select("main a.nl-button")}
    assert found == buttons


# --- Deciding ---------------------------------------------------------------------------------------------------------
def test_moderator_leaves_it_with_a_reason(report: Report, milan: User, client_for: Callable[..., Client]) -> None:
    client = client_for(milan)
    url = f"{report.desk_url}laten-staan/"
    assert errors(client.post(url, {"reason": ""})) == {"reason": "Schrijf op waarom."}

    response = client.post(url, {"reason": "Een mening mag.", "seen": str(report.pk)}, follow=True)

    assert response.redirect_chain == [(URL, 302)]
    assert "Dit blijft staan." in response.content.decode()
    assert Report.objects.get().answer == "Een mening mag."


def test_form_settles_no_report_that_came_in_meanwhile(
    report: Report, initiative: Initiative, milan: User, client_for: Callable[..., Client]
) -> None:
    client = client_for(milan)
    url = f"{report.desk_url}laten-staan/"
    seen = soup(client.get(url)).select_one("[name=seen]")["value"]
    later = report_part(subject=initiative.subject, **HURTS)

    client.post(url, {"reason": "Een mening mag.", "seen": seen})

    assert list(Report.objects.open()) == [later]


def test_moderator_passes_it_on(report: Report, milan: User, mona: User, client_for: Callable[..., Client]) -> None:
    client_for(milan).post(f"{report.desk_url}doorgeven/", {"note": "Kijk naar zin twee."})

    assert "Kijk naar zin twee." in client_for(mona).get(report.desk_url).content.decode()
    assert client_for(milan).post(f"{report.desk_url}doorgeven/").status_code == 403


def test_manager_hides_with_ground_and_facts(
    report: Report, mona: User, ground: HidingGround, client_for: Callable[..., Client]
) -> None:
    client = client_for(mona)
    url = f"{report.desk_url}verbergen/"
    faults = errors(client.post(url, {}))

    response = client.post(url, {"ground": ground.pk, "facts": "Zin twee.", "seen": report.pk})

    assert set(faults) == {"ground", "facts"}
    assert response.url == URL
    assert (Hiding.objects.get().ground, Hiding.objects.get().facts) == (ground, "Zin twee.")


def test_ground_that_ended_is_not_offered(
    report: Report, mona: User, ground: HidingGround, client_for: Callable[..., Client]
) -> None:
    HidingGround.objects.filter(pk=ground.pk).update(ends_on="2020-01-01")
    client = client_for(mona)
    url = f"{report.desk_url}verbergen/"

    assert str(ground.pk) not in [one["value"] for one in soup(client.get(url)).select("[name=ground]")]
    assert errors(client.post(url, {"ground": ground.pk, "facts": "Zin twee."})) == {
        "ground": "Deze grond geldt niet meer. Kies een andere."
    }


def test_decision_of_a_moment_ago_is_told(
    report: Report, milan: User, mona: User, client_for: Callable[..., Client]
) -> None:
    client = client_for(milan)
    leave_report(report=report, actor=mona, reason="Een mening mag.")

    assert client.post(f"{report.desk_url}laten-staan/", {"reason": "Dat vind ik ook."}).status_code == 403
    assert "Blijft staan op" in client.get(report.desk_url).content.decode()


def test_manager_lifts_and_keeps(hiding: Hiding, fatima: User, mona: User, client_for: Callable[..., Client]) -> None:
    client = client_for(mona)
    assert client.get(f"{hiding.desk_url}zo-laten/").status_code == 403
    answer_hiding(hiding=hiding, actor=fatima, answer="Een grap.")
    assert "Een grap." in client.get(hiding.desk_url).content.decode()

    client.post(f"{hiding.desk_url}zo-laten/", {"reason": "Het kwetst."})
    client.post(f"{hiding.desk_url}tonen/", {"reason": "De zin is weg."})

    row = Hiding.objects.get()
    assert (row.keep_reason, row.lift_reason, row.is_active) == ("Het kwetst.", "De zin is weg.", False)
    assert client.get(f"{hiding.desk_url}tonen/").status_code == 403


def test_moderator_reads_a_hiding_and_lifts_nothing(
    hiding: Hiding, milan: User, client_for: Callable[..., Client]
) -> None:
    client = client_for(milan)

    assert client.get(hiding.desk_url).status_code == 200
    assert [
        client.post(f"{hiding.desk_url}{act}/", {"reason": "Ja."}).status_code for act in ("tonen", "zo-laten")
    ] == [403, 403]


def test_moderator_pauses_and_ends_it(
    report: Report, fatima: User, milan: User, client_for: Callable[..., Client]
) -> None:
    client = client_for(milan)
    url = f"{report.desk_url}stilzetten/"
    assert set(errors(client.post(url, {"days": "8", "reason": ""}))) == {"days", "reason"}

    client.post(url, {"days": "7", "reason": "Reclame."})

    pause = Block.objects.active().pauses().get()
    assert (pause.user, pause.reason) == (fatima, "Reclame.")
    client.post(f"/moderatie/stil/{pause.pk}/opheffen/")
    assert not Block.objects.active().exists()


def test_block_of_an_owner_is_no_pause(
    fatima: User, bram: User, milan: User, client_for: Callable[..., Client]
) -> None:
    block = block_person(owner=fatima, label="Bram", user=bram)

    assert client_for(milan).post(f"/moderatie/stil/{block.pk}/opheffen/").status_code == 404
    assert Block.objects.active().count() == 1


# --- The lists --------------------------------------------------------------------------------------------------------
def test_manager_adds_a_ground_in_the_lists(reference: None, mona: User, client_for: Callable[..., Client]) -> None:
    told = {
        "code": "minors",
        "name": "Foto van een kind",
        "name_en": "Photo of a child",
        "law": "AVG, artikel 8",
        "position": "9",
    }

    client_for(mona).post("/beheer/lijsten/moderation/hidingground/add/", told)

    assert HidingGround.objects.get(code="minors").law == "AVG, artikel 8"
