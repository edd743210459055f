"""A figure over time as SVG: a drawing beside a table that says the same.

Colours come from the style sheet. Where nothing was measured for more than a week no line is drawn,
and a figure that was measured once is one dot.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape

from msgspec import Struct

from gids.coalition.monitor import stretches

WIDTH, HEIGHT = 360, 190
LEFT, RIGHT, TOP, BOTTOM = 46, 12, 18, 26
STEPS = (1, 2, 5)


class Frame(Struct, frozen=True):
    """Where days and values fall on the paper."""

    first: date
    last: date
    top: int

    def x(self, day: date) -> float:
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def y(self, value: int) -> float:
        return round(HEIGHT - BOTTOM - value / self.top * (HEIGHT - TOP - BOTTOM), 1)


def line_chart(
    series: Sequence[tuple[date, int]], target: int | None, unit: str, name: str, mark: str
) -> str:
    """The drawing; ``unit`` is ``%`` or empty, ``mark`` makes its ids unique on the page."""
    top = round_up(max([1, target or 0, *(value for _, value in series)]))
    first = series[0][0] if series else date.min
    frame = Frame(first, series[-1][0] if series else date.min, 100 if unit == "%" else top)
    parts = "".join((*axis(frame, unit), *target_line(frame, target, unit), *lines(frame, series)))
    title, words = escape(name), escape(description(series, target, unit))
    return (
        f'<svg class="chart" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        f' aria-labelledby="{mark}-titel {mark}-tekst"><title id="{mark}-titel">{title}</title>'
        f'<desc id="{mark}-tekst">{words}</desc>{parts}</svg>'
    )


def round_up(value: int) -> int:
    """The next 1, 2 or 5 with zeros behind it, so that lines fall on plain numbers."""
    size = 1
    while True:
        for step in STEPS:
            if step * size >= value:
                return step * size
        size *= 10


def axis(frame: Frame, unit: str) -> Iterator[str]:
    """Three lines with their numbers, and the first and last day."""
    for value in dict.fromkeys((0, frame.top // 2, frame.top)):
        y = frame.y(value)
        yield f'<path class="chart-line" d="M{LEFT} {y}H{WIDTH - RIGHT}"/>'
        yield f'<text x="{LEFT - 6}" y="{y + 4}" text-anchor="end">{value}{unit}</text>'
    yield f'<text x="{LEFT}" y="{HEIGHT - 8}">{short(frame.first)}</text>'
    if frame.last > frame.first:
        right = WIDTH - RIGHT
        yield f'<text x="{right}" y="{HEIGHT - 8}" text-anchor="end">{short(frame.last)}</text>'


def target_line(frame: Frame, target: int | None, unit: str) -> Iterator[str]:
    if target is not None:
        y = frame.y(target)
        yield f'<path class="chart-target" d="M{LEFT} {y}H{WIDTH - RIGHT}"/>'
        yield f'<text x="{WIDTH - RIGHT}" y="{y - 5}" text-anchor="end">doel: {target}{unit}</text>'


def lines(frame: Frame, series: Sequence[tuple[date, int]]) -> Iterator[str]:
    for stretch in stretches(series):
        points = [f"{frame.x(day)} {frame.y(value)}" for day, value in stretch]
        if len(points) > 1:
            yield f'<path class="chart-series" d="M{"L".join(points)}"/>'
        else:
            x, y = points[0].split()
            yield f'<circle class="chart-dot" cx="{x}" cy="{y}" r="4"/>'
    if series:
        day, value = series[-1]
        yield f'<circle class="chart-dot" cx="{frame.x(day)}" cy="{frame.y(value)}" r="4"/>'


def short(day: date) -> str:
    """``23-11-’26``."""
    return f"{day.day}-{day.month}-’{day:%y}"


def description(series: Sequence[tuple[date, int]], target: int | None, unit: str) -> str:
    """What the drawing shows, for who does not see it."""
    if not series:
        return "Er is nog niets gemeten."
    (first, start), (last, end) = series[0], series[-1]
    told = (
        f"Op {short(first)} was het {start}{unit}."
        if first == last
        else f"Van {start}{unit} op {short(first)} naar {end}{unit} op {short(last)}."
    )
    return f"{told} Het doel is {target}{unit}." if target is not None else told
