"""A whole schedule in words: one line for a card, everything for a page."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from gids.dutch import capital, clock, date_long, date_plain, joined, sentence, time_span
from gids.occurrences import Calendar, month_named
from gids.sentences.clauses import clause, in_one_breath, in_order, merged, not_over
from gids.sentences.days import (
    FURTHER,
    dates_words,
    day_words,
    every,
    full_day_words,
    month_words,
)
from schema import (
    Activity,
    AlwaysOpen,
    EveryFewWeeks,
    EveryWeek,
    ExtraDate,
    Moment,
    Timed,
    UnknownTime,
)

NO_PLACES: Mapping[str, str] = {}

# --- on a card -------------------------------------------------------------------------------


def schedule_short(activity: Activity, since: date | None = None) -> str:
    """For a card: the regular moments in at most two clauses, else the days alone.

    Moments that were over before ``since`` are left out, and so is a time that is not yet known
    beside times that are.
    """
    moments = not_over(activity.when.moments, since)
    known = [moment for moment in moments if not isinstance(moment, UnknownTime)]
    moments = in_order(merged(known or moments))
    months = shared_months(moments)
    clauses = in_one_breath(
        clause(moment, beside(moment, day_words(moment), len(moments)), own_months(moment, months))
        for moment in moments
    )
    if len(clauses) <= 2 and sum(len(one.times) for one in clauses) <= 2:
        return capital(joined([one.text for one in clauses]) + months)
    days = weekdays_of(moments)
    return capital(
        f"{every(days)}, op verschillende tijden" if days else "op verschillende dagen en tijden"
    )


def beside(moment: Moment, days: str, size: int) -> str:
    """What is always open comes on top of what has a time."""
    return FURTHER if isinstance(moment, AlwaysOpen) and size > 1 else days


def shared_months(moments: Sequence[Moment]) -> str:
    """``, van april tot en met oktober``, when all moments have the same months."""
    found = {one.months if isinstance(one, Timed) else () for one in moments}
    months = found.pop()
    return f", {month_words(months)}" if months and not found else ""


def own_months(moment: Moment, shared: str) -> str:
    """The months of a moment, unless they are said once for all."""
    months = moment.months if isinstance(moment, Timed) and not shared else ()
    return f", {month_words(months)}" if months else ""


def weekdays_of(moments: Iterable[Moment]) -> list[int]:
    """The weekdays of a schedule that is weekly all through, else none."""
    found: list[int] = []
    for moment in moments:
        if not isinstance(moment, EveryWeek):
            return []
        found.extend(moment.days)
    return found


# --- on a page -------------------------------------------------------------------------------


def schedule_long(
    activity: Activity,
    calendar: Calendar,
    since: date | None = None,
    places: Mapping[str, str] = NO_PLACES,
) -> str:
    """Everything about the regular schedule, in sentences.

    Named dates and seasons before ``since`` are left out. ``places`` are names by slug, for a
    moment that is elsewhere. Cancellations and moves stand with their dates on the page, not here.
    """
    when = activity.when
    moments = in_order(merged(not_over(when.moments, since)))
    shared, months = shared_season(moments), shared_months(moments)
    clauses = in_one_breath(
        clause(
            moment,
            beside(moment, full_day_words(moment), len(moments)),
            own_months(moment, months) + remarks_words(moment, shared, len(moments), places),
        )
        for moment in moments
    )
    limits = limits_words(months.removeprefix(", "), not_in_words(when.not_in, calendar))
    sentences = [
        regular_sentence([one.text for one in clauses], limits),
        *shared,
        *first_time_sentences(moments),
        *(sentence(moments[0].note) for _ in [0] if len(moments) == 1 and moments[0].note),
        not_on_sentence([day for day in when.not_on if since is None or day >= since]),
        *(extra_sentence(one, places) for one in when.extra if since is None or one.day >= since),
    ]
    return " ".join(text for text in sentences if text)


def limits_words(months: str, exceptions: str) -> str:
    """``van april tot en met oktober, niet op feestdagen``; two that say when not have ``en``."""
    link = " en " if months.startswith("behalve") else ", "
    return link.join(part for part in (months, exceptions) if part)


def regular_sentence(clauses: Sequence[str], limits: str) -> str:
    """One sentence; clauses that hold a comma of their own get a sentence each."""
    if len(clauses) > 1 and any("," in text for text in clauses):
        told = " ".join(sentence(text) for text in clauses)
        return f"{told} {sentence(limits)}" if limits else told
    told = joined(clauses)
    return sentence(f"{told}, {limits}" if limits else told)


def remarks_words(
    moment: Moment, shared: Sequence[str], size: int, places: Mapping[str, str]
) -> str:
    """What this moment has and the others have not: season, doors, place, note."""
    remarks = []
    if isinstance(moment, Timed):
        if not shared:
            remarks += [words for words in (season_words(moment), doors_words(moment)) if words]
        if moment.place:
            remarks.append(places.get(moment.place, "op een andere plek"))
    if moment.note and size > 1:
        remarks.append(moment.note)
    return f" ({', '.join(remarks)})" if remarks else ""


def shared_season(moments: Sequence[Moment]) -> tuple[str, ...]:
    """Sentences for season and doors when they are the same for every moment."""
    timed = [moment for moment in moments if isinstance(moment, Timed)]
    if len({(one.from_date, one.until, one.doors) for one in timed}) != 1:
        return ()
    season, doors = season_words(timed[0]), timed[0].doors
    inside = f"U kunt binnenlopen vanaf {clock(doors)} uur." if doors else ""
    return tuple(text for text in (season and f"Dit loopt {season}.", inside) if text)


def season_words(moment: Timed) -> str:
    """``van 1 september 2026 tot en met 30 juni 2027``, or the side that is known.

    The weekday of a season's first day only distracts, and so does a year that comes again.
    """
    first, last = moment.from_date, moment.until
    once = first and last and first.year == last.year
    start = f"{'van' if last else 'vanaf'} {date_plain(first)}" if first else ""
    year = f" {first.year}" if first and not once else ""
    end = f"tot en met {date_plain(last)} {last.year}" if last else ""
    return f"{start}{year} {end}".strip()


def doors_words(moment: Timed) -> str:
    return f"inloop vanaf {clock(moment.doors)} uur" if moment.doors else ""


def first_time_sentences(moments: Iterable[Moment]) -> list[str]:
    """Every so many weeks only means something with a date to count from.

    That is the first day of the season where that was said.
    """
    counted = [
        moment
        for moment in moments
        if isinstance(moment, EveryFewWeeks) and moment.first != moment.from_date
    ]
    return [f"We tellen vanaf {date_long(moment.first)}." for moment in counted]


def not_in_words(words: Sequence[str], calendar: Calendar) -> str:
    """``niet in juli en augustus, niet in de schoolvakanties en niet op feestdagen``."""
    months = [month for word in words if (month := month_named(word))]
    periods = [calendar.spoken(word) for word in words if not month_named(word)]
    parts = [*([month_words(months)] if months else []), *periods]
    return joined([f"niet {part}" for part in parts])


def not_on_sentence(days: Sequence[date]) -> str:
    return f"Niet op {dates_words(days)}." if days else ""


def extra_sentence(extra: ExtraDate, places: Mapping[str, str]) -> str:
    """``Ook op zondag 20 december 2026 van 14.00 tot 16.00 uur (kerstmiddag).``"""
    place = places.get(extra.place, "op een andere plek") if extra.place else ""
    doors = f"inloop vanaf {clock(extra.doors)} uur" if extra.doors else ""
    remarks = ", ".join(text for text in (doors, place, extra.note) if text)
    told = f"Ook op {date_long(extra.day)} {time_span(extra.start, extra.end)}"
    return f"{told} ({remarks})." if remarks else f"{told}."
