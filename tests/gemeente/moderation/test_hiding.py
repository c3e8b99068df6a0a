"""Hiding: on a ground of law, told to the owner, gone everywhere, answered, and shown again."""

from collections.abc import Callable

import pytest
from django.core.files.storage import Storage
from django.test import Client

from gemeente.activity.actions import follow
from gemeente.activity.enums import Visibility
from gemeente.activity.models import Entry, Notice, Receipt, Subject
from gemeente.lib.errors import Refused, Stale
from gemeente.moderation.actions.hiding import answer_hiding, hide_part, keep_hiding, lift_hiding
from gemeente.moderation.actions.reporting import report_part
from gemeente.moderation.enums import ReportOutcome, ReportReason
from gemeente.moderation.models import Hiding, HidingGround, Report
from gemeente.moderation.parts import WHOLE
from gemeente.users.models import User
from initiatives.actions.news import tell_news
from initiatives.models import Initiative
from initiatives.parts import photo_part
from tests.factories.activity import make_notice
from tests.factories.photos import a_photo
from tests.gemeente.moderation.conftest import FACTS, TITLE, path_of


# --- The decision -----------------------------------------------------------------------------------------------------
def test_hiding_says_on_which_ground_and_leaves_the_text_alone(
    report: Report, mona: User, ground: HidingGround, initiative: Initiative
) -> None:
    before = Initiative.objects.filter(pk=initiative.pk).values().get()

    hiding = hide_part(report=report, actor=mona, ground=ground, facts=f" {FACTS} ")

    assert (hiding.ground, hiding.facts, hiding.by, hiding.part) == (ground, FACTS, mona, WHOLE)
    assert Initiative.objects.filter(pk=initiative.pk).values().get() == before
    entry = Entry.objects.get(verb="hidden")
    assert entry.changes == {"part": [None, ""], "ground": [None, "insult"]}
    assert entry.visibility == Visibility.STAFF
    assert Report.objects.get().outcome == ReportOutcome.HIDDEN


def test_owner_hears_ground_facts_and_what_she_can_do_and_not_who_reported(
    report: Report, mona: User, ground: HidingGround, bram: User, run_jobs: Callable[[], int], mailoutbox: list
) -> None:
    run_jobs()
    mailoutbox.clear()

    hiding = hide_part(report=report, actor=mona, ground=ground, facts=FACTS)
    run_jobs()

    mail = next(mail for mail in mailoutbox if mail.to == ["fatima@voorbeeld.example"])
    assert mail.subject == f"Verborgen bij {TITLE}"
    for words in ("artikelen 261 tot en met 266", FACTS, "klacht", "rechter", f"/mijn/verborgen/{hiding.pk}/"):
        assert words in mail.body
    assert "Bram" not in mail.body
    assert [m.to[0] for m in mailoutbox if TITLE in m.subject + m.body] == ["fatima@voorbeeld.example"]


@pytest.mark.parametrize("who", ["bram", "fatima", "noor", "milan", "thea", "hans"])
def test_hiding_is_for_managers(
    who: str, report: Report, cast: dict[str, User], mona: User, ground: HidingGround
) -> None:
    with pytest.raises(Refused):
        hide_part(report=report, actor=cast[who], ground=ground, facts=FACTS)

    assert hide_part(report=report, actor=mona, ground=ground, facts=FACTS).is_active


@pytest.mark.parametrize("wrong", ["no facts", "ground ended", "hidden already", "settled"])
def test_hiding_is_refused(wrong: str, report: Report, mona: User, ground: HidingGround) -> None:
    facts = " " if wrong == "no facts" else FACTS
    if wrong == "ground ended":
        ground.ends_on = "2020-01-01"
        ground.save()
        ground.refresh_from_db()
    if wrong == "hidden already":
        Subject.objects.update(is_public=False)
    if wrong == "settled":
        Report.objects.update(outcome="hidden", settled_by=mona, settled_at=report.created_at)

    with pytest.raises(Refused):
        hide_part(report=report, actor=mona, ground=ground, facts=facts)

    assert not Hiding.objects.exists()


def test_manager_can_hide_the_page_where_a_part_was_reported(
    report: Report, photo_report: Report, mona: User, ground: HidingGround
) -> None:
    hiding = hide_part(report=photo_report, actor=mona, ground=ground, facts=FACTS, whole=True)

    assert hiding.part == WHOLE
    assert set(Report.objects.values_list("outcome", flat=True)) == {"hidden"}
    assert Subject.objects.get(pk=photo_report.subject_id).is_public is False


# --- A part -----------------------------------------------------------------------------------------------------------
def test_hidden_photo_becomes_the_drawing(
    photo_report: Report,
    initiative: Initiative,
    mona: User,
    fatima: User,
    ground: HidingGround,
    client: Client,
    client_for: Callable[..., Client],
) -> None:
    shown = client.get(initiative.photo.card_url)
    assert (shown.status_code, shown["Cache-Control"]) == (200, "public, max-age=60")

    hiding = hide_part(report=photo_report, actor=mona, ground=ground, facts=FACTS)

    response = client.get(initiative.photo.card_url)
    assert (response.status_code, response.url) == (302, initiative.drawing)
    assert response["Cache-Control"] == "public, max-age=60"
    page = client.get(path_of(initiative)).content.decode()
    assert str(initiative.photo.key) not in page
    assert "Een draaimolen" not in page
    mine = client_for(fatima)
    assert str(initiative.photo.key) in mine.get(path_of(initiative)).content.decode()
    assert "no-store" in mine.get(initiative.photo.large_url)["Cache-Control"]

    lift_hiding(hiding=hiding, actor=mona, reason="Het mag toch.")

    assert client.get(initiative.photo.card_url).status_code == 200


def test_hidden_news_is_left_out_with_its_photo(
    initiative: Initiative,
    fatima: User,
    mona: User,
    ground: HidingGround,
    client: Client,
    client_for: Callable[..., Client],
    store: Storage,
) -> None:
    news = tell_news(initiative=initiative, actor=fatima, title="Geheim nieuws", text="Zo.", photos=[a_photo()])
    tell_news(initiative=initiative, actor=fatima, title="Gewoon nieuws", text="Zo.")
    report = report_part(subject=initiative.subject, part=f"news:{news.pk}", reason=ReportReason.PRIVATE)

    hide_part(report=report, actor=mona, ground=ground, facts=FACTS)

    page = client.get(path_of(initiative)).content.decode()
    assert ("Geheim nieuws" in page, "Gewoon nieuws" in page) == (False, True)
    assert client.get(news.photos.get().large_url).status_code == 302
    mine = client_for(fatima).get(path_of(initiative)).content.decode()
    assert "Geheim nieuws" in mine
    assert "Het nieuws “Geheim nieuws” is verborgen. Alleen jij ziet het nog." in mine


def test_hidden_photo_of_news_leaves_the_news(
    initiative: Initiative, fatima: User, mona: User, ground: HidingGround, client: Client, store: Storage
) -> None:
    news = tell_news(initiative=initiative, actor=fatima, title="Nieuws", text="Zo.", photos=[a_photo()])
    report = report_part(subject=initiative.subject, part=photo_part(news.photos.get()), reason=ReportReason.PHOTO)

    hide_part(report=report, actor=mona, ground=ground, facts=FACTS)

    page = client.get(path_of(initiative)).content.decode()
    assert ("Nieuws" in page, str(news.photos.get().key) in page) == (True, False)


def test_a_part_is_hidden_once(photo_report: Report, mona: User, bram: User, ground: HidingGround) -> None:
    hide_part(report=photo_report, actor=mona, ground=ground, facts=FACTS)
    again = report_part(subject=photo_report.subject, part=photo_report.part, reason=ReportReason.PHOTO, actor=bram)

    with pytest.raises(Refused, match="niet meer te zien"):
        hide_part(report=again, actor=mona, ground=ground, facts=FACTS)

    assert Hiding.objects.count() == 1


# --- Answering and showing again --------------------------------------------------------------------------------------
def test_owner_answers_once_with_a_receipt_and_managers_hear(
    hiding: Hiding, fatima: User, mona: User, milan: User
) -> None:
    with pytest.raises(Refused, match="Schrijf op wat je ervan vindt"):
        answer_hiding(hiding=hiding, actor=fatima, answer=" ")
    assert (Hiding.objects.get().answered_at, Receipt.objects.filter(person=fatima).count()) == (None, 0)

    receipt = answer_hiding(hiding=hiding, actor=fatima, answer="Het was een grap.")

    assert Receipt.objects.get(pk=receipt.pk).person == fatima
    assert list(Notice.objects.filter(template="hiding_answered").values_list("recipient", flat=True)) == [mona.pk]
    with pytest.raises(Refused):
        answer_hiding(hiding=hiding, actor=fatima, answer="En nog iets.")
    assert Hiding.objects.get().answer == "Het was een grap."


@pytest.mark.parametrize("who", ["bram", "noor", "milan", "mona"])
def test_answer_is_the_owners(who: str, hiding: Hiding, cast: dict[str, User], fatima: User) -> None:
    with pytest.raises(Refused):
        answer_hiding(hiding=hiding, actor=cast[who], answer="Namens haar.")

    assert answer_hiding(hiding=hiding, actor=fatima, answer="Zelf.").person == fatima


def test_lifting_needs_a_reason_and_is_done_once(hiding: Hiding, mona: User, milan: User) -> None:
    with pytest.raises(Refused):
        lift_hiding(hiding=hiding, actor=milan, reason="Ik vind van wel.")
    with pytest.raises(Refused):
        lift_hiding(hiding=hiding, actor=mona, reason=" ")

    lift_hiding(hiding=hiding, actor=mona, reason="De zin is weg.")
    lift_hiding(hiding=hiding, actor=mona, reason="Nog eens.")

    row = Hiding.objects.get()
    assert (row.lift_reason, row.lifted_by) == ("De zin is weg.", mona)
    assert Notice.objects.filter(template="hiding_lifted").count() == 1
    subject = Subject.objects.get()
    assert (subject.is_public, subject.hidden_at) == (True, None)


def test_keeping_it_hidden_is_told_to_who_answered(hiding: Hiding, fatima: User, mona: User) -> None:
    with pytest.raises(Refused):
        keep_hiding(hiding=hiding, actor=mona, reason="Het kwetst.")
    answer_hiding(hiding=hiding, actor=fatima, answer="Het was een grap.")
    with pytest.raises(Refused, match="waarom dit verborgen blijft"):
        keep_hiding(hiding=hiding, actor=mona, reason=" ")
    assert Hiding.objects.get().kept_at is None

    keep_hiding(hiding=hiding, actor=mona, reason="Het kwetst.")

    assert Notice.objects.get(template="hiding_kept").recipient == fatima
    lift_hiding(hiding=hiding, actor=mona, reason="De zin is weg.")
    with pytest.raises(Stale):
        keep_hiding(hiding=hiding, actor=mona, reason="Toch niet.")


def test_what_was_shown_again_can_be_hidden_again(
    hiding: Hiding, initiative: Initiative, mona: User, bram: User, ground: HidingGround
) -> None:
    lift_hiding(hiding=hiding, actor=mona, reason="De zin is weg.")
    again = report_part(subject=initiative.subject, part=WHOLE, reason=ReportReason.HURTS, actor=bram)

    hide_part(report=again, actor=mona, ground=ground, facts="De zin staat er weer.")

    assert Hiding.objects.active().count() == 1
    assert Hiding.objects.count() == 2


def test_follower_of_something_else_keeps_her_notices(
    hiding: Hiding, bram: User, fatima: User, client_for: Callable[..., Client]
) -> None:
    other = make_notice(bram)
    follow(user=bram, subject=other.entry.subject)

    assert other.entry.subject.title in client_for(bram).get("/mijn/berichten/").content.decode()
