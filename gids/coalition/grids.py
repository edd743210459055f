"""The tables of one group: by day, place, cost, way in, and in quiet times."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from msgspec import Struct

from gids import dutch
from gids.coalition.cells import ALL, Cell, Grid, Row
from gids.coalition.holidays import Period
from gids.coalition.offer import NOTHING_TO_ENTER, Offer, Week, slot, week
from gids.values import WEEKDAYS
from schema import PARTS_OF_DAY

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


class WeekPart(Struct, frozen=True):
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


class Area(Struct, frozen=True):
    """A neighbourhood. ``phrase`` completes a sentence: “in De Glip”, “bij het station”.

    ``counts`` says whether a gap here means something: the whole town and what lies around it are
    no neighbourhoods.
    """

    slug: str
    name: str
    phrase: str
    counts: bool


class Stock(Struct, frozen=True):
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
