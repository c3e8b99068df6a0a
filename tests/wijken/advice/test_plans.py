"""Plans that the gemeente lays before a wijk: reacting, treating every reaction, deciding."""

import datetime as dt
import uuid
from collections.abc import Callable

import pytest
import time_machine
from django.db import DatabaseError, transaction
from django.utils import timezone

from gemeente.accounts.enums import Role
from gemeente.activity.models import Notice, Receipt
from gemeente.lib.errors import Refused
from gemeente.lib.open_work import left_behind
from gemeente.moderation.parts import parts_of
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.factories.advice import again, given, laid
from tests.factories.documents import a_document
from tests.kept import taken
from wijken.advice.actions.plans import (
    add_plan_document,
    cancel_voornemen,
    close_terms_that_are_over,
    decide_voornemen,
    extend_term,
    hand_over_voornemen,
    lay_voornemen,
)
from wijken.advice.actions.reactions import react, take_back_reaction, treat_reactions
from wijken.advice.actions.replying import reply_to_advice
from wijken.advice.enums import PlanKind, PlanState, ReplyOutcome, Treatment
from wijken.advice.models import Reaction, ReactionTreatment, Voornemen

pytestmark = pytest.mark.usefixtures("reference")


def templates(person: User) -> set[str]:
    """What somebody was told."""
    return set(Notice.objects.filter(recipient=person).values_list("template", flat=True))


def later(days: int) -> time_machine.travel:
    """So many days from now."""
    return time_machine.travel(timezone.now() + dt.timedelta(days=days))


def treat(plan: Voornemen, actor: User, text: str = "Dit nemen we mee.") -> int:
    """Treat all reactions of a plan alike."""
    told = {"outcome": Treatment.TAKEN_OVER, "text": text}
    return treat_reactions(voornemen=plan, actor=actor, reactions=plan.reactions.all(), **told)


def test_a_plan_is_public_and_its_wop_hears_it(noor: User, willem: User, oostgaarde: Wijk, schollevaar: Wijk) -> None:
    plan = laid(noor, oostgaarde)
    both = laid(noor, schollevaar, oostgaarde, submission_key=uuid.UUID(int=4))
    twice = laid(noor, schollevaar, oostgaarde, submission_key=uuid.UUID(int=4))

    assert plan.subject.path == f"/wijken/oostgaarde/voornemens/{plan.pk}/"
    assert (plan.subject.is_public, plan.subject.wijk, both.subject.wijk) == (True, oostgaarde, None)
    assert (twice, templates(willem)) == (both, {"voornemen_laid"})
    assert left_behind(noor, Role.GEBIEDSREGISSEUR, oostgaarde, [])[0].number == 2


@pytest.mark.parametrize("days", [0, 20, 366])
def test_people_get_time_to_react(days: int, noor: User, oostgaarde: Wijk) -> None:
    with pytest.raises(Refused, match=r"dagen om te reageren|binnen een jaar"):
        laid(noor, oostgaarde, days=days)


def test_only_who_has_contact_with_residents_lays_a_plan(willem: User, mona: User, oostgaarde: Wijk) -> None:
    for who in (willem, mona):
        with pytest.raises(Refused, match="Alleen wie bij de gemeente"):
            laid(who, oostgaarde)


def test_reacting_gives_a_receipt_and_can_be_taken_back(fatima: User, bram: User, noor: User, oostgaarde: Wijk) -> None:
    plan, key = laid(noor, oostgaarde), uuid.UUID(int=7)
    made = react(voornemen=plan, actor=fatima, text="Laat de bomen staan.", submission_key=key)
    assert react(voornemen=plan, actor=fatima, text="Laat de bomen staan.", submission_key=key) == made
    assert (Receipt.objects.get().kind, parts_of(plan.subject)[0].writer_id) == ("reaction", fatima.pk)

    with pytest.raises(Refused):
        take_back_reaction(reaction=made, actor=bram)
    take_back_reaction(reaction=made, actor=fatima)
    take_back_reaction(reaction=made, actor=fatima)
    assert not Reaction.objects.exists()


def test_nobody_reacts_after_the_term_or_for_her_work(
    fatima: User, noor: User, mona: User, petra: User, oostgaarde: Wijk
) -> None:
    plan = laid(noor, oostgaarde)
    react(voornemen=plan, actor=petra, text="Wij helpen graag.")
    for who in (noor, mona):
        with pytest.raises(Refused):
            react(voornemen=plan, actor=who, text="Prima.")
    with later(30), pytest.raises(Refused):
        react(voornemen=plan, actor=fatima, text="Te laat.")


def test_term_ends_at_night_once_and_can_be_given_longer(noor: User, oostgaarde: Wijk) -> None:
    plan = laid(noor, oostgaarde)

    with later(29):
        assert (close_terms_that_are_over(), close_terms_that_are_over()) == (1, 0)
        assert "voornemen_term_over" in templates(noor)
        assert Voornemen.objects.get().state == PlanState.WEIGHING
        with pytest.raises(Refused, match="Korter"):
            extend_term(voornemen=plan, actor=noor, react_until=timezone.localdate() - dt.timedelta(days=2))
        extend_term(voornemen=plan, actor=noor, react_until=timezone.localdate())
        assert Voornemen.objects.get().takes_reactions


def test_nothing_is_decided_without_a_treatment_of_each_and_an_answer(cast: dict[str, User], oostgaarde: Wijk) -> None:
    noor, willem = cast["noor"], cast["willem"]
    plan = laid(noor, oostgaarde)
    for who in ("fatima", "bram"):
        react(voornemen=plan, actor=cast[who], text="Laat de bomen staan.")
    advice = given(oostgaarde, willem, about=plan.subject)
    told = {"voornemen": plan, "actor": noor, "decision": "De bomen blijven."}

    with pytest.raises(Refused, match="nog reageren"):
        decide_voornemen(**told)
    with later(30):
        close_terms_that_are_over()
        with pytest.raises(Refused, match="2"):
            decide_voornemen(**told)
        with pytest.raises(DatabaseError, match="each reaction"), transaction.atomic():
            Voornemen.objects.update(state="decided", decision="Ja", ended_at=timezone.now())
        assert (treat(plan, noor), treat(plan, noor), treat(plan, noor, "Ja, en er komen er bij.")) == (2, 0, 2)
        with pytest.raises(Refused, match="advies"):
            decide_voornemen(**told)
        reply_to_advice(advice=again(advice), actor=noor, outcome=ReplyOutcome.FOLLOWED, text="")
        decide_voornemen(**told)
        with pytest.raises(Refused):
            decide_voornemen(**told)

    assert ReactionTreatment.objects.count() == 4
    assert "voornemen_decided" in templates(cast["fatima"]) & templates(cast["bram"]) & templates(willem)
    assert left_behind(noor, Role.GEBIEDSREGISSEUR, oostgaarde, []) == []


def test_a_colleague_works_on_it_only_after_it_is_handed_over(cast: dict[str, User], oostgaarde: Wijk) -> None:
    noor, thea = cast["noor"], cast["thea"]
    plan = laid(noor, oostgaarde)
    with pytest.raises(Refused):
        cancel_voornemen(voornemen=plan, actor=thea, reason="Geen geld.")
    with pytest.raises(Refused):
        hand_over_voornemen(voornemen=plan, actor=cast["mona"], to=thea)
    hand_over_voornemen(voornemen=plan, actor=thea, to=thea)
    add_plan_document(voornemen=plan, actor=thea, document=a_document(), title="Tekening")
    react(voornemen=plan, actor=cast["fatima"], text="Goed idee.")

    with pytest.raises(Refused, match="waarom"):
        cancel_voornemen(voornemen=plan, actor=thea, reason=" ")
    cancel_voornemen(voornemen=plan, actor=thea, reason="Geen geld.")
    assert "voornemen_cancelled" in templates(cast["fatima"])


KEPT: dict[str, Callable[[], object]] = {
    "text": lambda: Voornemen.objects.update(text="Anders"),
    "plan": lambda: Voornemen.objects.all()._raw_delete("default"),
    "reaction": lambda: Reaction.objects.update(text="Anders"),
    "reaction gone": lambda: Reaction.objects.all()._raw_delete("default"),
    "outcome": lambda: Reaction.objects.update(outcome="partly"),
    "treatment": lambda: ReactionTreatment.objects.update(text="Anders"),
}


def test_database_keeps_what_was_said(fatima: User, noor: User, oostgaarde: Wijk) -> None:
    plan = laid(noor, oostgaarde)
    react(voornemen=plan, actor=fatima, text="Laat de bomen staan.")
    treat(plan, noor)

    assert taken(KEPT) == []


def test_a_plan_needs_a_wijk(noor: User) -> None:
    with pytest.raises(Refused, match="Kies een wijk"):
        lay_voornemen(
            actor=noor,
            wijken=[],
            kind=PlanKind.PLAN,
            react_until=timezone.localdate() + dt.timedelta(days=30),
            title="Plan",
        )
