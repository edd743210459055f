"""Every activity is a flower: the same flower for the same activity every time.

The theme gives the kind and the colour, the slug the height, the lean and the turn of the head, the
calendar how far it has opened. A page carries the drawings it needs once (`sheet`) and refers to
them (`flower`, `field`). Colour, print and forced colours are the stylesheet's.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import blake2b

from gids.directory import FlowerShape
from gids.drawings import KINDS, Drawing, Kind

BY_NAME: Mapping[str, Kind] = {kind.name: kind for kind in KINDS}
BED_WIDTH, BED_HEIGHT, ROW_HEIGHT = 600, 140, 26
MOST_IN_A_FIELD = 400
PER_ROW, MOST_ROWS = 15, 5
FINE, COARSE = 0.04, 0.05
"""How exactly a plant is sized, by itself and in a field: digits weigh, and nobody sees more."""


def kind_of(shape: FlowerShape) -> Kind:
    """The drawn kind; a name that nobody drew gets one of the others, always the same."""
    return BY_NAME.get(shape.kind) or KINDS[chance(shape.kind) % len(KINDS)]


def sheet(shapes: Iterable[FlowerShape]) -> str:
    """The drawings that these flowers refer to: once on a page, before the first flower.

    A flower that knows its days opens and closes while the page stands there, so it has them all.
    """
    needed = sorted({(kind_of(shape).name, state) for shape in shapes for state in states(shape)})
    green = "".join(leaves_and_stem(name) for name in sorted({name for name, _ in needed}))
    heads = "".join(head(name, state) for name, state in needed)
    return (
        '<svg class="flora-sheet" width="0" height="0" aria-hidden="true">'
        f"<defs>{green}{heads}</defs></svg>"
    )


def states(shape: FlowerShape) -> tuple[str, ...]:
    """What it can look like before the next build."""
    return ("bloei", "halfopen", "knop") if shape.days else (shape.state,)


def flower(shape: FlowerShape) -> str:
    """One activity's own flower on its own ground, 100 wide and 186 high."""
    plant = standing(shape, 50, 185, 1, FINE)
    return f'<svg class="flora" viewBox="0 0 100 186" aria-hidden="true">{plant}</svg>'


def field(shapes: Iterable[FlowerShape]) -> str:
    """One flower bed of all, in two halves: side by side, or one before the other on a phone.

    Decoration, hidden from assistive technology. Of more than four hundred it shows four hundred.
    """
    shown = sorted(shapes, key=lambda shape: (chance(shape.seed), shape.seed))[:MOST_IN_A_FIELD]
    beds = "".join(bed(half) for half in (shown[::2], shown[1::2]) if half)
    return f'<div class="flora-field" aria-hidden="true">{beds}</div>'


def bed(shapes: Sequence[FlowerShape]) -> str:
    """Rows from the back, small and tall kinds, to the front, large and low kinds."""
    rows = rows_of(sorted(shapes, key=tall_first))
    tall = BED_HEIGHT + ROW_HEIGHT * len(rows)
    plants = ""
    for depth, row in enumerate(rows, start=1):
        near = depth / len(rows)
        ground, scale = tall * (0.48 + 0.52 * near) - 1, 0.37 + 0.38 * near
        for place, shape in enumerate(sorted(row, key=lambda shape: chance(shape.seed, "row"))):
            seed = chance(shape.seed, "place")
            x = BED_WIDTH * (place + 0.25 + seed % 50 / 100) / len(row)
            plants += standing(shape, x, ground - seed % 7, scale, COARSE)
    return f'<svg class="flora-bed" viewBox="0 0 {BED_WIDTH} {tall}">{plants}</svg>'


def tall_first(shape: FlowerShape) -> tuple[int, str]:
    """By the height of the kind, loosely: a border planted by a ruler is no border."""
    return (-kind_of(shape).height - chance(shape.seed) % 60, shape.seed)


def rows_of(shapes: Sequence[FlowerShape]) -> list[Sequence[FlowerShape]]:
    """At most five rows; those in front hold fewer, for they stand larger."""
    count = max(1, min(MOST_ROWS, round(len(shapes) / PER_ROW)))
    shares = [1 / (1 + depth * 0.16) for depth in range(count)]
    ends = [round(len(shapes) * sum(shares[: row + 1]) / sum(shares)) for row in range(count)]
    return [shapes[start:end] for start, end in zip([0, *ends], ends, strict=False) if end > start]


def standing(shape: FlowerShape, x: float, ground: float, scale: float, step: float) -> str:
    """A plant at (x, ground): its seed says how high, how slender, its lean, where it looks."""
    kind, seed = kind_of(shape), chance(shape.seed)
    height = scale * (0.82 + seed % 29 / 100)
    width = height * (-1 if seed >> 5 & 1 else 1) * (0.94 + (seed >> 6) % 12 / 100)
    lean = scale * ((seed >> 10) % 21 - 10) / 100
    turn = (seed >> 15) % (2 * kind.turn + 1) - kind.turn
    across, aside, up = (in_steps(size, step) for size in (width, lean, height))
    foot = f"matrix({across} 0 {aside} {up} {x:.0f} {ground:.0f})"
    place = f'transform="{foot}translate(0-{kind.height})"'
    if shape.state == "blad":
        return f'<use href="#{kind.name}-blad" {place}/>'
    opened = f'<use href="#{kind.name}-{shape.state}" transform="rotate({turn})"/>'
    days = f' data-bloom="{shape.days}"' if shape.days else ""
    return f'<g{days} {place}><use href="#{kind.name}-steel"/>{opened}</g>'


def in_steps(size: float, step: float) -> str:
    """The size in as few digits as its steps allow: 0.4 and never -0."""
    return f"{round(size / step) * step + 0:.2f}".rstrip("0").rstrip(".")


@cache
def leaves_and_stem(name: str) -> str:
    kind = BY_NAME[name]
    leaves = drawn(name, "blad", shapes_of(kind.leaf))
    return leaves + drawn(name, "steel", f'<use href="#{name}-blad"/>{shapes_of(kind.stem)}')


@cache
def head(name: str, state: str) -> str:
    """The head in one state; a leaf has none."""
    kind = BY_NAME[name]
    heads = {"bloei": kind.full, "halfopen": kind.half, "knop": kind.bud}
    return drawn(name, state, shapes_of(heads[state])) if state in heads else ""


def drawn(name: str, part: str, shapes: str) -> str:
    return f'<g id="{name}-{part}" class="flora-{name}">{shapes}</g>'


def shapes_of(drawing: Drawing) -> str:
    return "".join(f'<path class="{part}" d="{path}"/>' for part, path in drawing)


@cache
def chance(seed: str, purpose: str = "") -> int:
    """Thirty-two bits that depend on the words alone, not on the run."""
    return int.from_bytes(blake2b((purpose + seed).encode(), digest_size=4).digest(), "big")
