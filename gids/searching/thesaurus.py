"""What people type and what they mean: ``content/zoekwoorden/`` and ``content/hulplijnen.yaml``."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from gids.searching.words import stem, words
from schema import Crisis, SearchConcept, SearchFilter, SearchWords

Stems = tuple[str, ...]


class Expression(Struct, frozen=True):
    """A word or a phrase: as it is written, as it is kept, and as stems.

    ``said`` is without small words where two others say enough: “mijn man is dood” is man and dood.
    Else a phrase is kept whole: “uit elkaar”, “aan huis”. ``first`` is the first of its words that
    says something; whoever types that must find it.
    """

    text: str
    said: str
    first: str
    stems: Stems

    @classmethod
    def of(cls, text: str, small: frozenset[str]) -> "Expression":
        spelled, found = words(text), telling(text, small)
        said = " ".join(found if len(found) > 1 else spelled)
        first = found[0] if found else ""
        return cls(text, said, first, tuple(map(stem, spelled)))


class Concept(Struct, frozen=True):
    """One thing that people look for.

    ``words`` are what it is called in the offer, ``typed`` what people say too, ``foreign`` what
    they say in another language, ``nearly`` what is something else; ``also`` are the numbers of its
    neighbours, the best first; ``facets`` the filter values that fit a little.
    """

    name: str
    number: int
    words: tuple[Expression, ...]
    typed: tuple[Expression, ...]
    foreign: tuple[Expression, ...]
    nearly: tuple[Expression, ...]
    facets: tuple[str, ...]
    also: tuple[int, ...]


class Thesaurus(Struct, frozen=True):
    """The municipality's own words: concepts by name, filters, small words, and help in a crisis.

    ``elsewhere`` is what the site is not about, ``heads`` end a compound without adding much,
    ``ends`` end a compound that is not here,
    ``ordinary`` are never mended, ``fillers`` add nothing, ``forms`` lead to their word,
    ``persons`` are whom somebody tells about, ``denials`` only say something of another word.
    """

    concepts: tuple[Concept, ...]
    filters: tuple[SearchFilter, ...]
    small: frozenset[str]
    heads: frozenset[str]
    ends: frozenset[str]
    elsewhere: tuple[Expression, ...]
    ordinary: tuple[str, ...]
    fillers: frozenset[str]
    forms: Mapping[str, str]
    persons: frozenset[str]
    denials: frozenset[str]
    crisis: Crisis

    @classmethod
    def of(cls, files: Iterable[SearchWords], crisis: Crisis) -> "Thesaurus":
        files = tuple(files)
        models = sorted((c for file in files for c in file.concepts), key=lambda c: c.name)
        numbers = {model.name: number for number, model in enumerate(models)}
        small = each_word(text for file in files for text in file.small)
        return cls(
            tuple(concept(model, numbers, small) for model in models),
            tuple(f for file in files for f in file.filters),
            small,
            each_word(text for file in files for text in file.heads),
            each_word(text for file in files for text in file.ends),
            tuple(Expression.of(text, small) for file in files for text in file.elsewhere),
            tuple(word for file in files for line in file.ordinary for word in line.split()),
            each_word(text for file in files for text in file.fillers),
            unlike(text for file in files for text in file.forms),
            each_word(text for file in files for text in file.persons),
            each_word(text for file in files for text in file.denials),
            crisis,
        )

    @property
    def dutch(self) -> Iterator[Expression]:
        """Everything that a concept is called or people say for it, in Dutch."""
        return (e for c in self.concepts for e in (*c.words, *c.typed))


def each_word(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in words(text))


def unlike(lines: Iterable[str]) -> Mapping[str, str]:
    """“zingen zong gezongen”: the word of each form."""
    return {form: base for base, *forms in map(words, lines) for form in forms}


def telling(text: str, small: frozenset[str]) -> Sequence[str]:
    """The words that say something; when all are small, all of them."""
    spelled = words(text)
    return [word for word in spelled if word not in small] or spelled


def concept(model: SearchConcept, numbers: Mapping[str, int], small: frozenset[str]) -> Concept:
    return Concept(
        model.name,
        numbers[model.name],
        tuple(expressions(model.words, small)),
        tuple(expressions((*model.typed, *spoken_ages(model.ages)), small)),
        tuple(expressions(foreign(model), small)),
        tuple(expressions(model.nearly, small)),
        (*(f"thema={t}" for t in model.themes), *(f"voor={a}" for a in model.audiences)),
        tuple(numbers[name] for name in model.also),
    )


def spoken_ages(ages: Iterable[str]) -> Iterator[str]:
    """“84”, “84 jaar”, “84-jarige” and “84e” are each typed."""
    for age in ages:
        yield from (age, f"{age} jaar", f"{age}jarige", f"{age}e")


def foreign(model: SearchConcept) -> Iterator[str]:
    if model.foreign:
        for name in type(model.foreign).model_fields:
            yield from getattr(model.foreign, name)


def expressions(texts: Iterable[str], small: frozenset[str]) -> Iterator[Expression]:
    """Each text once, as stems."""
    seen = set()
    for text in texts:
        one = Expression.of(text, small)
        if one.stems and one.stems not in seen:
            seen.add(one.stems)
            yield one
