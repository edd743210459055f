"""What there is for whom: the groups side by side, each group's tables, and what is behind them."""

from collections.abc import Iterator

from markupsafe import Markup, escape
from msgspec import Struct

from gids.coalition.cells import ALL, Cell
from gids.coalition.completeness import near_partners
from gids.coalition.coverage import Group, side_by_side
from gids.coalition.dependence import carried
from gids.coalition.gaps import Gap
from gids.coalition_pages.agreements import agreements, measured_before
from gids.coalition_pages.desk import ACTIVITIES_CSV, COVERAGE, TRAIL, Desk
from gids.directory import Link
from gids.press import Job, Page, root_of

COMPLETE, OF_MANY = 300, 40
"""Behind a number stands every activity; in a group of more than so many only the first, and where
the others are: the page stays light."""
REST = Markup('<li>en nog {} in de <a href="{}" download>tabel met alle activiteiten</a></li>')


class GapView(Struct, frozen=True):
    """What is missing, and who might fill it."""

    sentence: str
    near: tuple[Link, ...]


def coverage(desk: Desk) -> Iterator[Job]:
    """Every group side by side, all gaps, and what was agreed."""
    page = Page(
        COVERAGE.url,
        "Wat is er voor wie, waar en wanneer?",
        "Tabellen van wat er is, en wat er ontbreekt.",
        TRAIL,
    )
    yield desk.press.page(
        "coalitie/dekking.html",
        page,
        compared=side_by_side(desk.made.found),
        carried=tuple(carried(desk.made.found.groups)),
        gaps_by_group=tuple(gaps_by_group(desk)),
        agreed=tuple(agreements(desk)),
        measured=measured_before(desk),
    )


def gaps_by_group(desk: Desk) -> Iterator[tuple[str, tuple[GapView, ...]]]:
    """For everybody first, then per group, in the order in which they were found."""
    names = {group.slug: group.name for group in desk.made.found.groups} | {"": "Voor iedereen"}
    for slug in dict.fromkeys(gap.group for gap in desk.made.gaps):
        found = (gap for gap in desk.made.gaps if gap.group == slug)
        yield names[slug], tuple(gap_view(desk, gap) for gap in found)


def gap_view(desk: Desk, gap: Gap) -> GapView:
    return GapView(gap.sentence, near_partners(gap, desk.made.offers))


def groups(desk: Desk) -> Iterator[Job]:
    """Each group's own tables, and the list behind every number in them."""
    found = desk.made.found
    for group in (*found.groups, found.everything):
        url = f"{COVERAGE.url}{group.slug}/"
        what = group.phrase or "voor iedereen samen"
        page = Page(url, f"Wat er is {what}", f"Hoeveel er is {what}.", (*TRAIL, COVERAGE))
        yield desk.press.page(
            "coalitie/groep.html",
            page,
            group=group,
            shown=tuple(one.view for one in group.own) if group.slug != ALL else (),
            gaps=tuple(gap_view(desk, g) for g in desk.made.gaps if g.group in ("", group.slug)),
        )
        yield lists(desk, group, url, what)


def lists(desk: Desk, group: Group, url: str, what: str) -> Job:
    page = Page(
        f"{url}lijst/",
        f"Achter de getallen: wat er is {what}",
        f"De activiteiten achter elk getal {what}.",
        (*TRAIL, COVERAGE, Link(group.name, url)),
        index=False,
    )
    lines = {one.view.slug: line(one.view.title, one.view.url, page) for one in group.own}
    most = COMPLETE if len(group.own) <= COMPLETE else OF_MANY
    table = root_of(page.url) + ACTIVITIES_CSV

    def listed(cell: Cell) -> Markup:
        """The activities of a cell; of very many the first, and where to find the others."""
        shown = (lines[one.view.slug] for one in cell.offers[:most])
        rest = cell.count - most
        more = [REST.format(rest, table)] if rest > 0 else []
        return Markup(f'<ul class="behind">{"".join([*shown, *more])}</ul>')  # noqa: S704 - see line

    return desk.press.page("coalitie/lijst.html", page, group=group, listed=listed)


def line(title: str, url: str, page: Page) -> Markup:
    """One activity in a list, rendered once and used in every cell that it is in."""
    address = f"{root_of(page.url)}{escape(url)}"
    return Markup(f'<li><a href="{address}">{escape(title)}</a></li>')  # noqa: S704 - escaped here
