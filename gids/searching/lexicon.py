"""What the browser is sent: the words that the site knows and what they mean, cut up by sound.

A visitor's device fetches the file for the first two letters of each word that is typed, so the
first suggestions cost a few kB however large the offer is. The words serve four things: knowing
that a word is known, mending a typo, suggesting, and finding what stands only in a story.
Everything is sorted: equal input, equal files.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, TypeVar

from msgspec import Struct, field

from gids import dutch
from gids.directory import ActivityView, Directory
from gids.searching.fields import STORY, STRONG
from gids.searching.sayings import Saying, meanings, sayings
from gids.searching.thesaurus import Thesaurus, telling
from gids.searching.weights import Knowledge
from gids.searching.words import words
from schema import CrisisHelp

T = TypeVar("T", bound=Any)
Content = dict[str, object]

ORDINARY = "gewoon-"

MOST_ROWS = 8
"""A word that stands in the story of more activities says little about each."""

SOUNDS = {"c": "k", "q": "k", "x": "k", "z": "s", "v": "f", "p": "f", "y": "i", "j": "i", "h": "a"}
SCRIPTS = (("arab", "\u0600", "\u06ff"), ("cyrl", "\u0400", "\u04ff"), ("ethi", "\u1200", "\u137f"))
SECOND = {**dict.fromkeys("aei", "1"), **dict.fromkeys("ouyj", "2")}


def shard(word: str) -> str:
    """The name of the file that a word is in.

    First letters that sound alike share one; behind them stand a, e or i, another vowel, or none.
    ``shardOf`` in ``templates/assets/zoeken-bron.js`` does the same.
    """
    return beginning(word[:2])


@cache
def beginning(letters: str) -> str:
    first = letters[0]
    if "a" <= first <= "z":
        return SOUNDS.get(first, first) + SECOND.get(letters[1:], "3")
    if first.isascii():
        return "0"
    return next((name for name, low, high in SCRIPTS if low <= first <= high), "rest")


def files(directory: Directory, thesaurus: Thesaurus, about: Knowledge) -> Mapping[str, Content]:
    """The word lists by name.

    ``words`` of the offer: in titles, standing out otherwise, in stories only; ``says``, what
    people say by the number of its meaning; ``go``, where a suggestion leads.
    """
    ranks = [by_shard(rank, lambda word: [word]) for rank in offer_words(directory, about)]
    said = by_shard(sayings(directory, thesaurus), lambda one: [one.first])
    places = by_shard(suggestions(directory), lambda pair: telling(pair[0], thesaurus.small))
    return {
        name: {
            "words": [" ".join(rank.get(name, ())) for rank in ranks],
            "says": by_meaning(said.get(name, ())),
            "go": places.get(name, []),
        }
        for name in sorted({*said, *places}.union(*ranks))
    }


def ordinary_words(thesaurus: Thesaurus, shards: Iterable[str]) -> Mapping[str, str]:
    """Words that look like ours and are others, in a file beside each word list.

    “zong:zingen” is a form that does not look like its word, “ineens:-” a word that adds nothing.
    """
    forms = (f"{form}:{base}" for form, base in thesaurus.forms.items())
    fillers = (f"{word}:-" for word in thesaurus.fillers)
    ordinary = (word for word in thesaurus.ordinary if word not in thesaurus.fillers)
    found = by_shard((*ordinary, *forms, *fillers), lambda word: [word])
    return {f"{ORDINARY}{name}": " ".join(found.get(name, ())) for name in shards}


def by_shard(items: Iterable[T], words_of: Callable[[T], Iterable[str]]) -> dict[str, list[T]]:
    """Each item in the file of every word that leads to it; sorted, and once per file."""
    found: dict[str, set[T]] = defaultdict(set)
    for item in items:
        for word in filter(None, words_of(item)):
            found[shard(word)].add(item)
    return {name: sorted(group) for name, group in found.items()}


def by_meaning(said: Iterable[Saying]) -> list[list[int | str]]:
    """Per meaning its number and its expressions, with a bar between them; Dutch, then foreign."""
    found: dict[int, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for one in said:
        found[one.meaning][one.foreign].append(one.text)
    return [[number, *("|".join(texts) for texts in pair)] for number, pair in found.items()]


def suggestions(directory: Directory) -> Iterator[tuple[str, str]]:
    """(name, address) of everything that has a page of its own."""
    for view in directory.listed:
        yield view.title, view.url
    for facet in (*directory.themes, *directory.audiences, *directory.neighbourhoods):
        yield facet.name, facet.url
    for place in directory.places:
        yield place.name, place.url
    for partner in directory.organisations:
        yield partner.name, partner.url
        for former in partner.former_names:
            yield f"{partner.name} (vroeger {former})", partner.url


# --- the words of the offer ------------------------------------------------------------------


class Seen(Struct):
    """How a word is spelled, what it counts for at best, and in whose story alone it stands."""

    spelled: Counter[str] = field(default_factory=Counter)
    weight: float = 0
    stories: list[int] = field(default_factory=list)

    @property
    def rank(self) -> int:
        return 0 if self.weight == STRONG else 1 if self.weight > STORY else 2

    @property
    def entry(self) -> str:
        """“lockmachine:12.40”: the commonest spelling, and numbers of activities where few."""
        word = min(self.spelled, key=lambda one: (-self.spelled[one], len(one), one))
        rows = self.stories if len(self.stories) <= MOST_ROWS else []
        return f"{word}:{'.'.join(map(str, rows))}" if rows else word


def offer_words(directory: Directory, about: Knowledge) -> tuple[list[str], list[str], list[str]]:
    """Every word of the offer once: of titles, of what else stands out, and the rest."""
    seen: dict[str, Seen] = defaultdict(Seen)
    for row, view in enumerate(directory.listed):
        for base, (weight, spelled) in stems_of(view, about).items():
            seen[base].spelled.update(spelled)
            seen[base].weight = max(seen[base].weight, weight)
            if weight == STORY:
                seen[base].stories.append(row)
    ranks: tuple[list[str], list[str], list[str]] = ([], [], [])
    for word in seen.values():
        if word.rank < 2 or len(word.stories) <= MOST_ROWS:
            ranks[word.rank].append(word.entry)
    return ranks


def stems_of(view: ActivityView, about: Knowledge) -> Mapping[str, tuple[float, list[str]]]:
    """Per stem in one activity the heaviest weight, and every spelling of it."""
    found: dict[str, tuple[float, list[str]]] = {}
    for piece in about.pieces[view.slug]:
        for word in words(piece.text) if piece.weight else ():
            base = about.spellings[word].stem
            if base not in about.small:
                weight, spelled = found.get(base, (0.0, []))
                found[base] = (max(weight, piece.weight), [*spelled, word])
    return found


# --- what every question needs ---------------------------------------------------------------


def core(directory: Directory, thesaurus: Thesaurus, shards: Iterable[str]) -> Content:
    """What suggestions need: the files there are, small words, and every meaning.

    A meaning is its name if it is a concept, its neighbours and its filter values.
    """
    return {
        "shards": " ".join(shards),
        "small": " ".join(sorted(thesaurus.small)),
        "meanings": [
            [m.name if m.is_concept else "", list(m.also), " ".join(m.facets)]
            for m in meanings(directory, thesaurus)
        ],
    }


def answers(directory: Directory, thesaurus: Thesaurus) -> Content:
    """What results need besides: words that choose, whom a story is about, and crisis help."""
    filters = [[f.name, list(f.values), f.shown, list(f.typed)] for f in thesaurus.filters]
    filters += [["wijk", [n.slug], n.name, [n.name]] for n in directory.neighbourhoods]
    return {
        "filters": filters,
        "persons": " ".join(sorted(thesaurus.persons)),
        "denials": " ".join(sorted(thesaurus.denials)),
        "crisis": [crisis_help(help_) for help_ in thesaurus.crisis.help],
    }


def rescue(directory: Directory, thesaurus: Thesaurus) -> Content:
    """What a word that nobody knows may end in, and what to say if all fails."""
    phone = directory.site.phone
    return {
        "phone": [phone.text, phone.href, phone.owner],
        "themes": [[theme.name, theme.url] for theme in directory.themes if theme.activities],
        "heads": " ".join(sorted(thesaurus.heads)),
        "ends": " ".join(sorted(thesaurus.ends)),
    }


def crisis_help(help_: CrisisHelp) -> Content:
    return {
        "heading": help_.heading,
        "text": help_.text,
        "typed": list(help_.typed),
        "search": help_.search or "",
        "lines": [
            {
                "name": line.name,
                "phones": [[text, dutch.phone_href(digits(text))] for text in line.phones],
                "url": line.url or "",
                "note": line.note or "",
            }
            for line in help_.lines
        ],
    }


def digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())
