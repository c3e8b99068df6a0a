"""What advice keeps about a person: all of it to her, and what is forgotten when she leaves."""

import pytest

from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.factories.advice import asking_way, in_voting, laid, written
from wijken.advice.actions.reactions import react
from wijken.advice.actions.votes import cast_vote, close_vote
from wijken.advice.actions.writing import say_opinion
from wijken.advice.enums import Choice, Opinion
from wijken.advice.models import Ballot, Reaction, Say
from wijken.advice.personal_data import erase_advice, export_advice, move_advice

pytestmark = pytest.mark.usefixtures("reference")


def test_words_for_few_are_forgotten_and_what_was_published_stays(
    fatima: User, willem: User, wilma: User, noor: User, oostgaarde: Wijk
) -> None:
    advice = in_voting(oostgaarde, willem)
    cast_vote(advice=advice, actor=wilma, choice=Choice.RECUSED, reason="Het is mijn straat.")
    cast_vote(advice=advice, actor=willem, choice=Choice.AGAINST, view="Te duur.", shows_name=True)
    close_vote(advice=advice, actor=willem)
    asking_way(oostgaarde)
    say_opinion(advice=written(oostgaarde, willem, title="B"), actor=fatima, opinion=Opinion.SUPPORT, words="Fijn.")
    react(voornemen=laid(noor, oostgaarde), actor=fatima, text="Laat de bomen staan.")

    assert export_advice(wilma)["votes"][0]["reason"] == "Het is mijn straat."
    assert export_advice(fatima)["reactions"][0]["text"] == "Laat de bomen staan."
    assert (len(export_advice(willem)["written"]), export_advice(noor)["asked"]) == (2, [])
    for who in (fatima, willem, wilma):
        erase_advice(who)
        erase_advice(who)

    kept = set(Ballot.objects.values_list("choice", "reason", "view", "shows_name"))
    assert kept == {("against", "", "Te duur.", False), ("recused", "", "", False)}
    assert (Say.objects.get().words, Say.objects.get().opinion) == ("", "support")
    assert Reaction.objects.get().text == "Laat de bomen staan."


def test_what_somebody_said_goes_along_to_her_other_row(fatima: User, bram: User, noor: User, oostgaarde: Wijk) -> None:
    react(voornemen=laid(noor, oostgaarde), actor=fatima, text="Laat de bomen staan.")

    move_advice(fatima, bram)

    assert Reaction.objects.get().author == bram
