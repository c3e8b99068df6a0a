"""Drawings: sound, safe and small for every scene and seed."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeente.lib.drawing import SCENES, draw_empty, draw_hero, draw_scene

SCENE_NAMES = st.sampled_from(SCENES)
SEEDS = st.integers(min_value=0, max_value=2**63)
MAX_SCENE_BYTES = 4096
SVG = "{http://www.w3.org/2000/svg}"
MARKS = {SVG + name for name in ("svg", "g", "path", "circle", "ellipse", "linearGradient", "stop", "clipPath")}


def assert_safe(picture: str) -> None:
    """Fail when a picture is not XML, or holds anything but plain marks."""
    for element in ElementTree.fromstring(picture).iter():
        assert element.tag in MARKS
        for name, value in element.attrib.items():
            assert name not in {"style", "class", "href", "{http://www.w3.org/1999/xlink}href"}
            assert not name.startswith("on")
            assert "url(" not in value or value.startswith("url(#")
            assert "nan" not in value


@given(scene=SCENE_NAMES, seed=SEEDS)
def test_scene_is_plain_svg_of_the_promised_size(scene: str, seed: int) -> None:
    picture = draw_scene(scene, seed)

    assert_safe(picture)
    assert 'viewBox="0 0 640 360"' in picture
    assert len(picture.encode()) <= MAX_SCENE_BYTES


@given(scene=SCENE_NAMES, seed=SEEDS)
def test_scene_is_deterministic(scene: str, seed: int) -> None:
    assert draw_scene(scene, seed) == draw_scene(scene, seed)


@pytest.mark.parametrize("scene", SCENES)
def test_scene_varies_by_seed(scene: str) -> None:
    pictures = {draw_scene(scene, seed) for seed in range(20)}

    assert len(pictures) == 20


def test_scenes_are_the_promised_set() -> None:
    assert set(SCENES) == {
        "garden",
        "table",
        "playground",
        "repair",
        "sport",
        "care",
        "light",
        "water",
        "meeting",
        "art",
        "learning",
        "energy",
    }


@pytest.mark.parametrize("scene", ["", "castle", "Garden", "garden "])
def test_unknown_scene_is_refused_with_the_choices(scene: str) -> None:
    with pytest.raises(ValueError, match=r"Unknown scene.*garden, table"):
        draw_scene(scene, 1)


def test_hero_is_plain_svg_and_constant() -> None:
    picture = draw_hero()

    assert_safe(picture)
    assert 'viewBox="0 0 720 420"' in picture
    assert picture == draw_hero()
    assert len(picture.encode()) <= 2 * MAX_SCENE_BYTES


def test_empty_picture_is_plain_deterministic_and_varied() -> None:
    pictures = [draw_empty(seed) for seed in range(40)]

    for seed, picture in enumerate(pictures):
        assert_safe(picture)
        assert 'viewBox="0 0 320 200"' in picture
        assert len(picture.encode()) <= MAX_SCENE_BYTES // 2
        assert picture == draw_empty(seed)
    assert len(set(pictures)) > 20
