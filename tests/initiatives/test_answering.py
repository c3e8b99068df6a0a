"""What the WOP of a wijk asks, and what an owner answers: everybody reads it."""

from collections.abc import Callable

import pytest
from django.test import Client

from gemeente.lib.errors import Refused, Stale
from gemeente.moderation.actions.hiding import hide_part
from gemeente.moderation.actions.reporting import report_part
from gemeente.moderation.enums import ReportReason
from gemeente.moderation.models import HidingGround
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.answering import answer_wop
from initiatives.actions.leaving import withdraw_initiative
from initiatives.actions.publishing import missing_part, publish_initiative
from initiatives.asking import asked_of, seen_answers
from initiatives.models import Initiative, WijkAnswer
from initiatives.parts import wop_part
from initiatives.personal_data import export_initiatives
from tests.factories.initiatives import InitiativeFactory, published, reachable
from tests.factories.ways import draft_of
from tests.kept import is_refused
from wijken.models import WayState, WijkQuestion

HOUSES = "Voor hoeveel huizen is het?"


def asking(wijk: Wijk, number: int = 1, *labels: str) -> list[WijkQuestion]:
    """A version that asks for a number, which must be answered, a choice and some more; published."""
    draft = draft_of(wijk, number=number)
    draft.questions.update(is_required=True)
    choice = {"kind": "choice", "choices": ["Ja", "Nee"], "purpose": "Zo weten we het."}
    WijkQuestion.objects.create(werkwijze=draft, position=2, label="Weten buren ervan?", **choice)
    for position, label in enumerate(labels, start=3):
        WijkQuestion.objects.create(werkwijze=draft, position=position, label=label, purpose="Daarom.")
    draft.state, draft.published_at = WayState.PUBLISHED, draft.created_at
    draft.save(update_fields=["state", "published_at"])
    return list(draft.questions.all())


def words(initiative: Initiative) -> dict[str, str]:
    return {one.question.label: one.answer.words if one.answer else "-" for one in asked_of(initiative)}


def test_owner_answers_before_it_goes_online(fatima: User, oostgaarde: Wijk, reference: None) -> None:
    houses, neighbours = asking(oostgaarde)
    concept = InitiativeFactory(owner=fatima, wijk=oostgaarde)
    reachable(fatima)
    concept.owner.profile.refresh_from_db()

    assert missing_part(concept) == "wop"
    with pytest.raises(Refused, match="Er ontbreekt nog iets"):
        publish_initiative(initiative=concept, actor=fatima)
    answer_wop(initiative=concept, actor=fatima, answers={houses.pk: 40, neighbours.pk: None})
    public = publish_initiative(initiative=concept, actor=fatima)

    assert words(public) == {HOUSES: "40", "Weten buren ervan?": "-"}


def test_same_question_of_a_newer_version_needs_no_other_answer(
    fatima: User, oostgaarde: Wijk, schollevaar: Wijk, reference: None
) -> None:
    old = asking(oostgaarde, 1, "Wat kost het?")
    concept = InitiativeFactory(owner=fatima, wijk=oostgaarde)
    reachable(fatima)
    answer_wop(initiative=concept, actor=fatima, answers={old[0].pk: 40, old[2].pk: "Honderd euro."})
    online = published(owner=fatima, wijk=oostgaarde)
    answer_wop(initiative=online, actor=fatima, answers={old[2].pk: "Niets."})
    asking(oostgaarde, 2, "Wie helpt?")

    assert words(concept) == {HOUSES: "40", "Weten buren ervan?": "-", "Wie helpt?": "-"}
    public = publish_initiative(initiative=concept, actor=fatima)

    assert words(public) == {HOUSES: "40", "Weten buren ervan?": "-", "Wie helpt?": "-"}
    assert words(online)["Wat kost het?"] == "Niets."  # what began under version 1 keeps its questions
    Initiative.objects.filter(pk=online.pk).update(
        werkwijze=None, wijk_stage=None, stage_words="", stage_words_en="", wijk=schollevaar
    )
    online.refresh_from_db()
    assert words(online) == {}


def test_answer_that_does_not_fit_is_refused(fatima: User, oostgaarde: Wijk, reference: None) -> None:
    houses, neighbours = asking(oostgaarde)
    online = published(owner=fatima, wijk=oostgaarde)
    answer_wop(initiative=online, actor=fatima, answers={houses.pk: 12})

    for number, choice in ((None, "Ja"), ("veel", "Ja"), (40, "Misschien"), (40, 3), (40, "x" * 601)):
        answers = {houses.pk: number, neighbours.pk: choice}
        assert is_refused(answer_wop, initiative=online, actor=fatima, answers=answers), (number, choice)
        assert WijkAnswer.objects.filter(initiative=online).count() == 1, (number, choice)


def test_who_does_not_hold_the_pen_answers_nothing(
    cast: dict[str, User | None], oostgaarde: Wijk, schollevaar: Wijk, reference: None
) -> None:
    [houses, _rest] = asking(oostgaarde)
    [elsewhere, _more] = asking(schollevaar)
    online = published(owner=cast["fatima"], wijk=oostgaarde)

    for user in [user for who, user in cast.items() if user and who != "fatima"]:
        with pytest.raises(Refused):
            answer_wop(initiative=online, actor=user, answers={houses.pk: 3})
    with pytest.raises(Stale, match="iets anders"):
        answer_wop(initiative=online, actor=cast["fatima"], answers={elsewhere.pk: 3})
    seen = seen_answers(asked_of(online))
    answer_wop(initiative=online, actor=cast["fatima"], answers={houses.pk: 4})
    with pytest.raises(Stale, match="net veranderd"):
        answer_wop(initiative=online, actor=cast["fatima"], answers={houses.pk: 5}, based_on=seen)


def test_answers_through_the_pages(
    cast: dict[str, User | None],
    oostgaarde: Wijk,
    reference: None,
    client: Client,
    client_for: Callable[..., Client],
) -> None:
    fatima = cast["fatima"]
    houses, neighbours = asking(oostgaarde)
    concept = InitiativeFactory(owner=fatima, wijk=oostgaarde, title="Tuin")
    reachable(fatima)
    owner, base = client_for(fatima), f"/initiatieven/{concept.slug}/"
    part = owner.get(f"{base}publiceren/", follow=True)
    assert part.request["PATH_INFO"].endswith("/wop/")
    assert "Iedereen leest je antwoorden" in part.content.decode()
    assert "Waarom: Zo weten we wie we uitnodigen." in part.content.decode()
    path = part.request["PATH_INFO"]

    wrong = owner.post(path, {f"question_{houses.pk}": "veel"}).content.decode()
    right = owner.post(path, {f"question_{houses.pk}": "40", f"question_{neighbours.pk}": "Ja"}, follow=True)

    assert "Vul een heel getal in" in wrong
    assert "veel" in wrong
    assert right.request["PATH_INFO"].endswith("/bereikbaar/")
    check = owner.get(f"{base}publiceren/").content.decode()
    assert all(told in check for told in ("Het WOP vroeg", HOUSES, "40", "Pas je antwoorden aan"))
    concept.refresh_from_db()
    publish_initiative(initiative=concept, actor=fatima)
    told = client.get(base).content.decode()
    assert all(words in told for words in ("Het WOP vroeg", HOUSES, "Weten buren ervan?"))
    owner.post(path, {f"question_{houses.pk}": "41"}, follow=True)
    assert "41" in client.get(base).content.decode()
    assert "Vragen van het WOP" in owner.get(path.replace("/wop/", "/idee/")).content.decode()
    nothing = InitiativeFactory(owner=fatima, wijk=None)
    assert owner.get(path.replace(concept.slug, nothing.slug)).status_code == 404


def test_answers_are_hidden_exported_and_taken_away(
    cast: dict[str, User | None], oostgaarde: Wijk, reference: None, client: Client, client_for: Callable[..., Client]
) -> None:
    fatima = cast["fatima"]
    questions = asking(oostgaarde, 1, "Wat kost het?")
    online = published(owner=fatima, wijk=oostgaarde)
    answer_wop(initiative=online, actor=fatima, answers={questions[2].pk: "antwoord-kanarie"})
    assert "antwoord-kanarie" in client.get(online.get_absolute_url()).content.decode()
    assert "antwoord-kanarie" in str(export_initiatives(fatima))

    hide(online, cast["mona"])
    assert "antwoord-kanarie" not in client.get(online.get_absolute_url()).content.decode()
    assert "antwoord-kanarie" in client_for(fatima).get(online.get_absolute_url()).content.decode()
    withdraw_initiative(initiative=online, actor=fatima)
    online.refresh_from_db()
    assert (WijkAnswer.objects.count(), online.werkwijze, online.stage_words) == (0, None, "")


def hide(initiative: Initiative, manager: User | None) -> None:
    """Somebody reports the answers, and a manager hides them."""
    report = report_part(subject=initiative.subject, part=wop_part(initiative), reason=ReportReason.PRIVATE)
    hide_part(report=report, actor=manager, ground=HidingGround.objects.all()[0], facts="Er staat een naam in.")
