"""Every file that other programs read: calendars, news feeds and open data."""

from collections.abc import Iterable, Iterator, Sequence

from gids.directory import ActivityView, Directory
from gids.feeds import atom, ics, open_data
from gids.feeds.setting import Setting
from gids.output import File, Keyed, Output
from gids.project import digest_of
from gids.shelf import Shelf
from gids.values import WEEKDAYS
from schema import EveryFewWeeks, EveryMonth, EveryWeek, WeekParity

ALL = "agenda/"
ON_ONE_DAY = (EveryWeek, EveryFewWeeks, EveryMonth, WeekParity)


def render(directory: Directory, setting: Setting, shelf: Shelf | None = None) -> Iterator[File]:
    """A calendar per activity; a calendar and a news feed per list and for all; open data."""
    shelf = shelf or Shelf()
    for view in directory.activities:
        yield own_calendar(view, setting, shelf)
    for url, name, found in lists(directory):
        yield list_calendar(url, name, found, directory, setting, shelf)
    yield from news_feeds(directory, setting)
    yield from open_data.render(directory)


def lists(directory: Directory) -> Iterator[tuple[str, str, tuple[ActivityView, ...]]]:
    """Every list with a page of its own: its address, its name and what is in it."""
    yield ALL, "Alles", directory.listed
    for facet in directory.facets:
        yield facet.url, facet.heading, facet.activities
    for partner in directory.organisations:
        yield partner.url, partner.name, partner.activities


# --- calendars -------------------------------------------------------------------------------


def own_calendar(view: ActivityView, setting: Setting, shelf: Shelf) -> Keyed:
    """All that there is of one activity."""

    def make() -> bytes:
        return ics.calendar(view.title, [events(view, None, setting, shelf)])

    return Keyed(f"{view.url}index.ics", digest_of(made_of(view, setting).encode()), make)


def list_calendar(
    url: str,
    name: str,
    views: Sequence[ActivityView],
    directory: Directory,
    setting: Setting,
    shelf: Shelf,
) -> Keyed:
    """All that there is of a list; for a day of the week only what is on that day."""
    title = f"{name}, {directory.site.name}"
    weekday = weekday_of(url)

    def make() -> bytes:
        return ics.calendar(title, (events(view, weekday, setting, shelf) for view in views))

    key = " ".join((directory.around, title, *(made_of(view, setting) for view in views)))
    return Keyed(f"{url}agenda.ics", digest_of(key.encode()), make)


def events(view: ActivityView, weekday: int | None, setting: Setting, shelf: Shelf) -> bytes:
    """An activity's events, all or those on one day of the week; many calendars share them."""
    if weekday is not None and always_on(view, weekday):
        weekday = None

    def make() -> bytes:
        table = setting.tables[view.slug]
        return ics.events(view, table if weekday is None else table.on(weekday), setting)

    return shelf.piece(f"events {weekday} {made_of(view, setting)}", make)


def made_of(view: ActivityView, setting: Setting) -> str:
    """All that the events of an activity are made of."""
    return f"{view.key} {setting.history.get(view.slug)}"


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
