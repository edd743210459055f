"""The same activity under two partners or two names: a question, never an error.

Two activities are compared when they are in the same place or, at home and on the phone, in none;
they are alike when their titles are, or when title and time both are rather alike.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz import fuzz

from gids.dutch import folded
from gids.problems import Finding
from gids.project import Entry, Project
from gids.writing import Tree, tree
from schema import Activity, Timed

ALIKE, ALIKE_AT_THE_SAME_TIME = 88, 70
"""Scores of 0–100 (rapidfuzz, ``token_sort_ratio``) on titles without the name of their place."""

MOST_IN_ONE_PLACE = 400
"""Above this every pair would take too long; a place with so many is not a place."""

COMMON = re.compile(r"\b(?:de|het|een|in|op|bij|van|voor|met|en|aan|te)\b|[^a-z0-9 ]")


def doubles(project: Project) -> Iterator[Finding]:
    """A question at both files of every pair that may be one activity."""
    for one, other in pairs(project):
        for entry, twin in ((one, other), (other, one)):
            partner = project.organisations.get(twin.folder)
            name = partner.model.name if partner else twin.folder
            yield Finding(
                entry.path,
                ("titel",),
                "dubbel",
                "warning",
                f'Is dit dezelfde activiteit als "{twin.model.title}" van {name}?',
                f"Kijk in  {twin.path}  Zo ja: laat er één staan, met  samen_met:",
                (twin.path,),
            )


def pairs(project: Project) -> Iterator[tuple[Entry[Activity], Entry[Activity]]]:
    """The pairs that may be one activity, in the order of their files."""
    by_place: dict[str, list[Entry[Activity]]] = defaultdict(list)
    for entry in project.activities:
        if entry.model.stopped_on is None:
            by_place[where(entry.model)].append(entry)
    places = {slug: entry.model.name for slug, entry in project.places.items()}
    for place, entries in sorted(by_place.items()):
        if len(entries) <= MOST_IN_ONE_PLACE:
            yield from alike(entries, core(places.get(place, "")))


def alike(
    entries: Sequence[Entry[Activity]], place: str
) -> Iterator[tuple[Entry[Activity], Entry[Activity]]]:
    titles = {entry.path: without(core(entry.model.title), place) for entry in entries}
    times = {entry.path: moments(entry.model) for entry in entries}
    for one, other in combinations(entries, 2):
        if together(one, other) or numbers(one) != numbers(other):
            continue
        score = fuzz.token_sort_ratio(titles[one.path], titles[other.path])
        same_time = bool(times[one.path] & times[other.path])
        if score >= (ALIKE_AT_THE_SAME_TIME if same_time else ALIKE):
            yield one, other


def together(one: Entry[Activity], other: Entry[Activity]) -> bool:
    """Organisations that name each other know that they do it together."""
    return other.folder in one.model.together_with or one.folder in other.model.together_with


def numbers(entry: Entry[Activity]) -> list[str]:
    """Group 1 and group 2, Monday and Tuesday: what tells groups of one activity apart."""
    return re.findall(r"\d+|\w+dag\b", entry.model.title.casefold())


def core(title: str) -> str:
    """The words that matter, without accents, articles and marks."""
    return " ".join(COMMON.sub(" ", folded(title)).split())


def without(title: str, place: str) -> str:
    """A title without the words of its place, unless nothing would be left."""
    words = [word for word in title.split() if word not in place.split()]
    return " ".join(words) or title


def where(activity: Activity) -> str:
    """What can be compared of a place: its slug, its street, or its kind."""
    found: Tree = tree(activity)["waar"]
    if not isinstance(found, dict):
        return str(found)
    address = found.get("adres")
    street = address.get("straat") if isinstance(address, dict) else None
    return str(found.get("plek") or street or found.get("soort"))


def moments(activity: Activity) -> frozenset[tuple[int, str]]:
    """The weekdays and starting times of a schedule."""
    return frozenset(
        (day, f"{moment.start:%H:%M}")
        for moment in activity.when.moments
        if isinstance(moment, Timed)
        for day in getattr(moment, "days", ())
    )
