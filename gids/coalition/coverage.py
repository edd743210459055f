"""What there is for whom: tables of counts, each cell with the activities behind it.

A group is everybody together, or one audience. Each group has the same grids, and every cell of
every table on the site is a cell of one of them, so that a number and its list cannot disagree.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from gids.coalition.cells import ALL, Cell, Grid, Row
from gids.coalition.grids import UNDATED, WEEK, Area, Stock, grids_of
from gids.coalition.holidays import Period
from gids.coalition.offer import UNKNOWN, Offer
from gids.directory import Directory, Facet
from gids.project import Project
from schema import Expectations, Term


class Group(Struct, frozen=True, dict=True):
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


class Coverage(Struct, frozen=True):
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
        totals(groups, "toegang", "Voor wie, en kan men er goed in"),
        *([totals(groups, "vrij", "Voor wie en in stille tijden")] if found.periods else []),
    )


def totals(groups: Sequence[Group], grid: str, caption: str) -> Grid:
    """The rows of one grid as columns, with their totals for each group."""
    heads = tuple(row.head for row in groups[-1].rows(grid))
    rows = tuple(Row(g.slug, g.name, tuple(r.cells[-1] for r in g.rows(grid))) for g in groups)
    return Grid(f"wie-{grid}", caption, "Voor wie", heads, rows)
