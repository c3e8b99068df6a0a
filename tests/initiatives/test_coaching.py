"""Which tips an owner sees: a table of conditions, at most two, never what she put away."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.coaching import MOST, forget_cards_in_force, pick_cards
from initiatives.enums import Stage
from initiatives.models import DismissedCard, Initiative, NextStepCard
from tests.factories.initiatives import published
from tests.factories.outdoors import give_helper
from tests.factories.plans import card
from tests.pages import soup

TODAY = dt.date(2026, 5, 20)


def days_ago(days: int) -> dt.datetime:
    """Shortly after midnight of the town, when it is the day before in UTC."""
    return dt.datetime(2026, 5, 20, 0, 30, tzinfo=timezone.get_default_timezone()) - dt.timedelta(days=days)


def an_initiative(**fields: object) -> Initiative:
    """Online for ten days, with five supporters and nothing else."""
    told = {"stage": Stage.PUBLISHED, "published_at": days_ago(10), "heard_at": days_ago(10), "support_count": 5}
    return Initiative(**(told | fields))


# The condition of a card, what it fits, and what it does not.
TABLE = [
    ({"stages": ["running"]}, {"stage": Stage.RUNNING}, {}),
    ({"stages": ["published", "running"]}, {}, {"stage": Stage.REALISED}),
    ({}, {}, {"published_at": None, "stage": Stage.CONCEPT}),
    ({"min_days": 10}, {}, {"published_at": days_ago(9)}),
    ({"max_days": 10}, {}, {"published_at": days_ago(11)}),
    ({"min_silent_days": 30}, {"heard_at": days_ago(30)}, {}),
    ({"min_support": 5}, {}, {"support_count": 4}),
    ({"max_support": 5}, {}, {"support_count": 6}),
    ({"max_support": 0}, {"support_count": 0}, {}),
    ({"min_joins": 1}, {"join_count": 1}, {}),
    ({"max_joins": 0}, {}, {"join_count": 1}),
    ({"days_to_start": 7}, {"starts_on": TODAY + dt.timedelta(days=7)}, {"starts_on": TODAY + dt.timedelta(days=8)}),
    ({"days_to_start": 7}, {"starts_on": TODAY}, {"starts_on": TODAY - dt.timedelta(days=1)}),
    ({"days_to_start": 7}, {"starts_on": TODAY}, {}),
    ({"has_needs": True}, {"needs": "Handen"}, {}),
    ({"has_needs": False}, {}, {"needs": "Handen"}),
    ({"has_steps": True}, {"step_count": 1}, {}),
    ({"has_steps": False}, {}, {"step_count": 1}),
    ({"is_all_done": True}, {"step_count": 2, "steps_done": 2}, {"step_count": 2, "steps_done": 1}),
    ({"is_all_done": True}, {"step_count": 1, "steps_done": 1}, {}),
    ({"is_all_done": False}, {}, {"step_count": 2, "steps_done": 2}),
    ({"has_start": True}, {"starts_on": TODAY}, {}),
    ({"has_start": False}, {}, {"starts_on": TODAY}),
    ({"has_photo": False}, {}, {"photo_id": "00000000-0000-0000-0000-000000000001"}),
]


@pytest.mark.parametrize(("asks", "fits", "fits_not"), TABLE)
def test_card_shows_where_it_helps(asks: dict, fits: dict, fits_not: dict) -> None:
    one = card(**asks)

    assert pick_cards(an_initiative(**fits), [one], set(), TODAY) == [one]
    assert pick_cards(an_initiative(**fits_not), [one], set(), TODAY) == []


def test_at_most_two_in_the_order_of_the_manager() -> None:
    cards = [card(f"tip-{n}") for n in range(4)]

    assert pick_cards(an_initiative(), cards, {"tip-0"}, TODAY) == cards[1 : 1 + MOST]


def test_card_counts_between_its_days(reference: None) -> None:
    card("oud", title="Oud").save()
    card("oud", title="Nieuw", starts_on=TODAY).save()
    card("voorbij", ends_on=TODAY - dt.timedelta(days=1)).save()
    card("later", starts_on=TODAY + dt.timedelta(days=1)).save()

    assert [row.title for row in NextStepCard.objects.in_force(TODAY)] == ["Nieuw"]


def test_first_cards_know_their_pages(plans_on_offer: None) -> None:
    assert NextStepCard.objects.count() >= 10
    assert all(row.page and row.link_label for row in NextStepCard.objects.all())


ENGLISH = {"title_en": "Ring a doorbell", "text_en": "Do it.", "link_label_en": "Tell news"}


# --- On pages ---------------------------------------------------------------------------------------------------------
@pytest.fixture
def initiative(fatima: User, oostgaarde: Wijk) -> Initiative:
    card("tip-1", title="Bel je buur", page="news", link_label="Vertel nieuws").save()
    card("tip-2", title="Neem taart mee").save()
    return published(owner=fatima, wijk=oostgaarde)


def tips_on(client: Client, initiative: Initiative) -> list[str]:
    page = soup(client.get(initiative.get_absolute_url()))
    return [title.get_text(strip=True) for title in page.select("[aria-labelledby=wat-nu] h3")]


def test_tips_are_for_who_holds_the_pen(
    initiative: Initiative, cast: dict[str, User | None], bram: User, client_for: Callable[..., Client]
) -> None:
    give_helper(initiative, bram)

    seen = {
        who: tips_on(client_for(cast[who]), initiative) for who in ("anonymous", "noor", "willem", "bram", "fatima")
    }

    both = ["Bel je buur", "Neem taart mee"]
    assert seen == {"anonymous": [], "noor": [], "willem": [], "bram": both, "fatima": both}


def test_owner_puts_a_tip_away(initiative: Initiative, client_for: Callable[..., Client]) -> None:
    client, url = client_for(initiative.owner), f"/initiatieven/{initiative.slug}/tip/tip-1/"

    assert client.get(url).status_code == 200
    client.post(url)
    client.post(url)

    assert tips_on(client, initiative) == ["Neem taart mee"]
    assert DismissedCard.objects.count() == 1
    assert "Bel je buur" not in client.get("/mijn/").content.decode()


def test_tip_that_is_no_more_is_not_kept(initiative: Initiative, client_for: Callable[..., Client]) -> None:
    client = client_for(initiative.owner)

    response = client.post(f"/initiatieven/{initiative.slug}/tip/bestaat-niet/")

    assert response.status_code == 302
    assert DismissedCard.objects.count() == 0


def test_own_page_shows_the_first_tip(initiative: Initiative, client_for: Callable[..., Client]) -> None:
    text = soup(client_for(initiative.owner).get("/mijn/")).main.get_text(" ", strip=True)

    assert "Bel je buur" in text
    assert "Neem taart mee" not in text


def test_tip_is_in_english_where_somebody_wrote_that_and_says_so_where_not(
    initiative: Initiative, client_for: Callable[..., Client]
) -> None:
    card("tip-1", title="Bel je buur", page="news", link_label="Vertel nieuws", **ENGLISH).save()
    forget_cards_in_force()

    page = soup(client_for(initiative.owner).get(f"/en{initiative.get_absolute_url()}"))

    told = [(title.get_text(strip=True), title.get("lang")) for title in page.select("[aria-labelledby=wat-nu] h3")]
    assert told == [("Ring a doorbell", None), ("Neem taart mee", "nl")]
    assert "Tell news" in page.select_one("[aria-labelledby=wat-nu]").get_text()


def test_first_tips_are_in_english_too(plans_on_offer: None) -> None:
    assert all(row.title_en and row.text_en and row.link_label_en for row in NextStepCard.objects.all())


@pytest.mark.parametrize("missing", ["title_en", "text_en", "link_label_en"])
def test_database_refuses_half_a_translation(missing: str, reference: None) -> None:
    row = card("tip", page="news", link_label="Vertel nieuws", **(ENGLISH | {missing: ""}))

    with pytest.raises(IntegrityError, match="english_is_whole"), transaction.atomic():
        row.save()


@pytest.mark.parametrize("act", ["change", "delete"])
def test_database_keeps_a_tip_that_has_begun(act: str, plans_on_offer: None) -> None:
    begun = NextStepCard.objects.filter(starts_on__lte=timezone.localdate())
    before = set(begun.values_list("pk", "title"))

    with pytest.raises(DatabaseError), transaction.atomic():
        begun.update(title="Anders") if act == "change" else begun.delete()

    assert before
    assert set(begun.values_list("pk", "title")) == before


def test_what_rests_gets_no_tips(initiative: Initiative, client_for: Callable[..., Client]) -> None:
    Initiative.objects.update(paused_at=timezone.now(), pause_reason="Vakantie.")

    assert tips_on(client_for(initiative.owner), initiative) == []
