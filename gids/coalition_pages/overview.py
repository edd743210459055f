"""How it stands: figures, gaps, agreements, goals and freshness on one page, and the goals."""

from collections.abc import Iterator

from msgspec import Struct

from gids.coalition.cells import Grid
from gids.coalition.completeness import freshness
from gids.coalition.coverage import Group
from gids.coalition.gaps import headlines
from gids.coalition_pages.agreements import agreements, measured_before
from gids.coalition_pages.desk import (
    COALITION,
    DOWNLOADS,
    GOALS,
    TRAIL,
    Desk,
    labelled,
    unknowable,
)
from gids.directory import Link
from gids.pages import HOME
from gids.press import Job, Page

SHOWN = (
    "activiteiten",
    "partners-met-aanbod",
    "bevestigd-in-90-dagen",
    "eerste-keer-beschreven",
    "drempels-bekend",
    "gratis",
    "talen",
    "verwachtingen-gehaald",
)
HEADLINES = 8


class Bed(Struct, frozen=True):
    """A group of the plan and its week."""

    slug: str
    week: Grid


class Stale(Struct, frozen=True):
    """How much of a partner's offer can use a confirmation."""

    link: Link
    old: int
    expired: int
    never: int


def index(desk: Desk) -> Iterator[Job]:
    """Gaps, freshness, goals and milestones on one page."""
    made, agreed = desk.made, tuple(agreements(desk))
    page = Page(
        COALITION.url,
        "Hoe staat het ervoor?",
        "Wat er is, wat er ontbreekt en of de coalitie haar doelen haalt.",
        (HOME,),
    )
    yield desk.press.page(
        "coalitie/index.html",
        page,
        shown=labelled(made.figures[key] for key in SHOWN),
        headlines=headlines(made.gaps, HEADLINES),
        gap_count=len(made.gaps),
        agreed=agreed,
        measured=measured_before(desk),
        short=tuple(one for one in agreed if not one.met and not one.unjudged),
        groups=tuple(bed(group) for group in made.found.first),
        goals=made.goals,
        fresh=freshness(desk.directory.activities),
        stale=tuple(stale(desk)),
        downloads=tuple((link.url, link.name) for link in DOWNLOADS),
        unknowable=unknowable(desk),
    )


def bed(group: Group) -> Bed:
    """The week of a group, with its name above it."""
    rows = group.rows("week")
    week = next(grid for grid in group.grids if grid.key == "week")
    return Bed(group.slug, Grid("week", group.name, week.corner, week.columns, rows))


def stale(desk: Desk) -> Iterator[Stale]:
    """Partners with something that nobody confirmed lately, most of it first."""
    found = []
    for one in desk.directory.organisations:
        fresh = {f.key: len(f.activities) for f in freshness(desk.own_views(one.url))}
        if fresh["oud"] + fresh["verlopen"] + fresh["onbekend"]:
            link = Link(one.name, one.url)
            found.append(Stale(link, fresh["oud"], fresh["verlopen"], fresh["onbekend"]))
    yield from sorted(found, key=lambda s: -(s.old + s.expired + s.never))


def goals(desk: Desk) -> Iterator[Job]:
    page = Page(
        GOALS.url, "Doelen en mijlpalen", "Waar de coalitie naartoe wil en hoe ver zij is.", TRAIL
    )
    yield desk.press.page(
        "coalitie/doelen.html", page, goals=desk.made.goals, unknowable=unknowable(desk)
    )
