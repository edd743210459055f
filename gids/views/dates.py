"""When it is: each time in words, the next one, and what scripts and the flower need of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from msgspec.structs import replace

import schema
from gids import dutch
from gids.directory import When
from gids.occurrences import Calendar, Occurrence, expand
from gids.views.context import Context

BEYOND = (timedelta(weeks=5), timedelta(weeks=44))
"""How much further the first time is looked for: most have one in the next month; with the eight
weeks it is four hundred days, for what is once a year."""
FAR = timedelta(days=182)
DAY = timedelta(days=1)


def first_beyond(activity: schema.Activity, calendar: Calendar, horizon: date) -> Occurrence | None:
    """The first that goes on after the coming eight weeks.

    With it a page that is weeks old still knows the next time of what is once a month, and what
    stops for the summer says when it is back.
    """
    start = horizon
    for length in BEYOND:
        found = expand(activity, calendar, start + DAY, start + length)
        if going := next((one for one in found if not one.cancelled), None):
            return going
        start += length
    return None


def when(occurrence: Occurrence, usual: str, context: Context) -> When:
    """One occurrence in words; ``usual`` is the slug of the place that goes without saying."""
    start, end = occurrence.start, occurrence.end
    elsewhere = occurrence.place if occurrence.place != usual else ""
    remark = occurrence_remark(occurrence, context.place_names.get(elsewhere, ""))
    return When(
        start.isoformat(timespec="minutes"),
        end.isoformat(timespec="minutes") if end else "",
        occurrence.status,
        remark,
        place_words(elsewhere, context),
        occurrence.day - context.today > FAR,
    )


def place_words(slug: str, context: Context) -> str:
    """``Plein1, Centrum``: a place as a card names it; nothing for one that is not known."""
    entry = context.project.places.get(slug)
    if entry is None:
        return ""
    near = context.neighbourhoods.find(entry.model.neighbourhood or "")
    return f"{entry.model.name}, {near.name}" if near else entry.model.name


def occurrence_remark(occurrence: Occurrence, place: str) -> str:
    """What a visitor must know of this one time, as one short sentence or nothing."""
    if occurrence.status == "cancelled":
        return f"Gaat niet door: {occurrence.reason}"
    parts = []
    if occurrence.status == "moved":
        before = occurrence.original
        moved_day = before.date() != occurrence.start.date()
        was = dutch.date_day(before.date()) if moved_day else f"{dutch.clock(before.time())} uur"
        same = before == occurrence.start
        change = "Deze keer anders" if same else f"Verplaatst van {was}"
        parts.append(f"{change}: {occurrence.reason}")
    if place:
        parts.append(f"Plek: {place}")
    if occurrence.doors:
        parts.append(f"Inloop vanaf {dutch.clock(occurrence.doors)} uur")
    if occurrence.note:
        parts.append(dutch.capital(occurrence.note))
    return ". ".join(parts)


def telling_the_next(shown: Sequence[When]) -> tuple[When, ...]:
    """A cancelled date also says when the next one is, as far as that is known."""
    told: list[When] = []
    following: When | None = None
    for one in reversed(shown):
        if one.status != "cancelled":
            following = one
            told.append(one)
        else:
            more = f". De volgende keer is {next_words(one, following)}." if following else "."
            told.append(replace(one, remark=one.remark.rstrip(".") + more))
    return tuple(reversed(told))


def next_words(lost: When, following: When) -> str:
    """``dinsdag 15 december``; on the same day ``dezelfde dag om 14.00 uur``."""
    same = following.iso_day == lost.iso_day
    return f"dezelfde dag {following.time}" if same else following.day


def lost_words(shown: Iterable[When], upcoming: When | None) -> str:
    """The days before the next time on which it does not go on, as the script says them too."""
    days = [
        one.day
        for one in shown
        if one.status == "cancelled"
        and (upcoming is None or (one.start < upcoming.start and one.iso_day != upcoming.iso_day))
    ]
    words = dutch.joined(list(dict.fromkeys(days)))
    return f"{words} gaat het niet door" if words else ""


def coming(occurrences: Iterable[When], places: Sequence[str]) -> str:
    """Starts and ends for the script that shows what is next now, in wall-clock time of Amsterdam.

    ``2026-11-24T10:00/12:00 7 7! 14``: at one time of day, with the days from each to
    the following; a cancelled one ends in ``!``. Other times of day come after a comma, and so do
    other places: ``@0`` is the first of ``places``.
    """
    by_time: dict[str, list[When]] = defaultdict(list)
    for when in occurrences:
        place = f"@{places.index(when.place)}" if when.place else ""
        by_time[f"{when.start[10:16]}/{when.end[11:16]}{place}"].append(when)
    return ",".join(stepwise(clock, found) for clock, found in by_time.items())


def stepwise(clock: str, found: Sequence[When]) -> str:
    """Dates at one time of day: the first in full, the others by the days in between."""
    days = [date.fromisoformat(when.iso_day) for when in found]
    steps = [f"{days[0]}{clock}", *(str((day - last).days) for last, day in pairwise(days))]
    lost = ["!" if when.status == "cancelled" else "" for when in found]
    return " ".join(map(str.__add__, steps, lost))


def coming_places(occurrences: Iterable[When]) -> tuple[str, ...]:
    """Where it is when it is not where it usually is, each place once."""
    return tuple(dict.fromkeys(when.place for when in occurrences if when.place))


def flower_days(dates: Iterable[Occurrence], today: date) -> str:
    """The days on which it goes on, see ``FlowerShape``."""
    days = {(one.day - today).days for one in dates if not one.cancelled}
    return f"{sum(1 << day for day in days):x}" if days else ""


def flower_state(activity: schema.Activity, upcoming: Occurrence | None, today: date) -> str:
    """Full bloom today, half open within a week, a bud later; a leaf when nothing is planned."""
    if upcoming is None:
        always = any(m.kind == "altijd welkom" for m in activity.when.moments)
        return "bloei" if always and activity.pause is None else "blad"
    days = (upcoming.day - today).days
    return "bloei" if days <= 0 else "halfopen" if days < 7 else "knop"
