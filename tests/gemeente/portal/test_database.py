"""What the database itself refuses, whoever asks."""

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from gemeente.places.models import Gemeente, Wijk
from gemeente.portal.enums import Matter, RuleName, TextKey
from gemeente.portal.models import Door, Rule, TextVersion

DAY = dt.date(2030, 1, 1)
THERE = {"name": "Elders", "name_en": "Elsewhere", "phone": "14 010"}


def run(sql: str) -> None:
    """One statement, past everything of ours."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # else rows of this transaction alone would stop a TRUNCATE
        cursor.execute(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE portal_textversion SET dutch = 'Anders'",
        "UPDATE portal_textversion SET author_id = NULL",
        "DELETE FROM portal_textversion",
        "TRUNCATE portal_textversion",
    ],
)
def test_versions_of_texts_are_only_ever_added(sql: str, reference: None) -> None:
    before = list(TextVersion.objects.order_by("pk").values())

    with pytest.raises(IntegrityError, match="stays as it was written"):
        run(sql)

    assert list(TextVersion.objects.order_by("pk").values()) == before


@pytest.mark.parametrize("table", ["portal_rule", "portal_door"])
@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE {} SET starts_on = '2030-01-01'",
        "DELETE FROM {}",
        "TRUNCATE {}",
    ],
)
def test_what_has_begun_stays(sql: str, table: str, reference: None) -> None:
    model = Rule if table == "portal_rule" else Door
    before = model.objects.count()

    with pytest.raises(IntegrityError, match="before it begins"):
        run(sql.format(table))

    assert model.objects.filter(starts_on=dt.date(2020, 1, 1)).count() == before


def test_what_begins_today_has_begun(reference: None) -> None:
    Rule.objects.create(name=RuleName.OWN_AGE, value=15, starts_on=timezone.localdate())

    with pytest.raises(IntegrityError, match="before it begins"):
        run(f"DELETE FROM portal_rule WHERE starts_on = '{timezone.localdate()}'")


def test_what_is_planned_can_be_taken_away_but_not_changed(reference: None) -> None:
    tomorrow = timezone.localdate() + dt.timedelta(days=1)
    Rule.objects.create(name=RuleName.OWN_AGE, value=15, starts_on=tomorrow)

    with pytest.raises(IntegrityError, match="before it begins"):
        run("UPDATE portal_rule SET value = 14 WHERE value = 15")
    run("DELETE FROM portal_rule WHERE value = 15")

    assert not Rule.objects.filter(starts_on=tomorrow).exists()


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"matter": "coffee"}, "door_matter_known"),
        ({"name": ""}, "door_has_a_name"),
        ({"name_en": ""}, "door_has_a_name"),
        ({"phone": ""}, "door_elsewhere_can_be_found"),
        ({"url": "javascript:alert(1)"}, "door_link_is_safe"),
        ({"url": "http://elders.example/"}, "door_link_is_safe"),
        ({"url": "//elders.example/"}, "door_link_is_safe"),
    ],
)
def test_door_makes_sense(fields: dict[str, str], rule: str, reference: None) -> None:
    good = {"matter": Matter.FUND, "starts_on": DAY, **THERE}
    Door.objects.create(**good | {"starts_on": DAY + dt.timedelta(days=1), "url": "/fonds/"})

    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        Door.objects.create(**good | fields)


def test_door_of_one_wijk_is_for_money_of_a_wijk_alone(reference: None, oostgaarde: Wijk) -> None:
    Door.objects.create(matter=Matter.WIJK_BUDGET, wijk=oostgaarde, starts_on=DAY, **THERE)

    with pytest.raises(IntegrityError, match="door_wijk_where_it_differs"), transaction.atomic():
        Door.objects.create(matter=Matter.FUND, wijk=oostgaarde, starts_on=DAY, **THERE)


def test_door_begins_once_a_day_for_the_town_too(reference: None) -> None:
    Door.objects.create(matter=Matter.FUND, starts_on=DAY, **THERE)

    with pytest.raises(IntegrityError, match="door_once_a_day"), transaction.atomic():
        Door.objects.create(matter=Matter.FUND, starts_on=DAY, **THERE)


@pytest.mark.parametrize(
    ("fields", "rule"),
    [({"key": "poem"}, "text_known"), ({"dutch": ""}, "text_in_both"), ({"english": ""}, "text_in_both")],
)
def test_text_makes_sense(fields: dict[str, str], rule: str, reference: None) -> None:
    good = {"key": TextKey.THANKS, "dutch": "Dank.", "english": "Thanks."}
    TextVersion.objects.create(**good)

    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        TextVersion.objects.create(**good | fields)


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"colour": "red"}, "gemeente_colour_is_hex"),
        ({"colour": "#FFF"}, "gemeente_colour_is_hex"),
        ({"colour": "#0b4a6}"}, "gemeente_colour_is_hex"),
        ({"logo": "logo/x.webp"}, "gemeente_logo_has_text"),
        ({"sender_name": "Capelle"}, "gemeente_sender_has_address"),
    ],
)
def test_gemeente_makes_sense(fields: dict[str, str], rule: str, gemeente: Gemeente) -> None:
    Gemeente.objects.update(colour="#0b4a6f")

    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        Gemeente.objects.update(**fields)
