"""A second opinion on schedules: day by day, as slow and as plain as docs/decisions/0004 reads.

It shares nothing with `gids/occurrences`: it looks at every day of a span, asks of each moment
whether it is that day's, and follows the list of decision 0004 from top to bottom.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from schema import (
    Activity,
    Cancellation,
    EveryDay,
    EveryFewWeeks,
    EveryMonth,
    EveryWeek,
    ExtraDate,
    Holidays,
    LooseDates,
    MonthDay,
    Move,
    SeveralPlaces,
    Timed,
    WeekParity,
)

ZONE = ZoneInfo("Europe/Amsterdam")
MONTH_NAMES = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


@dataclass(frozen=True)
class Told:
    """What a visitor must be told of one time; all clocks are those on the wall."""

    planned: datetime
    starts: datetime
    ends: datetime | None
    state: str
    place: str
    extra: bool
    note: str


def dates(activity: Activity, holidays: Holidays, first: date, last: date) -> list[Told]:
    """Every time that starts in the span, also when it was moved there from outside."""
    days = {*every_day(first, last), *(change.day for change in activity.when.changes)}
    planned = [
        told
        for day in sorted(days)
        if not silent(activity, day)
        for told in once(on(activity, holidays, day))
    ]
    shown = [one for one in planned if first <= one.starts.date() <= last]
    taken = {one.starts for one in shown if one.state != "cancelled" and adjusted(one)}
    return [
        one for one in shown if adjusted(one) or one.state == "cancelled" or one.starts not in taken
    ]


def once(found: Iterable[Told]) -> Iterator[Told]:
    """Of extras that are planned at one time the last that was written counts."""
    extras: dict[datetime, Told] = {}
    for one in found:
        if one.extra:
            extras[one.planned] = one
        else:
            yield one
    yield from extras.values()


def adjusted(one: Told) -> bool:
    return one.extra or one.state == "moved"


def every_day(first: date, last: date) -> Iterator[date]:
    day = first
    while day <= last:
        yield day
        day += timedelta(days=1)


# --- closed ------------------------------------------------------------------------------------


def silent(activity: Activity, day: date) -> bool:
    if activity.stopped_on is not None and activity.stopped_on < day:
        return True
    if activity.pause is None:
        return False
    begun = activity.pause.from_date is None or activity.pause.from_date <= day
    over = activity.pause.until is not None and activity.pause.until < day
    return begun and not over


def in_period(activity: Activity, holidays: Holidays, day: date) -> bool:
    for word in activity.when.not_in:
        name = word.lower()
        if name == MONTH_NAMES[day.month - 1]:
            return True
        for one in holidays.holidays:
            if not one.first <= day <= one.last:
                continue
            school = one.kind == "schoolvakantie"
            if (
                name == one.name.lower()
                or (name == "schoolvakanties" and school)
                or (name == "feestdagen" and not school and one.for_everyone)
            ):
                return True
    return False


# --- what is planned on a day ------------------------------------------------------------------


@dataclass(frozen=True)
class Plan:
    """A moment or an extra on one day, before changes. ``place`` is what it names for itself."""

    day: date
    start: time
    end: time | None
    place: str
    note: str
    extra: bool
    closed: bool

    @classmethod
    def of(cls, day: date, what: Timed | ExtraDate, *, extra: bool, closed: bool) -> "Plan":
        return cls(
            day, what.start, what.end, what.place or "", what.note or "", extra=extra, closed=closed
        )


def on(activity: Activity, holidays: Holidays, day: date) -> Iterator[Told]:
    """What is planned on a day, under the changes that name it."""
    for plan in planned_on(activity, holidays, day):
        told = judged(activity, plan)
        if told is not None:
            yield told


def planned_on(activity: Activity, holidays: Holidays, day: date) -> Iterator[Plan]:
    closed = in_period(activity, holidays, day)
    for moment in activity.when.moments:
        if isinstance(moment, Timed) and in_season(moment, day) and falls(moment, day):
            yield Plan.of(day, moment, extra=False, closed=closed)
    for extra in activity.when.extra:
        if extra.day == day:
            yield Plan.of(day, extra, extra=True, closed=False)


def judged(activity: Activity, plan: Plan) -> Told | None:
    """Cancelled before left out before moved before a period."""
    start = wall(plan.day, plan.start)
    about = [
        change
        for change in activity.when.changes
        if change.day == plan.day and (change.at is None or wall(plan.day, change.at) == start)
    ]
    ends = until(plan.day, plan.start, plan.end)
    place = plan.place or rotating(activity, plan.day)
    as_planned = Told(start, start, ends, "scheduled", place, plan.extra, plan.note)
    if any(isinstance(change, Cancellation) for change in about):
        return replace(as_planned, state="cancelled")
    if plan.day in activity.when.not_on:
        return None
    for change in about:
        if isinstance(change, Move):
            return moved(activity, plan, change, as_planned)
    return None if plan.closed else as_planned


def moved(activity: Activity, plan: Plan, move: Move, before: Told) -> Told | None:
    """To a day that is not closed; without a new end it takes as long as it did on the clock."""
    day = move.to_day or plan.day
    if silent(activity, day) or day in activity.when.not_on:
        return None
    clock = move.start or before.starts.time()
    starts = wall(day, clock)
    ends = before.ends and wall_at(before.ends + (starts - before.starts))
    if move.end is not None:
        ends = until(day, clock, move.end)
    place = move.place or plan.place or rotating(activity, day)
    return replace(before, starts=starts, ends=ends, state="moved", place=place)


def rotating(activity: Activity, day: date) -> str:
    where = activity.where
    if not isinstance(where, SeveralPlaces) or all(not one.months for one in where.places):
        return ""
    named = [one.place for one in where.places if day.month in one.months]
    rest = [one.place for one in where.places if not one.months]
    return named[-1] if named else rest[0] if rest else ""


def in_season(moment: Timed, day: date) -> bool:
    begun = moment.from_date is None or moment.from_date <= day
    over = moment.until is not None and moment.until < day
    return begun and not over and (not moment.months or day.month in moment.months)


def falls(moment: Timed, day: date) -> bool:
    """Whether a day is one of the moment's, by the words of its kind."""
    match moment:
        case EveryWeek():
            found = day.weekday() in moment.days
        case WeekParity():
            even = int(day.strftime("%V")) % 2 == 0
            found = day.weekday() in moment.days and even == (moment.kind == "even weken")
        case EveryFewWeeks():
            since = monday(day) - monday(moment.first)
            counts = day >= moment.first and since.days // 7 % moment.weeks == 0
            found = counts and day.weekday() in moment.days
        case EveryMonth():
            found = day.weekday() in moment.days and any(is_nth(day, nth) for nth in moment.nth)
        case MonthDay():
            found = day.day in moment.numbers
        case LooseDates():
            found = day in moment.dates
        case _:
            assert isinstance(moment, EveryDay)
            found = True
    return found


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def is_nth(day: date, nth: int) -> bool:
    if nth == -1:
        return (day + timedelta(days=7)).month != day.month
    return (day.day + 6) // 7 == nth


# --- clocks on the wall ------------------------------------------------------------------------


def wall(day: date, clock: time) -> datetime:
    return wall_at(datetime.combine(day, clock))


def wall_at(moment: datetime) -> datetime:
    """A time that the clock skips is as much later as the clock jumps; else as it stands."""
    there = moment.replace(tzinfo=ZONE).timestamp()
    return datetime.fromtimestamp(there, ZONE).replace(tzinfo=None)


def until(day: date, start: time, end: time | None) -> datetime | None:
    if end is None:
        return None
    plain = datetime.combine(day, end) + (timedelta(0) if end > start else timedelta(days=1))
    if wall_at(plain) <= wall(day, start):  # skipped past its own end: the length stays
        return wall(day, start) + (plain - datetime.combine(day, start))
    return wall_at(plain)
