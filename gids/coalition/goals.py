"""Where the coalition wants to be, how far it is, and what it learned.

A figure that the site counts and one that somebody filled in from elsewhere are never mixed: each
goal has one of the two, and says which.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from operator import attrgetter

from msgspec import Struct

from gids import dutch
from gids.coalition.charts import line_chart
from gids.coalition.coverage import Coverage
from gids.coalition.figures import Figure, key_of, thousands
from gids.coalition.monitor import History
from gids.project import CoalitionFiles, Entry
from schema import (
    ComputedIndicator,
    Evaluation,
    Goal,
    Measured,
    Milestone,
    OutsideIndicator,
)

NOT_FILLED_IN = "nog niet ingevuld"
ROWS = 12
BY_DAY = attrgetter("day")


class Point(Struct, frozen=True):
    """A measured value; ``text`` as it is read, ``source`` empty where the site counted."""

    day: str
    text: str
    source: str
    url: str


class Step(Struct, frozen=True):
    """A milestone or an evaluation. ``state`` is gehaald, open, te laat, geweest or gepland."""

    day: str
    text: str
    state: str
    words: str
    learned: str


class Progress(Struct, frozen=True):
    """A goal as a page shows it. ``state`` is gehaald, onderweg, te laat or onbekend."""

    slug: str
    title: str
    why: str
    owner: str
    computed: bool
    measures: str
    measured_by: str
    now: str
    baseline: str
    target: str
    period: str
    state: str
    state_words: str
    steps: tuple[Step, ...]
    looks_back: tuple[Step, ...]
    points: tuple[Point, ...]
    chart: str
    example: bool


def progress(
    files: CoalitionFiles,
    figures: Mapping[str, Figure],
    past: History,
    found: Coverage,
    today: date,
) -> tuple[Progress, ...]:
    """Every goal, in the order of their files."""
    desk = Desk(figures, past, found, today)
    return tuple(desk.progress(entry) for entry in files.goals)


Series = tuple[tuple[date, int], ...]


class Desk(Struct, frozen=True, dict=True):
    """What a goal's progress depends on."""

    figures: Mapping[str, Figure]
    past: History
    found: Coverage
    today: date

    def progress(self, entry: Entry[Goal]) -> Progress:
        goal, indicator = entry.model, entry.model.indicator
        computed = isinstance(indicator, ComputedIndicator)
        series = self.series(indicator)
        unit = self.unit(indicator)
        now = series[-1][1] if series else None
        baseline = baseline_of(goal, series)
        state = self.state(goal, now)
        return Progress(
            slug=entry.slug,
            title=goal.title,
            why=goal.why or "",
            owner=goal.owner,
            computed=computed,
            measures=dutch.capital(self.measures(indicator)),
            measured_by="" if isinstance(indicator, ComputedIndicator) else indicator.source,
            now=self.now_words(indicator, now, unit),
            baseline=f"{in_unit(baseline[1], unit)} op {plain(baseline[0])}" if baseline else "",
            target="" if goal.target is None else in_unit(goal.target, unit),
            period=period_words(goal),
            state=state,
            state_words=STATE_WORDS[state],
            steps=tuple(self.step(one, goal, now) for one in sorted(goal.milestones, key=BY_DAY)),
            looks_back=tuple(self.look_back(one) for one in sorted(goal.evaluations, key=BY_DAY)),
            points=tuple(points(indicator, series, unit)),
            chart=line_chart(series, goal.target, unit, goal.title, f"doel-{entry.slug}"),
            example=goal.example,
        )

    def figure(self, indicator: ComputedIndicator) -> Figure | None:
        """None for a group that is not in the vocabulary."""
        audience = indicator.audience
        if audience is None:
            return self.figures[key_of(indicator.what)]
        wanted = dutch.slugify(audience)
        group = next(
            (g for g in self.found.groups if wanted in (g.slug, dutch.slugify(g.name))), None
        )
        return self.figures[key_of(indicator.what, group.slug)] if group else None

    def series(self, indicator: ComputedIndicator | OutsideIndicator) -> Series:
        """What was measured before, and for a figure of our own what it is today."""
        if isinstance(indicator, OutsideIndicator):
            return tuple(sorted((one.day, one.value) for one in indicator.measurements))
        figure = self.figure(indicator)
        if figure is None:
            return ()
        before = tuple(point for point in self.past.series(figure.key) if point[0] < self.today)
        return before if figure.value is None else (*before, (self.today, figure.value))

    def unit(self, indicator: ComputedIndicator | OutsideIndicator) -> str:
        if isinstance(indicator, OutsideIndicator):
            return "%" if indicator.unit == "procent" else ""
        figure = self.figure(indicator)
        return "%" if figure and figure.is_share else ""

    def measures(self, indicator: ComputedIndicator | OutsideIndicator) -> str:
        if isinstance(indicator, OutsideIndicator):
            return indicator.name
        figure = self.figure(indicator)
        return figure.label if figure else f"een groep die we niet kennen: {indicator.audience}"

    def now_words(
        self, indicator: ComputedIndicator | OutsideIndicator, now: int | None, unit: str
    ) -> str:
        if isinstance(indicator, ComputedIndicator):
            figure = self.figure(indicator)
            return figure.long if figure else "–"
        return NOT_FILLED_IN if now is None else in_unit(now, unit)

    def state(self, goal: Goal, now: int | None) -> str:
        if now is None or goal.target is None:
            return "onbekend"
        if reached(now, goal.target, goal):
            return "gehaald"
        return "te laat" if goal.last and goal.last < self.today else "onderweg"

    def step(self, one: Milestone, goal: Goal, now: int | None) -> Step:
        """Reached when somebody says so, or when the figure is there."""
        there = now is not None and one.value is not None and reached(now, one.value, goal)
        if one.reached_on:
            state, words = "gehaald", f"gehaald op {plain(one.reached_on)}"
        elif there:
            state, words = "gehaald", "het cijfer is er"
        elif one.day < self.today:
            state, words = "te laat", "had er al moeten zijn"
        else:
            state, words = "open", "nog niet"
        return Step(plain(one.day), one.text, state, words, "")

    def look_back(self, one: Evaluation) -> Step:
        """Afterwards it asks what was learned, until somebody wrote it down."""
        if one.day > self.today:
            return Step(plain(one.day), one.text, "gepland", "gepland", "")
        words = "geweest" if one.learned else "geweest; wat we leerden staat er nog niet"
        return Step(plain(one.day), one.text, "geweest", words, one.learned or "")


STATE_WORDS = {
    "gehaald": "Gehaald",
    "onderweg": "Onderweg",
    "te laat": "Niet op tijd gehaald",
    "onbekend": "Nog niet te zeggen",
}


def baseline_of(goal: Goal, series: Series) -> tuple[date, int] | None:
    """The one that was written down, else the first that was measured since the goal began."""
    indicator = goal.indicator
    if isinstance(indicator, ComputedIndicator) and indicator.baseline:
        return indicator.baseline.day, indicator.baseline.value
    since = (point for point in series if goal.first is None or point[0] >= goal.first)
    return next(since, None)


def reached(value: int, target: int, goal: Goal) -> bool:
    return value <= target if goal.downwards else value >= target


def in_unit(value: int, unit: str) -> str:
    return f"{thousands(value)}{unit}"


def plain(day: date) -> str:
    """``23 november 2026``."""
    return dutch.date_long(day).partition(" ")[2]


def period_words(goal: Goal) -> str:
    """``van 23 november 2026 tot en met 31 december 2027``, or the side that is known."""
    start = f"{'van' if goal.last else 'vanaf'} {plain(goal.first)}" if goal.first else ""
    end = f"tot en met {plain(goal.last)}" if goal.last else ""
    return f"{start} {end}".strip()


def points(
    indicator: ComputedIndicator | OutsideIndicator, series: Series, unit: str
) -> Iterator[Point]:
    """The table under the drawing, newest first: every measurement, or some spread over time."""
    if isinstance(indicator, OutsideIndicator):
        for one in sorted(indicator.measurements, key=lambda m: m.day, reverse=True):
            yield outside_point(one, unit)
    else:
        for day, value in reversed(spread(series)):
            yield Point(plain(day), in_unit(value, unit), "", "")


def outside_point(one: Measured, unit: str) -> Point:
    return Point(plain(one.day), in_unit(one.value, unit), one.source or "", one.url or "")


def spread(series: Sequence[tuple[date, int]], most: int = ROWS) -> list[tuple[date, int]]:
    """At most so many, the first and the last among them."""
    if len(series) <= most:
        return list(series)
    return [series[i * (len(series) - 1) // (most - 1)] for i in range(most)]
