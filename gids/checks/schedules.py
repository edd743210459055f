"""Times that cannot be meant, and dates on which nothing is or nothing is left."""

from collections.abc import Iterator
from datetime import date, time, timedelta

from gids import dutch
from gids.checks.case import Case, error, moments, warning
from gids.occurrences import PUBLIC_HOLIDAYS, rule_days
from gids.problems import Finding, KeyPath
from gids.project import Entry
from gids.values import WEEKDAYS, normal
from schema import Activity, EveryFewWeeks, LooseDates, Move, Timed

LONGEST = timedelta(hours=12)
SOON, LATER = timedelta(days=28), timedelta(days=365)
DOUBT_AHEAD = timedelta(weeks=8)
HOLIDAYS_LEFT = timedelta(days=90)


def check_ends(case: Case) -> Iterator[Finding]:
    """An activity ends after it starts; past midnight is possible, but not for half a day."""
    for entry in case.project.activities:
        for keys, start, end in spans(entry):
            finding = wrong_span(entry.path, (*keys, "tot"), start, end)
            if finding:
                yield finding


def spans(entry: Entry[Activity]) -> Iterator[tuple[KeyPath, time, time]]:
    """Every start with its end."""
    when = entry.model.when
    blocks = [
        *moments(entry),
        *((("wanneer", "ook_op", i), extra) for i, extra in enumerate(when.extra)),
        *((("wanneer", "wijzigingen", i), change) for i, change in enumerate(when.changes)),
    ]
    for keys, block in blocks:
        start, end = getattr(block, "start", None), getattr(block, "end", None)
        if start and end is not None:
            yield keys, start, end


def wrong_span(path: str, keys: KeyPath, start: time, end: time) -> Finding | None:
    minutes = (end.hour - start.hour) * 60 + end.minute - start.minute
    lasts = timedelta(minutes=minutes % (24 * 60))
    if not minutes and start != time(0):
        message = f"Het begin en het eind zijn allebei {dutch.clock(start)} uur."
        return error(path, keys, "eind-voor-begin", message, "Verander één van de twee.")
    if lasts <= LONGEST:
        return None
    if minutes < 0:
        message = (
            f"Het eind ({dutch.clock(end)} uur) ligt vóór het begin ({dutch.clock(start)} uur)."
        )
        return error(path, keys, "eind-voor-begin", message, "Zijn de twee tijden verwisseld?")
    message = f"Dit duurt {lasts.seconds // 3600} uur. Klopt dat?"
    return warning(path, keys, "erg-lang", message, "Zo niet, kijk dan beide tijden na.")


def check_first_times(case: Case) -> Iterator[Finding]:
    """``eerste_keer`` is on one of the days of its moment: from there the weeks are counted."""
    for entry in case.project.activities:
        for keys, moment in moments(entry):
            if isinstance(moment, EveryFewWeeks) and moment.first.weekday() not in moment.days:
                days = dutch.joined([WEEKDAYS[day] for day in moment.days], "of")
                message = f"{dutch.capital(dutch.date_long(moment.first))} is geen {days}."
                hint = "Verander de datum of de dag: van de eerste keer af tellen we de weken."
                yield warning(entry.path, (*keys, "eerste_keer"), "eerste-keer", message, hint)


# --- dates that are named --------------------------------------------------------------------


def check_named_dates(case: Case) -> Iterator[Finding]:
    """On a day that is cancelled, moved or left out, something would have been."""
    for entry in case.project.activities:
        for keys, day, at in named_dates(entry):
            if day >= case.today and not is_regular(entry.model, day, at):
                moment = dutch.date_long(day) + (f" om {dutch.clock(at)} uur" if at else "")
                message = f"Op {moment} is er niets gepland dat kan vervallen."
                hint = "Kijk de datum na, of haal deze regel weg."
                yield warning(entry.path, keys, "niets-op-die-dag", message, hint)


def named_dates(entry: Entry[Activity]) -> Iterator[tuple[KeyPath, date, time | None]]:
    for index, day in enumerate(entry.model.when.not_on):
        yield ("wanneer", "niet_op", index), day, None
    for index, change in enumerate(entry.model.when.changes):
        yield ("wanneer", "wijzigingen", index, "datum"), change.day, change.at


def is_regular(activity: Activity, day: date, at: time | None) -> bool:
    """Whether the rules of the moments, or an extra date, give this day and time."""
    regular = [m for m in activity.when.moments if isinstance(m, Timed) and rule_days(m, day, day)]
    extra = [extra for extra in activity.when.extra if extra.day == day]
    return any(at in (None, one.start) for one in (*regular, *extra))


# --- what is left ----------------------------------------------------------------------------


def check_coming(case: Case) -> Iterator[Finding]:
    """Something is planned in the coming year."""
    for entry in case.project.activities:
        counts = is_dated(entry.model) and not is_closed(entry.model, case.today)
        if counts and not is_coming(case, entry.model):
            yield nothing_left(entry, case.today)


def is_dated(activity: Activity) -> bool:
    """Whether it has dates at all; an appointment or an open door has none."""
    return all(isinstance(moment, Timed) for moment in activity.when.moments)


def is_closed(activity: Activity, today: date) -> bool:
    """Stopped, paused or no longer on the site: other words are said about that."""
    pause = activity.pause
    paused = pause is not None and not (pause.until and pause.until < today)
    stopped = activity.stopped_on is not None
    return stopped or paused or (activity.valid_until is not None and activity.valid_until < today)


def is_coming(case: Case, activity: Activity) -> bool:
    """Most have something in the coming weeks, so a year is only worked out for the others."""
    soon, later = case.today + SOON, case.today + LATER
    return bool(case.planned(activity, case.today, soon) or case.planned(activity, soon, later))


def nothing_left(entry: Entry[Activity], today: date) -> Finding:
    last = last_date(entry.model)
    if last is not None and last < today:
        message = f"De laatste datum, {dutch.date_long(last)}, is voorbij."
        hint = f"Zet er nieuwe data bij, of schrijf:  gestopt_op: {last.isoformat()}"
        return warning(entry.path, ("wanneer",), "voorbij", message, hint)
    message = "In het komende jaar is er niets gepland."
    hint = "Kijk de data en de periodes na, of schrijf wanneer het gestopt is met  gestopt_op:"
    return warning(entry.path, ("wanneer",), "niets-gepland", message, hint)


def last_date(activity: Activity) -> date | None:
    """The last day that is written down, when every moment ends once."""
    ends = [last_day(moment) for moment in activity.when.moments if isinstance(moment, Timed)]
    if any(day is None for day in ends):
        return None
    changes = (c.to_day for c in activity.when.changes if isinstance(c, Move))
    days = (*ends, *(extra.day for extra in activity.when.extra), *changes)
    return max(day for day in days if day is not None)


def last_day(moment: Timed) -> date | None:
    dates = [max(moment.dates)] if isinstance(moment, LooseDates) else []
    ends = [*dates, *([moment.until] if moment.until else [])]
    return min(ends, default=None)


def check_pauses(case: Case) -> Iterator[Finding]:
    """A pause that is over says so."""
    for entry in case.project.activities:
        pause = entry.model.pause
        if pause and pause.until and pause.until < case.today:
            message = f"De pauze is voorbij sinds {dutch.date_long(pause.until)}."
            hint = "Haal het blok  pauze:  weg, of geef een nieuwe datum."
            yield warning(entry.path, ("pauze", "tot_en_met"), "pauze-voorbij", message, hint)


def check_validity(case: Case) -> Iterator[Finding]:
    """An activity that may no longer be on the site says so."""
    for entry in case.project.activities:
        until = entry.model.valid_until
        if until and until < case.today:
            message = f"Dit staat sinds {dutch.date_long(until)} niet meer op de site."
            hint = "Geef een nieuwe datum, of haal het bestand weg."
            yield warning(entry.path, ("geldig_tot",), "niet-op-de-site", message, hint)


# --- holidays --------------------------------------------------------------------------------


def check_holidays_left(case: Case) -> Iterator[Finding]:
    """The list of holidays reaches at least three months ahead."""
    until = case.calendar.until
    if until and until < case.today + HOLIDAYS_LEFT:
        message = f"Deze lijst loopt tot {dutch.date_long(until)}. Data daarna kloppen niet."
        hint = "Zet de vakanties en feestdagen van het volgende jaar erbij."
        yield warning("content/vakanties.yaml", ("vakanties",), "vakanties-op", message, hint)


def check_doubtful_holidays(case: Case) -> Iterator[Finding]:
    """On a holiday that not everybody has off, ``feestdagen`` leaves open whether it goes on."""
    doubtful = [
        holiday
        for holiday in case.project.holidays.holidays
        if not holiday.for_everyone and case.today <= holiday.first <= case.today + DOUBT_AHEAD
    ]
    for entry in case.project.activities if doubtful else ():
        words = [normal(word) for word in entry.model.when.not_in]
        if PUBLIC_HOLIDAYS in words or "feestdag" in words:
            for holiday in doubtful:
                if case.planned(entry.model, holiday.first, holiday.last):
                    yield doubt(entry.path, words, holiday.name, holiday.first)


def doubt(path: str, words: list[str], name: str, day: date) -> Finding:
    index = next(i for i, word in enumerate(words) if word in (PUBLIC_HOLIDAYS, "feestdag"))
    message = f"Op {name}, {dutch.date_long(day)}, is niet iedereen vrij. Gaat het dan door?"
    hint = f"Zo niet, schrijf:  niet_op: {day.isoformat()}"
    return warning(path, ("wanneer", "niet_in", index), "feestdag-vraag", message, hint)
