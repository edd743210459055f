"""The drawings: fourteen kinds of flower as plain paths, head at (0, 0), stem going down.

A shape is a part and a path: `petal` and `shade` (a petal behind), `heart` and `seed` in the
middle, `leaf` and `under` (a leaf behind), `stem`, `line` for veins, `dot` for stamens, `spike` for
small florets. A later shape lies over an earlier one. To add a kind: draw it here, name it in
KINDS, and give it colours in tokens.css. Whole numbers on purpose: a page carries these drawings,
and a hand is never exact.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians, sin

Shape = tuple[str, str]
Drawing = tuple[Shape, ...]
Point = tuple[float, float]


@dataclass(frozen=True)
class Kind:
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
    return "".join(f"M{_numbers((round(x), round(y)))}v{length}" for x, y in places)


TULIP = Kind(
    "tulp",
    118,
    7,
    leaf=(
        ("under", "M2 118C6 96 12 72 30 50C33 74 20 100 3 118Z"),
        ("leaf", "M-1 118C-8 94-24 74-27 30C-10 48 2 84 2 118Z"),
        ("line", "M-1 112C-5 86-14 62-23 42"),
    ),
    stem=(("stem", "M0 22C3 50-2 84 0 118"),),
    full=(
        ("shade", "M-17-4C-16-20-12-29-8-34C-2-28 1-16 0-4ZM17-4C17-19 13-28 9-33C3-28 0-16 1-4Z"),
        ("petal", "M-2 27C-18 27-25 13-24-4C-23-16-22-24-23-30C-12-24-4-12-2 2Z"),
        ("petal", "M2 27C18 27 25 13 24-4C23-16 23-23 24-29C12-24 4-12 2 2Z"),
        ("petal", "M0 28C-11 26-15 10-13-4C-11-16-5-24-1-31C6-24 12-15 13-4C15 10 11 26 0 28Z"),
        ("line", "M0 22C-1 8-1-6-1-18M-5 21C-8 10-8 0-6-9M5 21C8 10 8 0 6-9"),
    ),
    half=(
        ("shade", "M-10 0C-10-18-6-29-3-34C2-28 10-16 10 0Z"),
        ("petal", "M0 26C-15 25-19 9-17-5C-15-16-11-23-9-29C0-20 6 4 0 26Z"),
        ("petal", "M0 26C15 26 19 10 17-4C15-16 11-24 8-30C-3-18-7 6 0 26Z"),
        ("line", "M3 21C1 8 4-6 7-18"),
    ),
    bud=(
        ("petal", "M0 24C-11 22-13 8-10-4C-8-13-3-19 0-24C4-18 9-12 10-4C13 8 11 22 0 24Z"),
        ("under", "M0 24C-10 23-12 12-10 2C-6 8-3 14 0 24ZM0 24C10 23 12 12 10 2C6 8 3 14 0 24Z"),
        ("line", "M0 14C-1 4 0-6 0-14"),
    ),
)

DAFFODIL = Kind(
    "narcis",
    112,
    12,
    leaf=(
        ("under", "M4 112C8 84 12 56 24 34C25 60 16 90 9 112Z"),
        ("leaf", "M-8 112C-12 82-18 58-16 24C-6 50-2 86-2 112Z"),
        ("leaf", "M1 112C3 90 4 76 12 60C13 80 9 98 6 112Z"),
        ("line", "M-6 108C-9 82-13 58-15 38"),
    ),
    stem=(("stem", "M0 6C-5 18-1 40 0 112"), ("under", "M-2 12C-9 16-12 24-9 31C-4 27-1 22-1 15Z")),
    full=(
        ("shade", pointed(3, 8, 34, turn=60, squash=0.94, wobble=0.03)),
        ("petal", pointed(3, 8, 35, squash=0.94, wobble=0.03)),
        ("line", "M0-14V-26M11 7L21 13M-11 7L-21 13"),
        ("heart", rounded(9, 11, 15)),
        ("seed", disc(0, 0, 8, 7)),
        ("dot", dots(3, 3)),
    ),
    half=(
        ("shade", pointed(3, 13, 35, arc=130, y=10)),
        ("heart", "M-9 0C-10-9-13-15-11-19C-7-17-4-21 0-20C4-21 8-17 12-19C13-14 10-9 9 0Z"),
        ("petal", pointed(4, 15, 31, arc=132, y=12)),
    ),
    bud=(
        ("petal", "M0 12C-7 8-9-6-1-22C8-8 8 8 0 12Z"),
        ("under", "M0 14C-8 10-8 0-5-7C-1-1 1 6 0 14Z"),
        ("line", "M2 6C4-2 3-10 0-16"),
    ),
)

POPPY = Kind(
    "klaproos",
    122,
    12,
    leaf=(
        (
            "under",
            "M1 122C6 112 8 104 14 98L12 90L20 93L24 84L27 92C34 86 38 82 42 74C42 86 38 92 33 96L38 99L29 101L30 107L22 105C16 112 9 118 1 122Z",
        ),
        (
            "leaf",
            "M0 122C-6 112-10 106-14 102L-11 92L-20 96L-24 84L-28 94C-34 88-38 84-42 72C-44 86-40 92-35 97L-42 100L-31 103L-32 110L-23 108C-16 114-8 120 0 122Z",
        ),
        ("line", "M-3 119C-16 108-28 98-37 86"),
    ),
    stem=(("stem", "M0 8C6 30-7 66 0 122"),),
    full=(
        ("shade", "M-22-4C-34-18-26-33-10-32C-4-38 8-37 13-32C28-31 33-16 22-4C10 6-10 6-22-4Z"),
        ("petal", "M-3 8C-16 17-33 12-36-1C-40-12-32-19-26-18C-16-17-6-8-3 8Z"),
        ("petal", "M3 8C16 17 33 12 36-1C40-11 33-19 27-18C17-17 6-8 3 8Z"),
        ("petal", "M0 4C-14 0-24 6-22 17C-20 27-8 30 1 27C11 31 21 26 22 16C24 6 14 0 0 4Z"),
        (
            "line",
            "M-12-26Q-9-18-6-13M2-30V-15M15-26Q10-18 7-13M-31-6Q-22-5-14 0M31-6Q22-5 14 0M-8 23L-5 15M9 23L6 15",
        ),
        ("seed", disc(0, -3, 12, 9)),
        ("dot", dots(11, 9, squash=0.78, y=-3)),
        ("leaf", disc(0, -4, 5, 4)),
    ),
    half=(
        ("shade", "M-14 4C-24-12-18-28-7-27C-2-32 7-31 10-27C20-26 22-10 14 4Z"),
        ("petal", "M0 14C-20 14-27-1-23-16C-13-19-1-8 0 14Z"),
        ("petal", "M0 14C20 14 28 0 23-16C11-18 1-7 0 14Z"),
        ("petal", "M0 15C-12 14-15 4-12-7C-4-10 6-10 12-6C15 4 12 14 0 15Z"),
        ("line", "M-4 10L-5 0M4 10L5 0M0 11V1"),
    ),
    bud=(
        ("stem", "M-9-8C-8-18 1-18 0 8"),
        ("leaf", "M-9-9C-17-6-18 8-10 15C-2 9-2-5-9-9Z"),
        ("petal", "M-10 15C-12 8-12 0-9-5C-7 0-7 8-10 15Z"),
    ),
)

IRIS = Kind(
    "iris",
    122,
    6,
    leaf=(
        ("under", "M3 122C6 90 12 62 27 36C26 66 18 98 10 122Z"),
        ("leaf", "M-8 122C-12 92-18 58-28 28C-12 52-3 90-1 122Z"),
        ("leaf", "M1 122C2 102 4 86 12 66C14 88 10 106 7 122Z"),
        ("line", "M-5 118C-9 92-15 66-22 46"),
    ),
    stem=(("stem", "M0 14C1 50-1 90 0 122"), ("under", "M-1 34C-6 26-7 16-4 8C2 14 4 24 1 34Z")),
    full=(
        (
            "shade",
            "M-3 4C-18-4-21-22-13-36C-7-42-1-40 0-32C1-20 1-8-3 4ZM3 4C18-4 21-22 13-36C7-42 1-40 0-32C-1-20-1-8 3 4Z",
        ),
        ("shade", "M-5 0C-12-12-10-30 0-38C10-30 12-12 5 0Z"),
        ("line", "M-11-30Q-8-14-3-4M11-30Q8-14 3-4M0-32V-8"),
        ("petal", "M-2 2C-14-6-32-2-37 12C-38 20-33 27-27 24C-18 22-8 14-2 2Z"),
        ("petal", "M2 2C14-6 32-2 37 12C38 20 33 27 27 24C18 22 8 14 2 2Z"),
        ("petal", "M0 0C-8 6-14 18-10 30C-7 37 7 38 11 30C14 18 8 6 0 0Z"),
        (
            "heart",
            "M0 4C-4 10-5 17 0 23C5 17 4 10 0 4ZM-6 3C-13 3-20 6-24 13C-16 14-10 9-6 3ZM6 3C13 3 20 6 24 13C16 14 10 9 6 3Z",
        ),
        (
            "line",
            "M-5 28L-3 24M5 28L3 24M0 31V26M-31 17L-26 15M31 17L26 15M-29 22L-25 18M29 22L25 18",
        ),
    ),
    half=(
        ("shade", "M-4 8C-17-4-15-24-6-36C2-30 8-12 4 8Z"),
        ("petal", "M0 14C-5-2 0-26 6-35C15-24 16-4 0 14Z"),
        ("petal", "M-1 10C-12-2-22 4-24 14C-18 24-6 22-1 10Z"),
        ("heart", "M-4 9C-9 5-15 8-18 13C-12 15-7 13-4 9Z"),
        ("line", "M5-28C6-16 4-4 1 6"),
    ),
    bud=(
        ("petal", "M0 14C-6-2-5-20 0-34C7-20 7-2 0 14Z"),
        ("shade", "M0 14C-2-4 2-22 0-34C7-20 7-2 0 14Z"),
        ("under", "M0 18C-8 8-8-4-5-10C-1-4 2 8 0 18Z"),
    ),
)

ANEMONE = Kind(
    "anemoon",
    92,
    14,
    leaf=(
        (
            "under",
            "M0 92C6 80 8 70 20 60L22 67L30 58L30 67L40 62C38 72 32 76 26 78L32 82C20 82 10 86 0 92Z",
        ),
        (
            "leaf",
            "M0 92C-6 80-10 72-20 64L-23 70L-30 60L-32 69L-41 66C-38 74-34 78-27 80L-34 85C-20 84-10 88 0 92Z",
        ),
        ("line", "M-4 87C-12 80-22 74-34 70"),
    ),
    stem=(
        ("stem", "M0 6C-4 30 4 60 0 92"),
        (
            "leaf",
            "M0 40C-6 36-10 28-22 30L-17 34L-26 37L-17 39L-21 44C-12 45-6 44 0 40ZM0 40C6 36 10 29 21 29L17 34L26 35L18 39L22 44C12 46 6 44 0 40Z",
        ),
    ),
    full=(
        ("shade", rounded(5, 12, 30, turn=36, squash=0.9)),
        ("petal", rounded(5, 10, 32, squash=0.9)),
        ("line", "M0-17V-26M16-5L24-8M-16-5L-24-8M9 12L14 19M-9 12L-14 19"),
        ("dots", dots(14, 11, squash=0.9)),
        ("seed", disc(0, 0, 7, 6)),
        ("dot", dots(4, 3)),
    ),
    half=(
        ("shade", rounded(3, 17, 32, arc=116, y=13)),
        ("petal", rounded(2, 15, 30, arc=104, y=14)),
        ("line", "M0 9V-1M-5 6L-12-7M5 6L12-7"),
    ),
    bud=(
        ("petal", "M0 12C-11 11-14 0-9-9C-5-15 4-16 8-10C14-1 12 11 0 12Z"),
        ("shade", "M0 12C-5 5-4-6 2-14C8-11 13-1 9 7C7 11 4 12 0 12Z"),
    ),
)

BELLFLOWER = Kind(
    "klokje",
    128,
    5,
    leaf=(
        ("under", "M1 128C8 112 14 100 28 92C30 106 18 120 1 128Z"),
        ("leaf", "M-1 128C-8 110-16 98-31 88C-34 106-18 122-1 128Z"),
        ("line", "M-4 124C-12 112-20 102-27 96"),
    ),
    stem=(
        ("stem", "M5-18C-1 10 3 70 0 128M2 4Q-6 2-10 6M1 26Q9 22 14 27M1 50Q-8 44-14 50"),
        (
            "leaf",
            "M1 66C6 58 12 56 20 57C16 65 10 69 1 66ZM1 84C-6 76-12 74-20 76C-15 84-8 88 1 84Z",
        ),
    ),
    full=(
        (
            "petal",
            "M5-21C-2-20-3-10-7-3L-2-5L1-1L5-4L9-1L12-5L17-3C13-10 13-20 5-21Z",
        ),
        ("petal", "M-13 5C-22 6-20 18-25 27L-19 24L-15 29L-11 24L-7 28L-4 24C-6 16-5 5-13 5Z"),
        ("petal", "M16 26C7 27 9 39 4 48L10 45L14 50L18 45L23 49L28 44C24 37 25 25 16 26Z"),
        ("petal", "M-16 49C-25 50-24 61-29 70L-23 67L-19 72L-14 67L-9 71L-5 66C-8 60-7 48-16 49Z"),
        (
            "leaf",
            "M0-21C3-26 8-26 10-20C7-16 3-17 0-21ZM-18 6C-16 1-10 1-8 6C-11 9-15 9-18 6ZM11 27C13 22 19 22 21 27C18 30 14 30 11 27ZM-21 50C-19 45-13 45-11 50C-14 53-18 53-21 50Z",
        ),
        ("line", "M5-16V-7M-14 10L-15 22M16 31L14 43M-17 54L-19 65"),
    ),
    half=(
        ("petal", "M-16 49C-24 50-24 60-27 67L-22 65L-18 69L-14 65L-8 67C-9 60-8 49-16 49Z"),
        ("petal", "M16 26C10 28 9 38 11 44C15 47 20 46 22 43C23 36 22 28 16 26Z"),
        ("petal", "M-13 6C-18 8-18 15-15 20C-12 20-9 16-9 12C-9 9-10 7-13 6Z"),
        (
            "leaf",
            "M5-22C0-20 0-13 4-10C9-12 10-19 5-22ZM-18 7C-16 2-10 2-8 7C-11 10-15 10-18 7ZM11 27C13 22 19 22 21 27C18 30 14 30 11 27ZM-21 50C-19 45-13 45-11 50C-14 53-18 53-21 50Z",
        ),
    ),
    bud=(
        (
            "leaf",
            "M5-22C1-20 1-14 4-11C8-13 9-19 5-22ZM-12 5C-17 7-17 13-14 16C-9 14-8 8-12 5ZM15 26C10 28 10 34 13 37C18 35 19 29 15 26ZM-15 49C-20 51-20 58-17 61C-12 59-11 52-15 49Z",
        ),
        (
            "petal",
            "M-14 16C-16 18-15 21-13 22C-11 20-11 17-12 15ZM13 37C11 39 12 42 14 43C16 41 16 38 15 36ZM-17 61C-19 63-18 66-16 67C-14 65-14 62-15 60Z",
        ),
    ),
)

CLOVER = Kind(
    "klaver",
    72,
    10,
    leaf=(
        ("stem", "M-1 72C-6 60-10 54-17 48M1 72C6 64 10 60 16 56"),
        (
            "leaf",
            "M-17 48C-28 54-36 48-34 42C-32 36-22 38-17 48ZM-17 48C-24 38-22 29-15 29C-8 29-9 40-17 48ZM-17 48C-7 43-1 49-3 54C-6 60-14 56-17 48Z",
        ),
        (
            "under",
            "M16 56C6 60 2 54 4 49C7 44 13 48 16 56ZM16 56C10 46 13 39 19 40C25 41 23 50 16 56ZM16 56C25 51 32 56 30 62C27 67 19 63 16 56Z",
        ),
        ("line", "M-28 44L-26 49M-19 36L-12 36M-8 49L-10 54M18 47L22 48"),
    ),
    stem=(("stem", "M0 14C-3 32 3 52 0 72"),),
    full=(
        ("shade", rounded(13, 12, 21)),
        ("petal", rounded(10, 8, 16, turn=20)),
        ("heart", rounded(7, 3, 10)),
        ("leaf", "M0 22C-7 18-10 13-12 15C-9 23-4 24 0 22ZM0 22C7 18 10 13 12 15C9 23 4 24 0 22Z"),
    ),
    half=(
        ("shade", rounded(7, 12, 20, arc=130, y=10)),
        ("petal", rounded(6, 9, 17, arc=150, y=12)),
        ("heart", rounded(4, 5, 12, arc=120, y=13)),
        ("leaf", "M0 17C-7 16-12 10-13 13C-9 19-4 20 0 17ZM0 17C7 16 12 10 13 13C9 19 4 20 0 17Z"),
    ),
    bud=(
        ("petal", rounded(4, 7, 14, arc=100, y=11)),
        ("leaf", "M0 17C-9 16-12 8-9 3C-5 5-3 8 0 10C3 8 5 5 9 3C12 8 9 16 0 17Z"),
    ),
)

FRITILLARY = Kind(
    "kievitsbloem",
    104,
    6,
    leaf=(
        ("under", "M1 104C6 84 12 70 26 54C26 76 16 94 4 104Z"),
        ("leaf", "M-2 104C-8 84-14 66-28 46C-27 70-14 92 0 104Z"),
        ("line", "M-2 100C-9 84-16 70-23 60"),
    ),
    stem=(
        ("stem", "M-8-26C6-42 14-22 9 4C5 30 2 70 0 104"),
        (
            "leaf",
            "M6 24C14 14 22 8 32 8C28 18 18 24 6 26ZM4 48C-6 38-14 32-24 32C-20 42-8 50 4 51Z",
        ),
    ),
    full=(
        ("shade", "M-9-27C-27-20-27 4-24 22C-18 16-13 14-9 16C-4 13 2 16 8 21C11 2 8-20-9-27Z"),
        ("petal", "M-9-27C-20-20-21 6-18 20L-9 27L1 20C3 4 3-20-9-27Z"),
        (
            "line",
            "M-19-8H2M-20 0H3M-20 8H3M-18 16H1M-14-18C-15-4-15 12-14 22M-9-24V25M-4-18C-3-4-3 12-4 22",
        ),
        (
            "heart",
            "M-18-8h4v8h-4zM-9-8h5v8h-5zM-14 0h5v8h-5zM-4 0h6v8h-6zM-18 8h4v8h-4zM-9 8h5v8h-5zM-14-15h5v7h-5zM-13 16h4v6z",
        ),
    ),
    half=(
        ("petal", "M-9-27C-23-19-23 4-18 17L-9 22L1 17C5 4 3-20-9-27Z"),
        (
            "heart",
            "M-18-8h5v8h-5zM-9-8h5v8h-5zM-14 0h5v8h-5zM-4 0h6v8h-6zM-9 8h5v8h-5zM-14-15h5v7h-5z",
        ),
        ("line", "M-9-24V20M-14-18C-16-4-16 8-14 18M-4-18C-2-4-2 8-4 18"),
    ),
    bud=(
        ("petal", "M-9-27C-18-20-18-2-10 8C-2-2-1-20-9-27Z"),
        ("under", "M-9-27C-15-22-17-12-14-6C-9-12-4-12-4-6C-1-14-3-23-9-27Z"),
    ),
)

SUNFLOWER = Kind(
    "zonnebloem",
    132,
    10,
    leaf=(
        ("stem", "M0 132C0 120 1 110 0 102"),
        ("under", "M1 104C8 88 22 78 42 80C42 94 24 106 1 106Z"),
        ("leaf", "M-1 120C-6 98-20 88-44 88C-42 108-24 124-1 122Z"),
        ("line", "M-3 119C-14 106-24 98-36 93M3 103C14 94 24 88 34 85"),
    ),
    stem=(
        ("stem", "M0 10C3 44-3 92 0 132"),
        ("leaf", "M1 66C4 52 14 44 32 42C32 56 20 68 1 69Z"),
        ("line", "M3 65C10 56 18 50 25 47"),
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
        ("stem", "M0 116V98"),
        ("under", "M1 104C10 90 20 84 36 84C34 98 20 108 1 106Z"),
        ("leaf", "M-1 112C-8 96-20 88-38 88C-36 104-20 116-1 114Z"),
        ("line", "M-4 110C-14 100-22 95-31 92"),
    ),
    stem=(("stem", "M0 8C-4 40 4 80 0 116"), ("leaf", "M0 66C8 54 16 50 28 51C24 62 14 70 0 68Z")),
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
        ("under", "M2 74C4 54 8 40 18 26C21 44 14 62 7 74Z"),
        ("leaf", "M-6 74C-10 54-14 40-24 24C-22 46-10 60-1 74Z"),
        ("line", "M-4 71C-8 56-13 46-19 36"),
    ),
    stem=(
        ("stem", "M-7-16C2-34 12-20 9-2C6 18 2 48 0 74"),
        ("under", "M7-24C14-24 18-16 17-8C12-12 8-16 7-24Z"),
    ),
    full=(
        ("shade", "M-7-8C-10 0-12 6-12 12L-7 14L-2 12C-2 6-4 0-7-8Z"),
        ("leaf", "M-10 6C-11 8-11 10-10 12L-7 9L-4 12C-3 10-3 8-4 6L-7 8Z"),
        ("petal", "M-8-10C-22-6-30 8-27 20C-17 20-8 6-8-10Z"),
        ("petal", "M-6-10C7-6 15 8 13 20C2 20-6 6-6-10Z"),
        ("petal", "M-7-10C-13-4-13 6-8 14L-7 15L-6 14C-1 6-1-4-7-10Z"),
        ("leaf", disc(-7, -12, 4, 5)),
        ("line", "M-12-3C-18 3-22 10-23 15M-2-3C4 3 8 10 9 15"),
    ),
    half=(
        ("petal", "M-7-10C-17-4-21 9-17 20C-11 18-6 6-7-10Z"),
        ("petal", "M-7-10C3-4 7 9 3 20C-3 18-8 6-7-10Z"),
        ("petal", "M-7-10C-14-2-14 10-7 20C0 10 0-2-7-10Z"),
        ("leaf", disc(-7, -12, 4, 5)),
    ),
    bud=(
        ("petal", "M-7-10C-14-4-14 8-7 15C0 8 0-4-7-10Z"),
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
            "M1 70C4 62 12 54 24 52C30 55 27 62 20 65C14 68 8 69 1 70ZM1 70C0 60 4 50 11 46C16 48 14 56 9 62Z",
        ),
        (
            "leaf",
            "M-1 70C-5 62-13 56-26 55C-32 58-29 65-22 67C-15 69-8 70-1 70ZM0 70C-1 60-6 52-14 48C-19 51-16 58-10 63Z",
        ),
    ),
    stem=(("stem", "M0 6C5 24-4 48 0 70"),),
    full=(
        ("shade", rounded(11, 8, 24, turn=16, squash=0.92)),
        ("petal", rounded(11, 8, 25, squash=0.92)),
        ("heart", disc(0, 0, 9, 8)),
        ("dot", dots(7, 5) + dots(3, 2)),
    ),
    half=(
        ("shade", rounded(7, 8, 24, arc=112, y=10)),
        ("petal", rounded(6, 7, 22, arc=128, y=11)),
        ("leaf", "M-9 7C-8 14-4 17 0 17C4 17 8 14 9 7C3 4-3 4-9 7Z"),
    ),
    bud=(
        ("petal", rounded(4, 6, 15, arc=62, y=11)),
        ("leaf", "M-8 3C-9 12-4 16 0 16C4 16 9 12 8 3C5 5 3 3 0 1C-3 3-5 5-8 3Z"),
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
            "M2 112C10 92 18 80 24 62C26 82 16 100 5 112ZM1 112C6 98 8 86 9 72C14 88 10 102 4 112Z",
        ),
        (
            "leaf",
            "M-2 112C-10 94-20 82-27 66C-27 86-16 102-4 112ZM-1 112C-7 98-10 88-12 74C-16 90-10 104-3 112Z",
        ),
    ),
    stem=(("stem", "M0-30C1 20-1 70 0 112M1 104C10 80 14 52 17 12M-1 104C-10 84-15 64-18 30"),),
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
        ("under", "M1 118C8 100 16 86 30 72C28 92 16 108 4 118Z"),
        ("leaf", "M-1 118C-8 98-18 82-32 66C-30 88-16 108-3 118Z"),
    ),
    stem=(
        ("stem", "M0 16C-4 44 5 82 0 118"),
        (
            "leaf",
            "M0 56C8 44 14 36 26 30C22 44 14 54 1 61ZM1 78C-6 66-14 58-24 54C-20 66-10 78 1 83Z",
        ),
        ("under", "M-7 5C-10 14-6 22 0 23C6 22 10 14 7 5Z"),
        ("line", "M-6 12Q0 17 6 12M-5 17Q0 22 5 17"),
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
        ("leaf", "M-6 4C-9 14-5 22 0 23C5 22 9 14 6 4C2 2-2 2-6 4Z"),
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
