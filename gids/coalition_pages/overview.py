"""The pages about everybody together: how it stands, coverage, goals, network, news, approach."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup, escape

from gids import dutch
from gids.coalition.completeness import freshness
from gids.coalition.coverage import ALL, Cell, Grid, Group, side_by_side
from gids.coalition.digest import Digest, mail_text, short_mail_text, subject
from gids.coalition.expectations import Shortfall, Verdict, shortfall_words
from gids.coalition.figures import Figure, key_of
from gids.coalition.gaps import Gap, headlines
from gids.coalition.goals import plain
from gids.coalition.monitor import since_words
from gids.coalition.network import EVERY_KIND, Notice
from gids.coalition_pages.desk import (
    APPROACH,
    COALITION,
    COVERAGE,
    DOWNLOADS,
    GOALS,
    NETWORK,
    NEWS,
    TRAIL,
    Desk,
)
from gids.directory import Link
from gids.pages import HOME, Job, Page
from schema import Idea, Principle

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
LISTED_IN_A_CELL, LISTED_IF_MANY, MANY = 100, 40, 300
"""How many activities stand behind a number; fewer in a group of many: the page stays light."""
MAILTO_LIMIT = 1800
"""A longer address is cut off by some mail programs; then there is only the text to take along."""


# --- how it stands ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Bed:
    """A group of the plan and its week."""

    slug: str
    week: Grid


@dataclass(frozen=True, slots=True)
class Stale:
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


def labelled(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """With a capital, as a list of figures shows them."""
    return tuple(Figure(f.key, dutch.capital(f.label), f.count, f.of) for f in figures)


def stale(desk: Desk) -> Iterator[Stale]:
    """Partners with something that nobody confirmed lately, most of it first."""
    found = []
    for one in desk.directory.organisations:
        fresh = {f.key: len(f.activities) for f in freshness(desk.own_views(one.url))}
        if fresh["oud"] + fresh["verlopen"] + fresh["onbekend"]:
            link = Link(one.name, one.url)
            found.append(Stale(link, fresh["oud"], fresh["verlopen"], fresh["onbekend"]))
    yield from sorted(found, key=lambda s: -(s.old + s.expired + s.never))


def unknowable(desk: Desk) -> tuple[str, ...]:
    return tuple(map(dutch.sentence, desk.project.coalition.approach.unknowable))


# --- what was agreed -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Lacking:
    """For whom or where it is not met, and since when."""

    words: str
    since: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """An expectation as a page shows it."""

    sentence: str
    met: bool
    unjudged: bool
    kept: int
    of: int
    period: str
    short: tuple[Lacking, ...]
    example: bool


def agreements(desk: Desk) -> Iterator[Agreement]:
    for verdict in desk.made.verdicts:
        yield Agreement(
            verdict.expectation.sentence,
            verdict.met,
            not verdict.subjects,
            verdict.kept,
            len(verdict.subjects),
            period_words(desk, verdict),
            tuple(lacking(desk, verdict, short) for short in verdict.short),
            verdict.expectation.example,
        )


def period_words(desk: Desk, verdict: Verdict) -> str:
    """About which days it is judged."""
    name = verdict.expectation.holiday
    if name is None:
        return "Gekeken naar de komende acht weken."
    period = next((p for p in desk.made.found.periods if p.slug == dutch.slugify(name)), None)
    if period is None:
        return ""
    if period.first == period.last:
        return f"Gekeken naar {dutch.date_long(period.first)}."
    return f"Gekeken naar {plain(period.first)} tot en met {plain(period.last)}."


def lacking(desk: Desk, verdict: Verdict, short: Shortfall) -> Lacking:
    expectation = verdict.expectation
    since = since_words(desk.made.past, expectation.slug, short.subject.slug, desk.made.today)
    return Lacking(dutch.capital(shortfall_words(short, expectation.rhythm)), since)


# --- what there is for whom ------------------------------------------------------------------


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
        gaps_by_group=tuple(gaps_by_group(desk)),
        agreed=tuple(agreements(desk)),
    )


def gaps_by_group(desk: Desk) -> Iterator[tuple[str, tuple[Gap, ...]]]:
    """For everybody first, then per group, in the order in which they were found."""
    names = {group.slug: group.name for group in desk.made.found.groups} | {"": "Voor iedereen"}
    for slug in dict.fromkeys(gap.group for gap in desk.made.gaps):
        yield names[slug], tuple(gap for gap in desk.made.gaps if gap.group == slug)


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
            gaps=tuple(g for g in desk.made.gaps if g.group in ("", group.slug)),
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
    most = LISTED_IN_A_CELL if len(group.own) <= MANY else LISTED_IF_MANY

    def listed(cell: Cell) -> Markup:
        """The activities of a cell; of very many the first."""
        shown = (lines[one.view.slug] for one in cell.offers[:most])
        rest = cell.count - most
        more = [Markup("<li>en nog {}</li>").format(rest)] if rest > 0 else []
        return Markup('<ul class="behind">{}</ul>').format(Markup("").join([*shown, *more]))

    return desk.press.page("coalitie/lijst.html", page, group=group, listed=listed)


def line(title: str, url: str, page: Page) -> Markup:
    """One activity in a list, rendered once and used in every cell that it is in."""
    root = "../" * page.url.count("/")
    return Markup('<li><a href="{}{}">{}</a></li>').format(root, url, escape(title))


# --- goals, network, news --------------------------------------------------------------------


def goals(desk: Desk) -> Iterator[Job]:
    page = Page(
        GOALS.url, "Doelen en mijlpalen", "Waar de coalitie naartoe wil en hoe ver zij is.", TRAIL
    )
    yield desk.press.page(
        "coalitie/doelen.html", page, goals=desk.made.goals, unknowable=unknowable(desk)
    )


def network(desk: Desk) -> Iterator[Job]:
    found = desk.made.network
    page = Page(NETWORK.url, "Het netwerk", "Wie wat doet, voor wie en met wie.", TRAIL)
    yield desk.press.page(
        "coalitie/netwerk.html",
        page,
        network=found,
        wanted=tuple(by_kind(found.wanted)),
        offered=tuple(by_kind(found.offered)),
        now=desk.made.digests[0],
    )


def by_kind(notices: Sequence[Notice]) -> Iterator[tuple[str, tuple[Notice, ...]]]:
    for kind in EVERY_KIND:
        found = tuple(one for one in notices if one.kind == kind)
        if found:
            yield dutch.capital(kind), found


def news(desk: Desk) -> Iterator[Job]:
    """The month that runs, and a page for each month that was kept."""
    months = desk.made.digests
    page = Page(NEWS.url, "Nieuws voor partners", "Wat er nieuw is en wat er stopte.", TRAIL)
    yield about_month(desk, page, months[0])
    for digest in months:
        title = f"Nieuws voor partners, {digest.name}"
        page = Page(digest.url, title, f"Nieuws van {digest.name}.", (*TRAIL, NEWS), index=False)
        yield about_month(desk, page, digest)


def about_month(desk: Desk, page: Page, digest: Digest) -> Job:
    others = tuple(one for one in desk.made.digests if one is not digest)
    return desk.press.page(
        "coalitie/nieuws.html",
        page,
        digest=digest,
        others=others,
        mail_link=mail_link(desk, digest),
    )


def mail(desk: Desk, digest: Digest) -> str:
    site = desk.directory.site
    return mail_text(digest, site.name, address(desk, digest), site.phone.text)


def address(desk: Desk, digest: Digest) -> str:
    """Where the month stands on the internet; empty while the site has no address."""
    base = desk.directory.site.base_url.rstrip("/")
    return f"{base}/{digest.url}" if base else ""


def mail_link(desk: Desk, digest: Digest) -> str:
    """A mail that is written already: all of it, or where to read it; else empty."""
    name, where = desk.directory.site.name, address(desk, digest)
    texts = [mail(desk, digest), *([short_mail_text(digest, name, where)] if where else [])]
    about = quote(subject(digest, name))
    links = (f"mailto:?subject={about}&body={quote(text)}" for text in texts)
    return next((link for link in links if len(link) <= MAILTO_LIMIT), "")


# --- the approach ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PrincipleView:
    """A pillar or starting point with the live figures beside it."""

    name: str
    text: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class ApproachView:
    lead: str
    pillars: tuple[PrincipleView, ...]
    principles: tuple[PrincipleView, ...]
    unknowable: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IdeaView:
    """What somebody proposed; ``whose`` completes “Van een …”."""

    text: str
    whose: str
    day: str
    state: str
    answer: str
    example: bool


def approach(desk: Desk) -> Iterator[Job]:
    """The pillars and starting points, and what residents proposed."""
    written = desk.project.coalition.approach
    page = Page(
        APPROACH.url,
        "De aanpak",
        "De pijlers en uitgangspunten van het plan, met de cijfers erbij.",
        (HOME,),
    )
    reviewed = desk.figure(key_of("bekeken door ervaringsdeskundigen"))
    view = ApproachView(
        written.lead or "",
        tuple(principle(desk, one) for one in written.pillars),
        tuple(principle(desk, one) for one in written.principles),
        unknowable(desk),
    )
    ideas = sorted(desk.project.coalition.ideas.ideas, key=lambda one: one.day, reverse=True)
    yield desk.press.page(
        "coalitie/aanpak.html",
        page,
        approach=view,
        ideas=tuple(map(idea, ideas)),
        reviewed=f"{dutch.capital(reviewed.label)}: {reviewed.long}.",
    )


def principle(desk: Desk, one: Principle) -> PrincipleView:
    found = (desk.figure(key_of(name)) for name in one.figures if key_of(name) in desk.made.figures)
    return PrincipleView(one.name, one.text, labelled(found))


def idea(one: Idea) -> IdeaView:
    return IdeaView(
        one.text,
        one.whose,
        plain(one.day),
        dutch.capital(one.state),
        one.answer or "",
        one.example,
    )
