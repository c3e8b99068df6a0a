"""Neighbours who support an initiative or join in: what is counted, who hears of it, and a visitor's mail."""

import datetime as dt
import re
from collections.abc import Callable
from urllib.parse import unquote

import pytest
import time_machine
from django.core.mail import EmailMessage
from django.core.signing import BadSignature
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gemeente.activity.actions import unfollow
from gemeente.activity.enums import Visibility
from gemeente.activity.models import Entry, Follow, Notice
from gemeente.lib.errors import Refused
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.joining import participate, request_participation, withdraw
from initiatives.delivery import confirm_token, read_confirm_token, send_confirmation
from initiatives.enums import ENDED, ParticipationKind, Stage
from initiatives.models import Initiative, Participation, ParticipationRequest
from tests.factories.initiatives import InitiativeFactory, published

SUPPORT, JOIN = ParticipationKind.SUPPORT, ParticipationKind.JOIN
ADDRESS = "ineke@voorbeeld.example"
LINK = re.compile(r"https?://\S+")
MONDAY = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)


@pytest.fixture
def initiative(fatima: User, oostgaarde: Wijk) -> Initiative:
    return published(owner=fatima, wijk=oostgaarde, title="Moestuin achter de Hoven")


def at_stage(stage: Stage, owner: User, wijk: Wijk) -> Initiative:
    """An initiative of the owner at a stage, past the workflow."""
    if stage == Stage.CONCEPT:
        return InitiativeFactory(owner=owner, wijk=wijk)
    initiative = published(owner=owner, wijk=wijk)
    Initiative.objects.filter(pk=initiative.pk).update(stage=stage, outcome="Klaar." if stage in ENDED else "")
    initiative.refresh_from_db()
    return initiative


def kept(initiative: Initiative) -> tuple[int, int]:
    """The counts that pages show: supporters, and who joins in."""
    initiative.refresh_from_db()
    return initiative.support_count, initiative.join_count


def recount(initiative: Initiative) -> tuple[int, int]:
    """The same, counted now."""
    rows = Participation.objects.filter(initiative=initiative)
    return rows.filter(kind=SUPPORT).count(), rows.filter(kind=JOIN).count()


def ask(initiative: Initiative, kind: ParticipationKind = JOIN, email: str = ADDRESS) -> ParticipationRequest:
    """What a visitor typed."""
    return request_participation(
        initiative=initiative, email=email, kind=kind, name="Ineke", message="Ik kan graven.", language="nl"
    )


# --- With an account --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("kind", "verb", "counts"), [(SUPPORT, "supported", (1, 0)), (JOIN, "joined_in", (0, 1))], ids=["support", "join"]
)
def test_participate_counts_logs_and_follows(
    kind: ParticipationKind, verb: str, counts: tuple[int, int], initiative: Initiative, bram: User
) -> None:
    made = participate(initiative=initiative, actor=bram, kind=kind, message="  Ik kan graven. ")

    assert (made.user, made.kind, made.message) == (bram, kind, "Ik kan graven.")
    assert kept(initiative) == recount(initiative) == counts
    entry = Entry.objects.get(actor=bram, subject=initiative.subject)
    assert (entry.verb, entry.visibility, entry.changes) == (verb, Visibility.STAFF, {})
    assert Follow.objects.filter(user=bram, subject=initiative.subject).exists()


def test_owner_hears_of_who_joins_and_not_of_who_supports(
    initiative: Initiative, fatima: User, bram: User, run_jobs: Callable[[], int], mailoutbox: list[EmailMessage]
) -> None:
    run_jobs()
    mailoutbox.clear()
    participate(initiative=initiative, actor=bram, kind=SUPPORT)
    assert list(Notice.objects.filter(entry__actor=bram)) == []

    participate(initiative=initiative, actor=bram, kind=JOIN, message="Ik kan graven.")

    notice = Notice.objects.get(entry__actor=bram)
    assert (notice.recipient, notice.template) == (fatima, "initiative_joined")
    assert notice.get_absolute_url() == f"/initiatieven/{initiative.slug}/meedoeners/"
    run_jobs()
    assert [mail.to for mail in mailoutbox] == [[fatima.email]]
    assert f"/initiatieven/{initiative.slug}/meedoeners/" in mailoutbox[0].body
    assert not re.search("Bram|Ik kan graven", mailoutbox[0].body)


def test_participate_twice_only_changes_the_message(initiative: Initiative, bram: User) -> None:
    first = participate(initiative=initiative, actor=bram, kind=JOIN, message="Ik kan graven.")
    before = (Entry.objects.count(), Notice.objects.count())

    second = participate(initiative=initiative, actor=bram, kind=JOIN, message="Ik heb een kruiwagen.")

    assert (second, second.message) == (first, "Ik heb een kruiwagen.")
    assert Participation.objects.get().message == "Ik heb een kruiwagen."
    assert kept(initiative) == recount(initiative) == (0, 1)
    assert (Entry.objects.count(), Notice.objects.count()) == before


def test_participate_again_without_words_keeps_the_message_and_who_follows(initiative: Initiative, bram: User) -> None:
    participate(initiative=initiative, actor=bram, kind=JOIN, message="Ik kan graven.")
    unfollow(user=bram, subject=initiative.subject)

    participate(initiative=initiative, actor=bram, kind=JOIN, message=" ")

    assert Participation.objects.get().message == "Ik kan graven."
    assert not Follow.objects.filter(user=bram).exists()


@pytest.mark.parametrize(
    ("who", "stage", "is_allowed"),
    [
        ("bram", Stage.PUBLISHED, True),
        ("bram", Stage.PREPARING, True),
        ("bram", Stage.RUNNING, True),
        ("noor", Stage.RUNNING, True),
        ("bram", Stage.CONCEPT, False),
        ("bram", Stage.REALISED, False),
        ("bram", Stage.STOPPED, False),
        ("fatima", Stage.CONCEPT, False),
        ("fatima", Stage.RUNNING, False),
    ],
)
@pytest.mark.parametrize("kind", ParticipationKind)
def test_participate_is_for_others_as_long_as_it_runs(
    kind: ParticipationKind, who: str, stage: Stage, is_allowed: bool, cast: dict[str, User], oostgaarde: Wijk
) -> None:
    initiative = at_stage(stage, cast["fatima"], oostgaarde)

    if is_allowed:
        participate(initiative=initiative, actor=cast[who], kind=kind)
    else:
        with pytest.raises(Refused):
            participate(initiative=initiative, actor=cast[who], kind=kind)

    assert sum(kept(initiative)) == sum(recount(initiative)) == int(is_allowed)


def test_withdraw_ends_one_kind_and_leaves_following_alone(initiative: Initiative, bram: User) -> None:
    participate(initiative=initiative, actor=bram, kind=SUPPORT)
    participate(initiative=initiative, actor=bram, kind=JOIN)

    withdraw(initiative=initiative, actor=bram, kind=JOIN)

    assert kept(initiative) == recount(initiative) == (1, 0)
    entry = Entry.objects.get(verb="withdrew")
    assert (entry.actor, entry.visibility) == (bram, Visibility.STAFF)
    assert Follow.objects.filter(user=bram, subject=initiative.subject).exists()


def test_withdraw_twice_or_for_nothing_changes_nothing(initiative: Initiative, bram: User, willem: User) -> None:
    participate(initiative=initiative, actor=bram, kind=JOIN)
    withdraw(initiative=initiative, actor=bram, kind=JOIN)
    entries = Entry.objects.count()

    withdraw(initiative=initiative, actor=bram, kind=JOIN)
    withdraw(initiative=initiative, actor=willem, kind=SUPPORT)

    assert kept(initiative) == recount(initiative) == (0, 0)
    assert Entry.objects.count() == entries


def test_withdraw_still_works_after_the_end(initiative: Initiative, bram: User) -> None:
    participate(initiative=initiative, actor=bram, kind=JOIN)
    Initiative.objects.filter(pk=initiative.pk).update(stage=Stage.STOPPED, outcome="Te weinig tijd.")

    withdraw(initiative=initiative, actor=bram, kind=JOIN)

    assert kept(initiative) == recount(initiative) == (0, 0)


STEPS = st.tuples(st.integers(0, 3), st.sampled_from(ParticipationKind), st.booleans())


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, max_size=12))
def test_counts_are_true_whatever_neighbours_do(
    steps: list[tuple[int, ParticipationKind, bool]], cast: dict[str, User], oostgaarde: Wijk
) -> None:
    initiative = published(owner=cast["fatima"], wijk=oostgaarde)
    neighbours = [cast[name] for name in ("bram", "willem", "wilma", "noor")]
    taking_part = set()

    for number, kind, is_in in steps:
        if is_in:
            participate(initiative=initiative, actor=neighbours[number], kind=kind)
            taking_part.add((number, kind))
        else:
            withdraw(initiative=initiative, actor=neighbours[number], kind=kind)
            taking_part.discard((number, kind))
        expected = tuple(sum(done == kind for _who, done in taking_part) for kind in (SUPPORT, JOIN))
        assert kept(initiative) == recount(initiative) == expected


# --- Without an account: asking ---------------------------------------------------------------------------------------
def test_request_keeps_what_was_typed_and_counts_nothing(initiative: Initiative) -> None:
    asked = ask(initiative, email="Ineke@Voorbeeld.example")

    assert (asked.email, asked.name, asked.message, asked.kind) == (ADDRESS, "Ineke", "Ik kan graven.", JOIN)
    assert kept(initiative) == recount(initiative) == (0, 0)
    assert not User.objects.filter(email=ADDRESS).exists()


def test_request_again_replaces_whatever_the_capitals(initiative: Initiative) -> None:
    with time_machine.travel(MONDAY, tick=False):
        first = ask(initiative, email="INEKE@voorbeeld.example")
    with time_machine.travel(MONDAY + dt.timedelta(days=5), tick=False):
        second = request_participation(
            initiative=initiative, email=ADDRESS, kind=JOIN, name="Ineke Bos", message="Met schep.", language="en"
        )

    assert second == first
    row = ParticipationRequest.objects.get()
    assert (row.name, row.message, row.language) == ("Ineke Bos", "Met schep.", "en")
    assert row.created_at == MONDAY + dt.timedelta(days=5)


def test_request_of_another_kind_or_address_is_another_row(initiative: Initiative, oostgaarde: Wijk) -> None:
    ask(initiative)
    ask(initiative, kind=SUPPORT)
    ask(initiative, email="piet@voorbeeld.example")

    ask(published(wijk=oostgaarde))

    assert ParticipationRequest.objects.count() == 4


@pytest.mark.parametrize(
    ("stage", "is_allowed"),
    [
        (Stage.PUBLISHED, True),
        (Stage.RUNNING, True),
        (Stage.CONCEPT, False),
        (Stage.REALISED, False),
        (Stage.STOPPED, False),
    ],
)
def test_request_is_for_what_is_online_and_runs(stage: Stage, is_allowed: bool, fatima: User, oostgaarde: Wijk) -> None:
    initiative = at_stage(stage, fatima, oostgaarde)

    if is_allowed:
        ask(initiative)
    else:
        with pytest.raises(Refused):
            ask(initiative)

    assert ParticipationRequest.objects.count() == int(is_allowed)


@pytest.mark.parametrize(("language", "begin"), [("nl", "/meedoen/"), ("en", "/en/meedoen/")])
def test_mail_has_one_link_that_says_nothing_about_her(
    language: str,
    begin: str,
    initiative: Initiative,
    run_jobs: Callable[[], int],
    mailoutbox: list[EmailMessage],
) -> None:
    run_jobs()
    mailoutbox.clear()

    asked = request_participation(
        initiative=initiative, email=ADDRESS, kind=JOIN, name="Ineke Bos", message="Ik kan graven.", language=language
    )

    assert mailoutbox == []
    run_jobs()
    mail = mailoutbox[0]
    assert ([mail.to for mail in mailoutbox], initiative.title in mail.subject) == ([[ADDRESS]], True)
    [link] = LINK.findall(mail.body)
    html = mail.alternatives[0][0]
    assert re.findall(r'href="([^"]+)"', html) == [link]
    assert f'<html lang="{language}">' in html
    path = link.removeprefix("http://localhost")
    assert path.startswith(begin)
    assert read_confirm_token(path.removeprefix(begin).rstrip("/")) == asked.pk
    assert not re.search("ineke|bos|voorbeeld|graven|moestuin", unquote(link).lower())


def test_mail_says_nothing_that_a_stranger_typed(
    initiative: Initiative, run_jobs: Callable[[], int], mailoutbox: list[EmailMessage]
) -> None:
    typed = {"name": "https://kwaad.example/", "message": "Klik op www.kwaad.example"}
    request_participation(initiative=initiative, email=ADDRESS, kind=JOIN, language="nl", **typed)

    run_jobs()

    mail = mailoutbox[-1]
    assert mail.to == [ADDRESS]
    assert "kwaad" not in mail.subject + mail.body + mail.alternatives[0][0]
    assert len(LINK.findall(mail.body)) == 1


def test_mail_of_a_request_that_is_gone_is_not_sent(initiative: Initiative, mailoutbox: list[EmailMessage]) -> None:
    asked = ask(initiative)
    asked_pk = asked.pk
    asked.delete()

    assert send_confirmation(asked_pk) is False
    assert mailoutbox == []


@pytest.mark.parametrize("change", ["{0}x", "x{0}", "{0}{0}", "x"])
def test_token_that_we_did_not_make_is_refused(change: str, initiative: Initiative) -> None:
    asked = ask(initiative)
    token = confirm_token(asked)
    assert read_confirm_token(token) == asked.pk

    with pytest.raises(BadSignature):
        read_confirm_token(change.format(token))
