"""What the brakes keep about a person: exported to her alone, forgotten when she leaves, moved after a claim."""

import json
from collections.abc import Callable

from django.test import Client

from gemeente.accounts.actions import close_account
from gemeente.cases.models import CaseFile
from gemeente.moderation.actions.blocking import block_person, pause_account
from gemeente.moderation.actions.hiding import answer_hiding
from gemeente.moderation.actions.reporting import report_part
from gemeente.moderation.actions.worrying import tell_worry
from gemeente.moderation.enums import ReportReason
from gemeente.moderation.models import Block, Hiding, Report, Worry
from gemeente.moderation.parts import WHOLE
from gemeente.moderation.personal_data import move_moderation
from gemeente.users.models import User
from initiatives.models import Initiative
from tests.factories.users import UserFactory


def export_of(user: User, client_for: Callable[..., Client]) -> dict:
    """Her own export, the share of moderation."""
    return json.loads(client_for(user).get("/mijn/gegevens/download/").content)["moderation"]


def test_export_is_what_she_said_and_what_was_decided_about_her(
    report: Report,
    case: CaseFile,
    hiding: Hiding,
    bram: User,
    fatima: User,
    milan: User,
    client_for: Callable[..., Client],
) -> None:
    pause_account(person=bram, actor=milan, days=7, reason="Reclame.")
    block_person(owner=fatima, label="Een buur", email="lastig@voorbeeld.example")
    answer_hiding(hiding=hiding, actor=fatima, answer="Een grap.")

    his, hers = export_of(bram, client_for), export_of(fatima, client_for)

    assert (his["reports"][0]["text"], his["paused"][0]["reason"]) == ("Er staat een scheldwoord.", "Reclame.")
    assert (hers["hidden"][0]["facts"], hers["hidden"][0]["answer"]) == (hiding.facts, "Een grap.")
    assert hers["blocked"][0]["label"] == "Een buur"
    assert "Er staat een scheldwoord." not in json.dumps(hers)
    assert "lastig@" not in json.dumps(hers)


def test_erasure_forgets_addresses_and_keeps_the_record(initiative: Initiative, case: CaseFile, bram: User) -> None:
    report_part(subject=initiative.subject, part=WHOLE, reason=ReportReason.OTHER, actor=bram)
    report_part(subject=initiative.subject, part=WHOLE, reason=ReportReason.OTHER, email="bram@voorbeeld.example")
    tell_worry(case=case, actor=bram, text="Komt er geluid?", phone="010-555 0100")
    tell_worry(case=case, text="En licht?", name="Bram", email="bram@voorbeeld.example")
    block_person(owner=bram, label="Een buur", email="lastig@voorbeeld.example")
    block_person(owner=initiative.owner, label="Bram", user=bram)

    close_account(user=bram)

    assert set(Report.objects.values_list("email", flat=True)) == {""}
    assert set(Worry.objects.values_list("name", "email", "phone")) == {("", "", "")}
    assert (Report.objects.count(), Worry.objects.count()) == (2, 2)
    assert list(Block.objects.values_list("user", "label")) == [(bram.pk, "")]


def test_move_takes_along_what_she_said(initiative: Initiative, case: CaseFile, bram: User, willem: User) -> None:
    new = UserFactory()
    report_part(subject=initiative.subject, part=WHOLE, reason=ReportReason.OTHER, actor=bram)
    tell_worry(case=case, actor=bram, text="Komt er geluid?")
    block_person(owner=bram, label="Een buur", email="lastig@voorbeeld.example")
    block_person(owner=initiative.owner, label="Bram", user=bram)
    block_person(owner=willem, label="Bram", user=bram)
    block_person(owner=willem, label="Buur", user=new)

    move_moderation(bram, new)

    assert (Report.objects.get().reporter, Worry.objects.get().author) == (new, new)
    assert Block.objects.get(owner=initiative.owner).user == new
    assert Block.objects.get(email="lastig@voorbeeld.example").owner == new
    assert Block.objects.filter(owner=willem, user=new).count() == 1


def test_hidden_text_of_who_left_stays_hidden(hiding: Hiding, fatima: User) -> None:
    close_account(user=fatima)

    assert Hiding.objects.active().get() == hiding
