"""What one file says about another: words of a list, places, organisations, and equal names."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from gids import dutch
from gids.checks.case import Case, error, moments, warning
from gids.messages import nearest
from gids.occurrences import PUBLIC_HOLIDAYS, SCHOOL_HOLIDAYS
from gids.problems import Finding, KeyPath
from gids.project import Entry
from gids.values import MONTHS
from schema import Activity, AtAddress, AtPlace, SeveralPlaces, Vocabulary

Used: TypeAlias = tuple[str, KeyPath, str]
"""A path, the keys in it, and the word that stands there."""

MOST_OPTIONS = 12


# --- words of a list -------------------------------------------------------------------------


def check_themes(case: Case) -> Iterator[Finding]:
    """A theme is in content/themas.yaml, by its short name, its name or a synonym."""
    used = in_lists(case, "themas", lambda activity: activity.themes)
    return unknown_words(case, "themas", "thema", used)


def check_audiences(case: Case) -> Iterator[Finding]:
    """An audience is in content/doelgroepen.yaml."""
    used = in_lists(case, "voor_wie", lambda activity: activity.audiences)
    return unknown_words(case, "doelgroepen", "doelgroep", used)


def check_languages(case: Case) -> Iterator[Finding]:
    """A language is in content/talen.yaml."""
    used = in_lists(case, "talen", lambda activity: activity.languages)
    return unknown_words(case, "talen", "taal", used)


def check_sectors(case: Case) -> Iterator[Finding]:
    """The sector of an organisation is in content/sectoren.yaml."""
    organisations = case.project.organisations.values()
    used = ((entry.path, ("sector",), entry.model.sector) for entry in organisations)
    return unknown_words(case, "sectoren", "sector", used)


def check_neighbourhoods(case: Case) -> Iterator[Finding]:
    """A neighbourhood is in content/wijken.yaml, unless the address is in another municipality."""
    return unknown_words(case, "wijken", "wijk", neighbourhoods(case))


def neighbourhoods(case: Case) -> Iterator[Used]:
    for place in case.project.places.values():
        if place.model.neighbourhood and is_home(case, place.model.address.town):
            yield place.path, ("wijk",), place.model.neighbourhood
    for entry in case.project.activities:
        where = entry.model.where
        if (
            isinstance(where, AtAddress)
            and where.neighbourhood
            and is_home(case, where.address.town)
        ):
            yield entry.path, ("waar", "wijk"), where.neighbourhood


def is_home(case: Case, town: str | None) -> bool:
    """Whether a town is the municipality of this site, as it is where none is named."""
    return town is None or dutch.folded(town) == dutch.folded(case.project.settings.municipality)


def in_lists(case: Case, key: str, words: Callable[[Activity], Iterable[str]]) -> Iterator[Used]:
    for entry in case.project.activities:
        for index, word in enumerate(words(entry.model)):
            yield entry.path, (key, index), word


def unknown_words(case: Case, name: str, what: str, used: Iterable[Used]) -> Iterator[Finding]:
    """The words that a list does not have; nothing when the list itself could not be read."""
    vocabulary = case.project.vocabularies[name]
    if not vocabulary.terms:
        return
    known = spellings(vocabulary)
    for path, keys, word in used:
        if word.casefold() not in known and dutch.slugify(word) not in known:
            message = f'"{word}" staat niet in de lijst.'
            hint = offer(word, [term.slug for term in vocabulary.terms], known)
            yield error(path, keys, f"onbekend-{what}", message, hint, (f"content/{name}.yaml",))


def spellings(vocabulary: Vocabulary) -> Mapping[str, str]:
    """Every word that means a term, in small letters, with the term's short name."""
    return {
        word.casefold(): term.slug
        for term in vocabulary.terms
        for word in (*term.synonyms, term.name, term.slug)
    }


def offer(word: str, options: list[str], known: Mapping[str, str]) -> str:
    """The nearest option, and all of them when they are few."""
    near = nearest(word, known)
    parts = [f'Bedoelt u "{known[near]}"?'] if near else []
    if len(options) <= MOST_OPTIONS:
        parts.append(f"Kies uit: {', '.join(options)}.")
    elif not near:
        parts.append(f"Kies bijvoorbeeld: {', '.join(options[:MOST_OPTIONS])}.")
    return " ".join(parts)


# --- places, organisations, periods ----------------------------------------------------------


def check_places(case: Case) -> Iterator[Finding]:
    """Every place that an activity names has a file in content/plekken/."""
    places = case.project.places
    for entry in case.project.activities:
        for keys, slug in places_named(entry):
            path = f"content/plekken/{slug}"
            if slug not in places and not case.is_unread(path):
                near = nearest(slug, places)
                hint = f"Bedoelt u  plek: {near}?" if near else UNKNOWN_PLACE
                message = f'De plek "{slug}" kent de gids nog niet.'
                yield error(entry.path, keys, "onbekend-plek", message, hint, (f"{path}.yaml",))


UNKNOWN_PLACE = (
    "Kies een naam uit de map content/plekken, of schrijf een eigen adres met  soort: adres"
)


def places_named(entry: Entry[Activity]) -> Iterator[tuple[KeyPath, str]]:
    """The short names of places in one activity, with where they stand."""
    where, when = entry.model.where, entry.model.when
    if isinstance(where, AtPlace):
        yield ("waar", "plek"), where.place
    if isinstance(where, SeveralPlaces):
        for index, item in enumerate(where.places):
            yield ("waar", "plekken", index, "plek"), item.place
    blocks = [
        *moments(entry),
        *((("wanneer", "ook_op", i), extra) for i, extra in enumerate(when.extra)),
        *((("wanneer", "wijzigingen", i), change) for i, change in enumerate(when.changes)),
    ]
    for keys, block in blocks:
        if place := getattr(block, "place", None):
            yield (*keys, "plek"), place


def check_partners(case: Case) -> Iterator[Finding]:
    """``samen_met`` names organisations that have a folder in partners/."""
    known = case.project.organisations
    for entry in case.project.activities:
        for index, slug in enumerate(entry.model.together_with):
            path = f"partners/{slug}/organisatie"
            if slug not in known and not case.is_unread(path):
                near = nearest(slug, known)
                hint = f'Bedoelt u "{near}"?' if near else "Kies de naam van een map in partners."
                message = f'De organisatie "{slug}" kent de gids nog niet.'
                keys = ("samen_met", index)
                yield error(
                    entry.path, keys, "onbekend-organisatie", message, hint, (f"{path}.yaml",)
                )


def check_periods(case: Case) -> Iterator[Finding]:
    """``niet_in`` names months, school holidays, public holidays, or one holiday by name."""
    if not case.project.holidays.holidays:
        return
    holidays = {holiday.name for holiday in case.project.holidays.holidays}
    known = (SCHOOL_HOLIDAYS, PUBLIC_HOLIDAYS, *MONTHS, *sorted(holidays))
    for entry in case.project.activities:
        for index, word in enumerate(entry.model.when.not_in):
            if not case.calendar.knows(word):
                near = nearest(word, known)
                hint = f'Bedoelt u "{near}"?' if near else UNKNOWN_PERIOD
                keys = ("wanneer", "niet_in", index)
                message = f'"{word}" is geen periode die we kennen.'
                also = ("content/vakanties.yaml",)
                yield error(entry.path, keys, "onbekend-periode", message, hint, also)


UNKNOWN_PERIOD = "Schrijf een maand, schoolvakanties, feestdagen, of de naam van één vakantie."


# --- the same twice --------------------------------------------------------------------------


def check_slugs(case: Case) -> Iterator[Finding]:
    """The name of an activity's file is its web address, so no two partners share one."""
    first: dict[str, Entry[Activity]] = {}
    for entry in case.project.activities:
        other = first.setdefault(entry.slug, entry)
        if other is not entry:
            message = f'De naam "{entry.slug}" is al van {other.path}.'
            hint = f"Geef dit bestand een andere naam, bijvoorbeeld:  {entry.slug}-2.yaml"
            yield Finding(
                entry.path, (), "dubbele-naam", "error", message, hint, (other.path,), on="file"
            )


def check_twins(case: Case) -> Iterator[Finding]:
    """Two partners may have described one activity: same title, same place, same time."""
    groups: dict[object, list[Entry[Activity]]] = defaultdict(list)
    for entry in case.project.activities:
        groups[likeness(entry)].append(entry)
    for first, *others in groups.values():
        for entry in others:
            if entry.folder != first.folder:
                message = f"Dit lijkt op {first.path}: zelfde titel, plek en tijd."
                hint = "Is het dezelfde activiteit? Laat er dan één staan, met  samen_met:"
                yield warning(entry.path, ("titel",), "dubbel", message, hint, (first.path,))


def likeness(entry: Entry[Activity]) -> object:
    """What is equal for two descriptions of one activity."""
    activity = entry.model
    times = [
        [(name, value) for name, value in moment if name in {"kind", "days", "start"}]
        for moment in activity.when.moments
    ]
    where = [(name, value) for name, value in activity.where if name != "room"]
    return dutch.slugify(activity.title), repr(where), repr(times)
