"""The drawings: fourteen kinds of flower as plain paths, head at (0, 0), stem going down.

A shape is a part and a path: `petal` and `shade` (a petal behind), `heart` and `seed` in the
middle, `leaf` and `under` (a leaf behind), `stem`, `line` for veins, `dot` for stamens, `spike` for
small florets. A later shape lies over an earlier one. To add a kind: draw it here, name it in
KINDS, and give it colours in tokens.css. Whole numbers and relative steps on purpose: a page carries
these drawings, small numbers pack well, and a hand is never exact.
"""

from collections.abc import Iterable
from itertools import pairwise
from math import cos, radians, sin

from msgspec import Struct

Shape = tuple[str, str]
Drawing = tuple[Shape, ...]
Point = tuple[float, float]


class Kind(Struct, frozen=True, dict=True):
    """One kind of flower, by its Dutch name; the plant meets the ground at (0, height).

    The head may turn `turn` degrees to either side.
    """

    name: str
    height: int
    turn: int
    leaf: Drawing
    stem: Drawing
    full: Drawing
    half: Drawing
    bud: Drawing


def rounded(count: int, inner: float, outer: float, **place: float) -> str:
    """An outline of round petals: a valley at `inner`, one curve over the top at `outer`, and the next valley."""
    return _corolla(count, inner, outer, (("c", ((0.12, 1.3), (0.88, 1.3))),), **place)


def pointed(count: int, inner: float, outer: float, **place: float) -> str:
    """An outline of pointed petals: two curves from valley to valley that meet in a tip."""
    return _corolla(
        count, inner, outer, (("q", ((0.02, 0.7), (0.5, 1))), ("q", ((0.98, 0.7),))), **place
    )


def toothed(count: int, inner: float, outer: float, **place: float) -> str:
    """An outline of flared petals with three teeth each, as a cornflower has."""
    teeth = (
        (-0.02, 0.84),
        (0.2, 0.86),
        (0.3, 1),
        (0.48, 0.87),
        (0.7, 1),
        (0.78, 0.85),
        (1.02, 0.84),
    )
    return _corolla(count, inner, outer, (("l", teeth),), **place)


def _corolla(
    count: int,
    inner: float,
    outer: float,
    petal: tuple[tuple[str, tuple[Point, ...]], ...],
    *,
    turn: float = 0,
    arc: float = 360,
    squash: float = 1,
    x: float = 0,
    y: float = 0,
    wobble: float = 0.07,
) -> str:
    """`count` petals around (x, y), or fanned over `arc` degrees around `turn` (0 is up); no two quite as long."""
    step = arc / count
    start = turn - arc / 2 - (step / 2 if arc == 360 else 0)

    def place(across: float, radius: float) -> Point:
        angle = radians(start + across * step)
        return x + radius * sin(angle), y - radius * cos(angle) * squash

    commands = [("M", [place(0, inner)])]
    for index in range(count):
        reach = outer * (1 + wobble * sin(index * 2.4 + 1))
        valley = place(index + 1, inner)
        for order, (command, controls) in enumerate(petal):
            points = [
                place(index + across, inner + (reach - inner) * along) for across, along in controls
            ]
            commands.append((command, [*points, valley] if order == len(petal) - 1 else points))
    return _relative(commands) + "Z"


def _relative(commands: Iterable[tuple[str, list[Point]]]) -> str:
    """A path in whole, relative steps, each measured from where the rounded path really is."""
    at, out, previous = (0, 0), "", ""
    for command, points in commands:
        places = [(round(x), round(y)) for x, y in points]
        steps = [(px - at[0], py - at[1]) for px, py in places] if command != "l" else []
        if command == "l":
            for before, after in zip([at, *places], places, strict=False):
                steps.append((after[0] - before[0], after[1] - before[1]))
        text = _numbers([part for step in steps for part in step])
        glue = "" if command != previous else (" " if text[0] != "-" else "")
        out += (command if command != previous else glue) + text
        at, previous = places[-1], command
    return out


def _numbers(numbers: Iterable[int]) -> str:
    """Numbers with a space only where the minus of the next does not already part them."""
    return "".join(
        f"{number}" if index == 0 or number < 0 else f" {number}"
        for index, number in enumerate(numbers)
    )


def disc(x: int, y: int, rx: int, ry: int) -> str:
    """An ellipse."""
    return f"M{x - rx} {y}a{rx} {ry} 0 1 0 {2 * rx} 0a{rx} {ry} 0 1 0-{2 * rx} 0"


def dots(
    count: int, radius: float, *, squash: float = 1, x: float = 0, y: float = 0, turn: float = 0
) -> str:
    """`count` points in a circle, for a round pen: stamens, seeds."""
    angles = [radians(turn + index * 360 / count) for index in range(count)]
    return points((x + radius * cos(angle), y + radius * sin(angle) * squash) for angle in angles)


def points(places: Iterable[Point], length: int = 0) -> str:
    """Places where a round pen touches the paper, drawn down over `length`."""
    spots = [(round(x), round(y)) for x, y in places]
    steps = ((x - back, y - up - length) for (back, up), (x, y) in pairwise(spots))
    moves = [f"M{_numbers(spots[0])}", *(f"m{_numbers(step)}" for step in steps)]
    return "".join(f"{move}v{length}" for move in moves)


TULIP = Kind(
    "tulp",
    118,
    7,
    leaf=(
        ("under", "M2 118c4-22 10-46 28-68 3 24-10 50-27 68Z"),
        ("leaf", "M-1 118c-7-24-23-44-26-88 17 18 29 54 29 88Z"),
        ("line", "M-1 112c-4-26-13-50-22-70"),
    ),
    stem=(("stem", "M0 22c3 28-2 62 0 96"),),
    full=(
        ("shade", "M-17-4c1-16 5-25 9-30 6 6 9 18 8 30Zm34 0c0-15-4-24-8-29-6 5-9 17-8 29Z"),
        ("petal", "M-2 27c-16 0-23-14-22-31 1-12 2-20 1-26 11 6 19 18 21 32Z"),
        ("petal", "M2 27c16 0 23-14 22-31-1-12-1-19 0-25-12 5-20 17-22 31Z"),
        ("petal", "M0 28c-11-2-15-18-13-32 2-12 8-20 12-27 7 7 13 16 14 27 2 14-2 30-13 32Z"),
        ("line", "M0 22c-1-14-1-28-1-40m-4 39c-3-11-3-21-1-30m11 30c3-11 3-21 1-30"),
    ),
    half=(
        ("shade", "M-10 0c0-18 4-29 7-34 5 6 13 18 13 34Z"),
        ("petal", "M0 26c-15-1-19-17-17-31 2-11 6-18 8-24 9 9 15 33 9 55Z"),
        ("petal", "M0 26c15 0 19-16 17-30-2-12-6-20-9-26-11 12-15 36-8 56Z"),
        ("line", "M3 21c-2-13 1-27 4-39"),
    ),
    bud=(
        ("petal", "M0 24c-11-2-13-16-10-28 2-9 7-15 10-20 4 6 9 12 10 20 3 12 1 26-10 28Z"),
        ("under", "M0 24c-10-1-12-12-10-22 4 6 7 12 10 22Zm0 0c10-1 12-12 10-22-4 6-7 12-10 22Z"),
        ("line", "M0 14c-1-10 0-20 0-28"),
    ),
)

DAFFODIL = Kind(
    "narcis",
    112,
    12,
    leaf=(
        ("under", "M4 112c4-28 8-56 20-78 1 26-8 56-15 78Z"),
        ("leaf", "M-8 112c-4-30-10-54-8-88 10 26 14 62 14 88Z"),
        ("leaf", "M1 112c2-22 3-36 11-52 1 20-3 38-6 52Z"),
        ("line", "M-6 108c-3-26-7-50-9-70"),
    ),
    stem=(("stem", "M0 6c-5 12-1 34 0 106"), ("under", "M-2 12c-7 4-10 12-7 19 5-4 8-9 8-16Z")),
    full=(
        ("shade", pointed(3, 8, 34, turn=60, squash=0.94, wobble=0.03)),
        ("petal", pointed(3, 8, 35, squash=0.94, wobble=0.03)),
        ("line", "M0-14v-12m11 33l10 6m-32-6l-10 6"),
        ("heart", rounded(9, 11, 15)),
        ("seed", disc(0, 0, 8, 7)),
        ("dot", dots(3, 3)),
    ),
    half=(
        ("shade", pointed(3, 13, 35, arc=130, y=10)),
        ("heart", "M-9 0c-1-9-4-15-2-19 4 2 7-2 11-1 4-1 8 3 12 1 1 5-2 10-3 19Z"),
        ("petal", pointed(4, 15, 31, arc=132, y=12)),
    ),
    bud=(
        ("petal", "M0 12c-7-4-9-18-1-34 9 14 9 30 1 34Z"),
        ("under", "M0 14c-8-4-8-14-5-21 4 6 6 13 5 21Z"),
        ("line", "M2 6c2-8 1-16-2-22"),
    ),
)

POPPY = Kind(
    "klaproos",
    122,
    12,
    leaf=(
        (
            "under",
            "M1 122c5-10 7-18 13-24l-2-8 8 3 4-9 3 8c7-6 11-10 15-18 0 12-4 18-9 22l5 3-9 2 1 6-8-2c-6 7-13 13-21 17Z",
        ),
        (
            "leaf",
            "M0 122c-6-10-10-16-14-20l3-10-9 4-4-12-4 10c-6-6-10-10-14-22-2 14 2 20 7 25l-7 3 11 3-1 7 9-2c7 6 15 12 23 14Z",
        ),
        ("line", "M-3 119c-13-11-25-21-34-33"),
    ),
    stem=(("stem", "M0 8c6 22-7 58 0 114"),),
    full=(
        ("shade", "M-22-4c-12-14-4-29 12-28 6-6 18-5 23 0 15 1 20 16 9 28-12 10-32 10-44 0Z"),
        ("petal", "M-3 8c-13 9-30 4-33-9-4-11 4-18 10-17 10 1 20 10 23 26Z"),
        ("petal", "M3 8c13 9 30 4 33-9 4-10-3-18-9-17-10 1-21 10-24 26Z"),
        ("petal", "M0 4c-14-4-24 2-22 13 2 10 14 13 23 10 10 4 20-1 21-11 2-10-8-16-22-12Z"),
        (
            "line",
            "M-12-26q3 8 6 13m8-17v15m13-11q-5 8-8 13m-38 7q9 1 17 6m45-6q-9 1-17 6m-22 23l3-8m14 8l-3-8",
        ),
        ("seed", disc(0, -3, 12, 9)),
        ("dot", dots(11, 9, squash=0.78, y=-3)),
        ("leaf", disc(0, -4, 5, 4)),
    ),
    half=(
        ("shade", "M-14 4c-10-16-4-32 7-31 5-5 14-4 17 0 10 1 12 17 4 31Z"),
        ("petal", "M0 14c-20 0-27-15-23-30 10-3 22 8 23 30Z"),
        ("petal", "M0 14c20 0 28-14 23-30-12-2-22 9-23 30Z"),
        ("petal", "M0 15c-12-1-15-11-12-22 8-3 18-3 24 1 3 10 0 20-12 21Z"),
        ("line", "M-4 10l-1-10m9 10l1-10m-5 11v-10"),
    ),
    bud=(
        ("stem", "M-9-8c1-10 10-10 9 16"),
        ("leaf", "M-9-9c-8 3-9 17-1 24 8-6 8-20 1-24Z"),
        ("petal", "M-10 15c-2-7-2-15 1-20 2 5 2 13-1 20Z"),
    ),
)

IRIS = Kind(
    "iris",
    122,
    6,
    leaf=(
        ("under", "M3 122c3-32 9-60 24-86-1 30-9 62-17 86Z"),
        ("leaf", "M-8 122c-4-30-10-64-20-94 16 24 25 62 27 94Z"),
        ("leaf", "M1 122c1-20 3-36 11-56 2 22-2 40-5 56Z"),
        ("line", "M-5 118c-4-26-10-52-17-72"),
    ),
    stem=(("stem", "M0 14c1 36-1 76 0 108"), ("under", "M-1 34c-5-8-6-18-3-26 6 6 8 16 5 26Z")),
    full=(
        (
            "shade",
            "M-3 4c-15-8-18-26-10-40 6-6 12-4 13 4 1 12 1 24-3 36Zm6 0c15-8 18-26 10-40-6-6-12-4-13 4-1 12-1 24 3 36Z",
        ),
        ("shade", "M-5 0c-7-12-5-30 5-38 10 8 12 26 5 38Z"),
        ("line", "M-11-30q3 16 8 26m14-26q-3 16-8 26m-3-28v24"),
        ("petal", "M-2 2c-12-8-30-4-35 10-1 8 4 15 10 12 9-2 19-10 25-22Z"),
        ("petal", "M2 2c12-8 30-4 35 10 1 8-4 15-10 12-9-2-19-10-25-22Z"),
        ("petal", "M0 0c-8 6-14 18-10 30 3 7 17 8 21 0 3-12-3-24-11-30Z"),
        (
            "heart",
            "M0 4c-4 6-5 13 0 19 5-6 4-13 0-19Zm-6-1c-7 0-14 3-18 10 8 1 14-4 18-10Zm12 0c7 0 14 3 18 10-8 1-14-4-18-10Z",
        ),
        (
            "line",
            "M-5 28l2-4m8 4l-2-4m-3 7v-5m-31-9l5-2m57 2l-5-2m-55 7l4-4m54 4l-4-4",
        ),
    ),
    half=(
        ("shade", "M-4 8c-13-12-11-32-2-44 8 6 14 24 10 44Z"),
        ("petal", "M0 14c-5-16 0-40 6-49 9 11 10 31-6 49Z"),
        ("petal", "M-1 10c-11-12-21-6-23 4 6 10 18 8 23-4Z"),
        ("heart", "M-4 9c-5-4-11-1-14 4 6 2 11 0 14-4Z"),
        ("line", "M5-28c1 12-1 24-4 34"),
    ),
    bud=(
        ("petal", "M0 14c-6-16-5-34 0-48 7 14 7 32 0 48Z"),
        ("shade", "M0 14c-2-18 2-36 0-48 7 14 7 32 0 48Z"),
        ("under", "M0 18c-8-10-8-22-5-28 4 6 7 18 5 28Z"),
    ),
)

ANEMONE = Kind(
    "anemoon",
    92,
    14,
    leaf=(
        (
            "under",
            "M0 92c6-12 8-22 20-32l2 7 8-9 0 9 10-5c-2 10-8 14-14 16l6 4c-12 0-22 4-32 10Z",
        ),
        (
            "leaf",
            "M0 92c-6-12-10-20-20-28l-3 6-7-10-2 9-9-3c3 8 7 12 14 14l-7 5c14-1 24 3 34 7Z",
        ),
        ("line", "M-4 87c-8-7-18-13-30-17"),
    ),
    stem=(
        ("stem", "M0 6c-4 24 4 54 0 86"),
        (
            "leaf",
            "M0 40c-6-4-10-12-22-10l5 4-9 3 9 2-4 5c9 1 15 0 21-4Zm0 0c6-4 10-11 21-11l-4 5 9 1-8 4 4 5c-10 2-16 0-22-4Z",
        ),
    ),
    full=(
        ("shade", rounded(5, 12, 30, turn=36, squash=0.9)),
        ("petal", rounded(5, 10, 32, squash=0.9)),
        ("line", "M0-17v-9m16 21l8-3m-40 3l-8-3m33 20l5 7m-23-7l-5 7"),
        ("dots", dots(14, 11, squash=0.9)),
        ("seed", disc(0, 0, 7, 6)),
        ("dot", dots(4, 3)),
    ),
    half=(
        ("shade", rounded(3, 17, 32, arc=116, y=13)),
        ("petal", rounded(2, 15, 30, arc=104, y=14)),
        ("line", "M0 9v-10m-5 7l-7-13m17 13l7-13"),
    ),
    bud=(
        ("petal", "M0 12c-11-1-14-12-9-21 4-6 13-7 17-1 6 9 4 21-8 22Z"),
        ("shade", "M0 12c-5-7-4-18 2-26 6 3 11 13 7 21-2 4-5 5-9 5Z"),
    ),
)

BELLFLOWER = Kind(
    "klokje",
    128,
    5,
    leaf=(
        ("under", "M1 128c7-16 13-28 27-36 2 14-10 28-27 36Z"),
        ("leaf", "M-1 128c-7-18-15-30-30-40-3 18 13 34 30 40Z"),
        ("line", "M-4 124c-8-12-16-22-23-28"),
    ),
    stem=(
        ("stem", "M5-18c-6 28-2 88-5 146m2-124q-8-2-12 2m11 20q8-4 13 1m-13 23q-9-6-15 0"),
        (
            "leaf",
            "M1 66c5-8 11-10 19-9-4 8-10 12-19 9Zm0 18c-7-8-13-10-21-8 5 8 12 12 21 8Z",
        ),
    ),
    full=(
        (
            "petal",
            "M5-21c-7 1-8 11-12 18l5-2 3 4 4-3 4 3 3-4 5 2c-4-7-4-17-12-18Z",
        ),
        ("petal", "M-13 5c-9 1-7 13-12 22l6-3 4 5 4-5 4 4 3-4c-2-8-1-19-9-19Z"),
        ("petal", "M16 26c-9 1-7 13-12 22l6-3 4 5 4-5 5 4 5-5c-4-7-3-19-12-18Z"),
        ("petal", "M-16 49c-9 1-8 12-13 21l6-3 4 5 5-5 5 4 4-5c-3-6-2-18-11-17Z"),
        (
            "leaf",
            "M0-21c3-5 8-5 10 1-3 4-7 3-10-1Zm-18 27c2-5 8-5 10 0-3 3-7 3-10 0Zm29 21c2-5 8-5 10 0-3 3-7 3-10 0Zm-32 23c2-5 8-5 10 0-3 3-7 3-10 0Z",
        ),
        ("line", "M5-16v9m-19 17l-1 12m31 9l-2 12m-31 11l-2 11"),
    ),
    half=(
        ("petal", "M-16 49c-8 1-8 11-11 18l5-2 4 4 4-4 6 2c-1-7 0-18-8-18Z"),
        ("petal", "M16 26c-6 2-7 12-5 18 4 3 9 2 11-1 1-7 0-15-6-17Z"),
        ("petal", "M-13 6c-5 2-5 9-2 14 3 0 6-4 6-8 0-3-1-5-4-6Z"),
        (
            "leaf",
            "M5-22c-5 2-5 9-1 12 5-2 6-9 1-12Zm-23 29c2-5 8-5 10 0-3 3-7 3-10 0Zm29 20c2-5 8-5 10 0-3 3-7 3-10 0Zm-32 23c2-5 8-5 10 0-3 3-7 3-10 0Z",
        ),
    ),
    bud=(
        (
            "leaf",
            "M5-22c-4 2-4 8-1 11 4-2 5-8 1-11Zm-17 27c-5 2-5 8-2 11 5-2 6-8 2-11Zm27 21c-5 2-5 8-2 11 5-2 6-8 2-11Zm-30 23c-5 2-5 9-2 12 5-2 6-9 2-12Z",
        ),
        (
            "petal",
            "M-14 16c-2 2-1 5 1 6 2-2 2-5 1-7Zm27 21c-2 2-1 5 1 6 2-2 2-5 1-7Zm-30 24c-2 2-1 5 1 6 2-2 2-5 1-7Z",
        ),
    ),
)

CLOVER = Kind(
    "klaver",
    72,
    10,
    leaf=(
        ("stem", "M-1 72c-5-12-9-18-16-24m18 24c5-8 9-12 15-16"),
        (
            "leaf",
            "M-17 48c-11 6-19 0-17-6 2-6 12-4 17 6Zm0 0c-7-10-5-19 2-19 7 0 6 11-2 19Zm0 0c10-5 16 1 14 6-3 6-11 2-14-6Z",
        ),
        (
            "under",
            "M16 56c-10 4-14-2-12-7 3-5 9-1 12 7Zm0 0c-6-10-3-17 3-16 6 1 4 10-3 16Zm0 0c9-5 16 0 14 6-3 5-11 1-14-6Z",
        ),
        ("line", "M-28 44l2 5m7-13l7 0m4 13l-2 5m28-7l4 1"),
    ),
    stem=(("stem", "M0 14c-3 18 3 38 0 58"),),
    full=(
        ("shade", rounded(13, 12, 21)),
        ("petal", rounded(10, 8, 16, turn=20)),
        ("heart", rounded(7, 3, 10)),
        ("leaf", "M0 22c-7-4-10-9-12-7 3 8 8 9 12 7Zm0 0c7-4 10-9 12-7-3 8-8 9-12 7Z"),
    ),
    half=(
        ("shade", rounded(7, 12, 20, arc=130, y=10)),
        ("petal", rounded(6, 9, 17, arc=150, y=12)),
        ("heart", rounded(4, 5, 12, arc=120, y=13)),
        ("leaf", "M0 17c-7-1-12-7-13-4 4 6 9 7 13 4Zm0 0c7-1 12-7 13-4-4 6-9 7-13 4Z"),
    ),
    bud=(
        ("petal", rounded(4, 7, 14, arc=100, y=11)),
        ("leaf", "M0 17c-9-1-12-9-9-14 4 2 6 5 9 7 3-2 5-5 9-7 3 5 0 13-9 14Z"),
    ),
)

FRITILLARY = Kind(
    "kievitsbloem",
    104,
    6,
    leaf=(
        ("under", "M1 104c5-20 11-34 25-50 0 22-10 40-22 50Z"),
        ("leaf", "M-2 104c-6-20-12-38-26-58 1 24 14 46 28 58Z"),
        ("line", "M-2 100c-7-16-14-30-21-40"),
    ),
    stem=(
        ("stem", "M-8-26c14-16 22 4 17 30-4 26-7 66-9 100"),
        (
            "leaf",
            "M6 24c8-10 16-16 26-16-4 10-14 16-26 18Zm-2 24c-10-10-18-16-28-16 4 10 16 18 28 19Z",
        ),
    ),
    full=(
        ("shade", "M-9-27c-18 7-18 31-15 49 6-6 11-8 15-6 5-3 11 0 17 5 3-19 0-41-17-48Z"),
        ("petal", "M-9-27c-11 7-12 33-9 47l9 7 10-7c2-16 2-40-10-47Z"),
        (
            "line",
            "M-19-8h21m-22 8h23m-23 8h23m-21 8h19m-15-34c-1 14-1 30 0 40m5-46v49m5-43c1 14 1 30 0 40",
        ),
        (
            "heart",
            "M-18-8h4v8h-4zM-9-8h5v8h-5zM-14 0h5v8h-5zM-4 0h6v8h-6zM-18 8h4v8h-4zM-9 8h5v8h-5zM-14-15h5v7h-5zM-13 16h4v6z",
        ),
    ),
    half=(
        ("petal", "M-9-27c-14 8-14 31-9 44l9 5 10-5c4-13 2-37-10-44Z"),
        (
            "heart",
            "M-18-8h5v8h-5zM-9-8h5v8h-5zM-14 0h5v8h-5zM-4 0h6v8h-6zM-9 8h5v8h-5zM-14-15h5v7h-5z",
        ),
        ("line", "M-9-24v44m-5-38c-2 14-2 26 0 36m10-36c2 14 2 26 0 36"),
    ),
    bud=(
        ("petal", "M-9-27c-9 7-9 25-1 35 8-10 9-28 1-35Z"),
        ("under", "M-9-27c-6 5-8 15-5 21 5-6 10-6 10 0 3-8 1-17-5-21Z"),
    ),
)

SUNFLOWER = Kind(
    "zonnebloem",
    132,
    10,
    leaf=(
        ("stem", "M0 132c0-12 1-22 0-30"),
        ("under", "M1 104c7-16 21-26 41-24 0 14-18 26-41 26Z"),
        ("leaf", "M-1 120c-5-22-19-32-43-32 2 20 20 36 43 34Z"),
        ("line", "M-3 119c-11-13-21-21-33-26m39 10c11-9 21-15 31-18"),
    ),
    stem=(
        ("stem", "M0 10c3 34-3 82 0 122"),
        ("leaf", "M1 66c3-14 13-22 31-24 0 14-12 26-31 27Z"),
        ("line", "M3 65c7-9 15-15 22-18"),
    ),
    full=(
        ("shade", pointed(15, 20, 37, turn=12)),
        ("petal", pointed(15, 16, 35)),
        ("heart", disc(0, 0, 17, 17)),
        ("seed", disc(0, 0, 11, 11)),
        ("dot", dots(13, 14) + dots(8, 7, turn=20) + dots(3, 3)),
    ),
    half=(
        ("shade", pointed(7, 16, 33, arc=140, y=12)),
        ("petal", pointed(6, 14, 29, arc=124, y=14)),
        ("leaf", pointed(5, 7, 18, arc=180, y=18)),
    ),
    bud=(
        ("petal", pointed(4, 10, 23, arc=84, y=14)),
        ("leaf", pointed(5, 9, 21, arc=150, y=17)),
    ),
)

DAHLIA = Kind(
    "dahlia",
    116,
    16,
    leaf=(
        ("stem", "M0 116v-18"),
        ("under", "M1 104c9-14 19-20 35-20-2 14-16 24-35 22Z"),
        ("leaf", "M-1 112c-7-16-19-24-37-24 2 16 18 28 37 26Z"),
        ("line", "M-4 110c-10-10-18-15-27-18"),
    ),
    stem=(("stem", "M0 8c-4 32 4 72 0 108"), ("leaf", "M0 66c8-12 16-16 28-15-4 11-14 19-28 17Z")),
    full=(
        ("shade", pointed(13, 22, 34, turn=14)),
        ("petal", pointed(12, 17, 27)),
        ("shade", pointed(10, 11, 19, turn=18)),
        ("petal", pointed(8, 7, 13)),
        ("heart", pointed(5, 3, 7, turn=20)),
    ),
    half=(
        ("shade", pointed(7, 16, 30, arc=170, y=10)),
        ("petal", pointed(6, 15, 27, arc=130, y=12)),
        ("shade", pointed(5, 11, 20, arc=110, y=13)),
        ("leaf", pointed(4, 5, 12, arc=180, y=16)),
    ),
    bud=(
        ("shade", pointed(3, 10, 20, arc=66, y=12)),
        ("leaf", pointed(4, 8, 18, arc=140, y=15)),
    ),
)

SNOWDROP = Kind(
    "sneeuwklokje",
    74,
    8,
    leaf=(
        ("under", "M2 74c2-20 6-34 16-48 3 18-4 36-11 48Z"),
        ("leaf", "M-6 74c-4-20-8-34-18-50 2 22 14 36 23 50Z"),
        ("line", "M-4 71c-4-15-9-25-15-35"),
    ),
    stem=(
        ("stem", "M-7-16c9-18 19-4 16 14-3 20-7 50-9 76"),
        ("under", "M7-24c7 0 11 8 10 16-5-4-9-8-10-16Z"),
    ),
    full=(
        ("shade", "M-7-8c-3 8-5 14-5 20l5 2 5-2c0-6-2-12-5-20Z"),
        ("leaf", "M-10 6c-1 2-1 4 0 6l3-3 3 3c1-2 1-4 0-6l-3 2Z"),
        ("petal", "M-8-10c-14 4-22 18-19 30 10 0 19-14 19-30Z"),
        ("petal", "M-6-10c13 4 21 18 19 30-11 0-19-14-19-30Z"),
        ("petal", "M-7-10c-6 6-6 16-1 24l1 1 1-1c5-8 5-18-1-24Z"),
        ("leaf", disc(-7, -12, 4, 5)),
        ("line", "M-12-3c-6 6-10 13-11 18m21-18c6 6 10 13 11 18"),
    ),
    half=(
        ("petal", "M-7-10c-10 6-14 19-10 30 6-2 11-14 10-30Z"),
        ("petal", "M-7-10c10 6 14 19 10 30-6-2-11-14-10-30Z"),
        ("petal", "M-7-10c-7 8-7 20 0 30 7-10 7-22 0-30Z"),
        ("leaf", disc(-7, -12, 4, 5)),
    ),
    bud=(
        ("petal", "M-7-10c-7 6-7 18 0 25 7-7 7-19 0-25Z"),
        ("leaf", disc(-7, -12, 4, 4)),
    ),
)

DAISY = Kind(
    "madeliefje",
    70,
    20,
    leaf=(
        (
            "under",
            "M1 70c3-8 11-16 23-18 6 3 3 10-4 13-6 3-12 4-19 5Zm0 0c-1-10 3-20 10-24 5 2 3 10-2 16Z",
        ),
        (
            "leaf",
            "M-1 70c-4-8-12-14-25-15-6 3-3 10 4 12 7 2 14 3 21 3Zm1 0c-1-10-6-18-14-22-5 3-2 10 4 15Z",
        ),
    ),
    stem=(("stem", "M0 6c5 18-4 42 0 64"),),
    full=(
        ("shade", rounded(11, 8, 24, turn=16, squash=0.92)),
        ("petal", rounded(11, 8, 25, squash=0.92)),
        ("heart", disc(0, 0, 9, 8)),
        ("dot", dots(7, 5) + dots(3, 2)),
    ),
    half=(
        ("shade", rounded(7, 8, 24, arc=112, y=10)),
        ("petal", rounded(6, 7, 22, arc=128, y=11)),
        ("leaf", "M-9 7c1 7 5 10 9 10 4 0 8-3 9-10-6-3-12-3-18 0Z"),
    ),
    bud=(
        ("petal", rounded(4, 6, 15, arc=62, y=11)),
        ("leaf", "M-8 3c-1 9 4 13 8 13 4 0 9-4 8-13-3 2-5 0-8-2-3 2-5 4-8 2Z"),
    ),
)

_WHORLS = (
    (-3, -32),
    (3, -31),
    (-5, -24),
    (0, -25),
    (5, -23),
    (-5, -15),
    (0, -16),
    (5, -14),
    (-6, -6),
    (0, -7),
    (6, -5),
    (-6, 4),
    (0, 3),
    (6, 5),
    (-4, 16),
    (4, 17),
)


def _spike(x: float, y: float, first: int, last: int, size: float, length: int) -> str:
    """The florets `first` to `last` of one spike of lavender, counted from the top, with its tip at (x, y)."""
    return points(
        ((x + across * size, y + (along + 34) * size) for across, along in _WHORLS[first:last]),
        length,
    )


LAVENDER = Kind(
    "lavendel",
    112,
    5,
    leaf=(
        (
            "under",
            "M2 112c8-20 16-32 22-50 2 20-8 38-19 50Zm-1 0c5-14 7-26 8-40 5 16 1 30-5 40Z",
        ),
        (
            "leaf",
            "M-2 112c-8-18-18-30-25-46 0 20 11 36 23 46Zm1 0c-6-14-9-24-11-38-4 16 2 30 9 38Z",
        ),
    ),
    stem=(("stem", "M0-30c1 50-1 100 0 142m1-8c9-24 13-52 16-92m-18 92c-9-20-14-40-17-74"),),
    full=(
        ("spike-behind", _spike(17, 10, 0, 13, 0.8, 3) + _spike(-18, 28, 0, 12, 0.8, 3)),
        ("spike", "M0-38v3" + _spike(0, -34, 0, 16, 1, 4)),
        ("dot", _spike(0, -32, 2, 14, 1, 0)),
    ),
    half=(
        (
            "spike-green",
            "M0-38v3"
            + _spike(0, -34, 0, 8, 0.8, 4)
            + _spike(17, 10, 0, 8, 0.6, 3)
            + _spike(-18, 28, 0, 8, 0.6, 3),
        ),
        (
            "spike",
            _spike(0, -34, 5, 16, 1, 3)
            + _spike(17, 10, 8, 13, 0.7, 3)
            + _spike(-18, 28, 5, 11, 0.7, 3),
        ),
    ),
    bud=(
        (
            "spike-green",
            "M0-36v3"
            + _spike(0, -32, 0, 14, 0.6, 3)
            + _spike(17, 10, 0, 11, 0.5, 2)
            + _spike(-18, 28, 0, 11, 0.5, 2),
        ),
        ("dot", _spike(0, -30, 5, 14, 0.6, 0)),
    ),
)

CORNFLOWER = Kind(
    "korenbloem",
    118,
    12,
    leaf=(
        ("under", "M1 118c7-18 15-32 29-46-2 20-14 36-26 46Z"),
        ("leaf", "M-1 118c-7-20-17-36-31-52 2 22 16 42 29 52Z"),
    ),
    stem=(
        ("stem", "M0 16c-4 28 5 66 0 102"),
        (
            "leaf",
            "M0 56c8-12 14-20 26-26-4 14-12 24-25 31Zm1 22c-7-12-15-20-25-24 4 12 14 24 25 29Z",
        ),
        ("under", "M-7 5c-3 9 1 17 7 18 6-1 10-9 7-18Z"),
        ("line", "M-6 12q6 5 12 0m-11 5q5 5 10 0"),
    ),
    full=(
        ("shade", toothed(7, 6, 32, arc=236, y=4)),
        ("petal", toothed(5, 6, 27, arc=170, y=5)),
        ("heart", rounded(6, 5, 18, arc=100, y=6)),
    ),
    half=(
        ("shade", toothed(4, 5, 28, arc=110, y=7)),
        ("petal", toothed(3, 5, 22, arc=84, y=7)),
        ("heart", rounded(3, 5, 15, arc=50, y=8)),
    ),
    bud=(
        ("petal", toothed(3, 5, 16, arc=70, y=8)),
        ("leaf", "M-6 4c-3 10 1 18 6 19 5-1 9-9 6-19-4-2-8-2-12 0Z"),
    ),
)

KINDS = (
    TULIP,
    DAFFODIL,
    POPPY,
    IRIS,
    ANEMONE,
    BELLFLOWER,
    CLOVER,
    FRITILLARY,
    SUNFLOWER,
    DAHLIA,
    SNOWDROP,
    DAISY,
    LAVENDER,
    CORNFLOWER,
)
