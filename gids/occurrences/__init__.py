"""A schedule becomes dated occurrences: the only place that works out dates.

Dates are computed on the calendar, in whole days; the wall-clock time of Europe/Amsterdam is
attached last, so that 19.30 stays 19.30 over a change of the clock.

What counts, from strong to weak:

1. stopped or paused: nothing, in silence; the page says so itself;
2. a cancellation that names the date: visible as cancelled, with its reason;
3. ``niet_op``: nothing, in silence;
4. a move or an extra that names the date;
5. ``niet_in``: a period, which only speaks about the regular moments;
6. the regular moments.

So closed wins over adjusted, adjusted over regular, and a date that is named over a period.
"""

from gids.occurrences.calendar import (
    PUBLIC_HOLIDAYS,
    SCHOOL_HOLIDAYS,
    Calendar,
    days_between,
    month_named,
)
from gids.occurrences.clock import AMSTERDAM, at, ending
from gids.occurrences.closings import Closings
from gids.occurrences.expanding import DayTest, expand, rotation
from gids.occurrences.occurrence import EXTRA, Occurrence
from gids.occurrences.rules import rule_days

__all__ = (
    "AMSTERDAM",
    "EXTRA",
    "PUBLIC_HOLIDAYS",
    "SCHOOL_HOLIDAYS",
    "Calendar",
    "Closings",
    "DayTest",
    "Occurrence",
    "at",
    "days_between",
    "ending",
    "expand",
    "month_named",
    "rotation",
    "rule_days",
)
