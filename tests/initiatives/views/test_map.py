"""/initiatieven/kaart/ and /initiatieven/kaart.geojson"""

import datetime as dt
import json
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from gemeente.activity.models import Subject
from gemeente.cases.enums import CaseKind
from gemeente.cases.models import CaseFile
from gemeente.places.geography import Box, Place
from gemeente.places.models import Theme, Wijk
from gemeente.users.models import User
from initiatives.actions.cube import loading_many, settle_cube
from initiatives.actions.leaving import withdraw_initiative
from initiatives.enums import PlaceKind, Stage
from initiatives.models import Initiative
from initiatives.views.mapping import LIMIT
from tests.factories.initiatives import InitiativeFactory, placed, published
from tests.gemeente.places.test_windows import NONSENSE
from tests.pages import soup

URL, DATA = "/initiatieven/kaart/", "/initiatieven/kaart.geojson"
CLOSE = "venster=4.5020,51.9020,4.5040,51.9030"


def at(longitude: float, latitude: float, kind: PlaceKind = PlaceKind.PUBLIC, **fields: Any) -> Initiative:
    """An initiative that everybody can read, at a place."""
    return placed(Place(longitude, latitude), kind, **fields)


def many(owner: User, wijk: Wijk, count: int, title: str = "Plan") -> None:
    """So many public initiatives in a row, in bulk, each a metre or so further."""
    now = timezone.now()
    with loading_many():
        numbers = range(count)
        subjects = Subject.objects.bulk_create(
            Subject(
                kind="initiative",
                title=f"{title} {n}",
                path=f"/initiatieven/veel-{n}/",
                wijk=wijk,
                longitude=4.5021 + n % 100 * 0.00008,
                latitude=51.9021 + n // 100 % 100 * 0.00008,
                is_public=True,
            )
            for n in numbers
        )
        cases = CaseFile.objects.bulk_create(
            CaseFile(subject=subject, kind=CaseKind.INITIATIVE) for subject in subjects
        )
        Initiative.objects.bulk_create(
            Initiative(
                owner=owner,
                title=subject.title,
                slug=f"veel-{n}",
                summary="Samen iets doen.",
                own_share="Wij doen het zelf.",
                wijk=wijk,
                place_kind=PlaceKind.PUBLIC,
                longitude=subject.longitude,
                latitude=subject.latitude,
                stage=Stage.PUBLISHED,
                subject=subject,
                case=case,
                published_at=now + dt.timedelta(seconds=n),
                heard_at=now,
            )
            for n, subject, case in zip(numbers, subjects, cases, strict=True)
        )


def listed(response: HttpResponse) -> list[str]:
    """The titles in the list, in order."""
    return [a.get_text(strip=True) for a in soup(response).select("[data-map-items] ol a")]


def drawn(response: HttpResponse) -> list[str]:
    """Where the marks of the drawing lead, the first of the list first."""
    return [a["href"] for a in soup(response).select("svg a")][::-1]


def features(client: Client, query: str = "") -> list[dict[str, Any]]:
    """What the live map gets."""
    return json.loads(client.get(f"{DATA}?{query}").content)["features"]


def test_few_stand_on_the_map_and_in_the_list_in_the_same_order(client: Client, oostgaarde: Wijk) -> None:
    at(4.503, 51.903, title="Eerste", wijk=oostgaarde)
    at(4.505, 51.905, title="Tweede", wijk=oostgaarde)
    published(title="In de hele wijk", wijk=oostgaarde)
    InitiativeFactory(title="Nog geheim", wijk=oostgaarde)
    settle_cube()

    response = client.get(URL)

    assert listed(response) == ["Tweede", "Eerste"]
    assert drawn(response) == [a["href"] for a in soup(response).select("[data-map-items] ol a")]
    assert [one["properties"]["title"] for one in features(client)] == ["Tweede", "Eerste"]
    text = " ".join(soup(response).main.get_text(" ").split())
    assert "2 initiatieven op dit stuk van de kaart" in text
    assert "1 initiatief heeft geen plek op de kaart" in text


def test_many_are_counted_in_squares_that_lead_closer(client: Client, fatima: User, oostgaarde: Wijk) -> None:
    many(fatima, oostgaarde, 40)
    at(4.5085, 51.9085, title="Verderop", wijk=oostgaarde)
    settle_cube()

    response = client.get(URL)

    links = soup(response).select("[data-map-items] ol a")
    assert all("initiati" in a.text for a in links)
    assert sum(int(key.text) for key in soup(response).select(".portal-map__key")) == 41
    assert drawn(response) == [a["href"] for a in links]
    assert [one["properties"]["url"] for one in features(client)] == [a["href"] for a in links]
    closer = client.get(URL + links[-1]["href"])
    assert listed(closer) == ["Verderop"]


def test_window_shows_what_lies_in_it(client: Client, oostgaarde: Wijk) -> None:
    at(4.503, 51.9025, title="Binnen", wijk=oostgaarde)
    at(4.508, 51.908, title="Buiten", wijk=oostgaarde)
    settle_cube()

    assert listed(client.get(f"{URL}?{CLOSE}")) == ["Binnen"]
    empty = client.get(f"{URL}?venster=4.55,51.95,4.56,51.955")
    assert listed(empty) == []
    assert soup(empty).select_one(".portal-empty a")["href"] == URL


@pytest.mark.parametrize("query", ["wijk=oostgaarde", "thema=livability", "fase=published", "zoek=tuin"])
@pytest.mark.parametrize("closer", ["", "&venster=4.5,51.9,4.53,51.92"])
def test_choices_of_the_list_hold_on_the_map(
    query: str, closer: str, client: Client, oostgaarde: Wijk, schollevaar: Wijk, reference: None
) -> None:
    themes = [Theme.objects.get(code=code) for code in ("livability", "youth")]
    at(4.503, 51.903, title="Tuin", wijk=oostgaarde, theme=themes[0])
    other = at(4.513, 51.903, title="Tafel", summary="Een lange tafel.", wijk=schollevaar, theme=themes[1])
    Initiative.objects.filter(pk=other.pk).update(stage=Stage.PREPARING)
    settle_cube()

    page = client.get(f"{URL}?{query}{closer}")

    assert listed(page) == ["Tuin"]
    assert [one["properties"]["title"] for one in features(client, query + closer)] == ["Tuin"]
    assert all(query in a["href"] for a in soup(page).select("nav[aria-label='Verschuif de kaart'] a"))
    assert query in soup(page).select_one(".portal-tabs a")["href"]


def test_what_was_silent_for_long_is_not_called_running(client: Client, oostgaarde: Wijk) -> None:
    one = at(4.503, 51.903, wijk=oostgaarde)
    Initiative.objects.filter(pk=one.pk).update(stage=Stage.RUNNING, quiet_since=timezone.now())
    settle_cube()

    assert listed(client.get(f"{URL}?fase=running")) == []


@pytest.mark.parametrize("window", [*NONSENSE, "%00", "", "4.5,51.9,4.6,51.95&venster=x"])
def test_bad_windows_give_the_whole_town_with_a_sentence(window: str, client: Client, oostgaarde: Wijk) -> None:
    at(4.503, 51.903, title="Tuin", wijk=oostgaarde)
    settle_cube()

    response = client.get(f"{URL}?venster={window}")

    assert (response.status_code, listed(response)) == (200, ["Tuin"])
    assert ("Dit stuk van de kaart kennen we niet" in response.content.decode()) == (window != "")
    assert client.get(f"{DATA}?venster={window}").status_code == 200


def test_hidden_withdrawn_and_exact_homes_never_appear(client: Client, oostgaarde: Wijk) -> None:
    hidden = at(4.503, 51.903, title="Verborgen", wijk=oostgaarde)
    Subject.objects.filter(initiative=hidden).update(is_public=False, hidden_at=timezone.now())
    gone = at(4.503, 51.903, title="Weggehaald", wijk=oostgaarde)
    withdraw_initiative(initiative=gone, actor=gone.owner)
    at(4.504321, 51.904321, PlaceKind.HOME, title="Soep", wijk=oostgaarde)
    settle_cube()

    for query in ("", CLOSE, "zoek=soep"):
        text = client.get(f"{URL}?{query}").content.decode() + client.get(f"{DATA}?{query}").content.decode()
        assert [word for word in ("Verborgen", "Weggehaald", "4.50432", "51.90432") if word in text] == []
    (soup_pot,) = features(client)
    assert soup_pot["geometry"]["coordinates"] == [4.5045, 51.905]


def test_data_is_valid_geojson_of_few_bytes(client: Client, fatima: User, oostgaarde: Wijk) -> None:
    many(fatima, oostgaarde, 5000, title="Een lange titel met 'tekens' & é" + "x" * 40)

    for query in ("", "venster=4.5020,51.9020,4.5040,51.9030", "zoek=lange"):
        response = client.get(f"{DATA}?{query}")
        data = json.loads(response.content)
        assert response["Content-Type"] == "application/geo+json"
        assert response["Cache-Control"] == "public, max-age=60"
        assert (data["type"], len(response.content) <= LIMIT) == ("FeatureCollection", True)
        assert 0 < len(data["features"]) <= 500
        for one in data["features"]:
            longitude, latitude = one["geometry"]["coordinates"]
            assert (one["type"], one["geometry"]["type"], 4 < longitude < 5, 51 < latitude < 53) == (
                "Feature",
                "Point",
                True,
                True,
            )
            assert set(one["properties"]) <= {"title", "detail", "url", "count"}


def test_at_most_five_hundred_points_are_shown_and_it_says_so(client: Client, fatima: User, oostgaarde: Wijk) -> None:
    many(fatima, oostgaarde, 700)

    response = client.get(f"{URL}?zoek=plan")

    assert len(listed(response)) == 500
    assert listed(response)[0] == "Plan 699"
    assert "Dit zijn de nieuwste 500." in response.content.decode()


def test_page_in_english_leads_to_english(client: Client, oostgaarde: Wijk) -> None:
    initiative = at(4.503, 51.903, wijk=oostgaarde)
    settle_cube()

    page = soup(client.get(f"/en{URL}"))

    assert page.select_one("[data-map-items] ol a")["href"] == f"/en/initiatieven/{initiative.slug}/"
    assert page.select_one("[data-map=window]")["data-items"].startswith("/en/initiatieven/kaart.geojson")


def test_first_day_has_a_map(client: Client, reference: None) -> None:
    assert listed(client.get(URL)) == []
    assert features(client) == []


@pytest.mark.parametrize("method", ["post", "put", "delete"])
@pytest.mark.parametrize("url", [URL, DATA])
def test_map_refuses_other_methods(method: str, url: str, client: Client, db: None) -> None:
    assert getattr(client, method)(url).status_code == 405


@pytest.mark.parametrize("count", [1, 25, 200])
@pytest.mark.parametrize("query", ["", CLOSE, "zoek=plan"])
def test_map_costs_few_queries(
    query: str, count: int, client: Client, fatima: User, oostgaarde: Wijk, django_assert_max_num_queries: Any
) -> None:
    many(fatima, oostgaarde, count)
    client.get(URL)

    with django_assert_max_num_queries(6):
        client.get(f"{URL}?{query}")
    with django_assert_max_num_queries(3 + 1 * query.startswith("zoek")):  # words cost two of their own
        client.get(f"{DATA}?{query}")


def test_the_index_of_points_is_used_for_a_window(client: Client, db: None) -> None:
    near = Subject.objects.public().within(Box(4, 51, 5, 52))
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    assert "subject_ground" in near.values("pk").explain()
