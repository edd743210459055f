"""Calendars for the reader's own agenda (iCalendar, RFC 5545).

A moment that a recurrence rule can say exactly is one series: RRULE, with EXDATE for what drops out
and an event with RECURRENCE-ID for what is cancelled or moved. Everything else is written date by
date and never approximated: even and odd weeks (week 53), places that rotate, loose dates, extras,
and times that touch the hour in which the clock changes. The dates are those of ``occurrences``.

The library folds and escapes, and writes the time zone; lines are put together here, because its
event objects cost four times as much (docs/decisions/0005-agendas.md).
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache

import icalendar
from msgspec import Struct

from gids.directory import ActivityView
from gids.dutch import capital, clock
from gids.feeds.series import ALL_MONTHS, Series, Timetable, is_whole_day
from gids.feeds.setting import Setting
from gids.occurrences import EXTRA, Occurrence, at, ending
from schema import EveryFewWeeks, EveryMonth, EveryWeek, MonthDay

ZONE = "Europe/Amsterdam"
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
EPOCH = date(2020, 1, 1)
ROOM = 75
LOCAL = len("2026-11-23T10:30:00")
LAST_SECOND = time(23, 59, 59)


def calendar(name: str, events: Iterable[bytes]) -> bytes:
    """A whole calendar around what ``events`` gave (RFC 5545 §3.4; NAME and REFRESH: RFC 7986)."""
    head = [
        b"BEGIN:VCALENDAR",
        b"VERSION:2.0",
        b"PRODID:-//Duizend Bloemen//Gids//NL",
        b"CALSCALE:GREGORIAN",
        text_line("NAME", name),
        text_line("X-WR-CALNAME", name),
        f"X-WR-TIMEZONE:{ZONE}".encode(),
        b"REFRESH-INTERVAL;VALUE=DURATION:P1D",
        b"X-PUBLISHED-TTL:P1D",
        b"",
    ]
    return b"\r\n".join(head) + time_zone() + b"".join(events) + b"END:VCALENDAR\r\n"


@cache
def time_zone() -> bytes:
    """The rule of the European Union since 1996 (Directive 2000/84/EC), as VTIMEZONE."""
    zone = icalendar.Timezone()
    zone.add("TZID", ZONE)
    for kind, name, month, start, before, after in (
        (icalendar.TimezoneDaylight, "CEST", 3, datetime(1996, 3, 31, 2), 1, 2),  # noqa: DTZ001 - RFC 5545 wants local time here
        (icalendar.TimezoneStandard, "CET", 10, datetime(1996, 10, 27, 3), 2, 1),  # noqa: DTZ001 - same
    ):
        part = kind()
        part.add("DTSTART", start)
        part.add("RRULE", {"FREQ": "YEARLY", "BYMONTH": month, "BYDAY": "-1SU"})
        part.add("TZOFFSETFROM", timedelta(hours=before))
        part.add("TZOFFSETTO", timedelta(hours=after))
        part.add("TZNAME", name)
        zone.add_component(part)
    return bytes(zone.to_ical())


# --- lines -----------------------------------------------------------------------------------


def line(content: str) -> bytes:
    """Folded at 75 octets, never inside a character (§3.1); without the line end."""
    octets, parts, room = content.encode(), [], ROOM
    while len(octets) > room:
        cut = room
        while octets[cut] & 0xC0 == 0x80:  # a continuation byte of UTF-8
            cut -= 1
        parts.append(octets[:cut])
        octets, room = octets[cut:], ROOM - 1
    return b"\r\n ".join((*parts, octets))


@lru_cache(maxsize=4096)
def escaped(text: str) -> str:
    """A value of type TEXT (§3.3.11); the same names and addresses return in many events."""
    value: bytes = icalendar.vText(text).to_ical()
    return value.decode()


def text_line(name: str, text: str) -> bytes:
    return line(f"{name}:{escaped(text)}")


def time_line(name: str, *moments: datetime) -> bytes:
    """Local time with its zone (§3.3.5, form 3)."""
    return line(f"{name};TZID={ZONE}:{','.join([local(moment) for moment in moments])}")


def local(moment: datetime) -> str:
    return moment.isoformat()[:LOCAL].replace("-", "").replace(":", "")


def utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


# --- one activity ----------------------------------------------------------------------------


def events(view: ActivityView, table: Timetable, setting: Setting) -> bytes:
    """Every event of an activity's timetable."""
    writer = Writer.of(view, setting)
    result = [writer.series(one) for one in table.series.values()]
    for found in table.dated:
        owner = table.series.get(found.moment)
        if owner is None or not owner.says(found):
            result.append(writer.single(found))
        elif found.status != "scheduled":
            result.append(writer.exception(found))
    return b"".join(result)


def rule_text(one: Series) -> str:
    """The recurrence rule (§3.3.10); a week begins on Monday."""
    moment, days = one.moment, "" if one.weekday is None else WEEKDAYS[one.weekday]
    match moment:
        case EveryWeek():
            parts = ["FREQ=WEEKLY", f"BYDAY={days or by_day(moment.days)}"]
        case EveryFewWeeks():
            parts = [
                "FREQ=WEEKLY",
                f"INTERVAL={moment.weeks}",
                f"BYDAY={days or by_day(moment.days)}",
                "WKST=MO",
            ]
        case EveryMonth():
            weekdays = moment.days if one.weekday is None else (one.weekday,)
            parts = ["FREQ=MONTHLY", f"BYDAY={nth_by_day(moment.nth, weekdays)}"]
        case MonthDay():
            parts = [
                "FREQ=MONTHLY",
                f"BYMONTHDAY={numbers(moment.numbers)}",
                *([f"BYDAY={days}"] if days else []),
            ]
        case _:
            parts = ["FREQ=DAILY", *([f"BYDAY={days}"] if days else [])]
    if one.months != ALL_MONTHS:
        parts.append(f"BYMONTH={numbers(one.months)}")
    if one.last:
        parts.append(f"UNTIL={utc(at(one.last, LAST_SECOND))}")
    return ";".join(parts)


def by_day(days: Iterable[int]) -> str:
    return ",".join(WEEKDAYS[day] for day in sorted(set(days)))


def nth_by_day(nth: Iterable[int], days: Iterable[int]) -> str:
    return ",".join(
        f"{rank}{WEEKDAYS[day]}" for rank in sorted(set(nth)) for day in sorted(set(days))
    )


def numbers(found: Iterable[int]) -> str:
    return ",".join(str(number) for number in sorted(set(found)))


# --- events ----------------------------------------------------------------------------------


class Writer(Struct, frozen=True):
    """Writes the events of one activity.

    ``same`` are the lines that they all have, ``said`` the words that several of them share.
    """

    view: ActivityView
    setting: Setting
    same: bytes
    said: dict[tuple[object, ...], bytes]

    @classmethod
    def of(cls, view: ActivityView, setting: Setting) -> "Writer":
        """DTSTAMP is the day of the build, so that two builds of one day are equal (§3.8.7.2)."""
        lines = [
            line(f"DTSTAMP:{setting.today:%Y%m%d}T000000Z"),
            line(f"SEQUENCE:{sequence(view, setting)}"),
        ]
        if view.themes:
            lines.append(line(f"CATEGORIES:{','.join(escaped(link.name) for link in view.themes)}"))
        if address := setting.address(view.url):
            lines.append(line(f"URL:{address}"))
        return cls(view, setting, b"\r\n".join(lines), {})

    def series(self, one: Series) -> bytes:
        moment = one.moment
        start, end = at(one.first, moment.start), ending(one.first, moment.start, moment.end)
        place, note = moment.place or "", moment.note or ""
        first = Occurrence(start, end, start, moment.doors, "scheduled", "", place, note, one.index)
        lines = [line(f"RRULE:{rule_text(one)}")]
        if one.dropped:
            lines.append(time_line("EXDATE", *(at(day, moment.start) for day in one.dropped)))
        return self.event(str(one.index), first, lines, whole_day=is_whole_day(moment))

    def exception(self, one: Occurrence) -> bytes:
        """A moved or cancelled one of a series (§3.8.4.4)."""
        return self.event(str(one.moment), one, [time_line("RECURRENCE-ID", one.original)])

    def single(self, one: Occurrence) -> bytes:
        """A date by itself, known by what it was planned for."""
        kind = "extra" if one.moment == EXTRA else str(one.moment)
        return self.event(f"{kind}-{local(one.original)}", one, [])

    def event(
        self, mark: str, one: Occurrence, lines: Iterable[bytes], *, whole_day: bool = False
    ) -> bytes:
        parts = [
            b"BEGIN:VEVENT",
            line(f"UID:{self.view.slug}-{mark}@{self.setting.domain}"),
            self.same,
            time_line("DTSTART", one.start),
            *end_lines(one, whole_day=whole_day),
            *lines,
            self.words(one),
            b"END:VEVENT",
            b"",
        ]
        return b"\r\n".join(parts)

    def words(self, one: Occurrence) -> bytes:
        """What it is, where, and whether it goes on."""
        key = (one.place, one.status, one.reason, one.note, one.doors)
        if key not in self.said:
            title = self.view.title
            lines = (
                text_line("SUMMARY", f"Gaat niet door: {title}" if one.cancelled else title),
                text_line("LOCATION", location(self.view, one, self.setting)),
                text_line("DESCRIPTION", description(self.view, one, self.setting)),
                b"STATUS:CANCELLED" if one.cancelled else b"STATUS:CONFIRMED",
            )
            self.said[key] = b"\r\n".join(lines)
        return self.said[key]


def end_lines(one: Occurrence, *, whole_day: bool) -> list[bytes]:
    """Without an end an event takes no time, which says the least (§3.6.1)."""
    if whole_day:
        return [b"DURATION:P1D"]
    return [time_line("DTEND", one.end)] if one.end else []


def sequence(view: ActivityView, setting: Setting) -> int:
    """Rises when a date changes (§3.8.7.4), as far as that can be known.

    By one for every day that the last confirmation is later and for every exception that a partner
    adds, and by a hundred for every version in git, which outweighs exceptions that are tidied up.
    """
    known, when, verified = setting.history.get(view.slug), view.source.when, view.verified_on
    confirmed = (verified - EPOCH).days if verified and verified > EPOCH else 0
    exceptions = len(when.changes) + len(when.not_on) + len(when.extra)
    return confirmed + exceptions + 100 * (known.revisions if known else 0)


def location(view: ActivityView, one: Occurrence, setting: Setting) -> str:
    """Name and address of where this one is."""
    place = setting.places.get(one.place, view.where)
    return ", ".join(dict.fromkeys((place.name, *place.address)))


def description(view: ActivityView, one: Occurrence, setting: Setting) -> str:
    """What differs, what it is, and whom to call."""
    changed = {"cancelled": "Gaat niet door", "moved": "Verplaatst"}.get(one.status)
    reachable = f" ({view.phone.hours})" if view.phone.hours else ""
    lines = (
        changed and f"{changed}: {one.reason}",
        one.note and capital(one.note),
        one.doors and f"Inloop vanaf {clock(one.doors)} uur.",
        view.summary,
        f"Bel {view.phone.owner}: {view.phone.text}{reachable}",
        setting.address(view.url),
    )
    return "\n".join(line for line in lines if line)
