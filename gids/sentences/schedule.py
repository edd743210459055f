"""A whole schedule in words: one line for a card, everything for a page."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from gids.dutch import capital, clock, date_long, joined, sentence, time_span
from gids.occurrences import Calendar, month_named
from gids.sentences.clauses import clause, in_one_breath, merged
from gids.sentences.days import dates_words, day_words, every, full_day_words, month_words
from schema import Activity, EveryFewWeeks, EveryWeek, ExtraDate, Moment, Timed

NO_PLACES: Mapping[str, str] = {}

# --- on a card -------------------------------------------------------------------------------


def schedule_short(activity: Activity) -> str:
    """For a card: the regular moments in at most two clauses, else the days alone."""
    moments = (
        merged(activity.when.moments) if len(activity.when.moments) > 1 else activity.when.moments
    )
    clauses = in_one_breath(
        clause(moment, day_words(moment), short_rest(moment)) for moment in moments
    )
    if len(clauses) <= 2 and sum(len(one.times) for one in clauses) <= 2:
        return capital(joined([one.text for one in clauses]))
    days = weekdays_of(moments)
    return capital(
        f"{every(days)}, op verschillende tijden" if days else "op verschillende dagen en tijden"
    )


def short_rest(moment: Moment) -> str:
    return f", {month_words(moment.months)}" if isinstance(moment, Timed) and moment.months else ""


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

    Named dates before ``since`` are left out. ``places`` are names by slug, for a moment that is
    elsewhere. Cancellations and moves stand with their dates on the page, not here.
    """
    when = activity.when
    moments = merged(when.moments)
    shared = shared_season(moments)
    clauses = in_one_breath(
        clause(moment, full_day_words(moment), long_rest(moment, shared, len(moments), places))
        for moment in moments
    )
    sentences = [
        regular_sentence([one.text for one in clauses], not_in_words(when.not_in, calendar)),
        *shared,
        *first_time_sentences(moments),
        *(sentence(moments[0].note) for _ in [0] if len(moments) == 1 and moments[0].note),
        not_on_sentence([day for day in when.not_on if since is None or day >= since]),
        *(extra_sentence(one, places) for one in when.extra if since is None or one.day >= since),
    ]
    return " ".join(text for text in sentences if text)


def regular_sentence(clauses: Sequence[str], exceptions: str) -> str:
    """One sentence; clauses that hold a comma of their own get a sentence each."""
    if len(clauses) > 1 and any("," in text for text in clauses):
        told = " ".join(sentence(text) for text in clauses)
        return f"{told} {sentence(exceptions)}" if exceptions else told
    told = joined(clauses)
    return sentence(f"{told}, {exceptions}" if exceptions else told)


def long_rest(moment: Moment, shared: Sequence[str], size: int, places: Mapping[str, str]) -> str:
    """What this moment has and the others have not: months, season, doors, place, note."""
    remarks = []
    if isinstance(moment, Timed):
        if not shared:
            remarks += [words for words in (season_words(moment), doors_words(moment)) if words]
        if moment.place:
            remarks.append(places.get(moment.place, "op een andere plek"))
    if moment.note and size > 1:
        remarks.append(moment.note)
    return short_rest(moment) + (f" ({', '.join(remarks)})" if remarks else "")


def shared_season(moments: Sequence[Moment]) -> tuple[str, ...]:
    """Sentences for season and doors when they are the same for every moment."""
    timed = [moment for moment in moments if isinstance(moment, Timed)]
    if len({(one.from_date, one.until, one.doors) for one in timed}) != 1:
        return ()
    season, doors = season_words(timed[0]), timed[0].doors
    inside = f"U kunt binnenlopen vanaf {clock(doors)} uur." if doors else ""
    return tuple(text for text in (season and f"Dit loopt {season}.", inside) if text)


def season_words(moment: Timed) -> str:
    """``van 1 september 2026 tot en met 30 juni 2027``, or the side that is known."""
    first, last = moment.from_date, moment.until
    start = f"{'van' if last else 'vanaf'} {plain_date(first)}" if first else ""
    end = f"tot en met {plain_date(last)}" if last else ""
    return f"{start} {end}".strip()


def plain_date(day: date) -> str:
    """``1 september 2026``: the weekday of a season's first day only distracts."""
    return date_long(day).partition(" ")[2]


def doors_words(moment: Timed) -> str:
    return f"inloop vanaf {clock(moment.doors)} uur" if moment.doors else ""


def first_time_sentences(moments: Iterable[Moment]) -> list[str]:
    """Every so many weeks only means something with a date to count from."""
    counted = [moment for moment in moments if isinstance(moment, EveryFewWeeks)]
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
