"""What there is for whom: tables of counts, each cell with the activities behind it.

A group is everybody together, or one audience. Each group has the same grids, and every cell of
every table on the site is a cell of one of them, so that a number and its list cannot disagree.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from gids import dutch
from gids.coalition.holidays import Period
from gids.coalition.offer import NOTHING_TO_ENTER, UNKNOWN, Offer, Week, slot, week
from gids.directory import Directory, Facet
from gids.project import Project
from gids.values import WEEKDAYS
from schema import PARTS_OF_DAY, Expectations, Term

LEVELS = (1, 2, 4, 8)
"""From these counts on a cell is one shade darker."""
ALL = "alles"
COSTS = (
    ("gratis", "Gratis"),
    ("vrije gift", "Vrije gift"),
    ("betaald", "Betaald"),
    ("onbekend", "Onbekend"),
)
ACCESS = (
    ("ja", "Zonder drempels"),
    ("deels", "Deels zonder drempels"),
    ("nee", "Met drempels"),
    ("onbekend", "Onbekend"),
    (NOTHING_TO_ENTER, "Thuis, telefoon of online"),
)
MISSED = ("gratis", "ja")
"""The costs and the ways in that a group can miss."""


@dataclass(frozen=True, slots=True)
class WeekPart:
    """A column of most grids. ``spoken`` completes “Er is … iets”: “op zondag”.

    Without ``slots`` it is for what has no date in the coming eight weeks.
    """

    key: str
    head: str
    spoken: str
    slots: Week


def slots_on(days: Iterable[int], parts: Iterable[int]) -> Week:
    return week(slot(day, part) for day, part in product(days, parts))


WEEK = (
    WeekPart("overdag", "ma–vr overdag", "doordeweeks overdag", slots_on(range(5), [0, 1])),
    WeekPart("avond", "ma–vr avond", "op doordeweekse avonden", slots_on(range(5), [2])),
    WeekPart("zaterdag", "zaterdag", "op zaterdag", slots_on([5], range(3))),
    WeekPart("zondag", "zondag", "op zondag", slots_on([6], range(3))),
)
UNDATED = WeekPart("zonder-datum", "zonder datum", "zonder datum in de komende acht weken", 0)


@dataclass(frozen=True, slots=True)
class Cell:
    """A count and what is behind it. ``key`` is unique within ``group``.

    ``missed`` says whether nothing here is a gap: nobody misses what is unknown, or has steps.
    """

    group: str
    key: str
    spoken: str
    offers: tuple[Offer, ...]
    missed: bool = True

    @property
    def count(self) -> int:
        return len(self.offers)

    @property
    def level(self) -> int:
        """0 for nothing, up to 4: how dark the cell is."""
        return sum(self.count >= least for least in LEVELS)

    @property
    def is_gap(self) -> bool:
        return self.missed and not self.offers

    @property
    def address(self) -> str:
        """Where its activities are listed, from the page with the tables on."""
        return f"{self.group}/lijst/#{self.key}"


@dataclass(frozen=True, slots=True)
class Row:
    """A heading and its cells."""

    key: str
    head: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. ``corner`` says what the row headings are."""

    key: str
    caption: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Group:
    """Everybody together (slug ``alles``), or one audience.

    ``phrase`` completes a sentence: “voor ouderen”; for everybody it is empty. ``own`` are the
    activities that name the group; ``open_to`` adds those for everyone.
    """

    slug: str
    name: str
    phrase: str
    first: bool
    own: tuple[Offer, ...]
    open_to: tuple[Offer, ...]
    grids: tuple[Grid, ...]

    @cached_property
    def cells(self) -> dict[str, Cell]:
        return {cell.key: cell for grid in self.grids for row in grid.rows for cell in row.cells}

    def rows(self, grid: str) -> tuple[Row, ...]:
        return next((g.rows for g in self.grids if g.key == grid), ())


@dataclass(frozen=True, slots=True)
class Area:
    """A neighbourhood. ``phrase`` completes a sentence: “in De Glip”, “bij het station”.

    ``counts`` says whether a gap here means something: the whole town and what lies around it are
    no neighbourhoods.
    """

    slug: str
    name: str
    phrase: str
    counts: bool


@dataclass(frozen=True, slots=True)
class Coverage:
    """All groups, those of the plan first; ``everything`` is everybody together."""

    everything: Group
    groups: tuple[Group, ...]
    areas: tuple[Area, ...]
    periods: tuple[Period, ...]
    for_everyone: str

    @property
    def first(self) -> tuple[Group, ...]:
        return tuple(group for group in self.groups if group.first)


def coverage(
    directory: Directory, project: Project, offered: tuple[Offer, ...], periods: tuple[Period, ...]
) -> Coverage:
    """The groups of the plan first, then the others in the order of the site."""
    expectations = project.coalition.expectations
    areas = tuple(areas_of(project.vocabularies["wijken"].terms, offered, expectations))
    everyone = expectations.for_everyone
    order = {slug: place for place, slug in enumerate(expectations.first_audiences)}
    facets = sorted(directory.audiences, key=lambda f: order.get(f.slug, len(order)))

    def group(facet: Facet) -> Group:
        own = tuple(o for o in offered if facet.slug in o.audiences)
        open_to = tuple(o for o in offered if facet.slug in o.audiences or everyone in o.audiences)
        phrase = facet.heading[:1].lower() + facet.heading[1:]
        grids = tuple(grids_of(Stock(facet.slug, own), areas, periods))
        return Group(facet.slug, facet.name, phrase, facet.slug in order, own, open_to, grids)

    grids = tuple(grids_of(Stock(ALL, offered), areas, periods))
    everything = Group(ALL, "Alles samen", "", False, offered, offered, grids)
    return Coverage(everything, tuple(map(group, facets)), areas, periods, everyone)


def areas_of(
    terms: Iterable[Term], offered: Iterable[Offer], expectations: Expectations
) -> Iterator[Area]:
    """The neighbourhoods, and a row for what lies in none that we know."""
    for term in terms:
        counts = term.slug not in expectations.not_neighbourhoods
        yield Area(term.slug, term.name, term.phrase or f"in {term.name}", counts)
    if any(one.neighbourhood == UNKNOWN for one in offered):
        yield Area(UNKNOWN, "Wijk onbekend", "in een onbekende wijk", False)


# --- the grids of one group ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Stock:
    """Activities of one group, to be counted."""

    group: str
    offers: tuple[Offer, ...]

    def having(self, attribute: str, value: str) -> "Stock":
        return Stock(self.group, tuple(o for o in self.offers if getattr(o, attribute) == value))

    def during(self, part: WeekPart) -> "Stock":
        if not part.slots:
            return Stock(self.group, tuple(o for o in self.offers if not o.week))
        return Stock(self.group, tuple(o for o in self.offers if o.week & part.slots))

    def within(self, period: Period, part: WeekPart) -> "Stock":
        weeks = period.weeks
        going = (o for o in self.offers if weeks.get(o.view.slug, 0) & part.slots)
        return Stock(self.group, tuple(going))

    def cell(self, key: str, spoken: str, *, missed: bool = True) -> Cell:
        return Cell(self.group, key, spoken, self.offers, missed)

    def row(
        self, key: str, head: str, phrase: str, parts: Iterable[WeekPart], *, missed: bool = True
    ) -> Row:
        """One cell per part of the week, and at the end everything."""
        cells = (
            self.during(part).cell(
                f"{key}-{part.key}",
                f"{part.spoken} {phrase}".strip(),
                missed=missed and part is not UNDATED,
            )
            for part in parts
        )
        whole = self.cell(f"{key}-{ALL}", phrase or "alles samen", missed=missed)
        return Row(key, head, (*cells, whole))


def grids_of(stock: Stock, areas: Sequence[Area], periods: Sequence[Period]) -> Iterator[Grid]:
    """Every table of a group."""
    days = (*(dutch.capital(part) for part in PARTS_OF_DAY), "Alles")
    heads = (*(part.head for part in (*WEEK, UNDATED)), "Alles")
    quiet = (*(part.head for part in WEEK), "Alles")
    yield Grid("week", "Dag en deel van de dag", "Dag", days, tuple(day_rows(stock)))
    yield Grid("wijk", "Waar en wanneer", "Wijk", heads, tuple(area_rows(stock, areas)))
    yield Grid("kosten", "Wat het kost", "Kosten", heads, tuple(word_rows(stock, "cost", COSTS)))
    access = tuple(word_rows(stock, "access", ACCESS))
    yield Grid("toegang", "Kan men er in", "De weg naar binnen", heads, access)
    if periods:
        rows = tuple(period_row(stock, period) for period in periods)
        yield Grid("vrij", "In stille tijden", "Wanneer", quiet, rows)


def day_rows(stock: Stock) -> Iterator[Row]:
    """Seven days by three parts of the day, and the whole day."""
    for day, name in enumerate(WEEKDAYS):
        parts = [
            WeekPart(word, "", f"op {name}{word}", week([slot(day, part)]))
            for part, word in enumerate(PARTS_OF_DAY)
        ]
        whole = WeekPart(ALL, "", f"op {name}", slots_on([day], range(3)))
        cells = (
            stock.during(part).cell(f"{name}-{part.key}", part.spoken) for part in (*parts, whole)
        )
        yield Row(name, dutch.capital(name), tuple(cells))


def area_rows(stock: Stock, areas: Iterable[Area]) -> Iterator[Row]:
    """One row per neighbourhood, and all together."""
    parts = (*WEEK, UNDATED)
    for one in areas:
        near = stock.having("neighbourhood", one.slug)
        yield near.row(f"wijk-{one.slug}", one.name, one.phrase, parts, missed=one.counts)
    yield stock.row("samen", "Samen", "", parts)


def word_rows(stock: Stock, attribute: str, words: Iterable[tuple[str, str]]) -> Iterator[Row]:
    """One row per word that the attribute can hold."""
    for word, name in words:
        key, phrase = f"{attribute}-{dutch.slugify(word)}", f"({name.lower()})"
        found = stock.having(attribute, word)
        yield found.row(key, name, phrase, (*WEEK, UNDATED), missed=word in MISSED)


def period_row(stock: Stock, period: Period) -> Row:
    """What goes on in a quiet time, by part of the week."""
    key, anytime = f"vrij-{period.slug}", WeekPart(ALL, "", "", slots_on(range(7), range(3)))
    cells = (
        stock.within(period, part).cell(
            f"{key}-{part.key}", f"{part.spoken} {period.phrase}".strip()
        )
        for part in (*WEEK, anytime)
    )
    return Row(key, period.head, tuple(cells))


# --- groups side by side ---------------------------------------------------------------------


def side_by_side(found: Coverage) -> tuple[Grid, ...]:
    """The groups compared: when, where, cost, way in, quiet times."""
    groups = (*found.groups, found.everything)
    shown = (*found.first, found.everything)
    by_time = tuple(Row(g.slug, g.name, g.rows("wijk")[-1].cells) for g in groups)
    by_place = tuple(
        Row(row.key, row.head, tuple(g.cells[f"{row.key}-{ALL}"] for g in shown))
        for row in found.everything.rows("wijk")
    )
    heads = (*(part.head for part in (*WEEK, UNDATED)), "Alles")
    return (
        Grid("wanneer", "Voor wie en wanneer", "Voor wie", heads, by_time),
        Grid("waar", "Waar en voor wie", "Wijk", tuple(g.name for g in shown), by_place),
        totals(groups, "kosten", "Voor wie en wat het kost"),
        totals(groups, "toegang", "Voor wie en kan men er in"),
        *([totals(groups, "vrij", "Voor wie en in stille tijden")] if found.periods else []),
    )


def totals(groups: Sequence[Group], grid: str, caption: str) -> Grid:
    """The rows of one grid as columns, with their totals for each group."""
    heads = tuple(row.head for row in groups[-1].rows(grid))
    rows = tuple(Row(g.slug, g.name, tuple(r.cells[-1] for r in g.rows(grid))) for g in groups)
    return Grid(f"wie-{grid}", caption, "Voor wie", heads, rows)
