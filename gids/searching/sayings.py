"""What people say and what it stands for: concepts, and names of themes, partners and places."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from gids.directory import Directory
from gids.searching.thesaurus import Expression, Stems, Thesaurus
from gids.searching.words import stem, words

HOUSE_NUMBER = re.compile(r"\s+\d.*$")
POSTCODE = re.compile(r"(\d{4}) ([A-Z]{2})")
SHORTEST_NAME = 4


class Meaning(Struct, frozen=True):
    """What an expression stands for.

    A concept of the index with its neighbours (``also``), or a name: what has one of the filter
    values in ``facets``. Without a name it is what this site is not about.
    """

    name: str
    is_concept: bool = False
    also: tuple[int, ...] = ()
    facets: tuple[str, ...] = ()


class Name(Struct, frozen=True):
    """Somebody or something with a page, and what it is called."""

    name: str
    facet: str
    called: tuple[str, ...]


def meanings(directory: Directory, thesaurus: Thesaurus) -> list[Meaning]:
    """Every meaning in the order of its number: concepts first, so that they keep theirs."""
    concepts = [Meaning(c.name, True, c.also, c.facets) for c in thesaurus.concepts]
    return [*concepts, Meaning(""), *(Meaning(n.name, facets=(n.facet,)) for n in names(directory))]


class Saying(NamedTuple):
    """What people say (as in ``Expression``) and what it means.

    A tuple, because there are twelve thousand to be put in order.
    """

    meaning: int
    text: str
    foreign: bool
    first: str


def sayings(directory: Directory, thesaurus: Thesaurus) -> Iterator[Saying]:
    """Everything that is understood; a name yields to a word of the thesaurus."""
    for concept in thesaurus.concepts:
        for expression in (*concept.words, *concept.typed, *concept.nearly):
            yield saying(concept.number, expression)
    dutch = frozenset(expression.stems for expression in thesaurus.dutch)
    yield from foreign(thesaurus, dutch)
    yield from elsewhere(directory, thesaurus, dutch)
    taken, small = {expression.said for expression in thesaurus.dutch}, thesaurus.small
    for number, name in enumerate(names(directory), start=len(thesaurus.concepts) + 1):
        called = dict.fromkeys(Expression.of(text, small) for text in name.called)
        for one in called:
            if one.said not in taken and not small.issuperset(words(one.said)):
                yield saying(number, one)


def foreign(thesaurus: Thesaurus, dutch: frozenset[Stems]) -> Iterator[Saying]:
    """A foreign word yields to a Dutch one: who types “handwerken” seeks no “Handwerker”."""
    for concept in thesaurus.concepts:
        for expression in (one for one in concept.foreign if one.stems not in dutch):
            yield saying(concept.number, expression, foreign=True)


def elsewhere(
    directory: Directory, thesaurus: Thesaurus, dutch: frozenset[Stems]
) -> Iterator[Saying]:
    """What is not here: never what an activity is called, nor what is said of something here."""
    number = len(thesaurus.concepts)
    offered = {stem(word) for view in directory.listed for word in words(view.title)}
    nearly = {one.stems: one for concept in thesaurus.concepts for one in concept.nearly}
    others = {one.stems: one for one in thesaurus.elsewhere if one.stems not in dutch}
    for stems, expression in {**others, **nearly}.items():
        if not offered.issuperset(stems):
            yield saying(number, expression)


def saying(number: int, expression: Expression, *, foreign: bool = False) -> Saying:
    return Saying(number, expression.said, foreign, expression.first)


# --- names -----------------------------------------------------------------------------------


def names(directory: Directory) -> Iterator[Name]:
    """Themes, audiences, partners and places under every name, street and postcode of theirs."""
    for facet in (*directory.themes, *directory.audiences):
        yield Name(facet.name, f"{facet.kind}={facet.slug}", (facet.name,))
    for partner in directory.organisations:
        called = (partner.name, *partner.former_names, *name_words(partner.name))
        yield Name(partner.name, f"bij={partner.slug}", called)
    for place in directory.places:
        street, town = place.address
        called = (place.name, *place.former_names, *name_words(place.name))
        called += (*streets(street), *postcodes(town), POSTCODE.sub("", town).strip())
        yield Name(place.name, f"plek={place.slug}", called)


def name_words(name: str) -> list[str]:
    """The words of a name by themselves: whoever types “luifel” means Theater De Luifel."""
    return [word for word in words(name) if len(word) >= SHORTEST_NAME]


def streets(line: str) -> list[str]:
    """“Hendrik Andriessenlaan 30” is known as the whole street and by its last word."""
    street = HOUSE_NUMBER.sub("", line)
    return [street, street.split()[-1]]


def postcodes(town: str) -> list[str]:
    """“2101 AB Heemstede” is found by 2101 and by 2101AB."""
    found = POSTCODE.search(town)
    return [found[1], found[1] + found[2]] if found else []
