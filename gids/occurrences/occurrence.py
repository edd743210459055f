"""One dated time of an activity."""

from datetime import date, datetime, time
from typing import Literal

from msgspec import Struct

EXTRA = -1
"""Stands for the moment of an extra date, which is not one of the regular moments."""


class Occurrence(Struct, frozen=True, order=True):
    """One time that an activity is, was moved, or does not happen.

    ``start`` and ``end`` are wall-clock times in Europe/Amsterdam (aware). An ``end`` on or before
    the start on the clock is on the next day. ``place`` is the slug of a place, or empty where the
    activity's own ``waar`` holds. ``original`` is the start that this one replaces, for a moved
    one, else ``start``: with slug and moment it identifies the occurrence for ever.
    """

    start: datetime
    end: datetime | None
    original: datetime
    doors: time | None
    status: Literal["scheduled", "moved", "cancelled"]
    reason: str
    place: str
    note: str
    moment: int
    """Index into ``when.moments``; -1 for an extra date."""

    @property
    def day(self) -> date:
        return self.start.date()

    @property
    def cancelled(self) -> bool:
        return self.status == "cancelled"
