"""/wijken/<slug>/wop/bijeenkomsten/ and what the WOP does there; and where it shows elsewhere."""

from collections.abc import Callable

from django.test import Client

from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.factories.meetings import acted, evening, noted, planned, pointed, proposed
from tests.pages import errors, soup
from wijken.meetings.actions.attending import sign_up
from wijken.meetings.models import ActionPoint, Meeting, Minutes, Point

ClientFor = Callable[[User | None], Client]
DESK = "/wijken/oostgaarde/wop/bijeenkomsten/"
WORDS = {
    "kind": "public",
    "title": "Wijkoverleg",
    "start": "20:00",
    "end": "22:00",
    "place": "De Wiekslag",
    "submission_key": "00000000-0000-4000-8000-000000000001",
}


def text(client: Client, path: str) -> str:
    return " ".join(soup(client.get(path)).main.get_text(" ").split())


def test_board_plans_a_meeting_and_keeps_what_was_typed(
    client_for: ClientFor, oostgaarde: Wijk, willem: User, reference: None
) -> None:
    client = client_for(willem)
    wrong = client.post(f"{DESK}nieuw/", WORDS | {"day": "2020-01-01", "end": "19:00"})
    assert set(errors(wrong)) >= {"day", "end"}
    assert soup(wrong).select_one("[name=place]")["value"] == "De Wiekslag"

    told = WORDS | {"day": f"{evening().date():%Y-%m-%d}"}
    client.post(f"{DESK}nieuw/", told)
    client.post(f"{DESK}nieuw/", told)

    meeting = Meeting.objects.get()
    assert (meeting.starts_at, meeting.place) == (evening(), "De Wiekslag")
    assert "staan er 1 openbare bijeenkomsten" in text(client, DESK) or meeting.day.year != evening(0).year
    again = soup(client.get(f"{DESK}nieuw/"))
    assert again.select_one("[name=place]")["value"] == "De Wiekslag"


def test_change_in_two_tabs_loses_nothing(client_for: ClientFor, oostgaarde: Wijk, willem: User) -> None:
    meeting, client = planned(oostgaarde, willem), client_for(willem)
    told = WORDS | {"day": f"{evening().date():%Y-%m-%d}", "based_on": 1}
    client.post(f"{meeting.desk_url}aanpassen/", told | {"title": "Eerst"})

    stale = client.post(f"{meeting.desk_url}aanpassen/", told | {"title": "Later"})

    page = soup(stale).main.get_text()
    assert "Iemand anders heeft de bijeenkomst intussen aangepast" in page
    assert "Eerst" in page
    assert soup(stale).select_one("[name=title]")["value"] == "Later"


def test_desk_shows_first_names_to_the_board_alone(
    client_for: ClientFor, oostgaarde: Wijk, willem: User, wilma: User, fatima: User
) -> None:
    meeting = planned(oostgaarde, willem)
    sign_up(meeting=meeting, actor=fatima)

    assert "Fatima" in text(client_for(willem), meeting.desk_url)
    page = text(client_for(wilma), meeting.desk_url)
    assert "Fatima" not in page
    assert "1 mens meldde zich aan" in page


def test_points_move_up_and_down_by_buttons(client_for: ClientFor, oostgaarde: Wijk, wilma: User, willem: User) -> None:
    meeting, client = planned(oostgaarde, willem), client_for(wilma)
    pointed(meeting, willem, title="Een")
    second = pointed(meeting, willem, title="Twee")

    client.post(f"{meeting.desk_url}punt/{second.pk}/plaats/", {"choice": "up"})

    assert [point.title for point in meeting.points.accepted()] == ["Twee", "Een"]


def test_no_comes_with_a_reason(client_for: ClientFor, oostgaarde: Wijk, willem: User, fatima: User) -> None:
    meeting, client = planned(oostgaarde, willem), client_for(willem)
    point = proposed(meeting, fatima)
    path = f"{meeting.desk_url}punt/{point.pk}/antwoord/"

    assert "answer" in errors(client.post(path, {"choice": "no", "answer": ""}))
    client.post(path, {"choice": "no", "answer": "Dit kan bij het spreekuur."})

    assert Point.objects.get().state == "declined"
    mine = text(client_for(fatima), meeting.get_absolute_url())
    assert "Dit kan bij het spreekuur." in mine
    assert "Dit kan bij het spreekuur." not in text(Client(), meeting.get_absolute_url())


def test_draft_is_for_the_wop_and_two_writers_lose_nothing(
    client_for: ClientFor, oostgaarde: Wijk, willem: User, wilma: User
) -> None:
    meeting, client = planned(oostgaarde, willem, days=-3), client_for(wilma)
    point = pointed(meeting, willem, title="Het groen")
    told = {"text": "Er was **koffie**.", "based_on": 0, f"besluit_{point.pk}": "Snoeien."}
    client.post(f"{meeting.desk_url}verslag/", told)
    assert "koffie" not in text(Client(), meeting.get_absolute_url())

    stale = client.post(f"{meeting.desk_url}verslag/", told | {"text": "Thee."})
    assert "Thee." in stale.content.decode()
    assert "Er was **koffie**." in stale.content.decode()
    client_for(willem).post(f"{meeting.desk_url}verslag/openbaar/", {"number": Minutes.objects.get().number})

    public = soup(client.get(meeting.get_absolute_url())).main
    assert public.select_one("strong", string="koffie")
    assert "Snoeien." in public.get_text()


def test_action_stands_on_her_own_page_and_is_ticked_there(
    client_for: ClientFor, oostgaarde: Wijk, willem: User, fatima: User, bram: User, reference: None
) -> None:
    held = planned(oostgaarde, willem, days=-3)
    action = acted(held, willem, what="De lantaarns melden", user=fatima)
    assert "De lantaarns melden" not in text(client_for(fatima), "/mijn/")
    noted(held, willem)
    client = client_for(fatima)

    assert "De lantaarns melden" in text(client, "/mijn/")
    assert client_for(bram).post(f"/bijeenkomsten/actie/{action.pk}/klaar/").status_code == 403
    away = client.post(f"/bijeenkomsten/actie/{action.pk}/klaar/", {"terug": "//elders.example/"})
    assert away.headers["Location"] == "/mijn/"
    assert ActionPoint.objects.get().is_done
    assert "De lantaarns melden" not in text(client, "/mijn/")


def test_worktable_tells_what_waits(
    client_for: ClientFor, oostgaarde: Wijk, willem: User, fatima: User, reference: None
) -> None:
    planned(oostgaarde, willem, days=-3)
    proposed(planned(oostgaarde, willem), fatima)

    page = text(client_for(willem), "/wijken/oostgaarde/wop/")

    for words in ("De volgende: Wijkoverleg", "1 punt van bewoners wacht op antwoord", "Maak het verslag van"):
        assert words in page


def test_page_of_the_wijk_shows_what_comes(client: Client, oostgaarde: Wijk, willem: User, reference: None) -> None:
    meeting = planned(oostgaarde, willem)

    links = {link["href"] for link in soup(client.get("/wijken/oostgaarde/")).select("main a")}

    assert {meeting.get_absolute_url(), f"{meeting.get_absolute_url()}komen/"} <= links
