"""How an advice comes about and is answered: what each act does, and what it refuses."""

import datetime as dt
import uuid
from collections.abc import Callable

import pytest
import time_machine
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone

from gemeente.accounts.enums import Role
from gemeente.activity.models import Entry, Notice, Receipt, Subject
from gemeente.lib.errors import Refused, Stale
from gemeente.lib.open_work import left_behind
from gemeente.partners.enums import OrganisationKind
from gemeente.partners.models import Organisation
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.conftest import person
from tests.factories.activity import SubjectFactory
from tests.factories.advice import TEXT, again, asking_way, begun, given, in_voting, replied, written
from tests.factories.initiatives import published
from tests.kept import taken
from wijken.advice.actions.asking import ask_advice, begin_advice, take_up_advice, withdraw_advice
from wijken.advice.actions.replying import hand_over_advice, remind_of_replies, reply_to_advice
from wijken.advice.actions.votes import cast_vote, close_vote, close_votes_that_are_over, move_vote, open_vote
from wijken.advice.actions.writing import say_opinion, write_advice
from wijken.advice.enums import AdviceState, Asker, Choice, Opinion, ReplyOutcome, Stance
from wijken.advice.models import Advice, AdviceVersion, Ballot, Reply, Round
from wijken.advice.notices import who_answers
from wijken.models import DecisionRule
from wijken.voting import Outcome

pytestmark = pytest.mark.usefixtures("reference")
SOON = dt.timedelta(days=7)


def templates(person: User) -> set[str]:
    """What somebody was told."""
    return set(Notice.objects.filter(recipient=person).values_list("template", flat=True))


def in_days(number: int) -> dt.date:
    """A day from today."""
    return timezone.localdate() + dt.timedelta(days=number)


# --- Asking and beginning ---------------------------------------------------------------------------------------------
def test_asked_advice_waits_for_the_board(noor: User, willem: User, oostgaarde: Wijk) -> None:
    told = {"wijk": oostgaarde, "actor": noor, "title": "Plein", "question": "Wat wil de buurt?"}
    advice = ask_advice(**told, answer_by=in_days(42), submission_key=uuid.UUID(int=1))
    twice = ask_advice(**told, answer_by=in_days(42), submission_key=uuid.UUID(int=1))

    assert (advice.state, advice.asker, advice.rule, twice) == (AdviceState.ASKED, Asker.GEMEENTE, None, advice)
    assert (advice.subject.title, advice.subject.is_public) == ("Advies: Plein", True)
    assert templates(willem) == {"advice_asked"}
    taken = take_up_advice(advice=advice, actor=willem)
    assert (taken.state, taken.rule.matter) == (AdviceState.DRAFTING, "advice")
    assert templates(noor) == {"advice_taken_up"}


@pytest.mark.parametrize("days", [-1, 0, 400])
def test_asking_needs_a_day_ahead(days: int, noor: User, oostgaarde: Wijk) -> None:
    with pytest.raises(Refused, match="Kies een dag"):
        ask_advice(wijk=oostgaarde, actor=noor, title="Plein", question="Wat?", answer_by=in_days(days))


def test_resident_asks_about_what_is_hers_alone(fatima: User, bram: User, oostgaarde: Wijk) -> None:
    initiative = published(owner=fatima, wijk=oostgaarde)
    told = {"wijk": oostgaarde, "about": initiative.subject, "question": "Past dit?", "answer_by": in_days(42)}

    for who, about in ((bram, initiative.subject), (fatima, None)):
        with pytest.raises(Refused, match="iets van jezelf"):
            ask_advice(**told | {"actor": who, "about": about, "title": "" if about else "Plein"})
    assert ask_advice(**told, actor=fatima).asker == Asker.RESIDENT


def test_only_the_board_of_the_wijk_begins(cast: dict[str, User], oostgaarde: Wijk, schollevaar: Wijk) -> None:
    other = person("omar", role=Role.WOP_BOARD, role_wijk=schollevaar)

    for who in (cast["wilma"], cast["noor"], cast["fatima"], other):
        with pytest.raises(Refused, match="Alleen het bestuur"):
            begin_advice(wijk=oostgaarde, actor=who, title="Plein")
    assert begin_advice(wijk=oostgaarde, actor=cast["willem"], title="Plein").state == AdviceState.DRAFTING


@pytest.mark.parametrize("fields", [{"is_public": False}, {"kind": "advice"}, {"elsewhere": True}])
def test_no_advice_about_what_nobody_finds_or_is_elsewhere(
    fields: dict[str, object], willem: User, oostgaarde: Wijk, schollevaar: Wijk
) -> None:
    wijk = schollevaar if fields.pop("elsewhere", False) else oostgaarde

    with pytest.raises(Refused, match="nu geen advies"):
        begun(oostgaarde, willem, about=SubjectFactory(wijk=wijk, **fields))


def test_one_advice_at_a_time_on_a_thing(willem: User, oostgaarde: Wijk) -> None:
    about = SubjectFactory(wijk=oostgaarde)
    begun(oostgaarde, willem, about=about)

    with pytest.raises(Refused, match="al mee bezig"):
        begun(oostgaarde, willem, about=about)


def test_what_is_hidden_later_is_named_nowhere(willem: User, oostgaarde: Wijk) -> None:
    about = SubjectFactory(wijk=oostgaarde, title="Kanarie")
    advice = begun(oostgaarde, willem, about=about)
    Subject.objects.filter(pk=about.pk).update(is_public=False)

    assert "Kanarie" not in f"{again(advice).shown_title} {again(advice).subject.title}"


# --- Writing ----------------------------------------------------------------------------------------------------------
def test_text_is_kept_in_versions_and_no_word_is_overwritten(willem: User, wilma: User, oostgaarde: Wijk) -> None:
    advice = written(oostgaarde, willem)
    write_advice(advice=advice, actor=wilma, stance=Stance.NEGATIVE, text="Liever niet.", based_on=1)

    with pytest.raises(Stale):
        write_advice(advice=advice, actor=willem, stance=Stance.NEGATIVE, text="Iets anders.", based_on=1)
    assert write_advice(advice=advice, actor=wilma, stance=Stance.NEGATIVE, text="Liever niet. ", based_on=1) is None
    assert list(advice.versions.values_list("number", "text")) == [(2, "Liever niet."), (1, TEXT)]
    assert again(advice).subject.search_text == ""  # a draft is for the WOP


def test_strangers_do_not_write(bram: User, noor: User, willem: User, oostgaarde: Wijk) -> None:
    advice = written(oostgaarde, willem)

    for who in (bram, noor):
        with pytest.raises(Refused):
            write_advice(advice=advice, actor=who, stance=Stance.NEGATIVE, text="Nee.", based_on=1)


def test_neighbours_speak_where_the_rule_asks_them(fatima: User, willem: User, oostgaarde: Wijk) -> None:
    advice = written(oostgaarde, willem)
    with pytest.raises(Refused):
        say_opinion(advice=advice, actor=fatima, opinion=Opinion.SUPPORT)
    asking_way(oostgaarde)
    advice = written(oostgaarde, willem, title="Het plein bij de kerk")

    say_opinion(advice=advice, actor=fatima, opinion=Opinion.SUPPORT)
    say_opinion(advice=advice, actor=fatima, opinion=Opinion.NO_SUPPORT, words="Toch niet.")
    with pytest.raises(Refused):
        say_opinion(advice=advice, actor=willem, opinion=Opinion.SUPPORT)  # he votes

    assert list(advice.says.values_list("user", "opinion", "words")) == [(fatima.pk, "no_support", "Toch niet.")]
    assert Entry.objects.filter(verb="advice_opinion_said").count() == 1


# --- Voting -----------------------------------------------------------------------------------------------------------
def test_vote_gives_the_advice_and_somebody_owes_an_answer(cast: dict[str, User], oostgaarde: Wijk) -> None:
    willem, wilma, noor = cast["willem"], cast["wilma"], cast["noor"]
    advice = in_voting(oostgaarde, willem)
    assert templates(wilma) == {"advice_vote"}
    cast_vote(advice=advice, actor=wilma, choice=Choice.AGAINST, view="Te duur.", shows_name=True)
    cast_vote(advice=advice, actor=wilma, choice=Choice.IN_FAVOUR)
    cast_vote(advice=advice, actor=willem, choice=Choice.IN_FAVOUR)

    found = close_vote(advice=advice, actor=willem, round_number=1)

    advice = again(advice)
    assert (found.outcome, found.in_favour, found.eligible) == (Outcome.POSITIVE, 2, 2)
    assert (advice.state, advice.responsible, advice.reply_by) == (AdviceState.GIVEN, noor, in_days(42))
    assert (advice.subject.search_text, Receipt.objects.get().person) == (TEXT, willem)
    assert templates(noor) == {"advice_to_reply"}
    assert not Ballot.objects.exclude(view="").exists()
    assert close_vote(advice=advice, actor=willem) is None
    assert not Entry.objects.filter(verb__contains="cast").exists()


def test_who_asked_owes_the_answer(cast: dict[str, User], oostgaarde: Wijk) -> None:
    told = {"wijk": oostgaarde, "title": "Plein", "question": "Wat?", "answer_by": in_days(42)}
    advice = take_up_advice(advice=ask_advice(**told, actor=cast["thea"]), actor=cast["willem"])
    write_advice(advice=advice, actor=cast["willem"], stance=Stance.NONE, text="Doe dit.", based_on=0)
    open_vote(advice=advice, actor=cast["willem"], closes_on=in_days(0))
    cast_vote(advice=advice, actor=cast["willem"], choice=Choice.IN_FAVOUR)
    close_vote(advice=advice, actor=cast["willem"])

    assert again(advice).responsible == cast["thea"]


def test_without_a_gebiedsregisseur_who_may_promise_answers_first(thea: User, schollevaar: Wijk) -> None:
    assert who_answers(schollevaar) == thea
    karim = person("karim", role=Role.CIVIL_SERVANT)
    named = {"name": "Gemeente Capelle"}
    gemeente = Organisation.objects.get_or_create(kind=OrganisationKind.GEMEENTE, defaults=named)[0]
    gemeente.mandates.create(user=karim, starts_on=dt.date(2026, 1, 1), may_sign=True, may_promise=True)

    assert who_answers(schollevaar) == karim


@pytest.mark.parametrize(
    ("votes", "outcome"),
    [(["against", "in_favour"], Outcome.TIE), (["against", "blank"], Outcome.NEGATIVE), (["blank"], Outcome.TIE)],
)
def test_vote_that_is_not_won_is_written_anew(
    votes: list[str], outcome: Outcome, willem: User, wilma: User, oostgaarde: Wijk
) -> None:
    advice = in_voting(oostgaarde, willem)
    for who, choice in zip((willem, wilma), votes, strict=False):
        cast_vote(advice=advice, actor=who, choice=Choice(choice))

    assert close_vote(advice=advice, actor=willem).outcome == outcome
    assert again(advice).state == AdviceState.DRAFTING
    assert "advice_not_adopted" in templates(wilma)
    assert open_vote(advice=again(advice), actor=willem, closes_on=in_days(3)).number == 2


def test_too_few_votes_leave_it_open_and_the_board_hears_it_once(willem: User, wilma: User, oostgaarde: Wijk) -> None:
    advice = in_voting(oostgaarde, willem)
    cast_vote(advice=advice, actor=wilma, choice=Choice.RECUSED, reason="Het is mijn straat.")
    assert close_vote(advice=advice, actor=willem).outcome == Outcome.NO_QUORUM
    assert again(advice).state == AdviceState.VOTING

    with time_machine.travel(timezone.now() + dt.timedelta(days=8)):
        assert close_votes_that_are_over() == 1
        close_votes_that_are_over()
        with pytest.raises(Refused, match="voorbij"):
            cast_vote(advice=advice, actor=willem, choice=Choice.IN_FAVOUR)
        assert Notice.objects.filter(template="advice_vote_short").count() == 1
        move_vote(advice=advice, actor=willem, closes_on=in_days(2))
        cast_vote(advice=advice, actor=willem, choice=Choice.IN_FAVOUR)
        assert close_votes_that_are_over() == 0
    with time_machine.travel(timezone.now() + dt.timedelta(days=11)):
        close_votes_that_are_over()
    row = Round.objects.get()
    assert (again(advice).state, row.eligible, row.recused) == (AdviceState.GIVEN, 1, 1)
    assert Receipt.objects.get().person == willem


def test_vote_of_who_left_meanwhile_does_not_count(willem: User, wilma: User, oostgaarde: Wijk) -> None:
    advice = in_voting(oostgaarde, willem)
    cast_vote(advice=advice, actor=wilma, choice=Choice.AGAINST)
    cast_vote(advice=advice, actor=willem, choice=Choice.IN_FAVOUR)
    wilma.role_assignments.update(ends_on=timezone.localdate())

    assert close_vote(advice=advice, actor=willem).outcome == Outcome.POSITIVE
    assert Ballot.objects.get(voter=wilma).counts is False


def test_who_comes_for_her_work_never_votes(cast: dict[str, User], oostgaarde: Wijk) -> None:
    advice = in_voting(oostgaarde, cast["willem"])
    both = person("olga", wijk=oostgaarde, role=Role.WOP_MEMBER, role_wijk=oostgaarde)
    both.role_assignments.create(role=Role.CIVIL_SERVANT, starts_on=dt.date(2026, 1, 1))

    for who in (both, cast["noor"], cast["fatima"], cast["bram"]):
        with pytest.raises(Refused):
            cast_vote(advice=advice, actor=who, choice=Choice.IN_FAVOUR)


def test_keeping_out_needs_a_reason(wilma: User, willem: User, oostgaarde: Wijk) -> None:
    advice = in_voting(oostgaarde, willem)

    with pytest.raises(Refused, match="welk belang"):
        cast_vote(advice=advice, actor=wilma, choice=Choice.RECUSED, reason=" ")


def test_withdrawing_ends_the_vote_with_a_reason(willem: User, wilma: User, oostgaarde: Wijk) -> None:
    advice = in_voting(oostgaarde, willem)
    with pytest.raises(Refused, match="waarom"):
        withdraw_advice(advice=advice, actor=willem, reason=" ")
    with pytest.raises(Refused):
        withdraw_advice(advice=advice, actor=wilma, reason="Zomaar.")

    withdraw_advice(advice=advice, actor=willem, reason="Het plan is van tafel.")

    assert again(advice).state == AdviceState.WITHDRAWN
    with pytest.raises(Refused):
        cast_vote(advice=advice, actor=wilma, choice=Choice.IN_FAVOUR)


# --- The answer -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("outcome", [ReplyOutcome.PARTLY, ReplyOutcome.NOT_FOLLOWED])
def test_no_without_reasons(outcome: ReplyOutcome, willem: User, noor: User, oostgaarde: Wijk) -> None:
    advice = given(oostgaarde, willem)

    with pytest.raises(Refused, match="waarom"):
        reply_to_advice(advice=advice, actor=noor, outcome=outcome, text=" ")
    with pytest.raises(IntegrityError, match="reply_has_reasons"), transaction.atomic():
        Reply.objects.create(advice=advice, number=1, outcome=outcome, text=" ", by=noor)
    assert again(advice).state == AdviceState.GIVEN


def test_answer_is_heard_and_a_correction_keeps_both(willem: User, wilma: User, noor: User, oostgaarde: Wijk) -> None:
    advice = replied(oostgaarde, willem, noor)
    assert (advice.state, advice.outcome, advice.days_late) == (AdviceState.REPLIED, "not_followed", 0)
    assert "advice_replied" in templates(wilma) & templates(willem)
    again_told = {"advice": advice, "actor": noor, "outcome": ReplyOutcome.PARTLY}

    with pytest.raises(Stale):
        reply_to_advice(**again_told, text="Toch deels.", seen=0)
    with pytest.raises(Refused):
        reply_to_advice(**again_told | {"outcome": ReplyOutcome.FOLLOWED}, text="", seen=1)
    reply_to_advice(**again_told, text="Toch deels.", seen=1)
    reply_to_advice(**again_told, text="Toch deels.", seen=1)

    assert list(advice.replies.values_list("number", "outcome")) == [(2, "partly"), (1, "not_followed")]
    assert again(advice).outcome == "partly"


def test_nobody_but_the_responsible_answers_until_handed_over(cast: dict[str, User], oostgaarde: Wijk) -> None:
    advice = given(oostgaarde, cast["willem"])
    told = {"advice": advice, "outcome": ReplyOutcome.FOLLOWED, "text": ""}
    for who in ("thea", "willem", "mona", "fatima", "dirk"):
        with pytest.raises(Refused):
            reply_to_advice(**told, actor=cast[who])
    assert left_behind(cast["noor"], Role.GEBIEDSREGISSEUR, oostgaarde, [])[0].path == "/werkbak/adviezen/"

    for who in ("mona", "willem"):
        with pytest.raises(Refused):
            hand_over_advice(advice=advice, actor=cast[who], to=cast["thea"])
    with pytest.raises(Refused, match="Kies een collega"):
        hand_over_advice(advice=advice, actor=cast["thea"], to=cast["mona"])
    hand_over_advice(advice=advice, actor=cast["thea"], to=cast["thea"])

    assert reply_to_advice(**told, actor=cast["thea"]).number == 1
    assert left_behind(cast["noor"], Role.GEBIEDSREGISSEUR, oostgaarde, []) == []


def test_reminders_come_before_the_term_and_then_the_lead_hears(cast: dict[str, User], oostgaarde: Wijk) -> None:
    given(oostgaarde, cast["willem"])
    told = []
    for day in (34, 35, 36, 42, 43, 44, 49, 50):
        with time_machine.travel(timezone.now() + dt.timedelta(days=day)):
            told.append((day, remind_of_replies(), remind_of_replies()))

    assert [day for day, first, _again in told if first] == [35, 43, 50]
    assert not any(again for _day, _first, again in told)
    assert templates(cast["noor"]) == {"advice_to_reply", "advice_reply_due", "advice_reply_late"}
    assert templates(cast["thea"]) == {"advice_reply_late"}


# --- What the database keeps ------------------------------------------------------------------------------------------
KEPT: dict[str, Callable[[Advice], object]] = {
    "text": lambda advice: Advice.objects.filter(pk=advice.pk).update(text="Anders"),
    "rule": lambda advice: Advice.objects.filter(pk=advice.pk).update(rule=DecisionRule.objects.last()),
    "advice": lambda advice: Advice.objects.filter(pk=advice.pk).delete(),
    "version": lambda _advice: AdviceVersion.objects.update(text="Anders"),
    "reply": lambda _advice: Reply.objects.update(text="Anders"),
    "outcome": lambda advice: Advice.objects.filter(pk=advice.pk).update(outcome="followed"),
    "round": lambda _advice: Round.objects.update(in_favour=9),
    "vote": lambda _advice: Ballot.objects.update(choice="against"),
    "late vote": lambda _advice: Ballot.objects.create(
        round=Round.objects.get(), voter=User.objects.earliest("pk"), choice="blank"
    ),
    "vote gone": lambda _advice: Ballot.objects.all()._raw_delete("default"),
}


def test_database_keeps_what_was_decided(bram: User, willem: User, noor: User, oostgaarde: Wijk) -> None:
    advice = replied(oostgaarde, willem, noor)

    assert taken(KEPT, advice) == []


def test_database_gives_no_advice_without_a_vote(willem: User, oostgaarde: Wijk) -> None:
    advice, now = in_voting(oostgaarde, willem), timezone.now()

    with pytest.raises(DatabaseError, match="given by a vote"), transaction.atomic():
        Advice.objects.filter(pk=advice.pk).update(
            state=AdviceState.GIVEN, given_at=now, waiting_since=now, reply_by=in_days(9)
        )
