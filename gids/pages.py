"""The pages of the site that residents see: one function per kind of page."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from urllib.parse import urlsplit

from msgspec import Struct

from gids import assets
from gids.directory import (
    ActivityView,
    AgendaDay,
    AgendaItem,
    Directory,
    Facet,
    Link,
    PageView,
)
from gids.output import File
from gids.press import Job, Kind, Page, Part, Press, keys_of, numbered
from gids.share import WHOLE, Share
from gids.wayfinding import APART, needs_indication

DAY_LENGTH = 60
"""How many lines one day of the agenda holds; the page of that day has them all."""

HOME = Link("Begin", "")
ACTIVITIES = Link("Activiteiten", "activiteiten/")
ORGANISATIONS = Link("Organisaties", "organisaties/")
AGENDA = Link("Agenda", "agenda/")
HOME_LINES = (DAY_LENGTH, 12)
"""How many lines the home page has of today and of tomorrow, of which five show: those of today
that are over make room for later ones."""


def way_through(directory: Directory, written: Link) -> tuple[Link, ...]:
    """The way from the home page through a page of the municipality, where it wrote that page."""
    there = any(page.url == written.url for page in directory.pages)
    return (HOME, written) if there else (HOME,)


class Option(Struct, frozen=True):
    """Something to choose from that has no page of its own."""

    slug: str
    name: str


PARTS_OF_DAY = (Option("ochtend", "Ochtend"), Option("middag", "Middag"), Option("avond", "Avond"))


def home(press: Press) -> Iterator[Job]:
    """What are you looking for, where can one go today and tomorrow, the themes, the field."""
    site = press.directory.site
    page = Page("", f"{site.name}: {site.tagline}", site.tagline)
    yield press.page(
        "home.html",
        page,
        directory=press.directory,
        days=home_days(press.directory.agenda),
        slot=press.short_slot,
    )


def home_days(agenda: Iterable[AgendaDay]) -> list[tuple[AgendaDay, Sequence[AgendaItem]]]:
    """Today and tomorrow, with the lines that the home page has of each."""
    days = zip(agenda, HOME_LINES, strict=False)
    return [(day, outings(day.items)[:most]) for day, most in days]


def outings(items: Sequence[AgendaItem]) -> Sequence[AgendaItem]:
    """Where somebody can simply go: help at home, and what takes an indication, is found by name.

    On a day with nothing else, those.
    """
    found = [item for item in items if is_outing(item.activity)]
    return found or items


def is_outing(view: ActivityView) -> bool:
    return view.where.kind not in APART and not needs_indication(view)


def activities(press: Press) -> Iterator[Job]:
    """Everything: search, filters, and the complete list without JavaScript."""
    listed = press.directory.listed
    for url, part in press.parts(ACTIVITIES.url, listed):
        title = numbered("Alle activiteiten", part)
        page = Page(url, title, f"Iets te doen in {press.directory.site.municipality}.", (HOME,))
        yield press.page("activities.html", page, directory=press.directory, part=part)


def activity(press: Press) -> Iterator[Job]:
    """One activity, from what it is to what the first time is like."""
    titles = unique_titles(press.directory.activities)
    for view in press.directory.activities:
        trail = (HOME, ACTIVITIES, *view.themes[:1])
        page = Page(view.url, titles[view.slug], view.summary, trail, index=view.listed)
        yield press.activity(page, view)


def unique_titles(views: Iterable[ActivityView]) -> Mapping[str, str]:
    """A title for every page, by slug: two “Koffieochtend” get their place behind it, and so on."""
    views = tuple(views)
    titles = {view.slug: view.title for view in views}
    for further in (place_of, organiser_of, attrgetter("slug")):
        often = Counter(titles.values())
        titles |= {
            view.slug: f"{titles[view.slug]}, {further(view)}"
            for view in views
            if often[titles[view.slug]] > 1
        }
    return titles


def place_of(view: ActivityView) -> str:
    return view.where.short


def organiser_of(view: ActivityView) -> str:
    return view.organisation.name


def facets(press: Press) -> Iterator[Job]:
    """What there is for a theme, an audience, a neighbourhood or a day of the week."""
    for facet in press.directory.facets:
        for url, part in press.parts(facet.url, facet.activities):
            title = numbered(f"{facet.heading}: wat is er te doen?", part)
            description = facet.explanation or f"Activiteiten: {facet.heading}."
            page = Page(url, title, description, (HOME, ACTIVITIES))
            yield press.page(
                "facet.html", page, made_of=made_of_part(facet, part), facet=facet, part=part
            )


def made_of_part(facet: Facet, part: Part) -> Callable[[], str]:
    """The first page has the field of all; of the others a page says only how many there are."""
    if part.number == 1:
        return keys_of(facet.activities)
    keys = keys_of(part.views)
    return lambda: f"{len(facet.activities)} {keys()}"


def agenda(press: Press) -> Iterator[Job]:
    """Day by day, the coming four weeks; and each day on a page of its own."""
    directory = press.directory
    page = Page(AGENDA.url, "Agenda", "Wat er is, dag voor dag, de komende vier weken.", (HOME,))
    days = shown_days(directory.agenda)
    weeks = [days[start : start + 7] for start in range(0, len(days), 7)]
    yield press.page(
        "agenda.html",
        page,
        directory=directory,
        weeks=weeks,
        slot=press.slot,
        parts_of_day=PARTS_OF_DAY,
    )
    for before, day, after in neighbours(directory.agenda + directory.agenda_later):
        yield agenda_day(press, day, around=[other for other in (before, after) if other])


def neighbours(
    days: Sequence[AgendaDay],
) -> Iterator[tuple[AgendaDay | None, AgendaDay, AgendaDay | None]]:
    """Every day between the day before it and the day after it."""
    return zip((None, *days[:-1]), days, (*days[1:], None), strict=True)


def shown_days(days: Iterable[AgendaDay]) -> list[tuple[AgendaDay, tuple[AgendaItem, ...]]]:
    """Days with the lines of each that an overview shows."""
    return [(day, day.items[:DAY_LENGTH]) for day in days]


def agenda_day(press: Press, day: AgendaDay, around: Sequence[AgendaDay]) -> Job:
    """One whole day; not for search engines, because tomorrow it is past."""
    title = f"Agenda van {day.name}"
    page = Page(
        f"agenda/{day.iso}/", title, f"Wat er is op {day.name}.", (HOME, AGENDA), index=False
    )

    def made_of() -> str:
        return " ".join(f"{item.activity.key} {item.when.start}" for item in day.items)

    return press.page("day.html", page, made_of=made_of, day=day, around=around, slot=press.slot)


def organisations(press: Press) -> Iterator[Job]:
    """The partners, and each partner with its offer."""
    found = press.directory.organisations
    page = Page(ORGANISATIONS.url, "Organisaties", "Wie er meedoen.", (HOME,))
    yield press.page("organisations.html", page, organisations=found)
    for view in found:
        title = f"{view.name}, wie dat zijn en wat zij doen"
        page = Page(view.url, title, view.summary, (HOME, ORGANISATIONS))
        yield press.page(
            "organisation.html",
            page,
            made_of=keys_of(view.activities),
            organisation=view,
            cards=press.first_cards(view.activities, view.url),
        )


def places(press: Press) -> Iterator[Job]:
    """A place, whether one can get in, and what is on there."""
    for view in press.directory.places:
        title = f"{view.name}, waar het is en of u er in kunt"
        page = Page(view.url, title, ", ".join((view.name, *view.address)), (HOME, ACTIVITIES))
        yield press.page(
            "place.html",
            page,
            made_of=keys_of(view.activities),
            place=view,
            cards=press.first_cards(view.activities, view.url),
        )


def content(press: Press) -> Iterator[Job]:
    """The pages that the municipality wrote."""
    by_url = {view.url: view for view in press.directory.pages}
    for view in press.directory.pages:
        page = Page(view.url, view.title, view.summary, (HOME, *above(view, by_url)))
        yield press.page("page.html", page, content=view)


def above(view: PageView, by_url: Mapping[str, PageView]) -> Iterator[Link]:
    """The pages whose address this one's begins with, from the top down."""
    steps = view.url.split("/")
    for depth in range(1, len(steps) - 1):
        url = "/".join(steps[:depth]) + "/"
        if url in by_url:
            yield Link(by_url[url].title, url)


def not_found(press: Press) -> Iterator[Job]:
    """What a web server shows for any address that does not exist, so its links are absolute."""
    page = Page(
        "404.html", "Deze bladzijde is er niet", "Deze bladzijde bestaat niet (meer).", index=False
    )
    root = urlsplit(press.directory.site.base_url).path.rstrip("/") + "/"
    yield press.page("not-found.html", page, root=root, directory=press.directory)


PAGES: tuple[Kind, ...] = (
    home,
    activities,
    activity,
    facets,
    agenda,
    organisations,
    places,
    content,
    not_found,
)


def render(press: Press, share: Share = WHOLE, further: Sequence[Kind] = ()) -> Iterator[File]:
    """Every page and every asset of the site, or a share of them.

    ``further`` are kinds of pages that other rooms make on the same press.
    """
    jobs = (job for kind in (*PAGES, *further) for job in kind(press))
    for job in share.part(jobs):
        yield job()
    if share.first:
        yield from assets.assets(press.templates, press.directory.site)
