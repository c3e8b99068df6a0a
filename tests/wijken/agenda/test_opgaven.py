"""Signals, support, the ranking of residents and the road of an opgave."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from gemeente.activity.models import Entry, Notice, Subject
from gemeente.lib.errors import Refused
from gemeente.moderation.actions.blocking import pause_account
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.conftest import undone
from tests.factories.agenda import fresh, mandated, organisation, signalled
from tests.factories.questions import asked, shown
from wijken.agenda.actions.opgaven import move_opgave, stop_support, support_opgave
from wijken.agenda.actions.ranking import points_for, rank_opgaven
from wijken.agenda.enums import OpgaveState, Origin
from wijken.agenda.models import Opgave, Ranking
from wijken.agenda.models.opgave import MOST_RANKS
from wijken.models import WijkTheme


def test_signal_is_found_followed_and_told_to_the_board(opgave: Opgave, fatima: User, willem: User) -> None:
    with undone():
        again = signalled(opgave.wijk, fatima, submission_key=opgave.submission_key)
        assert again.pk == opgave.pk

    subject = Subject.objects.get(opgave=opgave)
    assert (subject.kind, subject.title, subject.is_public) == ("opgave", "Oversteken bij de school", True)
    assert subject.path == "/wijken/oostgaarde/agenda/oversteken-bij-de-school/"
    assert subject.follows.get().user == fatima
    assert Entry.objects.filter(subject=subject, verb="opgave_signalled", visibility="public").exists()


def test_board_hears_of_a_signal(willem: User, opgave: Opgave) -> None:
    assert Notice.objects.get(recipient=willem).template == "opgave_signalled"


def test_same_title_gets_another_address(opgave: Opgave, fatima: User) -> None:
    slugs = {signalled(opgave.wijk, fatima, title).slug for title in ("Oversteken bij de school", "Signaal", "???")}

    assert slugs == {"oversteken-bij-de-school-2", "signaal-2", "opgave"}


@pytest.mark.parametrize(
    ("who", "origin", "with_organisation"),
    [
        ("fatima", Origin.WOP, False),
        ("fatima", Origin.GEMEENTE, False),
        ("fatima", Origin.PARTNER, True),
        ("petra", Origin.PARTNER, False),
        ("petra", Origin.RESIDENT, True),
        ("fatima", Origin.FIGURE, False),
    ],
)
def test_nobody_speaks_in_a_name_she_may_not_use(
    who: str, origin: Origin, with_organisation: bool, cast: dict[str, User], oostgaarde: Wijk, reference: None
) -> None:
    row = organisation()
    mandated(cast["petra"], row)

    with pytest.raises(Refused):
        signalled(oostgaarde, cast[who], origin=origin, organisation=row if with_organisation else None)

    assert not Opgave.objects.exists()


def test_each_speaks_in_her_own_name(cast: dict[str, User], oostgaarde: Wijk, reference: None) -> None:
    row = organisation()
    mandated(cast["petra"], row)
    figure = {"source": "CBS", "source_year": 2024, "source_url": "https://cbs.example/"}

    made = [
        signalled(oostgaarde, cast["wilma"], origin=Origin.WOP),
        signalled(oostgaarde, cast["petra"], origin=Origin.PARTNER, organisation=row),
        signalled(oostgaarde, cast["noor"], origin=Origin.GEMEENTE),
        signalled(oostgaarde, cast["bram"], origin=Origin.FIGURE, **figure),
    ]

    assert [one.origin for one in made] == ["wop", "partner", "gemeente", "figure"]


def test_signal_refuses_themes_of_elsewhere_and_who_must_be_silent(
    oostgaarde: Wijk, schollevaar: Wijk, fatima: User, mona: User, reference: None
) -> None:
    theirs = WijkTheme.objects.create(wijk=schollevaar, name="Groen")
    with pytest.raises(Refused):
        signalled(oostgaarde, fatima, theme=theirs)
    key = signalled(oostgaarde, fatima).submission_key
    with pytest.raises(Refused):
        signalled(oostgaarde, mona, submission_key=key)
    pause_account(person=fatima, actor=mona, days=7, reason="Reclame.")

    with pytest.raises(Refused):
        signalled(oostgaarde, fatima)


def test_new_account_is_asked_to_slow_down(oostgaarde: Wijk, fatima: User, reference: None) -> None:
    fatima.created_at = timezone.now() - timedelta(days=1)
    for _number in range(6):
        signalled(oostgaarde, fatima)

    with pytest.raises(Refused):
        signalled(oostgaarde, fatima)


def test_public_question_grows_into_a_signal_of_its_asker(
    oostgaarde: Wijk, fatima: User, bram: User, noor: User, reference: None
) -> None:
    question = shown(fatima, wijk=oostgaarde)
    with pytest.raises(Refused):
        signalled(oostgaarde, bram, question=question)
    with pytest.raises(Refused):
        signalled(oostgaarde, fatima, question=asked(fatima, wijk=oostgaarde))

    opgave = signalled(oostgaarde, fatima, question=question)

    assert (opgave.from_question, opgave.origin) == (question, Origin.QUESTION)
    with pytest.raises(Refused):
        signalled(oostgaarde, fatima, question=question)


def test_support_counts_once_and_can_be_taken_back(opgave: Opgave, bram: User) -> None:
    assert [support_opgave(opgave=opgave, actor=bram) for _ in range(2)] == [True, False]
    assert fresh(opgave).support_count == 1

    stop_support(opgave=opgave, actor=bram)
    stop_support(opgave=opgave, actor=bram)

    assert fresh(opgave).support_count == 0


def test_road_with_a_reason(opgave: Opgave, wilma: User, fatima: User) -> None:
    with pytest.raises(Refused):
        move_opgave(opgave=opgave, actor=fatima, name="drop", text="Nee.")
    with pytest.raises(Refused):
        move_opgave(opgave=opgave, actor=wilma, name="drop", text=" ")
    with pytest.raises(Refused):
        move_opgave(opgave=opgave, actor=wilma, name="begin")

    move_opgave(opgave=opgave, actor=wilma, name="drop", text="De school verhuist.")

    assert (fresh(opgave).state, fresh(opgave).closing) == (OpgaveState.DROPPED, "De school verhuist.")
    with pytest.raises(Refused):
        support_opgave(opgave=opgave, actor=fatima)
    assert move_opgave(opgave=fresh(opgave), actor=wilma, name="restart").closing == ""


# --- What residents rank ----------------------------------------------------------------------------------------------
def test_ranking_replaces_what_one_chose_before(opgave: Opgave, fatima: User, wilma: User, bram: User) -> None:
    others = [signalled(opgave.wijk, fatima, title) for title in ("Groen op de dijk", "Een plek voor jongeren")]
    rank_opgaven(wijk=opgave.wijk, actor=fatima, chosen=[opgave, *others])
    rank_opgaven(wijk=opgave.wijk, actor=wilma, chosen=[others[0], opgave])
    assert [fresh(one).points for one in (opgave, *others)] == [5, 5, 1]

    rank_opgaven(wijk=opgave.wijk, actor=fatima, chosen=[others[1]])

    assert [fresh(one).points for one in (opgave, *others)] == [2, 3, 3]
    with pytest.raises(Refused):
        rank_opgaven(wijk=opgave.wijk, actor=bram, chosen=[opgave])
    with pytest.raises(Refused):
        rank_opgaven(wijk=opgave.wijk, actor=fatima, chosen=[opgave, opgave])
    move_opgave(opgave=opgave, actor=wilma, name="drop", text="Klaar.")
    with pytest.raises(Refused):
        rank_opgaven(wijk=opgave.wijk, actor=fatima, chosen=[opgave])


def test_database_keeps_three_ranks_each_once(opgave: Opgave, fatima: User) -> None:
    told = {"user": fatima, "wijk": opgave.wijk}
    Ranking.objects.create(**told, opgave=opgave, rank=1)
    other = signalled(opgave.wijk, fatima, "Iets anders hier")
    for wrong in ({"opgave": other, "rank": 1}, {"opgave": opgave, "rank": 2}, {"opgave": other, "rank": 4}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Ranking.objects.create(**told, **wrong)


@given(st.lists(st.lists(st.sampled_from("abcde"), max_size=MOST_RANKS, unique=True), max_size=8))
def test_points_of_all_choices_add_up(choices: list[list[str]]) -> None:
    points = dict.fromkeys("abcde", 0)
    for chosen in choices:
        for rank, name in enumerate(chosen, start=1):
            points[name] += points_for(rank)

    assert sum(points.values()) == sum(sum(range(MOST_RANKS, MOST_RANKS - len(chosen), -1)) for chosen in choices)
    assert all(value <= MOST_RANKS * len(choices) for value in points.values())
