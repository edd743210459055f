"""Counting again what the coalition's pages say, with nothing of the product.

Pages are read as HTML, tables as CSV, the offer as data/activiteiten.json, summer dates from the
calendars, and what people wrote as plain YAML.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import icalendar
import recurring_ical_events
import yaml

from tests.conftest import TODAY

TODAY_DAY = date.fromisoformat(TODAY)
PARTS: Mapping[str, Callable[[datetime], bool]] = {
    "ma–vr overdag": lambda t: t.weekday() < 5 and 5 <= t.hour < 18,
    "ma–vr avond": lambda t: t.weekday() < 5 and not 5 <= t.hour < 18,
    "zaterdag": lambda t: t.weekday() == 5,
    "zondag": lambda t: t.weekday() == 6,
}
DAYS = ("Maandag", "Dinsdag", "Woensdag", "Donderdag", "Vrijdag", "Zaterdag", "Zondag")
TIMES: Mapping[str, Callable[[datetime], bool]] = {
    "Ochtend": lambda t: 5 <= t.hour < 12,
    "Middag": lambda t: 12 <= t.hour < 18,
    "Avond": lambda t: not 5 <= t.hour < 18,
    "Alles": lambda _: True,
}
STEPS = {
    "ja": "Zonder drempels",
    "deels": "Deels zonder drempels",
    "nee": "Met drempels",
    "onbekend": "Onbekend",
    "": "Thuis, telefoon of online",
}
FIRST = ("jongeren", "alleenwonenden", "ouderen")
NO_AREA = ("heel-heemstede", "buiten-heemstede")


# --- reading pages ---------------------------------------------------------------------------


@dataclass
class Table:
    """A table of a page: its caption, the heads of its columns, and its rows by their heads."""

    caption: str = ""
    heads: list[str] = field(default_factory=list)
    rows: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    """Each cell is its number and where it leads to."""


class Tables(HTMLParser):
    """The heat-map tables of a page, and the figures in its lists of figures."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tables: list[Table] = []
        self.figures: dict[str, str] = {}
        self.within: list[str] = []
        self.text = self.link = self.head = self.term = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag == "table":
            self.tables.append(Table())
        if tag in ("caption", "th", "td", "dt", "dd"):
            self.text = self.link = ""
        if tag == "a":
            self.link = named.get("href") or ""
        self.within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.within and self.within.pop() != tag:
            continue
        text = " ".join(self.text.split())
        if tag == "caption":
            self.tables[-1].caption = text
        elif tag == "th" and "thead" in self.within:
            self.tables[-1].heads.append(text)
        elif tag == "th":
            self.head = text
            self.tables[-1].rows[text] = []
        elif tag == "td":
            found = re.match(r"\d+", text)
            self.tables[-1].rows[self.head].append((int(found[0]) if found else -1, self.link))
        elif tag == "dt":
            self.term = text
        elif tag == "dd":
            self.figures[self.term] = text

    def handle_data(self, data: str) -> None:
        self.text += data

    def named(self, caption: str) -> Table:
        return next(table for table in self.tables if table.caption == caption)


class Lists(HTMLParser):
    """Under each heading with an id, the number in it and the activities that it lists."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.numbers: dict[str, int] = {}
        self.slugs: dict[str, list[str]] = {}
        self.key = self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag == "h3" and named.get("id"):
            self.key, self.text = str(named["id"]), ""
            self.slugs[self.key] = []
        elif tag in ("h2", "footer"):
            self.key = ""
        elif (
            tag == "a"
            and self.key
            and (found := re.search(r"activiteiten/([^/]+)/$", str(named.get("href"))))
        ):
            self.slugs[self.key].append(found[1])

    def handle_endtag(self, tag: str) -> None:
        if tag == "h3" and self.key:
            self.numbers[self.key] = int(self.text.rpartition(":")[2])

    def handle_data(self, data: str) -> None:
        self.text += data


# --- counting again --------------------------------------------------------------------------


class Town:
    """The open data of a built site, and the site's pages beside it."""

    def __init__(self, site: Path, content: Path) -> None:
        self.site = site
        self.content = content
        data = json.loads((site / "data/activiteiten.json").read_text("utf-8"))
        self.offer: list[dict[str, Any]] = data["activities"]
        self.starts = {one["slug"]: going(one) for one in self.offer}
        self.listed: dict[str, Lists] = {}

    @cached_property
    def groups(self) -> dict[str, str]:
        return self.words("doelgroepen")

    @cached_property
    def areas(self) -> dict[str, str]:
        return self.words("wijken")

    def words(self, name: str) -> dict[str, str]:
        """Names by short name."""
        text = (self.content / f"{name}.yaml").read_text("utf-8")
        return {str(w["kort"]): str(w["naam"]) for w in yaml.safe_load(text)["woorden"]}

    def page(self, url: str) -> Tables:
        return Tables((self.site / url / "index.html").read_text("utf-8"))

    def lists(self, url: str) -> Lists:
        if url not in self.listed:
            self.listed[url] = Lists((self.site / url / "index.html").read_text("utf-8"))
        return self.listed[url]

    def rows(self, url: str) -> list[dict[str, str]]:
        text = (self.site / url).read_text("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))

    def own(self, group: str) -> list[dict[str, Any]]:
        if group == "alles":
            return self.offer
        return [one for one in self.offer if self.groups[group] in one["audiences"]]

    def open_to(self, group: str) -> list[dict[str, Any]]:
        names = {self.groups[group], self.groups["iedereen"]}
        return [one for one in self.offer if names & set(one["audiences"])]

    def during(self, found: list[dict[str, Any]], holds: Callable[[datetime], bool]) -> set[str]:
        return {o["slug"] for o in found if any(map(holds, self.starts[o["slug"]]))}

    def by_part(self, found: list[dict[str, Any]], column: str) -> set[str]:
        """The slugs in a column of the tables by part of the week."""
        if column == "Alles":
            return {one["slug"] for one in found}
        if column == "zonder datum":
            return {one["slug"] for one in found if not self.starts[one["slug"]]}
        return self.during(found, PARTS[column])


def going(one: dict[str, Any]) -> list[datetime]:
    return [datetime.fromisoformat(o["start"]) for o in one["occurrences"] if not o["cancelled"]]


def cost(one: dict[str, Any]) -> str:
    """From the words of the open data; of what is paid, something may be free."""
    text = str(one["cost"])
    if text.startswith("vrije gift"):
        return "Vrije gift"
    if text.startswith("kosten onbekend"):
        return "Onbekend"
    return "Gratis" if re.match(r"gratis(?:$|[.:])", text) else "Betaald"


def steps(one: dict[str, Any]) -> str:
    answer = one["accessibility"].get("Zonder drempels of trappen", "")
    return STEPS[re.split(r"\W", answer)[0]]


def area(one: dict[str, Any]) -> str:
    return one["neighbourhood"] or "Wijk onbekend"


def slot_name(start: datetime) -> str:
    part = next(name for name in ("Ochtend", "Middag", "Avond") if TIMES[name](start))
    return f"{DAYS[start.weekday()]}{part}".lower()


def share(count: int, of: int) -> str:
    return f"{count} van de {of} ({(200 * count + of) // (2 * of)}%)"


def quiet_times(built: Town) -> Iterator[tuple[str, dict[str, list[datetime]]]]:
    """What goes on in each holiday that is watched, as the calendars of the site have it."""
    watched = yaml.safe_load((built.content / "verwachtingen.yaml").read_text("utf-8"))["vakanties"]
    known = yaml.safe_load((built.content / "vakanties.yaml").read_text("utf-8"))["vakanties"]
    for name in watched:
        coming = (h for h in known if h["naam"].lower() == name and h["tot_en_met"] >= TODAY_DAY)
        holiday = min(coming, key=lambda h: h["van"])
        first, last = max(holiday["van"], TODAY_DAY), holiday["tot_en_met"]
        yield (
            holiday["naam"],
            {o["slug"]: in_calendar(built, o["slug"], first, last) for o in built.offer},
        )


def in_calendar(built: Town, slug: str, first: date, last: date) -> list[datetime]:
    """The starts of one activity in its own .ics, as an independent reader expands it."""
    file = built.site / "activiteiten" / slug / "index.ics"
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(file.read_bytes())).between(
        first, last + timedelta(days=1)
    )
    starts = [one["DTSTART"].dt for one in found if str(one.get("STATUS")) != "CANCELLED"]
    return [s for s in starts if isinstance(s, datetime) and first <= s.date() <= last]
