"""/wijken/<slug>/team/ and the pages of its people under /wijken/<slug>/wop/."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from gemeente.accounts.enums import Role
from gemeente.accounts.models import RoleAssignment
from gemeente.lib import hand_over as registry
from gemeente.lib.hand_over import HandOver
from gemeente.places.models import Wijk
from gemeente.users.models import User
from tests.conftest import SINCE, people
from tests.factories.teams import asks, comes, in_team
from tests.pages import errors, soup
from wijken.actions.wops import wop_of
from wijken.enums import Function
from wijken.models import Attendee, JoinRequest, Membership, Wop
from wijken.team import board_of

TEAM, INSIDE = "/wijken/oostgaarde/team/", "/wijken/oostgaarde/wop/team/"
JOIN = f"{TEAM}meedoen/"
SHORT = ("Te kort", "Dit is wel erg kort. Gebruik minstens 10 tekens.")


@pytest.fixture(autouse=True)
def _rules(reference: None) -> None:
    """Who goes too fast is a rule."""


@pytest.fixture
def chair(willem: User, oostgaarde: Wijk) -> User:
    """Willem, with a row for what he does and his yes to his name."""
    return in_team(willem, oostgaarde, Function.CHAIR, shows_name=True)


@pytest.fixture
def at(client: Client) -> Callable[[User], Client]:
    """The browser of somebody."""

    def sign_in(user: User) -> Client:
        client.force_login(user)
        return client

    return sign_in


def words_of(client: Client, path: str) -> str:
    """What somebody reads on a page."""
    return " ".join(soup(client.get(path)).main.get_text(" ").split())


# --- For everybody ----------------------------------------------------------------------------------------------------
def test_team_names_who_agreed_counts_the_rest_and_sets_apart_who_attends(
    client: Client, chair: User, wilma: User, noor: User, bas: User, oostgaarde: Wijk
) -> None:
    in_team("Gerda", oostgaarde, Function.SECRETARY)
    in_team(wilma, oostgaarde, Function.GROUP, "Groen", shows_name=True)
    comes(oostgaarde)
    Wop.objects.create(wijk=oostgaarde, name="WOP", website="https://wop.example")

    text = words_of(client, TEAM)

    assert "Voorzitter Willem" in text
    assert "Secretaris een bestuurslid" in text
    for hidden in ("Gerda", "Wilma", "@"):
        assert hidden not in text
    assert "Er zitten 3 bewoners in het team." in text
    assert "Werkgroep Groen: 1 persoon" in text
    apart = text[text.index("Wie er ook bij komt") :]
    assert "helpen, maar stemmen niet. Buurtcoach Bas Gebiedsregisseur Noor Wijkagent politie" in apart
    assert "We zoeken ook nog: penningmeester." in text
    assert soup(client.get(TEAM)).select_one("main a[href='https://wop.example']")


@pytest.mark.parametrize("path", [TEAM, "/wijken/oostgaarde/"])
def test_wop_without_a_chair_says_so_and_asks_for_people(
    path: str, client: Client, willem: User, oostgaarde: Wijk
) -> None:
    page = soup(client.get(path)).main

    assert "zoekt een voorzitter" in page.get_text()
    assert page.select(f"a[href='{JOIN}']")


def test_wop_without_anybody_says_how_to_begin(client: Client, oostgaarde: Wijk) -> None:
    assert "Dit WOP heeft nu geen bestuur." in words_of(client, TEAM)


def test_nothing_of_a_hidden_wop_shows(client: Client, chair: User, oostgaarde: Wijk) -> None:
    wop = wop_of(oostgaarde)
    Wop.objects.update(introduction="Scheldwoord", email="wop@voorbeeld.example")
    type(wop.subject).objects.update(is_public=False, hidden_at="2026-01-01T00:00Z")

    assert "Scheldwoord" not in words_of(client, TEAM)
    assert "wop@" not in words_of(client, TEAM)
    assert "Scheldwoord" not in words_of(client, "/wijken/oostgaarde/")


@pytest.mark.parametrize("count", [1, 60])
def test_pages_of_a_team_cost_the_same_for_many(
    count: int, client: Client, chair: User, noor: User, oostgaarde: Wijk, django_assert_max_num_queries: object
) -> None:
    crowd = people({f"lid{number}": (oostgaarde, Role.WOP_MEMBER, oostgaarde) for number in range(count)})
    rows = [Membership(user=user, wijk=oostgaarde, function="member", starts_on=SINCE) for user in crowd.values()]
    Membership.objects.bulk_create(rows)
    client.get(TEAM)

    with django_assert_max_num_queries(8):
        client.get(TEAM)
    client.force_login(chair)
    client.get(INSIDE)
    for path in (INSIDE, f"{INSIDE}{chair.pk}/overdragen/"):
        with django_assert_max_num_queries(12):
            response = client.get(path)
        assert response.status_code == 200
    assert len(soup(client.get(INSIDE)).select("main section[aria-labelledby=de-leden] li.portal-row")) == min(
        count, 50
    )


# --- Asking -----------------------------------------------------------------------------------------------------------
def test_neighbour_asks_changes_her_words_and_takes_it_back(
    at: Callable[[User], Client], fatima: User, chair: User, oostgaarde: Wijk
) -> None:
    client = at(fatima)
    assert errors(client.post(JOIN, {"words": SHORT[0]})) == {"words": SHORT[1]}
    assert client.post(JOIN, {"words": "Ik wil graag helpen."}).status_code == 302
    page = client.get(JOIN).content.decode()
    assert "Je vraag wacht op antwoord" in page
    assert "Ik wil graag helpen." in page
    assert "Je vraag aan het WOP Oostgaarde" in client.get("/mijn/").content.decode()

    client.post(f"{JOIN}intrekken/")

    assert JoinRequest.objects.get().state == "withdrawn"
    assert "Er staat geen vraag" in client.post(f"{JOIN}intrekken/", follow=True).content.decode()


def test_who_works_for_the_gemeente_reads_that_she_is_welcome_and_does_not_vote(
    at: Callable[[User], Client], bas: User, oostgaarde: Wijk
) -> None:
    text = words_of(at(bas), JOIN)

    assert "is welkom bij een WOP, maar is geen lid en stemt niet mee" in text


def test_board_answers_with_yes_or_with_a_kind_word(
    at: Callable[[User], Client], fatima: User, bram: User, chair: User, oostgaarde: Wijk
) -> None:
    client = at(chair)
    first, second = (f"{INSIDE}aanvraag/{asks(user, oostgaarde).pk}/" for user in (fatima, bram))
    assert "Fatima wil meedoen" in client.get("/wijken/oostgaarde/wop/").content.decode()
    assert set(errors(client.post(first, {"answer": "group"}))) == {"group"}
    assert set(errors(client.post(first, {"answer": "no"}))) == {"words"}
    client.post(first, {"answer": "group", "group": "Groen", "words": "Welkom!"})
    client.post(second, {"answer": "no", "words": "In het najaar graag."})

    assert Membership.objects.get(user=fatima).label == "Werkgroep Groen"
    assert "al beantwoord" in client.post(first, {"answer": "member"}).content.decode()
    client.force_login(bram)
    assert "In het najaar graag." in words_of(client, JOIN)


def test_board_of_another_wijk_gets_nowhere(
    at: Callable[[User], Client], fatima: User, chair: User, wilma: User, oostgaarde: Wijk, schollevaar: Wijk
) -> None:
    client = at(in_team("Otto", schollevaar, Function.CHAIR))
    asked, attendee = asks(fatima, oostgaarde), comes(oostgaarde)
    there = "/wijken/schollevaar/wop/"
    for path in (f"team/aanvraag/{asked.pk}/", f"team/{wilma.pk}/functie/", f"team/{wilma.pk}/stoppen/"):
        assert client.post(f"{there}{path}", {}).status_code == 404
    assert client.post(f"{there}erbij/{attendee.pk}/weg/").status_code == 404
    assert client.post(f"{INSIDE}{wilma.pk}/stoppen/", {"what": "all", "reason": "x"}).status_code == 403


# --- Functions --------------------------------------------------------------------------------------------------------
def test_board_gives_a_function(at: Callable[[User], Client], chair: User, wilma: User, oostgaarde: Wijk) -> None:
    client, path = at(chair), f"{INSIDE}{wilma.pk}/functie/"
    assert set(errors(client.post(path, {"function": "group"}))) == {"group"}
    response = client.post(path, {"function": "treasurer", "group": "Groen"}, follow=True)

    assert "Wilma is nu penningmeester." in response.content.decode()
    choices = {radio["value"] for radio in soup(client.get(path)).select("input[name=function]")}
    assert choices == {"chair", "secretary", "group"}


def test_chair_sees_what_goes_along_and_hands_over(
    at: Callable[[User], Client], chair: User, wilma: User, oostgaarde: Wijk, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = HandOver("acties uit verslagen", lambda *_: 3, lambda *_: None)
    monkeypatch.setattr(registry, "_parts", {part.name: part})
    client, path = at(chair), f"{INSIDE}{chair.pk}/overdragen/"
    assert "3 acties uit verslagen" in words_of(client, path)
    assert "3 acties uit verslagen" in words_of(client, f"{INSIDE}{chair.pk}/stoppen/")
    assert set(errors(client.post(path, {}))) == {"successor", "leaves"}
    response = client.post(path, {"successor": wilma.pk, "leaves": "no"}, follow=True)

    assert "Overgedragen aan Wilma." in response.content.decode()
    assert "Werktafel" in client.get("/mijn/").content.decode()
    assert Membership.objects.get(user=wilma, ends_on=None).function == "chair"


def test_successor_is_found_by_name_and_must_be_of_the_team(
    at: Callable[[User], Client], chair: User, wilma: User, fatima: User, oostgaarde: Wijk
) -> None:
    client, path = at(chair), f"{INSIDE}{chair.pk}/overdragen/"
    assert "Wilma" in words_of(client, f"{path}?zoek=wilm")
    assert "niemand in het team met die naam" in words_of(client, f"{path}?zoek=fatima")
    for heir in (fatima.pk, chair.pk, "0", "9" * 30, "x", "²"):
        assert set(errors(client.post(path, {"successor": heir, "leaves": "no"}))) == {"successor"}
    response = client.post(f"{path}?zoek=niemand", {"successor": wilma.pk, "leaves": "yes"})
    assert response["Location"] == TEAM


def test_alone_in_a_team_one_is_told_how_to_find_people(at: Callable[[User], Client], chair: User) -> None:
    assert "Er zit nu niemand anders in het team." in words_of(at(chair), f"{INSIDE}{chair.pk}/overdragen/")


def test_last_of_the_board_is_warned_and_may_stop(
    at: Callable[[User], Client], chair: User, wilma: User, oostgaarde: Wijk
) -> None:
    client, path = at(chair), f"{INSIDE}{chair.pk}/stoppen/"
    assert "Je bent de laatste van het bestuur." in words_of(client, path)
    assert set(errors(client.post(path, {}))) == {"what"}
    assert client.post(path, {"what": "all"})["Location"] == TEAM

    assert client.get(INSIDE).status_code == 403
    assert "Dit WOP heeft nu geen bestuur." in words_of(client, TEAM)


def test_board_ends_with_a_reason_that_only_she_reads(
    at: Callable[[User], Client], chair: User, wilma: User, oostgaarde: Wijk
) -> None:
    in_team(wilma, oostgaarde, Function.GROUP, "Groen")
    client, path = at(chair), f"{INSIDE}{wilma.pk}/stoppen/"
    assert set(errors(client.post(path, {"what": "all"}))) == {"reason"}
    assert set(errors(client.post(path, {"what": "all", "reason": "x" * 501}))) == {"reason"}
    client.post(path, {"what": "all", "reason": "Je kwam niet meer."})
    assert "Werkgroep Groen: Wilma" in words_of(client, f"{INSIDE}vroeger/")
    assert "Je kwam niet meer." not in words_of(client, f"{INSIDE}vroeger/")

    client.force_login(wilma)
    assert "Je kwam niet meer." in words_of(client, JOIN)


def test_member_sees_the_team_with_doors_to_her_own_alone(
    at: Callable[[User], Client], chair: User, wilma: User, fatima: User, oostgaarde: Wijk
) -> None:
    asks(fatima, oostgaarde)
    client = at(wilma)
    links = {link["href"] for link in soup(client.get(INSIDE)).select("main .portal-row a")}

    assert links == {f"{INSIDE}{wilma.pk}/overdragen/", f"{INSIDE}{wilma.pk}/stoppen/"}
    assert "Fatima" not in words_of(client, INSIDE) + words_of(client, "/wijken/oostgaarde/wop/")


# --- Details ----------------------------------------------------------------------------------------------------------
def test_board_changes_details_and_overtaken_words_stay(
    at: Callable[[User], Client], chair: User, oostgaarde: Wijk
) -> None:
    Wop.objects.create(wijk=oostgaarde, name="WOP Oostgaarde", introduction="Van iemand anders", version=2)
    client, path = at(chair), "/wijken/oostgaarde/wop/gegevens/"
    good = {"introduction": "Kom langs", "website": "https://wop.example"}
    assert set(errors(client.post(path, good | {"version": 2, "website": "javascript:x"}))) == {"website"}
    assert set(errors(client.post(path, good | {"version": 2, "website": "ftp://x.example"}))) == {"website"}
    page = client.post(path, good | {"version": 1})
    text = soup(page).get_text(" ")
    assert "Iemand anders van het bestuur veranderde dit net" in text
    assert "Van iemand anders" in text
    assert "Kom langs" in text

    again = soup(page).select_one("input[name=version]")["value"]
    assert client.post(path, good | {"version": again}).status_code == 302
    assert Wop.objects.get().introduction == "Kom langs"


def test_board_keeps_who_comes(at: Callable[[User], Client], chair: User, oostgaarde: Wijk) -> None:
    client, path = at(chair), "/wijken/oostgaarde/wop/erbij/"
    row = {"label": "wijkagent", "organisation": "politie", "name": "Piet"}
    assert set(errors(client.post(path, row))) == {"is_named"}
    client.post(path, row | {"is_named": "on"})
    attendee = Attendee.objects.get()
    assert "Piet, politie" in words_of(client, TEAM)
    client.post(f"{path}{attendee.pk}/", {"label": "wijkagent", "organisation": "politie", "name": ""})
    assert "Piet" not in words_of(client, TEAM)
    client.post(f"{path}{attendee.pk}/weg/")
    assert "Wijkagent" not in words_of(client, TEAM)
    assert client.get(f"{path}{attendee.pk}/").status_code == 404


def test_name_is_chosen_by_herself(at: Callable[[User], Client], willem: User, oostgaarde: Wijk) -> None:
    client, path = at(willem), "/wijken/oostgaarde/wop/naam/"
    client.post(path, {"shows_name": "on"})
    assert "Bestuurslid Willem" in words_of(client, TEAM)
    client.post(path, {})
    assert "Willem" not in words_of(client, TEAM)


def test_who_also_works_for_the_gemeente_reads_nothing_inside(
    at: Callable[[User], Client], chair: User, oostgaarde: Wijk
) -> None:
    RoleAssignment.objects.create(user=chair, role=Role.PARTNER, starts_on=SINCE)

    assert at(chair).get(INSIDE).status_code == 403


# --- Saying goodbye ---------------------------------------------------------------------------------------------------
def test_who_closes_her_account_hands_over_or_leaves_it_to_the_wop(
    at: Callable[[User], Client], chair: User, wilma: User, oostgaarde: Wijk
) -> None:
    client, field = at(chair), f"team-team_{oostgaarde.pk}"
    assert "wie doet nu wat jij deed (Voorzitter)?" in words_of(client, "/mijn/afscheid/")
    sure = {soup(client.get("/mijn/afscheid/")).select("form.portal-form input[type=checkbox]")[-1]["name"]: "on"}
    assert set(errors(client.post("/mijn/afscheid/", sure | {field: "0"}))) == {field}
    response = client.post("/mijn/afscheid/", sure | {field: str(wilma.pk)})

    assert response.status_code == 200
    chair.refresh_from_db()
    assert not chair.is_active
    assert [one.user for one in board_of(oostgaarde, timezone.localdate())] == [wilma]

    client.force_login(wilma)
    client.post("/mijn/afscheid/", sure)
    assert board_of(oostgaarde, timezone.localdate()) == []
