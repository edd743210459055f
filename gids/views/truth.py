"""Whether it is still true: confirmed, paused, stopped, full, and so in lists or not."""

from datetime import date

import schema
from gids import dutch
from gids.directory import Line

FRESH_DAYS, LISTED_DAYS = 90, 365


def verified_words(verified_on: date | None, today: date) -> tuple[str, str]:
    """A sentence for the reader, and fresh (90 days), oud (a year), verlopen or onbekend."""
    if verified_on is None:
        return "Niemand heeft dit nog bevestigd. Bel even voor u gaat.", "onbekend"
    age = (today - verified_on).days
    text = f"Gecontroleerd op {dutch.date_long(verified_on)}."
    if age <= FRESH_DAYS:
        return text, "vers"
    if age <= LISTED_DAYS:
        return f"{text} Dat is even geleden: bel voor de zekerheid.", "oud"
    return f"{text} We weten niet of dit nog bestaat, bel even.", "verlopen"


def status_words(activity: schema.Activity, today: date) -> str:
    """What must be on top of the page: stopped, paused, full; empty when all is as usual."""
    stops, room = activity.stopped_on, activity.availability
    if over := words_when_over(activity, today):
        return over
    pause = activity.pause
    if pause and is_on(pause, today):
        return pause_words(pause, today)
    if room and room.kind != "vrij":
        return f"{availability_words(room)}"
    return f"Deze activiteit stopt op {dutch.date_long(stops)}." if stops else ""


def notice_words(activity: schema.Activity, today: date) -> str:
    """What the organiser wants to say, and a pause that is still to come: it goes on until then."""
    pause = activity.pause
    coming = pause and pause.from_date and pause.from_date > today
    parts = (activity.notice, pause_words(pause, today) if pause and coming else "")
    return " ".join(part for part in parts if part)


def is_on(pause: schema.Pause, today: date) -> bool:
    begun = pause.from_date is None or pause.from_date <= today
    return begun and (pause.until is None or pause.until >= today)


def words_when_over(activity: schema.Activity, today: date) -> str:
    stops, until = activity.stopped_on, activity.valid_until
    if stops and stops <= today:
        return f"Deze activiteit is gestopt op {dutch.date_long(stops)}."
    return f"Dit was tot en met {dutch.date_long(until)}." if until and until < today else ""


def pause_words(pause: schema.Pause, today: date) -> str:
    """From when, where that is still to come; until when, and why."""
    reason = f": {pause.reason}" if pause.reason else ""
    until = f" tot en met {dutch.date_long(pause.until)}" if pause.until else ""
    start = ""
    if pause.from_date and pause.from_date > today:
        start = f" {'van' if until else 'vanaf'} {dutch.date_long(pause.from_date)}"
    return f"Tijdelijk geen doorgang{start}{until}{reason}."


AVAILABILITY = {
    "vrij": "Er is plek",
    "vol": "Deze groep is vol",
    "wachtlijst": "Er is een wachtlijst",
}


def availability_words(room: schema.Availability) -> str:
    note = f", {room.note}" if room.note else ""
    return f"{AVAILABILITY[room.kind]}{note} (stand van {dutch.date_long(room.as_of)})."


def room_lines(room: schema.Availability | None) -> tuple[Line, ...]:
    """Whether there is room, and as of which day."""
    return (Line("Plek", availability_words(room)),) if room else ()


def is_listed(activity: schema.Activity, today: date) -> bool:
    """In lists and search: not stopped, not expired, and confirmed within a year if ever."""
    if activity.stopped_on and activity.stopped_on < today:
        return False
    if activity.valid_until and activity.valid_until < today:
        return False
    return activity.verified_on is None or (today - activity.verified_on).days <= LISTED_DAYS
