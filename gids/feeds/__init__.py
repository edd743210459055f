"""Everything that other programs read: calendars, news feeds, open data, and words for machines."""

from collections.abc import Iterable, Iterator
from functools import partial

from gids.directory import ActivityView, Directory
from gids.feeds import atom, ics, open_data
from gids.feeds.setting import Setting
from gids.output import File, Keyed, Output
from gids.project import digest_of
from gids.share import WHOLE, Share
from gids.shelf import Shelf
from gids.values import WEEKDAYS
from schema import EveryFewWeeks, EveryMonth, EveryWeek, WeekParity

ALL = "agenda/"
ON_ONE_DAY = (EveryWeek, EveryFewWeeks, EveryMonth, WeekParity)


def render(
    directory: Directory, setting: Setting, share: Share = WHOLE, shelf: Shelf | None = None
) -> Iterator[File]:
    """A calendar per activity; a calendar and a news feed per list and for all; open data."""
    yield from calendars(directory, setting, share, shelf or Shelf())
    if share.last:
        yield from news_feeds(directory, setting)
        yield from open_data.render(directory)


def prepare(directory: Directory, setting: Setting, shelf: Shelf) -> None:
    """Make the events that calendars are made of."""
    for view in directory.activities:
        events(view, setting, shelf)


def lists(directory: Directory) -> Iterator[tuple[str, str, tuple[ActivityView, ...]]]:
    """Every list with a page of its own: its address, its name and what is in it."""
    yield ALL, "Alles", directory.listed
    for facet in directory.facets:
        yield facet.url, facet.heading, facet.activities
    for partner in directory.organisations:
        yield partner.url, partner.name, partner.activities


def calendars(directory: Directory, setting: Setting, share: Share, shelf: Shelf) -> Iterator[File]:
    """Per activity and per list all that there is; per day of the week only what is on that day."""

    def on(view: ActivityView, weekday: int | None) -> bytes:
        if weekday is None or always_on(view, weekday):
            return events(view, setting, shelf)
        return ics.events(view, setting.tables[view.slug].on(weekday), setting)

    def calendar(view: ActivityView) -> bytes:
        return ics.calendar(view.title, [events(view, setting, shelf)])

    for view in share.part(directory.activities):
        yield Keyed(f"{view.url}index.ics", events_key(view, setting), partial(calendar, view))
    for url, name, found in share.part(tuple(lists(directory))):
        weekday = weekday_of(url)
        title = f"{name}, {directory.site.name}"
        yield Output(f"{url}agenda.ics", ics.calendar(title, (on(view, weekday) for view in found)))


def events(view: ActivityView, setting: Setting, shelf: Shelf) -> bytes:
    """An activity's events, which stand in its own calendar and in that of every list it is on."""

    def make() -> bytes:
        return ics.events(view, setting.tables[view.slug], setting)

    return shelf.piece(events_key(view, setting), make)


def events_key(view: ActivityView, setting: Setting) -> str:
    """Identifies all that the events are made of."""
    return digest_of(f"events {view.key} {setting.history.get(view.slug)}".encode())


def weekday_of(url: str) -> int | None:
    """0 is Monday, for the page of a day of the week."""
    kind, _, rest = url.partition("/")
    return WEEKDAYS.index(rest.rstrip("/")) if kind == "dag" else None


def always_on(view: ActivityView, weekday: int) -> bool:
    """Whether an activity cannot be on any other day of the week."""
    when = view.source.when
    return not (when.changes or when.extra) and all(
        isinstance(moment, ON_ONE_DAY) and set(moment.days) == {weekday} for moment in when.moments
    )


def news_feeds(directory: Directory, setting: Setting) -> Iterator[Output]:
    """What is new per list, and for the whole site in its root."""
    items = {
        view.slug: tuple(atom.news(view, setting.history.get(view.slug)))
        for view in directory.listed
    }

    def of(views: Iterable[ActivityView]) -> Iterator[atom.News]:
        return (item for view in views for item in items[view.slug])

    for url, name, views in lists(directory):
        path = "nieuw.atom" if url == ALL else f"{url}nieuw.atom"
        title = f"Nieuw: {name}, {directory.site.name}"
        yield Output(path, atom.feed(title, path, of(views), directory.site))
