"""Writing texts, who we are, doors and numbers: what happens, what is logged, what is refused."""

import datetime as dt
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from gemeente.accounts.actions import close_account
from gemeente.accounts.models import RoleAssignment
from gemeente.activity.models import Entry
from gemeente.lib.errors import Refused, Stale
from gemeente.lib.images import CleanLogo
from gemeente.lib.personal_data import personal_data_parts
from gemeente.places.identity import current_gemeente, mail_sender
from gemeente.places.models import Gemeente, Wijk
from gemeente.portal.actions import (
    TOLD,
    add_door,
    add_rule,
    change_gemeente,
    fingerprint,
    restore_text,
    save_text,
    withdraw_door,
    withdraw_rule,
)
from gemeente.portal.enums import Matter, RuleName, TextKey
from gemeente.portal.models import Door, Rule, TextVersion
from gemeente.portal.rules import rule
from gemeente.users.models import User

WORDS = {"dutch": "Dank je wel.", "english": "Thank you."}
LOGO = CleanLogo(b"logo", 320, 80)


def logged(verb: str) -> dict[str, Any]:
    """What the log keeps of the newest entry of a verb."""
    return Entry.objects.filter(verb=verb).latest("pk").changes


def newest(key: TextKey) -> TextVersion:
    """The version of a text that counts."""
    return TextVersion.objects.of_key(key)[0]


def later(days: int = 10) -> dt.date:
    """A day to come."""
    return timezone.localdate() + dt.timedelta(days=days)


# --- Texts ------------------------------------------------------------------------------------------------------------
def test_text_gets_a_version_with_its_author(mona: User, reference: None) -> None:
    before = newest(TextKey.THANKS)

    made = save_text(key=TextKey.THANKS, **WORDS, based_on=before.pk, actor=mona)

    assert newest(TextKey.THANKS) == made
    assert (made.dutch, made.english, made.author) == ("Dank je wel.", "Thank you.", mona)
    assert TextVersion.objects.of_key(TextKey.THANKS).count() == 2
    assert logged("text_changed") == {"key": ["thanks", "thanks"], "version": [before.pk, made.pk]}


def test_same_words_twice_change_nothing(mona: User, reference: None) -> None:
    before = newest(TextKey.THANKS)
    made = save_text(key=TextKey.THANKS, **WORDS, based_on=before.pk, actor=mona)

    again = save_text(key=TextKey.THANKS, **WORDS, based_on=before.pk, actor=mona)

    assert (again, Entry.objects.filter(verb="text_changed").count()) == (made, 1)


def test_text_that_somebody_else_saved_meanwhile_is_not_overwritten(mona: User, reference: None) -> None:
    before = newest(TextKey.THANKS)
    save_text(key=TextKey.THANKS, **WORDS, based_on=before.pk, actor=mona)

    with pytest.raises(Stale, match="Iemand anders heeft deze tekst net bewaard"):
        save_text(key=TextKey.THANKS, dutch="Anders.", english="Other.", based_on=before.pk, actor=mona)

    assert newest(TextKey.THANKS).dutch == "Dank je wel."


def test_older_version_counts_again_as_a_new_one(mona: User, reference: None) -> None:
    first = newest(TextKey.THANKS)
    save_text(key=TextKey.THANKS, **WORDS, based_on=first.pk, actor=mona)

    restored = restore_text(version=first, actor=mona)

    assert newest(TextKey.THANKS) == restored
    assert (restored.dutch, restored.author, TextVersion.objects.of_key(TextKey.THANKS).count()) == (
        first.dutch,
        mona,
        3,
    )


def test_author_stays_known_when_her_account_is_closed(mona: User, thea: User, reference: None) -> None:
    made = save_text(key=TextKey.THANKS, **WORDS, based_on=newest(TextKey.THANKS).pk, actor=mona)
    part = next(part for part in personal_data_parts() if part.name == "portal texts")
    shares = [part.export(user) for user in (mona, thea)]
    RoleAssignment.objects.filter(user=mona).update(ends_on=timezone.localdate())

    close_account(user=mona)

    made.refresh_from_db()
    assert [[row["dutch"] for row in share] for share in shares] == [["Dank je wel."], []]
    assert (made.author_id, made.author.name) == (mona.pk, "")


# --- Who we are -------------------------------------------------------------------------------------------------------
def test_gemeente_is_changed_and_the_log_keeps_no_contact_data(mona: User, gemeente: Gemeente) -> None:
    change_gemeente(actor=mona, portal_name="Buurtkans", phone="14 0180", email="nieuw@capelle.example")

    gemeente.refresh_from_db()
    assert (gemeente.portal_name, gemeente.phone, gemeente.email) == ("Buurtkans", "14 0180", "nieuw@capelle.example")
    assert logged("gemeente_changed") == {
        "portal_name": ["Buitenkans", "Buurtkans"],
        "parts": [None, "email, phone, portal_name"],
    }


def test_nothing_changed_is_nothing_logged(mona: User, gemeente: Gemeente) -> None:
    change_gemeente(actor=mona, **{name: getattr(gemeente, name) for name in TOLD})

    assert not Entry.objects.filter(verb="gemeente_changed").exists()


def test_gemeente_that_somebody_changed_meanwhile_is_not_overwritten(mona: User, gemeente: Gemeente) -> None:
    seen = fingerprint(gemeente)
    change_gemeente(actor=mona, based_on=seen, phone="14 0180")

    with pytest.raises(Stale, match="net veranderd"):
        change_gemeente(actor=mona, based_on=seen, phone="14 070")

    gemeente.refresh_from_db()
    assert gemeente.phone == "14 0180"


def test_colour_on_which_white_cannot_be_read_is_refused(mona: User, gemeente: Gemeente) -> None:
    change_gemeente(actor=mona, colour="#0b4a6f")

    with pytest.raises(Refused, match="Witte tekst is op deze kleur niet goed te lezen"):
        change_gemeente(actor=mona, colour="#f6b21b")

    gemeente.refresh_from_db()
    assert gemeente.colour == "#0b4a6f"


def test_name_and_code_of_the_gemeente_come_with_the_installation(mona: User, gemeente: Gemeente) -> None:
    with pytest.raises(ValueError, match=r"unknown: \['code', 'name'\]"):
        change_gemeente(actor=mona, phone="14 0180", name="Elders", code="GM0001")

    assert Gemeente.objects.get().phone == gemeente.phone
    assert change_gemeente(actor=mona, phone="14 0180").phone == "14 0180"


def test_new_logo_takes_the_place_of_the_old_one(
    mona: User, gemeente: Gemeente, settings: Any, tmp_path: Any, django_capture_on_commit_callbacks: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path
    first = change_gemeente(actor=mona, logo=LOGO, logo_text="Capelle").logo.name

    with django_capture_on_commit_callbacks(execute=True):
        second = change_gemeente(actor=mona, logo=LOGO).logo.name

    assert first != second
    assert [default_storage.exists(name) for name in (first, second)] == [False, True]


def test_logo_can_be_taken_away(
    mona: User, gemeente: Gemeente, settings: Any, tmp_path: Any, django_capture_on_commit_callbacks: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path
    name = change_gemeente(actor=mona, logo=LOGO, logo_text="Capelle").logo.name

    with django_capture_on_commit_callbacks(execute=True):
        for _ in range(2):
            change_gemeente(actor=mona, keeps_logo=False)

    gemeente.refresh_from_db()
    assert (gemeente.logo.name, gemeente.logo_width, default_storage.exists(name)) == ("", 0, False)
    assert Entry.objects.filter(verb="gemeente_changed").count() == 2  # put there, and taken away once


def test_change_is_seen_at_once_in_the_process_that_made_it(
    mona: User, gemeente: Gemeente, django_capture_on_commit_callbacks: Any
) -> None:
    before = current_gemeente().phone

    with django_capture_on_commit_callbacks(execute=True):
        change_gemeente(actor=mona, phone="14 0180")

    assert (before, current_gemeente().phone) == ("14 010", "14 0180")


def test_change_that_is_rolled_back_is_not_seen(mona: User, gemeente: Gemeente) -> None:
    @transaction.atomic
    def change_and_fail() -> None:
        change_gemeente(actor=mona, phone="14 0180")
        raise ZeroDivisionError

    current_gemeente()

    with pytest.raises(ZeroDivisionError):
        change_and_fail()

    assert current_gemeente().phone == "14 010"


@pytest.mark.parametrize(
    ("fields", "sender"),
    [
        ({}, "Buitenkans <buitenkans@localhost>"),
        ({"sender_email": "post@capelle.example"}, "Buitenkans <post@capelle.example>"),
        (
            {"sender_email": "post@capelle.example", "sender_name": "Gemeente Capelle, Gebiedsregie"},
            '"Gemeente Capelle, Gebiedsregie" <post@capelle.example>',
        ),
    ],
)
def test_mail_comes_from_whom_the_manager_says(
    fields: dict[str, str], sender: str, gemeente: Gemeente, settings: Any
) -> None:
    settings.DEFAULT_FROM_EMAIL = "Buitenkans <buitenkans@localhost>"
    Gemeente.objects.update(**fields)

    assert mail_sender() == sender


# --- Doors ------------------------------------------------------------------------------------------------------------
def door_fields(**other: Any) -> dict[str, Any]:
    """What a manager says of a door."""
    there = {"name": "Elders", "name_en": "Elsewhere", "url": "https://elders.example/"}
    return {"matter": Matter.WIJK_BUDGET, "wijk": None, "starts_on": later(), "is_here": False} | there | other


def test_door_is_added_and_what_there_is_stays(mona: User, oostgaarde: Wijk, reference: None) -> None:
    before = list(Door.objects.order_by("pk").values())

    made = add_door(actor=mona, **door_fields(wijk=oostgaarde, is_here=True))

    assert list(Door.objects.exclude(pk=made.pk).order_by("pk").values()) == before
    assert logged("door_added") == {
        "matter": [None, "wijk_budget"],
        "wijk": [None, "Oostgaarde"],
        "starts_on": [None, str(later())],
        "is_here": [None, True],
    }


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"starts_on": dt.date(2026, 1, 1)}, "Deze dag is voorbij"),
        ({"url": ""}, "anders kan niemand het loket vinden"),
        ({"matter": Matter.FUND, "wijk": True}, "voor alle wijken hetzelfde"),
        ({"wijk": True}, "Op deze dag begint al een loket"),
    ],
)
def test_door_that_cannot_be_is_refused(
    other: dict[str, Any], sentence: str, mona: User, oostgaarde: Wijk, reference: None
) -> None:
    add_door(actor=mona, **door_fields(wijk=oostgaarde))
    other |= {"wijk": oostgaarde} if other.get("wijk") else {}

    with pytest.raises(Refused, match=sentence):
        add_door(actor=mona, **door_fields(**other))

    assert Door.objects.exclude(starts_on=dt.date(2020, 1, 1)).count() == 1


def test_planned_door_can_be_taken_away(mona: User, reference: None) -> None:
    made = add_door(actor=mona, **door_fields())

    for _ in range(2):
        withdraw_door(door=made, actor=mona)

    assert not Door.objects.filter(pk=made.pk).exists()
    assert Entry.objects.filter(verb="door_withdrawn").count() == 1


def test_door_that_has_begun_stays(mona: User, reference: None) -> None:
    made = add_door(actor=mona, **door_fields(starts_on=timezone.localdate()))

    with pytest.raises(Refused, match="Dit geldt al"):
        withdraw_door(door=made, actor=mona)

    assert Door.objects.filter(pk=made.pk).exists()


# --- Numbers ----------------------------------------------------------------------------------------------------------
def test_number_takes_over_on_its_day(mona: User, reference: None) -> None:
    add_rule(actor=mona, name=RuleName.OWN_AGE, value=15, starts_on=later(10))

    assert [rule(RuleName.OWN_AGE, later(days)) for days in (9, 10, 11)] == [16, 15, 15]
    assert logged("rule_added") == {
        "name": [None, "own_age"],
        "value": [None, 15],
        "starts_on": [None, str(later(10))],
    }


@pytest.mark.parametrize(
    ("value", "days", "sentence"),
    [(14, -1, "Deze dag is voorbij"), (0, 20, "1 of meer"), (14, 10, "Op deze dag begint al een getal")],
)
def test_number_that_cannot_be_is_refused(value: int, days: int, sentence: str, mona: User, reference: None) -> None:
    add_rule(actor=mona, name=RuleName.OWN_AGE, value=15, starts_on=later(10))

    with pytest.raises(Refused, match=sentence):
        add_rule(actor=mona, name=RuleName.OWN_AGE, value=value, starts_on=later(days))

    assert Rule.objects.filter(name=RuleName.OWN_AGE).count() == 2


def test_planned_number_can_be_taken_away(mona: User, reference: None) -> None:
    made = add_rule(actor=mona, name=RuleName.OWN_AGE, value=15, starts_on=later())

    for _ in range(2):
        withdraw_rule(rule=made, actor=mona)

    assert [row.value for row in Rule.objects.filter(name=RuleName.OWN_AGE)] == [16]


def test_number_that_has_begun_stays(mona: User, reference: None) -> None:
    begun = Rule.objects.get(name=RuleName.OWN_AGE)

    with pytest.raises(Refused, match="Dit geldt al"):
        withdraw_rule(rule=begun, actor=mona)

    assert Rule.objects.filter(pk=begun.pk).exists()


# --- Who may ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("who", ["fatima", "noor", "thea", "milan"])
def test_everything_is_refused_for_who_is_no_manager(who: str, cast: dict[str, User], reference: None) -> None:
    somebody, mona = cast[who], cast["mona"]
    door, number = (
        add_door(actor=mona, **door_fields()),
        add_rule(actor=mona, name=RuleName.OWN_AGE, value=15, starts_on=later()),
    )
    entries = Entry.objects.count()

    for act in (
        lambda: save_text(key=TextKey.THANKS, **WORDS, based_on=newest(TextKey.THANKS).pk, actor=somebody),
        lambda: restore_text(version=newest(TextKey.THANKS), actor=somebody),
        lambda: change_gemeente(actor=somebody, phone="14 070"),
        lambda: add_door(actor=somebody, **door_fields(starts_on=later(20))),
        lambda: withdraw_door(door=door, actor=somebody),
        lambda: add_rule(actor=somebody, name=RuleName.OWN_AGE, value=14, starts_on=later(20)),
        lambda: withdraw_rule(rule=number, actor=somebody),
    ):
        with pytest.raises(Refused, match="Alleen een beheerder"):
            act()

    assert Entry.objects.count() == entries
