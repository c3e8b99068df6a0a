"""Saved searches: what they find, who is told when, and that nobody is told too much, twice or of what is hidden."""

from collections.abc import Callable

import pytest
from django.core.mail import EmailMessage
from django.utils import timezone

from gemeente.activity.enums import Pace
from gemeente.activity.models import Subject
from gemeente.lib.errors import Refused
from gemeente.moderation.actions.hiding import hide_part, lift_hiding
from gemeente.moderation.actions.reporting import report_part
from gemeente.moderation.enums import ReportReason
from gemeente.moderation.models import HidingGround
from gemeente.moderation.parts import WHOLE
from gemeente.places.geography import Place
from gemeente.places.models import Theme, Wijk
from gemeente.portal.enums import RuleName
from gemeente.portal.models import Rule
from gemeente.users.models import User
from initiatives.actions.leaving import withdraw_initiative
from initiatives.actions.moving import move_initiative
from initiatives.actions.saved_searches import (
    change_search,
    delete_search,
    mail_searches,
    match_searches,
    match_shown_again,
    save_search,
)
from initiatives.actions.writing import revise_place, revise_share
from initiatives.enums import PlaceKind, Scale
from initiatives.models import Initiative, Need, SavedHit, SavedSearch
from initiatives.personal_data import INITIATIVES_DATA
from initiatives.search_delivery import send_found
from initiatives.workflow import available
from tests.factories.initiatives import published

pytestmark = pytest.mark.usefixtures("reference")


def look_for(user: User, pace: Pace = Pace.AT_ONCE, name: str = "Iets", **chosen: str) -> SavedSearch:
    return save_search(actor=user, name=name, chosen=chosen, pace=pace)


@pytest.fixture
def mails(run_jobs: Callable[[], int], mailoutbox: list[EmailMessage]) -> Callable[[], list[EmailMessage]]:
    """What was mailed of saved searches since one asked last."""

    def read() -> list[EmailMessage]:
        while run_jobs():
            pass
        found = [mail for mail in mailoutbox if "/afmelden/zoekopdracht/" in mail.body]
        mailoutbox.clear()
        return found

    return read


@pytest.fixture
def garden(fatima: User, oostgaarde: Wijk, garden_theme: Theme) -> Initiative:
    """A playground with a point, that looks for hands."""
    made = published(owner=fatima, wijk=oostgaarde, theme=garden_theme, title="Buurttuin bij de Linie")
    where = {"place_kind": PlaceKind.PUBLIC, "place_text": "de Linie", "point": Place(4.5786, 51.9294)}
    made = revise_place(initiative=made, actor=fatima, wijk=oostgaarde, scale=Scale.STREET, **where)
    Need.objects.create(initiative=made, kind="hands", title="Handen", amount=2, unit="handen")
    Initiative.objects.filter(pk=made.pk).update(is_open_for_help=True)
    return made


@pytest.mark.parametrize(
    ("chosen", "is_found"),
    [
        ({}, True),
        ({"wijk": "oostgaarde"}, True),
        ({"wijk": "schollevaar"}, False),
        ({"thema": "livability"}, True),
        ({"thema": "youth"}, False),
        ({"fase": "published"}, True),
        ({"fase": "running"}, False),
        ({"nodig": "hands"}, True),
        ({"nodig": "money"}, False),
        ({"schaal": "street"}, True),
        ({"schaal": "town"}, False),
        ({"hulp": "ja"}, True),
        ({"plek": "ja"}, True),
        ({"zoek": "tuin"}, True),
        ({"zoek": "tuinen linie"}, True),
        ({"zoek": "tuin feest"}, False),
        ({"zoek": '"linie buurttuin"'}, False),
        ({"zoek": "tuin -linie"}, False),
        ({"wijk": "oostgaarde", "thema": "livability", "zoek": "tuin", "hulp": "ja", "plek": "ja"}, True),
        ({"wijk": "schollevaar", "zoek": "tuin"}, False),
    ],
)
def test_a_search_finds_what_the_list_would_show(
    chosen: dict[str, str], is_found: bool, garden: Initiative, bram: User, schollevaar: Wijk
) -> None:
    search = look_for(bram, **chosen)

    match_searches(garden.pk)

    assert SavedHit.objects.filter(search=search, initiative=garden).exists() == is_found


def test_who_wants_to_know_at_once_is_mailed_when_it_goes_online(
    fatima: User, bram: User, oostgaarde: Wijk, mails: Callable[[], list[EmailMessage]]
) -> None:
    search = look_for(bram, name="Tuinen", zoek="tuin", wijk="oostgaarde")
    published(owner=fatima, wijk=oostgaarde, title="Straatfeest", summary="Wij eten samen, op straat, met iedereen.")
    made = published(owner=fatima, wijk=oostgaarde, title="Kruidentuin")

    sent = mails()

    assert [mail.to for mail in sent] == [[bram.email]]
    assert sent[0].subject == "Gevonden voor jou: Tuinen"
    assert "- Kruidentuin (Oostgaarde)" in sent[0].body
    assert "Straatfeest" not in sent[0].body
    assert made.get_absolute_url() in sent[0].body
    assert sent[0].extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert SavedSearch.objects.get(pk=search.pk).mailed_at is not None


def test_nobody_is_told_twice_nor_of_her_own(
    fatima: User, bram: User, oostgaarde: Wijk, mails: Callable[[], list[EmailMessage]]
) -> None:
    look_for(bram)
    look_for(fatima)
    made = published(owner=fatima, wijk=oostgaarde)
    assert [mail.to for mail in mails()] == [[bram.email]]

    match_searches(made.pk)
    move_initiative(initiative=made, actor=fatima, transition=available(made, fatima)[0])
    mail_searches(*Pace)

    assert mails() == []


def test_what_moves_on_finds_who_looks_for_that(
    fatima: User, bram: User, oostgaarde: Wijk, mails: Callable[[], list[EmailMessage]]
) -> None:
    look_for(bram, fase="preparing")
    made = published(owner=fatima, wijk=oostgaarde)
    assert mails() == []

    move_initiative(initiative=made, actor=fatima, transition=available(made, fatima)[0])

    assert len(mails()) == 1


def test_a_new_text_finds_who_looks_for_its_words(
    fatima: User, bram: User, oostgaarde: Wijk, mails: Callable[[], list[EmailMessage]]
) -> None:
    look_for(bram, zoek="kippen")
    made = published(owner=fatima, wijk=oostgaarde)
    assert mails() == []

    revise_share(initiative=made, actor=fatima, own_share="Wij voeren de kippen.", needs="")

    assert [mail.to for mail in mails()] == [[bram.email]]


@pytest.mark.parametrize("is_lifted", [True, False])
def test_what_was_hidden_finds_its_readers_once_it_shows_again(
    is_lifted: bool,
    reference: None,
    fatima: User,
    bram: User,
    mona: User,
    oostgaarde: Wijk,
    mails: Callable[[], list[EmailMessage]],
) -> None:
    made = published(owner=fatima, wijk=oostgaarde)
    ground = HidingGround.objects.earliest("pk")
    report = report_part(subject=made.subject, part=WHOLE, reason=ReportReason.OTHER, text="Het staat er dubbel.")
    hiding = hide_part(report=report, actor=mona, ground=ground, facts="Dit plan staat er al.")
    mails()
    look_for(bram)
    if is_lifted:
        lift_hiding(hiding=hiding, actor=mona, reason="Het was een vergissing.")

    match_shown_again()

    assert [mail.to for mail in mails()] == ([[bram.email]] if is_lifted else [])


def test_a_digest_is_never_empty_never_endless_and_waits_for_its_day(
    fatima: User, bram: User, oostgaarde: Wijk, mails: Callable[[], list[EmailMessage]]
) -> None:
    look_for(bram, Pace.DAILY, zoek="tuin")
    mail_searches(Pace.DAILY)
    assert mails() == []
    for number in range(13):
        published(owner=fatima, wijk=oostgaarde, title=f"Buurttuin {number}")
    assert mails() == []
    mail_searches(Pace.WEEKLY)
    assert mails() == []

    mail_searches(Pace.DAILY)
    (digest,) = mails()

    assert digest.subject == "13 keer gevonden voor jou: Iets"
    assert digest.body.count("- Buurttuin") == 10
    assert "En nog 3 andere." in digest.body
    assert "/initiatieven/?zoek=tuin&volgorde=nieuw" in digest.body
    mail_searches(Pace.DAILY)
    assert mails() == []


def test_nothing_hidden_or_taken_away_is_told(
    fatima: User, bram: User, oostgaarde: Wijk, mails: Callable[[], list[EmailMessage]]
) -> None:
    look_for(bram, Pace.DAILY)
    hidden = published(owner=fatima, wijk=oostgaarde, title="Verborgen tuin")
    gone = published(owner=fatima, wijk=oostgaarde, title="Weggehaalde tuin")
    assert mails() == []
    Subject.objects.filter(initiative=hidden).update(is_public=False, hidden_at=timezone.now())
    withdraw_initiative(initiative=gone, actor=fatima)

    mail_searches(Pace.DAILY)

    assert mails() == []
    assert not SavedHit.objects.filter(initiative=gone).exists()


def test_what_was_hidden_before_its_turn_came_finds_nobody(garden: Initiative, bram: User) -> None:
    look_for(bram)
    Subject.objects.update(is_public=False, hidden_at=timezone.now())

    match_searches(garden.pk)
    found = SavedHit.objects.count()
    Subject.objects.update(is_public=True, hidden_at=None)
    match_searches(garden.pk)

    assert (found, SavedHit.objects.count()) == (0, 1)


def test_a_silent_search_finds_nothing_and_tells_nothing_afterwards(
    fatima: User, bram: User, oostgaarde: Wijk, mails: Callable[[], list[EmailMessage]]
) -> None:
    search = look_for(bram, Pace.DAILY)
    published(owner=fatima, wijk=oostgaarde)
    mails()
    told = {"search": search, "actor": bram, "name": "Iets", "pace": Pace.DAILY}
    change_search(**told, is_paused=True)
    published(owner=fatima, wijk=oostgaarde)
    mail_searches(Pace.DAILY)
    assert mails() == []

    change_search(**told, is_paused=False)
    mail_searches(Pace.DAILY)

    assert mails() == []


def test_the_mail_is_in_the_language_of_its_reader(fatima: User, bram: User, oostgaarde: Wijk) -> None:
    User.objects.filter(pk=bram.pk).update(language="en")
    search = look_for(bram, Pace.DAILY)
    match_searches(published(owner=fatima, wijk=oostgaarde).pk)

    assert send_found(search.pk) is True
    assert send_found(search.pk) is False


def test_who_left_or_has_no_address_is_not_mailed(fatima: User, bram: User, oostgaarde: Wijk) -> None:
    search = look_for(bram, Pace.DAILY)
    match_searches(published(owner=fatima, wijk=oostgaarde).pk)
    User.objects.filter(pk=bram.pk).update(is_active=False)

    assert send_found(search.pk) is False


def test_the_same_choices_are_one_search(bram: User, oostgaarde: Wijk) -> None:
    first = look_for(bram, name="Tuinen", zoek="tuin")

    second = look_for(bram, Pace.WEEKLY, name="Groen", zoek="tuin")

    assert (second.pk, second.name, second.pace) == (first.pk, "Groen", Pace.WEEKLY)


def test_one_person_has_so_many_searches_and_no_more(reference: None, bram: User, fatima: User) -> None:
    Rule.objects.create(name=RuleName.SAVED_SEARCHES, value=3, starts_on=timezone.localdate())
    for number in range(3):
        look_for(bram, zoek=f"tuin {number}")

    with pytest.raises(Refused, match="al 3 zoekopdrachten"):
        look_for(bram, zoek="nog een")
    look_for(fatima, zoek="nog een")


def test_nobody_changes_or_deletes_the_search_of_somebody_else(bram: User, fatima: User) -> None:
    search = look_for(bram)

    with pytest.raises(Refused):
        change_search(search=search, actor=fatima, name="Van mij", pace=Pace.DAILY, is_paused=True)
    with pytest.raises(Refused):
        delete_search(search=search, actor=fatima)
    delete_search(search=search, actor=bram)
    assert not SavedSearch.objects.exists()


def test_searches_are_exported_moved_and_erased_with_their_person(bram: User, fatima: User, oostgaarde: Wijk) -> None:
    look_for(bram, zoek="tuin", wijk="oostgaarde")

    (told,) = INITIATIVES_DATA.export(bram)["saved_searches"]
    assert (told["words"], told["wijk__name"], told["pace"]) == ("tuin", "Oostgaarde", "at_once")
    INITIATIVES_DATA.move(bram, fatima)
    assert SavedSearch.objects.get().user == fatima
    INITIATIVES_DATA.erase(fatima)
    assert not SavedSearch.objects.exists()
