"""The clock on the wall in Amsterdam, attached to days that are already known."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def at(day: date, clock: time) -> datetime:
    """Wall-clock time in Amsterdam, attached to a day.

    A time that is skipped in spring is counted with the offset before the gap (02.30 is 03.30), one
    that comes twice in autumn is the first of the two: RFC 5545 §3.3.5. In the EU both are at 2.
    """
    moment = datetime.combine(day, clock, AMSTERDAM)
    return moment if clock.hour != 2 else moment.astimezone(UTC).astimezone(AMSTERDAM)


def ending(day: date, start: time, end: time | None) -> datetime | None:
    """An end on or before the start, on the clock, is on the next day.

    When the clock skips the start so far that it comes after the end, the length stays.
    """
    if end is None:
        return None
    until = at(day if end > start else day + timedelta(days=1), end)
    if start.hour == 2 and until <= at(day, start):
        return at(day, start) + (datetime.combine(day, end) - datetime.combine(day, start))
    return until


def wall_shift(moment: datetime, shift: timedelta) -> datetime:
    """Later by the clock on the wall, whatever the clock does in between."""
    later = moment.replace(tzinfo=None) + shift
    return at(later.date(), later.time())
