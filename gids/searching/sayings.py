"""What people say and what it stands for: concepts, and the names of themes, partners and places.

With two words that say something the small ones are left out, and the order does not matter: “mijn
man is dood” is man and dood. Else a phrase is kept whole: “uit elkaar”, “aan huis”.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from gids.directory import Directory
from gids.searching.thesaurus import Stems, Thesaurus
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
    """What people say, without small words where two others say enough, and what it means.

    ``first`` is the first of its words that says something: whoever types that must find it. A
    tuple, because there are twelve thousand to be put in order.
    """

    meaning: int
    text: str
    foreign: bool
    first: str


def sayings(directory: Directory, thesaurus: Thesaurus) -> Iterator[Saying]:
    """Everything that is understood; a name yields to a word of the thesaurus."""
    dutch = dutch_stems(thesaurus)
    small = thesaurus.small
    taken: set[str] = set()
    for concept in thesaurus.concepts:
        called = [saying(concept.number, e.text, small) for e in (*concept.words, *concept.typed)]
        taken.update(one.text for one in called)
        yield from called
        yield from (saying(concept.number, e.text, small) for e in concept.nearly)
    yield from foreign(thesaurus, dutch)
    yield from elsewhere(directory, thesaurus, dutch)
    for number, name in enumerate(names(directory), start=len(thesaurus.concepts) + 1):
        for one in dict.fromkeys(saying(number, text, small) for text in name.called):
            if one.text not in taken and not small.issuperset(words(one.text)):
                yield one


def foreign(thesaurus: Thesaurus, dutch: frozenset[Stems]) -> Iterator[Saying]:
    """A foreign word yields to a Dutch one: who types “handwerken” seeks no “Handwerker”."""
    for concept in thesaurus.concepts:
        for expression in (one for one in concept.foreign if one.stems not in dutch):
            yield saying(concept.number, expression.text, thesaurus.small, foreign=True)


def elsewhere(
    directory: Directory, thesaurus: Thesaurus, dutch: frozenset[Stems]
) -> Iterator[Saying]:
    """What is not here: never what an activity is called, nor what is said of something here."""
    number = len(thesaurus.concepts)
    offered = {stem(word) for view in directory.listed for word in words(view.title)}
    nearly = {e.stems: e.text for concept in thesaurus.concepts for e in concept.nearly}
    others = {tuple(map(stem, words(text))): text for text in thesaurus.elsewhere}
    others = {stems: text for stems, text in others.items() if stems not in dutch}
    for stems, text in {**others, **nearly}.items():
        if not offered.issuperset(stems):
            yield saying(number, text, thesaurus.small)


def dutch_stems(thesaurus: Thesaurus) -> frozenset[Stems]:
    expressions = (e for c in thesaurus.concepts for e in (*c.words, *c.typed))
    return frozenset(one.stems for one in expressions)


def saying(number: int, text: str, small: frozenset[str], *, foreign: bool = False) -> Saying:
    """An expression for the meaning with this number, as it is kept."""
    found = telling(text, small)
    said = " ".join(found if len(found) > 1 else words(text))
    return Saying(number, said, foreign, found[0] if found else "")


def telling(text: str, small: frozenset[str]) -> Sequence[str]:
    """The words that say something; when all are small, all of them."""
    spelled = words(text)
    return [word for word in spelled if word not in small] or spelled


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
