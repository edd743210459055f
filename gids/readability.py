"""Leesbaarheid: long sentences and hard words in a text, each with its cure.

It helps somebody who writes; it measures no level, and it is no keurmerk.
"""

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

LONGEST_SENTENCE = 25
"""Words in one sentence; guides to plain Dutch advise fifteen on average, and none beyond this."""

SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\d)[^.!?\n]*)*")
MARKUP = re.compile(r"\]\([^)]*\)|[*_#>`|\[\]]")
LIST_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+", re.MULTILINE)
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+(?:[.,:]\d+)*")


class Hard(Struct, frozen=True):
    """What is hard to read in a text, and what helps."""

    code: str
    message: str
    hint: str


def hard_parts(text: str, easier: Mapping[str, str]) -> Iterator[Hard]:
    """Every sentence that is too long, then every hard word once."""
    plain = MARKUP.sub(" ", LIST_ITEM.sub("\n", text))
    yield from long_sentences(plain)
    yield from hard_words(plain, easier)


def long_sentences(text: str) -> Iterator[Hard]:
    for paragraph in re.split(r"\n\s*\n", text):
        for found in SENTENCE.findall(" ".join(paragraph.split())):
            words = WORD.findall(found)
            if len(words) > LONGEST_SENTENCE:
                start = " ".join(words[:5])
                yield Hard(
                    "lange-zin",
                    f"De zin die begint met “{start} …” is lang: {len(words)} woorden.",
                    "Maak er twee zinnen van. Eén gedachte per zin leest prettig.",
                )


def hard_words(text: str, easier: Mapping[str, str]) -> Iterator[Hard]:
    """Whole words, in any case; a plain word is at hand for each."""
    said = {word.casefold(): word for word in reversed(WORD.findall(text))}
    for word, plain in easier.items():
        if word.casefold() in said:
            yield Hard(
                "moeilijk-woord",
                f"“{said[word.casefold()]}” is voor veel mensen een moeilijk woord.",
                f"Schrijf liever: {plain}.",
            )
