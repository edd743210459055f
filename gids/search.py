"""Search: what the index gets, and what the browser is sent to understand a question.

Two doors. ``outputs`` yields the words that the site knows, as small static files; ``index`` runs
Pagefind over virtual pages of the activities, so that the public pages stay clean, and adds the
table that leads from its answers to ours. How a question is understood is told in
``templates/assets/zoeken-vraag.js``, and how answers are put in order in ``zoeken-rang.js``.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from gids.directory import ActivityView, Directory
from gids.output import Output
from gids.reading import read_file
from gids.searching import lexicon, pagefind
from gids.searching.pagefind import SearchError
from gids.searching.table import table
from gids.searching.thesaurus import Thesaurus, mistakes
from gids.searching.weights import Knowledge, weigh
from schema import Crisis, Model, SearchWords

__all__ = ["SearchError", "Searchable", "index", "outputs", "read_thesaurus"]

M = TypeVar("M", bound=Model)

OWN = Path(__file__).resolve().parent.parent
"""The product itself: its words serve where a project has none of its own."""


@dataclass(frozen=True, slots=True)
class Searchable:
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
    (target / "tabel.json").write_text(compact(table(offer.directory, ids)), "utf-8")


def outputs(offer: Searchable) -> Iterator[Output]:
    """What the browser is sent besides the index: two files for every question, and word lists."""
    directory, thesaurus = offer.directory, offer.thesaurus
    files = lexicon.files(directory, thesaurus, offer.about)
    yield Output("zoeken/kern.json", compact(lexicon.core(directory, thesaurus, files)))
    yield Output("zoeken/vraag.json", compact(lexicon.answers(directory, thesaurus)))
    for name, content in files.items():
        yield Output(f"zoeken/{name}.json", compact(content))


def tokens(view: ActivityView, about: Knowledge) -> Mapping[str, float]:
    words, concepts = weigh(view, about)
    found = {pagefind.token(word): weight for word, weight in words.items()}
    return found | {pagefind.concept_token(n): weight for n, weight in concepts.items()}


def compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


# --- the municipality's own words ------------------------------------------------------------


def read_thesaurus(root: Path) -> Thesaurus:
    """``content/zoekwoorden/`` and ``content/hulplijnen.yaml``; the product's own where absent."""
    root = root if (root / "content/zoekwoorden").is_dir() else OWN
    paths = sorted((root / "content/zoekwoorden").glob("*.yaml"))
    files = [read(root, f"content/zoekwoorden/{path.name}", SearchWords) for path in paths]
    if wrong := mistakes(files):
        raise SearchError("\n  ".join(wrong))
    home = root if (root / "content/hulplijnen.yaml").is_file() else OWN
    return Thesaurus.of(files, read(home, "content/hulplijnen.yaml", Crisis))


def read(root: Path, path: str, model: type[M]) -> M:
    entry, problems = read_file(root, path, model)
    if entry is None:
        raise SearchError("\n  ".join(f"{p.path}, regel {p.line}: {p.message}" for p in problems))
    return entry.model
