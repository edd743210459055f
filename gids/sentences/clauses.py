"""A moment as part of a sentence: its days, its times, and what else is to be said."""

from collections.abc import Iterable, Sequence
from datetime import date, time

from msgspec import Struct

from gids.dutch import joined, time_span
from gids.sentences.days import DAY_AND_NIGHT
from schema import AlwaysOpen, EveryDay, EveryWeek, LooseDates, Moment, Timed

MIDNIGHT = time(0, 0)


class Clause(Struct, frozen=True):
    """``elke dinsdag`` · ``van 10.00 tot 11.30 uur`` · `` in juli en augustus (beginners)``."""

    days: str
    times: tuple[str, ...]
    rest: str

    @property
    def text(self) -> str:
        return f"{self.days} {joined(self.times)}".strip() + self.rest


def clause(moment: Moment, days: str, rest: str) -> Clause:
    if not isinstance(moment, Timed):
        return Clause(days, (), rest)
    if isinstance(moment, EveryDay) and moment.start == moment.end == MIDNIGHT:
        return Clause(DAY_AND_NIGHT, (), rest)
    return Clause(days, (time_span(moment.start, moment.end),), rest)


def in_order(moments: Iterable[Moment]) -> list[Moment]:
    """As written, what is always open last: times that one can be late for come first."""
    return sorted(moments, key=lambda moment: isinstance(moment, AlwaysOpen))


def not_over(moments: Sequence[Moment], since: date | None) -> list[Moment]:
    """Those that are not over before ``since``, loose dates without the past; all if all are."""
    if since is None:
        return list(moments)
    left = [coming for moment in moments if (coming := rest_of(moment, since))]
    return left or list(moments)


def rest_of(moment: Moment, since: date) -> Moment | None:
    if isinstance(moment, Timed) and moment.until and moment.until < since:
        return None
    if not isinstance(moment, LooseDates):
        return moment
    dates = tuple(day for day in moment.dates if day >= since)
    return moment.model_copy(update={"dates": dates}) if dates else None


def merged(moments: Sequence[Moment]) -> list[Moment]:
    """Weekly moments that only differ in their day become one, where the first of them stood."""
    if sum(isinstance(moment, EveryWeek) for moment in moments) < 2:
        return list(moments)
    days: dict[Moment, list[int]] = {}
    for moment in moments:
        weekly = isinstance(moment, EveryWeek)
        key = moment.model_copy(update={"days": ()}) if weekly else moment
        days.setdefault(key, []).extend(moment.days if isinstance(moment, EveryWeek) else ())
    return [
        key.model_copy(update={"days": tuple(found)}) if found else key
        for key, found in days.items()
    ]


def in_one_breath(clauses: Iterable[Clause]) -> list[Clause]:
    """Clauses about the same days become one with several times, each said once."""
    times: dict[tuple[str, str], tuple[str, ...]] = {}
    for one in clauses:
        said = times.get((one.days, one.rest), ())
        times[one.days, one.rest] = said + tuple(time for time in one.times if time not in said)
    return [Clause(days, found, rest) for (days, rest), found in times.items()]
