"""What is hidden is gone everywhere, for everybody but its owner, until it comes back."""

from collections.abc import Callable

import pytest
from django.test import Client

from gemeente.activity.models import Follow, Notice, Subject
from gemeente.lib.errors import Refused
from gemeente.moderation.actions.hiding import hide_part, lift_hiding
from gemeente.moderation.actions.reporting import report_part
from gemeente.moderation.enums import ReportReason
from gemeente.moderation.models import Hiding, HidingGround, Report
from gemeente.moderation.parts import WHOLE
from gemeente.users.models import User
from initiatives.actions.joining import participate, request_participation
from initiatives.actions.leaving import withdraw_initiative
from initiatives.actions.moving import move_initiative
from initiatives.actions.news import tell_news
from initiatives.delivery import confirm_token
from initiatives.enums import ParticipationKind
from initiatives.models import Initiative, Participation, ParticipationRequest, Update
from initiatives.workflow import TRANSITIONS
from tests.gemeente.moderation.conftest import FACTS, TITLE, path_of
from tests.pages import soup

# --- Gone everywhere --------------------------------------------------------------------------------------------------
PLACES = ("/", "/initiatieven/", "/initiatieven/?zoek=kermis", "/wijken/oostgaarde/", "/mijn/", "/mijn/berichten/")


@pytest.fixture
def followed(initiative: Initiative, bram: User, willem: User, run_jobs: Callable[[], int]) -> Initiative:
    """Bram joins in and reads news of it; the WOP was told of it."""
    participate(initiative=initiative, actor=bram, kind=ParticipationKind.JOIN, message="Ik help.")
    tell_news(initiative=initiative, actor=initiative.owner, title="Nieuws", text="Het gaat door.")
    run_jobs()
    return initiative


def places_with(client: Client, title: str = TITLE) -> set[str]:
    """Where a reader finds the title."""
    return {path for path in PLACES if title in client.get(path, follow=True).content.decode()}


def test_hidden_page_is_gone_everywhere_and_comes_back(
    followed: Initiative,
    mona: User,
    bram: User,
    willem: User,
    ground: HidingGround,
    client: Client,
    client_for: Callable[..., Client],
) -> None:
    readers = {"visitor": client, "bram": client_for(bram), "willem": client_for(willem)}
    before = {who: places_with(reader) for who, reader in readers.items()}
    report = report_part(subject=followed.subject, part=WHOLE, reason=ReportReason.HURTS, actor=bram)
    etag = client.get("/initiatieven/").headers["ETag"]

    hiding = hide_part(report=report, actor=mona, ground=ground, facts=FACTS)

    public = {"/", "/initiatieven/", "/initiatieven/?zoek=kermis", "/wijken/oostgaarde/"}
    assert before["visitor"] == public
    assert before["bram"] == public | {"/mijn/", "/mijn/berichten/"}
    assert "/mijn/berichten/" in before["willem"]
    assert {who: places_with(reader) for who, reader in readers.items()} == {who: set() for who in readers}
    assert {reader.get(path_of(followed)).status_code for reader in readers.values()} == {404}
    assert {reader.get(followed.photo.large_url).status_code for reader in readers.values()} == {404}
    assert client.get("/initiatieven/", headers={"if-none-match": etag}).status_code == 200
    assert TITLE not in readers["bram"].get("/mijn/ontvangst/").content.decode()

    lift_hiding(hiding=hiding, actor=mona, reason="De zin is weg.")

    assert {who: places_with(reader) for who, reader in readers.items()} == before
    assert client.get(path_of(followed)).status_code == 200


def test_what_its_owner_took_away_meanwhile_does_not_come_back(
    initiative: Initiative, hiding: Hiding, mona: User, client: Client
) -> None:
    withdraw_initiative(initiative=initiative, actor=initiative.owner)

    lift_hiding(hiding=hiding, actor=mona, reason="De zin is weg.")

    assert not Subject.objects.public().filter(initiative=initiative).exists()
    assert client.get(path_of(initiative)).status_code == 404


def test_header_counts_no_notice_that_the_inbox_leaves_out(
    followed: Initiative, mona: User, bram: User, ground: HidingGround, client_for: Callable[..., Client]
) -> None:
    reader = client_for(bram)
    Notice.objects.filter(recipient=bram).update(read_at=None)
    count = int(soup(reader.get("/")).select_one(".portal-count").get_text().split()[0])
    report = report_part(subject=followed.subject, part=WHOLE, reason=ReportReason.HURTS)

    hide_part(report=report, actor=mona, ground=ground, facts=FACTS)

    assert count > 0
    assert soup(reader.get("/")).select_one(".portal-count") is None


def test_hidden_page_is_not_for_staff_but_in_the_queue(
    hiding: Hiding, initiative: Initiative, cast: dict[str, User], client_for: Callable[..., Client]
) -> None:
    statuses = {
        who: client_for(cast[who]).get(path_of(initiative)).status_code for who in ("mona", "milan", "noor", "fatima")
    }

    assert statuses == {"mona": 404, "milan": 404, "noor": 404, "fatima": 200}
    page = client_for(cast["mona"]).get(hiding.desk_url).content.decode()
    assert initiative.summary in page
    assert client_for(cast["milan"]).get(initiative.photo.large_url).status_code == 200


def test_photo_of_a_hidden_page_needs_the_second_step(
    hiding: Hiding, initiative: Initiative, mona: User, client_for: Callable[..., Client]
) -> None:
    assert client_for(mona, second_factor=False).get(initiative.photo.large_url).status_code == 404
    assert client_for(mona).get(initiative.photo.large_url).status_code == 200


def test_owner_sees_a_banner_on_her_page(
    hiding: Hiding, initiative: Initiative, fatima: User, client_for: Callable[..., Client]
) -> None:
    page = soup(client_for(fatima).get(path_of(initiative)))

    alert = page.select_one("main .utrecht-alert--warning")
    assert "Dit is verborgen. Alleen jij ziet het nog." in alert.get_text(" ", strip=True)
    assert alert.select_one("a")["href"] == f"/mijn/verborgen/{hiding.pk}/"


def test_others_can_do_nothing_with_a_hidden_page(
    initiative: Initiative,
    report: Report,
    mona: User,
    bram: User,
    ground: HidingGround,
    client_for: Callable[..., Client],
) -> None:
    asked = request_participation(
        initiative=initiative, email="buur@voorbeeld.example", kind=ParticipationKind.SUPPORT, language="nl"
    )
    hide_part(report=report, actor=mona, ground=ground, facts=FACTS)
    client = client_for(bram)

    paths = [f"{path_of(initiative)}{act}/" for act in ("steunen", "meedoen")]
    paths += [
        f"/volgen/{initiative.subject_id}/",
        f"/melden/{initiative.subject_id}/",
        f"/zorgen/{initiative.subject_id}/",
    ]
    paths += [f"/meedoen/{confirm_token(asked)}/"]
    assert {path: client.post(path).status_code for path in paths} == dict.fromkeys(paths, 404)
    with pytest.raises(Refused):
        participate(initiative=initiative, actor=bram, kind=ParticipationKind.SUPPORT)
    with pytest.raises(Refused):
        request_participation(
            initiative=initiative, email="ander@voorbeeld.example", kind=ParticipationKind.SUPPORT, language="nl"
        )
    assert not Participation.objects.exists()
    assert not Follow.objects.filter(user=bram).exists()
    assert ParticipationRequest.objects.count() == 1


def test_mail_that_was_not_sent_yet_stays(
    followed: Initiative, mona: User, bram: User, ground: HidingGround, run_jobs: Callable[[], int], mailoutbox: list
) -> None:
    request_participation(
        initiative=followed, email="buur@voorbeeld.example", kind=ParticipationKind.SUPPORT, language="nl"
    )
    prepare = next(t for t in TRANSITIONS if t.name == "prepare" and t.source == "published")
    move_initiative(initiative=followed, actor=followed.owner, transition=prepare)
    report = report_part(subject=followed.subject, part=WHOLE, reason=ReportReason.HURTS, actor=bram)
    hide_part(report=report, actor=mona, ground=ground, facts=FACTS)
    mailoutbox.clear()

    run_jobs()

    readers = {mail.to[0].split("@")[0] for mail in mailoutbox if TITLE in mail.subject + mail.body}
    assert readers == {"fatima", "mona"}  # whose it is, and who was told that there was a report


def test_owner_keeps_the_pen_and_tells_news_when_it_is_back(
    hiding: Hiding, initiative: Initiative, fatima: User, mona: User, client_for: Callable[..., Client]
) -> None:
    client = client_for(fatima)
    texts = {"title": TITLE, "summary": "Een kermis voor de hele straat, zonder scheldwoord."}
    key = str(initiative.submission_key)

    client.post(f"{path_of(initiative)}bewerken/idee/", texts | {"submission_key": key})
    refused = client.post(f"{path_of(initiative)}nieuws/", {"title": "Nieuws", "text": "Iets.", "submission_key": key})

    initiative.refresh_from_db()
    assert initiative.summary == texts["summary"]
    assert "Deze pagina is verborgen." in refused.content.decode()
    assert not Update.objects.exists()
    assert Subject.objects.get().is_public is False
