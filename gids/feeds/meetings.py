"""The meetings of the coalition, for everybody's own agenda (iCalendar, RFC 5545)."""

from collections.abc import Iterator
from datetime import timedelta

from gids import dutch
from gids.feeds.ics import calendar, line, text_line, time_line
from gids.feeds.setting import Setting
from gids.occurrences import at
from gids.output import Output
from schema import CoalitionAgenda, Meeting

PATH = "coalitie/netwerk/agenda.ics"


def outputs(planned: CoalitionAgenda, setting: Setting) -> Iterator[Output]:
    """A calendar with every meeting that was planned; what is over stays where people saved it."""
    if planned.meetings:
        name = f"{setting.site.name}: de coalitie"
        events = (event(one, setting) for one in sorted(planned.meetings, key=day_and_title))
        yield Output(PATH, calendar(name, events))


def day_and_title(one: Meeting) -> tuple[str, str]:
    return one.day.isoformat(), one.title


def event(one: Meeting, setting: Setting) -> bytes:
    """DTSTAMP is the day of the build, so that two builds of one day are equal (§3.8.7.2)."""
    mark = f"{one.day:%Y%m%d}-{dutch.slugify(one.title)}"
    return b"\r\n".join(
        [
            b"BEGIN:VEVENT",
            line(f"UID:coalitie-{mark}@{setting.domain}"),
            line(f"DTSTAMP:{setting.today:%Y%m%d}T000000Z"),
            *when(one),
            *words(one),
            b"END:VEVENT",
            b"",
        ]
    )


def when(one: Meeting) -> Iterator[bytes]:
    """From when until when, or the whole day."""
    if one.start is None:
        yield line(f"DTSTART;VALUE=DATE:{one.day:%Y%m%d}")
        yield line(f"DTEND;VALUE=DATE:{one.day + timedelta(days=1):%Y%m%d}")
    else:
        yield time_line("DTSTART", at(one.day, one.start))
        if one.end:
            yield time_line("DTEND", at(one.day, one.end))


def words(one: Meeting) -> Iterator[bytes]:
    """What, where, for whom and how to sign up."""
    yield text_line("SUMMARY", f"{dutch.capital(one.kind)}: {one.title}")
    if one.place:
        yield text_line("LOCATION", one.place)
    told = [
        f"Voor {one.audience}." if one.audience else "",
        f"Aanmelden: {one.signing_up}." if one.signing_up else "",
        "Dit is een voorbeeld." if one.example else "",
    ]
    if any(told):
        yield text_line("DESCRIPTION", " ".join(filter(None, told)))
