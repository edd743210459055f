"""A regular moment as an exact recurrence rule: what calendars and schema.org can say of it.

A rule is only used where it gives the very dates, times and place of ``occurrences``. Even and odd
weeks (week 53), places that rotate, loose dates, and times that touch the hour in which the clock
changes have none.
"""

from collections.abc import Iterator, Mapping
from datetime import date, time, timedelta

from msgspec import Struct
from msgspec.structs import replace

from gids.occurrences import (
    Calendar,
    Closings,
    DayTest,
    Occurrence,
    expand,
    rotation,
    rule_days,
)
from schema import (
    Activity,
    EveryDay,
    EveryFewWeeks,
    EveryMonth,
    EveryWeek,
    MonthDay,
    Move,
    Timed,
)

YEARS_AHEAD = timedelta(days=3 * 366)
LEAP_DAY_GAP = timedelta(days=8 * 366)
SOON = timedelta(days=62)
MIDNIGHT = time(0, 0)
ALL_MONTHS = frozenset(range(1, 13))


class Timetable(Struct, frozen=True):
    """An activity's schedule: as rules where that is exact, else as dates.

    ``series`` are the moments that a rule says, by their index in ``when.moments``. ``dated`` is
    every occurrence on the days that changes and extras ``name``; with a moment that has no rule,
    every occurrence of the coming years. ``settled`` is the last day on which anything can drop out
    of a rule. With ``weekday`` (0 is Monday) all of it is only about that day.
    """

    activity: Activity
    closings: Closings
    begin: date
    settled: date
    named: frozenset[date]
    dated: tuple[Occurrence, ...]
    series: Mapping[int, "Series"]
    weekday: int | None = None

    @classmethod
    def of(cls, activity: Activity, calendar: Calendar, today: date) -> "Timetable":
        """It begins on 1 January of the year of the last confirmation, so that DTSTART stays."""
        verified = activity.verified_on or today
        begin = date(min(verified.year, today.year), 1, 1)
        named = frozenset(named_days(activity))
        settled = max(begin, *named, *period_ends(activity, calendar))
        timed = [moment for moment in activity.when.moments if isinstance(moment, Timed)]
        if all(sayable(moment, activity) for moment in timed):
            spans = [(day, day) for day in sorted(named) if day >= begin]
        else:
            spans = [(begin, max(settled, today + YEARS_AHEAD))]
        dated = tuple(one for span in spans for one in expand(activity, calendar, *span))
        return cls(
            activity, Closings.of(activity, calendar), begin, settled, named, dated, {}
        ).ruled()

    def on(self, weekday: int) -> "Timetable":
        """The same, for one day of the week."""
        if self.dated:
            dated = tuple(one for one in self.dated if one.start.weekday() == weekday)
            return replace(self, weekday=weekday, dated=dated).ruled()
        parts = ((index, one.on(weekday)) for index, one in self.series.items())
        return replace(self, weekday=weekday, series={index: one for index, one in parts if one})

    def ruled(self) -> "Timetable":
        """With a series for every moment that has a rule and is ever on."""
        found = {
            index: one
            for index, moment in enumerate(self.activity.when.moments)
            if isinstance(moment, Timed) and sayable(moment, self.activity)
            if (one := Series.of(index, moment, self))
        }
        return replace(self, series=found)

    def opener(self, index: int) -> DayTest:
        """Whether the moment with this index is on, on a day that its rule gives."""
        if not self.named:
            return self.closings.regular_opens
        kept = {one.original.date() for one in self.dated if one.moment == index}
        return lambda day: day in kept if day in self.named else self.closings.regular_opens(day)


def named_days(activity: Activity) -> Iterator[date]:
    """Every day that a change or an extra names, as it was planned and as it became."""
    for change in activity.when.changes:
        yield change.day
        if isinstance(change, Move) and change.to_day:
            yield change.to_day
    yield from (extra.day for extra in activity.when.extra)


def period_ends(activity: Activity, calendar: Calendar) -> Iterator[date]:
    """The last day of everything else that takes days out of a series."""
    when = activity.when
    yield date.min
    yield from when.not_on
    if calendar.until and any(calendar.days(word) for word in when.not_in):
        yield calendar.until
    if activity.pause and activity.pause.until:
        yield activity.pause.until


class Series(Struct, frozen=True):
    """A regular moment as a rule. ``first`` goes on, the days in ``dropped`` do not."""

    index: int
    moment: Timed
    months: frozenset[int]
    weekday: int | None
    first: date
    last: date | None
    dropped: tuple[date, ...]

    @classmethod
    def of(cls, index: int, moment: Timed, table: Timetable) -> "Series | None":
        """None when it is never on. A rule for 29 February may take eight years to give a day."""
        ends = [day for day in (moment.until, table.closings.last_day) if day]
        last = min(ends, default=None)
        months = ALL_MONTHS.difference(table.closings.months).intersection(
            moment.months or ALL_MONTHS
        )
        whole = cls(index, moment, months, table.weekday, table.begin, last, ())
        opens = table.opener(index)
        soon = max(table.settled, table.begin + SOON)
        for until in (soon, soon + LEAP_DAY_GAP):
            days = whole.days(until)
            first = next((day for day in days if opens(day)), None)
            if first:
                dropped = tuple(day for day in days if day > first and not opens(day))
                return replace(whole, first=first, dropped=dropped)
        return None

    def on(self, weekday: int) -> "Series | None":
        """The same, for one day of the week; None if it is never on that day."""
        part = replace(self, weekday=weekday)
        for until in (self.first + SOON, self.first + LEAP_DAY_GAP):
            first = next((day for day in part.days(until) if day not in self.dropped), None)
            if first:
                dropped = (day for day in self.dropped if day > first and day.weekday() == weekday)
                return replace(part, first=first, dropped=tuple(dropped))
        return None

    def days(self, until: date) -> list[date]:
        """What the rule gives from its first day on, before anything drops out."""
        found = rule_days(self.moment, self.first, min(until, self.last or until))
        if self.weekday is None and len(self.months) == 12:
            return found
        return [day for day in found if self.allows(day)]

    def allows(self, day: date) -> bool:
        return day.month in self.months and self.weekday in (None, day.weekday())

    def says(self, one: Occurrence) -> bool:
        """Whether an occurrence of this moment is one of the series; as planned, it always is."""
        return one.status == "scheduled" or self.gives(one.original.date())

    def gives(self, day: date) -> bool:
        """Whether this day is one of the series, be it that it dropped out."""
        inside = self.first <= day and (self.last is None or day <= self.last)
        return inside and self.allows(day) and bool(rule_days(self.moment, day, day))


def sayable(moment: Timed, activity: Activity) -> bool:
    """Whether a recurrence rule says this moment exactly, place and times included."""
    ruled = isinstance(moment, EveryDay | EveryWeek | EveryFewWeeks | EveryMonth | MonthDay)
    settled_place = bool(moment.place) or not rotation(activity.where)
    return ruled and settled_place and (is_whole_day(moment) or not touches_change(moment))


def is_whole_day(moment: Timed) -> bool:
    """From midnight to midnight: one day, however many hours that has (DURATION:P1D, §3.3.6)."""
    return moment.start == moment.end == MIDNIGHT


def touches_change(moment: Timed) -> bool:
    """Whether some night the clock changes during it: a series has one exact length (§3.8.5.3).

    In the European Union the clock changes between 2 and 3 o'clock.
    """
    start = moment.start.hour * 60 + moment.start.minute
    end = moment.end.hour * 60 + moment.end.minute if moment.end else start
    if moment.end and end <= start:
        end += 24 * 60
    return (start < 180 and end >= 120) or end >= (24 + 2) * 60
