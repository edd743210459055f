"""What a page says to search engines is valid in schema.org's own definitions, and true."""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from dateutil import rrule
from hypothesis import HealthCheck, given, settings

from gids.derive import derive
from gids.feeds import schema_org
from gids.feeds.setting import Setting
from gids.occurrences import expand
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

Node = dict[str, Any]


def described(model: Activity, base_url: str = "https://gids.voorbeeld.nl") -> Node:
    shown = view(model)
    return schema_org.describe(shown, setting(shown, base_url=base_url))


# --- valid -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Vocabulary:
    """schema.org as its types: per type what it extends and, per property, what it may hold."""

    parents: Mapping[str, tuple[str, ...]]
    ranges: Mapping[str, Mapping[str, tuple[str, ...]]]
    members: Mapping[str, frozenset[str]]

    def ancestors(self, kind: str) -> Iterator[str]:
        yield kind
        for parent in self.parents.get(kind, ()):
            yield from self.ancestors(parent)

    def range_of(self, kind: str, key: str) -> tuple[str, ...]:
        """What this property of this type may hold; nothing if it has no such property."""
        found = (self.ranges.get(one, {}).get(key) for one in self.ancestors(kind))
        return next((one for one in found if one), ())


TYPES = re.compile(r"interface (\w+?)(?:Base|Leaf) extends ([^{]+) \{(.*?)\n\}", re.DOTALL)
PROPERTY = re.compile(r'^    "(\w+)"\?: SchemaValue<(.+), "\1">;', re.MULTILINE)
UNION = re.compile(r"^export type (\w+) = (.*);$", re.MULTILINE)


@cache
def vocabulary() -> Vocabulary:
    """Read from schema-dts, which is made from schema.org's own definitions."""
    file = Path(sys.prefix) / "readers/node_modules/schema-dts/dist/schema.d.ts"
    if not file.exists():
        lacking("schema-dts")
    text = file.read_text("utf-8")
    parents: dict[str, tuple[str, ...]] = {}
    ranges: dict[str, dict[str, tuple[str, ...]]] = {}
    for kind, above, body in TYPES.findall(text):
        names = tuple(re.findall(r"(\w+)Base\b", above))
        parents[kind] = parents.get(kind, ()) + tuple(one for one in names if one != kind)
        found = {key: tuple(of.split(" | ")) for key, of in PROPERTY.findall(body)}
        ranges.setdefault(kind, {}).update(found)
    members = {
        name: frozenset(re.findall(r'"([^"]+)"', body)) for name, body in UNION.findall(text)
    }
    return Vocabulary(parents, ranges, members)


def faults(node: Node, words: Vocabulary, at: str) -> Iterator[str]:
    """Every property that its type does not have, and every value that it may not hold."""
    kind = node.get("@type")
    for key, value in node.items():
        if key.startswith("@"):
            continue
        allowed = words.range_of(str(kind), key)
        if not allowed:
            yield f"{at}: {kind} has no {key}"
            continue
        for one in value if isinstance(value, list) else [value]:
            yield from value_faults(one, allowed, words, f"{at}.{key}")


def value_faults(
    value: object, allowed: tuple[str, ...], words: Vocabulary, at: str
) -> Iterator[str]:
    if isinstance(value, dict):
        if value.keys() == {"@id"}:
            return
        if not set(words.ancestors(value["@type"])) & set(allowed):
            yield f"{at}: {value['@type']} is none of {allowed}"
        yield from faults(value, words, at)
    elif not any(fits(value, kind, words) for kind in allowed):
        yield f"{at}: {value!r} is none of {allowed}"


DATE, CLOCK = r"\d{4}-\d\d-\d\d", r"\d\d:\d\d:\d\d"
PATTERNS = {
    "Date": DATE,
    "DateTime": rf"{DATE}T{CLOCK}\+0[12]:00",
    "Time": CLOCK,
    "Duration": r"P\d+[DWM]",
    "URL": r"https?://.+|tel:\+?\d+",
    "Text": r"[\s\S]+",
}


def fits(value: object, kind: str, words: Vocabulary) -> bool:
    if isinstance(value, bool):
        return kind == "Boolean"
    if isinstance(value, int):
        return kind in {"Integer", "Number"}
    if kind in PATTERNS:
        return bool(re.fullmatch(PATTERNS[kind], str(value)))
    return value in words.members.get(kind, ())


def test_the_whole_offer_is_valid() -> None:
    whole = derive(offer().with_base_url("https://gids.voorbeeld.nl"), TODAY)
    views, shared = whole.activities, Setting.of(whole, offer())
    found = [
        fault
        for shown in views
        for fault in faults(schema_org.describe(shown, shared), vocabulary(), shown.slug)
    ]
    assert found == []


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(model=activities())
def test_every_schedule_is_valid(model: Activity) -> None:
    assert list(faults(described(model), vocabulary(), "")) == []


def test_the_check_itself_finds_faults() -> None:
    wrong = {
        "@type": "Event",
        "prijs": "2",
        "startDate": "gisteren",
        "location": {"@type": "Offer"},
    }
    assert len(list(faults(wrong, vocabulary(), ""))) == 3


# --- true ------------------------------------------------------------------------------------

CANCELLED = {"soort": "gaat niet door", "datum": "2026-12-08", "reden": "de zaal is bezet"}
MOVED = {"soort": "verplaatst", "datum": "2026-12-15", "van": "14:00", "reden": "kerst"}


def test_a_series_holds_its_coming_dates_and_says_what_changed() -> None:
    node = described(activity(WEEKLY, wijzigingen=[CANCELLED, MOVED]))
    by_day = {event["startDate"][:10]: event for event in node["subEvent"]}
    assert node["@type"] == "EventSeries"
    assert by_day["2026-12-01"]["eventStatus"] == "https://schema.org/EventScheduled"
    assert by_day["2026-12-08"]["eventStatus"] == "https://schema.org/EventCancelled"
    moved = by_day["2026-12-15"]
    assert moved["eventStatus"] == "https://schema.org/EventRescheduled"
    assert moved["startDate"] == "2026-12-15T14:00:00+01:00"
    assert moved["previousStartDate"] == "2026-12-15T10:00:00+01:00"


def test_a_schedule_leaves_out_what_drops_out() -> None:
    (schedule,) = described(activity(niet_in=["schoolvakanties"], wijzigingen=[CANCELLED]))[
        "eventSchedule"
    ]
    assert schedule["repeatFrequency"] == "P1W"
    assert schedule["byDay"] == ["https://schema.org/Tuesday"]
    assert {"2026-12-08", "2026-12-22"} <= set(schedule["exceptDate"])


def test_one_of_two_times_on_a_day_drops_out_of_its_own_schedule_only() -> None:
    afternoon = WEEKLY | {"van": "14:00", "tot": "15:00"}
    change = CANCELLED | {"aanvang": "14:00"}
    first, second = described(activity(WEEKLY, afternoon, wijzigingen=[change]))["eventSchedule"]
    assert "exceptDate" not in first
    assert second["exceptDate"] == ["2026-12-08"]


def test_a_schedule_leaves_out_what_is_cancelled_next_summer() -> None:
    change = CANCELLED | {"datum": "2027-07-06"}
    (schedule,) = described(activity(wijzigingen=[change]))["eventSchedule"]
    assert schedule["exceptDate"] == ["2027-07-06"]


def test_at_another_place_it_goes_on_as_scheduled() -> None:
    change = {"soort": "verplaatst", "datum": "2026-12-15", "plek": "plein1", "reden": "kerst"}
    by_day = {e["startDate"][:10]: e for e in described(activity(wijzigingen=[change]))["subEvent"]}
    event = by_day["2026-12-15"]
    assert event["eventStatus"] == "https://schema.org/EventScheduled"
    assert event["location"]["name"] == "Plein1"
    assert "previousStartDate" not in event


DAY_NUMBERS = {f"https://schema.org/{name}": n for n, name in enumerate(schema_org.DAYS)}
FREQUENCY: Mapping[str, Any] = {"D": rrule.DAILY, "W": rrule.WEEKLY, "M": rrule.MONTHLY}


def weekday_of(said: str) -> rrule.weekday:
    """``https://schema.org/Tuesday`` or, for the last one of a month, ``-1TU``."""
    if said in DAY_NUMBERS:
        return rrule.weekday(DAY_NUMBERS[said])
    return rrule.weekday(schema_org.SHORT_DAYS.index(said[-2:]), int(said[:-2]))


def said_by(schedule: Node, last: datetime) -> list[datetime]:
    """The starts that a Schedule says up to some moment, as dateutil works them out."""
    weekdays = [weekday_of(day) for day in schedule.get("byDay", [])]
    start = time.fromisoformat(schedule["startTime"])
    found = rrule.rrule(
        FREQUENCY[schedule["repeatFrequency"][-1]],
        dtstart=datetime.combine(date.fromisoformat(schedule["startDate"]), start),
        until=min(last, datetime.fromisoformat(schedule.get("endDate", "9999-01-01") + "T23:59")),
        interval=int(schedule["repeatFrequency"][1:-1]),
        byweekday=weekdays or None,
        bymonthday=schedule.get("byMonthDay"),
        bymonth=schedule.get("byMonth"),
        wkst=0,
    )
    out = set(schedule.get("exceptDate", []))
    return [at for at in found if at.date().isoformat() not in out]


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(model=activities())
def test_every_schedule_says_what_goes_on_as_planned_for_a_year(model: Activity) -> None:
    shown = view(model)
    table = setting(shown).tables[shown.slug]
    last = TODAY + timedelta(days=365)
    going = [one for one in expand(model, calendar(), TODAY, last) if one.status == "scheduled"]
    for series in table.series.values():
        said = said_by(schema_org.schedule(series, table.dated), datetime.combine(last, time.max))
        expected = [one.start.replace(tzinfo=None) for one in going if one.moment == series.index]
        assert [at for at in said if at.date() >= TODAY] == expected


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (
            {"soort": "elke maand", "welke": "laatste", "dag": "wo", "van": "10:00"},
            {"byDay": ["-1WE"]},
        ),
        ({"soort": "dag van de maand", "dagnummer": "15", "van": "10:00"}, {"byMonthDay": [15]}),
        (
            {"soort": "om de week", "dag": "di", "eerste_keer": "2026-01-13", "van": "10:00"},
            {"repeatFrequency": "P2W"},
        ),
        (
            {"soort": "elke dag", "van": "10:00", "alleen_in": ["juli"]},
            {"repeatFrequency": "P1D", "byMonth": [7]},
        ),
    ],
)
def test_a_schedule_says_how_often(moment: Block, words: Node) -> None:
    (schedule,) = described(activity(moment))["eventSchedule"]
    assert words.items() <= schedule.items()


def test_what_a_schedule_cannot_say_it_does_not_say() -> None:
    node = described(activity(WEEKLY, where=ROTATING))
    assert "eventSchedule" not in node
    assert node["subEvent"][0]["location"]["name"] == "De Luifel"


def test_without_dates_it_is_a_service() -> None:
    node = described(activity({"soort": "op afspraak"}, where="thuis"))
    assert node["@type"] == "Service"
    assert node["availableChannel"]["servicePhone"]["telephone"]


def test_unknown_is_left_out() -> None:
    node = described(
        activity(more={"kosten": "onbekend", "toegankelijkheid": {"ringleiding": "nee"}})
    )
    features = {one["name"]: one["value"] for one in node["location"]["amenityFeature"]}
    assert features["Ringleiding"] is False
    assert "onbekend" not in json.dumps(node)
    assert "offers" not in node
    assert "isAccessibleForFree" not in node


def test_free_is_only_said_of_what_is_free() -> None:
    assert described(activity())["isAccessibleForFree"] is True
    node = described(activity(more={"kosten": "2,50"}))
    assert "isAccessibleForFree" not in node
    assert node["offers"][0]["price"] == "2.50"


def test_nothing_that_a_partner_writes_can_end_the_script() -> None:
    text = "</script><script>alert(1)</script><!-- & ]]>"
    shown = view(activity(more={"samenvatting": text}))
    script = schema_org.script(shown, setting(shown))
    assert not set("<>&") & set(script)
    assert json.loads(script)["description"] == text
