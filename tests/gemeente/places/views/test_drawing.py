"""/tekening/..."""

from xml.etree import ElementTree

import pytest
from django.test import Client

from gemeente.lib.drawing import SCENES, draw_empty, draw_hero, draw_scene


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/tekening/garden/3.svg", draw_scene("garden", 3)),
        ("/tekening/garden/27.svg", draw_scene("garden", 3)),
        ("/tekening/held.svg", draw_hero()),
        ("/tekening/leeg.svg", draw_empty(0)),
        *((f"/tekening/{scene}/0.svg", draw_scene(scene, 0)) for scene in SCENES),
    ],
)
def test_drawing_is_a_picture_to_keep(url: str, expected: str, client: Client) -> None:
    response = client.get(url)

    assert (response.status_code, response["Content-Type"]) == (200, "image/svg+xml")
    assert response.content.decode() == expected
    assert ElementTree.fromstring(response.content).tag == "{http://www.w3.org/2000/svg}svg"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert not response.cookies


def test_drawing_keeps_the_headers_of_a_page(client: Client) -> None:
    response = client.get("/tekening/garden/3.svg")

    assert "default-src 'self'" in response["Content-Security-Policy"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize(
    "url", ["/tekening/nergens/1.svg", "/tekening/garden/-1.svg", "/tekening/garden/x.svg", "/tekening/garden/1.png"]
)
def test_drawing_that_does_not_exist(url: str, client: Client, db: None) -> None:
    assert client.get(url).status_code == 404


def test_drawing_takes_any_number(client: Client) -> None:
    assert client.get(f"/tekening/garden/{'9' * 4000}.svg").status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_drawing_refuses_other_methods(method: str, client: Client) -> None:
    assert getattr(client, method)("/tekening/garden/3.svg").status_code == 405
