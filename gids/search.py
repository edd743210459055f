"""Search: what the index gets, and what the browser is sent to understand a question.

Two doors. ``outputs`` yields the words that the site knows, as small static files; ``index`` runs
Pagefind over virtual pages of the activities, so that the public pages stay clean, and adds the
table that leads from its answers to ours. How a question is understood is told in
``templates/assets/zoeken-vraag.js``, and how answers are put in order in ``zoeken-rang.js``.
"""

import pickle
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from gids.cellar import contents, fetch, keep, place
from gids.directory import ActivityView, Directory
from gids.output import Output, compact_json
from gids.problems import Report
from gids.reading import ForSearch, read_for_search
from gids.searching import lexicon, pagefind
from gids.searching.pagefind import SearchError
from gids.searching.table import table
from gids.searching.thesaurus import Thesaurus
from gids.searching.weights import Knowledge, weigh
from schema import SearchWords

__all__ = [
    "SearchError",
    "Searchable",
    "Words",
    "index",
    "outputs",
    "read_thesaurus",
    "recall_words",
]

OWN = Path(__file__).resolve().parent.parent
"""The product itself: its words serve where a project has none of its own."""
WORDS = ("zoekwoorden", "hulplijnen.yaml", "hulplijnen.yml")


class Searchable(Struct, frozen=True):
    """The offer with what is known of its words, worked out once for all that search needs."""

    directory: Directory
    thesaurus: Thesaurus
    about: Knowledge

    @classmethod
    def of(cls, directory: Directory, thesaurus: Thesaurus) -> "Searchable":
        return cls(directory, thesaurus, Knowledge.of(directory, thesaurus))


def index(offer: Searchable, folder: Path) -> None:
    """Make ``folder/pagefind/`` for the listed activities; ``SearchError`` when that fails."""
    listed = offer.directory.listed
    pages = {v.slug: pagefind.virtual_page(tokens(v, offer.about)) for v in listed}
    ids = pagefind.run(pages, folder) if pages else {}
    target = folder / pagefind.FOLDER
    target.mkdir(exist_ok=True)
    (target / "tabel.json").write_text(compact_json(table(offer.directory, ids)), "utf-8")


def outputs(offer: Searchable) -> Iterator[Output]:
    """What the browser is sent besides the index: what every question needs, and word lists."""
    directory, thesaurus = offer.directory, offer.thesaurus
    lists = lexicon.files(directory, thesaurus, offer.about)
    yield Output("zoeken/kern.json", compact_json(lexicon.core(directory, thesaurus, lists)))
    yield Output("zoeken/vraag.json", compact_json(lexicon.answers(directory, thesaurus)))
    yield Output("zoeken/herstel.json", compact_json(lexicon.rescue(directory, thesaurus)))
    files = {**lists, **lexicon.ordinary_words(thesaurus, lists)}
    for name, content in files.items():
        yield Output(f"zoeken/{name}.json", compact_json(content))


def tokens(view: ActivityView, about: Knowledge) -> Mapping[str, float]:
    words, concepts = weigh(view, about)
    found = {pagefind.token(word): weight for word, weight in words.items()}
    return found | {pagefind.concept_token(n): weight for n, weight in concepts.items()}


# --- the municipality's own words ------------------------------------------------------------


class Words(Struct, frozen=True):
    """What is wrong with a project's own words, and what they mean.

    Nobody but the process that makes the index needs the 14,000 expressions, so they are packed
    until it asks for them. With an error there are none.
    """

    report: Report
    packed: bytes

    @property
    def thesaurus(self) -> Thesaurus:
        found: Thesaurus = pickle.loads(self.packed)  # noqa: S301 - packed by this build
        return found


def read_words(root: Path) -> Words:
    """The words of the project at ``root``; the product's own words where it has none."""
    found = read_for_search(root)
    meant = None if found.report.errors else thesaurus(found)
    return Words(found.report, pickle.dumps(meant, pickle.HIGHEST_PROTOCOL))


def recall_words(root: Path, code: str) -> Words:
    """The same, as an earlier build with this code read them, for words seldom change.

    Only where nothing was wrong: what is wrong is found anew every time.
    """
    files = contents(base / "content" / name for base in (root, OWN) for name in WORDS)
    file = place("woorden", (code.encode(), *files))
    if (content := fetch(file)) is not None:
        recalled: Words = pickle.loads(content)  # noqa: S301 - the cellar says why
        return recalled
    found = read_words(root)
    if not found.report.problems:
        keep(file, pickle.dumps(found, pickle.HIGHEST_PROTOCOL))
    return found


def read_thesaurus(root: Path) -> Thesaurus:
    return read_words(root).thesaurus


LANGUAGE = (
    *("filters", "small", "heads", "ends", "ordinary"),
    *("fillers", "forms", "persons", "denials"),
)
"""What is Dutch rather than of a place: a municipality that only adds its own words keeps it."""


def only(names: Iterable[str], files: Iterable[SearchWords]) -> Iterator[SearchWords]:
    others = {name: () for name in SearchWords.model_fields if name not in names}
    return (file.model_copy(update=others) for file in files)


def thesaurus(found: ForSearch) -> Thesaurus:
    """What a project's own words mean; the product's own stand in for what it does not have."""
    words, crisis = found.words, found.crisis
    lacking = [name for name in LANGUAGE if not any(getattr(file, name) for file in words)]
    if lacking or crisis is None:
        own = read_for_search(OWN)
        words = (*words, *only(lacking, own.words)) if words else own.words
        crisis = crisis or own.crisis
    if crisis is None:
        raise SearchError("Het bestand content/hulplijnen.yaml ontbreekt. Zet het terug.")
    return Thesaurus.of(words, crisis)
