"""Following a wijk, a theme or a place: asking, confirming, the rounds of mail, and stopping."""

import datetime as dt
from collections.abc import Callable

import pytest
import time_machine
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils import timezone

from gemeente.accounts.actions import close_account
from gemeente.activity.actions import record
from gemeente.activity.enums import Pace
from gemeente.activity.models import Entry
from gemeente.activity.verbs import Verb, news_verbs
from gemeente.lib.errors import Refused
from gemeente.lib.personal_data import personal_data_parts
from gemeente.places.geography import Place, blur, shifted
from gemeente.places.models import Theme, Wijk
from gemeente.portal.enums import RuleName
from gemeente.portal.models import Rule
from gemeente.users.models import User
from initiatives.actions.moving import move_initiative
from initiatives.actions.news import tell_news
from initiatives.actions.writing import revise_place
from initiatives.enums import PlaceKind
from initiatives.models import Initiative
from initiatives.workflow import TRANSITIONS
from tests.factories.initiatives import published
from wijken.following.actions import (
    CONFIRM_DAYS,
    ask_watch,
    change_watch,
    confirm_watch,
    invite_addresses,
    purge_unconfirmed,
    stop_watch,
    watch,
)
from wijken.following.delivery import MOST_ITEMS, followers_of, send_news
from wijken.following.models import Round, Watch
from wijken.following.rounds import SETTLED, begin_round

pytestmark = pytest.mark.usefixtures("reference")
HERE = Place(4.505, 51.905)
BEGIN = next(t for t in TRANSITIONS if t.name == "begin")


def settled() -> time_machine.travel:
    """A moment at which all that happened counts."""
    return time_machine.travel(timezone.now() + SETTLED + dt.timedelta(seconds=1), tick=False)


@pytest.fixture
def go_round(run_jobs: Callable[[], int]) -> Callable[[Pace], list[str]]:
    """Do a round of one pace, with its mails; returns who was mailed."""

    def go(pace: Pace = Pace.DAILY) -> list[str]:
        run_jobs()
        mail.outbox.clear()
        with settled():
            begin_round(pace)
        run_jobs()
        return sorted(message.to[0] for message in mail.outbox)

    return go


@pytest.fixture
def begun(go_round: Callable[[Pace], list[str]], bram: User) -> None:
    """Each pace had its first round: what was before is no news."""
    record(actor=None, verb=Verb("initiative_published", ""), person=bram)
    for pace in Pace:
        go_round(pace)


def at(initiative: Initiative, place: Place) -> Initiative:
    """Put an initiative somewhere everybody may come."""
    told = {"wijk": initiative.wijk, "place_kind": PlaceKind.PUBLIC, "place_text": "het veld", "point": place}
    return revise_place(initiative=initiative, actor=initiative.owner, **told)


# --- Asking and stopping ----------------------------------------------------------------------------------------------
def test_the_same_again_only_changes_the_pace(fatima: User, oostgaarde: Wijk) -> None:
    first = watch(actor=fatima, pace=Pace.DAILY, wijk=oostgaarde)
    again = watch(actor=fatima, pace=Pace.WEEKLY, wijk=oostgaarde)

    assert again.pk == first.pk
    assert Watch.objects.get().pace == Pace.WEEKLY


def test_a_place_is_kept_as_the_middle_of_its_cell(fatima: User) -> None:
    kept = watch(actor=fatima, pace=Pace.DAILY, place=HERE, metres=500)

    assert kept.point == blur(HERE) != HERE


def test_who_follows_as_much_as_she_can_hears_so(fatima: User, oostgaarde: Wijk, schollevaar: Wijk) -> None:
    Rule.objects.create(name=RuleName.WATCHES, value=1, starts_on=timezone.localdate())
    watch(actor=fatima, pace=Pace.DAILY, wijk=oostgaarde)

    with pytest.raises(Refused, match="heel veel"):
        watch(actor=fatima, pace=Pace.DAILY, wijk=schollevaar)


def test_stopping_leaves_nothing(fatima: User, oostgaarde: Wijk) -> None:
    stop_watch(watch=watch(actor=fatima, pace=Pace.DAILY, wijk=oostgaarde))

    assert not Watch.objects.exists()


@pytest.mark.parametrize(
    "changed",
    [
        {"wijk": None},
        {"longitude": 4.5, "latitude": 51.9, "metres": 500},
        {"wijk": None, "longitude": 4.5, "latitude": 51.9, "metres": 7},
        {"email": "x@voorbeeld.example"},
        {"user": None},
        {"confirmed_at": None},
        {"pace": "hourly"},
    ],
)
def test_the_database_refuses_half_a_watch(fatima: User, oostgaarde: Wijk, changed: dict[str, object]) -> None:
    made = watch(actor=fatima, pace=Pace.DAILY, wijk=oostgaarde)

    with pytest.raises(IntegrityError), transaction.atomic():
        Watch.objects.filter(pk=made.pk).update(**changed)


# --- Without an account -----------------------------------------------------------------------------------------------
def test_an_address_counts_once_its_link_was_pressed(
    fatima: User, oostgaarde: Wijk, go_round: Callable[..., list[str]], begun: None
) -> None:
    ask_watch(email="Buur@voorbeeld.example", language="nl", pace=Pace.DAILY, wijk=oostgaarde)
    published(owner=fatima, wijk=oostgaarde)
    assert go_round() == []

    confirm_watch(watch=Watch.objects.get())
    published(owner=fatima, wijk=oostgaarde)

    assert go_round() == ["buur@voorbeeld.example"]
    assert not User.objects.filter(email="buur@voorbeeld.example").exists()


def test_asking_twice_mails_once(oostgaarde: Wijk, run_jobs: Callable[[], int]) -> None:
    told = {"email": "buur@voorbeeld.example", "language": "en", "pace": Pace.DAILY, "wijk": oostgaarde}
    assert [ask_watch(**told), ask_watch(**told)] == [True, False]
    run_jobs()

    assert len(mail.outbox) == 1
    assert "/en/volgen/bevestigen/" in mail.outbox[0].body


def test_the_link_of_somebody_with_an_account_is_hers(fatima: User, oostgaarde: Wijk) -> None:
    ask_watch(email=fatima.email, language="nl", pace=Pace.DAILY, wijk=oostgaarde)

    confirmed = confirm_watch(watch=Watch.objects.get())

    assert (confirmed.user, confirmed.email) == (fatima, "")
    assert not ask_watch(email=fatima.email, language="nl", pace=Pace.DAILY, wijk=oostgaarde)


def test_what_nobody_confirms_is_forgotten(oostgaarde: Wijk) -> None:
    ask_watch(email="buur@voorbeeld.example", language="nl", pace=Pace.DAILY, wijk=oostgaarde)

    assert purge_unconfirmed() == 0
    with time_machine.travel(timezone.now() + dt.timedelta(days=CONFIRM_DAYS, hours=1), tick=False):
        assert purge_unconfirmed() == 1


# --- A list of a WOP --------------------------------------------------------------------------------------------------
def test_a_wop_invites_its_own_list(willem: User, oostgaarde: Wijk, run_jobs: Callable[[], int]) -> None:
    emails = ["a@voorbeeld.example", "A@voorbeeld.example", "b@voorbeeld.example"]

    assert invite_addresses(wijk=oostgaarde, actor=willem, emails=emails) == 2
    assert invite_addresses(wijk=oostgaarde, actor=willem, emails=emails) == 0
    run_jobs()

    assert sorted(message.to[0] for message in mail.outbox) == ["a@voorbeeld.example", "b@voorbeeld.example"]
    assert "WOP van Oostgaarde" in mail.outbox[0].body
    assert Watch.objects.confirmed().count() == 0
    assert Entry.objects.filter(verb="addresses_invited").values_list("changes", flat=True)[0]["number"] == [None, 2]


@pytest.mark.parametrize("who", ["fatima", "wilma", "noor", "mona"])
def test_nobody_else_invites(who: str, cast: dict[str, User], oostgaarde: Wijk) -> None:
    with pytest.raises(Refused):
        invite_addresses(wijk=oostgaarde, actor=cast[who], emails=["a@voorbeeld.example"])


def test_the_board_of_another_wijk_invites_nobody_here(willem: User, schollevaar: Wijk) -> None:
    with pytest.raises(Refused):
        invite_addresses(wijk=schollevaar, actor=willem, emails=["a@voorbeeld.example"])


def test_letters_of_the_wop_reach_who_follows_all_of_it(
    fatima: User, bram: User, oostgaarde: Wijk, garden_theme: Theme
) -> None:
    everything = watch(actor=fatima, pace=Pace.WEEKLY, wijk=oostgaarde)
    watch(actor=bram, pace=Pace.WEEKLY, wijk=oostgaarde, theme=garden_theme)
    ask_watch(email="buur@voorbeeld.example", language="nl", pace=Pace.WEEKLY, wijk=oostgaarde)

    assert followers_of(oostgaarde) == [everything]


# --- Rounds -----------------------------------------------------------------------------------------------------------
def test_each_hears_of_what_she_follows(
    cast: dict[str, User],
    oostgaarde: Wijk,
    schollevaar: Wijk,
    garden_theme: Theme,
    go_round: Callable[..., list[str]],
    begun: None,
) -> None:
    other = Theme.objects.exclude(pk=garden_theme.pk).first()
    told = {"pace": Pace.DAILY}
    watch(actor=cast["bram"], wijk=oostgaarde, **told)
    watch(actor=cast["wilma"], wijk=oostgaarde, theme=garden_theme, **told)
    watch(actor=cast["petra"], wijk=oostgaarde, theme=other, **told)
    watch(actor=cast["hans"], wijk=schollevaar, **told)
    watch(actor=cast["griet"], place=shifted(HERE, east=400), metres=1000, **told)
    watch(actor=cast["chris"], place=shifted(HERE, north=1500), metres=1000, **told)
    watch(actor=cast["fatima"], wijk=oostgaarde, **told)  # it is hers: no news to her
    watch(actor=cast["joost"], wijk=oostgaarde, pace=Pace.WEEKLY)

    at(published(owner=cast["fatima"], wijk=oostgaarde, theme=garden_theme, title="Tuin bij de dijk"), HERE)

    assert go_round() == [f"{name}@voorbeeld.example" for name in ("bram", "griet", "wilma")]
    assert "Nieuw initiatief: Tuin bij de dijk" in mail.outbox[0].body
    assert go_round() == []
    assert go_round(Pace.WEEKLY) == ["joost@voorbeeld.example"]


def test_a_thing_stands_there_once_with_its_newest_event(
    fatima: User, bram: User, oostgaarde: Wijk, go_round: Callable[..., list[str]], begun: None
) -> None:
    watch(actor=bram, pace=Pace.DAILY, wijk=oostgaarde)
    made = published(owner=fatima, wijk=oostgaarde, title="Tuin")
    move_initiative(initiative=made, actor=fatima, transition=BEGIN)
    tell_news(initiative=made, actor=fatima, title="De grond is klaar", text="Zaterdag.")
    go_round()

    assert mail.outbox[0].body.count("Tuin") == 1
    assert "Nieuws: Tuin" in mail.outbox[0].body
    assert made.get_absolute_url() in mail.outbox[0].body


def test_a_mail_is_never_more_than_a_screenful(
    fatima: User, bram: User, oostgaarde: Wijk, go_round: Callable[..., list[str]], begun: None
) -> None:
    watch(actor=bram, pace=Pace.DAILY, wijk=oostgaarde)
    for number in range(MOST_ITEMS + 2):
        published(owner=fatima, wijk=oostgaarde, title=f"Plan {number}")
    go_round()

    (letter,) = mail.outbox
    assert letter.body.count("Nieuw initiatief") == MOST_ITEMS
    assert "En nog 2 andere berichten." in letter.body
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_nothing_new_is_no_mail(bram: User, oostgaarde: Wijk, go_round: Callable[..., list[str]], begun: None) -> None:
    watch(actor=bram, pace=Pace.DAILY, wijk=oostgaarde)

    assert go_round() == []


def test_what_is_hidden_before_the_mail_leaves_is_not_told(
    fatima: User, bram: User, oostgaarde: Wijk, run_jobs: Callable[[], int], begun: None
) -> None:
    watch(actor=bram, pace=Pace.DAILY, wijk=oostgaarde)
    made = published(owner=fatima, wijk=oostgaarde, title="Tuin")
    run_jobs()
    mail.outbox.clear()
    with settled():
        assert begin_round(Pace.DAILY) == 1
    made.subject.is_public, made.subject.hidden_at = False, timezone.now()
    made.subject.save(update_fields=["is_public", "hidden_at"])
    run_jobs()

    assert mail.outbox == []


def test_a_job_that_runs_twice_mails_once(
    fatima: User, bram: User, oostgaarde: Wijk, run_jobs: Callable[[], int], begun: None
) -> None:
    row = watch(actor=bram, pace=Pace.DAILY, wijk=oostgaarde)
    published(owner=fatima, wijk=oostgaarde)
    run_jobs()
    after, up_to = Round.objects.get(pace=Pace.DAILY).up_to, Entry.objects.latest("pk").pk

    assert [send_news(row.pk, after, up_to), send_news(row.pk, after, up_to)] == [True, False]


def test_what_was_before_is_no_news(
    fatima: User, bram: User, oostgaarde: Wijk, go_round: Callable[..., list[str]], begun: None
) -> None:
    published(owner=fatima, wijk=oostgaarde)
    watch(actor=bram, pace=Pace.DAILY, wijk=oostgaarde)

    assert go_round() == []


def test_what_is_still_being_written_waits_for_the_next_round(
    fatima: User, bram: User, oostgaarde: Wijk, go_round: Callable[..., list[str]], begun: None
) -> None:
    watch(actor=bram, pace=Pace.AT_ONCE, wijk=oostgaarde)
    published(owner=fatima, wijk=oostgaarde)

    assert begin_round(Pace.AT_ONCE) == 0
    assert go_round(Pace.AT_ONCE) == ["bram@voorbeeld.example"]


def test_another_pace_counts_from_now(fatima: User, oostgaarde: Wijk) -> None:
    assert (
        change_watch(watch=watch(actor=fatima, pace=Pace.DAILY, wijk=oostgaarde), pace=Pace.AT_ONCE).pace == "at_once"
    )


def test_words_of_news_name_nobody_and_are_there(db: None) -> None:
    assert {"initiative_published", "news_told", "question_published"} <= news_verbs().keys()
    assert all(str(words) for words in news_verbs().values())


# --- Somebody leaves --------------------------------------------------------------------------------------------------
def test_leaving_takes_all_of_it_along(fatima: User, oostgaarde: Wijk, schollevaar: Wijk) -> None:
    watch(actor=fatima, pace=Pace.DAILY, wijk=oostgaarde)
    ask_watch(email=fatima.email, language="nl", pace=Pace.DAILY, wijk=schollevaar)
    part = next(part for part in personal_data_parts() if part.name == "following")
    assert [row["wijk__name"] for row in part.export(fatima)] == ["Oostgaarde"]

    close_account(user=fatima)

    assert not Watch.objects.exists()


def test_what_two_rows_of_one_person_follow_stands_there_once(fatima: User, bram: User, oostgaarde: Wijk) -> None:
    part = next(part for part in personal_data_parts() if part.name == "following")
    watch(actor=fatima, pace=Pace.DAILY, wijk=oostgaarde)
    watch(actor=fatima, pace=Pace.DAILY, place=HERE, metres=500)
    watch(actor=bram, pace=Pace.WEEKLY, wijk=oostgaarde)

    part.move(fatima, bram)

    assert [row.name for row in Watch.objects.of(bram)] == ["Oostgaarde", "Binnen 500 meter van jouw plek"]
