"""Whatever day it is: page, agenda, calendar, JSON-LD, Atom and open data name the same dates.

The awkward days are tested always. With ``EVERY_DAY=1`` every day of 2026, 2027 and 2028 is, which
takes a quarter of an hour.
"""

import json
import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import cache
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree as ET

import icalendar
import pytest
import recurring_ical_events

from gids import pages
from gids.derive import derive
from gids.directory import Directory
from gids.environment import template_folders
from gids.feeds import rendering, schema_org
from gids.feeds.setting import Setting
from gids.occurrences import AMSTERDAM, Calendar, Occurrence, expand
from gids.press import Press
from tests.schedules import PROJECT, offer

FIRST, LAST = date(2026, 1, 1), date(2028, 12, 31)
AWKWARD = (
    "2026-01-01",
    "2026-03-28",  # the night before summer time
    "2026-10-25",  # the day on which it ends
    "2026-12-24",
    "2026-12-31",  # in week 53
    "2027-01-01",
    "2027-03-28",  # Easter and the change of the clock
    "2027-05-05",
    "2027-07-10",  # the summer holidays begin
    "2028-02-29",
    "2028-12-31",
)
EVERY = tuple(
    date.fromordinal(n).isoformat() for n in range(FIRST.toordinal(), LAST.toordinal() + 1)
)
DAYS = EVERY if os.environ.get("EVERY_DAY") else AWKWARD
EIGHT_WEEKS = timedelta(weeks=8)
Starts = dict[str, list[tuple[str, bool]]]
"""By slug the first three starts, each with whether it is cancelled."""


def three(found: Iterable[tuple[str, bool]]) -> list[tuple[str, bool]]:
    return sorted(found)[:3]


def minute(text: str) -> str:
    """2026-11-24T10:00+01:00, in whatever precision it was written."""
    return datetime.fromisoformat(text).isoformat(timespec="minutes")


@pytest.mark.parametrize("day", DAYS)
def test_all_agree_on_the_next_three_dates_of_every_activity(day: str) -> None:
    today = date.fromisoformat(day)
    holidays = Calendar.of(offer().holidays)
    whole = derive(offer(), today)
    setting = Setting.of(whole, offer())
    files = {one.path: one.content for one in rendering.render(whole, setting)}
    files |= {one.path: one.content for one in rendered_pages(whole, setting)}
    dates = {
        v.slug: expand(v.source, holidays, today, today + EIGHT_WEEKS) for v in whole.activities
    }
    expected = {
        slug: three((one.start.isoformat(timespec="minutes"), one.cancelled) for one in found)
        for slug, found in dates.items()
    }
    listed = {view.slug for view in whole.listed}
    assert on_pages(files, expected) == expected
    assert in_json_ld(files, expected) == expected
    assert in_calendars(files, expected, today) == expected
    assert in_open_data(files) == {slug: expected[slug] for slug in sorted(listed)}
    assert in_agenda(files) == all_starts({slug: dates[slug] for slug in listed}, files)
    assert in_atom(files) <= {
        f"{slug}/{one.original:%Y-%m-%dT%H:%M}"
        for slug in listed
        for one in dates[slug]
        if one.status != "scheduled"
    }


def rendered_pages(whole: Directory, setting: Setting) -> Iterator[Any]:
    """The pages that name dates."""
    press = Press(whole, template_folders(PROJECT), lambda view: schema_org.script(view, setting))
    for kind in (pages.activity, pages.agenda):
        for job in kind(press):
            yield job()


# --- what each of them says ------------------------------------------------------------------


class Times(HTMLParser):
    """The starts on a page, with the activity that the same item links to, if any."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, bool]] = []
        self.linked: list[tuple[str, str]] = []
        self.words = ""
        self.start = ""
        self.inside = ""
        self.item = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {key: value or "" for key, value in attrs}
        if tag == "li":
            self.item = known.get("class", "")
        if "T" in known.get("datetime", ""):
            self.start = known["datetime"]
            self.found.append((self.start, "off" in re.split(r"[\s-]", self.item)))
        if tag == "a" and self.start and "activiteiten/" in known.get("href", ""):
            self.linked.append((known["href"].rstrip("/").rpartition("/")[2], self.start))
            self.start = ""
        self.inside = known.get("type", "") if tag == "script" else ""

    def handle_data(self, data: str) -> None:
        if self.inside == "application/ld+json":
            self.words += data


@cache
def read_page(text: str) -> Times:
    return Times(text)


def on_pages(files: Mapping[str, Any], slugs: Iterable[str]) -> Starts:
    return {
        slug: three(read_page(files[f"activiteiten/{slug}/index.html"]).found) for slug in slugs
    }


def in_json_ld(files: Mapping[str, Any], slugs: Iterable[str]) -> Starts:
    found = {}
    for slug in slugs:
        node = json.loads(read_page(files[f"activiteiten/{slug}/index.html"]).words)
        events = node.get("subEvent", [])
        found[slug] = three(
            (minute(one["startDate"]), one["eventStatus"].endswith("EventCancelled"))
            for one in events
        )
    return found


def in_calendars(files: Mapping[str, Any], slugs: Iterable[str], today: date) -> Starts:
    found: Starts = {}
    for slug in slugs:
        text = files[f"activiteiten/{slug}/index.ics"]
        events = read_calendar(re.sub(rb"DTSTAMP:\S+", b"DTSTAMP:20260101T000000Z", text))
        last = (today + EIGHT_WEEKS).isoformat()
        near = (one for one in events if today.isoformat() <= one[0][:10] <= last)
        found[slug] = three(near)
    return found


@cache
def read_calendar(text: bytes) -> tuple[tuple[str, bool], ...]:
    """Everything in a calendar that is equal on many days, read by a reader that is not ours."""
    events: list[Any] = recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between(
        FIRST, LAST + EIGHT_WEEKS + timedelta(days=1)
    )
    starts = (
        (one["DTSTART"].dt.astimezone(AMSTERDAM), one["STATUS"] == "CANCELLED") for one in events
    )
    return tuple((start.isoformat(timespec="minutes"), off) for start, off in starts)


def in_open_data(files: Mapping[str, Any]) -> Starts:
    activities = json.loads(files["data/activiteiten.json"])["activities"]
    return {
        one["slug"]: three((minute(at["start"]), at["cancelled"]) for at in one["occurrences"])
        for one in sorted(activities, key=lambda one: str(one["slug"]))
    }


def in_agenda(files: Mapping[str, Any]) -> Mapping[str, list[str]]:
    """Every start of every activity on the pages of the days."""
    found: dict[str, list[str]] = defaultdict(list)
    for path, text in files.items():
        if re.fullmatch(r"agenda/\d{4}-\d\d-\d\d/index\.html", path):
            for slug, start in Times(text).linked:
                found[slug].append(start)
    return {slug: sorted(starts) for slug, starts in found.items()}


def all_starts(
    dates: Mapping[str, tuple[Occurrence, ...]], files: Mapping[str, Any]
) -> Mapping[str, list[str]]:
    """Every start up to the last day that has a page."""
    last = max(path[7:17] for path in files if re.match(r"agenda/\d", path))
    found = {
        slug: [
            one.start.isoformat(timespec="minutes")
            for one in occurrences
            if one.day.isoformat() <= last
        ]
        for slug, occurrences in dates.items()
    }
    return {slug: starts for slug, starts in found.items() if starts}


def in_atom(files: Mapping[str, Any]) -> set[str]:
    """The cancelled and moved dates in the news, as slug and what was planned."""
    ids = (
        one.text or ""
        for one in ET.fromstring(files["nieuw.atom"]).iter("{http://www.w3.org/2005/Atom}id")
    )
    marks = (one.partition(",2026:")[2] for one in ids)
    return {mark.rpartition("/")[0] for mark in marks if mark.count("/") == 2}
