"""What a rule may look at, and how it says what it found."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeAlias

from msgspec import Struct

from gids.occurrences import Calendar, Occurrence, expand
from gids.problems import Finding, KeyPath
from gids.project import Entry, Project
from schema import Activity, Moment


class Case(Struct, frozen=True):
    """A project on a day. ``unread`` are the files with an error: what they say is unknown."""

    project: Project
    today: date
    unread: frozenset[str]
    calendar: Calendar

    def planned(self, activity: Activity, first: date, last: date) -> tuple[Occurrence, ...]:
        """What is going on in a span of days; without what was cancelled."""
        found = expand(activity, self.calendar, first, last)
        return tuple(one for one in found if not one.cancelled)

    def is_unread(self, path: str) -> bool:
        """Whether ``path``, without its ending, is a file that could not be read."""
        return not self.unread.isdisjoint((f"{path}.yaml", f"{path}.yml"))


Rule: TypeAlias = Callable[[Case], Iterator[Finding]]


def error(
    path: str, keys: KeyPath, code: str, message: str, hint: str, also: tuple[str, ...] = ()
) -> Finding:
    return Finding(path, keys, code, "error", message, hint, also)


def warning(
    path: str, keys: KeyPath, code: str, message: str, hint: str, also: tuple[str, ...] = ()
) -> Finding:
    return Finding(path, keys, code, "warning", message, hint, also)


def moments(entry: Entry[Activity]) -> Iterator[tuple[KeyPath, Moment]]:
    """The regular moments of an activity, each with where it stands in the file."""
    for index, moment in enumerate(entry.model.when.moments):
        yield ("wanneer", "momenten", index), moment
