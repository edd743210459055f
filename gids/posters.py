"""Posters and leaflets, per activity and per theme, to print from the browser.

One page holds both: the poster takes the size of the paper that is chosen (A4 or A3), the leaflet
is A5. Which of the two is printed follows the link that was clicked, by style sheet alone. How
large the type is follows from how much there is to say, so that nothing falls off the paper.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import ceil

from msgspec import Struct

from gids import dutch
from gids.directory import ActivityView, Facet, Line, Link
from gids.pages import ACTIVITIES, HOME, unique_titles
from gids.press import Job, Page, Press, root_of
from gids.values import WEEKDAYS

SCALES = (
    ("groot", 1.35),
    ("ruim", 1.2),
    ("gewoon", 1.0),
    ("vol", 0.85),
    ("krap", 0.72),
    ("klein", 0.6),
)
"""How much larger or smaller the type of affiche.css can be, the largest first."""
LETTER = 0.51
"""How wide a letter is on average, as a share of its size; a bold one is wider."""
BOLD = 0.56
TOO_SMALL = ("klein",)
"""For a list of activities: on A4 the next one up is still 15 points."""
MOST_ON_A_THEME = 12
TITLES = (("groot", 8.6, 11), ("midden", 6.8, 16), ("smal", 5.2, 99))
"""Sizes of a title, and the longest word that fits beside the flower in each."""


class Paper(Struct, frozen=True):
    """The measures of a paper in hundredths of its width, as affiche.css has them.

    ``body`` is the height between its top and its foot; ``lead`` and ``fact`` are sizes of type.
    """

    body: float
    title: float
    lead: float
    fact: float


POSTER = Paper(body=111, title=62, lead=3.8, fact=3.5)
LEAFLET = Paper(body=115, title=66, lead=3.6, fact=3.1)
WIDTH, LABEL, FLOWER = 86, 22, 33
SMALLER = 0.86


class Sheet(Struct, frozen=True):
    """One paper with what stands on it; ``title_size`` and ``scale`` are classes in affiche.css.

    ``stacked`` facts have their label above them instead of beside them.
    """

    title: str
    title_size: str
    scale: str
    lead: str
    facts: tuple[Line, ...]
    closing: str
    stacked: bool


def all_of(press: Press) -> Iterator[Job]:
    """Every listed activity, and every theme that has something."""
    titles = unique_titles(press.directory.activities)
    for view in press.directory.listed:
        yield of_activity(press, view, titles[view.slug])
    for theme in press.directory.themes:
        if theme.activities:
            yield of_theme(press, theme)


# --- of an activity --------------------------------------------------------------------------


def of_activity(press: Press, view: ActivityView, title: str) -> Job:
    """``title`` is that of the page, which no other page has."""
    page = Page(
        f"{view.url}affiche/",
        f"Affiche: {title}",
        f"Affiche en foldertje van {view.title}, om te printen.",
        (HOME, ACTIVITIES, Link(view.title, view.url)),
        index=False,
    )

    def content() -> str:
        closing = welcome(view)
        about = {
            "activity": view,
            "poster": sheet(POSTER, view.title, view.summary, poster_facts(view), closing),
            "leaflet": sheet(LEAFLET, view.title, view.summary, leaflet_facts(view), closing),
            "address": address(press, view.url),
            "link": link(press, view.url),
        }
        return press.text("affiche/activiteit.html", page, root_of(page.url), about)

    return press.keyed(page, lambda: view.key, content)


def poster_facts(view: ActivityView) -> tuple[Line, ...]:
    where = ", ".join(dict.fromkeys((view.where.short, *view.where.address)))
    return (
        Line("Wanneer", view.schedule_short),
        Line("Waar", where),
        Line("Kosten", dutch.capital(view.cost_short)),
    )


def leaflet_facts(view: ActivityView) -> tuple[Line, ...]:
    """What a poster says, and what somebody at home wants to know; only plain answers."""
    when, where, cost = poster_facts(view)
    coming = f". Volgende keer: {view.next.day}" if view.next else ""
    answers = (line for line in view.first_visit.answers if line.state == "ja")
    steps = [line for line in view.access[:1] if line.state in ("ja", "nee", "deels")]
    return (
        Line(when.label, f"{when.text}{coming}"),
        where,
        cost,
        Line("Aanmelden", view.registration),
        *(Line(line.label, dutch.capital(line.text)) for line in (*steps, *answers)),
    )


def welcome(view: ActivityView) -> str:
    """Who stands at the door, as one or two sentences, or nothing."""
    visit = view.first_visit
    if not visit.welcomed_by:
        return ""
    sign = f" Herkenbaar aan: {visit.recognised_by}." if visit.recognised_by else ""
    return f"{dutch.capital(visit.welcomed_by)} ontvangt u.{sign}"


def link(press: Press, url: str) -> str:
    """Where to read more, for a telephone; empty where the site has no address yet."""
    base = press.directory.site.base_url.rstrip("/")
    return f"{base}/{url}" if base else ""


def address(press: Press, url: str) -> str:
    """The same as people type it."""
    return link(press, url).partition("://")[2].rstrip("/")


# --- of a theme ------------------------------------------------------------------------------


def of_theme(press: Press, theme: Facet) -> Job:
    page = Page(
        f"{theme.url}affiche/",
        f"Affiche: {theme.heading}",
        f"Affiche en foldertje over {theme.name}, om te printen.",
        (HOME, Link(theme.heading, theme.url)),
        index=False,
    )
    return press.page(
        "affiche/thema.html",
        page,
        theme=theme,
        poster=theme_sheet(POSTER, theme),
        leaflet=theme_sheet(LEAFLET, theme),
        address=address(press, theme.url),
        link=link(press, theme.url),
    )


def theme_sheet(paper: Paper, theme: Facet) -> Sheet:
    """As many activities as fit in type that is not too small, and how many more there are."""
    count = len(theme.activities)
    offered = [
        Line(view.title, f"{view.schedule_short}, {view.where.short}")
        for view in spread(theme.activities)[:MOST_ON_A_THEME]
    ]
    for number in range(len(offered), 0, -1):
        rest = count - number
        more = f"En nog {dutch.count(rest, 'activiteit', 'activiteiten')}." if rest else ""
        facts = offered[:number]
        made = sheet(paper, theme.heading, theme.explanation, facts, more, stacked=True)
        if made.scale not in TOO_SMALL:
            return made
    return sheet(paper, theme.heading, theme.explanation, (), "", stacked=True)


def spread(views: Sequence[ActivityView]) -> list[ActivityView]:
    """Of each day of the week one, then of each the next: a poster hangs longer than today.

    What has no date comes last.
    """
    turn: Counter[int] = Counter()
    ranks: dict[str, tuple[bool, int, int]] = {}
    for view in views:
        day = view.dates[0].start.weekday() if view.dates else len(WEEKDAYS)
        ranks[view.slug] = (not view.dates, turn[day], day)
        turn[day] += 1
    return sorted(views, key=lambda view: ranks[view.slug])


# --- what fits -------------------------------------------------------------------------------


def sheet(
    paper: Paper,
    title: str,
    lead: str,
    facts: Sequence[Line],
    closing: str,
    *,
    stacked: bool = False,
) -> Sheet:
    """In the largest type in which everything fits, else in the smallest."""
    name, size = title_size(title)
    head = 6 + max(FLOWER, 3 + height(title, size, paper.title, BOLD))
    row = stacked_height if stacked else row_height

    def fits(factor: float) -> bool:
        first, fact = paper.lead * factor, paper.fact * factor
        rows = sum(1.5 + row(line, fact) for line in facts)
        last = 4 + height(closing, fact, WIDTH - 4) if closing else 0
        return head + 3 + height(lead, first, WIDTH) + 4 + rows + last <= paper.body

    scale = next((name for name, factor in SCALES if fits(factor)), SCALES[-1][0])
    return Sheet(title, name, scale, lead, tuple(facts), closing, stacked)


def title_size(title: str) -> tuple[str, float]:
    """Long words and long titles are set smaller."""
    longest = max(len(word) for word in title.split())
    wanted = max(longest, len(title) // 4)
    return next((name, size) for name, size, most in TITLES if wanted <= most)


def row_height(line: Line, size: float) -> float:
    """A label and its text side by side."""
    return max(height(line.text, size, WIDTH - LABEL, BOLD), height(line.label, size, LABEL - 2))


def stacked_height(line: Line, size: float) -> float:
    """A label above its text, which is set a little smaller."""
    return height(line.label, size, WIDTH, BOLD) + height(line.text, size * SMALLER, WIDTH)


def height(text: str, size: float, width: float, letter: float = LETTER) -> float:
    """Of a paragraph in lines of this width; words that do not fit leave a fifth of a line."""
    return ceil(1.12 * len(text) * letter * size / width) * size * 1.3
