"""The days on which a regular moment falls, counted on the calendar."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from gids.occurrences.calendar import days_between
from schema import (
    EveryDay,
    EveryFewWeeks,
    EveryMonth,
    EveryWeek,
    LooseDates,
    MonthDay,
    Timed,
    WeekParity,
)


def rule_days(moment: Timed, first: date, last: date) -> list[date]:
    """The days in a span on which a regular moment falls, sorted, exceptions left aside."""
    first = max(first, moment.from_date or first)
    last = min(last, moment.until or last)
    if last < first:
        return []
    days = kind_days(moment, first, last)
    return [day for day in days if day.month in moment.months] if moment.months else days


def kind_days(moment: Timed, first: date, last: date) -> list[date]:
    """As the kind of moment says, without season and months."""
    match moment:
        case EveryWeek():
            days = weekly(moment.days, first, last)
        case EveryMonth():
            days = monthly(moment, first, last)
        case EveryFewWeeks():
            days = every_few_weeks(moment, first, last)
        case WeekParity():
            days = [day for day in weekly(moment.days, first, last) if has_parity(moment, day)]
        case MonthDay():
            days = [day for day in days_between(first, last) if day.day in moment.numbers]
        case LooseDates():
            days = sorted({day for day in moment.dates if first <= day <= last})
        case EveryDay():
            days = list(days_between(first, last))
        case _:
            raise TypeError(f"a moment without dates: {moment!r}")
    return days


def has_parity(moment: WeekParity, day: date) -> bool:
    """Weeks are numbered as in ISO 8601: week 53 is followed by week 1, both odd."""
    return day.isocalendar().week % 2 == (moment.kind == "oneven weken")


def weekly(weekdays: Iterable[int], first: date, last: date, step: int = 7) -> list[date]:
    """Each weekday (0 is Monday) from its first time on or after ``first``, every ``step`` days."""
    start, stop, today = first.toordinal(), last.toordinal() + 1, first.weekday()
    ordinals = [n for day in weekdays for n in range(start + (day - today) % 7, stop, step)]
    return [date.fromordinal(n) for n in sorted(set(ordinals))]


def every_few_weeks(moment: EveryFewWeeks, first: date, last: date) -> list[date]:
    """Every n-th week counted from the Monday of the first time (RFC 5545 §3.3.10, WKST=MO)."""
    monday = moment.first - timedelta(days=moment.first.weekday())
    step = 7 * moment.weeks
    begin = max(first, moment.first)
    passed = (begin - monday).days // step * step
    days = weekly(moment.days, monday + timedelta(days=passed), last, step)
    return [day for day in days if begin <= day <= last]


def monthly(moment: EveryMonth, first: date, last: date) -> list[date]:
    """The nth weekday of each month; -1 is the last, and a month without a fifth is skipped."""
    days = {
        day
        for month in months_between(first, last)
        for weekday in moment.days
        for nth in moment.nth
        if (day := nth_weekday(month, weekday, nth)) and first <= day <= last
    }
    return sorted(days)


def months_between(first: date, last: date) -> Iterator[date]:
    """The first day of every month that the span touches."""
    for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield date(month // 12, month % 12 + 1, 1)


def nth_weekday(month: date, weekday: int, nth: int) -> date | None:
    """``month`` is its first day; counted from the end when ``nth`` is negative."""
    if nth < 0:
        following = (month + timedelta(days=31)).replace(day=1)
        return following - timedelta(days=1 + (following.weekday() - 1 - weekday) % 7)
    day = month + timedelta(days=(weekday - month.weekday()) % 7 + 7 * (nth - 1))
    return day if day.month == month.month else None
