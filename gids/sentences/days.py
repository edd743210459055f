"""On which days something is, in words."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from gids.dutch import clock, date_day, date_long, date_plain, joined, number
from gids.values import MONTHS, ORDINALS, WEEKDAYS
from schema import (
    AlwaysOpen,
    ByAppointment,
    EveryFewWeeks,
    EveryMonth,
    EveryWeek,
    LooseDates,
    Moment,
    MonthDay,
    Timed,
    UnknownTime,
    WeekParity,
)

WORKDAYS, WEEKEND, WHOLE_WEEK = (0, 1, 2, 3, 4), (5, 6), 7
MANY = 3
"""So many loose dates on one weekday name it once."""
RUN = 4
"""So many days in a row are said by the first and the last of them."""
DAY_AND_NIGHT = "elke dag, dag en nacht"
FURTHER = "verder dag en nacht"
"""What is always open, beside moments at a time."""


def weekdays(days: Sequence[int]) -> str:
    """``dinsdag en donderdag``, in the order of the week (0 is Monday)."""
    return joined([WEEKDAYS[day] for day in sorted(set(days))])


def every(days: Sequence[int]) -> str:
    """``elke dinsdag``, ``van maandag tot en met donderdag``; whole groups have a name."""
    found = tuple(sorted(set(days)))
    if len(found) == WHOLE_WEEK:
        return "elke dag"
    if len(found) == WHOLE_WEEK - 1:
        (missing,) = set(range(WHOLE_WEEK)) - set(found)
        return f"elke dag behalve {WEEKDAYS[missing]}"
    if found == WORKDAYS:
        return "op werkdagen"
    if len(found) >= RUN and found[-1] - found[0] == len(found) - 1:
        return f"van {WEEKDAYS[found[0]]} tot en met {WEEKDAYS[found[-1]]}"
    return "in het weekend" if found == WEEKEND else f"elke {weekdays(found)}"


def possible(days: Sequence[int]) -> str:
    """``op zaterdag en zondag``, for days on which something can be."""
    words = every(days)
    return f"op {weekdays(days)}" if words.startswith("elke ") and len(days) < 6 else words


def month_words(months: Sequence[int]) -> str:
    """``in juli en augustus``, ``van juni tot en met augustus``, ``behalve in juli``."""
    found = set(months)
    if len(found) >= 9:
        rest = sorted(set(range(1, 13)) - found)
        return f"behalve {month_words(rest)}" if rest else ""
    starts = [month for month in sorted(found) if (month - 2) % 12 + 1 not in found]
    if len(found) > 2 and len(starts) == 1:
        last = (starts[0] + len(found) - 2) % 12
        return f"van {MONTHS[starts[0] - 1]} tot en met {MONTHS[last]}"
    return f"in {joined([MONTHS[month - 1] for month in sorted(found)])}"


def nth_words(nth: Sequence[int]) -> str:
    """``eerste``, ``tweede en vierde``, with ``laatste`` behind."""
    names = {rank: name for name, rank in ORDINALS.items()}
    return joined([names[rank] for rank in sorted(set(nth), key=lambda rank: rank % 10)])


def dates_words(days: Iterable[date], date_words: Callable[[date], str] = date_day) -> str:
    """``zaterdag 5 december en zaterdag 19 december 2026``: the year once, behind its last date."""
    found = sorted(set(days))
    following = [*found[1:], None]
    return joined(
        [
            date_words(day) if after and after.year == day.year else f"{date_words(day)} {day.year}"
            for day, after in zip(found, following, strict=True)
        ]
    )


def loose_words(days: Sequence[date]) -> str:
    """One date in full; more on one weekday ``op losse zaterdagen``; else ``op losse dagen``."""
    if len(set(days)) == 1:
        return f"op {date_long(days[0])}"
    names = {day.weekday() for day in days}
    return f"op losse {WEEKDAYS[names.pop()]}en" if len(names) == 1 else "op losse dagen"


def weeks_words(moment: EveryFewWeeks) -> str:
    """``om de week op dinsdag``, ``eens in de drie weken op dinsdag``."""
    often = "om de week" if moment.weeks == 2 else f"eens in de {number(moment.weeks)} weken"
    return f"{often} op {weekdays(moment.days)}"


def appointment_words(moment: ByAppointment) -> str:
    """``op afspraak, op zaterdag en zondag tussen 9.00 en 17.00 uur``."""
    days = possible(moment.days) if moment.days else ""
    start, end = moment.start, moment.end
    hours = f"tussen {clock(start)} en {clock(end)} uur" if start and end else ""
    hours = hours or (
        f"vanaf {clock(start)} uur" if start else f"tot {clock(end)} uur" if end else ""
    )
    return ", ".join(part for part in ("op afspraak", f"{days} {hours}".strip()) if part)


def day_words(moment: Moment) -> str:
    """On which days, for every kind; loose dates in few words."""
    match moment:
        case ByAppointment():
            return appointment_words(moment)
        case AlwaysOpen():
            return DAY_AND_NIGHT
        case UnknownTime():
            return "tijd nog niet bekend, bel even"
        case _:
            return regular_words(moment)


def regular_words(moment: Timed) -> str:
    """The days of a moment that has dates."""
    match moment:
        case EveryWeek():
            words = every(moment.days)
        case EveryFewWeeks():
            words = weeks_words(moment)
        case WeekParity():
            words = f"elke {weekdays(moment.days)} in de {moment.kind}"
        case EveryMonth():
            words = f"elke {nth_words(moment.nth)} {weekdays(moment.days)} van de maand"
        case MonthDay():
            words = "elke maand op " + joined([f"de {day}e" for day in sorted(moment.numbers)])
        case LooseDates():
            words = loose_words(moment.dates)
        case _:
            words = "elke dag"
    return words


def full_day_words(moment: Moment) -> str:
    """As ``day_words``, with every loose date; many on one weekday name it once."""
    if not isinstance(moment, LooseDates):
        return day_words(moment)
    names = {day.weekday() for day in moment.dates}
    if len(set(moment.dates)) < MANY or len(names) > 1:
        return f"op {dates_words(moment.dates)}"
    return f"op de {WEEKDAYS[names.pop()]}en {dates_words(moment.dates, date_plain)}"
