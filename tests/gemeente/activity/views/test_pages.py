"""The inbox, following, and stopping a kind of mail."""

from collections.abc import Callable

import pytest
from django.test import Client

from gemeente.activity.delivery import unsubscribe_token
from gemeente.activity.models import Follow, MailRefusal, Notice
from gemeente.users.models import User
from tests.factories.activity import TEMPLATE, SubjectFactory, make_notice
from tests.pages import soup

INBOX = "/mijn/berichten/"


@pytest.fixture
def mine(client: Client, fatima: User) -> Client:
    """Fatima's browser."""
    client.force_login(fatima)
    return client


# --- Inbox ------------------------------------------------------------------------------------------------------------
def test_inbox_shows_one_s_own_newest_first(mine: Client, fatima: User, bram: User) -> None:
    old, _theirs, new = make_notice(fatima), make_notice(bram), make_notice(fatima)

    rows = soup(mine.get(INBOX)).select(".portal-row__title a")

    assert [row["href"] for row in rows] == [new.entry.subject.path, old.entry.subject.path]


def test_inbox_marks_as_read_what_was_shown(mine: Client, fatima: User) -> None:
    seen = make_notice(fatima)
    page = soup(mine.get(INBOX))
    form = page.main.form
    later = make_notice(fatima)

    done = mine.post(INBOX, {field["name"]: field["value"] for field in form.select("[type=hidden]")})

    assert page.main.button.get_text(strip=True) == "Ik heb alles gelezen"
    assert len(page.select(".portal-row--unread")) == 1
    assert done.url == INBOX
    assert Notice.objects.get(pk=seen.pk).read_at is not None
    assert Notice.objects.get(pk=later.pk).read_at is None


@pytest.mark.parametrize("value", ["", "abc", "-1", "²", "9" * 30])
def test_inbox_survives_nonsense(mine: Client, fatima: User, value: str) -> None:
    make_notice(fatima)

    assert mine.post(INBOX, {"up_to": value}).status_code == 302


def test_inbox_with_nothing_in_it_says_what_to_do(mine: Client) -> None:
    page = soup(mine.get(INBOX))

    assert page.main.find("a", string="Bekijk de initiatieven")["href"] == "/initiatieven/"
    assert not page.main.select("form")


def test_inbox_costs_the_same_with_many(mine: Client, fatima: User, django_assert_max_num_queries: Callable) -> None:
    for _ in range(15):
        make_notice(fatima)

    with django_assert_max_num_queries(8):
        mine.get(INBOX)


def test_inbox_asks_to_sign_in(client: Client, db: None) -> None:
    assert client.get(INBOX).url == f"/account/login/?next={INBOX}"


# --- Following --------------------------------------------------------------------------------------------------------
def test_follow_and_stop(mine: Client, fatima: User) -> None:
    subject = SubjectFactory()
    path = f"/volgen/{subject.pk}/"

    asked = soup(mine.get(path))
    on = mine.post(path, {"choice": asked.main.button["value"]})
    again = soup(mine.get(path))
    followed = Follow.objects.filter(user=fatima, subject=subject).count()
    mine.post(path, {"choice": again.main.button["value"]})

    assert (asked.h1.get_text(), again.h1.get_text()) == ("Wil je dit volgen?", "Wil je dit niet meer volgen?")
    assert (on.url, followed) == (subject.path, 1)
    assert not Follow.objects.exists()


def test_follow_what_is_not_public_is_absent(mine: Client) -> None:
    hidden = SubjectFactory(is_public=False)

    assert {mine.get(f"/volgen/{hidden.pk}/").status_code, mine.post(f"/volgen/{hidden.pk}/").status_code} == {404}
    assert mine.get("/volgen/999999/").status_code == 404


def test_follow_asks_to_sign_in(client: Client, db: None) -> None:
    subject = SubjectFactory()

    assert client.get(f"/volgen/{subject.pk}/").url == f"/account/login/?next=/volgen/{subject.pk}/"


# --- Stopping mail ----------------------------------------------------------------------------------------------------
def test_one_click_of_the_mail_program_stops_the_mail(fatima: User) -> None:
    token = unsubscribe_token(make_notice(fatima))
    robot = Client(enforce_csrf_checks=True)

    answer = robot.post(f"/afmelden/{token}/", {"List-Unsubscribe": "One-Click"})

    assert answer.status_code == 200
    assert MailRefusal.objects.get().template == TEMPLATE
    assert MailRefusal.objects.get().user == fatima


def test_opening_the_link_changes_nothing(client: Client, fatima: User) -> None:
    token = unsubscribe_token(make_notice(fatima))

    page = soup(client.get(f"/afmelden/{token}/"))

    assert page.h1.get_text() == "Wil je deze mail niet meer?"
    assert not MailRefusal.objects.exists()
    assert fatima.email not in str(page)


def test_mail_can_be_switched_on_again(client: Client, fatima: User) -> None:
    path = f"/afmelden/{unsubscribe_token(make_notice(fatima))}/"

    off = soup(client.post(path))
    on = soup(client.post(path, {"choice": off.main.button["value"]}))

    assert (off.h1.get_text(), on.h1.get_text()) == ("Deze mail staat uit", "Deze mail staat weer aan")
    assert not MailRefusal.objects.exists()


@pytest.mark.parametrize("method", ["get", "post"])
def test_tampered_link_says_so(client: Client, fatima: User, method: str) -> None:
    token = unsubscribe_token(make_notice(fatima))

    answer = getattr(client, method)(f"/afmelden/{token[:-2]}zz/")

    assert answer.status_code == 404
    assert soup(answer).h1.get_text() == "Deze link kennen we niet"
    assert not MailRefusal.objects.exists()
