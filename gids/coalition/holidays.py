"""The quiet times that a coalition watches: the next of each name, and what goes on then."""

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct

from gids import dutch
from gids.coalition.offer import Offer, Week, week_of
from gids.directory import ActivityView
from gids.occurrences import Calendar, Occurrence, expand
from gids.values import normal
from schema import Holiday, Holidays


class Period(Struct, frozen=True):
    """A holiday that has not ended. ``phrase`` completes a sentence: “in de zomervakantie”.

    ``dates`` are all times that each activity goes on then, and ``weeks`` in which slots that is,
    by slug; what does not go on then is in neither.
    """

    slug: str
    head: str
    phrase: str
    first: date
    last: date
    dates: Mapping[str, tuple[Occurrence, ...]]
    weeks: Mapping[str, Week]


def periods(
    names: Iterable[str], holidays: Holidays, offered: Iterable[Offer], today: date
) -> tuple[Period, ...]:
    """The next holiday of each name, by date; a name that the calendar does not know drops out."""
    calendar = Calendar.of(holidays)
    views = [one.view for one in offered]
    unique = {normal(name): name for name in names}.values()
    found = [holiday for name in unique if (holiday := coming(name, holidays, today))]
    return tuple(period(h, calendar, views, today) for h in sorted(found, key=lambda h: h.first))


def period(
    holiday: Holiday, calendar: Calendar, views: Iterable[ActivityView], today: date
) -> Period:
    """What is left of a holiday, and what goes on then."""
    first, last = max(holiday.first, today), holiday.last
    dates = {
        view.slug: going
        for view in views
        if (going := going_on(expand(view.source, calendar, first, last)))
    }
    return Period(
        dutch.slugify(holiday.name),
        dutch.capital(holiday.name),
        calendar.spoken(holiday.name),
        first,
        last,
        dates,
        {slug: week_of(going) for slug, going in dates.items()},
    )


def going_on(occurrences: Iterable[Occurrence]) -> tuple[Occurrence, ...]:
    return tuple(one for one in occurrences if not one.cancelled)


def coming(name: str, holidays: Holidays, today: date) -> Holiday | None:
    named = (h for h in holidays.holidays if normal(h.name) == normal(name) and h.last >= today)
    return min(named, key=lambda h: h.first, default=None)
