"""What was new and what stopped in a month, and what comes: to read, to subscribe to, to mail."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from gids import dutch
from gids.coalition.figures import Figure
from gids.coalition.gaps import Gap, headlines
from gids.coalition.goals import plain
from gids.coalition.monitor import Change, History
from gids.coalition.network import Network, Notice, of_each_kind
from gids.directory import ActivityView, Directory
from gids.values import MONTHS
from schema import CoalitionAgenda, Meeting

MONTHS_KEPT = 12
COMPARED = ("partners", "activiteiten", "bevestigd-in-90-dagen", "verwachtingen-gehaald")
MOST_GAPS = 5
MOST_WANTED = 8
LINE = 72


class Item(Struct, frozen=True):
    """One activity in the news; ``url`` is empty when its page is gone."""

    title: str
    organisation: str
    url: str
    day: str
    iso: str


class Compared(Struct, frozen=True):
    """A figure now and when the month began; ``then`` is empty when it was not measured."""

    label: str
    now: str
    then: str


class Moment(Struct, frozen=True):
    """A meeting of the coalition in words."""

    kind: str
    title: str
    when: str
    where: str
    audience: str
    signing_up: str
    example: bool
    iso: str


class Digest(Struct, frozen=True):
    """One month. ``kept`` is false when nothing was kept of that month; ``current`` is this one."""

    key: str
    name: str
    url: str
    current: bool
    kept: bool
    new: tuple[Item, ...]
    stopped: tuple[Item, ...]
    meetings: tuple[Moment, ...]
    trainings: tuple[ActivityView, ...]
    figures: tuple[Compared, ...]
    wanted: tuple[Notice, ...]
    offered: tuple[Notice, ...]
    gaps: tuple[Gap, ...]


def digests(
    directory: Directory,
    past: History,
    agenda: CoalitionAgenda,
    figures: Mapping[str, Figure],
    net: Network,
    gaps: Sequence[Gap],
    today: date,
) -> tuple[Digest, ...]:
    """This month, and the earlier months of which something was kept, newest first."""
    this = today.replace(day=1)
    found = []
    for month in months_back(this, past.began or this):
        current = month == this
        inside = [one for one in past.news if same_month(one.day, month)]
        meetings = coming(agenda, today) if current else in_month(agenda, month)
        found.append(
            Digest(
                key=f"{month:%Y-%m}",
                name=f"{MONTHS[month.month - 1]} {month.year}",
                url=f"coalitie/nieuws/{month:%Y-%m}/",
                current=current,
                kept=past.began is not None,
                new=tuple(items(directory, (one for one in inside if one.came))),
                stopped=tuple(stopped(directory, inside, month, today)),
                meetings=tuple(moment(one) for one in meetings),
                trainings=trainings(directory) if current else (),
                figures=tuple(compared(past, figures, month)) if current else (),
                wanted=of_each_kind(net.wanted, MOST_WANTED) if current else (),
                offered=of_each_kind(net.offered, MOST_WANTED) if current else (),
                gaps=headlines(gaps, MOST_GAPS) if current else (),
            )
        )
    return tuple(found)


def months_back(this: date, began: date) -> Iterator[date]:
    """This month and those before it, back to the first that was measured."""
    for back in range(MONTHS_KEPT):
        number = this.year * 12 + this.month - 1 - back
        month = date(number // 12, number % 12 + 1, 1)
        if back and month < began.replace(day=1):
            return
        yield month


def same_month(day: date, month: date) -> bool:
    return (day.year, day.month) == (month.year, month.month)


def items(directory: Directory, changes: Iterable[Change]) -> Iterator[Item]:
    views = {view.slug: view for view in directory.activities}
    names = {one.slug: one.name for one in directory.organisations}
    for one in sorted(changes, key=lambda c: (c.day, dutch.sort_key(c.title))):
        view = views.get(one.slug)
        yield Item(
            view.title if view else one.title,
            names.get(one.organisation, one.organisation),
            view.url if view else "",
            plain(one.day),
            one.day.isoformat(),
        )


def stopped(
    directory: Directory, inside: Iterable[Change], month: date, today: date
) -> Iterator[Item]:
    """What left the lists, and what says itself that it stopped this month, not that it will."""
    said = [
        Change(view.source.stopped_on, False, view.slug, view.organisation.slug, view.title)
        for view in directory.activities
        if view.source.stopped_on
        and view.source.stopped_on <= today
        and same_month(view.source.stopped_on, month)
    ]
    known = {one.slug for one in said}
    gone = [one for one in inside if not one.came and one.slug not in known]
    yield from items(directory, (*said, *gone))


def coming(agenda: CoalitionAgenda, today: date) -> list[Meeting]:
    found = (one for one in agenda.meetings if one.day >= today)
    return sorted(found, key=lambda one: (one.day, one.title))


def in_month(agenda: CoalitionAgenda, month: date) -> list[Meeting]:
    found = (one for one in agenda.meetings if same_month(one.day, month))
    return sorted(found, key=lambda one: (one.day, one.title))


def moment(one: Meeting) -> Moment:
    time = f", {dutch.time_span(one.start, one.end)}" if one.start else ""
    return Moment(
        dutch.capital(one.kind),
        one.title,
        dutch.capital(f"{dutch.date_long(one.day)}{time}"),
        one.place or "",
        one.audience or "",
        one.signing_up or "",
        one.example,
        one.day.isoformat(),
    )


def trainings(directory: Directory) -> tuple[ActivityView, ...]:
    """What the directory itself has for professionals and volunteers to learn."""
    return tuple(view for view in directory.listed if "professionals" in view.people)


def compared(past: History, figures: Mapping[str, Figure], month: date) -> Iterator[Compared]:
    """Now, beside the last measurement before this month, else the first in it."""
    before = [day for day in past.days if day.day < month] or list(past.days[:1])
    for key in COMPARED:
        figure = figures[key]
        then = before[-1].counts.get(key) if before else None
        text = f"{Figure(key, '', *then).long} op {plain(before[-1].day)}" if then else ""
        yield Compared(dutch.capital(figure.label), figure.long, text)


# --- ready to send ---------------------------------------------------------------------------


def subject(digest: Digest, name: str) -> str:
    return f"{name}: nieuws voor partners, {digest.name}"


def mail_text(digest: Digest, name: str, address: str, phone: str) -> str:
    """Plain text that can be pasted into any mail; ``address`` is that of the page, or empty."""
    parts = [
        f"Beste partners,\n\n{wrapped(f'Dit is het nieuws van {name} over {digest.name}.')}",
        listed("Nieuw in de gids", [f"{i.title}, {i.organisation}" for i in digest.new]),
        listed("Gestopt", [f"{i.title}, {i.organisation}" for i in digest.stopped]),
        listed("Hoe staan we ervoor", [figure_words(one) for one in digest.figures]),
        listed("Wat er nog ontbreekt", [gap.sentence for gap in digest.gaps]),
        listed("Gezocht", [f"{one.who.name} zoekt {one.what}" for one in digest.wanted]),
        listed("Aangeboden", [f"{one.who.name} biedt {one.what}" for one in digest.offered]),
        listed("Agenda", [meeting_words(one) for one in digest.meetings]),
        listed("Scholing", [f"{v.title}: {v.schedule_short}" for v in digest.trainings]),
    ]
    closing = f"Alles staat op {address}\n" if address else ""
    ending = f"{closing}Vragen? Bel {phone}.\n\nMet vriendelijke groet,\n{name}\n"
    return "\n\n".join([*(part for part in parts if part), ending])


def short_mail_text(digest: Digest, name: str, address: str) -> str:
    """What fits in the address of a mail, when all of it does not."""
    return f"Beste partners,\n\nHet nieuws van {name} over {digest.name} staat op {address}\n"


def figure_words(one: Compared) -> str:
    return f"{one.label}: {one.now}" + (f" (was {one.then})" if one.then else "")


def meeting_words(one: Moment) -> str:
    place = f", {one.where}" if one.where else ""
    return f"{one.when}{place}: {one.title}" + (" (voorbeeld)" if one.example else "")


def listed(heading: str, lines: Sequence[str]) -> str:
    """A heading and its items, or nothing."""
    if not lines:
        return ""
    bullets = (
        textwrap.fill(line, LINE, initial_indent="- ", subsequent_indent="  ") for line in lines
    )
    return "\n".join([heading.upper(), *bullets])


def wrapped(text: str) -> str:
    return textwrap.fill(text, LINE)
