"""Every activity has its own flower, and it stays the same."""

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from gids import flowers
from gids.directory import FlowerShape
from gids.drawings import KINDS, Kind

STATES = ("bloei", "halfopen", "knop", "blad")
HUNDREDS = tuple(
    FlowerShape(KINDS[n % len(KINDS)].name, f"activiteit-{n}", STATES[n % 4]) for n in range(300)
)


def uses(svg: str) -> set[str]:
    return set(re.findall(r'href="#([^"]+)"', svg))


def test_the_same_activity_has_the_same_flower_in_every_run(project: Path) -> None:
    code = (
        "from gids.flowers import flower; from gids.directory import FlowerShape;"
        "print(flower(FlowerShape('tulp', 'koffie-linde', 'bloei')), end='')"
    )
    drawn = [
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=project,
            env={"PYTHONHASHSEED": hash_seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for hash_seed in ("1", "2")
    ]
    assert drawn[0] == drawn[1] == flowers.flower(FlowerShape("tulp", "koffie-linde", "bloei"))


def test_activities_of_one_theme_have_the_same_kind_and_differ_in_shape() -> None:
    drawn = [flowers.flower(FlowerShape("klaproos", f"wandelen-{n}", "bloei")) for n in range(100)]
    assert all(uses(svg) == {"klaproos-steel", "klaproos-bloei"} for svg in drawn)
    assert len(set(drawn)) == 100


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@pytest.mark.parametrize("state", STATES)
def test_every_kind_in_every_state_is_drawn_with_whole_numbers(kind: Kind, state: str) -> None:
    shape = FlowerShape(kind.name, "x", state)
    drawing = ET.fromstring(flowers.sheet([shape]))
    paths = [path.attrib["d"] for path in drawing.iter("path")]
    assert paths
    assert not [path for path in paths if re.search(r"\.|e-|nan", path)]


@pytest.mark.parametrize("state", STATES)
def test_a_sheet_holds_every_drawing_that_its_flowers_refer_to(state: str) -> None:
    shapes = [FlowerShape(kind.name, "x", state) for kind in KINDS]
    sheet = flowers.sheet(shapes)
    ids = re.findall(r'id="([^"]+)"', sheet)
    assert len(ids) == len(set(ids))
    assert uses(sheet) | uses("".join(map(flowers.flower, shapes))) <= set(ids)


def test_a_sheet_holds_nothing_that_the_page_does_not_show() -> None:
    sheet = flowers.sheet([FlowerShape("iris", "a", "knop"), FlowerShape("iris", "b", "knop")])
    assert re.findall(r'id="([^"]+)"', sheet) == ["iris-blad", "iris-steel", "iris-knop"]


def test_a_leaf_has_no_head_and_no_stem() -> None:
    assert uses(flowers.flower(FlowerShape("tulp", "pauze", "blad"))) == {"tulp-blad"}


def test_a_flower_that_nobody_drew_gets_one_that_stays_the_same() -> None:
    unknown = FlowerShape("orchidee", "a", "bloei")
    assert flowers.kind_of(unknown) is flowers.kind_of(FlowerShape("orchidee", "b", "knop"))


def test_a_field_shows_every_activity_once() -> None:
    assert flowers.field(HUNDREDS).count("matrix(") == len(HUNDREDS)


def test_a_field_is_the_same_in_whatever_order_its_activities_come() -> None:
    assert flowers.field(HUNDREDS) == flowers.field(HUNDREDS[::-1])


def test_a_field_of_thousands_stays_small() -> None:
    thousands = [FlowerShape("tulp", f"a-{n}", "bloei") for n in range(5000)]
    field = flowers.field(thousands)
    assert field.count("matrix(") == flowers.MOST_IN_A_FIELD
    assert len(field) < 64_000


def test_an_empty_field_is_only_ground() -> None:
    assert flowers.field([]) == '<div class="flora-field" aria-hidden="true"></div>'


def test_a_flower_is_hidden_from_who_listens_and_has_no_style_of_its_own() -> None:
    shape = FlowerShape("dahlia", "a", "bloei")
    for svg in (flowers.sheet([shape]), flowers.flower(shape), flowers.field([shape])):
        assert 'aria-hidden="true"' in svg
        assert "style" not in svg
        assert "<title" not in svg
