"""What each word and each concept counts for in one activity: what the search index is made of.

The words of a story are not among them, only what they mean: where they stand, the word list itself
says (``lexicon``). That keeps the index small enough for a phone.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from msgspec import Struct

from gids.directory import ActivityView, Directory
from gids.searching.fields import STORY, Field, fields, shared_sentences
from gids.searching.thesaurus import Concept, Stems, Thesaurus
from gids.searching.words import parts, stem, words

PART = 0.75
"""What a word counts for when it is only a part of a compound."""

MORE = 0.2
"""What further evidence adds to the best."""

LEAST = 0.6
"""A concept that counts for less in an activity is left out."""

FOR_PROFESSIONALS = 0.5
"""What everything counts for where only professionals are welcome."""

K = TypeVar("K")
Weights = Mapping[K, float]


class Spelling(Struct, frozen=True):
    """A word of a text: its stem and, when it is a compound, the stems of its parts."""

    stem: str
    inside: Stems


class Spellings(dict[str, Spelling]):
    """Every word that was asked for, taken apart once; ``halves`` may be half of a compound."""

    def __init__(self, halves: frozenset[str]) -> None:
        super().__init__()
        self.halves = halves

    def __missing__(self, word: str) -> Spelling:
        inside = tuple(map(stem, parts(word, self.halves.__contains__)))
        self[word] = Spelling(stem(word), inside)
        return self[word]


class Knowledge(Struct, frozen=True):
    """What the words of one activity are weighed against: the whole offer and the thesaurus.

    ``pieces`` are those of each activity by slug, ``small`` stems that do not count. ``meaning``
    gives, by first stem, the number of a concept and the stems that must follow.
    """

    pieces: Mapping[str, tuple[Field, ...]]
    spellings: Spellings
    small: frozenset[str]
    meaning: Mapping[str, tuple[tuple[int, Stems], ...]]

    @classmethod
    def of(cls, directory: Directory, thesaurus: Thesaurus) -> "Knowledge":
        shared = shared_sentences(directory)
        pieces = {view.slug: tuple(fields(view, shared)) for view in directory.listed}
        texts = {one.text for found in pieces.values() for one in found}
        return cls(
            pieces,
            Spellings(half_words(texts, thesaurus)),
            frozenset(map(stem, thesaurus.small)),
            by_first_stem(thesaurus.concepts),
        )


def half_words(texts: Iterable[str], thesaurus: Thesaurus) -> frozenset[str]:
    """Every word of the offer and of the thesaurus that says something."""
    found = {word for text in texts for word in words(text)}
    found.update(word for one in thesaurus.dutch for word in one.said.split())
    return frozenset(filter(str.isalpha, found)) - thesaurus.small


def by_first_stem(concepts: Iterable[Concept]) -> Mapping[str, tuple[tuple[int, Stems], ...]]:
    found: dict[str, tuple[tuple[int, Stems], ...]] = defaultdict(tuple)
    for concept in concepts:
        for expression in concept.words:
            first, *rest = expression.stems
            found[first] += ((concept.number, tuple(rest)),)
    return found


# --- one activity ----------------------------------------------------------------------------


class Stemmed(Struct, frozen=True):
    """A field as stems in order, and the stems that are only inside its compounds."""

    stems: Stems
    inside: Stems
    field: Field


def weigh(view: ActivityView, about: Knowledge) -> tuple[Weights[str], Weights[int]]:
    """The weights of words by stem, and of concepts by number."""
    texts = [stemmed(f, about) for f in about.pieces[view.slug]]
    factor = FOR_PROFESSIONALS if is_for_professionals(view) else 1.0
    found = collected(word_evidence(text for text in texts if text.field.weight > STORY), factor)
    meant = collected(concept_evidence(texts, about), factor)
    return (
        {word: weight for word, weight in found.items() if word not in about.small},
        {number: weight for number, weight in meant.items() if weight >= LEAST},
    )


def is_for_professionals(view: ActivityView) -> bool:
    return view.people == ("professionals",)


def stemmed(field_: Field, about: Knowledge) -> Stemmed:
    spelled = [about.spellings[word] for word in words(field_.text)]
    stems = tuple(s.stem for s in spelled)
    inside = dict.fromkeys(part for s in spelled for part in s.inside)
    return Stemmed(stems, tuple(part for part in inside if part not in stems), field_)


def word_evidence(texts: Iterable[Stemmed]) -> Iterator[tuple[str, float]]:
    for text in texts:
        yield from ((word, text.field.weight) for word in dict.fromkeys(text.stems))
        yield from ((word, text.field.weight * PART) for word in text.inside)


def concept_evidence(texts: Iterable[Stemmed], about: Knowledge) -> Iterator[tuple[int, float]]:
    """For each concept the fields in which one of its own words stands, whole or as a part."""
    for text in texts:
        whole = {
            number
            for i, first in enumerate(text.stems)
            for number, rest in about.meaning.get(first, ())
            if text.stems[i + 1 : i + 1 + len(rest)] == rest
        }
        halves = {n for part in text.inside for n, rest in about.meaning.get(part, ()) if not rest}
        yield from ((number, text.field.meaning) for number in whole)
        yield from ((number, text.field.meaning * PART) for number in halves - whole)


def collected(evidence: Iterable[tuple[K, float]], factor: float) -> Weights[K]:
    """The best evidence for each, and a little for every other piece."""
    found: dict[K, list[float]] = defaultdict(list)
    for name, weight in evidence:
        found[name].append(weight * factor)
    return {name: best_and_more(values) for name, values in found.items()}


def best_and_more(values: list[float]) -> float:
    best = max(values)
    return best + MORE * min(sum(values) - best, best)
