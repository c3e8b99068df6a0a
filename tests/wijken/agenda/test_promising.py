"""The agenda that is offered, and the answers to each point: words, euros, signatures and progress."""

import datetime as dt
import uuid
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
import time_machine
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gemeente.activity.models import Notice
from gemeente.council.actions import change_promised, record_budget
from gemeente.council.models import Budget
from gemeente.lib.errors import Refused, Stale
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.conftest import undone
from tests.factories.agenda import (
    budget,
    fresh,
    mandated,
    no,
    offered,
    organisation,
    promised,
    signalled,
    the_gemeente,
    written,
    yes,
)
from tests.factories.documents import a_document
from tests.gemeente.cases.test_claim_race import until_waiting
from wijken.agenda.actions.agendas import freeze_agenda, offer_agenda, put_on_agenda, shift_opgave
from wijken.agenda.actions.promising import (
    change_promise,
    counter_sign,
    reply_to_promise,
    tell_progress,
    withdraw_promise,
)
from wijken.agenda.actions.reminding import remind_of_points
from wijken.agenda.enums import AgendaState, Firmness, Progress, Side
from wijken.agenda.models import AgendaVersion, Opgave, Promise, PromiseVersion, Toekomstagenda


@pytest.fixture
def point(opgave: Opgave, willem: User) -> Opgave:
    """An opgave that the board offered."""
    return offered(opgave, willem)


@pytest.fixture
def promise(point: Opgave, petra: User) -> Promise:
    """A yes of the welfare organisation."""
    return promised(point, mandated(petra))


# --- The agenda -------------------------------------------------------------------------------------------------------
def test_members_write_and_order_the_agenda(opgave: Opgave, wilma: User, fatima: User) -> None:
    agenda = written(opgave.wijk, wilma)
    other = signalled(opgave.wijk, fatima, "Groen op de dijk")
    for row in (opgave, other, opgave):
        put_on_agenda(opgave=row, actor=wilma, is_on=True)
    assert shift_opgave(opgave=other, actor=wilma, is_up=True)
    assert not shift_opgave(opgave=other, actor=wilma, is_up=True)

    first = freeze_agenda(wijk=opgave.wijk, actor=wilma)
    assert freeze_agenda(wijk=opgave.wijk, actor=wilma) == first
    put_on_agenda(opgave=opgave, actor=wilma, is_on=False)
    second = freeze_agenda(wijk=opgave.wijk, actor=wilma)

    assert [row["title"] for row in first.opgaven] == ["Groen op de dijk", "Oversteken bij de school"]
    assert ([row["title"] for row in second.opgaven], second.number) == (["Groen op de dijk"], 2)
    with pytest.raises(Stale):
        written(opgave.wijk, wilma, title="Van een ander", based_on=0)
    for act in (
        lambda: written(opgave.wijk, fatima, based_on=agenda.edits),
        lambda: written(opgave.wijk, wilma, based_on=1, to_year=2020),
        lambda: put_on_agenda(opgave=opgave, actor=fatima, is_on=True),
        lambda: shift_opgave(opgave=other, actor=fatima, is_up=True),
        lambda: freeze_agenda(wijk=opgave.wijk, actor=fatima),
    ):
        with pytest.raises(Refused):
            act()


def test_next_agenda_leaves_the_one_before_to_be_read(oostgaarde: Wijk, wilma: User, reference: None) -> None:
    before = written(oostgaarde, wilma, document=a_document())
    now = written(oostgaarde, wilma, title="De volgende", based_on=1, is_new=True)

    before.refresh_from_db()
    assert (before.state, now.state) == (AgendaState.FORMER, AgendaState.CURRENT)
    assert before.file_name.endswith(".pdf")
    assert before.subject.path.endswith(f"/agenda/vroeger/{before.pk}/")
    with pytest.raises(IntegrityError), transaction.atomic():
        Toekomstagenda.objects.filter(pk=before.pk).update(state=AgendaState.CURRENT)


def test_board_offers_and_each_point_waits(opgave: Opgave, willem: User, wilma: User, noor: User) -> None:
    with pytest.raises(Refused):
        offer_agenda(wijk=opgave.wijk, actor=willem)
    written(opgave.wijk, wilma)
    put_on_agenda(opgave=opgave, actor=wilma, is_on=True)
    with pytest.raises(Refused):
        offer_agenda(wijk=opgave.wijk, actor=wilma)

    with time_machine.travel(timezone.now() - dt.timedelta(days=10), tick=False):
        version = offer_agenda(wijk=opgave.wijk, actor=willem)

    opgave = fresh(opgave)
    assert (version.is_offered, opgave.is_waiting, opgave.days_waiting) == (True, True, 10)
    assert Notice.objects.filter(recipient=noor, template="agenda_offered").count() == 1
    with pytest.raises(Refused):
        offer_agenda(wijk=opgave.wijk, actor=willem)
    with pytest.raises(Refused):
        put_on_agenda(opgave=opgave, actor=willem, is_on=False)


def test_gemeente_is_reminded_of_late_points_once_a_week(point: Opgave, noor: User, dirk: User) -> None:
    mandated(dirk, the_gemeente())

    def told_after(days: int) -> int:
        with time_machine.travel(timezone.now() + dt.timedelta(days=days), tick=False):
            return remind_of_points()

    assert [told_after(days) for days in (50, 57, 58, 64)] == [0, 1, 0, 1]
    late = Notice.objects.filter(template="agenda_points_wait")
    assert {notice.recipient for notice in late} == {noor, dirk}


# --- Answers ----------------------------------------------------------------------------------------------------------
def test_answer_is_for_what_was_offered_by_who_may_promise(opgave: Opgave, willem: User, petra: User) -> None:
    mandated(petra)
    with pytest.raises(Refused):
        promised(opgave, petra)
    opgave = offered(opgave, willem)
    for actor, row in ((willem, organisation()), (petra, organisation("Een ander"))):
        with pytest.raises(Refused):
            promised(opgave, actor, row)

    promised(opgave, petra)
    promised(opgave, petra, said=no())

    opgave = fresh(opgave)
    assert (opgave.answer_count, opgave.promise_count, opgave.is_waiting) == (2, 1, False)
    assert Notice.objects.filter(recipient=willem, template="promise_made").count() == 2


@pytest.mark.parametrize(
    "said",
    [
        lambda: yes(function=" "),
        lambda: yes(what=" "),
        lambda: yes(quarter=None),
        lambda: yes(amount=Decimal(5)),
        lambda: yes(firmness=Firmness.DECIDED),
        lambda: yes(firmness=Firmness.DECIDED, amount=Decimal(5), money_from="het fonds"),
        lambda: no(reason=" "),
        lambda: no(alternative=" "),
    ],
)
def test_answer_is_whole(said: object, point: Opgave, petra: User) -> None:
    mandated(petra)

    with pytest.raises(Refused):
        promised(point, petra, said=said())

    assert not Promise.objects.exists()


def test_changed_answer_is_counter_signed_anew(promise: Promise, petra: User, willem: User, wilma: User) -> None:
    with pytest.raises(Refused):
        counter_sign(promise=promise, actor=wilma, number=1)
    counter_sign(promise=promise, actor=willem, number=1)
    assert counter_sign(promise=promise, actor=willem, number=1).is_signed

    changed = change_promise(promise=promise, actor=petra, said=yes(what="Twee zebrapaden."), based_on=1)

    assert (changed.version_count, changed.is_signed) == (2, False)
    assert (
        change_promise(promise=promise, actor=petra, said=yes(what="Twee zebrapaden."), based_on=2).version_count == 2
    )
    for act in (
        lambda: counter_sign(promise=promise, actor=willem, number=1),
        lambda: change_promise(promise=promise, actor=petra, said=no(), based_on=1),
    ):
        with pytest.raises(Stale):
            act()
    with pytest.raises(Refused):
        change_promise(promise=promise, actor=willem, said=no(), based_on=2)
    change_promise(promise=promise, actor=petra, said=no(), based_on=2)
    assert fresh(promise.opgave).promise_count == 0


def test_nobody_counter_signs_what_she_wrote(point: Opgave, willem: User) -> None:
    promise = promised(point, mandated(willem))

    with pytest.raises(Refused, match="zelf"):
        counter_sign(promise=promise, actor=willem, number=1)


def test_both_sides_talk_and_tell_how_far_it_is(
    promise: Promise, petra: User, willem: User, wilma: User, bram: User
) -> None:
    key = uuid.uuid4()
    for _ in range(2):
        reply_to_promise(promise=promise, actor=willem, text="Kan het eerder?", submission_key=key)
    answer = reply_to_promise(promise=promise, actor=petra, text="Nee, helaas.")
    assert (answer.side, promise.replies.count()) == (Side.ORGANISATION, 2)
    told = {"promise": promise, "state": Progress.DONE, "text": "Het zebrapad ligt er."}
    for actor in (wilma, petra):
        tell_progress(**told, actor=actor, submission_key=key)

    assert (fresh(promise.opgave).done_count, promise.notes.count()) == (1, 2)
    for act in (
        lambda: reply_to_promise(promise=promise, actor=bram, text="Hallo"),
        lambda: reply_to_promise(promise=promise, actor=wilma, text="Hallo"),
        lambda: reply_to_promise(promise=promise, actor=willem, text=" "),
        lambda: tell_progress(**told | {"text": " "}, actor=wilma),
        lambda: tell_progress(**told, actor=bram),
    ):
        with pytest.raises(Refused):
            act()


def test_withdrawn_answer_stays_to_be_read(promise: Promise, petra: User, willem: User) -> None:
    for actor, reason in ((willem, "Nee."), (petra, " ")):
        with pytest.raises(Refused):
            withdraw_promise(promise=promise, actor=actor, reason=reason)

    withdraw_promise(promise=promise, actor=petra, reason="Er is geen personeel.")
    withdraw_promise(promise=promise, actor=petra, reason="Nog eens.")

    assert Promise.objects.get().withdrawal == "Er is geen personeel."
    assert fresh(promise.opgave).is_waiting
    with pytest.raises(Refused):
        change_promise(promise=promise, actor=petra, said=yes(), based_on=1)


@pytest.mark.parametrize("table", ["promiseversion", "agendaversion"])
def test_what_was_said_stays(table: str, promise: Promise) -> None:
    for sql in (f"UPDATE agenda_{table} SET made_at = now()", f"DELETE FROM agenda_{table}"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)

    assert (PromiseVersion.objects.count(), AgendaVersion.objects.count()) == (1, 1)


# --- Euros ------------------------------------------------------------------------------------------------------------
def firm(row: Budget, amount: int) -> object:
    """A yes with euros that are decided."""
    return yes(amount=Decimal(amount), money_from="de begroting", firmness=Firmness.DECIDED, budget=row)


def test_firm_euros_come_from_a_budget_and_go_back(point: Opgave, petra: User, griet: User) -> None:
    mandated(petra)
    row, other = budget(griet, 1_000), budget(griet, 500, "Groen")
    promise = promised(point, petra, said=firm(row, 800))
    version = promise.versions.get()
    assert (version.body, version.decision, Budget.objects.get(pk=row.pk).room) == ("de gemeenteraad", "2026-014", 200)
    with pytest.raises(Refused, match="200"):
        promised(point, petra, said=firm(row, 300))

    def rooms() -> list[Decimal]:
        return list(Budget.objects.order_by("pk").values_list("promised", flat=True))

    change_promise(promise=promise, actor=petra, said=firm(row, 300), based_on=1)
    assert rooms() == [300, 0]
    change_promise(promise=promise, actor=petra, said=firm(other, 500), based_on=2)
    assert rooms() == [0, 500]
    change_promise(promise=promise, actor=petra, said=yes(amount=Decimal(500), money_from="het fonds"), based_on=3)
    assert rooms() == [0, 0]
    change_promise(promise=promise, actor=petra, said=firm(row, 1_000), based_on=4)
    withdraw_promise(promise=promise, actor=petra, reason="Het gaat niet door.")
    assert rooms() == [0, 0]


def test_decision_without_euros_says_by_whom(point: Opgave, petra: User) -> None:
    said = yes(firmness=Firmness.DECIDED, body="het bestuur", decided_on=dt.date(2026, 1, 5), decision="12")

    version = promised(point, mandated(petra), said=said).versions.get()

    assert (version.is_decided, version.body, version.budget) == (True, "het bestuur", None)


def test_clerk_alone_records_a_budget(griet: User, mona: User, reference: None) -> None:
    told = {"name": "Groen", "year": 2027, "body": "de raad", "decided_on": dt.date(2026, 1, 5), "number": "1"}
    made = record_budget(**told, amount=Decimal(5), actor=griet)
    later = timezone.localdate() + dt.timedelta(days=1)
    for wrong in ({"actor": mona}, {"amount": Decimal(0)}, {"decided_on": later}, {}):
        with pytest.raises(Refused):
            record_budget(**{**told, "amount": Decimal(5), "actor": griet, **wrong})
    assert made.room == 5


MOVES = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 700)), max_size=12)


@given(moves=MOVES)
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_room_is_never_passed(moves: list[tuple[int, int]], griet: User, reference: None) -> None:
    """Promises that go up, down and away: what is promised is their sum, and never more than the amount."""
    with undone():
        row, taken = budget(griet, 1_000), dict.fromkeys(range(5), 0)
        for who, amount in moves:
            try:
                change_promised(budget_id=row.pk, by=Decimal(amount - taken[who]))
            except Refused:
                assert sum(taken.values()) - taken[who] + amount > 1_000
            else:
                taken[who] = amount
            assert Budget.objects.get().promised == sum(taken.values()) <= 1_000


def test_database_knows_the_ceiling(griet: User, reference: None) -> None:
    row = budget(griet, 100)
    for promised_sum in (101, -1):
        with pytest.raises(IntegrityError), transaction.atomic():
            Budget.objects.filter(pk=row.pk).update(promised=promised_sum)


def test_two_at_once_never_pass_the_amount(clone: None, reference: None, griet: User) -> None:
    row = budget(griet, 1_000)

    def take() -> bool:
        try:
            with transaction.atomic():
                change_promised(budget_id=row.pk, by=Decimal(600))
        except Refused:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(2) as pool:
        with transaction.atomic():
            Budget.objects.select_for_update().get(pk=row.pk)
            both = [pool.submit(take) for _ in range(2)]
            until_waiting(2)
        took = sorted(one.result() for one in both)

    assert (took, Budget.objects.get().promised) == ([False, True], Decimal(600))
