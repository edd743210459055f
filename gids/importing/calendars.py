"""An iCalendar file: each series of events becomes an activity, with the schedule as a rule.

RFC 5545. Who organises it and who comes are people: they are not taken over.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from msgspec import Struct

from gids.importing.draft import Draft, NotReadableError
from gids.values import ORDINALS, WEEKDAYS, normal
from gids.writing import Tree

Component: TypeAlias = Any
"""An event, a rule or a value of icalendar, which has no types of use here."""

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FREE_TEXT_LIMIT = 5000
LONGEST_SERIES = 400
CANCELLED = "afgelast in de agenda"
MOVED = "verzet in de agenda"


class Event(Struct, frozen=True):
    """One VEVENT. ``start`` and ``end`` are wall-clock times of here; ``end`` may be the start."""

    component: Component
    uid: str
    start: datetime
    end: datetime
    whole_day: bool

    def text(self, name: str) -> str:
        value = self.component.get(name)
        return str(value).strip() if value is not None else ""

    @property
    def cancelled(self) -> bool:
        return self.text("STATUS").upper() == "CANCELLED"


def read_calendar(name: str, data: bytes) -> Iterator[Draft]:
    """A draft per series, or per title and place for loose events."""
    from icalendar import Calendar

    try:
        calendars = Calendar.from_ical(data, multiple=True)
        components = [one for calendar in calendars for one in calendar.walk("VEVENT")]
        events = [event for one in components if (event := read_event(one))]
    except Exception as error:  # icalendar raises many kinds on damaged files
        raise NotReadableError("dit is geen agendabestand dat we kunnen lezen") from error
    if not events:
        raise NotReadableError("er staan geen afspraken in deze agenda")
    for group in grouped(events):
        yield whole_or_title(name, group)


def whole_or_title(name: str, group: list[Event]) -> Draft:
    """What a group says; of one that is damaged its title, so that a person can look."""
    try:
        return draft(name, group)
    except Exception:  # noqa: BLE001 - icalendar and dateutil raise many kinds on damaged values
        title = group[0].text("SUMMARY")
        note = "De tijden van deze afspraak zijn beschadigd en niet overgenomen."
        return Draft(f"{name}, {title}", {"titel": title}, notes=(note,))


def read_event(component: Component) -> Event | None:
    """An event with a title and a start; others say nothing."""
    if "DTSTART" not in component or not str(component.get("SUMMARY", "")).strip():
        return None
    start = component.decoded("DTSTART")
    end = component.decoded("DTEND") if "DTEND" in component else None
    if end is None and "DURATION" in component:
        end = start + component.decoded("DURATION")
    whole_day = not isinstance(start, datetime)
    uid = str(component.get("UID", id(component)))
    return Event(component, uid, local(start), local(end if end is not None else start), whole_day)


def local(when: date) -> datetime:
    """On the clock of here, without a zone: a schedule is about the wall clock."""
    if not isinstance(when, datetime):
        return datetime.combine(when, datetime.min.time())
    return when.astimezone(AMSTERDAM).replace(tzinfo=None) if when.tzinfo else when


def grouped(events: Sequence[Event]) -> Iterator[list[Event]]:
    """What belongs together: the same title in the same place, exceptions with their series."""
    series = {event.uid: event for event in events if event.component.get("RRULE")}
    groups: dict[tuple[str, str], list[Event]] = {}
    for event in events:
        named = series.get(event.uid, event)
        key = normal(named.text("SUMMARY")), normal(named.text("LOCATION"))
        groups.setdefault(key, []).append(event)
    yield from groups.values()


def draft(name: str, group: list[Event]) -> Draft:
    """What a series or a set of loose events says."""
    main = next((event for event in group if event.component.get("RRULE")), group[0])
    tree: dict[str, Tree] = {"titel": main.text("SUMMARY")}
    if description := main.text("DESCRIPTION"):
        tree["omschrijving"] = description[:FREE_TEXT_LIMIT]
    if categories := main.component.get("CATEGORIES"):
        tree["themas"] = category_words(categories)
    when, notes = schedule(group)
    tree["wanneer"] = when
    if place := main.text("LOCATION"):
        tree["waar"] = place
    if url := main.text("URL"):
        tree["contact"] = {"website": url}
    return Draft(f"{name}, {main.text('SUMMARY')}", tree, notes=tuple(notes))


def category_words(categories: Component) -> list[Tree]:
    several = categories if isinstance(categories, list) else [categories]
    return [str(word) for one in several for word in one.cats]


# --- when ------------------------------------------------------------------------------------


def clocks(event: Event) -> dict[str, Tree]:
    if event.whole_day:
        return {"van": "00:00", "tot": "00:00"}
    found: dict[str, Tree] = {"van": f"{event.start:%H:%M}"}
    return found | ({"tot": f"{event.end:%H:%M}"} if event.end > event.start else {})


def schedule(group: Sequence[Event]) -> tuple[dict[str, Tree], list[str]]:
    """The block ``wanneer``, and what of the rules could only be taken over as dates."""
    series = [event for event in group if event.component.get("RRULE")]
    by_uid = {event.uid: event for event in series}
    rest = [event for event in group if event not in series]
    when = loose([event for event in rest if event.uid not in by_uid])
    notes = []
    for event in series:
        moment = regular(event, event.component["RRULE"])
        if moment is None:
            dates: list[Tree] = [*expanded(event, event.component["RRULE"])]
            moment = {"soort": "losse data", "data": dates, **clocks(event)}
            notes.append("Een herhaling kennen we niet als regel; daar zijn losse datums van.")
        when["momenten"] = [*when["momenten"], moment]
    if gone := sorted({day for event in series for day in excluded(event)}):
        when["niet_op"] = list(gone)
    changes = [change(by_uid[event.uid], event) for event in rest if event.uid in by_uid]
    if changes:
        when["wijzigingen"] = [*when.get("wijzigingen", []), *changes]
    return when, notes


def loose(events: Sequence[Event]) -> dict[str, Tree]:
    """Dates without a rule; those at the same time are one moment. Cancelled ones stay visible."""
    moments: dict[str, dict[str, Tree]] = {}
    changes = []
    for event in sorted(events, key=lambda one: one.start):
        day = event.start.date().isoformat()
        clock = clocks(event)
        moment = moments.setdefault(str(clock), {"soort": "losse data", "data": [], **clock})
        dates = moment["data"]
        if isinstance(dates, list) and day not in dates:
            dates.append(day)
        if event.cancelled:
            changes.append({"soort": "gaat niet door", "datum": day, "reden": CANCELLED})
    when: dict[str, Tree] = {"momenten": list(moments.values())}
    return when | ({"wijzigingen": list(changes)} if changes else {})


def regular(event: Event, rule: Component) -> dict[str, Tree] | None:
    """The rule as a kind of moment; None where there is no such kind."""
    frequency, interval = rule["FREQ"][0], int(rule.get("INTERVAL", [1])[0])
    by_day = [str(day) for day in rule.get("BYDAY", [])]
    odd = set(rule) - {
        "FREQ",
        "INTERVAL",
        "BYDAY",
        "BYMONTHDAY",
        "BYSETPOS",
        "UNTIL",
        "COUNT",
        "WKST",
    }
    if odd or (frequency == "WEEKLY" and rule.get("BYSETPOS")):
        return None
    made = kind(event, rule, frequency, interval, by_day)
    return made | clocks(event) | season(event, rule) if made else None


def kind(
    event: Event,
    rule: Component,
    frequency: str,
    interval: int,
    by_day: list[str],
) -> dict[str, Tree] | None:
    plain = [WEEKDAYS[DAYS.index(day)] for day in by_day if day in DAYS]
    days: list[Tree] = list(plain or [WEEKDAYS[event.start.weekday()]])
    if frequency == "DAILY" and interval == 1 and not by_day:
        return {"soort": "elke dag"}
    if frequency == "WEEKLY" and interval == 1:
        return {"soort": "elke week", "dag": days}
    if frequency == "WEEKLY":
        first = event.start.date().isoformat()
        more = {"aantal_weken": str(interval)} if interval > 2 else {}
        return {"soort": "om de week", "dag": days, "eerste_keer": first, **more}
    if frequency != "MONTHLY" or interval != 1:
        return None
    return monthly(event, rule, by_day)


def monthly(event: Event, rule: Component, by_day: list[str]) -> dict[str, Tree] | None:
    """``2TU`` and ``-1FR``, ``BYSETPOS`` beside days, or a fixed day of the month."""
    names = {rank: name for name, rank in ORDINALS.items()}
    positions = [int(one) for one in rule.get("BYSETPOS", [])]
    if by_day:
        ranked = [(int(day[:-2] or 0), day[-2:]) for day in by_day]
        ranks = {rank for rank, _ in ranked} - {0} or set(positions)
        days = list(dict.fromkeys(WEEKDAYS[DAYS.index(day)] for _, day in ranked))
        whole = len(ranked) == len(days) * max(1, len({rank for rank, _ in ranked} - {0}))
        if not ranks or not ranks <= set(names) or not whole or (positions and len(days) > 1):
            return None
        welke = [names[rank] for rank in sorted(ranks, key=lambda rank: rank % 10)]
        return {"soort": "elke maand", "welke": list(welke), "dag": list(days)}
    numbers = [int(one) for one in rule.get("BYMONTHDAY", [event.start.day])]
    if positions or any(number < 1 for number in numbers):
        return None
    return {"soort": "dag van de maand", "dagnummer": [str(number) for number in numbers]}


def season(event: Event, rule: Component) -> dict[str, Tree]:
    """From the first event until the last; a rule without an end has no season."""
    if "UNTIL" not in rule and "COUNT" not in rule:
        return {}
    dates = expanded(event, rule)
    return {"vanaf": event.start.date().isoformat(), "tot_en_met": dates[-1]} if dates else {}


def expanded(event: Event, rule: Component) -> list[str]:
    """The dates of a rule, at most ``LONGEST_SERIES``."""
    from dateutil.rrule import rrulestr

    text = rule.to_ical().decode()
    parts = [part for part in text.split(";") if not part.startswith("UNTIL")]
    series = rrulestr(";".join(parts), dtstart=event.start)
    until = local(rule["UNTIL"][0]) if "UNTIL" in rule else None
    if until and not isinstance(rule["UNTIL"][0], datetime):
        until += timedelta(days=1)
    found: list[str] = []
    for when in series:
        if len(found) == LONGEST_SERIES or (until and when > until):
            break
        found.append(when.date().isoformat())
    return found


def excluded(event: Event) -> list[str]:
    """EXDATE: days on which it is silently not on."""
    given = event.component.get("EXDATE")
    several = given if isinstance(given, list) else [given] if given else []
    return sorted({local(item.dt).date().isoformat() for one in several for item in one.dts})


def change(main: Event, event: Event) -> dict[str, Tree]:
    """An event that replaces one of the series: cancelled, or moved."""
    original = event.component.get("RECURRENCE-ID")
    day = (local(original.dt) if original else event.start).date()
    if event.cancelled:
        return {"soort": "gaat niet door", "datum": day.isoformat(), "reden": CANCELLED}
    found: dict[str, Tree] = {"soort": "verplaatst", "datum": day.isoformat()}
    if event.start.date() != day:
        found["naar_datum"] = event.start.date().isoformat()
    if event.start.time() != main.start.time() or "naar_datum" not in found:
        found |= clocks(event)
    return found | {"reden": MOVED}
