"""`make seed`: many plausible initiatives, with everything true that the actions keep true."""

from collections import Counter
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client

from gemeente.accounts.enums import Role
from gemeente.accounts.roles import people_with_role
from gemeente.activity.models import Entry, Subject
from gemeente.demo.many.copying import text_of
from gemeente.demo.many.words import THINGS
from gemeente.places.geography import Place, locate
from gemeente.places.models import Theme, Wijk
from gemeente.users.models import User
from initiatives.actions.bookkeeping import subject_fields
from initiatives.actions.counts import keep_open_true
from initiatives.actions.cube import cube_differences
from initiatives.enums import ENDED, ParticipationKind, Stage
from initiatives.models import Initiative, Need, Participation, Update
from wijken.agenda.models import Opgave
from wijken.meetings.models import Meeting
from wijken.models import Membership

WIJKEN = Path(__file__).resolve().parents[3] / "gemeente" / "demo" / "data" / "wop-wijken-indicatief.geojson"


@pytest.fixture
def capelle(reference: None, noor: User) -> None:
    """The town, with somebody who works there."""
    call_command("import_wijken", WIJKEN, stdout=StringIO())


def seed(count: int, number: int = 1) -> str:
    """Run the command; what it says."""
    said = StringIO()
    call_command("seed_many", str(count), seed=number, stdout=said)
    return said.getvalue()


def test_all_that_is_kept_is_true(capelle: None) -> None:
    said = seed(200)

    connection.check_constraints()
    assert "200 of 200" in said
    rows = list(Initiative.objects.select_related("subject", "wijk", "theme", "case"))
    assert len(rows) == 200
    assert cube_differences() == {}
    taken = Counter(Participation.objects.values_list("initiative_id", "kind"))
    for row in rows:
        kept = {name: getattr(row.subject, name) for name in subject_fields(row)}
        assert kept == subject_fields(row)
        assert row.support_count == taken[row.pk, ParticipationKind.SUPPORT]
        assert row.join_count == taken[row.pk, ParticipationKind.JOIN]
        looks = (row.is_open_for_help, row.needs_line)
        keep_open_true(row, save=False)
        assert (row.is_open_for_help, row.needs_line) == looks
        assert not row.point or locate(row.point).wijk == row.wijk
        assert not row.public_point or Place(row.subject.longitude, row.subject.latitude) == row.public_point
        assert row.case.people.get().user_id == row.owner_id


def test_rows_are_of_every_kind(capelle: None) -> None:
    seed(200)

    stages = Counter(Initiative.objects.values_list("stage", flat=True))
    assert set(stages) == set(Stage) - {Stage.CONCEPT}
    assert sum(stages[stage] for stage in ENDED) > 60
    assert 30 < Need.objects.values("initiative").distinct().count() < 110
    assert Update.objects.count() > 30
    assert Entry.objects.filter(verb="initiative_published").count() == 200
    years = {row.year for row in Initiative.objects.values_list("published_at", flat=True)}
    assert len(years) >= 8
    assert set(THINGS) == set(Theme.objects.values_list("code", flat=True))


def test_pages_work(capelle: None) -> None:
    seed(60)
    client = Client()

    paths = ["/", "/initiatieven/", "/initiatieven/kaart/", "/wijken/schenkel/", "/initiatieven/?zoek=tuin"]
    for path in [*paths, *(row.get_absolute_url() for row in Initiative.objects.all()[:5])]:
        assert client.get(path).status_code == 200, path


def test_the_first_wijk_gets_a_busy_wop(capelle: None) -> None:
    seed(1000)

    connection.check_constraints()
    wijk = Wijk.objects.order_by("slug")[0]
    assert Opgave.objects.filter(wijk=wijk).count() == 5
    assert Meeting.objects.filter(wijk=wijk).count() == 3
    assert Membership.objects.filter(wijk=wijk).count() == 50 == len(people_with_role(Role.WOP_MEMBER, wijk))
    for row in [*Opgave.objects.select_related("wijk", "subject"), *Meeting.objects.select_related("wijk", "subject")]:
        assert row.get_absolute_url() == row.subject.path
        assert row.subject.title == row.title
    for page in ("", "agenda/", "bijeenkomsten/", "team/"):
        assert Client().get(f"/wijken/{wijk.slug}/{page}").status_code == 200


def test_same_seed_makes_the_same_and_twice_makes_more(capelle: None) -> None:
    for number in (1, 1, 2):
        seed(20, number)

    titles = list(Initiative.objects.order_by("pk").values_list("title", "stage", "longitude"))
    assert len(titles) == 60
    assert titles[:20] == titles[20:40] != titles[40:]
    assert Subject.objects.count() == 60


@pytest.mark.parametrize("count", ["0", "-5", "6000000"])
def test_nonsense_is_refused(count: str, capelle: None) -> None:
    with pytest.raises(CommandError):
        call_command("seed_many", "--", count)


def test_town_is_needed(reference: None) -> None:
    with pytest.raises(CommandError, match="make run"):
        seed(1)


def test_only_in_a_demo(capelle: None, settings: object) -> None:
    settings.DEMO = False

    with pytest.raises(CommandError, match="DEMO=1"):
        seed(1)
    assert not Initiative.objects.exists()


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, "\\N"), (True, "t"), ("a\tb\\c\nd", "a\\tb\\\\c\\nd"), ([], "{}"), ({"a": "ë"}, '{"a": "\\\\u00eb"}')],
)
def test_text_of_copy(value: object, text: str) -> None:
    assert text_of(value) == text
