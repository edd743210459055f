"""What is known of an activity, piece by piece, and what each piece counts for.

Strong is what an activity calls itself (2), its summary a little less (1.5), context is language,
age and an own address (1), and weak is the story around it (0.8). Sentences that many activities
share say little about any of them and are left out. So is what is said about access, and for whom
it is not: “niet geschikt voor een rolstoel” must not find it for “rolstoel”. Places, partners,
themes and days are not pieces of text here: whoever types those, chooses (see ``sayings``).
"""

import html
import re
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from gids.directory import ActivityView, Directory

STRONG, SUMMARY, CONTEXT, STORY = 2.0, 1.5, 1.0, 0.8

SHARED_BY, SHARED_SHARE = 3, 0.04
"""A sentence is shared by at least so many activities, and by at least this part of all."""

TAG = re.compile(r"<[^>]+>")
SENTENCE = re.compile(r"(?<=[.!?])\s+")


class Field(Struct, frozen=True):
    """A piece of text: what its words count for, and how much it tells what the activity is."""

    text: str
    weight: float
    meaning: float


def fields(view: ActivityView, shared: frozenset[str]) -> Iterator[Field]:
    """Every piece that is not empty; ``shared`` are sentences to leave out."""
    return (field for field in pieces(view, shared) if field.text)


def pieces(view: ActivityView, shared: frozenset[str]) -> Iterator[Field]:
    yield Field(view.title, STRONG, STRONG)
    yield from (Field(text, STRONG, STRONG) for text in view.search_words)
    yield Field(view.summary, SUMMARY, SUMMARY)
    yield from (Field(link.name, 0, STORY) for link in (*view.themes, *view.audiences))
    yield from (Field(text, CONTEXT, STORY) for text in (*view.languages, view.age))
    if not view.where.places:
        yield from (Field(text, CONTEXT, 0) for text in (view.where.name, *view.where.address))
    yield from (Field(text, STORY, STORY) for text in story(view) if text not in shared)
    if needs_no_indication(view):
        yield Field("zonder indicatie", 0, CONTEXT)


def story(view: ActivityView) -> list[str]:
    return sentences(view.description_html) + sentences(view.first_visit.what_happens_html)


def sentences(text_html: str) -> list[str]:
    text = html.unescape(TAG.sub(" ", text_html))
    return [s for s in SENTENCE.split(" ".join(text.split())) if s]


def needs_no_indication(view: ActivityView) -> bool:
    """A professional was told so; what nobody said does not count."""
    referral = view.source.referral
    return bool(referral and referral.indication and referral.indication.value == "nee")


def shared_sentences(directory: Directory) -> frozenset[str]:
    """Sentences of so many descriptions that they do not tell one from another."""
    counted = Counter(s for v in directory.listed for s in set(sentences(v.description_html)))
    often = max(SHARED_BY, SHARED_SHARE * len(directory.listed))
    return frozenset(sentence for sentence, times in counted.items() if times >= often)
