"""What was measured on which day: content/monitor/, in lines that survive a merge.

``<year>.txt`` has one line per day: the date, a figure per word (``bevestigd-in-90-dagen=118/164``,
or ``partners=31``) and the expectations that were not met (``niet:zondag-in-elke-wijk=de-glip``).
``aanbod.txt`` has one line per activity that came (+) or went (-): date, sign, slug, organisation,
title.

Lines stand by themselves, so git keeps both sides of a merge (``merge=union``). Order does not
matter, the first of two lines for one day stands, and what is no such line is skipped and named.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct

from gids import dutch
from gids.coalition.figures import Figure
from gids.directory import ActivityView
from gids.project import CoalitionFiles

FIGURE = re.compile(r"([a-z0-9-]+)=(\d+)(?:/(\d+))?$")
UNMET = re.compile(r"niet:([a-z0-9-]+)=([a-z0-9,-]+)$")
SEEN = re.compile(r"(\d{4}-\d\d-\d\d) ([+-]) ([a-z0-9-]+) ([a-z0-9-]+) (.+)$")
MARKS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||", "#")


class Day(Struct, frozen=True):
    """The figures of one day, by key: a count, and of how many where it is a share."""

    day: date
    counts: Mapping[str, tuple[int, int | None]]
    unmet: Mapping[str, tuple[str, ...]]

    def value(self, key: str) -> int | None:
        """The count or percentage, as ``Figure.value``; None where it was not measured."""
        if key not in self.counts:
            return None
        return Figure(key, "", *self.counts[key]).value


class Change(Struct, frozen=True):
    """An activity that came or went."""

    day: date
    came: bool
    slug: str
    organisation: str
    title: str


class History(Struct, frozen=True):
    """Every measured day and every change, by date. ``unread`` are lines that are neither."""

    days: tuple[Day, ...]
    changes: tuple[Change, ...]
    unread: tuple[str, ...]

    @property
    def began(self) -> date | None:
        return self.days[0].day if self.days else None

    @property
    def known(self) -> Mapping[str, Change]:
        """What was there after the last change, by slug, with how it came."""
        last = {change.slug: change for change in self.changes}
        return {slug: change for slug, change in last.items() if change.came}

    @property
    def news(self) -> tuple[Change, ...]:
        """What came or went after the first day, on which everything was new to us."""
        first = self.changes[0].day if self.changes else None
        return tuple(change for change in self.changes if change.day != first)

    def series(self, key: str) -> tuple[tuple[date, int], ...]:
        """One figure over time."""
        values = ((day.day, day.value(key)) for day in self.days)
        return tuple((day, value) for day, value in values if value is not None)


# --- reading ---------------------------------------------------------------------------------


def history(files: CoalitionFiles, today: date) -> History:
    """The lines as days and changes; what lies after ``today`` has not happened."""
    days: dict[date, Day] = {}
    unread = []
    for line in meaningful(files.measured):
        if day := read_day(line):
            days.setdefault(day.day, day)
        else:
            unread.append(line)
    changes = []
    for line in meaningful(files.seen):
        if change := read_change(line):
            changes.append(change)
        else:
            unread.append(line)
    return History(
        tuple(day for _, day in sorted(days.items()) if day.day <= today),
        tuple(effective(one for one in in_order(changes) if one.day <= today)),
        tuple(unread),
    )


def meaningful(lines: Iterable[str]) -> Iterator[str]:
    """Without empty lines, remarks, and the marks that a merge leaves behind."""
    for line in lines:
        text = line.strip()
        if text and not text.startswith(MARKS):
            yield text


def read_day(line: str) -> Day | None:
    words = line.split()
    day = read_date(words[0])
    figures = [match for word in words[1:] if (match := FIGURE.match(word))]
    unmet = [match for word in words[1:] if (match := UNMET.match(word))]
    if day is None or len(figures) + len(unmet) != len(words) - 1 or not figures:
        return None
    return Day(
        day,
        {m[1]: (int(m[2]), int(m[3]) if m[3] else None) for m in figures},
        {m[1]: tuple(m[2].split(",")) for m in unmet},
    )


def read_change(line: str) -> Change | None:
    match = SEEN.match(line)
    day = read_date(match[1]) if match else None
    if match is None or day is None:
        return None
    return Change(day, match[2] == "+", match[3], match[4], match[5])


def read_date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def in_order(changes: Iterable[Change]) -> list[Change]:
    """By date; on one day what went before what came, so that a move between folders is a move."""
    unique = dict.fromkeys(changes)
    return sorted(unique, key=lambda c: (c.day, c.came, c.slug, c.organisation, c.title))


def effective(changes: Iterable[Change]) -> Iterator[Change]:
    """What came while it was there, or went twice, is no change: a merge kept both sides."""
    there: set[str] = set()
    for change in changes:
        if change.came != (change.slug in there):
            (there.add if change.came else there.discard)(change.slug)
            yield change


# --- writing ---------------------------------------------------------------------------------


def day_line(today: date, figures: Mapping[str, Figure], unmet: Mapping[str, Sequence[str]]) -> str:
    """``2026-11-23 partners=31 bevestigd-in-90-dagen=118/164 niet:zondag=de-glip``."""
    counts = (f"{key}={counted_text(figure)}" for key, figure in figures.items())
    short = (f"niet:{key}={','.join(subjects)}" for key, subjects in sorted(unmet.items()))
    return " ".join((today.isoformat(), *counts, *short))


def counted_text(figure: Figure) -> str:
    return str(figure.count) if figure.of is None else f"{figure.count}/{figure.of}"


def change_lines(past: History, listed: Iterable[ActivityView], today: date) -> list[str]:
    """One line for every activity that is new since the last time, or no longer there."""
    there = {view.slug: view for view in listed}
    known = past.known
    gone = [change for slug, change in sorted(known.items()) if slug not in there]
    new = [view for slug, view in sorted(there.items()) if slug not in known]
    return [
        *(change_line(today, "-", c.slug, c.organisation, c.title) for c in gone),
        *(change_line(today, "+", v.slug, v.organisation.slug, v.title) for v in new),
    ]


def change_line(today: date, sign: str, slug: str, organisation: str, title: str) -> str:
    return f"{today.isoformat()} {sign} {slug} {organisation} {title}"


# --- since when ------------------------------------------------------------------------------


def unmet_since(past: History, expectation: str, subject: str, today: date) -> tuple[date, bool]:
    """The first day of the unbroken run until today, and whether it began before we measured."""
    since, whole = today, True
    for day in reversed(past.days):
        if subject not in day.unmet.get(expectation, ()):
            whole = False
            break
        since = day.day
    return since, whole and bool(past.days)


def since_words(past: History, expectation: str, subject: str, today: date) -> str:
    """“sinds 5 december 2026”, “zolang we meten, sinds 23 november 2026”.

    What shows today for the first time says nothing: maybe it was never measured before.
    """
    since, whole = unmet_since(past, expectation, subject, today)
    plain = dutch.date_long(since).partition(" ")[2]
    if whole and since < today:
        return f"zolang we meten, sinds {plain}"
    return f"sinds {plain}" if since < today else ""


def stretches(series: Sequence[tuple[date, int]], most: int = 7) -> list[list[tuple[date, int]]]:
    """A series cut where nothing was measured for more than ``most`` days."""
    cut: list[list[tuple[date, int]]] = []
    for point in series:
        if cut and point[0] - cut[-1][-1][0] <= timedelta(days=most):
            cut[-1].append(point)
        else:
            cut.append([point])
    return cut
