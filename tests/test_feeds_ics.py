"""Calendars say exactly what `occurrences` says, to readers that we did not write."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
import recurring_ical_events
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from gids.derive import derive
from gids.feeds import ics
from gids.feeds.setting import Setting
from gids.history import History
from gids.occurrences import AMSTERDAM, Calendar, expand
from schema import Activity
from tests.conftest import lacking
from tests.schedules import (
    ROTATING,
    TODAY,
    WEEKLY,
    Block,
    activities,
    activity,
    calendar,
    offer,
    setting,
    view,
)

THREE_YEARS = timedelta(days=3 * 365)
Dates = Counter[tuple[datetime, datetime, bool, str]]


def written(model: Activity, weekday: int | None = None) -> icalendar.Calendar:
    """The calendar of one activity, as another program reads it."""
    shown = view(model)
    shared = setting(shown)
    table = shared.tables[shown.slug]
    table = table if weekday is None else table.on(weekday)
    text = ics.calendar("Koffie", [ics.events(shown, table, shared)])
    return icalendar.Calendar.from_ical(text)


def events(model: Activity, weekday: int | None = None) -> list[Any]:
    """Its events; what a property is, the tests know better than the library's types."""
    return list(written(model, weekday).events)


def read_dates(calendar: icalendar.Calendar, first: date, last: date) -> Dates:
    """What an independent reader finds: start, end, whether it is off, and where."""
    found: list[Any] = recurring_ical_events.of(calendar).between(first, last + timedelta(days=1))
    return Counter(
        (utc(start), utc(event["DTEND"].dt), event["STATUS"] == "CANCELLED", str(event["LOCATION"]))
        for event in found
        if first <= (start := event["DTSTART"].dt).astimezone(AMSTERDAM).date() <= last
    )


def our_dates(model: Activity, first: date, last: date, weekday: int | None = None) -> Dates:
    shown = view(model)
    shared = setting(shown)
    return Counter(
        (utc(one.start), utc(one.end or one.start), one.cancelled, ics.location(shown, one, shared))
        for one in expand(model, calendar(), first, last)
        if weekday in (None, one.start.weekday())
    )


def utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


# --- the same dates, for readers that we did not write ---------------------------------------


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(model=activities())
def test_an_independent_reader_finds_the_same_dates_for_three_years(model: Activity) -> None:
    last = TODAY + THREE_YEARS
    assert read_dates(written(model), TODAY, last) == our_dates(model, TODAY, last)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(model=activities(), weekday=st.integers(0, 6))
def test_the_calendar_of_a_weekday_has_what_is_on_that_day(model: Activity, weekday: int) -> None:
    last = TODAY + timedelta(days=365)
    assert read_dates(written(model, weekday), TODAY, last) == our_dates(
        model, TODAY, last, weekday
    )


def test_a_reader_in_javascript_finds_the_same_dates() -> None:
    """ical.js, over every activity of the example offer."""
    whole = derive(offer(), TODAY)
    views, shared = whole.activities, Setting.of(whole, offer())
    texts = [ics.calendar("x", [ics.events(v, shared.tables[v.slug], shared)]) for v in views]
    last, holidays = TODAY + timedelta(days=400), Calendar.of(offer().holidays)
    answers = ical_js([text.decode() for text in texts], TODAY, last)
    for shown, answer in zip(views, answers, strict=True):
        assert answer == [
            f"{utc(one.start):%Y-%m-%dT%H:%M} {utc(one.end or one.start):%Y-%m-%dT%H:%M} "
            f"{'CANCELLED' if one.cancelled else 'CONFIRMED'}"
            for one in expand(shown.source, holidays, TODAY, last - timedelta(days=1))
        ], shown.slug


def ical_js(texts: Sequence[str], first: date, last: date) -> list[list[str]]:
    """What ical.js finds in each of these calendars, see `ical_reader.mjs`."""
    package = Path(sys.prefix) / "readers" / "node_modules" / "ical.js"
    if not package.exists():
        lacking("ical.js")
    question = {
        "path": str(package / "dist" / "ical.js"),
        "calendars": texts,
        "from": first.isoformat(),
        "until": last.isoformat(),
    }
    program = ["node", str(Path(__file__).with_name("ical_reader.mjs"))]
    done = subprocess.run(
        program, input=json.dumps(question), capture_output=True, text=True, check=True
    )
    answers: list[list[str]] = json.loads(done.stdout)
    return answers


# --- how it is said --------------------------------------------------------------------------

CANCELLED = {"soort": "gaat niet door", "datum": "2026-12-08", "reden": "de zaal is bezet"}
MOVED = {"soort": "verplaatst", "datum": "2026-12-15", "van": "14:00", "reden": "kerst"}


def test_a_weekly_activity_is_one_series_with_its_holidays_taken_out() -> None:
    (event,) = events(activity(niet_in=["schoolvakanties"]))
    assert event["RRULE"].to_ical() == b"FREQ=WEEKLY;BYDAY=TU"
    dropped = {one.dt.date() for one in event["EXDATE"].dts}
    assert date(2026, 12, 22) in dropped
    assert date(2026, 12, 15) not in dropped


def test_a_cancelled_one_of_a_series_is_marked_and_named() -> None:
    series, exception = events(activity(wijzigingen=[CANCELLED]))
    assert exception["UID"] == series["UID"]
    assert exception["STATUS"] == "CANCELLED"
    assert exception["RECURRENCE-ID"].dt == datetime(2026, 12, 8, 10, tzinfo=AMSTERDAM)
    assert exception["SUMMARY"] == "Gaat niet door: Koffieochtend"
    assert "de zaal is bezet" in exception["DESCRIPTION"]


def test_a_moved_one_of_a_series_replaces_what_was_planned() -> None:
    _, exception = events(activity(wijzigingen=[MOVED]))
    assert exception["RECURRENCE-ID"].dt == datetime(2026, 12, 15, 10, tzinfo=AMSTERDAM)
    assert exception["DTSTART"].dt == datetime(2026, 12, 15, 14, tzinfo=AMSTERDAM)
    assert exception["STATUS"] == "CONFIRMED"


@pytest.mark.parametrize(
    ("moment", "where"),
    [
        ({"soort": "even weken", "dag": "vrijdag", "van": "10:00"}, "de-luifel"),
        ({"soort": "losse data", "data": ["2026-12-05"], "van": "10:00"}, "de-luifel"),
        ({"soort": "elke week", "dag": "zondag", "van": "1:00", "tot": "3:30"}, "de-luifel"),
        (WEEKLY, ROTATING),
    ],
)
def test_what_a_rule_cannot_say_is_written_date_by_date(moment: Block, where: object) -> None:
    found = events(activity(moment, where=where))
    assert found
    assert not any("RRULE" in event for event in found)


def test_a_whole_day_stays_a_whole_day_when_the_clock_changes() -> None:
    (event,) = events(activity({"soort": "elke dag", "van": "0:00", "tot": "24:00"}))
    assert event["DURATION"].dt == timedelta(days=1)


def test_a_season_and_a_stop_end_the_series() -> None:
    season = activity({**WEEKLY, "tot_en_met": "2027-06-30"}, more={"gestopt_op": "2027-03-01"})
    (event,) = events(season)
    assert event["RRULE"]["UNTIL"] == [datetime(2027, 3, 1, 22, 59, 59, tzinfo=UTC)]


def test_names_are_the_same_in_every_build_and_every_list() -> None:
    one, other = events(activity())[0], events(activity(), weekday=1)[0]
    assert one["UID"] == other["UID"] == "koffie-0@voorbeelddorp.duizend-bloemen"


def test_the_sequence_rises_when_a_date_changes() -> None:
    before = sequence(activity())
    assert sequence(activity(wijzigingen=[CANCELLED])) > before
    assert sequence(activity(niet_op=["2026-12-08"])) > before
    assert sequence(activity(more={"gecontroleerd_op": "2026-11-20"})) > before
    shown = view(activity())
    history = {"koffie": History(TODAY, TODAY, 2)}
    assert ics.sequence(shown, replace(setting(shown), history=history)) > before


def sequence(model: Activity) -> int:
    return int(events(model)[0]["SEQUENCE"])


def test_two_builds_of_one_day_are_equal() -> None:
    assert written(activity()).to_ical() == written(activity()).to_ical()
    assert events(activity())[0]["DTSTAMP"].dt == datetime(2026, 11, 24, tzinfo=UTC)


def test_lines_end_in_crlf_and_hold_at_most_75_octets() -> None:
    model = activity(more={"samenvatting": "Café, één; \\ën " + "ï🌷" * 60})
    shown = view(model)
    shared = setting(shown, base_url="https://gids.voorbeeld.nl")
    text = ics.calendar("Café", [ics.events(shown, shared.tables["koffie"], shared)])
    assert text.count(b"\n") == text.count(b"\r\n")
    assert max(map(len, text.split(b"\r\n"))) <= 75
    read: list[Any] = icalendar.Calendar.from_ical(text).events
    (event,) = read
    assert shown.summary in event["DESCRIPTION"]
    assert event["URL"] == "https://gids.voorbeeld.nl/activiteiten/koffie/"


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=300))
def test_a_folded_line_unfolds_to_what_it_was(text: str) -> None:
    folded = ics.line(text)
    assert folded.replace(b"\r\n ", b"").decode() == text
    assert all(len(part) <= 75 for part in folded.split(b"\r\n"))


def test_the_time_zone_travels_along() -> None:
    (zone,) = written(activity()).timezones
    changes = zone.to_tz()
    for day, hours in ((date(2026, 7, 1), 2), (date(2027, 3, 29), 2), (date(2040, 12, 1), 1)):
        moment = datetime.combine(day, time(12), tzinfo=changes)
        assert moment.utcoffset() == timedelta(hours=hours)


def test_without_dates_a_calendar_is_empty_but_good() -> None:
    assert events(activity({"soort": "op afspraak"})) == []


def test_a_rotating_venue_is_named_per_date() -> None:
    found = events(activity(WEEKLY, where=ROTATING))
    by_month = {event["DTSTART"].dt.month: str(event["LOCATION"]) for event in found}
    assert by_month[1].startswith("De Luifel, Herenweg 96")
    assert by_month[2].startswith("Plein1, Julianaplein 1")
