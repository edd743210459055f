"""What is missing, in Dutch sentences: the bare spots of the field.

A spot is bare for a group when nothing that names the group, and nothing that is for everyone, goes
on there in the coming eight weeks. Each sentence says the largest thing that is true: a gap in the
whole town silences the same gap in each neighbourhood, and a gap for everybody the same gap for
each group.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import groupby
from operator import or_

from msgspec import Struct

from gids import dutch
from gids.coalition.coverage import Coverage, Group
from gids.coalition.grids import Area
from gids.coalition.offer import (
    NOTHING_TO_ENTER,
    SLOTS,
    UNKNOWN,
    Offer,
    Slot,
    part_of,
    slot_name,
    slots_in,
    weekday_of,
)
from gids.values import WEEKDAYS
from schema import PARTS_OF_DAY

WEEKEND = tuple(slot for slot in SLOTS if weekday_of(slot) >= 5)
EVENINGS = tuple(slot for slot in SLOTS if weekday_of(slot) < 5 and part_of(slot) == 2)
WATCHED = (*WEEKEND, *EVENINGS)
"""When loneliness bites and little is offered: the weekend, and every evening."""


FIRST_WORDS = ("in het weekend ", "op ")


class Gap(Struct, frozen=True):
    """Something that is missing. ``group`` and ``area`` are slugs, or empty for all together.

    ``slots`` are the bare ones that the sentence is about, empty where it is about any time.
    ``kind`` is one of ``KINDS``.
    """

    kind: str
    group: str
    area: str
    slots: tuple[Slot, ...]
    sentence: str


def gaps(found: Coverage) -> tuple[Gap, ...]:
    """Everything that is missing, the groups of the plan first, the largest gaps first."""
    groups = [g for g in found.groups if g.slug != found.for_everyone]
    return (
        *time_gaps(found.everything),
        *(deserted_gap(area) for area in deserted(found)),
        *access_gaps(found.everything),
        *(gap for g in groups if g.first for gap in group_gaps(g, found)),
        *(gap for g in groups if not g.first for gap in (*whole_gaps(g), *access_gaps(g))),
    )


KINDS = ("groep", "vrij", "tijd", "één organisatie", "wijk", "wijk en tijd", "toegang")
"""The kinds of gap, the largest first."""


def headlines(found: Iterable[Gap], most: int) -> tuple[Gap, ...]:
    """The few to mention where there is no room for all: the largest kinds first."""
    return tuple(sorted(found, key=lambda gap: KINDS.index(gap.kind))[:most])


def group_gaps(group: Group, found: Coverage) -> Iterator[Gap]:
    """All kinds, for a group that the plan names."""
    yield from whole_gaps(group)
    if group.open_to:
        yield from time_gaps(group, bare(found.everything.open_to))
        yield from period_gaps(group, found)
        yield from area_gaps(group, found)
        yield from access_gaps(group)


def whole_gaps(group: Group) -> Iterator[Gap]:
    """Nothing at all, nothing of its own, or all of it from one organiser: it stops with them."""
    if not group.open_to:
        yield Gap("groep", group.slug, "", (), f"Er is niets {group.phrase}.")
    elif not group.own:
        more = dutch.count(len(group.open_to), "activiteit", "activiteiten")
        verb = "is" if len(group.open_to) == 1 else "zijn"
        text = f"Er is niets speciaal {group.phrase}. Wel {verb} er {more} voor iedereen."
        yield Gap("groep", group.slug, "", (), text)
    elif len({one.organiser for one in group.own}) == 1:
        only = group.own[0].view.organisation.name
        text = f"Alles {group.phrase} hangt af van één organisatie: {only}."
        if len(group.own) == 1:
            text = f"Er is maar één activiteit {group.phrase}, van {only}."
        yield Gap("één organisatie", group.slug, "", (), text)


# --- when ------------------------------------------------------------------------------------


def bare(offers: Iterable[Offer], watched: Iterable[Slot] = WATCHED) -> tuple[Slot, ...]:
    """The watched slots in which none of these go on."""
    taken = reduce(or_, (one.week for one in offers), 0)
    return tuple(slot for slot in watched if not taken >> slot & 1)


def time_gaps(group: Group, said: Sequence[Slot] = ()) -> Iterator[Gap]:
    """Parts of the week in which there is nothing anywhere, apart from what was ``said``."""
    for slots, spoken in told(set(bare(group.open_to)).difference(said)):
        text = f"{dutch.capital(spoken)} is er nergens iets{spaced(group.phrase)}."
        yield Gap("tijd", group.slug if group.phrase else "", "", slots, text)


def told(slots: Iterable[Slot]) -> list[tuple[tuple[Slot, ...], str]]:
    """Slots in as few words as are true, in the order of the week."""
    left, found = set(slots), []
    for block, words in LARGEST_FIRST:
        if left.issuperset(block):
            left.difference_update(block)
            found.append((block, words))
    return sorted(found)


def in_one_breath(times: Sequence[str]) -> str:
    """“op doordeweekse avonden en in het weekend ’s ochtends en ’s avonds”.

    The same first words in a row are said once, and what follows them is joined first.
    """
    runs = groupby(times, key=lambda words: next(filter(words.startswith, FIRST_WORDS), ""))
    told = (first + dutch.joined([w.removeprefix(first) for w in run]) for first, run in runs)
    return dutch.joined(list(told))


def blocks() -> Iterator[tuple[tuple[Slot, ...], str]]:
    """Every block of slots that has a name, the largest first."""
    yield WEEKEND, "in het weekend"
    yield EVENINGS, "op doordeweekse avonden"
    for day in (5, 6):
        yield tuple(s for s in WEEKEND if weekday_of(s) == day), f"op {WEEKDAYS[day]}"
    for part, word in enumerate(PARTS_OF_DAY):
        yield tuple(s for s in WEEKEND if part_of(s) == part), f"in het weekend ’s {word}s"
    for slot in WATCHED:
        yield (slot,), f"op {slot_name(slot)}"


LARGEST_FIRST = tuple(blocks())


def spaced(words: str) -> str:
    return f" {words}" if words else ""


def period_gaps(group: Group, found: Coverage) -> Iterator[Gap]:
    """Quiet times in which nothing goes on, or nothing in the weekend."""
    for period in found.periods:
        weeks = (period.weeks.get(one.view.slug, 0) for one in group.open_to)
        slots = tuple(slots_in(reduce(or_, weeks, 0)))
        open_days = days_of(period.first.toordinal(), period.last.toordinal())
        if not slots:
            text = f"{dutch.capital(period.phrase)} is er niets {group.phrase}."
            yield Gap("vrij", group.slug, "", (), text)
        elif {5, 6} <= open_days and not any(slot in WEEKEND for slot in slots):
            text = f"{dutch.capital(period.phrase)} is er in het weekend niets {group.phrase}."
            yield Gap("vrij", group.slug, "", WEEKEND, text)


def days_of(first: int, last: int) -> set[int]:
    """The weekdays between two days, as ordinals; day 1 of the calendar was a Monday."""
    return {(ordinal - 1) % 7 for ordinal in range(first, min(last, first + 6) + 1)}


# --- where -----------------------------------------------------------------------------------


def deserted(found: Coverage) -> tuple[Area, ...]:
    """Neighbourhoods with nothing for anybody; none where the whole directory is empty."""
    taken = {one.neighbourhood for one in found.everything.own}
    return tuple(a for a in found.areas if taken and a.counts and a.slug not in taken)


def deserted_gap(area: Area) -> Gap:
    return Gap("wijk", "", area.slug, (), f"{dutch.capital(area.phrase)} is er niets.")


def area_gaps(group: Group, found: Coverage) -> Iterator[Gap]:
    """Neighbourhoods with nothing for the group, or nothing in the weekend or the evening."""
    nowhere, said = set(bare(group.open_to)), deserted(found)
    for area in found.areas:
        if not area.counts or area in said:
            continue
        near = [one for one in group.open_to if one.neighbourhood == area.slug]
        if not near:
            text = f"{dutch.capital(area.phrase)} is er niets {group.phrase}."
            yield Gap("wijk", group.slug, area.slug, (), text)
        else:
            yield from area_time_gaps(group, area, near, nowhere)


def area_time_gaps(
    group: Group, area: Area, near: list[Offer], nowhere: set[Slot]
) -> Iterator[Gap]:
    """One sentence per neighbourhood; silent where the whole town has the same gap.

    A neighbourhood need not have something every evening: evenings count when all five are bare.
    """
    evenings = bare(near, EVENINGS)
    empty = (*bare(near, WEEKEND), *(evenings if evenings == EVENINGS else ()))
    if set(empty) <= nowhere:
        return
    spoken = in_one_breath([words for _, words in told(empty)])
    text = f"{dutch.capital(spoken)} is er niets {group.phrase} {area.phrase}."
    yield Gap("wijk en tijd", group.slug, area.slug, empty, text)


# --- can one get in --------------------------------------------------------------------------


def access_gaps(group: Group) -> Iterator[Gap]:
    """Nothing that is known to be free of steps, or too little known."""
    enter = [one for one in group.own if one.access != NOTHING_TO_ENTER]
    unknown = sum(one.access == UNKNOWN for one in enter)
    slug, whom = (group.slug, f" {group.phrase}") if group.phrase else ("", "")
    if enter and not any(one.access == "ja" for one in enter):
        text = f"Er is niets{whom} waarvan we zeker weten dat het zonder drempels is."
        yield Gap("toegang", slug, "", (), text)
    elif unknown:
        text = (
            f"Bij {unknown} van de {len(enter)} activiteiten{whom} weten we niet of er"
            " drempels zijn."
        )
        yield Gap("toegang", slug, "", (), text)
