"""Pictures of the flower field to take along: SVG that stands by itself, without a style sheet."""

import re
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import TypeAlias

from gids import flowers
from gids.directory import FlowerShape

Palette: TypeAlias = Mapping[str, Mapping[str, str]]

KIND = re.compile(r"\.flora-(\w+) \{([^}]*)\}")
COLOUR = re.compile(r"--(\w+): (#\w+)")
DRAWING = re.compile(r'<g id="([\w-]+)" class="flora-(\w+)">(.*?)</g>')
BED = re.compile(r'<svg class="flora-bed" viewBox="0 0 (\d+) (\d+)">')

GREENS = {"leaf": "#5f8a52", "under": "#3f6b45", "stem": "#3f6b45", "edge": "#2b4731"}
PAPER, EARTH, INK = "#fbf6ea", "#cfdcb4", "#143a2a"
FACE = "Seravek, Ubuntu, Calibri, 'DejaVu Sans', sans-serif"
MOST_FLOWERS, FEW = 160, 12
EARTH_HEIGHT = 44
LOWEST, HIGHEST = 0.4, 0.61
"""The field takes this share of the height of a picture: never the place of the words."""

FILLED = ("leaf", "under", "petal", "shade", "heart", "seed")
STROKED = {
    "stem": ("stem", 3),
    "line": ("edge", 1),
    "dot": ("heart", 2.6),
    "dots": ("seed", 3),
    "spike": ("petal", 6),
    "spike-behind": ("shade", 5),
    "spike-green": ("leaf", 5),
}
"""Which colour a part of a flower that is only a line has, and how thick it is, as in site.css."""
DARK_DOTS = ("madeliefje", "zonnebloem")


def palette(templates: Sequence[Path]) -> Palette:
    """The colours of each kind of flower, from the style sheet that the pages use."""
    file = next(f for folder in templates if (f := folder / "assets/tokens.css").is_file())
    kinds = KIND.findall(file.read_text("utf-8"))
    return {kind: GREENS | dict(COLOUR.findall(colours)) for kind, colours in kinds}


def banner(
    shapes: Sequence[FlowerShape],
    colours: Palette,
    size: tuple[int, int],
    words: tuple[str, str, str],
) -> str:
    """A bed of flowers under three lines of text, the first of them large."""
    width, height = size
    shown = sorted(shapes, key=lambda s: (flowers.chance(s.seed), s.seed))[:MOST_FLOWERS]
    title, line, call = (escape(text) for text in words)
    step = min(width // 13, (width + height) // 26)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}"'
        f' height="{height}" role="img"><title>{title}. {line}</title>'
        f'<rect width="{width}" height="{height}" fill="{PAPER}"/>'
        f'<rect y="{height - EARTH_HEIGHT}" width="{width}" height="{EARTH_HEIGHT}"'
        f' fill="{EARTH}"/>{painted(flowers.sheet(shown), colours)}{placed_bed(shown, size)}'
        f'<g fill="{INK}" font-family="{FACE}" font-size="{step // 2}">'
        f'<text x="{step}" y="{step * 8 // 5}" font-size="{step}" font-weight="700">{title}</text>'
        f'<text x="{step}" y="{step * 12 // 5}">{line}</text>'
        f'<text x="{step}" y="{step * 16 // 5}" font-weight="700">{call}</text></g></svg>\n'
    )


def placed_bed(shapes: Sequence[FlowerShape], size: tuple[int, int]) -> str:
    """The bed in the earth: fewer flowers on a wide picture, nearer by on a tall one."""
    width, height = size
    across, up, plants = measured_bed(shapes)
    while width * up > HIGHEST * height * across and len(shapes) > FEW:
        shapes = shapes[: len(shapes) * 3 // 4]
        across, up, plants = measured_bed(shapes)
    nearer = max(1.0, LOWEST * height * across / (width * up)) if len(shapes) > FEW else 1.0
    wide, tall = round(width * nearer), round(width * nearer * up / across)
    left, top = (width - wide) // 2, height - tall - EARTH_HEIGHT // 2
    return (
        f'<svg x="{left}" y="{top}" width="{wide}" height="{tall}" viewBox="0 0 {across} {up}"'
        f' overflow="visible">{plants}'
    )


def measured_bed(shapes: Sequence[FlowerShape]) -> tuple[int, int, str]:
    """Width and height of a bed in its own measures, and what grows in it."""
    bed = flowers.bed(shapes)
    found = BED.match(bed)
    return (int(found[1]), int(found[2]), bed[found.end() :]) if found else (1, 1, bed)


def painted(sheet: str, colours: Palette) -> str:
    """Classes become colours, drawing by drawing."""
    plain = sheet.replace(' class="flora-sheet"', "")
    return DRAWING.sub(lambda m: f'<g id="{m[1]}">{inked(m[3], m[2], colours)}</g>', plain)


def inked(drawing: str, kind: str, colours: Palette) -> str:
    found = colours.get(kind, GREENS)
    return re.sub(r'<path class="([\w-]+)"', lambda m: f"<path {paint(m[1], kind, found)}", drawing)


def paint(part: str, kind: str, colours: Mapping[str, str]) -> str:
    """As the style sheet paints this part of a flower."""
    leaf = colours["leaf"]
    if part in FILLED:
        edge = GREENS["edge"] if part in ("leaf", "under") else colours["edge"]
        return f'fill="{colours.get(part, leaf)}" stroke="{edge}" stroke-linejoin="round"'
    key, width = STROKED.get(part, STROKED["spike"])
    if part == "dot" and kind in DARK_DOTS:
        key = "seed"
    colour = colours.get(key, colours.get("petal", leaf))
    return f'fill="none" stroke="{colour}" stroke-width="{width}" stroke-linecap="round"'
