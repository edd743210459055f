"""Running Pagefind over virtual pages, and what the browser needs to understand its answers.

A word is indexed as its stem with ``qu`` behind it, a concept with an ``x`` before it as well. A q
stands nowhere else, so no word of the index is the beginning of another: Pagefind then answers with
exact matches only, whichever parts of the index happen to be loaded. And no Dutch ending is -qu, so
its stemmer takes no ending away; that it takes away a ``ge`` (gedicht would be dicht) is prevented
by writing ``gh``. The browser can then do with the smaller engine without a stemmer.
"""

import gzip
import json
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from deflate import gzip_compress
from pagefind_bin import get_executable

from gids.cellar import kept

MAKER = Path(__file__).read_bytes()
"""This code, as it runs: read when it is imported."""
FOLDER = "pagefind"
BEFORE = "_"
"""Stands before the name of each page: one that is called index would lose its name."""
STEPS = 24
"""Pagefind keeps weights as whole 24ths."""

ENGINE, PARTS = "wasm.unknown.pagefind", ("*.pf_meta", "index/*.pf_index")
MARK = b"pagefind_dcd"
"""What every file of Pagefind begins with, once it is unpacked."""
WASM = b"\0asm\1\0\0\0"
CUSTOM = 0
SMALLEST = 10
"""The level of libdeflate above which nothing gets smaller, only slower."""


class SearchError(Exception):
    """The search index could not be made; the text says why, in Dutch."""


def token(word: str) -> str:
    """A stem as it stands in the index."""
    return word.replace("q", "kw").replace("ge", "gh") + "qu"


NO_WORD = ((token(""), 0.0),)


def concept_token(number: int) -> str:
    """Two letters stand for the number of a concept: xaa, xab, xac, …"""
    first, second = divmod(number, len(LETTERS))
    return f"x{LETTERS[first]}{LETTERS[second]}qu"


LETTERS = "abcdefghijklmnoprstuvwxyz"


def virtual_page(weights: Mapping[str, float]) -> str:
    """A page that nobody sees: per weight the words that have it.

    Where no word says anything (“Iets voor u”) one that nobody can ask for: Pagefind skips what is
    empty, and without all pages there is no site.
    """
    by_weight: dict[int, list[str]] = defaultdict(list)
    for word, weight in sorted(weights.items() or NO_WORD):
        by_weight[max(1, round(weight * STEPS))].append(word)
    groups = "".join(
        f'<p data-pagefind-weight="{steps / STEPS:.3f}">{" ".join(found)}</p>'
        for steps, found in sorted(by_weight.items(), reverse=True)
    )
    return f'<!doctype html><html lang="nl"><body data-pagefind-body>{groups}</body></html>'


def run(pages: Mapping[str, str], site: Path) -> dict[str, str]:
    """Index the pages into the site; for each page the id by which Pagefind names it.

    They lie in the site that is being made, so that nothing is left of them when a build is killed.
    """
    with tempfile.TemporaryDirectory(prefix=".zoekindex-", dir=site) as name:
        folder = Path(name)
        for slug, page in pages.items():
            (folder / f"{BEFORE}{slug}.html").write_text(page, "utf-8")
        target = site / FOLDER
        command = [get_executable(), "--site", name, "--output-path", str(target), "--quiet"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SearchError(f"Pagefind stopte met een fout: {(done.stderr or done.stdout).strip()}")
    require_complete(target, len(pages))
    remove_unused(target)
    choose_small_engine(target)
    pack_tighter(target)
    return dict(ids(target))


def require_complete(target: Path, pages: int) -> None:
    """Pagefind ends well even when it did not see the language, or not every page."""
    entry = json.loads((target / "pagefind-entry.json").read_text("utf-8"))
    found = {language: about["page_count"] for language, about in entry["languages"].items()}
    if found != ({"nl": pages} if pages else {}):
        raise SearchError(f"De zoekindex klopt niet: {pages} activiteiten, maar er staat {found}.")


UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js", "pagefind-worker.js", "wasm.nl.pagefind")


def remove_unused(target: Path) -> None:
    """Pagefind brings its own interfaces; the site has its own."""
    for pattern in UNUSED:
        for file in target.glob(pattern):
            file.unlink()


def choose_small_engine(target: Path) -> None:
    """Without a name of its own, the browser takes the engine that has no stemmer."""
    entry = target / "pagefind-entry.json"
    content = json.loads(entry.read_text("utf-8"))
    for language in content["languages"].values():
        language["wasm"] = None
    entry.write_text(json.dumps(content), "utf-8")


def pack_tighter(target: Path) -> None:
    """The same files, 4 % smaller: no server compresses again what is packed already.

    The engine is the same at every build, and the largest: packed once, and kept.
    """
    engine = target / ENGINE
    before = engine.read_bytes()
    made_of = (MAKER, before)
    engine.write_bytes(kept("zoekmachine", made_of, partial(packed_tighter, before)))
    for pattern in PARTS:
        for file in target.glob(pattern):
            file.write_bytes(packed_tighter(file.read_bytes()))


def packed_tighter(packed: bytes) -> bytes:
    content = gzip.decompress(packed)
    mark, module = content[: len(MARK)], content[len(MARK) :]
    if module.startswith(WASM):
        content = mark + without_notes(module)
    return bytes(gzip_compress(content, SMALLEST))


def without_notes(module: bytes) -> bytes:
    """A WebAssembly module without custom sections: which tools made it, nothing that it does."""
    kept, at = [module[: len(WASM)]], len(WASM)
    while at < len(module):
        size, start = number_at(module, at + 1)
        if module[at] != CUSTOM:
            kept.append(module[at : start + size])
        at = start + size
    return b"".join(kept)


def number_at(data: bytes, at: int) -> tuple[int, int]:
    """The number that is written there in LEB128, and where what follows it begins."""
    value = shift = 0
    while data[at] & 0x80:
        value |= (data[at] & 0x7F) << shift
        shift, at = shift + 7, at + 1
    return value | data[at] << shift, at + 1


def ids(target: Path) -> Iterator[tuple[str, str]]:
    """(slug, id) of every page, read from the fragments: the id is in the name of the file."""
    for file in sorted((target / "fragment").glob("*.pf_fragment")):
        data = gzip.decompress(file.read_bytes()).removeprefix(MARK)
        url: str = json.loads(data)["url"]
        yield (
            url.removeprefix(f"/{BEFORE}").removesuffix(".html"),
            file.name.removesuffix(".pf_fragment"),
        )
