"""/meedoen/<token>/"""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from django.core import signing
from django.core.mail import EmailMessage
from django.test import Client

from gemeente.activity.delivery import UNSUBSCRIBE_SALT
from gemeente.places.models import Wijk
from gemeente.users.models import User
from initiatives.actions.joining import request_participation
from initiatives.delivery import CONFIRM_SALT, confirm_token
from initiatives.enums import ParticipationKind, Stage
from initiatives.models import Initiative, Participation, ParticipationRequest
from tests.factories.initiatives import published
from tests.pages import soup

SUPPORT, JOIN = ParticipationKind.SUPPORT, ParticipationKind.JOIN
ADDRESS = "ineke@voorbeeld.example"


@pytest.fixture
def initiative(fatima: User, oostgaarde: Wijk) -> Initiative:
    return published(owner=fatima, wijk=oostgaarde)


def link_for(initiative: Initiative, kind: ParticipationKind = JOIN, email: str = ADDRESS) -> str:
    """Where the link in the mail leads."""
    asked = request_participation(
        initiative=initiative, email=email, kind=kind, name="Ineke", message="Ik kan graven.", language="nl"
    )
    return f"/meedoen/{confirm_token(asked)}/"


def counts() -> tuple[int, int]:
    """Supporters and who joins in, as the initiative says itself."""
    initiative = Initiative.objects.get()
    return initiative.support_count, initiative.join_count


def rows() -> tuple[int, int, int]:
    """How many people, requests and participations there are."""
    return User.objects.count(), ParticipationRequest.objects.count(), Participation.objects.count()


def test_whole_way_from_the_form_by_the_mail_to_the_number(
    client: Client, initiative: Initiative, run_jobs: Callable[[], int], mailoutbox: list[EmailMessage]
) -> None:
    run_jobs()
    mailoutbox.clear()
    typed = {"name": "Ineke", "message": "Ik kan graven.", "email": ADDRESS}
    client.post(f"/initiatieven/{initiative.slug}/meedoen/", typed)
    run_jobs()
    link = urlsplit(re.search(r"http\S+", mailoutbox[0].body).group()).path
    form = soup(client.get(link)).select_one("main form[method=post]")

    response = client.post(link, follow=True)

    assert not form.has_attr("action")
    assert response.redirect_chain == [(initiative.get_absolute_url(), 302)]
    assert "Je doet mee! De eigenaar heeft je bericht gekregen." in soup(response).get_text()
    assert "1 doet mee." in soup(response).main.get_text()


@pytest.mark.parametrize(
    ("kind", "heading", "expected"), [(SUPPORT, "Ja, ik steun dit", (1, 0)), (JOIN, "Ja, ik doe mee", (0, 1))]
)
def test_link_asks_first_and_counts_on_post(
    kind: ParticipationKind, heading: str, expected: tuple[int, int], client: Client, initiative: Initiative
) -> None:
    link = link_for(initiative, kind)
    before = rows()

    asked = [client.get(link), client.get(link), client.get(f"/en{link}")]

    assert [page.status_code for page in asked] == [200, 200, 200]
    assert soup(asked[0]).h1.get_text() == heading
    assert (rows(), counts()) == (before, (0, 0))
    assert client.post(link).headers["Location"] == initiative.get_absolute_url()
    assert counts() == expected
    assert Participation.objects.get().user.email == ADDRESS


def test_link_signs_nobody_in(client: Client, initiative: Initiative) -> None:
    link = link_for(initiative)

    response = client.post(link, follow=True)

    assert not response.wsgi_request.user.is_authenticated
    assert client.get("/mijn/").status_code == 302


def test_link_counts_for_its_address_whoever_presses(
    client_for: Callable[..., Client], bram: User, initiative: Initiative
) -> None:
    client_for(bram).post(link_for(initiative))

    assert Participation.objects.get().user.email == ADDRESS


def test_page_says_nothing_about_who_asked(client: Client, initiative: Initiative) -> None:
    page = client.get(link_for(initiative))

    assert not re.search("ineke|graven", page.content.decode(), re.IGNORECASE)
    assert "private" in page["Cache-Control"]


def test_used_link_is_404_with_a_way_on(client: Client, initiative: Initiative) -> None:
    link = link_for(initiative)
    client.post(link)
    after = rows()

    again = [client.get(link), client.post(link)]

    assert [page.status_code for page in again] == [404, 404]
    for page in again:
        assert soup(page).h1.get_text() == "Deze link werkt niet meer"
        assert soup(page).main.find("a", href="/initiatieven/") is not None
    assert (rows(), counts()) == (after, (0, 1))


def test_forgotten_link_is_404(client: Client, initiative: Initiative) -> None:
    link = link_for(initiative)
    ParticipationRequest.objects.all().delete()

    assert (client.get(link).status_code, client.post(link).status_code) == (404, 404)


@pytest.mark.parametrize(
    ("token", "status"),
    [
        ("{ours}", 200),
        ("{ours}x", 404),
        ("x{ours}", 404),
        ("{unsubscribe}", 404),
        ("{without_salt}", 404),
        ("{of_nothing}", 404),
        ("{pk}", 404),
        ("%00", 404),
        ("%F0%9F%8C%B1", 404),
    ],
)
def test_link_that_we_did_not_make_is_404(token: str, status: int, client: Client, initiative: Initiative) -> None:
    ours = link_for(initiative).removeprefix("/meedoen/").rstrip("/")
    pk = ParticipationRequest.objects.get().pk
    tokens = {
        "ours": ours,
        "pk": pk,
        "unsubscribe": signing.dumps(pk, salt=UNSUBSCRIBE_SALT),
        "without_salt": signing.dumps(pk),
        "of_nothing": signing.dumps(pk + 1, salt=CONFIRM_SALT),
    }
    before = rows()

    link = f"/meedoen/{token.format(**tokens)}/"

    assert client.get(link).status_code == status
    assert rows() == before
    assert client.post(link).status_code == (302 if status == 200 else 404)
    assert (rows() == before) == (status == 404)


@pytest.mark.parametrize(
    ("stage", "said", "expected"),
    [
        (Stage.RUNNING, "Je doet mee!", (0, 1)),
        (Stage.REALISED, "Meedoen kan hier niet meer.", (0, 0)),
        (Stage.STOPPED, "Meedoen kan hier niet meer.", (0, 0)),
    ],
)
def test_link_after_the_end_says_so_and_counts_nothing(
    stage: Stage, said: str, expected: tuple[int, int], client: Client, initiative: Initiative
) -> None:
    link = link_for(initiative)
    Initiative.objects.update(stage=stage, outcome="Klaar.")

    response = client.post(link, follow=True)

    assert said in soup(response).get_text()
    assert counts() == expected
    assert User.objects.filter(email=ADDRESS).exists() == (expected == (0, 1))


def test_owner_is_told_that_it_is_hers(client: Client, initiative: Initiative, fatima: User) -> None:
    response = client.post(link_for(initiative, email=fatima.email), follow=True)

    assert "Dit initiatief is van jou." in soup(response).get_text()
    assert counts() == (0, 0)


def test_link_needs_the_form_of_the_page(initiative: Initiative) -> None:
    link = link_for(initiative)
    client = Client(enforce_csrf_checks=True)
    assert client.post(link).status_code == 403
    token = soup(client.get(link)).select_one("[name=csrfmiddlewaretoken]")["value"]

    client.post(link, {"csrfmiddlewaretoken": token})

    assert counts() == (0, 1)


@pytest.mark.parametrize("method", ["put", "delete"])
def test_link_refuses_other_methods(method: str, client: Client, initiative: Initiative) -> None:
    assert getattr(client, method)(link_for(initiative)).status_code == 405
