"""From a schedule to its dates: what is regular, what comes on top, what changed."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from operator import attrgetter
from typing import TypeAlias

from msgspec.structs import replace

from gids.occurrences.calendar import Calendar
from gids.occurrences.clock import at, ending, wall_shift
from gids.occurrences.closings import Closings
from gids.occurrences.occurrence import EXTRA, Occurrence
from gids.occurrences.rules import rule_days
from schema import Activity, Cancellation, Change, Move, SeveralPlaces, Timed, Where

DayTest: TypeAlias = Callable[[date], bool]


def expand(
    activity: Activity, calendar: Calendar, first: date, last: date
) -> tuple[Occurrence, ...]:
    """What starts on the days from ``first`` to ``last``, both included, sorted by start.

    Cancelled ones are there, moved ones stand at their new start. ``geldig_van`` and
    ``geldig_tot`` are about the page, not about the schedule.
    """
    closings = Closings.of(activity, calendar)
    if activity.when.changes or activity.when.extra:
        found = adjusted(activity, closings, first, last)
    else:
        found = list(regular(activity, first, last, closings.regular_opens))
    found.sort(key=attrgetter("start", "moment"))
    return tuple(found)


def regular(activity: Activity, first: date, last: date, opens: DayTest) -> Iterator[Occurrence]:
    """What the regular moments give on the days that open."""
    places = rotation(activity.where)
    for index, moment in enumerate(activity.when.moments):
        if not isinstance(moment, Timed):
            continue
        clock, end, doors, note = moment.start, moment.end, moment.doors, moment.note or ""
        for day in rule_days(moment, first, last):
            if opens(day):
                start, place = at(day, clock), moment.place or places.get(day.month, "")
                until = ending(day, clock, end)
                yield Occurrence(start, until, start, doors, "scheduled", "", place, note, index)


def rotation(where: Where) -> Mapping[int, str]:
    """The place per month (1 is January), for an activity that is somewhere else each month.

    A place without months has those that no other place names.
    """
    if not isinstance(where, SeveralPlaces) or not any(item.months for item in where.places):
        return {}
    rest = next((item.place for item in where.places if not item.months), "")
    named_months = {month: item.place for item in where.places for month in item.months}
    return dict.fromkeys(range(1, 13), rest) | named_months


def extras(activity: Activity, first: date, last: date, opens: DayTest) -> Iterator[Occurrence]:
    """The one-off extras on the days that open."""
    places = rotation(activity.where)
    for extra in activity.when.extra:
        day = extra.day
        if first <= day <= last and opens(day):
            start, place = at(day, extra.start), extra.place or places.get(day.month, "")
            until = ending(day, extra.start, extra.end)
            yield Occurrence(
                start, until, start, extra.doors, "scheduled", "", place, extra.note or "", EXTRA
            )


def adjusted(activity: Activity, closings: Closings, first: date, last: date) -> list[Occurrence]:
    """As ``regular``, with extras, cancellations and moves, also moves into the span."""
    named_days = {change.day for change in activity.when.changes}
    spans = [(first, last), *((day, day) for day in sorted(named_days) if not first <= day <= last)]

    def opens(day: date) -> bool:
        return not closings.silent(day) if day in named_days else closings.regular_opens(day)

    def extra_opens(day: date) -> bool:
        return not closings.silent(day) and (day in named_days or day not in closings.named)

    candidates = [
        one
        for start, end in spans
        for one in (
            *regular(activity, start, end, opens),
            *extras(activity, start, end, extra_opens),
        )
    ]
    changed = (change(one, activity, closings) for one in candidates)
    return without_doubles([one for one in changed if one and first <= one.start.date() <= last])


def change(one: Occurrence, activity: Activity, closings: Closings) -> Occurrence | None:
    """What becomes of a candidate under the changes that name its day; None when it drops out."""
    day = one.original.date()
    named_here = [c for c in activity.when.changes if c.day == day and concerns(c, one)]
    for item in named_here:
        if isinstance(item, Cancellation):
            return replace(one, status="cancelled", reason=item.reason)
    if day in closings.named:
        return None
    for item in named_here:
        if isinstance(item, Move):
            found = moved(one, item, activity)
            closed = closings.silent(found.day) or found.day in closings.named
            return None if closed else found
    return None if one.moment != EXTRA and closings.in_period(day) else one


def concerns(change: Change, one: Occurrence) -> bool:
    """A change without ``aanvang`` is about every time on its day."""
    return change.at is None or at(change.day, change.at) == one.original


def moved(one: Occurrence, move: Move, activity: Activity) -> Occurrence:
    """At its new day, time and place; a new start takes the end and the doors along.

    In a rotation the place goes by the month in which it is now.
    """
    day, clock = move.to_day or one.day, move.start or one.original.time()
    start = at(day, clock)
    shift = start.replace(tzinfo=None) - one.start.replace(tzinfo=None)
    until = ending(day, clock, move.end) if move.end else one.end and wall_shift(one.end, shift)
    doors = one.doors and wall_shift(at(one.day, one.doors), shift).time()
    usual = own_place(one, activity) or rotation(activity.where).get(day.month, "")
    return replace(
        one,
        start=start,
        end=until,
        doors=doors,
        status="moved",
        reason=move.reason,
        place=move.place or usual,
    )


def own_place(one: Occurrence, activity: Activity) -> str:
    """The place that its moment or extra names for itself, which does not rotate; else empty."""
    when = activity.when
    if one.moment != EXTRA:
        moment = when.moments[one.moment]
        return (isinstance(moment, Timed) and moment.place) or ""
    named_here = [x for x in when.extra if at(x.day, x.start) == one.original]
    return named_here[-1].place or ""


def without_doubles(found: list[Occurrence]) -> list[Occurrence]:
    """A regular time gives way to an adjusted one at that time; what is said twice counts once."""
    adjusted_starts = {one.start for one in found if not one.cancelled and is_adjusted(one)}
    kept = {
        (one.moment, one.original): one
        for one in found
        if is_adjusted(one) or one.cancelled or one.start not in adjusted_starts
    }
    return list(kept.values())


def is_adjusted(one: Occurrence) -> bool:
    """An extra, or moved."""
    return one.moment == EXTRA or one.status == "moved"
