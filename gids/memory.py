"""What one build leaves to the next, in a file below ``.cache/``: never needed, only faster.

What is remembered holds only for the same code, templates and libraries, whose digest is in the
file; each thing in it has a key of its own for what it was made of. A memory that is absent, of
other code, or broken is an empty memory. It is written by a build and read by the next, on one
machine: pickle, which runs what it reads, so nobody else may be able to write there.
"""

import os
import pickle
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from gids.project import digest_of
from gids.standing import Record

HERE = Path(__file__).resolve().parent.parent
CODE = ("build.py", "schema.py", "gids", "templates", "requirements/build.txt")


@dataclass(frozen=True, slots=True)
class Memory:
    """``records`` are those of the files of the site, by path."""

    records: Mapping[str, Record] = field(default_factory=dict)


EMPTY = Memory()


def memory_file(root: Path, site: Path) -> Path:
    """Every site of a project has its own."""
    return root / ".cache" / f"bouw-{digest_of(os.fsencode(site.resolve()))}.pickle"


def recall(file: Path, code: str) -> Memory:
    """What the last build with this code left; an empty memory when there is none."""
    try:
        with file.open("rb") as stream:
            if pickle.load(stream) != code:  # noqa: S301 - see above
                return EMPTY
            found = pickle.load(stream)  # noqa: S301 - see above
    except Exception:  # noqa: BLE001 - whatever is wrong with it, it can be done without
        return EMPTY
    return found if isinstance(found, Memory) else EMPTY


def remember(file: Path, code: str, memory: Memory) -> None:
    """Leave this to the next build, at once and whole; where that cannot be, nothing."""
    with suppress(OSError):
        file.parent.mkdir(exist_ok=True)
        fresh = file.with_suffix(f".{os.getpid()}")
        with fresh.open("wb") as stream:
            pickle.dump(code, stream, pickle.HIGHEST_PROTOCOL)
            pickle.dump(memory, stream, pickle.HIGHEST_PROTOCOL)
        fresh.replace(file)


def code_digest(root: Path) -> str:
    """Identifies all that turns files into a site: our code and templates, and the libraries."""
    places = (*(HERE / name for name in CODE), root / "templates")
    return digest_of(b"\0".join([sys.version.encode(), *contents(places)]))


def contents(places: Iterable[Path]) -> Iterator[bytes]:
    """The name and the bytes of every file at or below these places, in a fixed order."""
    for place in places:
        found = [place] if place.is_file() else sorted(place.rglob("*"))
        for path in found:
            if path.is_file() and path.suffix != ".pyc":
                yield os.fsencode(path)
                yield path.read_bytes()
