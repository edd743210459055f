"""One listed activity as the coalition counts it: for whom, where, when, and can one get in.

A slot is a part of a day of the week, numbered from 0, Monday morning, to 20, Sunday evening. A
``Week`` is a set of slots as bits, so that counting thousands of activities takes milliseconds.
What is unknown has a word of its own and never counts as yes.
"""

from collections.abc import Iterable, Iterator
from datetime import time
from typing import TypeAlias

from msgspec import Struct

from gids import dutch
from gids.directory import ActivityView, Directory
from gids.occurrences import Occurrence
from gids.values import WEEKDAYS
from schema import PARTS_OF_DAY

Slot: TypeAlias = int
Week: TypeAlias = int

SLOTS = range(7 * len(PARTS_OF_DAY))
UNKNOWN = "onbekend"
NOTHING_TO_ENTER = "n.v.t."


class Offer(Struct, frozen=True):
    """An activity's place in every table.

    ``week`` holds the slots in which it goes on at least once in the coming eight weeks;
    ``organiser``, ``audiences`` and ``neighbourhood`` (or ``UNKNOWN``) are slugs; ``cost`` is
    gratis, betaald, vrije gift or onbekend; ``access`` says whether the way in is free of steps:
    ja, deels, nee, onbekend or ``NOTHING_TO_ENTER`` (at home, by phone, online).
    """

    view: ActivityView
    organiser: str
    audiences: tuple[str, ...]
    neighbourhood: str
    week: Week
    cost: str
    access: str


def offers(directory: Directory) -> tuple[Offer, ...]:
    """Every listed activity, by title."""
    listed = sorted(directory.listed, key=lambda view: (dutch.sort_key(view.title), view.slug))
    return tuple(offer(view) for view in listed)


def offer(view: ActivityView) -> Offer:
    return Offer(
        view,
        view.organisation.slug,
        tuple(link.slug for link in view.audiences),
        view.neighbourhood.slug if view.neighbourhood else UNKNOWN,
        week_of(view.dates),
        view.source.cost.kind,
        view.wheelchair or NOTHING_TO_ENTER,
    )


# --- slots -----------------------------------------------------------------------------------


def slot(weekday: int, part: int) -> Slot:
    return weekday * len(PARTS_OF_DAY) + part


def weekday_of(one: Slot) -> int:
    return one // len(PARTS_OF_DAY)


def part_of(one: Slot) -> int:
    return one % len(PARTS_OF_DAY)


def slot_name(one: Slot) -> str:
    """``zondagmiddag``."""
    return f"{WEEKDAYS[weekday_of(one)]}{PARTS_OF_DAY[part_of(one)]}"


def week(slots: Iterable[Slot]) -> Week:
    return sum(1 << one for one in set(slots))


def slots_in(found: Week) -> Iterator[Slot]:
    return (one for one in SLOTS if found >> one & 1)


def week_of(occurrences: Iterable[Occurrence]) -> Week:
    """The slots of what goes on; a start decides, so a lunch that begins at 11.30 is a morning."""
    going = {(o.start.weekday(), o.start.hour) for o in occurrences if not o.cancelled}
    return week(slot(day, part_of_hour(hour)) for day, hour in going)


def part_of_hour(hour: int) -> int:
    return PARTS_OF_DAY.index(dutch.part_of_day(time(hour)))
