"""Pages of advice and of plans, as people see them."""

import datetime as dt
import uuid
from collections.abc import Callable

import pytest
from django.core.cache import caches
from django.test import Client
from django.utils import timezone

from gemeente.activity.models import Subject
from gemeente.moderation.actions.hiding import hide_part
from gemeente.moderation.actions.reporting import report_part
from gemeente.moderation.enums import ReportReason
from gemeente.moderation.models import HidingGround
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.factories.advice import again, begun, given, in_voting, laid, replied, written
from tests.factories.initiatives import published
from tests.pages import errors, soup
from wijken.advice.actions.reactions import react
from wijken.advice.enums import AdviceState, PlanState
from wijken.advice.models import Advice, Ballot, Reaction, Voornemen

pytestmark = pytest.mark.usefixtures("reference")
ClientFor = Callable[..., Client]
LIST = "/wijken/oostgaarde/adviezen/"
ROOM = "/wijken/oostgaarde/wop/adviezen/"


def in_days(number: int) -> str:
    """A day from today, as a form sends it."""
    return str(timezone.localdate() + dt.timedelta(days=number))


def many_advices(like: Advice, count: int) -> None:
    """So many more like one, without walking the way of each."""
    for number in range(count):
        subject = Subject.objects.get(pk=like.subject_id)
        subject.pk, subject.title, subject.path = None, f"Advies {number}", f"{subject.path}{number}"
        subject.save(force_insert=True)
        like.pk, like.subject, like.title, like.submission_key = None, subject, subject.title, uuid.uuid4()
        like.save(force_insert=True)


def test_what_waits_longest_stands_on_top(client: Client, willem: User, noor: User, oostgaarde: Wijk) -> None:
    replied(oostgaarde, willem, noor, title="Derde")
    begun(oostgaarde, willem, title="Tweede")
    late = given(oostgaarde, willem, title="Eerste")
    Advice.objects.filter(pk=late.pk).update(waiting_since=timezone.now() - dt.timedelta(days=70))

    for page in (LIST, "/adviezen/"):
        rows = soup(client.get(page)).select(".portal-row__title")
        assert [row.get_text(strip=True) for row in rows] == ["Eerste", "Tweede", "Derde"]


def test_public_page_shows_numbers_and_no_names(
    client: Client, client_for: ClientFor, cast: dict[str, User], oostgaarde: Wijk
) -> None:
    willem, wilma = cast["willem"], cast["wilma"]
    advice = in_voting(oostgaarde, willem)
    vote = f"{advice.room_url}stemmen/"
    for who, told in (
        (willem, {"choice": "in_favour"}),
        (wilma, {"choice": "against", "view": "Het is te duur.", "shows_name": ""}),
    ):
        assert client_for(who).post(vote, told).status_code == 302
    other = client_for(willem).post(f"{advice.room_url}sluiten/")
    assert other.url == advice.room_url
    assert again(advice).state == AdviceState.DRAFTING  # a tie
    page = client.get(advice.get_absolute_url()).content.decode()
    assert "Wilma" not in page
    assert "Het is te duur." not in page
    work = client_for(wilma).get(advice.room_url).content.decode()
    assert "De stemmen staakten" in work


def test_given_advice_shows_the_minority_view(client: Client, willem: User, wilma: User, oostgaarde: Wijk) -> None:
    from wijken.advice.actions.votes import cast_vote, close_vote
    from wijken.advice.enums import Choice

    advice = in_voting(oostgaarde, willem)
    third = User.objects.create(email="derde@voorbeeld.example", name="Derde Jansen")
    third.role_assignments.create(role="wop_member", wijk=oostgaarde, starts_on=dt.date(2026, 1, 1))
    for who, choice, view in (
        (willem, "in_favour", ""),
        (third, "in_favour", ""),
        (wilma, "against", "Het is te duur."),
    ):
        cast_vote(advice=advice, actor=who, choice=Choice(choice), view=view)
    close_vote(advice=advice, actor=willem)

    page = soup(client.get(advice.get_absolute_url())).main.get_text(" ", strip=True)
    assert "Wie tegen stemde, schrijft Het is te duur." in page
    assert "3 van de 3 mensen stemden" in page
    assert "Wilma" not in page


def test_keeping_out_without_a_reason_is_refused_beside_the_field(
    client_for: ClientFor, willem: User, wilma: User, oostgaarde: Wijk
) -> None:
    advice = in_voting(oostgaarde, willem)
    response = client_for(wilma).post(f"{advice.room_url}stemmen/", {"choice": "recused"})

    assert "welk belang" in errors(response)["reason"]
    assert not Ballot.objects.exists()


def test_answer_without_reasons_is_refused_beside_the_field(
    client_for: ClientFor, noor: User, willem: User, oostgaarde: Wijk
) -> None:
    advice, client = given(oostgaarde, willem), client_for(noor)

    response = client.post(advice.desk_url, {"outcome": "not_followed", "text": "", "seen": "0"})
    assert "Zonder reden" in errors(response)["text"]
    assert again(advice).state == AdviceState.GIVEN

    client.post(advice.desk_url, {"outcome": "not_followed", "text": "Er is geen plek.", "seen": "0"})
    assert again(advice).outcome == "not_followed"
    stale = client.post(advice.desk_url, {"outcome": "followed", "text": "Toch wel.", "seen": "0"})
    assert "gaf net antwoord" in soup(stale).main.get_text()


def test_overtaken_writer_keeps_her_words(client_for: ClientFor, willem: User, wilma: User, oostgaarde: Wijk) -> None:
    advice = written(oostgaarde, willem)
    page = f"{advice.room_url}schrijven/"
    told = {"stance": "positive", "based_on": "1"}
    assert client_for(wilma).post(page, told | {"text": "De tekst van Wilma."}).status_code == 302

    response = client_for(willem).post(page, told | {"text": "De tekst van Willem."})

    assert response.status_code == 409
    words = soup(response).main
    assert "De tekst van Wilma." in words.get_text()
    assert words.select_one("textarea").get_text(strip=True) == "De tekst van Willem."
    assert words.select_one("[name=based_on]")["value"] == "2"
    assert "Wilma" in client_for(willem).get(f"{advice.room_url}versies/").content.decode()


def test_board_begins_on_an_initiative_and_its_page_tells(
    client: Client, client_for: ClientFor, fatima: User, willem: User, oostgaarde: Wijk
) -> None:
    initiative = published(owner=fatima, wijk=oostgaarde)
    told = {"about": str(initiative.subject_id), "title": "", "submission_key": "11111111-1111-1111-1111-111111111111"}
    response = client_for(willem).post(f"{ROOM}nieuw/", told)
    assert response.url == f"{Advice.objects.get().room_url}schrijven/"
    assert "Advies van het WOP" in client.get(initiative.get_absolute_url()).content.decode()

    both = client_for(willem).post(f"{ROOM}nieuw/", told | {"title": "Iets"})
    assert "Niet allebei" in errors(both)["title"]


def test_advice_that_a_manager_hid_is_nowhere(client: Client, willem: User, oostgaarde: Wijk) -> None:
    advice = given(oostgaarde, willem)
    Subject.objects.filter(pk=advice.subject_id).update(is_public=False, hidden_at=timezone.now())
    caches["pages"].clear()

    assert client.get(advice.get_absolute_url()).status_code == 404
    assert "winkelplein" not in client.get(LIST).content.decode()


def test_worktable_names_what_waits(client_for: ClientFor, willem: User, wilma: User, oostgaarde: Wijk) -> None:
    in_voting(oostgaarde, willem)

    assert "Stem over: Het winkelplein" in client_for(wilma).get("/wijken/oostgaarde/wop/").content.decode()


# --- Plans of the gemeente --------------------------------------------------------------------------------------------
def test_plan_is_laid_reacted_on_treated_and_decided(
    client: Client, client_for: ClientFor, cast: dict[str, User], oostgaarde: Wijk
) -> None:
    desk = client_for(cast["noor"])
    told = {
        "kind": "plan",
        "wijken": ["oostgaarde"],
        "title": "Nieuwe bomen",
        "text": "We planten bomen.",
        "fixed": "Het geld.",
        "undecided": "Welke.",
        "decides": "Het college",
        "react_until": in_days(5),
        "submission_key": "11111111-1111-1111-1111-111111111111",
    }
    assert "21 dagen" in errors(desk.post("/werkbak/voornemens/nieuw/", told))["react_until"]
    assert desk.post("/werkbak/voornemens/nieuw/", told | {"react_until": in_days(30)}).status_code == 302
    plan = Voornemen.objects.whole().get()
    page = plan.get_absolute_url()

    for who in ("fatima", "bram"):
        client_for(cast[who]).post(
            f"{page}reageren/", {"text": f"Linden, zegt {who}.", "submission_key": told["submission_key"]}
        )
    assert "Linden, zegt fatima." in client.get(page).content.decode()
    assert "Linden, zegt fatima." not in client.get("/mijn/").content.decode()
    assert "Nieuwe bomen" in client_for(cast["fatima"]).get("/mijn/").content.decode()

    Voornemen.objects.update(react_until=timezone.localdate() - dt.timedelta(days=1), state=PlanState.WEIGHING)
    treat = {"outcome": "taken_over", "text": "Het worden linden."}
    assert "Kies een of meer" in errors(desk.post(plan.desk_url, treat))["reactions"]
    assert "2" in soup(desk.post(f"{plan.desk_url}besluiten/", {"decision": "Ja."})).main.get_text()
    desk.post(plan.desk_url, treat | {"everything": "on"})
    assert desk.post(f"{plan.desk_url}besluiten/", {"decision": "Het worden linden."}).status_code == 302

    shown = soup(client.get(page)).main.get_text(" ", strip=True)
    assert shown.count("Het worden linden.") == 3
    assert client_for(cast["fatima"]).get(f"{page}reageren/").status_code == 403


def test_hidden_reaction_is_read_by_nobody(client: Client, cast: dict[str, User], oostgaarde: Wijk) -> None:
    plan = laid(cast["noor"], oostgaarde)
    said = react(voornemen=plan, actor=cast["fatima"], text="Onaardige woorden.")
    report = report_part(
        subject=plan.subject,
        part=f"reaction:{said.pk}",
        reason=ReportReason.HURTS,
        text="Dit is onaardig.",
        actor=cast["bram"],
    )
    hide_part(report=report, actor=cast["mona"], ground=HidingGround.objects.first(), facts="Onaardig.")
    caches["pages"].clear()

    assert "Onaardige woorden." not in client.get(plan.get_absolute_url()).content.decode()


def test_pages_cost_the_same_for_many_rows(
    client: Client,
    client_for: ClientFor,
    cast: dict[str, User],
    oostgaarde: Wijk,
    django_assert_max_num_queries: Callable,
) -> None:
    plan = laid(cast["noor"], oostgaarde)
    advice = given(oostgaarde, cast["willem"])
    member = client_for(cast["wilma"])
    for rows in (1, 24):
        many_advices(begun(oostgaarde, cast["willem"]), rows - 1)
        said = [Reaction(voornemen=plan, author=cast["fatima"], text=f"Reactie {n}") for n in range(rows)]
        Reaction.objects.bulk_create(said)
        for who, page, most in (
            (client, LIST, 6),
            (client, "/adviezen/", 6),
            (client, advice.get_absolute_url(), 8),
            (client, plan.get_absolute_url(), 8),
            (client, "/wijken/oostgaarde/voornemens/", 6),
            (member, advice.room_url, 12),
            (member, plan.get_absolute_url(), 12),
            (member, ROOM, 12),
        ):
            who.get(page)
            caches["pages"].clear()
            with django_assert_max_num_queries(most):
                assert who.get(page).status_code == 200, (rows, page)


def test_owner_is_led_to_ask_and_nobody_else(client_for: ClientFor, fatima: User, bram: User, oostgaarde: Wijk) -> None:
    initiative = published(owner=fatima, wijk=oostgaarde)
    page, link = initiative.get_absolute_url(), "Vraag het WOP van je wijk om advies"
    assert link in client_for(fatima).get(page).content.decode()
    assert link not in client_for(bram).get(page).content.decode()

    told = {
        "about": str(initiative.subject_id),
        "question": "Past dit bij de wijk?",
        "answer_by": in_days(42),
        "submission_key": "11111111-1111-1111-1111-111111111111",
    }
    assert "Kies waar" in errors(client_for(fatima).post(f"{LIST}vragen/", told | {"about": ""}))["about"]
    assert client_for(fatima).post(f"{LIST}vragen/", told).url == Advice.objects.get().get_absolute_url()
    assert link not in client_for(fatima).get(page).content.decode()
    assert client_for(bram).get(f"{LIST}vragen/").status_code == 403
