"""What the words of the search say together: each concept stands once, and its neighbours exist."""

from collections.abc import Iterator, Sequence

from gids.messages import nearest
from gids.problems import Finding
from gids.project import Entry
from schema import SearchConcept, SearchWords

Placed = tuple[Entry[SearchWords], int, SearchConcept]
"""A concept with its file and its place there, from 0."""


def check_concepts(entries: Sequence[Entry[SearchWords]]) -> Iterator[Finding]:
    """Two files may not have one concept, and ``ook`` names one that some file has."""
    placed = [(e, i, concept) for e in entries for i, concept in enumerate(e.model.concepts)]
    yield from repeated(placed)
    yield from unknown(placed)


def repeated(placed: Sequence[Placed]) -> Iterator[Finding]:
    first: dict[str, Entry[SearchWords]] = {}
    for entry, index, concept in placed:
        other = first.get(concept.name)
        if other is None:
            first[concept.name] = entry
            continue
        where = "hierboven" if other is entry else f"in {other.path}"
        message = f'Het begrip "{concept.name}" staat ook {where}.'
        hint = "Zet alle woorden bij één van de twee, en haal de andere weg."
        keys = ("begrippen", index, "naam")
        yield Finding(entry.path, keys, "dubbel-begrip", "error", message, hint, (other.path,))


def unknown(placed: Sequence[Placed]) -> Iterator[Finding]:
    names = {concept.name for _, _, concept in placed}
    for entry, index, concept in placed:
        for at, name in enumerate(concept.also):
            if name not in names:
                near = nearest(name, names)
                hint = f'Bedoelt u "{near}"?' if near else "Haal het hier weg, of maak dat begrip."
                message = f'Het begrip "{name}" is er niet.'
                keys = ("begrippen", index, "ook", at)
                yield Finding(entry.path, keys, "onbekend-begrip", "error", message, hint)
