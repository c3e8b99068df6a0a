"""/wijken/<slug>/bijeenkomsten/<id>/ and what hangs on it: signing up, points, papers, the invitation."""

from collections.abc import Callable

from django.test import Client

from gemeente.activity.models import Subject
from gemeente.moderation.models import Hiding, HidingGround
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.factories.initiatives import published
from tests.factories.meetings import acted, noted, planned, pointed, proposed
from tests.pages import errors, soup
from wijken.meetings.actions.attending import sign_up, take_slot
from wijken.meetings.enums import MeetingKind
from wijken.meetings.models import Appointment, Meeting, Point, SignUp, SignUpRequest

ClientFor = Callable[[User | None], Client]


def text(client: Client, path: str) -> str:
    return " ".join(soup(client.get(path)).main.get_text(" ").split())


def fill(meeting: Meeting, willem: User, fatima: User, bram: User) -> None:
    """Something of everything."""
    for number in range(10):
        proposed(meeting, bram) if number < 2 else pointed(
            meeting, willem, title=f"Punt {number}", about=meeting.subject
        )
    sign_up(meeting=meeting, actor=fatima)


def test_page_tells_when_where_and_how_many_and_names_nobody(
    client: Client, oostgaarde: Wijk, willem: User, fatima: User, bram: User
) -> None:
    meeting = planned(oostgaarde, willem, is_step_free=True, directions="Bus 98.")
    sign_up(meeting=meeting, actor=fatima)
    proposed(meeting, bram, title="Iets van Bram")
    pointed(meeting, willem, title="Het groen")

    page = text(client, meeting.get_absolute_url())

    for words in ("20:00 tot 22:00 uur", "De Wiekslag", "Zonder drempels", "Bus 98.", "1 mens komt", "Het groen"):
        assert words in page
    for words in ("Fatima", "Bram", "Iets van Bram"):
        assert words not in page


def test_page_of_another_wijk_or_hidden_is_404(
    client: Client, oostgaarde: Wijk, schollevaar: Wijk, willem: User
) -> None:
    meeting = planned(oostgaarde, willem)

    assert client.get(f"/wijken/schollevaar/bijeenkomsten/{meeting.pk}/").status_code == 404
    Subject.objects.filter(pk=meeting.subject_id).update(is_public=False)
    for path in ("", "uitnodiging/", "komen/", "verslag/"):
        assert client.get(f"{meeting.get_absolute_url()}{path}").status_code == 404


def test_page_costs_little_for_many(
    client_for: ClientFor,
    oostgaarde: Wijk,
    willem: User,
    fatima: User,
    bram: User,
    django_assert_max_num_queries: object,
) -> None:
    held = planned(oostgaarde, willem, days=-20)
    for number in range(8):
        acted(held, willem, what=f"Actie {number}", user=fatima)
    noted(held, willem)
    meeting = planned(oostgaarde, willem)
    fill(meeting, willem, fatima, bram)
    for who, most in ((None, 8), (bram, 12), (willem, 12)):
        client = client_for(who)
        client.get(meeting.get_absolute_url())
        Subject.objects.filter(pk=held.subject_id).update(search_text=f"voor {who}")  # a visitor's page is made anew

        with django_assert_max_num_queries(most):
            page = soup(client.get(meeting.get_absolute_url())).main.get_text()
        assert "Actie 7" in page, who


def test_hidden_parts_show_nowhere(client: Client, oostgaarde: Wijk, willem: User, mona: User, reference: None) -> None:
    initiative = published(wijk=oostgaarde)
    held = planned(oostgaarde, willem, days=-20)
    pointed(held, willem, title="De tuin", about=initiative.subject)
    acted(held, willem, what="Water halen")
    held = noted(held, willem, text="Een lelijk woord", **{"De tuin": "Wij steunen dit."})
    coming = planned(oostgaarde, willem)
    assert "Wij steunen dit." in text(client, initiative.get_absolute_url())

    hide(held, f"minutes:{held.written_minutes.pk}", mona)

    for path in (held.get_absolute_url(), initiative.get_absolute_url(), coming.get_absolute_url()):
        page = text(client, path)
        for words in ("Een lelijk woord", "Wij steunen dit.", "Water halen", "Lees het verslag"):
            assert words not in page
    assert client.get(f"{held.get_absolute_url()}verslag/").status_code == 404


def hide(meeting: Meeting, part: str, mona: User) -> None:
    """As a manager leaves it."""
    from gemeente.activity.actions import record
    from gemeente.moderation.verbs import HIDDEN

    entry = record(actor=mona, verb=HIDDEN, subject=meeting.subject)
    ground = HidingGround.objects.first()
    Hiding.objects.create(subject=meeting.subject, part=part, ground=ground, facts="x", by=mona, entry=entry)


# --- Coming -----------------------------------------------------------------------------------------------------------
def test_who_is_signed_in_comes_with_one_click(
    client_for: ClientFor, oostgaarde: Wijk, willem: User, fatima: User
) -> None:
    meeting, client = planned(oostgaarde, willem), client_for(fatima)
    button = soup(client.get(meeting.get_absolute_url())).select_one("main form[action]")

    client.post(button["action"])
    assert SignUp.objects.filter(meeting=meeting, user=fatima).exists()
    assert "Jij komt" in text(client, meeting.get_absolute_url())
    client.post(f"{meeting.get_absolute_url()}niet-komen/")
    assert not SignUp.objects.exists()


def test_visitor_types_name_and_address_and_answers_the_mail(client: Client, oostgaarde: Wijk, willem: User) -> None:
    meeting = planned(oostgaarde, willem)
    path = f"{meeting.get_absolute_url()}komen/"

    wrong = client.post(path, {"name": "", "email": "els"})
    assert set(errors(wrong)) == {"name", "email"}
    assert "Kijk in je mail" in client.post(path, {"name": "Els", "email": "els@voorbeeld.example"}).content.decode()
    assert SignUpRequest.objects.get().name == "Els"
    assert client.get("/bijeenkomsten/komen/onzin/").status_code == 404
    assert client.get("/bijeenkomsten/niet-komen/onzin/").status_code == 404


def test_too_late_says_so(client_for: ClientFor, oostgaarde: Wijk, willem: User, fatima: User) -> None:
    meeting = planned(oostgaarde, willem, days=-1)

    page = client_for(fatima).post(f"{meeting.get_absolute_url()}komen/").content.decode()

    assert "Aanmelden kan hier niet meer." in page


def test_topic_of_a_spreekuur_is_for_her_and_who_runs_it(
    client_for: ClientFor, oostgaarde: Wijk, willem: User, wilma: User, noor: User, fatima: User, bram: User
) -> None:
    hours = planned(oostgaarde, noor, kind=MeetingKind.OFFICE_HOURS)
    first, second = hours.slots.all()[:2]
    client = client_for(fatima)
    assert "topic" in errors(client.post(f"{hours.get_absolute_url()}moment/{first.pk}/"))
    client.post(f"{hours.get_absolute_url()}moment/{first.pk}/", {"topic": "De schutting van de buren"})
    assert Appointment.objects.get().user == fatima

    late = client_for(bram).post(f"{hours.get_absolute_url()}moment/{first.pk}/", {"topic": "Ik ook"})
    assert "Iemand anders was je net voor" in late.content.decode()
    take_slot(slot=second, actor=bram, topic="Anders")
    public = text(client_for(bram), hours.get_absolute_url())
    assert "schutting" not in public
    assert "Fatima" not in public
    for who in (willem, noor):
        assert "De schutting van de buren" in text(client_for(who), hours.desk_url)
    assert client_for(wilma).get(hours.desk_url).status_code == 403


# --- Points -----------------------------------------------------------------------------------------------------------
def test_point_finds_what_it_is_about_by_address_and_by_words(
    client_for: ClientFor, oostgaarde: Wijk, willem: User, fatima: User, reference: None
) -> None:
    garden = published(wijk=oostgaarde, title="Moestuin achter de Hoven")
    published(wijk=oostgaarde, title="Moestuin bij de Linie", slug="linie")
    meeting, client = planned(oostgaarde, willem), client_for(fatima)
    path = f"{meeting.get_absolute_url()}punt/"

    pasted = {"title": "De tuin", "search": f"http://localhost{garden.get_absolute_url()}"}
    for number, told in enumerate((pasted, {"title": "Weer", "search": "moestuin Hoven"})):
        key = f"00000000-0000-4000-8000-00000000000{number}"
        assert client.post(path, told | {"submission_key": key}).status_code == 302
    words = {"title": "Tuinen", "search": "moestuin", "submission_key": "00000000-0000-4000-8000-000000000009"}
    several = client.post(path, words)
    assert "We vonden er meer" in errors(several)["chosen"]
    client.post(path, words | {"chosen": str(garden.subject_id)})

    assert set(Point.objects.values_list("about", flat=True)) == {garden.subject_id}
    assert Point.objects.count() == 3
    nothing = client.post(path, words | {"search": "olifantenpaadje"})
    assert "We vonden niets" in errors(nothing)["search"]


def test_invitation_on_paper_has_agenda_and_code(client: Client, oostgaarde: Wijk, willem: User) -> None:
    meeting = planned(oostgaarde, willem)
    pointed(meeting, willem, title="Het groen")

    page = soup(client.get(f"{meeting.get_absolute_url()}uitnodiging/"))

    assert "Het groen" in page.main.get_text()
    assert page.select_one("svg[role=img]")["aria-label"].endswith(meeting.get_absolute_url().rstrip("/"))
