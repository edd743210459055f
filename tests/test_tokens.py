"""Text keeps 7:1 and shapes that matter 3:1 on their ground, by day and at dusk.

The formula is that of WCAG 2.2, relative luminance and contrast ratio.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from gids.drawings import KINDS, Kind

Colours = Mapping[str, str]
Time = Callable[[str], Colours]

TEXT = (
    ("document-color", "document-background-color"),
    ("document-muted-color", "document-background-color"),
    ("document-muted-color", "surface-background-color"),
    ("document-color", "surface-background-color"),
    ("document-color", "notice-background-color"),
    ("document-color", "warning-background-color"),
    ("document-color", "weekend-background-color"),
    ("document-color", "form-control-background-color"),
    ("heading-color", "document-background-color"),
    ("heading-color", "surface-background-color"),
    ("heading-color", "notice-background-color"),
    ("heading-color", "weekend-background-color"),
    ("link-color", "document-background-color"),
    ("link-color", "surface-background-color"),
    ("link-color", "notice-background-color"),
    ("link-color", "warning-background-color"),
    ("link-color", "weekend-background-color"),
    ("link-visited-color", "document-background-color"),
    ("link-visited-color", "surface-background-color"),
    ("button-primary-action-color", "button-primary-action-background-color"),
    ("button-secondary-action-color", "button-secondary-action-background-color"),
    ("today-color", "today-background-color"),
    ("evening-color", "evening-background-color"),
    ("warning-color", "document-background-color"),
    ("warning-color", "surface-background-color"),
    ("warning-color", "warning-background-color"),
)
SHAPES = (
    ("button-primary-action-background-color", "document-background-color"),
    ("button-secondary-action-border-color", "document-background-color"),
    ("form-control-border-color", "document-background-color"),
    ("form-control-border-color", "form-control-background-color"),
    ("notice-border-color", "document-background-color"),
    ("warning-border-color", "document-background-color"),
    ("focus-color", "focus-background-color"),
    ("flora-leaf-color", "document-background-color"),
    ("flora-stem-color", "document-background-color"),
)


@pytest.fixture(scope="module")
def tokens(project: Path) -> str:
    return (project / "templates/assets/tokens.css").read_text("utf-8")


def colours(block: str) -> Colours:
    return dict(re.findall(r"--dzb-([\w-]+): (#[0-9a-f]{6});", block))


def block_of(tokens: str, selector: str) -> str:
    start = tokens.index("{", tokens.index(selector))
    return tokens[start : tokens.index("}", start)]


def by_day(tokens: str) -> Colours:
    return colours(block_of(tokens, ":root {"))


def at_dusk(tokens: str) -> Colours:
    return colours(block_of(tokens, ":root:not([data-theme="))


def luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("time", [by_day, at_dusk], ids=["by day", "at dusk"])
@pytest.mark.parametrize(("front", "ground"), TEXT, ids=str)
def test_text_reads_in_bright_sun(tokens: str, time: Time, front: str, ground: str) -> None:
    found = time(tokens)
    assert contrast(found[front], found[ground]) >= 7


@pytest.mark.parametrize("time", [by_day, at_dusk], ids=["by day", "at dusk"])
@pytest.mark.parametrize(("front", "ground"), SHAPES, ids=str)
def test_a_shape_that_matters_stands_out(tokens: str, time: Time, front: str, ground: str) -> None:
    found = time(tokens)
    assert contrast(found[front], found[ground]) >= 3


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_flower_stands_out_by_its_edge_or_by_its_petals(tokens: str, kind: Kind) -> None:
    flower = dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", block_of(tokens, f".flora-{kind.name} ")))
    for time in (by_day, at_dusk):
        ground = time(tokens)["document-background-color"]
        assert max(contrast(flower[part], ground) for part in ("edge", "petal")) >= 3


def test_dusk_is_the_same_by_choice_and_by_the_device(tokens: str) -> None:
    assert colours(block_of(tokens, ':root[data-theme="dark"]')) == at_dusk(tokens)


def test_dusk_has_an_answer_for_every_colour_of_the_day(tokens: str) -> None:
    assert set(at_dusk(tokens)) == set(by_day(tokens))


def test_the_style_sheet_names_no_colour_itself(project: Path) -> None:
    sheet = (project / "templates/assets/site.css").read_text("utf-8")
    screen, _, _ = sheet.partition("@media print")
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)", screen)


def test_the_style_sheet_uses_only_tokens_that_exist(project: Path, tokens: str) -> None:
    sheet = (project / "templates/assets/site.css").read_text("utf-8")
    known = set(re.findall(r"(--dzb-[\w-]+):", tokens))
    assert set(re.findall(r"var\((--dzb-[\w-]+)", sheet)) <= known
