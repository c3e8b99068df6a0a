"""Versions: each change of substance is kept and told, and what had to go does not come back through them."""

import datetime as dt

import pytest
import time_machine
from django.db import DatabaseError, transaction
from django.utils import timezone

from gemeente.activity.models import Entry, Notice, Subject
from gemeente.lib.errors import Stale
from gemeente.moderation.actions.hiding import hide_part, lift_hiding
from gemeente.moderation.actions.reporting import report_part
from gemeente.moderation.enums import ReportReason
from gemeente.moderation.models import Hiding, HidingGround
from gemeente.moderation.parts import WHOLE
from gemeente.places.models import Theme, Wijk
from gemeente.users.models import User
from initiatives.actions.joining import participate
from initiatives.actions.leaving import withdraw_initiative
from initiatives.actions.locking import seen
from initiatives.actions.naming import name_organisation
from initiatives.actions.versions import tell_of_changes
from initiatives.actions.writing import revise_idea, revise_place, revise_share
from initiatives.enums import ParticipationKind, PlaceKind, Right
from initiatives.models import Initiative, Version
from initiatives.models.versions import SUBSTANCE
from initiatives.personal_data import erase_initiatives, export_initiatives, move_initiatives
from initiatives.versions import LABELS, compared, versions_for, words_of
from tests.factories.initiatives import InitiativeFactory, published
from tests.factories.outdoors import give_helper, online

ANONYMOUS = User()


@pytest.fixture
def initiative(fatima: User, bram: User, oostgaarde: Wijk, reference: None) -> Initiative:
    """Of Fatima; Bram joins in."""
    initiative = published(owner=fatima, wijk=oostgaarde, title="Moestuin achter de Hoven")
    participate(initiative=initiative, actor=bram, kind=ParticipationKind.JOIN)
    return initiative


def share(initiative: Initiative, text: str, actor: User | None = None) -> Initiative:
    return revise_share(initiative=initiative, actor=actor or initiative.owner, own_share=text, needs="")


def numbers(user: User | None, initiative: Initiative) -> list[int]:
    row = Initiative.objects.with_helpers().select_related("subject").get(pk=initiative.pk)
    return list(versions_for(user or row.noted_by or ANONYMOUS, row).newest_first().values_list("number", flat=True))


def told(who: User) -> int:
    return Notice.objects.filter(recipient=who, template="initiative_revised").count()


# --- Making them ------------------------------------------------------------------------------------------------------
def test_publishing_makes_the_first(initiative: Initiative, fatima: User) -> None:
    version = Version.objects.get()

    assert (version.number, version.author, version.title, version.changed) == (1, fatima, initiative.title, [])
    assert Initiative.objects.get().version_count == 1


def test_concept_has_none(fatima: User, oostgaarde: Wijk, reference: None) -> None:
    share(InitiativeFactory(owner=fatima, wijk=oostgaarde), "Wij doen alles zelf.")

    assert Version.objects.count() == 0


def test_each_change_of_substance_makes_one(
    initiative: Initiative, fatima: User, schollevaar: Wijk, garden_theme: Theme
) -> None:
    me = {"initiative": initiative, "actor": fatima}
    revise_idea(**me, title="Tuin achter de Hoven", summary="Wij maken er een tuin van.", theme=garden_theme)
    revise_share(**me, own_share="Wij geven water.", needs="Een schop")
    revise_place(**me, wijk=schollevaar, place_kind=PlaceKind.PUBLIC, place_text="het grasveld")
    name_organisation(**me, organisation="Vereniging Tuindorp")

    changed = [version.changed for version in Version.objects.order_by("number")]
    assert changed == [
        [],
        ["title", "summary", "theme"],
        ["own_share", "needs"],
        ["place_text", "wijk"],
        ["organisation"],
    ]
    assert {name for names in changed for name in names} == set(SUBSTANCE)


def test_same_text_makes_none(initiative: Initiative) -> None:
    share(initiative, initiative.own_share)

    assert Version.objects.count() == 1


def test_overtaken_text_makes_none(initiative: Initiative, fatima: User) -> None:
    based_on = seen(initiative, ("own_share", "needs"))
    share(initiative, "Wij geven water.")

    with pytest.raises(Stale):
        revise_share(initiative=initiative, actor=fatima, own_share="Anders.", needs="", based_on=based_on)

    assert Version.objects.count() == 2


@pytest.mark.parametrize(("right", "in_name"), [(Right.IN_NAME, True), (Right.OWNER, False), (Right.WRITER, False)])
def test_version_says_who_wrote_it_in_whose_name(
    right: Right, in_name: bool, initiative: Initiative, fatima: User, wilma: User
) -> None:
    give_helper(initiative, wilma, right=right)

    share(initiative, "Wij geven water.", wilma)

    version = Version.objects.get(number=2)
    assert (version.author, version.in_name_of) == (wilma, fatima if in_name else None)


def test_version_of_what_a_scribe_put_online_is_in_its_owners_name(
    bas: User, oostgaarde: Wijk, reference: None
) -> None:
    initiative = online(bas, oostgaarde)

    version = Version.objects.get()
    assert (version.author, version.in_name_of) == (bas, initiative.owner)


@pytest.mark.parametrize("name", ["title", "summary", "own_share", "needs", "organisation", "number", "place_text"])
def test_database_keeps_a_version_as_it_was_written(name: str, initiative: Initiative) -> None:
    with pytest.raises(DatabaseError, match="as it was written"), transaction.atomic():
        Version.objects.update(**{name: 7 if name == "number" else "Anders"})


def test_number_is_there_once(initiative: Initiative) -> None:
    with pytest.raises(DatabaseError, match="version_number_once"), transaction.atomic():
        Version.objects.create(initiative=initiative, number=1, author=initiative.owner)


# --- Telling ----------------------------------------------------------------------------------------------------------
def test_who_joins_in_hears_once_a_day(initiative: Initiative, fatima: User, bram: User) -> None:
    for text in ("Wij geven water.", "Wij geven elke dag water.", "Wij geven elke dag veel water."):
        share(initiative, text)
    at_once = told(bram)
    soon = tell_of_changes()

    with time_machine.travel(timezone.now() + dt.timedelta(hours=25), tick=False):
        later = tell_of_changes(), tell_of_changes()

    assert (at_once, soon, later) == (1, 0, (1, 0))
    assert (told(bram), told(fatima)) == (2, 0)


def test_who_joins_in_and_stopped_following_still_hears(initiative: Initiative, bram: User) -> None:
    bram.follows.all().delete()

    share(initiative, "Wij geven water.")

    assert told(bram) == 1


def test_nobody_hears_of_what_is_hidden(initiative: Initiative, bram: User) -> None:
    Subject.objects.update(is_public=False)

    share(initiative, "Wij geven water.")

    assert (told(bram), tell_of_changes()) == (0, 0)


# --- What had to go ---------------------------------------------------------------------------------------------------
def hide(initiative: Initiative, mona: User) -> Hiding:
    report = report_part(subject=initiative.subject, part=WHOLE, reason=ReportReason.HURTS, email="a@voorbeeld.example")
    ground = HidingGround.objects.get(code="insult")
    return hide_part(report=report, actor=mona, ground=ground, facts="Er staat een scheldwoord.")


def test_hidden_page_has_versions_for_its_owners_alone(
    initiative: Initiative, fatima: User, bram: User, wilma: User, mona: User
) -> None:
    give_helper(initiative, wilma, right=Right.READER)
    hide(initiative, mona)

    assert [numbers(who, initiative) for who in (fatima, bram, wilma)] == [[1], [], []]


def test_text_before_the_correction_stays_hidden(initiative: Initiative, fatima: User, bram: User, mona: User) -> None:
    share(initiative, "Wij geven dat scheldwoord water.")
    hiding = hide(initiative, mona)
    share(initiative, "Wij geven dat woord water.")
    share(initiative, "Wij geven water.")
    lift_hiding(hiding=hiding, actor=mona, reason="De tekst is aangepast.")
    share(initiative, "Wij geven elke dag water.")

    assert (numbers(bram, initiative), numbers(fatima, initiative)) == ([5, 4], [5, 4, 3, 2, 1])


def test_page_that_came_back_as_it_was_keeps_all(initiative: Initiative, bram: User, mona: User) -> None:
    share(initiative, "Wij geven water.")

    lift_hiding(hiding=hide(initiative, mona), actor=mona, reason="Het mag toch.")

    assert numbers(bram, initiative) == [2, 1]


def test_manager_hides_one_text_of_before(initiative: Initiative, fatima: User, bram: User, mona: User) -> None:
    share(initiative, "Wij geven dat scheldwoord water.")
    share(initiative, "Wij geven water.")
    report = report_part(subject=initiative.subject, part="version:2", reason=ReportReason.HURTS, actor=bram)
    ground = HidingGround.objects.get(code="insult")

    hide_part(report=report, actor=mona, ground=ground, facts="Er staat een scheldwoord.")

    assert (numbers(bram, initiative), numbers(fatima, initiative)) == ([3, 1], [3, 2, 1])
    assert report.part_label == "De tekst van versie 2"


def test_withdrawing_takes_them_all(initiative: Initiative, fatima: User) -> None:
    share(initiative, "Wij geven water.")

    withdraw_initiative(initiative=initiative, actor=fatima)

    assert (Version.objects.count(), Initiative.objects.get().version_count) == (0, 0)


def test_place_that_turns_out_to_be_a_home_leaves_older_versions(
    initiative: Initiative, fatima: User, oostgaarde: Wijk
) -> None:
    place = {"initiative": initiative, "actor": fatima, "wijk": oostgaarde}
    revise_place(**place, place_kind=PlaceKind.PUBLIC, place_text="Hovenstraat 12")

    revise_place(**place, place_kind=PlaceKind.HOME, place_text="Hovenstraat")

    assert list(Version.objects.order_by("number").values_list("place_text", flat=True)) == ["", "", "Hovenstraat"]


def test_house_that_gets_a_home_with_the_same_words_leaves_them_too(
    initiative: Initiative, fatima: User, oostgaarde: Wijk
) -> None:
    place = {"initiative": initiative, "actor": fatima, "wijk": oostgaarde}
    revise_place(**place, place_kind=PlaceKind.PUBLIC, place_text="Hovenstraat 12")
    revise_place(**place, place_kind=PlaceKind.HOME, place_text="Hovenstraat 12")

    assert "Hovenstraat 12" not in Version.objects.exclude(place_kind=PlaceKind.HOME).values_list(
        "place_text", flat=True
    )


# --- One's own data ---------------------------------------------------------------------------------------------------
def test_export_has_them_and_erasing_keeps_the_story_without_a_name(initiative: Initiative, fatima: User) -> None:
    share(initiative, "Wij geven water.")

    exported = export_initiatives(fatima)["versions"]
    erase_initiatives(fatima)

    assert [row["number"] for row in exported] == [1, 2]
    assert (Version.objects.count(), Initiative.objects.get().shown_names) == (2, {})


def test_move_takes_them_along(bas: User, wilma: User, oostgaarde: Wijk, reference: None) -> None:
    initiative = online(bas, oostgaarde)

    move_initiatives(initiative.owner, wilma)

    assert Version.objects.get().in_name_of == wilma


# --- Comparing --------------------------------------------------------------------------------------------------------
def test_every_part_of_the_substance_has_a_name() -> None:
    assert LABELS.keys() == set(SUBSTANCE)


def test_two_versions_beside_each_other_say_what_went_and_what_came(initiative: Initiative) -> None:
    share(initiative, "Wij geven water.")
    first, second = Version.objects.order_by("number")

    parts = {part["name"]: part for part in compared(first, second)}

    assert words_of(second) == "Anders: wat we zelf doen."
    assert {name for name, part in parts.items() if part["is_changed"]} == {"own_share"}
    assert {piece.kind for piece in parts["own_share"]["pieces"]} >= {"gone", "new"}


def test_log_keeps_no_word_of_it(initiative: Initiative) -> None:
    share(initiative, "Wij geven geheim water.")

    assert "geheim" not in str(list(Entry.objects.values_list("changes", flat=True)))
