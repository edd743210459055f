"""When two spellings are the same word: normal form, words of a text, stem, parts of a compound.

``templates/assets/zoeken-woorden.js`` does the same in the browser, rule by rule; a test runs both
over every word of the offer. A stem is not shown to anybody, so it may be ugly; it must be equal
for the forms of one word, and different for words that people keep apart (les and lezen).
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from operator import itemgetter

SPELLED = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "þ": "th", "ı": "i"}
    | {"ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ـ": "", "\u200c": " "}
)
APOSTROPHE = re.compile(r"(?<=\w)['’‘`´](?=\w)")
DOTTED = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?")
AGE = re.compile(r"(\d\d)\s?(?:\+|plus(?:sers?)?\b|-plus(?:sers?)?\b)")
WORD = re.compile(r"[^\W_]+")
ARTICLE = re.compile(r"^ال(?=\w{3})")


def normal(text: str) -> str:
    """Small letters, no accents: ``Café`` and ``CAFE`` are cafe, ``G.G.Z.`` ggz, ``60+`` 60plus."""
    text = text.lower()
    if not text.isascii():
        text = without_accents(text)
    if "." in text:
        text = DOTTED.sub(lambda found: found[0].replace(".", ""), text)
    return AGE.sub(plus, APOSTROPHE.sub("", text).replace("&", " en "))


def plus(age: re.Match[str]) -> str:
    return f"{age[1]}plus"


def without_accents(text: str) -> str:
    """Every letter as the one that people type for it. Most texts are ASCII and need none of it."""
    text = unicodedata.normalize("NFKD", text.translate(SPELLED))
    bare = "".join(char for char in text if not unicodedata.combining(char))
    return bare.translate(SPELLED)


@cache
def words(text: str) -> tuple[str, ...]:
    """The words of a text in normal form, in order; the Arabic article falls off.

    Remembered, as the same texts come by in every list that is made.
    """
    found = WORD.findall(normal(text))
    return tuple(found if text.isascii() else (ARTICLE.sub("", word) for word in found))


# --- stem ------------------------------------------------------------------------------------

KEPT = {
    "ouders": "ouders",
    "ouderen": "ouderen",
    "oudere": "ouderen",
    "zorgen": "zorgen",
    "afvallen": "afvallen",
    "kinderen": "kind",
    "bibliotheken": "bibliotheek",
    "uitje": "uitje",
    "uitjes": "uitje",
    "ommetje": "ommetje",
    "ommetjes": "ommetje",
}
"""Words whose ending is not an ending, and words that are irregular."""

LATIN = re.compile(r"[a-z]{4,}\Z")
OPENED = (re.compile(r"([^e])ens?$"), re.compile(r"([^ie])e$"))


def infinitive(found: re.Match[str]) -> str:
    """As in -eren: probeert is prober, as proberen is."""
    return f"{found[1]}er"


FIRST = itemgetter(1)
"""What stands for a match: its first group. A template of text would be taken apart every time."""
ENDINGS: tuple[tuple[str, re.Pattern[str], str | Callable[[re.Match[str]], str], int], ...] = (
    ("es", re.compile(r"([bdfgklmnprst])etjes?$"), FIRST, 3),
    ("es", re.compile(r"([aeiou]t)jes?$"), FIRST, 3),
    ("es", re.compile(r"([bcdfghklmnprsw])[tpk]?jes?$"), FIRST, 3),
    ("n", re.compile(r"heden$"), "heid", 3),
    ("ns", OPENED[0], FIRST, 3),
    ("n", re.compile(r"ieen$"), "ie", 3),
    ("s", re.compile(r"([aoy])s$"), FIRST, 3),
    ("s", re.compile(r"([^sut])s$"), FIRST, 4),
    ("e", OPENED[1], FIRST, 3),
    ("rt", re.compile(r"([aeiouy][a-z]*)eert?$"), infinitive, 3),
    ("r", re.compile(r"(?:aar|ster)$"), "", 5),
    ("g", re.compile(r"ing$"), "", 5),
    ("r", re.compile(r"er$"), "", 5),
    ("t", re.compile(r"([lnrkpsfg])t$"), FIRST, 5),
    ("t", re.compile(r"((?:aa|ee|oo)[bdfgklmnprs])t$"), FIRST, 4),
)
"""Endings in the order in which they fall off, each with its possible last letters and how many
letters must remain. Looking at the last letter first makes it three times as fast."""

DOUBLE = re.compile(r"([bcdfgklmnprst])\1$")
OPEN_SYLLABLE = re.compile(r"^([^aeiou]*)([aeou])([bdfgklmnprstvz])$")
LATER_SYLLABLE = re.compile(r"([^aeou])([aou])([dgklmnprstvz])$")


@cache
def stem(word: str) -> str:
    """``wandelen`` and ``wandeling`` are wandel; ``lopen`` is loop, ``huizen`` is huis."""
    if word in KEPT:
        return KEPT[word]
    if not LATIN.match(word):
        return word
    for last, ending, instead, least in ENDINGS:
        if word[-1] in last and (bare := ending.sub(instead, word)) != word:
            shorter = closed(bare) if ending in OPENED else DOUBLE.sub(FIRST, bare)
            word = shorter if len(shorter) >= least else word
    return word


def closed(word: str) -> str:
    """A stem as it is spelled without ``-en``: lop is loop, kopp is kop, briev is brief."""
    if DOUBLE.search(word):
        return word[:-1]
    syllable = OPEN_SYLLABLE if OPEN_SYLLABLE.match(word) else LATER_SYLLABLE
    word = syllable.sub(doubled, word)
    return word[:-1] + {"v": "f", "z": "s"}.get(word[-1], word[-1])


def doubled(syllable: re.Match[str]) -> str:
    before, vowel, after = syllable.groups()
    return f"{before}{vowel}{vowel}{after}"


# --- compounds -------------------------------------------------------------------------------

LINKS = ("", "s", "e", "en", "n")
SHORTEST_COMPOUND, SHORTEST_PART = 7, 3


def parts(word: str, known: Callable[[str], bool]) -> list[str]:
    """The two known words that a compound is made of: ``koffieochtend`` is koffie and ochtend.

    The longest last part wins: it says what the thing is. Without two known parts: nothing.
    """
    if len(word) < SHORTEST_COMPOUND:
        return []
    for head in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        if known(word[head:]):
            for first in before_link(word[:head]):
                if known(first):
                    return [first, word[head:]]
    return []


def before_link(text: str) -> Iterator[str]:
    """The first part of a compound without the letters that join it to the second."""
    for link in LINKS:
        if text.endswith(link) and len(text) - len(link) >= SHORTEST_PART:
            yield text[: len(text) - len(link)]
