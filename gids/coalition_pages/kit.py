"""The press and social kit for the week in which everybody invites: texts, pictures, posters.

Everything comes from the same data as the site. The texts promise no effect: they say what is on.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from gids import dutch
from gids.coalition.goals import plain
from gids.coalition_pages.banners import banner, palette
from gids.coalition_pages.desk import PRESS_KIT, TRAIL, Desk
from gids.directory import ActivityView, Facet, Link
from gids.output import Output
from gids.press import Job, Page
from schema import CampaignWeek

NAMED = 5
SIZES = (("vierkant", (1080, 1080)), ("breed", (1200, 630)), ("staand", (1080, 1920)))
SQUARE = (1080, 1080)
INVITING = {"Gratis", "Aanmelden hoeft niet"}


class Week(Struct, frozen=True):
    """The campaign week in words; ``when`` is empty while nobody filled in the dates."""

    name: str
    when: str
    spokesperson: str


class Picture(Struct, frozen=True):
    """Something to take along; ``url`` is relative to the root of the site."""

    name: str
    url: str
    width: int
    height: int


def press(desk: Desk) -> Iterator[Job]:
    """Texts for press, newsletter and social media, pictures, and where the posters are."""
    week = week_words(desk.project.coalition.agenda.week)
    site = desk.directory.site
    page = Page(
        PRESS_KIT.url, "Pers en affiches", "Teksten, beelden en affiches om te gebruiken.", TRAIL
    )
    yield desk.press.page(
        "coalitie/pers.html",
        page,
        week=week,
        count=len(desk.directory.listed),
        partner_count=len(desk.directory.organisations),
        address=site.base_url.partition("://")[2].rstrip("/"),
        inviting=inviting(desk.directory.listed),
        pictures=tuple(taken_along(desk)),
        themes=tuple(Link(t.name, f"{t.url}affiche/") for t in with_activities(desk)),
        partners=tuple(
            Link(one.name, f"{one.url}gegevens/#affiches")
            for one in desk.directory.organisations
            if desk.own_offers(one.slug)
        ),
    )


def week_words(week: CampaignWeek | None) -> Week:
    if week is None:
        return Week("week tegen eenzaamheid", "", "")
    when = ""
    if week.first:
        last = f" tot en met {plain(week.last)}" if week.last else ""
        when = f"van {plain(week.first)}{last}"
    return Week(week.name, when, week.press or "")


def inviting(listed: Sequence[ActivityView]) -> tuple[str, ...]:
    """A few to name: soon, free, no need to sign up, each of another organiser."""
    found: dict[str, str] = {}
    for view in listed:
        soon = any(not one.cancelled for one in view.dates)
        if soon and set(view.marks) >= INVITING and not view.status:
            found.setdefault(view.organisation.url, f"{view.title} ({view.organisation.name})")
    return tuple(found.values())[:NAMED]


def with_activities(desk: Desk) -> tuple[Facet, ...]:
    return tuple(theme for theme in desk.directory.themes if theme.activities)


def taken_along(desk: Desk) -> Iterator[Picture]:
    """The whole field, and a square for every theme."""
    for name, size in SIZES:
        yield Picture(f"Het bloemenveld, {name}", f"{PRESS_KIT.url}{name}.svg", *size)
    for theme in with_activities(desk):
        yield Picture(theme.name, f"{PRESS_KIT.url}thema-{theme.slug}.svg", *SQUARE)


def pictures(desk: Desk, templates: Sequence[Path]) -> Iterator[Output]:
    """The field of flowers in three sizes, and a square for every theme."""
    colours = palette(templates)
    site = desk.directory.site
    call = f"Bel {site.phone.text}"
    shapes = tuple(view.flower for view in desk.directory.listed)
    for name, size in SIZES:
        words = (site.name, site.tagline, call)
        yield Output(f"{PRESS_KIT.url}{name}.svg", banner(shapes, colours, size, words))
    for theme in with_activities(desk):
        shapes = tuple(view.flower for view in theme.activities)
        count = dutch.count(len(shapes), "activiteit", "activiteiten")
        words = (theme.name, f"{count} in {site.municipality}", call)
        url = f"{PRESS_KIT.url}thema-{theme.slug}.svg"
        yield Output(url, banner(shapes, colours, SQUARE, words))
