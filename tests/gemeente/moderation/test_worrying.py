"""A neighbour's worry: to owner and contact alone, answered once, never counted."""

import uuid
from collections.abc import Callable

import pytest

from gemeente.activity.models import Notice, Receipt, Subject
from gemeente.cases.models import CaseFile
from gemeente.lib.errors import Refused
from gemeente.moderation.actions.blocking import block_person
from gemeente.moderation.actions.worrying import answer_worry, tell_worry
from gemeente.moderation.models import Worry
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.models import Initiative
from tests.factories.initiatives import published

TEXT = "Komt er in de avond geluid?"


def told(template: str) -> set[tuple[str, str]]:
    """Who got a notice of this kind, and where its button leads."""
    return {(notice.recipient.first_name, notice.path) for notice in Notice.objects.filter(template=template)}


def test_worry_goes_to_owner_and_contact_alone(case: CaseFile, bram: User, initiative: Initiative) -> None:
    before = Initiative.objects.filter(pk=initiative.pk).values("support_count", "join_count").get()

    worry = tell_worry(case=case, actor=bram, text=f" {TEXT} ", phone="010-555 0100")

    assert (worry.text, worry.author, worry.name, worry.email) == (TEXT, bram, "", "")
    assert told("worry_received") == {("Fatima", f"/mijn/zorg/{worry.pk}/")}
    assert told("worry_for_desk") == {("Noor", f"/werkbak/zorg/{worry.pk}/")}
    assert (worry.receipt.person, worry.receipt.text) == (bram, TEXT)
    assert Initiative.objects.filter(pk=initiative.pk).values("support_count", "join_count").get() == before


def test_worry_goes_to_who_looks_first_while_there_is_no_contact(
    reference: None, fatima: User, noor: User, thea: User, oostgaarde: Wijk
) -> None:
    case = published(owner=fatima, wijk=oostgaarde).case

    tell_worry(case=case, text=TEXT)

    assert {name for name, _path in told("worry_for_desk")} == {"Noor"}


def test_worry_of_a_visitor_keeps_how_to_reach_her(
    case: CaseFile, run_jobs: Callable[[], int], mailoutbox: list
) -> None:
    run_jobs()
    mailoutbox.clear()

    worry = tell_worry(case=case, text=TEXT, name="Gerda", email="Gerda@Voorbeeld.example")
    run_jobs()

    assert (worry.name, worry.email) == ("Gerda", "gerda@voorbeeld.example")
    to = {mail.to[0].lower(): mail for mail in mailoutbox}
    assert "B20" in to["gerda@voorbeeld.example"].subject
    assert TEXT not in to["gerda@voorbeeld.example"].body  # it may be a stranger's address
    assert TEXT not in to["fatima@voorbeeld.example"].body
    assert TEXT not in to["noor@voorbeeld.example"].body


def test_same_form_twice_is_one_worry(case: CaseFile, bram: User) -> None:
    key = uuid.uuid4()

    first, second = (tell_worry(case=case, actor=bram, text=TEXT, submission_key=key) for _ in range(2))

    assert first == second
    assert (Worry.objects.count(), Receipt.objects.count()) == (1, 1)


def test_other_words_in_the_same_form_are_another_worry(case: CaseFile, bram: User) -> None:
    key = uuid.uuid4()

    made = [tell_worry(case=case, actor=bram, text=text, submission_key=key) for text in (TEXT, "En het licht?")]

    assert ([worry.text for worry in made], Worry.objects.count()) == ([TEXT, "En het licht?"], 2)


def test_key_of_somebody_else_makes_a_worry_of_its_own(case: CaseFile, bram: User, willem: User) -> None:
    key = uuid.uuid4()

    made = {tell_worry(case=case, actor=who, text=TEXT, submission_key=key) for who in (bram, willem)}

    assert {worry.author for worry in made} == {bram, willem}


@pytest.mark.parametrize("wrong", ["owner", "contact", "hidden", "empty", "blocked", "blocked visitor"])
def test_worry_is_refused(wrong: str, case: CaseFile, fatima: User, noor: User, bram: User) -> None:
    actor = {"owner": fatima, "contact": noor, "blocked visitor": None}.get(wrong, bram)
    if wrong == "hidden":
        Subject.objects.update(is_public=False)
    if wrong.startswith("blocked"):
        block_person(owner=fatima, label="Bram", user=bram)

    with pytest.raises(Refused) as refusal:
        tell_worry(case=case, actor=actor, text="" if wrong == "empty" else TEXT, email="bram@voorbeeld.example")

    assert "blok" not in str(refusal.value).lower()
    assert not Worry.objects.exists()


# --- The answer -------------------------------------------------------------------------------------------------------
def test_answer_of_the_owner_is_mailed_to_a_visitor_without_her_address(
    case: CaseFile, fatima: User, run_jobs: Callable[[], int], mailoutbox: list
) -> None:
    worry = tell_worry(case=case, text=TEXT, email="gerda@voorbeeld.example")
    run_jobs()
    mailoutbox.clear()

    answer_worry(worry=worry, actor=fatima, answer="We stoppen om negen uur.")
    run_jobs()

    mail = mailoutbox.pop()
    assert (mail.to, mailoutbox) == (["gerda@voorbeeld.example"], [])
    assert "Fatima schrijft:" in mail.body
    assert "We stoppen om negen uur." in mail.body
    assert "fatima@" not in mail.body
    assert run_jobs() == 0


def test_answer_reaches_who_has_an_account_through_a_notice(case: CaseFile, bram: User, noor: User) -> None:
    worry = tell_worry(case=case, actor=bram, text=TEXT)
    with pytest.raises(Refused, match="Schrijf je antwoord op"):
        answer_worry(worry=worry, actor=noor, answer=" ")
    assert (Worry.objects.get().answered_at, told("worry_answered")) == (None, set())

    answered = answer_worry(worry=worry, actor=noor, answer="Ik bel je morgen.")

    assert answered.answered_by == noor
    assert told("worry_answered") == {("Bram", f"/mijn/zorg/{worry.pk}/")}
    with pytest.raises(Refused):
        answer_worry(worry=worry, actor=noor, answer="Nog iets.")


@pytest.mark.parametrize("who", ["bram", "willem", "thea", "milan", "mona"])
def test_answer_is_of_owner_and_contact(who: str, case: CaseFile, cast: dict[str, User], noor: User) -> None:
    worry = tell_worry(case=case, actor=cast["wilma"], text=TEXT)

    with pytest.raises(Refused):
        answer_worry(worry=worry, actor=cast[who], answer="Wij regelen het.")

    assert answer_worry(worry=worry, actor=noor, answer="Ik bel je.").answer == "Ik bel je."


def test_contact_writes_down_a_call_where_there_is_no_address(case: CaseFile, fatima: User, noor: User) -> None:
    worry = tell_worry(case=case, text=TEXT, phone="010-555 0100")

    with pytest.raises(Refused):
        answer_worry(worry=worry, actor=fatima, answer="Tot negen uur.")

    assert answer_worry(worry=worry, actor=noor, answer="Gebeld: het is goed.").answered_by == noor


@pytest.mark.parametrize(("agreed", "name"), [(True, "Gerda"), (False, "Een buur")])
def test_owner_sees_a_name_only_where_the_neighbour_agreed(agreed: bool, name: str, case: CaseFile) -> None:
    worry = tell_worry(case=case, text=TEXT, name="Gerda", owner_sees_name=agreed)

    assert (worry.name_for_owner, worry.full_name) == (name, "Gerda")
