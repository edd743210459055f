"""The days on which an activity is closed, and why that differs in strength."""

from datetime import date, timedelta

from msgspec import Struct

from gids.occurrences.calendar import Calendar, month_named
from schema import Activity, Pause

NO_DAYS: frozenset[date] = frozenset()


class Closings(Struct, frozen=True):
    """The days on which an activity is closed, for three reasons of different strength."""

    stopped_on: date | None
    pause: Pause | None
    named: tuple[date, ...]
    """``niet_op``."""
    months: tuple[int, ...]
    periods: frozenset[date]
    """With ``months``: ``niet_in``, every day of it."""

    @classmethod
    def of(cls, activity: Activity, calendar: Calendar) -> "Closings":
        """An unknown word in ``niet_in`` closes nothing here; ``checks`` reports it."""
        words = activity.when.not_in
        months = tuple(month for word in words if (month := month_named(word)))
        days = NO_DAYS.union(*(calendar.days(word) or NO_DAYS for word in words))
        return cls(activity.stopped_on, activity.pause, activity.when.not_on, months, days)

    def silent(self, day: date) -> bool:
        """Stopped before this day, or paused on it. A pause without a beginning has begun."""
        if self.stopped_on and day > self.stopped_on:
            return True
        pause = self.pause
        return pause is not None and not (
            (pause.from_date and day < pause.from_date) or (pause.until and day > pause.until)
        )

    @property
    def last_day(self) -> date | None:
        """After this day nothing follows: it stops, or pauses without an end. Else None."""
        pause, ends = self.pause, self.stopped_on
        if pause is None or pause.until:
            return ends
        paused = pause.from_date - timedelta(days=1) if pause.from_date else date.min
        return min(paused, ends or paused)

    def in_period(self, day: date) -> bool:
        return day in self.periods or day.month in self.months

    def regular_opens(self, day: date) -> bool:
        """Whether a regular moment goes on, as far as no change names the day."""
        if day in self.periods or day in self.named or day.month in self.months:
            return False  # without a call: asked for every day of every activity
        return not self.silent(day)
